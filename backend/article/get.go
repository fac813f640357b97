package article

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// Get gives one article as a list shows it, or ErrNotFound.
func (s *Service) Get(ctx context.Context, id int64) (Row, error) {
	rows, err := s.Rows(ctx, []int64{id})
	if err != nil {
		return Row{}, err
	}
	if len(rows) == 0 {
		return Row{}, workspace.ErrNotFound
	}
	return rows[0], nil
}

// Body gives the offline copy of an article, without the original page. Where
// an article repeats a story and has no text, it is empty.
func (s *Service) Body(ctx context.Context, id int64) (Body, error) {
	var b Body
	err := s.db.Read(ctx).Select("article_id", "text", "html").Take(&b, "article_id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return b, workspace.ErrNotFound
	}
	return b, err
}

// Counts gives the number of articles in each state, repeats left out.
func (s *Service) Counts(ctx context.Context) (map[string]int, error) {
	var rows []struct {
		State string
		N     int
	}
	err := s.db.Read(ctx).Raw("SELECT state, n FROM article_count").Scan(&rows).Error
	counts := map[string]int{Inbox: 0, Kept: 0, Discarded: 0, Archived: 0, Expired: 0}
	for _, r := range rows {
		counts[r.State] = r.N
	}
	return counts, err
}

// Change edits what a person may correct by hand: kind, title, note and the
// day from which the article is no longer offered (empty for none).
func (s *Service) Change(ctx context.Context, id int64, kind, title, note string, expiresOn string) error {
	switch kind {
	case KindArticle, KindOffer, KindNews, KindEvent:
	default:
		return fmt.Errorf("article: unknown kind %q", kind)
	}
	change := map[string]any{"kind": kind, "note": clip(note, 4000), "changed_at": workspace.At(s.ws.Now()), "expires_on": nil}
	if title = strings.TrimSpace(title); title != "" {
		change["title"] = clip(title, 500)
	}
	if expiresOn != "" {
		change["expires_on"] = expiresOn
	}
	return s.db.Tx(ctx, func(ctx context.Context) error {
		if err := s.db.Write(ctx).Model(&Article{}).Where("id = ?", id).Updates(change).Error; err != nil {
			return err
		}
		var a Article
		var b Body
		if err := s.db.Read(ctx).Take(&a, id).Error; err != nil {
			return workspace.ErrNotFound
		}
		if err := s.db.Read(ctx).Select("article_id", "text").Take(&b, "article_id = ?", id).Error; err != nil {
			return err
		}
		if err := s.index.Remove(ctx, id); err != nil {
			return err
		}
		if err := s.setHead(ctx, &a, b.Text); err != nil {
			return err
		}
		return s.index.Put(ctx, id)
	})
}

// SetSummary keeps what a language model wrote about an article.
func (s *Service) SetSummary(ctx context.Context, id int64, summary string) error {
	return s.db.Tx(ctx, func(ctx context.Context) error {
		return s.db.Write(ctx).Model(&Article{}).Where("id = ?", id).Update("summary", clip(summary, 4000)).Error
	})
}

// Searches lists the saved searches by name.
func (s *Service) Searches(ctx context.Context) ([]SavedSearch, error) {
	rows := []SavedSearch{}
	err := s.db.Read(ctx).Order("name COLLATE NOCASE").Limit(200).Find(&rows).Error
	return rows, err
}

// SaveSearch keeps a query under a name.
func (s *Service) SaveSearch(ctx context.Context, name, query string) (int64, error) {
	name = clip(strings.TrimSpace(name), 100)
	if name == "" {
		return 0, workspace.NewFault("search_unnamed")
	}
	row := SavedSearch{Name: name, Query: clip(query, 1000), CreatedAt: workspace.At(s.ws.Now())}
	err := s.db.Tx(ctx, func(ctx context.Context) error { return s.db.Write(ctx).Create(&row).Error })
	return row.ID, err
}

// DeleteSearch forgets a saved search.
func (s *Service) DeleteSearch(ctx context.Context, id int64) error {
	return s.db.Tx(ctx, func(ctx context.Context) error { return s.db.Write(ctx).Delete(&SavedSearch{}, id).Error })
}

func listOf(text string) []string {
	out := []string{}
	if json.Unmarshal([]byte(text), &out) != nil || out == nil {
		return []string{}
	}
	return out
}
