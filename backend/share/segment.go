package share

import (
	"fmt"
	"math"

	"relais/backend/share/column"
)

// SegmentSize is how many share ids one packed segment covers.
const SegmentSize = 1024

// Unknown stands in a packed column for a number that nobody has given.
const Unknown = math.MaxUint32

// Codes of a packed share's state; 0 means that no share has that id. The two
// bits above say whether the person had a topic of the post.
const (
	PackedCounted = 1
	PackedHeld    = 2
	PackedVoid    = 3
	stateMask     = 3
	topicKnown    = 4
	topicHeld     = 8
)

// Places of the kinds of figure in Rows.Figures, in the order of Kinds.
const (
	AtViews = iota
	AtLikes
	AtComments
	AtReposts
	AtClicks
)

// Places of the packed columns of a segment.
const (
	colState = iota
	colDay
	colPost
	colPerson
	colRequest
	colNetwork
	colDepartment
	colLanguage
	colAudience
	colFigures
	columns = colFigures + AtClicks + 1
)

// Head says what a segment is about. Days are since 1 January 1970 and, as the
// requests, of the shares that are not void: from lies behind to where there
// are none.
type Head struct {
	ID, Version          int64
	DayFrom, DayTo       int32
	RequestFrom          int32
	RequestTo            int32
	PostTo               int32
	PersonFrom, PersonTo int32
}

// Empty says whether no share of the segment can stand in a sum.
func (h Head) Empty() bool { return h.DayFrom > h.DayTo }

// Segment is a run of the ledger as packed columns, in the order of ids.
type Segment struct {
	Head
	n       int
	columns []column.Column
}

// Rows is a segment unpacked: the share with id First+i stands at place i.
// Network, Department and Language are numbers of words (Columns.Word). A Rows
// is read again and again, so that its columns are made once.
type Rows struct {
	First      int64
	state      []int32
	Day        []int32 // days since 1 January 1970
	Post       []int32 // 0 where the post is not known
	Person     []int32
	Request    []int32 // 0 for shares by hand and imports
	Network    []int32
	Department []int32
	Language   []int32
	Audience   []uint32 // Unknown where not known or doubted
	Figures    [AtClicks + 1][]uint32
}

// Len is how many places there are.
func (r *Rows) Len() int { return len(r.state) }

// StateAt gives the state of the share at place i.
func (r *Rows) StateAt(i int) int32 { return r.state[i] & stateMask }

// SpecialistAt says whether the person had a topic of the post; known is false
// where the post has none.
func (r *Rows) SpecialistAt(i int) (specialist, known bool) {
	return r.state[i]&topicHeld != 0, r.state[i]&topicKnown != 0
}

// Read unpacks a segment.
func (r *Rows) Read(s *Segment) {
	r.First = s.ID * SegmentSize
	for at, into := range []*[]int32{&r.state, &r.Day, &r.Post, &r.Person, &r.Request, &r.Network, &r.Department, &r.Language} {
		*into = column.Read(s.columns[at], *into)
	}
	r.Audience = column.Read(s.columns[colAudience], r.Audience)
	for k := range r.Figures {
		r.Figures[k] = column.Read(s.columns[colFigures+k], r.Figures[k])
	}
}

// segmentForm names the layout of a packed segment.
const segmentForm = 2

// unpacked is a segment while it is filled.
type unpacked struct {
	head    Head
	columns [columns][]int64
}

func newUnpacked(id int64) *unpacked {
	u := &unpacked{head: Head{ID: id, DayFrom: math.MaxInt32, DayTo: math.MinInt32, RequestFrom: math.MaxInt32, RequestTo: math.MinInt32}}
	for c := range u.columns {
		u.columns[c] = make([]int64, SegmentSize)
	}
	for c := colAudience; c < columns; c++ {
		for i := range u.columns[c] {
			u.columns[c][i] = unknownPacked
		}
	}
	return u
}

// unknownPacked is what is written for Unknown: read into an unsigned number it
// wraps around to that.
const unknownPacked = -1

// cut drops the places from n on, and those of absent ids take the day of a
// neighbour, so that one gap does not widen the column.
func (u *unpacked) cut(n int) {
	for c := range u.columns {
		u.columns[c] = u.columns[c][:n]
	}
	for c := colDay; c < colAudience; c++ {
		for i := 1; i < n; i++ {
			if u.columns[colState][i] == 0 {
				u.columns[c][i] = u.columns[c][i-1]
			}
		}
	}
}

// bytes gives the form, the number of places and the columns.
func (u *unpacked) bytes() []byte {
	n := len(u.columns[0])
	b := []byte{segmentForm, byte(n), byte(n >> 8)}
	for _, values := range u.columns {
		b = column.Append(b, values)
	}
	return b
}

func decodeSegment(head Head, b []byte) (*Segment, error) {
	if len(b) < 3 || b[0] != segmentForm {
		return nil, fmt.Errorf("share: segment %d has another form", head.ID)
	}
	n := int(b[1]) | int(b[2])<<8
	if n > SegmentSize {
		return nil, fmt.Errorf("share: segment %d has %d shares", head.ID, n)
	}
	list, err := column.Parse(b[3:], columns, n)
	if err != nil {
		return nil, fmt.Errorf("share: segment %d: %w", head.ID, err)
	}
	return &Segment{Head: head, n: n, columns: list}, nil
}
