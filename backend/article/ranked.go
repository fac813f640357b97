package article

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"relais/backend/workspace"
)

// hit is a match and how well it matches: less is better, as bm25 has it.
type hit struct {
	id   int64
	rank float64
}

// alone is the number of matches up to which one connection ranks them faster
// than several.
const alone = 200

// ranked gives all articles that match, best first and the newest first among
// equals. The matches are ranked in pieces beside each other: bm25 weighs a word
// by the whole index, so that the pieces fit together.
func (s *Service) ranked(ctx context.Context, expr string, span workspace.TextSpan, c cut) ([]int64, error) {
	pieces := int64(max(1, min(runtime.GOMAXPROCS(0), s.db.Beside(ctx), 1+span.Matches/alone)))
	found := make([][]hit, pieces)
	width := (span.Last-span.First)/pieces + 1
	g, ctx := errgroup.WithContext(ctx)
	for i := range pieces {
		g.Go(func() (err error) {
			from := span.First + i*width
			found[i], err = s.rankBetween(ctx, expr, from, from+width-1, c)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	all := slices.Concat(found...)
	slices.SortFunc(all, func(a, b hit) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.id, a.id)) })
	ids := make([]int64, len(all))
	for i, h := range all {
		ids[i] = h.id
	}
	return ids, nil
}

func (s *Service) rankBetween(ctx context.Context, expr string, from, to int64, c cut) ([]hit, error) {
	rows, err := s.db.Read(ctx).Raw("SELECT a.id, i.rank FROM article_index i CROSS JOIN article a ON a.id = i.rowid WHERE article_index MATCH ? AND i.rowid BETWEEN ? AND ?"+c.where,
		slices.Concat([]any{expr, from, to}, c.args)...).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var hits []hit
	for rows.Next() {
		var h hit
		if err := rows.Scan(&h.id, &h.rank); err != nil {
			return nil, err
		}
		hits = append(hits, h)
	}
	return hits, rows.Err()
}

// keptLists is how many lists are remembered: the one that is scrolled and some
// that one goes back to.
const keptLists = 8

// lists remembers what lists hold as long as nothing in the database changes,
// so that paging on through one does not make it anew.
type lists struct {
	mu     sync.Mutex
	recent []knownList
}

type knownList struct {
	version uint64
	key     string
	ids     []int64
	n       int
}

func listKey(order, expr string, c cut) string {
	return fmt.Sprintf("%s\x00%s\x00%s\x00%v", order, expr, c.where, c.args)
}

func (l *lists) list(version uint64, key string, read func() ([]int64, error)) ([]int64, error) {
	k, err := l.get(version, key, func(k *knownList) (err error) { k.ids, err = read(); return err })
	return k.ids, err
}

func (l *lists) count(version uint64, key string, read func() (int, error)) (int, error) {
	k, err := l.get(version, key, func(k *knownList) (err error) { k.n, err = read(); return err })
	return k.n, err
}

func (l *lists) get(version uint64, key string, read func(*knownList) error) (knownList, error) {
	l.mu.Lock()
	for _, k := range l.recent {
		if k.version == version && k.key == key {
			l.mu.Unlock()
			return k, nil
		}
	}
	l.mu.Unlock()
	k := knownList{version: version, key: key}
	if err := read(&k); err != nil {
		return k, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.recent = append(slices.DeleteFunc(l.recent, func(o knownList) bool { return o.version != version || o.key == key }), k)
	if len(l.recent) > keptLists {
		l.recent = l.recent[1:]
	}
	return k, nil
}
