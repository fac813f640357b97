package reply

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"strings"
	"sync"
)

//go:generate go run ./train

// weightsFile is the trained model: see train/main.go.
//
//go:embed model.bin
var weightsFile []byte

// ModelStates are the states that the model tells apart, in the order of its weights.
var ModelStates = []State{Shared, ReadOnly, Declined, Deferred, Paused, OptOut, Question, Suggestion, Review}

// ModelBuckets is the number of features after hashing.
const ModelBuckets = 1 << 15

// Model is a linear model over hashed pieces of words: one weight for each state and bucket, in 1/scale.
type Model struct {
	Scale   float64
	Weights []int8 // bucket * len(ModelStates) + state
}

// Write stores a model, compressed.
func (m *Model) Write(w io.Writer) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := binary.Write(z, binary.LittleEndian, m.Scale); err != nil {
		return fmt.Errorf("reply: model: %w", err)
	}
	if err := binary.Write(z, binary.LittleEndian, m.Weights); err != nil {
		return fmt.Errorf("reply: model: %w", err)
	}
	return z.Close()
}

var loadModel = sync.OnceValues(func() (*Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(weightsFile))
	if err != nil {
		return nil, fmt.Errorf("reply: model: %w", err)
	}
	m := &Model{Weights: make([]int8, ModelBuckets*len(ModelStates))}
	if err := binary.Read(z, binary.LittleEndian, &m.Scale); err != nil {
		return nil, fmt.Errorf("reply: model: %w", err)
	}
	if err := binary.Read(z, binary.LittleEndian, m.Weights); err != nil {
		return nil, fmt.Errorf("reply: model: %w", err)
	}
	return m, nil
})

// Predict gives the probability of each of ModelStates.
func (m *Model) Predict(features []uint32) []float64 {
	p := make([]float64, len(ModelStates))
	norm := 1 / math.Sqrt(float64(max(1, len(features))))
	for _, f := range features {
		for s := range p {
			p[s] += float64(m.Weights[int(f)*len(ModelStates)+s])
		}
	}
	best := math.Inf(-1)
	for s := range p {
		p[s] *= m.Scale * norm
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

// maxModelWords bounds what the model looks at.
const maxModelWords = 120

// Features cuts a reply into the hashed pieces that the model weighs: words, neighbours, pieces of words, the ends of
// sentences, and what kind of thing the lexicon found.
func Features(text, hint string) ([]uint32, error) {
	e, _, err := gather(text, hint)
	if err != nil {
		return nil, err
	}
	return e.features(), nil
}

func (e *evidence) features() []uint32 {
	var out []uint32
	seen := map[uint32]bool{}
	add := func(parts ...string) {
		h := fnv.New32a()
		for _, p := range parts {
			h.Write([]byte(p)) //nolint:errcheck // a hash takes everything
			h.Write([]byte{0}) //nolint:errcheck // likewise
		}
		f := h.Sum32() % ModelBuckets
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	previous, before := "^", ""
	words := 0
	for i, t := range e.tokens {
		word := e.modelWord(i)
		switch t.kind {
		case hardToken:
			if strings.Contains(t.text, "?") {
				add("?")
				add("2", previous, "?")
			}
			previous, before = "^", ""
			continue
		case softToken:
			continue
		}
		if words++; words > maxModelWords {
			break
		}
		add("1", word)
		add("2", previous, word)
		if before != "" {
			add("3", before, previous, word)
		}
		padded := "<" + word + ">"
		for n := 3; n <= 5; n++ {
			for i := 0; i+n <= len(padded) && n < len(padded); i++ {
				add("c", padded[i:i+n])
			}
		}
		before, previous = previous, word
	}
	switch {
	case words == 0:
		add("empty")
	case words <= 2:
		add("short")
	case words <= 8:
		add("sentence")
	case words > 40:
		add("long")
	}
	e.signalFeatures(add)
	return out
}

func (e *evidence) signalFeatures(add func(...string)) {
	kinds := map[signalKind]bool{}
	var last signalKind
	for _, s := range e.signals {
		if !kinds[s.kind] {
			add("s", string(s.kind))
		}
		if !s.weak {
			add("S", string(s.kind))
		}
		kinds[s.kind], last = true, s.kind
	}
	for a := range kinds {
		for b := range kinds {
			if a < b {
				add("ss", string(a), string(b))
			}
		}
	}
	add("last", string(last))
	add("v", string(e.judge(facts{ownURL: len(e.proofs()) > 0, mixedItems: differ(e.items()), network: len(e.mentions()) > 0}).state))
}

// modelWord gives what counts of a token: names of networks, numbers and links are all alike.
func (e *evidence) modelWord(i int) string {
	t := e.tokens[i]
	switch t.kind {
	case numberToken:
		return "#"
	case urlToken:
		return "@" + e.linkKind(i)
	}
	if _, ok := networkWords[t.folded]; ok {
		return "@net"
	}
	return t.folded
}

func (e *evidence) linkKind(i int) string {
	for _, p := range (&evidence{text: e.text, tokens: e.tokens[i : i+1]}).proofs() {
		return "post-" + fmt.Sprint(p.Key != "")
	}
	return "web"
}
