package share

import (
	"context"
	"sync"

	"gorm.io/gorm"
)

// Columns is the whole ledger in memory, as of one moment. It is never changed
// after it was handed out.
type Columns struct {
	Segments []*Segment
	codes    map[string]uint16
	words    map[uint16]string
}

// Code gives the number of a word, false where no share has it.
func (c *Columns) Code(word string) (uint16, bool) {
	code, ok := c.codes[word]
	return code, ok
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
func (c *Columns) Word(code uint16) string { return c.words[code] }

// columnCache holds the segments read so far, by id, each with its version.
type columnCache struct {
	mu       sync.Mutex
	segments map[int64]cached
}

type cached struct {
	version int64
	segment *Segment
}

// Columns gives the ledger as columns. It reads only the segments that changed
// since the last call; those that somebody changed from outside are packed from
// their rows on the way.
func (s *Service) Columns(ctx context.Context) (*Columns, error) {
	s.cache.mu.Lock()
	defer s.cache.mu.Unlock()
	out := &Columns{words: map[uint16]string{}}
	// One transaction, so that segments and what is marked belong together.
	err := s.ws.DB.Read(ctx).Transaction(func(db *gorm.DB) error {
		return s.load(ctx, db, out)
	})
	return out, wrap(err)
}

func (s *Service) load(ctx context.Context, db *gorm.DB, out *Columns) error {
	var err error
	if out.codes, err = s.codes(ctx, db, false); err != nil {
		return err
	}
	versions := map[int64]int64{}
	var order []int64
	err = each(db, func(scan func(...any) error) error {
		var id, version int64
		err := scan(&id, &version)
		versions[id] = version
		order = append(order, id)
		return err
	}, "SELECT id, version FROM share_segment ORDER BY id")
	if err != nil {
		return err
	}
	if err := s.readChanged(db, versions); err != nil {
		return err
	}
	marked, err := s.readMarked(db, out)
	if err != nil {
		return err
	}
	for code, word := range swap(out.codes) {
		out.words[code] = word
	}
	for _, id := range order {
		if seg, ok := marked[id]; ok {
			out.Segments = append(out.Segments, seg)
			delete(marked, id)
			continue
		}
		out.Segments = append(out.Segments, s.cache.segments[id].segment)
	}
	for _, seg := range marked {
		out.Segments = append(out.Segments, seg)
	}
	return nil
}

// readChanged brings the cache to the given versions.
func (s *Service) readChanged(db *gorm.DB, versions map[int64]int64) error {
	if s.cache.segments == nil {
		s.cache.segments = map[int64]cached{}
	}
	for id := range s.cache.segments {
		if _, ok := versions[id]; !ok {
			delete(s.cache.segments, id)
		}
	}
	var missing []int64
	for id, version := range versions {
		if have, ok := s.cache.segments[id]; !ok || have.version != version {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	keep := func(scan func(...any) error) error {
		var id, version int64
		var data []byte
		if err := scan(&id, &version, &data); err != nil {
			return err
		}
		seg, err := decodeSegment(id, data)
		if err != nil {
			return err
		}
		s.cache.segments[id] = cached{version, seg}
		return nil
	}
	const query = "SELECT id, version, data FROM share_segment"
	if len(missing) > len(versions)/4 {
		return each(db, keep, query)
	}
	for _, id := range missing {
		if err := each(db, keep, query+" WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

// readMarked packs, in memory alone, what was changed without being packed.
func (s *Service) readMarked(db *gorm.DB, out *Columns) (map[int64]*Segment, error) {
	var dirty []int64
	if err := db.Raw("SELECT segment FROM share_dirty ORDER BY segment").Scan(&dirty).Error; err != nil || len(dirty) == 0 {
		return nil, err
	}
	if err := nameNew(db, out.codes); err != nil {
		return nil, err
	}
	marked := map[int64]*Segment{}
	for _, id := range dirty {
		seg, err := readSegment(db, id, out.codes)
		if err != nil {
			return nil, err
		}
		marked[id] = seg
	}
	return marked, nil
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

func swap(codes map[string]uint16) map[uint16]string {
	words := make(map[uint16]string, len(codes))
	for word, code := range codes {
		words[code] = word
	}
	return words
}
