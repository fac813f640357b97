package article

import (
	"context"
	"fmt"
	"strings"

	"relais/backend/workspace"
)

// Filter says which articles a list holds. Empty fields do not narrow it.
type Filter struct {
	State    string
	SourceID int64
	TopicID  int64
	Kind     string
	Query    string // as typed
	Oldest   bool   // oldest first, without words
}

// Orders of a list.
const (
	ByDate = "newest" // newest first
	ByRank = "best"   // best match first
)

// Page is a piece of a list.
type Page struct {
	IDs   []int64
	Order string
	// Total is the length of the list, told with its first page; where Many is set there are more matches
	// than are counted, and they come newest first.
	Total int
	Many  bool
}

// manyHits is from how many matches on a list comes newest first: ranking all
// of them would take longer than anybody waits for a keystroke.
const manyHits = 3000

// List gives the ids at offset of the list that the filter describes.
func (s *Service) List(ctx context.Context, f Filter, offset, limit int) (Page, error) {
	limit = max(1, min(limit, 500))
	q := s.ParseQuery(f.Query, s.ws.Now())
	where, args, err := s.conditions(ctx, f, &q)
	if err != nil {
		return Page{}, err
	}
	expr := s.index.Expression(q.clauses)
	if expr == "" {
		return s.plainList(ctx, f, where, args, offset, limit)
	}
	hits, err := s.index.Count(ctx, expr, manyHits+1)
	if err != nil {
		return Page{}, err
	}
	p := Page{IDs: []int64{}, Order: ByRank, Many: hits > manyHits, Total: hits}
	order := "i.rank, a.id DESC"
	if p.Many {
		p.Order, order = ByDate, "i.rowid DESC"
	}
	from := "article_index i JOIN article a ON a.id = i.rowid WHERE article_index MATCH ?" + where
	all := append([]any{expr}, args...)
	if p.Many {
		// CROSS JOIN keeps the index in front, so that reading stops at the limit.
		from = "article_index i CROSS JOIN article a ON a.id = i.rowid WHERE article_index MATCH ?" + where
	} else if err := s.db.Read(ctx).Raw("SELECT COUNT(*) FROM "+from, all...).Scan(&p.Total).Error; err != nil {
		return Page{}, fmt.Errorf("article: list: %w", err)
	}
	err = s.db.Read(ctx).Raw("SELECT a.id FROM "+from+" ORDER BY "+order+" LIMIT ? OFFSET ?", append(all, limit, offset)...).Scan(&p.IDs).Error
	if err != nil {
		return Page{}, fmt.Errorf("article: list: %w", err)
	}
	return p, nil
}

func (s *Service) plainList(ctx context.Context, f Filter, where string, args []any, offset, limit int) (Page, error) {
	p := Page{IDs: []int64{}, Order: ByDate}
	cond := strings.TrimPrefix(where, " AND ")
	if offset == 0 { // whoever pages on knows it from the first page
		if err := s.db.Read(ctx).Raw("SELECT COUNT(*) FROM article a WHERE "+cond, args...).Scan(&p.Total).Error; err != nil {
			return Page{}, fmt.Errorf("article: list: %w", err)
		}
	}
	order := "a.added_at DESC, a.id DESC"
	if f.Oldest {
		order = "a.added_at, a.id"
	}
	err := s.db.Read(ctx).Raw("SELECT a.id FROM article a WHERE "+cond+" ORDER BY "+order+" LIMIT ? OFFSET ?", append(args, limit, offset)...).Scan(&p.IDs).Error
	if err != nil {
		return Page{}, fmt.Errorf("article: list: %w", err)
	}
	return p, nil
}

// conditions writes what narrows a list beside words. Repeats of a story are
// never listed for themselves.
func (s *Service) conditions(ctx context.Context, f Filter, q *Query) (string, []any, error) {
	sql, args := " AND a.duplicate_of IS NULL", []any{}
	add := func(cond string, arg ...any) {
		sql += " AND " + cond
		args = append(args, arg...)
	}
	switch {
	case len(q.States) > 0:
		add("a.state IN ?", q.States)
	case f.State != "":
		add("a.state = ?", f.State)
	case f.Query != "":
		add("a.state <> ?", Discarded)
	}
	if f.SourceID != 0 {
		add("(a.source_id = ? OR EXISTS (SELECT 1 FROM article_sighting g WHERE g.article_id = a.id AND g.source_id = ?))", f.SourceID, f.SourceID)
	}
	if f.TopicID != 0 {
		add("EXISTS (SELECT 1 FROM article_topic x WHERE x.article_id = a.id AND x.topic_id = ? AND x.refused = 0)", f.TopicID)
	}
	if f.Kind != "" {
		add("a.kind = ?", f.Kind)
	}
	if len(q.Kinds) > 0 {
		add("a.kind IN ?", q.Kinds)
	}
	if q.Lang != "" {
		add("a.language = ?", q.Lang)
	}
	if !q.Before.IsZero() {
		add("COALESCE(a.published_at, a.added_at) < ?", workspace.At(q.Before))
	}
	if !q.After.IsZero() {
		add("COALESCE(a.published_at, a.added_at) >= ?", workspace.At(q.After))
	}
	for _, name := range q.Topics {
		ids, err := s.topicsLike(ctx, name)
		if err != nil {
			return "", nil, err
		}
		add("EXISTS (SELECT 1 FROM article_topic x WHERE x.article_id = a.id AND x.topic_id IN ? AND x.refused = 0)", ids)
	}
	for _, name := range q.Sources {
		ids, err := s.sourcesLike(ctx, name)
		if err != nil {
			return "", nil, err
		}
		add("(a.source_id IN ? OR a.site_name LIKE ?)", ids, "%"+name+"%")
	}
	return sql, args, nil
}

// topicsLike gives the topics whose name begins with, or has, the words; and
// those below them in the tree.
func (s *Service) topicsLike(ctx context.Context, name string) ([]int64, error) {
	all, err := s.Topics(ctx)
	if err != nil {
		return nil, err
	}
	ids := []int64{-1}
	found := map[int64]bool{}
	for _, t := range all {
		if strings.Contains(fold(t.Name), fold(name)) {
			ids = append(ids, t.ID)
			found[t.ID] = true
		}
	}
	for range 5 {
		for _, t := range all {
			if t.ParentID != nil && found[*t.ParentID] && !found[t.ID] {
				ids = append(ids, t.ID)
				found[t.ID] = true
			}
		}
	}
	return ids, nil
}

func (s *Service) sourcesLike(ctx context.Context, name string) ([]int64, error) {
	var rows []struct {
		ID         int64
		Title, URL string
	}
	if err := s.db.Read(ctx).Raw("SELECT id, title, url FROM source").Scan(&rows).Error; err != nil {
		return nil, err
	}
	ids := []int64{-1}
	for _, r := range rows {
		if strings.Contains(fold(r.Title), fold(name)) || strings.Contains(strings.ToLower(r.URL), strings.ToLower(name)) {
			ids = append(ids, r.ID)
		}
	}
	return ids, nil
}

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
	var found []Row
	err := s.db.Read(ctx).Raw(`SELECT a.*, COALESCE(src.title, '') AS source,
		1 + (SELECT COUNT(*) FROM article d WHERE d.duplicate_of = a.id)
		  + (SELECT COUNT(*) FROM article_sighting g WHERE g.article_id = a.id AND g.source_id IS NOT a.source_id) AS sources
		FROM article a LEFT JOIN source src ON src.id = a.source_id WHERE a.id IN ?`, ids).Scan(&found).Error
	if err != nil {
		return nil, fmt.Errorf("article: rows: %w", err)
	}
	byID := make(map[int64]*Row, len(found))
	for i := range found {
		found[i].Topics = []RowTopic{}
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
