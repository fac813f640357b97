package report

import "math/bits"

// set is a set of small numbers.
type set []uint64

func newSet(size int) set { return make(set, (size+63)/64) }

func (s set) add(i int) { s[i>>6] |= 1 << (i & 63) }

func (s set) has(i int) bool { return i>>6 < len(s) && s[i>>6]&(1<<(i&63)) != 0 }

func (s set) len() int64 {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return int64(n)
}

// common counts what is in both.
func (s set) common(o set) int64 {
	n := 0
	for i := range min(len(s), len(o)) {
		n += bits.OnesCount64(s[i] & o[i])
	}
	return int64(n)
}

// union adds all of o.
func (s set) union(o set) {
	for i := range o {
		s[i] |= o[i]
	}
}

// both gives what is in both.
func (s set) both(o set) []int {
	var out []int
	for i := range min(len(s), len(o)) {
		for w := s[i] & o[i]; w != 0; w &= w - 1 {
			out = append(out, i<<6+bits.TrailingZeros64(w))
		}
	}
	return out
}
