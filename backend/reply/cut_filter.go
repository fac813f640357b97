package reply

import "iter"

// cutFilter tells quickly of most words that they are none of those that it holds. The sum by which it tells can be had for
// a word without any one of its letters without adding the others again.
type cutFilter [1 << 11]uint64

const cutBase = 0x01000193 // a factor whose powers differ in all their bits

func (f *cutFilter) bit(sum uint32) (word, bit uint32) {
	n := sum * 0x9e3779b1 >> 15
	return n / 64, n % 64
}

func (f *cutFilter) add(word string) {
	w, b := f.bit(cutSum(word))
	f[w] |= 1 << b
}

func (f *cutFilter) has(sum uint32) bool {
	w, b := f.bit(sum)
	return f[w]>>b&1 == 1
}

func cutSum(word string) (sum uint32) {
	power := uint32(1)
	for i := range len(word) {
		sum += uint32(word[i]) * power
		power *= cutBase
	}
	return sum
}

// cuts gives the places at which the word without its letter may be one of those that the filter holds.
func (f *cutFilter) cuts(word string) iter.Seq[int] {
	return func(yield func(int) bool) {
		before, power := uint32(0), uint32(1)
		after := cutSum(word[min(1, len(word)):])
		for i := range len(word) {
			if f.has(before+after) && !yield(i) {
				return
			}
			if i+1 < len(word) {
				before += uint32(word[i]) * power
				after -= uint32(word[i+1]) * power
			}
			power *= cutBase
		}
	}
}
