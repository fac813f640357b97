package reply

import (
	"slices"
	"strings"

	"relais/backend/network"
)

// Span is a piece of the new text, in bytes, that led to the reading; Kind names the signal.
type Span struct {
	From, To int
	Kind     string
}

// Meaning is what the new text of a reply says, before anything is known of who wrote it and to what.
type Meaning struct {
	State    State
	Sure     bool      // may be recorded without a person
	Doubts   []string  // codes of why not
	Odds     []float64 // of each of ModelStates, by the model
	Networks []network.ID
	Proofs   []ProofURL
	Figures  map[string]int
	Items    []ItemAnswer // answers by number, to a digest
	Language string
	Marks    []Span
	MayLeave bool // words of leaving or of a break stand in it
}

// Understand reads the new text of a reply: quotes, signatures and our own words are already cut. The hint is the
// language in which the person was written to, or empty.
func Understand(text, hint string) (Meaning, error) {
	models, err := loadModels()
	if err != nil {
		return Meaning{}, err
	}
	return models.Understand(text, hint)
}

// Understand is the function of that name with other models than those that were built in.
func (models Models) Understand(text, hint string) (Meaning, error) {
	e, language, err := gather(text, hint)
	if err != nil {
		return Meaning{}, err
	}
	m := Meaning{Language: language}
	m.Items = e.items()
	proofs, ruled := e.proofs(), e.ruledFigures()
	f := facts{ownURL: len(proofs) > 0, network: len(e.mentions()) > 0, mixedItems: differ(m.Items)}
	e.features(f, func(f Features) { m.Odds = models.odds(f) })
	f.ownFigures, f.deadLink = e.reportsFigures(figureMap(ruled)), e.deadLink()
	v := e.judge(f)
	v.plain = v.state == Shared && e.plainlyShared()
	v.whole = v.state == Deferred && e.nothingBut(sayPromise, sayThanks)
	m.State, m.Doubts = settle(v, m.Odds)
	m.Doubts = append(m.Doubts, e.guard(m.State, v, f)...)
	m.Marks = e.marks(v.decided)
	if asked := e.questions(); m.State == Question && len(asked) > 0 {
		m.Marks = asked
	}
	if m.State == Shared {
		share := models.Fields.fields(e, proofs, ruled)
		m.Proofs, m.Figures, m.Networks = share.proofs, share.figures, share.networks
		m.Doubts = append(m.Doubts, share.doubts...)
		if len(m.Items) > 0 {
			m.numbersAreItems()
		}
	}
	m.MayLeave = e.has(sayLeave) || e.has(sayStop) || e.has(sayPause)
	m.Sure = len(m.Doubts) == 0 && m.State.Recordable()
	return m, nil
}

// numbersAreItems: the numbers of an answer to a digest are those of its items, no figures.
func (m *Meaning) numbersAreItems() {
	m.Doubts = slices.DeleteFunc(m.Doubts, func(d string) bool { return d == "whose_figures" })
}

// reportsFigures: two figures or more, or one beside a network's name, are a report about the person's own post.
func (e *evidence) reportsFigures(figures map[string]int) bool {
	return len(figures) >= 2
}

// questions are the sentences that end with a question mark: of what somebody asks they are the words that decided.
func (e *evidence) questions() []Span {
	var spans []Span
	start := -1
	for _, t := range e.tokens {
		switch {
		case t.kind != hardToken && start < 0:
			start = t.start
		case t.kind == hardToken && start >= 0:
			if strings.Contains(t.text, "?") {
				spans = append(spans, Span{From: start, To: t.end, Kind: string(sayAsk)})
			}
			start = -1
		}
	}
	return spans
}

func (e *evidence) marks(kinds []signalKind) []Span {
	var spans []Span
	for _, s := range e.signals {
		if slices.Contains(kinds, s.kind) {
			spans = append(spans, Span{From: s.from, To: s.to, Kind: string(s.kind)})
		}
	}
	slices.SortFunc(spans, func(a, b Span) int { return a.From - b.From })
	var merged []Span
	for _, s := range spans {
		if n := len(merged); n > 0 && s.From <= merged[n-1].To {
			merged[n-1].To = max(merged[n-1].To, s.To)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}
