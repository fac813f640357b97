package share

import (
	"encoding/binary"
	"fmt"
	"math"
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

// StateAt gives the state of the share at place i.
func (s *Segment) StateAt(i int) uint8 { return s.State[i] & stateMask }

// SpecialistAt says whether the person had a topic of the post; known is false
// where the post has none.
func (s *Segment) SpecialistAt(i int) (specialist, known bool) {
	return s.State[i]&topicHeld != 0, s.State[i]&topicKnown != 0
}

// Segment is a run of the ledger as columns, in the order of ids: the share with
// id First+i stands at place i. Network, Department and Language are numbers of
// words (Columns.Word).
type Segment struct {
	First      int64
	State      []uint8
	Day        []int32 // days since 1 January 1970
	Post       []int32 // 0 where the post is not known
	Person     []int32
	Request    []int32 // 0 for shares by hand and imports
	Network    []uint16
	Department []uint16
	Language   []uint16
	Audience   []uint32 // Unknown where not known or doubted
	Figures    [5][]uint32
}

// Places of the kinds of figure in Segment.Figures, in the order of Kinds.
const (
	AtViews = iota
	AtLikes
	AtComments
	AtReposts
	AtClicks
)

func newSegment(id int64, n int) *Segment {
	s := &Segment{
		First: id * SegmentSize, State: make([]uint8, n), Day: make([]int32, n), Post: make([]int32, n), Person: make([]int32, n),
		Request: make([]int32, n), Network: make([]uint16, n), Department: make([]uint16, n), Language: make([]uint16, n),
		Audience: make([]uint32, n),
	}
	for i := range s.Audience {
		s.Audience[i] = Unknown
	}
	for k := range s.Figures {
		s.Figures[k] = make([]uint32, n)
		for i := range s.Figures[k] {
			s.Figures[k][i] = Unknown
		}
	}
	return s
}

// Len is how many places the segment has.
func (s *Segment) Len() int { return len(s.State) }

// segmentForm names the layout of a packed segment; one of another layout is
// packed anew.
const segmentForm = 1

// encode writes the columns one after the other, little-endian, after one byte
// for the form and four for the number of places.
func (s *Segment) encode() []byte {
	b := make([]byte, 0, 5+s.Len()*47)
	b = append(b, segmentForm)
	b = binary.LittleEndian.AppendUint32(b, uint32(s.Len()))
	b = append(b, s.State...)
	for _, col := range [][]int32{s.Day, s.Post, s.Person, s.Request} {
		for _, v := range col {
			b = binary.LittleEndian.AppendUint32(b, uint32(v))
		}
	}
	for _, col := range [][]uint16{s.Network, s.Department, s.Language} {
		for _, v := range col {
			b = binary.LittleEndian.AppendUint16(b, v)
		}
	}
	for _, v := range s.Audience {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	for _, col := range s.Figures {
		for _, v := range col {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
	}
	return b
}

func decodeSegment(id int64, b []byte) (*Segment, error) {
	if len(b) < 5 || b[0] != segmentForm {
		return nil, fmt.Errorf("share: segment %d has another form", id)
	}
	n := int(binary.LittleEndian.Uint32(b[1:]))
	if n > SegmentSize || len(b) != 5+n*47 {
		return nil, fmt.Errorf("share: segment %d has %d bytes for %d shares", id, len(b), n)
	}
	s := newSegment(id, n)
	b = b[5:]
	copy(s.State, b)
	b = b[n:]
	for _, col := range [][]int32{s.Day, s.Post, s.Person, s.Request} {
		for i := range col {
			col[i] = int32(binary.LittleEndian.Uint32(b[i*4:]))
		}
		b = b[n*4:]
	}
	for _, col := range [][]uint16{s.Network, s.Department, s.Language} {
		for i := range col {
			col[i] = binary.LittleEndian.Uint16(b[i*2:])
		}
		b = b[n*2:]
	}
	for _, col := range [][]uint32{s.Audience, s.Figures[0], s.Figures[1], s.Figures[2], s.Figures[3], s.Figures[4]} {
		for i := range col {
			col[i] = binary.LittleEndian.Uint32(b[i*4:])
		}
		b = b[n*4:]
	}
	return s, nil
}
