package share

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"time"

	"gorm.io/gorm"
)

// Pack writes the segments of whatever changed. It belongs to the transaction of
// the change; on its own it packs what was changed from outside.
func (s *Service) Pack(ctx context.Context) error {
	return wrap(s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var dirty []int64
		if err := s.ws.DB.Write(ctx).Raw("SELECT segment FROM share_dirty ORDER BY segment").Scan(&dirty).Error; err != nil {
			return err
		}
		if len(dirty) == 0 {
			return nil
		}
		words, err := s.codes(ctx, s.ws.DB.Write(ctx), true)
		if err != nil {
			return err
		}
		for _, id := range dirty {
			if err := s.packOne(ctx, id, words); err != nil {
				return err
			}
		}
		return s.ws.DB.Write(ctx).Exec("DELETE FROM share_dirty").Error
	}))
}

func (s *Service) packOne(ctx context.Context, id int64, words map[string]uint16) error {
	u, err := readSegment(s.ws.DB.Write(ctx), id, words)
	if err != nil {
		return err
	}
	// A random version: a number that counts up could come twice, after a
	// transaction that was rolled back, for two contents.
	var version [8]byte
	if _, err := rand.Read(version[:]); err != nil {
		return err
	}
	h := u.head
	return s.ws.DB.Write(ctx).Exec(`REPLACE INTO share_segment
		(id, version, day_from, day_to, request_from, request_to, post_to, person_from, person_to, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, int64(binary.LittleEndian.Uint64(version[:])>>1), h.DayFrom, h.DayTo, h.RequestFrom, h.RequestTo, h.PostTo, h.PersonFrom, h.PersonTo, u.bytes()).Error
}

// Fold packs what was changed from outside, where that is so much that every
// view would lose time on it. It gives way to whoever writes, and never fails.
func (s *Service) Fold(ctx context.Context) {
	var n int64
	err := s.ws.DB.Read(ctx).Raw("SELECT COUNT(*) FROM share_dirty").Scan(&n).Error
	if err != nil || n < foldFrom || s.ws.ReadOnly() {
		return
	}
	if err := s.Pack(ctx); err != nil {
		s.ws.Log.Warn("share: ledger not packed", "error", err.Error())
	}
}

// foldFrom is how many changed segments a view packs in memory before they are
// written down.
const foldFrom = 8

// codes gives the number of every word that a segment may hold. Where add is
// set, words of the ledger without a number get one.
func (s *Service) codes(_ context.Context, db *gorm.DB, add bool) (map[string]uint16, error) {
	if add {
		for _, column := range []string{"network", "department", "language"} {
			// Only rows of changed segments can bring a new word.
			err := db.Exec("INSERT OR IGNORE INTO share_code (word) SELECT DISTINCT " + column + " FROM share" +
				" JOIN share_dirty ON share.id BETWEEN share_dirty.segment * 1024 AND share_dirty.segment * 1024 + 1023").Error
			if err != nil {
				return nil, err
			}
		}
	}
	var rows []struct {
		ID   int64
		Word string
	}
	if err := db.Raw("SELECT id, word FROM share_code ORDER BY id").Scan(&rows).Error; err != nil {
		return nil, err
	}
	words := make(map[string]uint16, len(rows))
	for _, r := range rows {
		if r.ID > math.MaxUint16 {
			return nil, fmt.Errorf("share: more than %d words in the ledger", math.MaxUint16)
		}
		words[r.Word] = uint16(r.ID)
	}
	return words, nil
}

// readSegment packs the rows of one segment.
func readSegment(db *gorm.DB, id int64, words map[string]uint16) (*unpacked, error) {
	u, last := newUnpacked(id), -1
	first := id * SegmentSize
	err := each(db, func(scan func(...any) error) error {
		var row packed
		if err := row.scan(scan); err != nil {
			return err
		}
		i := int(row.id - first)
		last = max(last, i)
		return row.put(u, i, words)
	}, packQuery, first, first+SegmentSize-1)
	if err != nil {
		return nil, err
	}
	if err := readFigures(db, u, first); err != nil {
		return nil, err
	}
	u.cut(last + 1)
	return u, nil
}

// The audience is unknown to the sums while a doubt about it is open, and stays
// so where the doubt was decided against it.
const packQuery = `SELECT id, state, shared_on, COALESCE(post_id, 0), person, COALESCE(request_id, 0), network, department, language,
	CASE WHEN EXISTS (SELECT 1 FROM share_flag f WHERE f.share_id = share.id AND f.holds = 2 AND f.decision <> 'accepted')
	THEN NULL ELSE audience END, specialist
FROM share WHERE id BETWEEN ? AND ?`

type packed struct {
	id, post, person, request   int64
	state, day                  string
	network, department, speech string
	audience                    sql.NullInt64
	specialist                  sql.NullBool
}

func (p *packed) scan(scan func(...any) error) error {
	return scan(&p.id, &p.state, &p.day, &p.post, &p.person, &p.request, &p.network, &p.department, &p.speech, &p.audience, &p.specialist)
}

func (p *packed) put(u *unpacked, i int, words map[string]uint16) error {
	t, err := time.Parse(dayLayout, p.day)
	if err != nil {
		return err
	}
	state := map[string]int64{Counted: PackedCounted, Held: PackedHeld, Void: PackedVoid}[p.state]
	if p.specialist.Valid {
		state |= topicKnown
		if p.specialist.Bool {
			state |= topicHeld
		}
	}
	day := DayNumber(t)
	for col, v := range [...]int64{colState: state, colDay: int64(day), colPost: p.post, colPerson: p.person, colRequest: p.request,
		colNetwork: int64(words[p.network]), colDepartment: int64(words[p.department]), colLanguage: int64(words[p.speech])} {
		u.columns[col][i] = v
	}
	if p.audience.Valid {
		u.columns[colAudience][i] = clamp(p.audience.Int64)
	}
	u.head.include(p, day)
	return nil
}

// include widens what the head says to one more share.
func (h *Head) include(p *packed, day int32) {
	h.PostTo = max(h.PostTo, int32(p.post))
	h.PersonFrom, h.PersonTo = min(h.PersonFrom, int32(p.person)), max(h.PersonTo, int32(p.person))
	if p.state == Void {
		return
	}
	h.DayFrom, h.DayTo = min(h.DayFrom, day), max(h.DayTo, day)
	if p.request != 0 {
		h.RequestFrom, h.RequestTo = min(h.RequestFrom, int32(p.request)), max(h.RequestTo, int32(p.request))
	}
}

// DayNumber counts the days from 1 January 1970 to the calendar date of t.
func DayNumber(t time.Time) int32 {
	y, m, d := t.Date()
	return int32(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func clamp(v int64) int64 { return min(max(v, 0), Unknown-1) }

// readFigures fills in, for each share and kind, the figure that stands.
func readFigures(db *gorm.DB, u *unpacked, first int64) error {
	at := map[string]int{}
	for i, kind := range Kinds() {
		at[kind] = i
	}
	return each(db, func(scan func(...any) error) error {
		var id, value int64
		var kind string
		if err := scan(&id, &kind, &value); err != nil {
			return err
		}
		u.columns[colFigures+at[kind]][id-first] = clamp(value)
		return nil
	}, `SELECT share_id, kind, value FROM share_figure f
WHERE share_id BETWEEN ? AND ? AND voided_at IS NULL
AND NOT EXISTS (SELECT 1 FROM share_figure c WHERE c.share_id = f.share_id AND c.supersedes = f.id AND c.voided_at IS NULL)
ORDER BY share_id, kind, reported_at, id`, first, first+SegmentSize-1)
}

// each runs a query and hands over every row.
func each(db *gorm.DB, row func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := db.Raw(query, args...).Rows()
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}
