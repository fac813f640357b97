package reply

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
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
const ModelBuckets = 1 << 18

// Model is a linear model over hashed pieces of words: one weight for each state and bucket, in 1/scale.
type Model struct {
	Scale   float64
	Weights []int8 // bucket * ModelStateCount + state
}

// Models judge the same reply from different evidence: the first from the text alone, the second also from what the rules
// say. Fields read what a share says of itself.
type Models struct {
	scales  [modelCount]float64
	weights []weightLanes // by bucket
	Fields  FieldModels
}

const modelCount = 2

// NewModels puts the models together.
func NewModels(words, both *Model) Models {
	all := Models{weights: make([]weightLanes, ModelBuckets)}
	for n, m := range []*Model{words, both} {
		all.scales[n] = m.Scale
		for bucket := range all.weights {
			for s, w := range m.Weights[bucket*ModelStateCount:][:ModelStateCount] {
				all.weights[bucket].set(n*ModelStateCount+s, w)
			}
		}
	}
	return all
}

// Write stores the models one after the other, compressed.
func (all Models) Write(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	for n, scale := range all.scales {
		weights := make([]int8, ModelBuckets*ModelStateCount)
		for i := range weights {
			weights[i] = all.weights[i/ModelStateCount].weight(n*ModelStateCount + i%ModelStateCount)
		}
		if err := binary.Write(z, binary.LittleEndian, scale); err != nil {
			return fmt.Errorf("reply: model: %w", err)
		}
		if err := binary.Write(z, binary.LittleEndian, weights); err != nil {
			return fmt.Errorf("reply: model: %w", err)
		}
	}
	for _, m := range all.Fields.each() {
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
	z, err := gzip.NewReader(r)
	if err != nil {
		return Models{}, fmt.Errorf("reply: model: %w", err)
	}
	words, both := &Model{}, &Model{}
	for _, m := range []*Model{words, both} {
		m.Weights = make([]int8, ModelBuckets*ModelStateCount)
		if err := binary.Read(z, binary.LittleEndian, &m.Scale); err != nil {
			return Models{}, fmt.Errorf("reply: model: %w", err)
		}
		if err := binary.Read(z, binary.LittleEndian, m.Weights); err != nil {
			return Models{}, fmt.Errorf("reply: model: %w", err)
		}
	}
	all := NewModels(words, both)
	all.Fields = newFieldModels()
	for _, m := range all.Fields.each() {
		if err := binary.Read(z, binary.LittleEndian, &m.Scale); err != nil {
			return Models{}, fmt.Errorf("reply: model: %w", err)
		}
		if err := binary.Read(z, binary.LittleEndian, m.Weights); err != nil {
			return Models{}, fmt.Errorf("reply: model: %w", err)
		}
	}
	return all, nil
}

// odds is the mean of what the models say: the probability of each of ModelStates.
func (all Models) odds(f Features) []float64 {
	ofWords, ofRules := all.sum(f.Words), all.sum(f.Rules)
	var words, both [ModelStateCount]int32
	for s := range ModelStateCount {
		words[s] = ofWords[s]
		both[s] = ofWords[ModelStateCount+s] + ofRules[ModelStateCount+s]
	}
	n := len(f.Words)
	p, q := softmax(words, all.scales[0], n), softmax(both, all.scales[1], n+len(f.Rules))
	for s := range p {
		p[s] = (p[s] + q[s]) / 2
	}
	return p[:]
}

// softmax makes probabilities of the sums of the weights of so many features.
func softmax(sums [ModelStateCount]int32, scale float64, features int) (p [ModelStateCount]float64) {
	norm := 1 / math.Sqrt(float64(max(1, features)))
	best := math.Inf(-1)
	for s := range p {
		p[s] = float64(sums[s]) * (scale * norm)
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
