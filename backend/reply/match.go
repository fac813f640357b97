package reply

import (
	"slices"
	"strings"
	"sync"
)

// signal is a phrase of the lexicon found in the text.
type signal struct {
	kind     signalKind
	weak     bool
	from, to int // tokens, to excluded
	sentence int
}

// matcher finds the phrases of one language after the other in a text.
type matcher struct {
	lex     *lexicon
	tokens  []token  // as the lexicon rewrites them
	entries []*entry // of each token, folded
	sets    []uint64 // for each token the sets of words that it is in, a bit each
	stride  int      // words of sets a token
	found   []signal
}

// spareMatchers keep the memory of what is only needed until the phrases are found.
var spareMatchers = sync.Pool{New: func() any { return &matcher{} }}

func newMatcher() *matcher { return spareMatchers.Get().(*matcher) }

// release gives the matcher up, and all that it found.
func (m *matcher) release() {
	clear(m.tokens)
	clear(m.found)
	m.tokens, m.found = m.tokens[:0], m.found[:0]
	spareMatchers.Put(m)
}

// match adds every phrase of the lexicon to what was found.
func (m *matcher) match(lex *lexicon, tokens []token) {
	m.lex, m.stride, m.tokens, m.entries = lex, lex.stride(), lex.rewrite(m.tokens[:0], tokens), m.entries[:0]
	for i := range m.tokens {
		m.entries = append(m.entries, lex.sets.of(m.tokens[i].folded))
	}
	m.memberships()
	before := len(m.found)
	for i := range m.tokens {
		if kind := m.tokens[i].kind; kind != softToken && kind != hardToken {
			m.at(i)
		}
	}
	for i, s := range m.found[before:] { // back to the places of the text
		m.found[before+i].from, m.found[before+i].to = m.tokens[s.from].start, m.tokens[s.to-1].end
	}
}

func hasAccents(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool { return t.kind == wordToken && t.text != t.folded })
}

func (m *matcher) at(i int) {
	word := m.tokens[i].folded
	first, next := m.startsSentence(i), m.wordAfter(i)
	m.try(m.entries[i].openings, i, next, first)
	if len(word) >= 3 {
		m.try(m.lex.prefixes[word[:3]], i, next, first)
	}
}

// wordAfter is the token of the next word in the sentence, or negative.
func (m *matcher) wordAfter(i int) int {
	for i++; i < len(m.tokens); i++ {
		switch m.tokens[i].kind {
		case softToken, emojiToken:
		case hardToken:
			return -1
		default:
			return i
		}
	}
	return -1
}

func (m *matcher) try(list []opening, i, next int, first bool) {
	for _, p := range list {
		if p.second != anyWord && (next < 0 || !m.is(int(p.second), next)) || !m.is(int(p.first), i) || p.atStart && !first {
			continue
		}
		if end, ok := m.elements(p.phrase, 0, i); ok && !(p.loose && m.empty(i, end)) {
			m.found = append(m.found, signal{kind: p.kind, weak: p.weak, from: i, to: end, sentence: m.tokens[i].sentence})
		}
	}
}

// empty tells whether the tokens hold nothing but function words.
func (m *matcher) empty(from, to int) bool {
	for i := from; i < to; i++ {
		if kind := m.tokens[i].kind; (kind == wordToken || kind == numberToken) && !m.entries[i].function {
			return false
		}
	}
	return true
}

// startsSentence allows for a greeting, a yes, an 'and so' or a bracket before the phrase.
func (m *matcher) startsSentence(i int) bool {
	for i--; i >= 0; i-- {
		switch m.tokens[i].kind {
		case hardToken:
			return true
		case softToken, emojiToken:
			if m.tokens[i].text == ":" {
				return true
			}
			continue
		}
		if !fillers[m.tokens[i].folded] {
			return false
		}
	}
	return true
}

// elements matches the phrase from its element e on at token i and returns the token after it.
func (m *matcher) elements(p *phrase, e, i int) (int, bool) {
	if e == len(p.elements) {
		if p.atEnd && !m.endsSentence(i) {
			return 0, false
		}
		return i, true
	}
	el := &p.elements[e]
	if e > 0 {
		for i < len(m.tokens) && (m.tokens[i].kind == softToken || m.tokens[i].kind == emojiToken) && !el.not {
			i++
		}
	}
	if el.gap > 0 {
		return m.gap(p, e, i)
	}
	if el.not {
		j := i
		for j < len(m.tokens) && m.tokens[j].kind == softToken {
			j++
		}
		if j < len(m.tokens) && m.is(el.set, j) {
			return 0, false
		}
		return m.elements(p, e+1, i)
	}
	if i >= len(m.tokens) || m.tokens[i].kind == hardToken || !m.is(el.set, i) {
		return 0, false
	}
	return m.elements(p, e+1, i+1)
}

func (m *matcher) gap(p *phrase, e, i int) (int, bool) {
	for skipped := 0; ; {
		if end, ok := m.elements(p, e+1, i); ok {
			return end, true
		}
		if skipped == p.elements[e].gap || i >= len(m.tokens) || m.tokens[i].kind == hardToken {
			return 0, false
		}
		if m.tokens[i].kind != softToken && m.tokens[i].kind != emojiToken {
			skipped++
		}
		i++
	}
}

func (m *matcher) endsSentence(i int) bool {
	for ; i < len(m.tokens); i++ {
		switch m.tokens[i].kind {
		case hardToken:
			return true
		case softToken:
			if m.tokens[i].text == "," {
				return true
			}
		case emojiToken, urlToken:
		default:
			if !fillers[m.tokens[i].folded] {
				return false
			}
		}
	}
	return true
}

// is tells whether token i is in the set of words of that number.
func (m *matcher) is(set, i int) bool {
	return m.sets[i*m.stride+set/64]>>(set%64)&1 == 1
}

// participle tells words that only their accent tells from another: partagé, publiées.
func participle(w string) bool {
	w = strings.TrimSuffix(w, "s")
	return strings.HasSuffix(w, "é") || strings.HasSuffix(w, "ée")
}

// rewrite adds the tokens to out with shortenings opened (jlai, chui, dem1, tmrw) and single slips in long words mended.
func (lex *lexicon) rewrite(out, tokens []token) []token {
	out = slices.Grow(out, len(tokens)+8)
	for _, t := range tokens {
		if t.kind != wordToken {
			out = append(out, t)
			continue
		}
		written := lex.sets.of(t.text)
		folded := written
		if t.folded != t.text {
			folded = lex.sets.of(t.folded)
		}
		long := written.rewrite
		if long == nil {
			long = folded.rewrite
		}
		if long == nil {
			if !folded.literal {
				t = lex.mend(t)
			}
			out = append(out, t)
			continue
		}
		for _, w := range long {
			out = append(out, token{kind: wordToken, text: w, folded: fold(w), start: t.start, end: t.end, sentence: t.sentence})
		}
	}
	return out
}

// mend forgives a slip in a long word that stands in no phrase.
func (lex *lexicon) mend(t token) token {
	w := t.folded
	if len(w) < longWord || len(w) > lex.longest+1 {
		return t
	}
	try := func(cut []byte) (string, bool) {
		for _, candidate := range lex.deletions[string(cut)] {
			if candidate[0] == w[0] && ending(candidate) == ending(w) && oneSlip(candidate, w) {
				return candidate, true
			}
		}
		return "", false
	}
	var room [64]byte
	for i := range lex.shortened.cuts(w) {
		if better, ok := try(append(append(room[:0], w[:i]...), w[i+1:]...)); ok {
			t.folded = better
			t.text = accented(better, t)
			return t
		}
	}
	if !lex.shortened.has(cutSum(w)) {
		return t
	}
	for _, candidate := range lex.deletions[w] { // one letter forgotten
		if candidate[0] == w[0] && ending(candidate) == ending(w) {
			t.folded, t.text = candidate, accented(candidate, t)
			return t
		}
	}
	return t
}

// ending guards against mending a word into another form of it: partagera is not a slip for partager.
func ending(w string) string { return w[len(w)-1:] }

func accented(better string, t token) string {
	if strings.HasSuffix(t.text, "é") {
		return strings.TrimSuffix(better, "e") + "é"
	}
	return better
}

// oneSlip: same length with one letter replaced or two neighbours swapped, or one letter too many.
func oneSlip(a, b string) bool {
	if len(a) != len(b) {
		return len(b) == len(a)+1 || len(a) == len(b)+1
	}
	var at []int
	for i := range len(a) {
		if a[i] != b[i] {
			at = append(at, i)
		}
	}
	switch len(at) {
	case 1:
		return at[0] < len(a)-2
	case 2:
		return at[1] == at[0]+1 && a[at[0]] == b[at[1]] && a[at[1]] == b[at[0]]
	}
	return false
}
