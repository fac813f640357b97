package reply

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestCutFilter finds every word from which one letter must go.
func TestCutFilter(t *testing.T) {
	r := rand.New(rand.NewPCG(23, 24))
	for range 2000 {
		word := make([]byte, 1+r.IntN(12))
		for i := range word {
			word[i] = "abé"[r.IntN(4)]
		}
		f := &cutFilter{}
		at := r.IntN(len(word))
		f.add(string(slices.Delete(slices.Clone(word), at, at+1)))
		if found := slices.Collect(f.cuts(string(word))); !slices.Contains(found, at) || len(word) > 6 && len(found) == len(word) && len(slices.Compact(slices.Clone(word))) > 3 {
			t.Fatalf("%q without letter %d: %v", word, at, found)
		}
	}
}
