package reply

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestModelsSum compares the sums with the plain way of adding, and reads back what was written.
func TestModelsSum(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 22))
	both := [modelCount]*Model{}
	for n := range both {
		both[n] = &Model{Scale: float64(n + 1), Weights: make([]int8, ModelBuckets*ModelStateCount)}
		for i := range both[n].Weights {
			both[n].Weights[i] = int8(r.IntN(256) - 128)
		}
	}
	all := NewModels(both[0], both[1])
	all.Fields = newFieldModels()
	for _, count := range []int{0, 1, 9, 256, 257, 258, 1000, 5000} {
		features := make([]uint32, count)
		want := [laneCount]int32{}
		for i := range features {
			features[i] = uint32(r.IntN(ModelBuckets))
			for n, m := range both {
				for s := range ModelStateCount {
					want[n*ModelStateCount+s] += int32(m.Weights[int(features[i])*ModelStateCount+s])
				}
			}
		}
		got := all.sum(features)
		for lane := range modelCount * ModelStateCount {
			if got[lane] != want[lane] {
				t.Fatalf("%d features, lane %d: %d, want %d", count, lane, got[lane], want[lane])
			}
		}
	}
	var file bytes.Buffer
	if err := all.Write(&file); err != nil {
		t.Fatal(err)
	}
	again, err := ReadModels(&file)
	if err != nil || again.scales != all.scales || again.weights[ModelBuckets-1] != all.weights[ModelBuckets-1] || again.weights[7] != all.weights[7] {
		t.Error("what was read is not what was written", err)
	}
}
