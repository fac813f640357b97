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

// alone is the number of matches up to which one connection ranks them faster
// than several.
const alone = 400

// ranked gives all articles that match and are listed, best first and the newest
// first among equals. keys are all that match. They are ranked in pieces beside
// each other, and without a look at their rows: which of them are listed is
// known from elsewhere for a fraction of that.
func (s *Service) ranked(ctx context.Context, expr string, keys []int64, c cut) ([]int64, error) {
	beside := min(runtime.GOMAXPROCS(0), s.db.Beside(ctx))
	pieces := max(1, min(beside, len(keys)/alone))
	found := make([][]workspace.TextRank, pieces)
	var shown idSet
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(beside)
	for i := range pieces {
		part := keys[i*len(keys)/pieces : (i+1)*len(keys)/pieces]
		if len(part) == 0 {
			continue
		}
		g.Go(func() (err error) {
			found[i], err = s.index.Ranks(ctx, expr, part[0], part[len(part)-1])
			return err
		})
	}
	g.Go(func() (err error) {
		shown, err = s.shown(ctx, expr, c)
		return err
	})
	if err := g.Wait(); err != nil {
		return nil, err
	}
	all := slices.DeleteFunc(slices.Concat(found...), func(r workspace.TextRank) bool { return !shown.has(r.Key) })
	slices.SortFunc(all, func(a, b workspace.TextRank) int {
		return cmp.Or(cmp.Compare(a.Rank, b.Rank), cmp.Compare(b.Key, a.Key))
	})
	ids := make([]int64, len(all))
	for i, r := range all {
		ids[i] = r.Key
	}
	return ids, nil
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
	shown   idSet
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
