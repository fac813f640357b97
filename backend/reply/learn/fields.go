package learn

import (
	"math"
	"math/rand/v2"
	"slices"

	"relais/backend/reply"
	"relais/backend/reply/corpus"
)

const (
	fieldEpochs  = 20
	fieldRate    = 0.3
	fieldDropped = 0.15
)

// Clued is a candidate as a model of fields sees it.
type Clued struct {
	Clues []uint32
	Class int
}

// FieldSamples are the candidates of labelled shares.
type FieldSamples struct{ Mentions, Figures, Links []Clued }

// Fields takes the labelled shares apart into candidates.
func Fields(all []corpus.Labelled) (FieldSamples, error) {
	var s FieldSamples
	for _, l := range all {
		if reply.State(l.State) != reply.Shared {
			continue
		}
		mentions, figures, links, err := reply.Candidates(l.Text)
		if err != nil {
			return s, err
		}
		for _, m := range mentions {
			s.Mentions = append(s.Mentions, Clued{m.Clues, classOf(slices.Contains(l.Networks, string(m.Network)))})
		}
		for _, link := range links {
			s.Links = append(s.Links, Clued{link.Clues, classOf(slices.Contains(l.URLs, link.Typed))})
		}
		for i, class := range figureClasses(figures, l.Metrics) {
			s.Figures = append(s.Figures, Clued{figures[i].Clues, class})
		}
	}
	return s, nil
}

func classOf(is bool) int {
	if is {
		return 1
	}
	return 0
}

// figureClasses tells what each number counts: of several that are equal the one that the rules hold for it, or the last.
func figureClasses(numbers []reply.Candidate, metrics map[string]int) []int {
	classes := make([]int, len(numbers))
	for class, name := range reply.FigureNames {
		value, told := metrics[name]
		if !told {
			continue
		}
		at := -1
		for i, n := range numbers {
			if n.Value == value && classes[i] == 0 && (at < 0 || numbers[at].Figure != name) && (n.Figure == name || n.Figure == "" || metrics[n.Figure] != value) {
				at = i
			}
		}
		if at >= 0 {
			classes[at] = class
		}
	}
	return classes
}

// TrainFields makes the models of fields.
func TrainFields(s FieldSamples, seed uint64) reply.FieldModels {
	return reply.FieldModels{
		Mentions: trainField(s.Mentions, 2, rand.New(rand.NewPCG(seed, 3))),
		Figures:  trainField(s.Figures, len(reply.FigureNames), rand.New(rand.NewPCG(seed, 4))),
		Links:    trainField(s.Links, 2, rand.New(rand.NewPCG(seed, 5))),
	}
}

// trainField is plain stochastic descent, as train is.
func trainField(samples []Clued, classes int, r *rand.Rand) *reply.FieldModel {
	w, g := make([]float32, reply.ClueBuckets*classes), make([]float32, reply.ClueBuckets*classes)
	sum := make([]float32, len(w))
	p := make([]float64, classes)
	var kept []uint32
	order := r.Perm(len(samples))
	for epoch := range fieldEpochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, at := range order {
			kept = kept[:0]
			for _, c := range samples[at].Clues {
				if r.Float64() >= fieldDropped {
					kept = append(kept, c)
				}
			}
			fieldStep(w, g, p, kept, samples[at].Class)
		}
		if epoch >= fieldEpochs/2 {
			for i, v := range w {
				sum[i] += v / (fieldEpochs / 2)
			}
		}
	}
	all := quantise(sum)
	return &reply.FieldModel{Classes: classes, Scale: all.Scale, Weights: all.Weights}
}

func fieldStep(w, g []float32, p []float64, clues []uint32, class int) {
	norm := 1 / math.Sqrt(float64(max(1, len(clues))))
	classes := len(p)
	clear(p)
	for _, c := range clues {
		for k := range p {
			p[k] += float64(w[int(c)*classes+k])
		}
	}
	best, total := slices.Max(p), 0.0
	for k := range p {
		p[k] = math.Exp((p[k] - best) * norm)
		total += p[k]
	}
	for k := range p {
		off := p[k] / total
		if k == class {
			off--
		}
		if math.Abs(off) < settled {
			continue
		}
		for _, c := range clues {
			i := int(c)*classes + k
			d := float32(off*norm) + decay*w[i]
			g[i] += d * d
			w[i] -= fieldRate * d / float32(math.Sqrt(float64(g[i]+1e-6)))
		}
	}
}
