package report

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

// requestSpan is how many request ids one packed segment covers.
const requestSpan = 1024

// Codes of a packed request's state; 0 means that no request has that id.
var requestStates = map[string]uint8{
	"open": 1, "shared": 2, "read": 3, "declined": 4, "deferred": 5, "cancelled": 6, "expired": 7,
}

const (
	stateShared = 2
	stateRead   = 3
)

// notSent stands for the day of a request that has not gone out.
const notSent = math.MinInt32

// noAnswer stands for the minutes to an answer that has not come.
const noAnswer = math.MaxUint32

// requestSegment is a run of the requests as columns.
type requestSegment struct {
	first   int64
	state   []uint8
	sent    []int32 // day number, or notSent
	post    []int32
	staff   []int32
	message []int32  // 0 where it went with none
	answer  []uint32 // minutes from sending to the answer, or noAnswer
}

func newRequestSegment(id int64, n int) *requestSegment {
	return &requestSegment{first: id * requestSpan, state: make([]uint8, n), sent: make([]int32, n), post: make([]int32, n),
		staff: make([]int32, n), message: make([]int32, n), answer: make([]uint32, n)}
}

const requestWidth = 1 + 4*4 + 4

func (s *requestSegment) encode() []byte {
	b := make([]byte, 0, 4+len(s.state)*requestWidth)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(s.state)))
	b = append(b, s.state...)
	for _, col := range [][]int32{s.sent, s.post, s.staff, s.message} {
		for _, v := range col {
			b = binary.LittleEndian.AppendUint32(b, uint32(v))
		}
	}
	for _, v := range s.answer {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}

func decodeRequests(id int64, b []byte) (*requestSegment, error) {
	if len(b) < 4 {
		return nil, fmt.Errorf("report: request segment %d is cut short", id)
	}
	n := int(binary.LittleEndian.Uint32(b))
	if n > requestSpan || len(b) != 4+n*requestWidth {
		return nil, fmt.Errorf("report: request segment %d has %d bytes for %d requests", id, len(b), n)
	}
	s := newRequestSegment(id, n)
	b = b[4:]
	copy(s.state, b)
	b = b[n:]
	for _, col := range [][]int32{s.sent, s.post, s.staff, s.message} {
		for i := range col {
			col[i] = int32(binary.LittleEndian.Uint32(b[i*4:]))
		}
		b = b[n*4:]
	}
	for i := range s.answer {
		s.answer[i] = binary.LittleEndian.Uint32(b[i*4:])
	}
	return s, nil
}

// packRequests reads the rows of one segment.
func packRequests(db *gorm.DB, id int64) (*requestSegment, error) {
	seg, last := newRequestSegment(id, requestSpan), -1
	err := scanEach(db, func(scan func(...any) error) error {
		var row int64
		var state string
		var post, staff int64
		var sent, answered, message sql.NullInt64
		if err := scan(&row, &state, &post, &staff, &sent, &answered, &message); err != nil {
			return err
		}
		i := int(row - seg.first)
		last = max(last, i)
		seg.state[i], seg.post[i], seg.staff[i] = requestStates[state], int32(post), int32(staff)
		seg.sent[i], seg.answer[i] = notSent, noAnswer
		if sent.Valid {
			seg.sent[i] = dayOf(sent.Int64)
		}
		if sent.Valid && answered.Valid && answered.Int64 >= sent.Int64 {
			seg.answer[i] = uint32(min((answered.Int64-sent.Int64)/60_000, noAnswer-1))
		}
		if message.Valid {
			seg.message[i] = int32(message.Int64)
		}
		return nil
	}, "SELECT id, state, post_id, staff_id, sent_at, answered_at, message_id FROM request WHERE id BETWEEN ? AND ?",
		seg.first, seg.first+requestSpan-1)
	n := last + 1
	seg.state, seg.sent, seg.post = seg.state[:n], seg.sent[:n], seg.post[:n]
	seg.staff, seg.message, seg.answer = seg.staff[:n], seg.message[:n], seg.answer[:n]
	return seg, err
}

const dayMillis = 24 * 60 * 60 * 1000

// dayOf gives the day number of a moment in Unix milliseconds.
func dayOf(at int64) int32 {
	d := at / dayMillis
	if at%dayMillis < 0 {
		d--
	}
	return int32(d)
}

// requestCache keeps segments between two views, each with its version.
type requestCache struct {
	segments map[int64]keptRequests
}

type keptRequests struct {
	version int64
	segment *requestSegment
}

// foldFrom is how many changed segments are packed on the way of a view before
// they are written down; foldPatience how long that may wait for the writer.
const (
	foldFrom     = 16
	foldPatience = 500 * time.Millisecond
)

// foldRequests writes down segments that many views would else pack again. It
// gives way to whoever writes: a view never fails for it.
func (s *Service) foldRequests(ctx context.Context) {
	var n int64
	if err := s.ws.DB.Read(ctx).Raw("SELECT COUNT(*) FROM request_dirty").Scan(&n).Error; err != nil || n < foldFrom || s.ws.ReadOnly() {
		return
	}
	ctx, stop := context.WithTimeout(ctx, foldPatience+time.Duration(n)*10*time.Millisecond)
	defer stop()
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := s.ws.DB.Write(ctx)
		var dirty []int64
		if err := db.Raw("SELECT segment FROM request_dirty").Scan(&dirty).Error; err != nil {
			return err
		}
		for _, id := range dirty {
			seg, err := packRequests(db, id)
			if err != nil {
				return err
			}
			var version [8]byte
			if _, err := rand.Read(version[:]); err != nil {
				return err
			}
			err = db.Exec("REPLACE INTO request_segment (id, version, data) VALUES (?, ?, ?)",
				id, int64(binary.LittleEndian.Uint64(version[:])>>1), seg.encode()).Error
			if err != nil {
				return err
			}
		}
		return db.Exec("DELETE FROM request_dirty").Error
	})
	if err != nil {
		s.ws.Log.Warn("report: requests not packed", "error", err.Error())
	}
}

// readRequests gives all requests as columns, as of the transaction db.
func (s *Service) readRequests(db *gorm.DB) ([]*requestSegment, error) {
	versions := map[int64]int64{}
	if err := scanEach(db, func(scan func(...any) error) error {
		var id, version int64
		err := scan(&id, &version)
		versions[id] = version
		return err
	}, "SELECT id, version FROM request_segment"); err != nil {
		return nil, err
	}
	if err := s.requests.update(db, versions); err != nil {
		return nil, err
	}
	out := map[int64]*requestSegment{}
	for id, kept := range s.requests.segments {
		out[id] = kept.segment
	}
	var dirty []int64
	if err := db.Raw("SELECT segment FROM request_dirty").Scan(&dirty).Error; err != nil {
		return nil, err
	}
	for _, id := range dirty {
		seg, err := packRequests(db, id)
		if err != nil {
			return nil, err
		}
		out[id] = seg
	}
	list := make([]*requestSegment, 0, len(out))
	for _, seg := range out {
		list = append(list, seg)
	}
	return list, nil
}

func (c *requestCache) update(db *gorm.DB, versions map[int64]int64) error {
	if c.segments == nil {
		c.segments = map[int64]keptRequests{}
	}
	stale := 0
	for id, version := range versions {
		if kept, ok := c.segments[id]; !ok || kept.version != version {
			stale++
		}
	}
	for id := range c.segments {
		if _, ok := versions[id]; !ok {
			delete(c.segments, id)
		}
	}
	if stale == 0 {
		return nil
	}
	keep := func(scan func(...any) error) error {
		var id, version int64
		var data []byte
		if err := scan(&id, &version, &data); err != nil {
			return err
		}
		seg, err := decodeRequests(id, data)
		c.segments[id] = keptRequests{version, seg}
		return err
	}
	if stale > len(versions)/4 {
		return scanEach(db, keep, "SELECT id, version, data FROM request_segment")
	}
	for id, version := range versions {
		if c.segments[id].version == version {
			continue
		}
		if err := scanEach(db, keep, "SELECT id, version, data FROM request_segment WHERE id = ?", id); err != nil {
			return err
		}
	}
	return nil
}

// scanEach runs a query and hands over every row.
func scanEach(db *gorm.DB, row func(scan func(...any) error) error, query string, args ...any) error {
	rows, err := db.Raw(query, args...).Rows()
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	return rows.Err()
}
