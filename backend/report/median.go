package report

import "slices"

// shortAnswers is how many minutes an answer may take to be counted in a bin of
// its own: 45 days. Sorting a million answers would take longer than all else.
const shortAnswers = 45 * 24 * 60

// answerTimes collects minutes from sending to the answer.
type answerTimes struct {
	bins []uint32
	long []uint32
	n    int
}

func (a *answerTimes) add(minutes uint32) {
	a.n++
	if minutes >= shortAnswers {
		a.long = append(a.long, minutes)
		return
	}
	if a.bins == nil {
		a.bins = make([]uint32, shortAnswers)
	}
	a.bins[minutes]++
}

func (a *answerTimes) merge(o *answerTimes) {
	a.n += o.n
	a.long = append(a.long, o.long...)
	if a.bins == nil {
		a.bins = o.bins
		return
	}
	for i, n := range o.bins {
		a.bins[i] += n
	}
}

// median gives the middle one, or the mean of the two in the middle; 0 of none.
func (a *answerTimes) median() float64 {
	if a.n == 0 {
		return 0
	}
	slices.Sort(a.long)
	return (float64(a.nth((a.n-1)/2)) + float64(a.nth(a.n/2))) / 2
}

// nth gives the answer at place i, from 0, in the order of length.
func (a *answerTimes) nth(i int) uint32 {
	for minutes, n := range a.bins {
		if i < int(n) {
			return uint32(minutes)
		}
		i -= int(n)
	}
	return a.long[i]
}
