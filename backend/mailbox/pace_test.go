package mailbox

import (
	"testing"
	"time"
)

// A line that carries so many bytes a second is asked for what it carries in about two seconds, whatever came before.
func TestPaceFitsTheLine(t *testing.T) {
	const second = float64(time.Second)
	for perSecond, want := range map[float64][2]int64{1000: {leastBytes, leastBytes}, 30_000: {40_000, 70_000}, 1e6: {1e6, 2.1e6}, 1e9: {batchBytes, batchBytes}} {
		for _, allowed := range []int64{firstBytes, batchBytes} {
			for range 20 {
				allowed = pace(allowed, allowed, time.Duration(float64(allowed)/perSecond*second))
			}
			if allowed < want[0] || allowed > want[1] {
				t.Errorf("%v a second: %d at once, want %v", perSecond, allowed, want)
			}
		}
	}
	if got := pace(1<<20, 500, 100*time.Millisecond); got != 1<<20 {
		t.Errorf("after one short mail on a line that is slow to answer: %d at once", got)
	}
}
