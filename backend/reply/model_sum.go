package reply

// weightLanes are the weights of one feature in both models, a byte each and one after the other: what has to be waited for
// is then one piece of memory, and eight weights are added at once. Each is stored as what it is above the least.
type weightLanes [3]uint64

const (
	laneCount   = 8 * len(weightLanes{})
	leastWeight = -128
	everyOther  = 0x00ff00ff00ff00ff
	// fullLane is how many bytes 16 bits hold the sum of.
	fullLane = 0xffff / 0xff
)

func (l *weightLanes) set(n int, weight int8) {
	l[n/8] |= uint64(int(weight)-leastWeight) << (n % 8 * 8)
}

func (l *weightLanes) weight(n int) int8 {
	return int8(int(byte(l[n/8]>>(n%8*8))) + leastWeight)
}

// sum adds the weights of features, lane by lane.
func (all Models) sum(features []uint32) (sums [laneCount]int32) {
	for len(features) > 0 {
		some := features[:min(fullLane, len(features))]
		features = features[len(some):]
		var even, odd weightLanes // four sums of 16 bits in each
		for _, f := range some {
			w := &all.weights[f]
			even[0] += w[0] & everyOther
			odd[0] += w[0] >> 8 & everyOther
			even[1] += w[1] & everyOther
			odd[1] += w[1] >> 8 & everyOther
			even[2] += w[2] & everyOther
			odd[2] += w[2] >> 8 & everyOther
		}
		for n := range sums {
			lane := even[n/8]
			if n%2 == 1 {
				lane = odd[n/8]
			}
			sums[n] += int32(uint16(lane>>(n%8/2*16))) + int32(leastWeight*len(some))
		}
	}
	return sums
}
