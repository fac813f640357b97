package reply

import (
	"math"
	"slices"

	"relais/backend/network"
)

// FigureNames are what a number of a reply may count, in the order of the figure model's classes; the first is none of
// these.
var FigureNames = []string{"", Views, Likes, Comments, Reposts, Clicks}

// FieldModel weighs the clues of a candidate: one weight for each class and bucket, in 1/scale.
type FieldModel struct {
	Classes int
	Scale   float64
	Weights []int8 // bucket * Classes + class
}

// FieldModels tell what a share says of itself: Mentions whether it was shared on a network that is named, Figures what
// a number counts, Links whether an address is that of the person's own post.
type FieldModels struct{ Mentions, Figures, Links *FieldModel }

func newFieldModels() FieldModels {
	model := func(classes int) *FieldModel {
		return &FieldModel{Classes: classes, Weights: make([]int8, ClueBuckets*classes)}
	}
	return FieldModels{Mentions: model(2), Figures: model(len(FigureNames)), Links: model(2)}
}

func (models FieldModels) each() []*FieldModel {
	return []*FieldModel{models.Mentions, models.Figures, models.Links}
}

// Predict gives the probability of each class.
func (m *FieldModel) Predict(clues []uint32) []float64 {
	p := make([]float64, m.Classes)
	norm := m.Scale / math.Sqrt(float64(max(1, len(clues))))
	for _, c := range clues {
		for k, w := range m.Weights[int(c)*m.Classes:][:m.Classes] {
			p[k] += float64(w)
		}
	}
	best := slices.Max(p)
	sum := 0.0
	for k := range p {
		p[k] = math.Exp((p[k] - best) * norm)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// fields is what a share says of itself, and what is not sure of it.
type fields struct {
	networks []network.ID
	proofs   []ProofURL
	figures  map[string]int
	doubts   []string
}

// How sure the models must be of each part of a share before it is recorded without a person. The rules read figures
// better than the model, which only contradicts.
const (
	sureNetwork  = 0.70
	sureLink     = 0.80
	contradicted = 0.55
)

// fieldDoubts are the codes of what is not sure of a share.
var fieldDoubts = []string{"which_network", "whose_link", "whose_figures"}

// fields reads a share.
func (models FieldModels) fields(e *evidence, proofs []ProofURL, ruled []figure) fields {
	c := newClues(e, proofs, ruled)
	f := fields{figures: figureMap(ruled)}
	f.addresses(c.links(), models.Links)
	f.places(c.mentions(), models.Mentions)
	f.doubt(len(f.networks) == 0 && e.dictated(), "which_network")
	f.numbers(c.figures(), models.Figures)
	return f
}

func (f *fields) addresses(links []Candidate, model *FieldModel) {
	for _, link := range links {
		p := model.Predict(link.Clues)[1]
		f.doubt(max(p, 1-p) < sureLink || p >= 0.5 && link.Another, "whose_link")
		if p >= 0.5 {
			f.doubt(slices.ContainsFunc(f.proofs, link.proof.rivals), "whose_link")
			f.proofs = append(f.proofs, link.proof)
			f.on(link.proof.Network)
		}
	}
}

// rivals: two posts on one network that are not known for the same person's.
func (p ProofURL) rivals(q ProofURL) bool {
	return p.Network == q.Network && (p.Handle != q.Handle || p.Handle == "")
}

func (f *fields) places(mentions []Candidate, model *FieldModel) {
	for _, m := range mentions {
		if slices.Contains(f.networks, m.Network) {
			continue
		}
		p := model.Predict(m.Clues)[1]
		f.doubt(max(p, 1-p) < sureNetwork, "which_network")
		if p >= 0.5 {
			f.on(m.Network)
		}
	}
}

func (f *fields) numbers(numbers []Candidate, model *FieldModel) {
	for _, n := range numbers {
		odds := model.Predict(n.Clues)
		ruled := odds[slices.Index(FigureNames, n.Figure)]
		f.doubt(slices.Max(odds) > max(ruled, contradicted), "whose_figures")
	}
}

func (f *fields) doubt(cond bool, code string) {
	if cond && !slices.Contains(f.doubts, code) {
		f.doubts = append(f.doubts, code)
	}
}

var (
	spokenMarks = wordSet(`virgule comma virgola`)
	spokenStops = wordSet(`point punkt punt punto komma coma`)
)

// dictated: the marks are written out ('virgule', 'punt … punt'): the name of a network may have been heard as other words
// ('lit de Quine').
func (e *evidence) dictated() bool {
	marks := 0
	for _, t := range e.tokens {
		switch {
		case spokenMarks[t.folded]:
			marks += 2
		case spokenStops[t.folded]:
			marks++
		}
	}
	return marks > 1
}

// on adds a network, those of the addresses first.
func (f *fields) on(id network.ID) {
	if id == "" {
		id = network.Other
	}
	if !slices.Contains(f.networks, id) {
		f.networks = append(f.networks, id)
	}
}
