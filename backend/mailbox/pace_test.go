package mailbox

import (
	"testing"
	"time"
)

// A line that carries so many messages a second is asked for what it carries in a few seconds.
func TestPaceFitsTheLine(t *testing.T) {
	for perSecond, want := range map[float64][2]int{0.5: {leastBatch, leastBatch}, 10: {10, 30}, 1000: {metaBatch, metaBatch}} {
		size := firstBatch
		for range 20 {
			size = pace(size, time.Duration(float64(size)/perSecond*float64(time.Second)))
		}
		if size < want[0] || size > want[1] {
			t.Errorf("%v a second: %d at once, want %v", perSecond, size, want)
		}
	}
}
