package reply

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"
)

//go:generate go run ./train

// weightsFile is the trained model: see train/main.go.
//
//go:embed model.bin
var weightsFile []byte

// ModelStates are the states that the model tells apart, in the order of its weights.
var ModelStates = []State{Shared, ReadOnly, Declined, Deferred, Paused, OptOut, Question, Suggestion, Review}

// ModelStateCount is how many there are.
const ModelStateCount = 9

// ModelBuckets is the number of features after hashing.
const ModelBuckets = 1 << 17

// Model is a linear model over hashed pieces of words: one weight for each state and bucket, in 1/scale.
type Model struct {
	Scale   float64
	Weights []int8 // bucket * len(ModelStates) + state
}

// Models judge the same reply from different evidence: Words from the text alone, Both also from what the rules say.
type Models struct{ Words, Both *Model }

// Write stores the models, compressed.
func (all Models) Write(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, m := range []*Model{all.Words, all.Both} {
		if err := binary.Write(z, binary.LittleEndian, m.Scale); err != nil {
			return fmt.Errorf("reply: model: %w", err)
		}
		if err := binary.Write(z, binary.LittleEndian, m.Weights); err != nil {
			return fmt.Errorf("reply: model: %w", err)
		}
	}
	return z.Close()
}

var loadModels = sync.OnceValues(func() (Models, error) { return ReadModels(bytes.NewReader(weightsFile)) })

// ReadModels reads what Write stored.
func ReadModels(r io.Reader) (Models, error) {
	all := Models{Words: &Model{}, Both: &Model{}}
	z, err := gzip.NewReader(r)
	if err != nil {
		return all, fmt.Errorf("reply: model: %w", err)
	}
	for _, m := range []*Model{all.Words, all.Both} {
		m.Weights = make([]int8, ModelBuckets*len(ModelStates))
		if err := binary.Read(z, binary.LittleEndian, &m.Scale); err != nil {
			return all, fmt.Errorf("reply: model: %w", err)
		}
		if err := binary.Read(z, binary.LittleEndian, m.Weights); err != nil {
			return all, fmt.Errorf("reply: model: %w", err)
		}
	}
	return all, nil
}

// odds is the mean of what the models say.
func (all Models) odds(f Features) []float64 {
	p := all.Words.Predict(f.Words)
	for s, q := range all.Both.Predict(slices.Concat(f.Words, f.Rules)) {
		p[s] = (p[s] + q) / 2
	}
	return p
}

// Predict gives the probability of each of ModelStates.
func (m *Model) Predict(features []uint32) []float64 {
	p := make([]float64, len(ModelStates))
	norm := 1 / math.Sqrt(float64(max(1, len(features))))
	var sums [ModelStateCount]int32
	for _, f := range features {
		weights := (*[ModelStateCount]int8)(m.Weights[int(f)*ModelStateCount:])
		for s, w := range weights {
			sums[s] += int32(w)
		}
	}
	best := math.Inf(-1)
	for s := range p {
		p[s] = float64(sums[s]) * (m.Scale * norm)
		best = math.Max(best, p[s])
	}
	sum := 0.0
	for s := range p {
		p[s] = math.Exp(p[s] - best)
		sum += p[s]
	}
	for s := range p {
		p[s] /= sum
	}
	return p
}
