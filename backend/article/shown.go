package article

import (
	"context"
	"slices"
	"strings"
)

// idSet is a set of ids: chunks of 64 of them, a bit each, as article_shown
// keeps them.
type idSet map[int64]uint64

func (s idSet) has(id int64) bool { return s[id>>6]&(1<<(id&63)) != 0 }

func (s idSet) add(id int64) { s[id>>6] |= 1 << (id & 63) }

// shown gives a set in which every article stands that matches expr and is
// listed, and no other that matches.
func (s *Service) shown(ctx context.Context, expr string, c cut) (idSet, error) {
	if c.narrowed {
		return s.narrowed(ctx, expr, c)
	}
	k, err := s.known.get(s.db.Version(), "shown\x00"+strings.Join(c.states, " "), func(k *knownList) (err error) {
		k.shown, err = s.inStates(ctx, c.states)
		return err
	})
	return k.shown, err
}

// narrowed reads the rows of what matches.
func (s *Service) narrowed(ctx context.Context, expr string, c cut) (idSet, error) {
	var ids []int64
	err := s.db.Read(ctx).Raw("SELECT a.id FROM article_index i CROSS JOIN article a ON a.id = i.rowid WHERE article_index MATCH ?"+c.where,
		slices.Concat([]any{expr}, c.args)...).Scan(&ids).Error
	set := make(idSet, len(ids))
	for _, id := range ids {
		set.add(id)
	}
	return set, err
}

func (s *Service) inStates(ctx context.Context, states []string) (idSet, error) {
	rows, err := s.db.Read(ctx).Raw("SELECT chunk, bits FROM article_shown WHERE state IN ?", states).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	set := idSet{}
	for rows.Next() {
		var chunk, bits int64
		if err := rows.Scan(&chunk, &bits); err != nil {
			return nil, err
		}
		set[chunk] |= uint64(bits) //nolint:gosec // The bits of a signed integer are what is kept.
	}
	return set, rows.Err()
}
