package article

import (
	"context"
	"fmt"
	"slices"
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
const manyHits = 5000

// List gives the ids at offset of the list that the filter describes.
func (s *Service) List(ctx context.Context, f Filter, offset, limit int) (Page, error) {
	limit = max(1, min(limit, 500))
	q := s.ParseQuery(f.Query, s.ws.Now())
	c, err := s.conditions(ctx, f, &q)
	if err != nil {
		return Page{}, err
	}
	c.offset, c.limit = max(0, offset), limit
	var p Page
	if expr := s.index.Expression(q.clauses); expr != "" {
		p, err = s.matching(ctx, expr, c)
	} else {
		p, err = s.plainList(ctx, f.Oldest, c)
	}
	if err != nil {
		return Page{}, fmt.Errorf("article: list: %w", err)
	}
	return p, nil
}

// cut is the part of a list that is wanted, and what narrows the list.
type cut struct {
	where         string
	args          []any
	states        []string // those that are listed
	narrowed      bool     // by more than the states
	offset, limit int
}

// of gives the wanted part of a whole list.
func (c cut) of(ids []int64) []int64 {
	from := min(c.offset, len(ids))
	return slices.Clone(ids[from:min(len(ids), from+c.limit)])
}

// matching lists what the words of a query match: best first, or newest first
// where that many match that ranking them would be felt.
func (s *Service) matching(ctx context.Context, expr string, c cut) (Page, error) {
	keys, err := s.index.Matches(ctx, expr, manyHits+1)
	if err != nil {
		return Page{}, err
	}
	if len(keys) <= manyHits {
		ids, err := s.known.list(s.db.Version(), listKey("rank", expr, c), func() ([]int64, error) { return s.ranked(ctx, expr, keys, c) })
		return Page{IDs: c.of(ids), Order: ByRank, Total: len(ids)}, err
	}
	p := Page{IDs: []int64{}, Order: ByDate, Total: len(keys), Many: true}
	// CROSS JOIN keeps the index in front, so that reading stops at the limit.
	err = s.db.Read(ctx).Raw("SELECT a.id FROM article_index i CROSS JOIN article a ON a.id = i.rowid WHERE article_index MATCH ?"+c.where+
		" ORDER BY i.rowid DESC LIMIT ? OFFSET ?", slices.Concat([]any{expr}, c.args, []any{c.limit, c.offset})...).Scan(&p.IDs).Error
	if len(p.IDs) < c.limit { // what narrows the list beside the words leaves this many
		p.Total, p.Many = c.offset+len(p.IDs), false
	}
	return p, err
}

// deep is the offset from which the ids of a whole list are fetched and kept:
// SQLite steps over every row before an offset.
const deep = 1000

func (s *Service) plainList(ctx context.Context, oldest bool, c cut) (Page, error) {
	order, cond := "a.added_at DESC, a.id DESC", strings.TrimPrefix(c.where, " AND ")
	if oldest {
		order = "a.added_at, a.id"
	}
	read := func(limit, offset int) (ids []int64, err error) {
		err = s.db.Read(ctx).Raw("SELECT a.id FROM article a WHERE "+cond+" ORDER BY "+order+" LIMIT ? OFFSET ?", slices.Concat(c.args, []any{limit, offset})...).Scan(&ids).Error
		return ids, err
	}
	p := Page{IDs: []int64{}, Order: ByDate}
	if c.offset >= deep {
		ids, err := s.known.list(s.db.Version(), listKey(order, "", c), func() ([]int64, error) { return read(-1, 0) })
		p.IDs, p.Total = c.of(ids), len(ids)
		return p, err
	}
	ids, err := read(c.limit, c.offset)
	p.IDs = append(p.IDs, ids...)
	if c.offset == 0 && err == nil { // whoever pages on knows it from the first page
		p.Total, err = s.known.count(s.db.Version(), listKey("count", "", c), func() (n int, err error) {
			query := "SELECT COUNT(*) FROM article a WHERE " + cond
			if cond == stateAlone {
				query = "SELECT n FROM article_count WHERE state = ?"
			}
			err = s.db.Read(ctx).Raw(query, c.args...).Scan(&n).Error
			return n, err
		})
	}
	return p, err
}

const (
	listed     = "a.duplicate_of IS NULL"
	stateAlone = listed + " AND a.state = ?" // the condition whose count is known
)

// allStates are the states of an article, in the order of its life.
var allStates = []string{Inbox, Kept, Archived, Expired, Discarded}

// conditions writes what narrows a list beside words. Repeats of a story are
// never listed for themselves.
func (s *Service) conditions(ctx context.Context, f Filter, q *Query) (cut, error) {
	c := cut{where: " AND " + listed, states: allStates}
	add := func(cond string, arg ...any) {
		c.where += " AND " + cond
		c.args = append(c.args, arg...)
		c.narrowed = true
	}
	switch {
	case len(q.States) > 0:
		c.states = q.States
		add("a.state IN ?", q.States)
	case f.State != "":
		c.states = []string{f.State}
		add("a.state = ?", f.State)
	case f.Query != "":
		c.states = allStates[:len(allStates)-1]
		add("a.state <> ?", Discarded)
	}
	c.narrowed = false
	if f.SourceID != 0 {
		add("a.id IN (SELECT id FROM article WHERE source_id = ? UNION ALL SELECT article_id FROM article_sighting WHERE source_id = ?)", f.SourceID, f.SourceID)
	}
	if f.TopicID != 0 {
		add("a.id IN (SELECT article_id FROM article_topic WHERE topic_id = ? AND refused = 0)", f.TopicID)
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
			return c, err
		}
		add("a.id IN (SELECT article_id FROM article_topic WHERE topic_id IN ? AND refused = 0)", ids)
	}
	for _, name := range q.Sources {
		ids, err := s.sourcesLike(ctx, name)
		if err != nil {
			return c, err
		}
		add("(a.source_id IN ? OR a.site_name LIKE ?)", ids, "%"+name+"%")
	}
	return c, nil
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
