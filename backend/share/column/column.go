// Package column packs runs of whole numbers into few bytes: each column keeps
// its smallest number once, and of every number how far it lies above that, in
// as many bytes as the largest needs; a column of equal numbers takes none. It
// is pure.
package column

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Integer is what a column may be read into; numbers wrap around, so that -1
// stands for the largest unsigned one.
type Integer interface{ ~int32 | ~uint32 }

// head is the width in bytes (1 byte) and the smallest number (8 bytes).
const head = 9

// Append packs a column behind b. Numbers are from -2³¹ to 2³²-2, and no two of
// a column lie further apart than 2³²-1.
func Append(b []byte, values []int64) []byte {
	low, high := int64(math.MaxInt64), int64(math.MinInt64)
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	if len(values) == 0 {
		low, high = 0, 0
	}
	width := widthOf(high - low)
	b = append(b, byte(width))
	b = binary.LittleEndian.AppendUint64(b, uint64(low))
	for _, v := range values {
		u := uint64(v - low)
		for i := range width {
			b = append(b, byte(u>>(8*i)))
		}
	}
	return b
}

func widthOf(distance int64) int {
	switch {
	case distance == 0:
		return 0
	case distance <= math.MaxUint8:
		return 1
	case distance <= math.MaxUint16:
		return 2
	}
	return 4
}

// Column is one packed column.
type Column struct {
	low   int64
	width int
	n     int
	data  []byte
}

// Parse takes b, which holds so many columns of n numbers each, apart. It keeps
// b. It fails where b is longer or shorter than they say.
func Parse(b []byte, columns, n int) ([]Column, error) {
	out := make([]Column, columns)
	for i := range out {
		if len(b) < head {
			return nil, fmt.Errorf("column: cut short at column %d", i)
		}
		width, low := int(b[0]), int64(binary.LittleEndian.Uint64(b[1:]))
		b = b[head:]
		if (width > 2 && width != 4) || len(b) < width*n {
			return nil, fmt.Errorf("column: column %d of %d numbers in %d bytes each has %d bytes", i, n, width, len(b))
		}
		out[i] = Column{low, width, n, b[:width*n]}
		b = b[width*n:]
	}
	if len(b) != 0 {
		return nil, fmt.Errorf("column: %d bytes too many", len(b))
	}
	return out, nil
}

// Same gives the number that all of the column are, false where they differ.
func (c Column) Same() (int64, bool) { return c.low, c.width == 0 }

// At gives the number at a place.
func (c Column) At(i int) int64 {
	switch c.width {
	case 0:
		return c.low
	case 1:
		return c.low + int64(c.data[i])
	case 2:
		return c.low + int64(binary.LittleEndian.Uint16(c.data[i*2:]))
	}
	return c.low + int64(binary.LittleEndian.Uint32(c.data[i*4:]))
}

// Read unpacks the column over the start of into, which is grown where it is too
// short, and gives the n numbers.
func Read[T Integer](c Column, into []T) []T {
	if cap(into) < c.n {
		into = make([]T, c.n)
	}
	into = into[:c.n]
	low := T(c.low)
	switch c.width {
	case 0:
		for i := range into {
			into[i] = low
		}
	case 1:
		data := c.data[:len(into)]
		for i, v := range data {
			into[i] = low + T(v)
		}
	case 2:
		data := c.data[:len(into)*2]
		for i := range into {
			into[i] = low + T(binary.LittleEndian.Uint16(data[i*2:]))
		}
	default:
		data := c.data[:len(into)*4]
		for i := range into {
			into[i] = low + T(binary.LittleEndian.Uint32(data[i*4:]))
		}
	}
	return into
}
