package report

import (
	"database/sql"
	"fmt"
	"math"
	"sort"

	"gorm.io/gorm"

	"relais/backend/share/column"
)

// requestSpan is how many request ids one packed segment covers.
const requestSpan = 1024

// Codes of a packed request's state; 0 means that no request has that id.
var requestStates = map[string]int64{
	"open": 1, "shared": 2, "read": 3, "declined": 4, "deferred": 5, "cancelled": 6, "expired": 7,
}

const (
	stateShared = 2
	stateRead   = 3
	stateMask   = 7
	wentOut     = 8 // it was sent
)

// noAnswer stands for the minutes to an answer that has not come. It is written
// as -1, which wraps around to it.
const noAnswer = math.MaxUint32

// Places of the packed columns of requests.
const (
	reqState = iota
	reqSent
	reqPost
	reqStaff
	reqMessage
	reqAnswer
	reqColumns
)

// requestHead says what a segment is about: the days on which its requests were
// sent (from lies behind to where none was), the highest post and message.
type requestHead struct {
	id, version       int64
	dayFrom, dayTo    int32
	postTo, messageTo int32
}

type requestSegment struct {
	requestHead
	columns []column.Column
}

// requestRows is a segment unpacked: the request with id first+i stands at place i.
type requestRows struct {
	first   int64
	state   []int32
	sent    []int32 // day number, of those that went out
	post    []int32
	staff   []int32
	message []int32  // 0 where it went with none
	answer  []uint32 // minutes from sending to the answer, or noAnswer
}

func (r *requestRows) read(s *requestSegment) {
	r.first = s.id * requestSpan
	for at, into := range []*[]int32{&r.state, &r.sent, &r.post, &r.staff, &r.message} {
		*into = column.Read(s.columns[at], *into)
	}
	r.answer = column.Read(s.columns[reqAnswer], r.answer)
}

// requestForm names the layout of a packed segment.
const requestForm = 2

func encodeRequests(columns [reqColumns][]int64) []byte {
	n := len(columns[0])
	b := []byte{requestForm, byte(n), byte(n >> 8)}
	for _, values := range columns {
		b = column.Append(b, values)
	}
	return b
}

func decodeRequests(head requestHead, b []byte) (*requestSegment, error) {
	if len(b) < 3 || b[0] != requestForm {
		return nil, fmt.Errorf("report: request segment %d has another form", head.id)
	}
	n := int(b[1]) | int(b[2])<<8
	if n > requestSpan {
		return nil, fmt.Errorf("report: request segment %d has %d requests", head.id, n)
	}
	columns, err := column.Parse(b[3:], reqColumns, n)
	if err != nil {
		return nil, fmt.Errorf("report: request segment %d: %w", head.id, err)
	}
	return &requestSegment{head, columns}, nil
}

// packRequests reads the rows of one segment and gives its head and bytes.
func packRequests(db *gorm.DB, id int64) (requestHead, []byte, error) {
	head := requestHead{id: id, dayFrom: math.MaxInt32, dayTo: math.MinInt32}
	var columns [reqColumns][]int64
	for c := range columns {
		columns[c] = make([]int64, requestSpan)
	}
	first, last := id*requestSpan, -1
	err := scanEach(db, func(scan func(...any) error) error {
		var row, post, staff int64
		var state string
		var sent, answered, message sql.NullInt64
		if err := scan(&row, &state, &post, &staff, &sent, &answered, &message); err != nil {
			return err
		}
		i := int(row - first)
		// Absent ids and requests not sent take the day of the one before, so that the column stays narrow.
		for gap := last + 1; gap <= i; gap++ {
			for c := range columns {
				columns[c][gap] = columns[c][max(gap-1, 0)]
			}
			columns[reqState][gap] = 0
		}
		last = i
		columns[reqState][i], columns[reqPost][i], columns[reqStaff][i] = requestStates[state], post, staff
		columns[reqMessage][i], columns[reqAnswer][i] = message.Int64, -1
		head.postTo, head.messageTo = max(head.postTo, int32(post)), max(head.messageTo, int32(message.Int64))
		if !sent.Valid {
			return nil
		}
		day := dayOf(sent.Int64)
		columns[reqState][i] |= wentOut
		columns[reqSent][i] = int64(day)
		head.dayFrom, head.dayTo = min(head.dayFrom, day), max(head.dayTo, day)
		if answered.Valid && answered.Int64 >= sent.Int64 {
			columns[reqAnswer][i] = min((answered.Int64-sent.Int64)/60_000, noAnswer-1)
		}
		return nil
	}, "SELECT id, state, post_id, staff_id, sent_at, answered_at, message_id FROM request WHERE id BETWEEN ? AND ? ORDER BY id",
		first, first+requestSpan-1)
	for c := range columns {
		columns[c] = columns[c][:last+1]
	}
	return head, encodeRequests(columns), err
}

const dayMillis = 24 * 60 * 60 * 1000

// notSent stands for the day of what has not happened.
const notSent = math.MinInt32

// dayOf gives the day number of a moment in Unix milliseconds.
func dayOf(at int64) int32 {
	d := at / dayMillis
	if at%dayMillis < 0 {
		d--
	}
	return int32(d)
}

func writeRequests(db *gorm.DB, id, version int64) error {
	h, data, err := packRequests(db, id)
	if err != nil {
		return err
	}
	return db.Exec("REPLACE INTO request_segment (id, version, day_from, day_to, post_to, message_to, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
		id, version, h.dayFrom, h.dayTo, h.postTo, h.messageTo, data).Error
}

// requestCache keeps segments between two views.
type requestCache struct{ segments map[int64]*requestSegment }

// requestTable is all requests, as of one transaction.
type requestTable struct {
	heads  []requestHead
	marked map[int64]*requestSegment
	cache  *requestCache
	db     *gorm.DB
}

func (c *requestCache) open(db *gorm.DB) (*requestTable, error) {
	t := &requestTable{marked: map[int64]*requestSegment{}, cache: c, db: db}
	dirty, err := dirtyOf(db, "request_dirty")
	if err != nil {
		return nil, err
	}
	for _, id := range dirty {
		head, data, err := packRequests(db, id)
		if err != nil {
			return nil, err
		}
		if t.marked[id], err = decodeRequests(head, data); err != nil {
			return nil, err
		}
		t.heads = append(t.heads, head)
	}
	err = scanEach(db, func(scan func(...any) error) error {
		var h requestHead
		err := scan(&h.id, &h.version, &h.dayFrom, &h.dayTo, &h.postTo, &h.messageTo)
		if t.marked[h.id] == nil {
			t.heads = append(t.heads, h)
		}
		return err
	}, "SELECT id, version, day_from, day_to, post_to, message_to FROM request_segment")
	sort.Slice(t.heads, func(i, j int) bool { return t.heads[i].id < t.heads[j].id })
	return t, err
}

// fetch gives the segments with requests that were sent in one of the spans.
func (t *requestTable) fetch(spans []span) ([]*requestSegment, error) {
	if t.cache.segments == nil {
		t.cache.segments = map[int64]*requestSegment{}
	}
	var wanted, missing []requestHead
	for _, h := range t.heads {
		if !anyMeets(spans, span{h.dayFrom, h.dayTo}) {
			continue
		}
		wanted = append(wanted, h)
		if have := t.cache.segments[h.id]; t.marked[h.id] == nil && (have == nil || have.version != h.version) {
			missing = append(missing, h)
		}
	}
	if err := t.read(missing); err != nil {
		return nil, err
	}
	out := make([]*requestSegment, 0, len(wanted))
	for _, h := range wanted {
		seg := t.marked[h.id]
		if seg == nil {
			seg = t.cache.segments[h.id]
		}
		out = append(out, seg)
	}
	return out, nil
}

func anyMeets(spans []span, s span) bool {
	for _, o := range spans {
		if o.meets(s) {
			return true
		}
	}
	return false
}

// read fetches segments from the database, a run of ids at a time.
func (t *requestTable) read(missing []requestHead) error {
	for len(missing) > 0 {
		n := 1
		for n < len(missing) && missing[n].id == missing[n-1].id+1 {
			n++
		}
		run, at := missing[:n], 0
		missing = missing[n:]
		err := scanEach(t.db, func(scan func(...any) error) error {
			var id int64
			var data []byte
			if err := scan(&id, &data); err != nil {
				return err
			}
			if at >= len(run) || run[at].id != id {
				return fmt.Errorf("report: request segment %d was not asked for", id)
			}
			seg, err := decodeRequests(run[at], data)
			if err != nil {
				return err
			}
			t.cache.segments[id] = seg
			at++
			return nil
		}, "SELECT id, data FROM request_segment WHERE id BETWEEN ? AND ? ORDER BY id", run[0].id, run[n-1].id)
		if err != nil {
			return err
		}
	}
	return nil
}
