package window

import (
	"context"

	"relais/backend/campaign"
	"relais/backend/network"
	"relais/backend/post"
	"relais/backend/workspace"
)

// Posts is the screen of drafts and their texts.
type Posts struct{ w *Window }

// PostCard is a post in a list.
type PostCard struct {
	ID        int64    `json:"id"`
	Title     string   `json:"title"`
	Kind      string   `json:"kind"`
	State     string   `json:"state"`
	Campaign  string   `json:"campaign"`
	ExpiresOn string   `json:"expiresOn"`
	ChangedAt string   `json:"changedAt"`
	Networks  []string `json:"networks"`
	Warnings  int      `json:"warnings"`
	Blocking  int      `json:"blocking"`
}

// PostPage is a post as the editor shows it.
type PostPage struct {
	PostCard
	Content     PostContent   `json:"content"`
	Topics      []PostTopic   `json:"topics"`
	Article     *PostArticle  `json:"article"`
	Looks       []VariantLook `json:"looks"`
	Problems    []PostProblem `json:"problems"`
	ApprovedBy  string        `json:"approvedBy"`
	SubmittedBy string        `json:"submittedBy"`
	TwoEyes     bool          `json:"twoEyes"`
	Template    bool          `json:"template"`
}

// PostContent is what a person writes.
type PostContent struct {
	ArticleID  int64         `json:"articleId"`
	Kind       string        `json:"kind"`
	Title      string        `json:"title"`
	Angle      string        `json:"angle"`
	Link       string        `json:"link"`
	CampaignID int64         `json:"campaignId"`
	ExpiresOn  string        `json:"expiresOn"`
	Tags       []string      `json:"tags"`
	Disclosure string        `json:"disclosure"`
	UTM        string        `json:"utm"`
	Picture    string        `json:"picture"`
	PictureAlt string        `json:"pictureAlt"`
	Topics     []int64       `json:"topics"`
	Variants   []PostWording `json:"variants"`
}

// PostWording is a variant as it is written.
type PostWording struct {
	ID       int64  `json:"id"`
	Network  string `json:"network"`
	Language string `json:"language"`
	Tone     string `json:"tone"`
	Text     string `json:"text"`
}

// PostTopic is a field of expertise.
type PostTopic struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
}

// PostArticle is the article that a post was drawn from.
type PostArticle struct {
	ID       int64  `json:"id"`
	Title    string `json:"title"`
	SiteName string `json:"siteName"`
	Excerpt  string `json:"excerpt"`
	URL      string `json:"url"`
	State    string `json:"state"`
	Kind     string `json:"kind"`
}

// VariantLook is how a text stands on its network: counted by its rule, link included, and cut at its fold.
type VariantLook struct {
	Count     int    `json:"count"`
	Limit     int    `json:"limit"`
	Shown     string `json:"shown"`
	Hidden    string `json:"hidden"`
	Discloses bool   `json:"discloses"`
}

// PostProblem is a warning; variant is its index, or -1 for the post.
type PostProblem struct {
	Code     string `json:"code"`
	Blocking bool   `json:"blocking"`
	Variant  int    `json:"variant"`
	Network  string `json:"network"`
	Have     int    `json:"have"`
	Limit    int    `json:"limit"`
	Text     string `json:"text"`
}

// PostRevision is a post as it was before a change.
type PostRevision struct {
	ID    int64  `json:"id"`
	At    string `json:"at"`
	Actor string `json:"actor"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// NetworkFacts is what the editor needs to know of a network.
type NetworkFacts struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Limit   int    `json:"limit"`
	FoldAt  int    `json:"foldAt"`
	Unsure  bool   `json:"unsure"`
	Compose bool   `json:"compose"`
}

func wireCard(p post.Full, problems []post.Warning) PostCard {
	c := PostCard{ID: p.ID, Title: p.Title, Kind: string(p.Kind), State: string(p.State), Campaign: p.Campaign, Networks: []string{}}
	c.ChangedAt = (&p.ChangedAt).RFC3339()
	if p.ExpiresOn != nil {
		c.ExpiresOn = *p.ExpiresOn
	}
	seen := map[string]bool{}
	for _, v := range p.Variants {
		if !seen[v.Network] {
			seen[v.Network] = true
			c.Networks = append(c.Networks, v.Network)
		}
	}
	for _, w := range problems {
		if w.Blocking {
			c.Blocking++
		} else {
			c.Warnings++
		}
	}
	return c
}

func (p *Posts) page(ctx context.Context, full post.Full) (PostPage, error) {
	problems := p.w.app.Posts.Check(full)
	two, err := p.w.app.Posts.TwoEyes(ctx)
	if err != nil {
		return PostPage{}, err
	}
	page := PostPage{PostCard: wireCard(full, problems), Content: wireContent(full.Content()), Topics: []PostTopic{},
		Looks: []VariantLook{}, Problems: []PostProblem{}, ApprovedBy: full.ApprovedBy, SubmittedBy: full.SubmittedBy, TwoEyes: two, Template: full.Template}
	for _, t := range full.Topics {
		page.Topics = append(page.Topics, PostTopic{t.ID, t.Name})
	}
	if a := full.Article; a != nil {
		page.Article = &PostArticle{a.ID, a.Title, a.SiteName, a.Excerpt, a.URL, a.State, a.Kind}
	}
	for _, v := range full.Variants {
		page.Looks = append(page.Looks, lookAt(full.Post, v))
	}
	for _, w := range problems {
		page.Problems = append(page.Problems, PostProblem{w.Code, w.Blocking, w.Variant, w.Network, w.Have, w.Limit, w.Text})
	}
	return page, nil
}

func lookAt(p post.Post, v post.Variant) VariantLook {
	text, _ := post.Render(p, v, nil)
	m := network.Measure(network.ID(v.Network), text)
	return VariantLook{Count: m.Count, Limit: m.Limit, Shown: m.Shown, Hidden: m.Hidden, Discloses: p.Disclosure == "" || post.Discloses(text, p.Disclosure)}
}

func wireContent(c post.Content) PostContent {
	out := PostContent{Kind: string(c.Kind), Title: c.Title, Angle: c.Angle, Link: c.Link, ExpiresOn: c.ExpiresOn, Tags: append([]string{}, c.Tags...),
		Disclosure: c.Disclosure, UTM: c.UTM, Picture: c.Picture, PictureAlt: c.PictureAlt, Topics: append([]int64{}, c.Topics...), Variants: []PostWording{}}
	if c.ArticleID != nil {
		out.ArticleID = *c.ArticleID
	}
	if c.CampaignID != nil {
		out.CampaignID = *c.CampaignID
	}
	for _, v := range c.Variants {
		out.Variants = append(out.Variants, PostWording(v))
	}
	return out
}

func (c PostContent) content() post.Content {
	out := post.Content{Kind: post.Kind(c.Kind), Title: c.Title, Angle: c.Angle, Link: c.Link, ExpiresOn: c.ExpiresOn, Tags: append([]string{}, c.Tags...),
		Disclosure: c.Disclosure, UTM: c.UTM, Picture: c.Picture, PictureAlt: c.PictureAlt, Topics: append([]int64{}, c.Topics...), Variants: []post.Wording{}}
	if c.ArticleID != 0 {
		out.ArticleID = &c.ArticleID
	}
	if c.CampaignID != 0 {
		out.CampaignID = &c.CampaignID
	}
	for _, v := range c.Variants {
		out.Variants = append(out.Variants, post.Wording(v))
	}
	return out
}

// List gives posts of a state, the last changed first, 200 a page; an empty state gives all, 'template' the templates.
func (p *Posts) List(state string, offset int) ([]PostCard, error) {
	return call(p.w.app, "Posts.List", func() ([]PostCard, error) {
		f := post.Filter{State: post.State(state), Offset: offset}
		if state == "template" {
			f.State, f.Template = "", true
		}
		all, err := p.w.app.Posts.List(context.Background(), f)
		out := make([]PostCard, 0, len(all))
		for _, full := range all {
			out = append(out, wireCard(full, p.w.app.Posts.Check(full)))
		}
		return out, err
	})
}

// Get gives a post.
func (p *Posts) Get(id int64) (PostPage, error) {
	return call(p.w.app, "Posts.Get", func() (PostPage, error) {
		full, err := p.w.app.Posts.Get(context.Background(), id)
		if err != nil {
			return PostPage{}, err
		}
		return p.page(context.Background(), full)
	})
}

// New drafts a post from an article, or an empty one for 0.
func (p *Posts) New(articleID int64, title string) (PostPage, error) {
	return call(p.w.app, "Posts.New", func() (PostPage, error) {
		ctx := context.Background()
		c, err := p.w.app.Posts.Blank(ctx)
		if articleID != 0 {
			c, err = p.w.app.Posts.FromArticle(ctx, articleID)
		}
		if err != nil {
			return PostPage{}, err
		}
		if c.Title == "" {
			c.Title = title
		}
		if len(c.Variants) == 0 {
			c.Variants = []post.Wording{{Network: string(network.LinkedIn)}}
		}
		full, err := p.w.app.Posts.Create(ctx, c)
		if err != nil {
			return PostPage{}, err
		}
		return p.page(ctx, full)
	})
}

// Save keeps what is written; the editor calls it at every pause.
func (p *Posts) Save(id int64, c PostContent) (PostPage, error) {
	return call(p.w.app, "Posts.Save", func() (PostPage, error) {
		ctx := context.Background()
		full, err := p.w.app.Posts.Save(ctx, id, c.content())
		if err != nil {
			return PostPage{}, err
		}
		return p.page(ctx, full)
	})
}

// Look counts and folds the texts as they stand while one types, without keeping anything.
func (p *Posts) Look(id int64, c PostContent) ([]VariantLook, error) {
	return call(p.w.app, "Posts.Look", func() ([]VariantLook, error) {
		row := post.Post{ID: id, Link: c.Link, UTM: c.UTM, Kind: post.Kind(c.Kind), Disclosure: c.Disclosure}
		out := make([]VariantLook, 0, len(c.Variants))
		for _, v := range c.Variants {
			out = append(out, lookAt(row, post.Variant{Network: v.Network, Text: v.Text}))
		}
		return out, nil
	})
}

// Move submits, approves, withdraws or archives a post, and gives the step to undo.
func (p *Posts) Move(id int64, to string) (int64, error) {
	return call(p.w.app, "Posts.Move", func() (int64, error) {
		ctx, posts := context.Background(), p.w.app.Posts
		moves := map[string]func(context.Context, int64) error{
			"submitted": posts.Submit, "approved": posts.Approve, "draft": posts.Withdraw, "archived": posts.Archive,
		}
		move, ok := moves[to]
		if !ok {
			return 0, workspace.NewFault("unexpected")
		}
		if err := move(ctx, id); err != nil {
			return 0, err
		}
		return p.lastStep(ctx, id)
	})
}

func (p *Posts) lastStep(ctx context.Context, id int64) (int64, error) {
	steps, err := p.w.app.Workspace.Journal.List(ctx, workspace.Filter{Kind: "post", ID: id, Limit: 1})
	if err != nil || len(steps) == 0 {
		return 0, err
	}
	return steps[0].ID, nil
}

// Duplicate copies a post as a draft or as a template.
func (p *Posts) Duplicate(id int64, template bool) (PostPage, error) {
	return call(p.w.app, "Posts.Duplicate", func() (PostPage, error) {
		full, err := p.w.app.Posts.Duplicate(context.Background(), id, template)
		if err != nil {
			return PostPage{}, err
		}
		return p.page(context.Background(), full)
	})
}

// History gives what a post was before its changes, the newest first.
func (p *Posts) History(id int64) ([]PostRevision, error) {
	return call(p.w.app, "Posts.History", func() ([]PostRevision, error) {
		rows, err := p.w.app.Posts.History(context.Background(), id)
		out := make([]PostRevision, 0, len(rows))
		for _, r := range rows {
			words, err := r.Words()
			if err != nil {
				return out, err
			}
			line := PostRevision{ID: r.ID, At: (&r.At).RFC3339(), Actor: r.Actor, Title: words.Title}
			if len(words.Variants) > 0 {
				line.Text = words.Variants[0].Text
			}
			out = append(out, line)
		}
		return out, err
	})
}

// Revert makes a post what it was, and gives the step to undo.
func (p *Posts) Revert(id, revision int64) (int64, error) {
	return call(p.w.app, "Posts.Revert", func() (int64, error) {
		if _, err := p.w.app.Posts.Revert(context.Background(), id, revision); err != nil {
			return 0, err
		}
		return p.lastStep(context.Background(), id)
	})
}

// Networks lists what is known of each network.
func (p *Posts) Networks() ([]NetworkFacts, error) {
	return call(p.w.app, "Posts.Networks", func() ([]NetworkFacts, error) {
		out := []NetworkFacts{}
		for _, f := range network.All() {
			out = append(out, NetworkFacts{string(f.ID), f.Name, f.Limit, f.FoldAt, f.Unsure, f.Compose})
		}
		return out, nil
	})
}

// Topics lists the firm's fields of expertise.
func (p *Posts) Topics() ([]PostTopic, error) {
	return call(p.w.app, "Posts.Topics", func() ([]PostTopic, error) {
		all, err := p.w.app.Posts.Topics(context.Background())
		out := make([]PostTopic, 0, len(all))
		for _, t := range all {
			out = append(out, PostTopic{t.ID, t.Name})
		}
		return out, err
	})
}

// SetTwoEyes chooses between one and two pairs of eyes for approval.
func (p *Posts) SetTwoEyes(two bool) error {
	return do(p.w.app, "Posts.SetTwoEyes", func() error { return p.w.app.Posts.SetTwoEyes(context.Background(), two) })
}

// CampaignLine is a campaign with what came of it.
type CampaignLine struct {
	ID           int64  `json:"id"`
	Name         string `json:"name"`
	Objective    string `json:"objective"`
	StartsOn     string `json:"startsOn"`
	EndsOn       string `json:"endsOn"`
	Target       string `json:"target"`
	TargetShares int    `json:"targetShares"` // 0: none set
	State        string `json:"state"`
	Posts        int    `json:"posts"`
	Requests     int    `json:"requests"`
	People       int    `json:"people"`
	Answered     int    `json:"answered"`
	Shares       int    `json:"shares"`
}

// Campaigns lists campaigns, those that run first.
func (p *Posts) Campaigns() ([]CampaignLine, error) {
	return call(p.w.app, "Posts.Campaigns", func() ([]CampaignLine, error) {
		all, err := p.w.app.Campaigns.Campaigns(context.Background())
		out := make([]CampaignLine, 0, len(all))
		for _, c := range all {
			line := CampaignLine{ID: c.ID, Name: c.Name, Objective: c.Objective, Target: c.Target, State: c.State, Posts: c.Posts,
				Requests: c.Requests, People: c.People, Answered: c.Answered, Shares: c.Shares}
			for from, to := range map[*string]*string{c.StartsOn: &line.StartsOn, c.EndsOn: &line.EndsOn} {
				if from != nil {
					*to = *from
				}
			}
			if c.TargetShares != nil {
				line.TargetShares = *c.TargetShares
			}
			out = append(out, line)
		}
		return out, err
	})
}

// SaveCampaign adds a campaign (id 0) or changes one, and gives its id.
func (p *Posts) SaveCampaign(c CampaignLine) (int64, error) {
	return call(p.w.app, "Posts.SaveCampaign", func() (int64, error) {
		row := campaign.Campaign{ID: c.ID, Name: c.Name, Objective: c.Objective, Target: c.Target, State: c.State}
		if c.StartsOn != "" {
			row.StartsOn = &c.StartsOn
		}
		if c.EndsOn != "" {
			row.EndsOn = &c.EndsOn
		}
		if c.TargetShares > 0 {
			row.TargetShares = &c.TargetShares
		}
		saved, err := p.w.app.Campaigns.SaveCampaign(context.Background(), row)
		return saved.ID, err
	})
}
