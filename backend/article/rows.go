package article

import (
	"context"
	"fmt"
)

// Row is an article as a list shows it.
type Row struct {
	Article
	Source  string     // title of the source
	Sources int        // how many places have the story, 1 for itself alone
	Topics  []RowTopic `gorm:"-"`
}

// RowTopic is a topic of an article: decided by a person, or proposed.
type RowTopic struct {
	ID      int64
	Name    string
	Decided bool
	Why     []string
}

// Rows gives articles by id, in the order of ids; missing ones are left out.
func (s *Service) Rows(ctx context.Context, ids []int64) ([]Row, error) {
	if len(ids) == 0 {
		return []Row{}, nil
	}
	found, err := s.readRows(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("article: rows: %w", err)
	}
	byID := make(map[int64]*Row, len(found))
	for i := range found {
		byID[found[i].ID] = &found[i]
	}
	if err := s.addTopics(ctx, ids, byID); err != nil {
		return nil, err
	}
	rows := make([]Row, 0, len(ids))
	for _, id := range ids {
		if r := byID[id]; r != nil {
			rows = append(rows, *r)
		}
	}
	return rows, nil
}

// rowColumns are the columns of a Row, in the order of fieldsOf.
const rowColumns = `a.id, a.kind, a.state, a.title, a.byline, a.site_name, a.language, a.excerpt, a.url, a.address_key, a.published_at, a.added_at,
	a.changed_at, a.triaged_at, a.source_id, a.origin, a.suggested_by, a.suggested_name, a.duplicate_of, a.words, a.company, a.place, a.contract,
	a.closes_on, a.expires_on, a.picture, a.copied_at, a.copy_fault, a.note, a.summary, COALESCE(src.title, ''),
	1 + (SELECT COUNT(*) FROM article d WHERE d.duplicate_of = a.id)
	  + (SELECT COUNT(*) FROM article_sighting g WHERE g.article_id = a.id AND g.source_id IS NOT a.source_id)`

func fieldsOf(r *Row) []any {
	return []any{&r.ID, &r.Kind, &r.State, &r.Title, &r.Byline, &r.SiteName, &r.Language, &r.Excerpt, &r.URL, &r.AddressKey, &r.PublishedAt, &r.AddedAt,
		&r.ChangedAt, &r.TriagedAt, &r.SourceID, &r.Origin, &r.SuggestedBy, &r.SuggestedName, &r.DuplicateOf, &r.Words, &r.Company, &r.Place, &r.Contract,
		&r.ClosesOn, &r.ExpiresOn, &r.Picture, &r.CopiedAt, &r.CopyFault, &r.Note, &r.Summary, &r.Source, &r.Sources}
}

// readRows reads without GORM's mapping, which costs more than the query.
func (s *Service) readRows(ctx context.Context, ids []int64) ([]Row, error) {
	rows, err := s.db.Read(ctx).Raw("SELECT "+rowColumns+" FROM article a LEFT JOIN source src ON src.id = a.source_id WHERE a.id IN ?", ids).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := make([]Row, 0, len(ids))
	for rows.Next() {
		r := Row{Topics: []RowTopic{}}
		if err := rows.Scan(fieldsOf(&r)...); err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	return found, rows.Err()
}

func (s *Service) addTopics(ctx context.Context, ids []int64, byID map[int64]*Row) error {
	var links []struct {
		ArticleID, TopicID int64
		Name, Why          string
		Decided            bool
	}
	err := s.db.Read(ctx).Raw(`SELECT x.article_id, x.topic_id, t.name, x.why, x.decided FROM article_topic x JOIN topic t ON t.id = x.topic_id
		WHERE x.article_id IN ? AND x.refused = 0 ORDER BY x.decided DESC, x.score DESC`, ids).Scan(&links).Error
	if err != nil {
		return fmt.Errorf("article: topics: %w", err)
	}
	for _, l := range links {
		if r := byID[l.ArticleID]; r != nil {
			r.Topics = append(r.Topics, RowTopic{ID: l.TopicID, Name: l.Name, Decided: l.Decided, Why: listOf(l.Why)})
		}
	}
	return nil
}
