package window

import (
	"context"

	"relais/backend/network"
	"relais/backend/post"
	"relais/backend/workspace"
)

// Posts is the screen of drafts and their texts.
type Posts struct{ w *Window }

// List gives posts of a state, the last changed first, 200 a page; an empty state gives all, 'template' the templates.
func (p *Posts) List(state string, offset int) ([]PostCard, error) {
	return call(p.w.app, "Posts.List", func() ([]PostCard, error) {
		f := post.Filter{State: post.State(state), Offset: offset}
		if state == "template" {
			f.State, f.Template = "", true
		}
		all, err := p.w.app.Posts.List(context.Background(), f)
		out := make([]PostCard, 0, len(all))
		if err != nil {
			return out, err
		}
		put, err := p.w.app.Campaigns.PutTo(context.Background())
		for _, full := range all {
			card := wireCard(full, p.w.app.Posts.Check(full))
			card.PutTo = put[full.ID]
			out = append(out, card)
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
		proposed, err := p.w.app.Posts.Proposals(context.Background(), id)
		if err != nil {
			return out, err
		}
		for _, v := range c.Variants {
			out = append(out, lookAt(row, post.Variant{Network: v.Network, Text: v.Text}, proposed))
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

// Propose has the firm's language model write a text from the article. It is offered, not kept as a text: the editor
// shows it, and a person changes it before the post can be approved.
func (p *Posts) Propose(id int64, network, language, tone string) (PostWording, error) {
	return call(p.w.app, "Posts.Propose", func() (PostWording, error) {
		w, err := p.w.app.Posts.Propose(context.Background(), id, network, language, tone)
		return PostWording(w), err
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
