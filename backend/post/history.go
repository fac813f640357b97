package post

import (
	"context"
	"encoding/json"
	"fmt"

	"relais/backend/workspace"
)

// History lists what a post was before its changes, the newest first, at most 200.
func (s *Service) History(ctx context.Context, id int64) ([]Revision, error) {
	rows := []Revision{}
	if err := s.ws.DB.Read(ctx).Where("post_id = ?", id).Order("id DESC").Limit(200).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("post: history: %w", err)
	}
	return rows, nil
}

// Words reads the content of a revision.
func (r Revision) Words() (Content, error) {
	c := Content{Tags: []string{}, Topics: []int64{}, Variants: []Wording{}}
	if err := json.Unmarshal([]byte(r.Content), &c); err != nil {
		return c, fmt.Errorf("post: revision: %w", err)
	}
	return c, nil
}

// Revert makes a post what it was at a revision. What it is now becomes a revision itself, so nothing is lost.
func (s *Service) Revert(ctx context.Context, id, revisionID int64) (Full, error) {
	var full Full
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var rows []Revision
		if err := s.ws.DB.Read(ctx).Where("id = ? AND post_id = ?", revisionID, id).Find(&rows).Error; err != nil {
			return fmt.Errorf("post: revert: %w", err)
		}
		if len(rows) == 0 {
			return workspace.ErrNotFound
		}
		c, err := rows[0].Words()
		if err != nil {
			return err
		}
		before, err := s.store.full(ctx, id)
		if err != nil {
			return err
		}
		if full, err = s.replace(ctx, before, c); err != nil {
			return err
		}
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "post.reverted", Kind: "post", ID: id, Undo: undoContent{id, before.Content()}})
		return err
	})
	return full, err
}

type undoContent struct {
	ID      int64
	Content Content
}

// replace writes content that stood in the history: its topics and campaign may be gone since.
func (s *Service) replace(ctx context.Context, before Full, c Content) (Full, error) {
	text, err := json.Marshal(before.Content())
	if err != nil {
		return Full{}, fmt.Errorf("post: revert: %w", err)
	}
	row := Revision{PostID: before.ID, At: s.now(), Actor: workspace.Actor(ctx), Content: string(text)}
	if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
		return Full{}, fmt.Errorf("post: revert: %w", err)
	}
	db := s.ws.DB.Read(ctx)
	var topics []int64
	if err := db.Raw("SELECT id FROM topic WHERE id IN ?", append(c.Topics, 0)).Scan(&topics).Error; err != nil {
		return Full{}, fmt.Errorf("post: revert: %w", err)
	}
	c.Topics = topics
	c.CampaignID, c.ArticleID = before.CampaignID, before.ArticleID
	return s.write(ctx, before.Post, c)
}

func (s *Service) undoRevert(ctx context.Context, data json.RawMessage) error {
	var u undoContent
	if err := json.Unmarshal(data, &u); err != nil {
		return fmt.Errorf("post: undo: %w", err)
	}
	before, err := s.store.full(ctx, u.ID)
	if err != nil {
		return err
	}
	_, err = s.replace(ctx, before, u.Content)
	return err
}

// Duplicate copies a post as a new draft, or as a template (or a template as a post).
func (s *Service) Duplicate(ctx context.Context, id int64, template bool) (Full, error) {
	var full Full
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		from, err := s.store.full(ctx, id)
		if err != nil {
			return err
		}
		c := from.Content()
		if template {
			c.ArticleID, c.CampaignID, c.ExpiresOn = nil, nil, ""
		}
		if full, err = s.Create(ctx, c); err != nil {
			return err
		}
		if err := s.store.copyProposals(ctx, id, full.ID); err != nil {
			return err
		}
		full.Template = template
		return s.store.update(ctx, full.ID, map[string]any{"template": template})
	})
	return full, err
}
