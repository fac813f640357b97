package article

// Near-duplicates are found by MinHash: of the hashed runs of three words of a
// text the smallest under each of 15 hash functions is taken, and three of
// these together make a band. Two texts of which a share s of the runs is
// common have a band in common with probability 1 − (1 − s³)⁵: 97 % at 0.8,
// 13 % at 0.3. Whoever shares a band is then compared in full
// (Broder 1997, "On the resemblance and containment of documents").
const (
	bandCount = 5
	bandRows  = 3
	runWords  = 3
	// sameStory is the share of common runs from which two texts are one story.
	sameStory = 0.6
	// comparable is the number of words below which texts are not compared.
	comparable = 40
)

// runsOf hashes each run of three words.
func runsOf(text string) map[uint64]struct{} { return runsOfWords(wordsIn(text)) }

func runsOfWords(words []span) map[uint64]struct{} {
	runs := make(map[uint64]struct{}, len(words))
	var a, b, c uint64
	for i, w := range words {
		a, b, c = b, c, hashOf(w.word)
		if i >= runWords-1 {
			runs[mix(a^mix(b^mix(c)))] = struct{}{}
		}
	}
	return runs
}

// hashOf is FNV-1a, 64 bits.
func hashOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix is the finaliser of SplitMix64: every input bit moves every output bit.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb
	return x ^ (x >> 31)
}

// bandsOf gives the bands of a text, or none where it is too short.
func bandsOf(runs map[uint64]struct{}) []int64 {
	if len(runs) < comparable-runWords {
		return nil
	}
	var least [bandCount * bandRows]uint64
	for i := range least {
		least[i] = ^uint64(0)
	}
	for r := range runs {
		h := r
		for i := range least {
			h = h*0xd1342543de82ef95 + uint64(i)*2 + 1
			if v := h ^ (h >> 29); v < least[i] {
				least[i] = v
			}
		}
	}
	bands := make([]int64, bandCount)
	for b := range bands {
		h := uint64(b + 1)
		for r := range bandRows {
			h = mix(h ^ least[b*bandRows+r])
		}
		bands[b] = int64(h) //nolint:gosec // the bits matter, not the number
	}
	return bands
}

// alike gives the share of runs that two texts have in common, of those of the
// shorter one: a dispatch that one site cuts is still the same dispatch.
func alike(a, b map[uint64]struct{}) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 || len(b) > 3*len(a) {
		return 0
	}
	common := 0
	for r := range a {
		if _, ok := b[r]; ok {
			common++
		}
	}
	return float64(common) / float64(len(a))
}
