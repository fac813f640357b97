package post

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"relais/backend/workspace"
)

// Settings keys of this feature.
const (
	approvalKey = "post.approval" // "one" or "two" pairs of eyes
	utmKey      = "post.utm"
)

// DefaultUTM tags links with the network and the post; no person is ever in it.
const DefaultUTM = "utm_source={network}&utm_medium=advocacy&utm_campaign=post-{post}"

// revisionPause is how long one stretch of writing lasts: autosaves within it share one revision.
const revisionPause = 90 * time.Second

// Service is the feature. Its methods are safe for use by several goroutines.
type Service struct {
	ws       *workspace.Workspace
	store    store
	proposer Proposer
}

// New gives the service and tells the journal how its entries are undone.
func New(ws *workspace.Workspace) *Service {
	s := &Service{ws: ws, store: store{ws}}
	ws.Journal.OnUndo("post.state", s.undoState)
	ws.Journal.OnUndo("post.reverted", s.undoRevert)
	return s
}

// Filter narrows List. The zero value gives the newest 200 posts that are no templates.
type Filter struct {
	State         State
	CampaignID    int64
	Template      bool
	Limit, Offset int
}

// Get gives a post with all that belongs to it; "post_unknown" where there is none.
func (s *Service) Get(ctx context.Context, id int64) (Full, error) { return s.store.full(ctx, id) }

// List gives posts, the last changed first, at most 200 a page.
func (s *Service) List(ctx context.Context, f Filter) ([]Full, error) {
	rows, err := s.store.list(ctx, f)
	if err != nil {
		return nil, err
	}
	return s.store.fill(ctx, rows)
}

// Topics gives the firm's fields of expertise, for choosing those of a post.
func (s *Service) Topics(ctx context.Context) ([]Topic, error) { return s.store.topics(ctx) }

// FromArticle proposes the content of a post drawn from an article: its title, address, topics and closing date. A
// job offer, company news and an event serve the company, anything else the reader.
func (s *Service) FromArticle(ctx context.Context, articleID int64) (Content, error) {
	a, topics, err := s.store.article(ctx, articleID)
	if err != nil {
		return Content{}, err
	}
	c, err := s.Blank(ctx)
	if err != nil {
		return Content{}, err
	}
	c.ArticleID, c.Title, c.Link = &a.ID, a.Title, a.URL
	if a.Kind != "article" {
		c.Kind = Ask
	}
	for _, day := range []*string{a.ClosesOn, a.ExpiresOn} {
		if day != nil && c.ExpiresOn == "" {
			c.ExpiresOn = *day
		}
	}
	for _, t := range topics {
		c.Topics = append(c.Topics, t.ID)
		c.Tags = append(c.Tags, t.Name)
	}
	c.Tags = plainTags(camel(c.Tags))
	return c, nil
}

// Blank is the content of a new post without an article.
func (s *Service) Blank(ctx context.Context) (Content, error) {
	c := Content{Kind: Give, Tags: []string{}, Topics: []int64{}, Variants: []Wording{}, UTM: DefaultUTM}
	company, err := s.ws.Settings.Company(ctx)
	if err != nil {
		return c, err
	}
	c.Disclosure = company.Disclosure
	_, err = s.ws.Settings.Get(ctx, utmKey, &c.UTM)
	return c, err
}

// Create keeps a new draft and gives it back.
func (s *Service) Create(ctx context.Context, c Content) (Full, error) {
	var full Full
	if err := c.check(); err != nil {
		return full, err
	}
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		now := s.now()
		row := Post{State: Draft, CreatedAt: now, ChangedAt: now, CreatedBy: workspace.Actor(ctx)}
		c.row(&row)
		if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
			return fmt.Errorf("post: create: %w", err)
		}
		if err := s.store.saveVariants(ctx, row.ID, fresh(c.Variants)); err != nil {
			return err
		}
		if err := s.store.saveTopics(ctx, row.ID, c.Topics); err != nil {
			return err
		}
		if _, err := s.ws.Journal.Record(ctx, workspace.Entry{Verb: "post.created", Kind: "post", ID: row.ID}); err != nil {
			return err
		}
		var err error
		full, err = s.store.full(ctx, row.ID)
		return err
	})
	return full, err
}

// fresh drops the ids of variants, which belong to another post.
func fresh(words []Wording) []Wording {
	out := append([]Wording(nil), words...)
	for i := range out {
		out[i].ID = 0
	}
	return out
}

// Save keeps a draft as it is written; the window calls it at every pause. What stood before goes into the history
// once a stretch of writing. Words that change after approval were not approved: the post is a draft again.
func (s *Service) Save(ctx context.Context, id int64, c Content) (Full, error) {
	var full Full
	if err := c.check(); err != nil {
		return full, err
	}
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		before, err := s.store.full(ctx, id)
		if err != nil {
			return err
		}
		if before.State == Archived {
			return workspace.NewFault("post_archived", "title", before.Title)
		}
		if same(before.Content(), c) {
			full = before
			return nil
		}
		if err := s.keep(ctx, before); err != nil {
			return err
		}
		full, err = s.write(ctx, before.Post, c)
		return err
	})
	return full, err
}

// write puts content into a post; the caller has checked it and kept what was before.
func (s *Service) write(ctx context.Context, row Post, c Content) (Full, error) {
	c.row(&row)
	row.ChangedAt = s.now()
	if row.State == Expired && (row.ExpiresOn == nil || *row.ExpiresOn >= s.today()) {
		row.State = Draft
	}
	if row.State == Approved || row.State == Submitted {
		row.State, row.ApprovedAt, row.ApprovedBy, row.SubmittedBy = Draft, nil, "", ""
	}
	if err := s.ws.DB.Write(ctx).Save(&row).Error; err != nil {
		return Full{}, fmt.Errorf("post: save: %w", err)
	}
	if err := s.store.saveVariants(ctx, row.ID, c.Variants); err != nil {
		return Full{}, err
	}
	if err := s.store.saveTopics(ctx, row.ID, c.Topics); err != nil {
		return Full{}, err
	}
	return s.store.full(ctx, row.ID)
}

// keep puts the post as it is into its history, unless the same person did so a moment ago.
func (s *Service) keep(ctx context.Context, before Full) error {
	last, err := s.store.lastRevision(ctx, before.ID)
	if err != nil {
		return err
	}
	now, actor := s.now(), workspace.Actor(ctx)
	if last != nil && last.Actor == actor && before.State == Draft && now-last.At < workspace.Instant(revisionPause.Milliseconds()) && now >= last.At {
		return nil
	}
	text, err := json.Marshal(before.Content())
	if err != nil {
		return fmt.Errorf("post: revision: %w", err)
	}
	row := Revision{PostID: before.ID, At: now, Actor: actor, Content: string(text)}
	if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
		return fmt.Errorf("post: revision: %w", err)
	}
	return nil
}

func same(a, b Content) bool {
	one, err := json.Marshal(a)
	if err != nil {
		return false
	}
	two, err := json.Marshal(b)
	return err == nil && string(one) == string(two)
}

func (s *Service) now() workspace.Instant { return workspace.At(s.ws.Now()) }

func (s *Service) today() string { return s.ws.Now().Format(time.DateOnly) }

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}
