// Package source brings articles in: from feeds, newsletters, clips, files and
// what staff suggest.
package source

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"relais/backend/article"
	"relais/backend/extract"
	"relais/backend/workspace"
)

// Library is what sources need of the articles.
type Library interface {
	Add(ctx context.Context, drafts ...article.Draft) ([]article.Added, error)
	DraftOf(p extract.Page) (article.Draft, string, error)
	DraftOfText(html, address string) (article.Draft, string, error)
	CleanHTML(html string) string
	AddPicture(ctx context.Context, id int64, address string, raw []byte, leading bool) error
	PictureAddresses(ctx context.Context, id int64, limit int) ([]string, error)
	EnsureTopic(ctx context.Context, name string) (int64, error)
}

// Service is the sources of a workspace.
type Service struct {
	ws      *workspace.Workspace
	db      *workspace.DB
	library Library
	fetch   *Fetcher

	patience patience
}

// New builds the service. fetch gets what lies outside.
func New(ws *workspace.Workspace, library Library, fetch *Fetcher) *Service {
	return &Service{ws: ws, db: ws.DB, library: library, fetch: fetch}
}

// Line is a source with its counts.
type Line struct {
	Source
	Waiting int     // its articles in the inbox
	Kept    int     // its articles that were kept
	Topics  []int64 `gorm:"-"`
}

// List gives all sources by folder and title.
func (s *Service) List(ctx context.Context) ([]Line, error) {
	rows := []Line{}
	err := s.db.Read(ctx).Raw(`SELECT s.*,
		COALESCE((SELECT c.n FROM source_count c WHERE c.source_id = s.id AND c.state = 'inbox'), 0) AS waiting,
		COALESCE((SELECT c.n FROM source_count c WHERE c.source_id = s.id AND c.state = 'kept'), 0) AS kept
		FROM source s ORDER BY s.folder COLLATE NOCASE, s.title COLLATE NOCASE, s.id`).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("source: list: %w", err)
	}
	var links []struct{ SourceID, TopicID int64 }
	if err := s.db.Read(ctx).Raw("SELECT source_id, topic_id FROM source_topic ORDER BY topic_id").Scan(&links).Error; err != nil {
		return nil, fmt.Errorf("source: list: %w", err)
	}
	byID := map[int64]*Line{}
	for i := range rows {
		rows[i].Topics = []int64{}
		byID[rows[i].ID] = &rows[i]
	}
	for _, l := range links {
		if r := byID[l.SourceID]; r != nil {
			r.Topics = append(r.Topics, l.TopicID)
		}
	}
	return rows, nil
}

// ensure gives the source of this kind and address, made where it is missing.
func (s *Service) ensure(ctx context.Context, src Source) (id int64, fresh bool, err error) {
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		var have Source
		err := s.db.Read(ctx).Where("kind = ? AND (url = ? OR id IN (SELECT source_id FROM source_address WHERE url = ?))", src.Kind, src.URL, src.URL).Take(&have).Error
		if err == nil {
			id = have.ID
			return nil
		}
		if !errors.Is(err, gorm.ErrRecordNotFound) {
			return err
		}
		src.State, src.CreatedAt = Active, workspace.At(s.ws.Now())
		if src.ArticleKind == "" {
			src.ArticleKind = article.KindArticle
		}
		if src.Title == "" {
			src.Title = hostOf(src.URL)
		}
		fresh = true
		err = s.db.Write(ctx).Create(&src).Error
		id = src.ID
		return err
	})
	return id, fresh, err
}

// Save changes what a person may change of a source, and its topics.
func (s *Service) Save(ctx context.Context, src Source, topics []int64) error {
	return s.db.Tx(ctx, func(ctx context.Context) error {
		w := s.db.Write(ctx)
		change := map[string]any{"folder": strings.TrimSpace(src.Folder), "article_kind": src.ArticleKind}
		if t := strings.TrimSpace(src.Title); t != "" {
			change["title"] = t
		}
		if src.State == Active || src.State == Paused {
			change["state"] = src.State
		}
		if err := w.Model(&Source{}).Where("id = ?", src.ID).Updates(change).Error; err != nil {
			return err
		}
		if err := w.Exec("DELETE FROM source_topic WHERE source_id = ?", src.ID).Error; err != nil {
			return err
		}
		for _, t := range topics {
			if err := w.Exec("INSERT OR IGNORE INTO source_topic (source_id, topic_id) VALUES (?, ?)", src.ID, t).Error; err != nil {
				return err
			}
		}
		return nil
	})
}

// Delete forgets a source. Its articles stay.
func (s *Service) Delete(ctx context.Context, id int64) error {
	return s.db.Tx(ctx, func(ctx context.Context) error { return s.db.Write(ctx).Delete(&Source{}, id).Error })
}

// markSeen notes which items are new, and gives them.
func (s *Service) markSeen(ctx context.Context, id int64, items []Item) ([]Item, error) {
	var fresh []Item
	now := workspace.At(s.ws.Now())
	for _, it := range items {
		key := it.Key
		if len(key) > 1000 {
			key = key[:1000]
		}
		row := item{id, key, now}
		res := s.db.Write(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
		if res.Error != nil {
			return nil, res.Error
		}
		if res.RowsAffected > 0 {
			fresh = append(fresh, it)
		}
	}
	return fresh, nil
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
