package column

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestColumnsComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for name, of := range map[string]func() int64{
		"equal":   func() int64 { return 20_000 },
		"bytes":   func() int64 { return -5 + r.Int64N(256) },
		"words":   func() int64 { return 70_000 + r.Int64N(65_536) },
		"wide":    func() int64 { return math.MinInt32 + r.Int64N(math.MaxUint32) },
		"unknown": func() int64 { return -1 + r.Int64N(2)*int64(math.MaxUint32-1) },
	} {
		for _, n := range []int{0, 1, 2, 1024} {
			first, second := make([]int64, n), make([]int64, n)
			for i := range first {
				first[i], second[i] = of(), int64(i)
			}
			columns, err := Parse(Append(Append(nil, first), second), 2, n)
			if err != nil {
				t.Fatalf("%s of %d: %v", name, n, err)
			}
			signed, unsigned := Read[int32](columns[0], nil), Read[uint32](columns[0], make([]uint32, 3))
			for i, v := range first {
				if columns[0].At(i) != v || signed[i] != int32(v) || unsigned[i] != uint32(v) || columns[1].At(i) != int64(i) {
					t.Fatalf("%s of %d at %d: %d came back as %d, %d, %d", name, n, i, v, columns[0].At(i), signed[i], unsigned[i])
				}
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(Append(Append(nil, []int64{1, 2, 300}), []int64{7, 7, 7}), 2, 3)
	f.Fuzz(func(t *testing.T, b []byte, columns, n int) {
		if columns < 0 || n < 0 || columns > 64 || n > 4096 {
			return
		}
		list, err := Parse(b, columns, n)
		if err != nil {
			return
		}
		for _, c := range list {
			if got := Read[int32](c, nil); len(got) != n {
				t.Fatalf("%d of %d numbers", len(got), n)
			}
		}
	})
}
