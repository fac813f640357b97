// Package learn trains the reader's models: multinomial logistic regression over hashed features, in a fixed order
// from a fixed seed, so that the same corpus gives the same models.
package learn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"relais/backend/reply"
	"relais/backend/reply/corpus"
)

const (
	copies   = 3 // of each reply, each dressed differently
	epochs   = 12
	rate     = 0.35
	decay    = 2e-5
	averaged = 6 // last epochs whose weights are averaged: the order of the samples then matters less
	states   = reply.ModelStateCount
	dropped  = 0.35 // share of a reply's features that are left out at each look, so that no few of them decide alone
)

// Sample is one reply as the models see it.
type Sample struct {
	Words, Both []uint32
	State       int
}

// Samples dresses each reply in several ways and takes it apart.
func Samples(all []corpus.Example, r *rand.Rand) ([]Sample, error) {
	var samples []Sample
	for _, ex := range all {
		state := slices.Index(reply.ModelStates, reply.State(ex.State))
		if state < 0 {
			return nil, fmt.Errorf("learn: unknown state %q", ex.State)
		}
		for n := range copies {
			text := corpus.Fill(ex.Text, r)
			if n > 0 {
				text = dress(text, ex.Language, r)
			}
			f, err := reply.Extract(text, "")
			if err != nil {
				return nil, err
			}
			samples = append(samples, Sample{f.Words, append(slices.Clone(f.Words), f.Rules...), state})
		}
	}
	return samples, nil
}

// Train makes both models of the samples.
func Train(samples []Sample, seed uint64) reply.Models {
	return reply.NewModels(
		train(samples, func(s Sample) []uint32 { return s.Words }, rand.New(rand.NewPCG(seed, 1))),
		train(samples, func(s Sample) []uint32 { return s.Both }, rand.New(rand.NewPCG(seed, 2))),
	)
}

// train is plain stochastic descent with a step that AdaGrad makes smaller for features that come often.
func train(samples []Sample, features func(Sample) []uint32, r *rand.Rand) *reply.Model {
	w := make([]float32, reply.ModelBuckets*states)
	g := make([]float32, reply.ModelBuckets*states)
	var kept []uint32
	order := r.Perm(len(samples))
	sum := make([]float32, len(w))
	for epoch := range epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			kept = kept[:0]
			for _, f := range features(samples[at]) {
				if r.Float64() >= dropped {
					kept = append(kept, f)
				}
			}
			step(w, g, kept, samples[at].State)
		}
		if epoch >= epochs-averaged {
			for i, v := range w {
				sum[i] += v / averaged
			}
		}
	}
	return quantise(sum)
}

// settled is the error below which nothing more is to be learnt for a state from a sample.
const settled = 0.002

func step(w, g []float32, features []uint32, state int) {
	norm := float32(1 / math.Sqrt(float64(max(1, len(features)))))
	p := odds(w, features, norm)
	p[state]--
	for c, off := range p {
		if math.Abs(float64(off)) < settled {
			continue
		}
		for _, f := range features {
			i := int(f)*states + c
			d := off*norm + decay*w[i]
			g[i] += d * d
			w[i] -= rate * d / float32(math.Sqrt(float64(g[i]+1e-6)))
		}
	}
}

func odds(w []float32, features []uint32, norm float32) (p [states]float32) {
	for _, f := range features {
		for c, v := range (*[states]float32)(w[int(f)*states:]) {
			p[c] += v
		}
	}
	sum, best := float32(0), p[0]
	for _, v := range p {
		best = max(best, v)
	}
	for c, v := range p {
		p[c] = float32(math.Exp(float64((v - best) * norm)))
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
	return p
}

func quantise(w []float32) *reply.Model {
	top := 0.0
	for _, v := range w {
		top = math.Max(top, math.Abs(float64(v)))
	}
	m := &reply.Model{Scale: top / 127, Weights: make([]int8, len(w))}
	for i, v := range w {
		m.Weights[i] = int8(math.Round(float64(v) / m.Scale))
	}
	return m
}
