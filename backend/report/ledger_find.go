package report

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"

	"gorm.io/gorm"

	"relais/backend/share"
	"relais/backend/staff/roster"
)

// anyState asks for void shares too.
const anyState = "any"

// found is a share on the page that is looked for.
type found struct {
	day int32
	id  int64
}

// before says whether a share stands above another in the list.
func (a found) before(b found) int {
	if c := cmp.Compare(b.day, a.day); c != 0 {
		return c
	}
	return cmp.Compare(b.id, a.id)
}

// finder looks through the packed ledger for one page of it.
type finder struct {
	f       LedgerFilter
	limit   int
	days    span
	last    found // the page begins behind it
	states  [4]bool
	codes   [3]int32 // network, department and language: a code of the ledger, anyCode or noCode
	posts   []bool   // nil where any will do; by id
	words   *worded
	page    []found
	settled bool // the page is full
	floor   found
}

// findLines gives the ids of one page of the ledger.
func (s *Service) findLines(ctx context.Context, db *gorm.DB, f LedgerFilter) ([]int64, error) {
	columns, err := s.ledger.Columns(ctx, db)
	if err != nil {
		return nil, err
	}
	look, err := newFinder(db, columns, f)
	if err != nil {
		return nil, err
	}
	// The newest segments first, some at a time: the first page is mostly in them.
	heads := slices.Clone(columns.Heads)
	sort.Slice(heads, func(i, j int) bool { return heads[i].DayTo > heads[j].DayTo })
	const atOnce = 32
	var rows share.Rows
	for len(heads) > 0 && !look.over(heads[0]) {
		part := map[int64]bool{}
		for _, h := range heads[:min(atOnce, len(heads))] {
			part[h.ID] = look.wants(h)
		}
		heads = heads[min(atOnce, len(heads)):]
		segments, err := columns.Fetch(func(h share.Head) bool { return part[h.ID] })
		if err != nil {
			return nil, err
		}
		for _, seg := range segments {
			rows.Read(seg)
			look.through(&rows)
		}
	}
	look.trim()
	ids := make([]int64, len(look.page))
	for i, p := range look.page {
		ids[i] = p.id
	}
	return ids, nil
}

func newFinder(db *gorm.DB, columns *share.Columns, f LedgerFilter) (*finder, error) {
	look := &finder{f: f, limit: f.limit(), days: span{everFrom, everTo}}
	if f.From != "" {
		look.days.from = dayText(f.From)
	}
	if f.To != "" {
		look.days.to = dayText(f.To)
	}
	if f.Before.ID != 0 {
		look.last = found{dayText(f.Before.SharedOn), f.Before.ID}
		look.days.to = min(look.days.to, look.last.day)
	}
	for name, code := range map[string]int{share.Counted: share.PackedCounted, share.Held: share.PackedHeld, share.Void: share.PackedVoid} {
		look.states[code] = f.State == name || f.State == anyState || (f.State == "" && name != share.Void)
	}
	for i, word := range []string{f.Network, f.Department, f.Language} {
		look.codes[i] = anyCode
		if word != "" {
			look.codes[i] = noCode
			if c, ok := columns.Code(word); ok {
				look.codes[i] = c
			}
		}
	}
	if f.aboutPosts() {
		if err := look.choosePosts(db, columns); err != nil {
			return nil, err
		}
	}
	if text := roster.Fold(strings.TrimSpace(f.Words)); text != "" {
		var err error
		if look.words, err = findWords(db, text); err != nil {
			return nil, err
		}
	}
	return look, nil
}

func (l *finder) choosePosts(db *gorm.DB, columns *share.Columns) error {
	catalogue, err := readCatalogue(db)
	if err != nil {
		return err
	}
	most := int32(0)
	for _, h := range columns.Heads {
		most = max(most, h.PostTo)
	}
	l.posts = make([]bool, most+1)
	for id := range l.posts {
		l.posts[id] = catalogue.admits(l.f.Filter, int32(id))
	}
	return nil
}

// wants says whether a segment may have shares of the page. What its head says of
// days leaves void shares out.
func (l *finder) wants(h share.Head) bool {
	return l.states[share.PackedVoid] || l.days.meets(span{h.DayFrom, h.DayTo})
}

// over says whether all segments from this one on are too old for the page.
func (l *finder) over(h share.Head) bool {
	return l.settled && !l.states[share.PackedVoid] && h.DayTo < l.floor.day
}

func (l *finder) through(rows *share.Rows) {
	for i := range rows.Len() {
		state := rows.StateAt(i)
		if state == 0 || !l.states[state] || rows.Day[i] < l.days.from || rows.Day[i] > l.days.to ||
			!lets(l.codes[0], rows.Network[i]) || !lets(l.codes[1], rows.Department[i]) || !lets(l.codes[2], rows.Language[i]) {
			continue
		}
		at := found{rows.Day[i], rows.First + int64(i)}
		if (l.f.Before.ID != 0 && at.before(l.last) <= 0) || (l.settled && at.before(l.floor) >= 0) {
			continue
		}
		if (l.posts != nil && !l.posts[rows.Post[i]]) || (l.words != nil && !l.words.match(rows, i, at.id)) {
			continue
		}
		l.page = append(l.page, at)
		if len(l.page) >= 2*l.limit {
			l.trim()
		}
	}
	l.trim()
}

func lets(wanted, code int32) bool { return wanted == anyCode || wanted == code }

// trim keeps what stands on the page, in its order.
func (l *finder) trim() {
	slices.SortFunc(l.page, found.before)
	if len(l.page) >= l.limit {
		l.page = l.page[:l.limit]
		l.settled, l.floor = true, l.page[l.limit-1]
	}
}

// worded is where words were found: in titles of posts, in names of people, and
// in the titles of imported shares.
type worded struct {
	posts, people set
	shares        map[int64]bool
}

func (w *worded) match(rows *share.Rows, i int, id int64) bool {
	return w.posts.has(int(rows.Post[i])) || (rows.Person[i] >= 0 && w.people.has(int(rows.Person[i]))) || w.shares[id]
}

func findWords(db *gorm.DB, text string) (*worded, error) {
	w := &worded{shares: map[int64]bool{}}
	for _, q := range []struct {
		into *set
		sql  string
	}{{&w.posts, "SELECT id, title FROM post ORDER BY id DESC"}, {&w.people, "SELECT id, name FROM staff ORDER BY id DESC"}} {
		err := scanEach(db, func(scan func(...any) error) error {
			var id int
			var name string
			if err := scan(&id, &name); err != nil {
				return err
			}
			if *q.into == nil {
				*q.into = newSet(id + 1)
			}
			if strings.Contains(roster.Fold(name), text) {
				q.into.add(id)
			}
			return nil
		}, q.sql)
		if err != nil {
			return nil, err
		}
	}
	var titles []string
	if err := db.Raw("SELECT DISTINCT title FROM share WHERE title <> ''").Scan(&titles).Error; err != nil {
		return nil, err
	}
	for _, title := range titles {
		if !strings.Contains(roster.Fold(title), text) {
			continue
		}
		var ids []int64
		if err := db.Raw("SELECT id FROM share WHERE title <> '' AND title = ?", title).Scan(&ids).Error; err != nil {
			return nil, err
		}
		for _, id := range ids {
			w.shares[id] = true
		}
	}
	return w, nil
}
