package share

import (
	"context"
	"fmt"
	"sort"
	"sync"

	"gorm.io/gorm"
)

// Columns is the ledger as columns, as of the transaction that it was opened in.
// Segments are fetched as they are needed, and kept for the next view.
type Columns struct {
	Heads []Head // in the order of ids

	s      *Service
	db     *gorm.DB
	marked map[int64]*Segment // packed on the way
	codes  map[string]uint16
	words  map[uint16]string
}

// Code gives the number of a word, false where no share has it.
func (c *Columns) Code(word string) (int32, bool) {
	code, ok := c.codes[word]
	return int32(code), ok
}

// Codes gives how many numbers there may be: every number is below it.
func (c *Columns) Codes() int {
	most := 0
	for code := range c.words {
		most = max(most, int(code))
	}
	return most + 1
}

// Word gives the word of a number.
func (c *Columns) Word(code int) string { return c.words[uint16(code)] }

// columnCache holds the segments read so far, by id.
type columnCache struct {
	mu       sync.Mutex
	segments map[int64]*Segment
}

// Columns opens the ledger in the reading transaction db. What somebody changed
// from outside is packed from its rows on the way.
func (s *Service) Columns(ctx context.Context, db *gorm.DB) (*Columns, error) {
	c := &Columns{s: s, db: db, words: map[uint16]string{}, marked: map[int64]*Segment{}}
	var err error
	if c.codes, err = s.codes(ctx, db, false); err != nil {
		return nil, wrap(err)
	}
	if err := c.readMarked(); err != nil {
		return nil, wrap(err)
	}
	for word, code := range c.codes {
		c.words[code] = word
	}
	return c, wrap(c.readHeads())
}

func (c *Columns) readHeads() error {
	for _, seg := range c.marked {
		c.Heads = append(c.Heads, seg.Head)
	}
	err := each(c.db, func(scan func(...any) error) error {
		var h Head
		err := scan(&h.ID, &h.Version, &h.DayFrom, &h.DayTo, &h.RequestFrom, &h.RequestTo, &h.PostTo, &h.PersonFrom, &h.PersonTo)
		if _, ok := c.marked[h.ID]; !ok {
			c.Heads = append(c.Heads, h)
		}
		return err
	}, `SELECT id, version, day_from, day_to, request_from, request_to, post_to, person_from, person_to FROM share_segment`)
	sort.Slice(c.Heads, func(i, j int) bool { return c.Heads[i].ID < c.Heads[j].ID })
	return err
}

// Fetch gives the segments whose head is wanted, in the order of ids. It belongs
// to the transaction of Columns.
func (c *Columns) Fetch(want func(Head) bool) ([]*Segment, error) {
	c.s.cache.mu.Lock()
	defer c.s.cache.mu.Unlock()
	cache := c.s.cache.segments
	if cache == nil {
		cache = map[int64]*Segment{}
		c.s.cache.segments = cache
	}
	var heads []Head
	var missing []Head
	for _, h := range c.Heads {
		if !want(h) {
			continue
		}
		heads = append(heads, h)
		if have := cache[h.ID]; c.marked[h.ID] == nil && (have == nil || have.Version != h.Version) {
			missing = append(missing, h)
		}
	}
	if err := c.read(missing, cache); err != nil {
		return nil, err
	}
	out := make([]*Segment, 0, len(heads))
	for _, h := range heads {
		seg := c.marked[h.ID]
		if seg == nil {
			seg = cache[h.ID]
		}
		out = append(out, seg)
	}
	return out, nil
}

// read fetches segments from the database, a run of ids at a time.
func (c *Columns) read(missing []Head, into map[int64]*Segment) error {
	for len(missing) > 0 {
		n := 1
		for n < len(missing) && missing[n].ID == missing[n-1].ID+1 {
			n++
		}
		run := missing[:n]
		missing = missing[n:]
		at := 0
		err := each(c.db, func(scan func(...any) error) error {
			var id int64
			var data []byte
			if err := scan(&id, &data); err != nil {
				return err
			}
			if at >= len(run) || run[at].ID != id {
				return fmt.Errorf("share: segment %d was not asked for", id)
			}
			seg, err := decodeSegment(run[at], data)
			if err != nil {
				return err
			}
			into[id] = seg
			at++
			return nil
		}, "SELECT id, data FROM share_segment WHERE id BETWEEN ? AND ? ORDER BY id", run[0].ID, run[n-1].ID)
		if err != nil {
			return err
		}
	}
	return nil
}

// readMarked packs, in memory alone, what was changed without being packed.
func (c *Columns) readMarked() error {
	var dirty []int64
	if err := c.db.Raw("SELECT segment FROM share_dirty ORDER BY segment").Scan(&dirty).Error; err != nil || len(dirty) == 0 {
		return err
	}
	if err := nameNew(c.db, c.codes); err != nil {
		return err
	}
	for _, id := range dirty {
		u, err := readSegment(c.db, id, c.codes)
		if err != nil {
			return err
		}
		if c.marked[id], err = decodeSegment(u.head, u.bytes()); err != nil {
			return err
		}
	}
	return nil
}

// nameNew gives numbers, for this reading alone, to words that have none yet.
func nameNew(db *gorm.DB, codes map[string]uint16) error {
	next := uint16(0)
	for _, code := range codes {
		next = max(next, code)
	}
	for _, column := range []string{"network", "department", "language"} {
		err := each(db, func(scan func(...any) error) error {
			var word string
			if err := scan(&word); err != nil {
				return err
			}
			if _, ok := codes[word]; !ok {
				next++
				codes[word] = next
			}
			return nil
		}, "SELECT DISTINCT "+column+" FROM share JOIN share_dirty ON share.id BETWEEN share_dirty.segment * 1024 AND share_dirty.segment * 1024 + 1023")
		if err != nil {
			return err
		}
	}
	return nil
}
