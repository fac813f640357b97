package window

import (
	"context"

	"relais/backend/network"
	"relais/backend/post"
)

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
	PutTo     int      `json:"putTo"` // people to whom it went or is about to go; in lists alone
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
	CanPropose  bool          `json:"canPropose"` // a language model is set up, and there is an article
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
	Proposed  bool   `json:"proposed"` // still the words of a language model
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
		helper, err := p.w.app.Articles.Helper(ctx)
		if err != nil {
			return page, err
		}
		page.CanPropose = helper.Address != ""
		page.Article = &PostArticle{a.ID, a.Title, a.SiteName, a.Excerpt, a.URL, a.State, a.Kind}
	}
	for _, v := range full.Variants {
		page.Looks = append(page.Looks, lookAt(full.Post, v, full.Proposed))
	}
	for _, w := range problems {
		page.Problems = append(page.Problems, PostProblem{w.Code, w.Blocking, w.Variant, w.Network, w.Have, w.Limit, w.Text})
	}
	return page, nil
}

// lookAt counts with a person's values in place, as long as most are: what is shown is what would be sent.
func lookAt(p post.Post, v post.Variant, proposed []string) VariantLook {
	text, _ := post.Render(p, v, post.Sample())
	m := network.Measure(network.ID(v.Network), text)
	return VariantLook{Count: m.Count, Limit: m.Limit, Shown: m.Shown, Hidden: m.Hidden, Discloses: p.Disclosure == "" || post.Discloses(text, p.Disclosure),
		Proposed: post.Untouched(v.Text, proposed)}
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
