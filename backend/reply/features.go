package reply

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// maxModelWords bounds what the model looks at.
const maxModelWords = 120

// Features are the hashed pieces of a reply that the models weigh: Words come from the text alone, Rules from what the
// lexicon's rules made of it.
type Features struct{ Words, Rules []uint32 }

// Extract cuts a reply into its features.
func Extract(text, hint string) (Features, error) {
	e, _, err := gather(text, hint)
	if err != nil {
		return Features{}, err
	}
	f := facts{ownURL: len(e.proofs()) > 0, network: len(e.mentions()) > 0, mixedItems: differ(e.items())}
	var out Features
	e.features(f, func(f Features) { out = Features{slices.Clone(f.Words), slices.Clone(f.Rules)} })
	return out, nil
}

// hashed collects features, each once.
type hashed struct {
	seen [ModelBuckets / 64]uint64
	list []uint32
}

// clear forgets what was collected, and keeps the memory.
func (h *hashed) clear() {
	for _, f := range h.list {
		h.seen[f/64] = 0
	}
	h.list = h.list[:0]
}

// bothHashed are those of a reply. They are too large to be made for each, or to stand on a stack.
type bothHashed struct{ words, rules hashed }

var spareHashed = sync.Pool{New: func() any { return &bothHashed{} }}

// hashStart and mix are FNV-1a with 32 bits.
const hashStart = 2166136261

func mix(sum uint32, b byte) uint32 { return (sum ^ uint32(b)) * 16777619 }

// add takes a feature by the parts of its name, each with a zero after it.
func (h *hashed) add(parts ...string) {
	sum := uint32(hashStart)
	for _, p := range parts {
		for i := range len(p) {
			sum = mix(sum, p[i])
		}
		sum = mix(sum, 0)
	}
	h.set(sum)
}

func (h *hashed) set(sum uint32) {
	f := sum % ModelBuckets
	if h.seen[f/64]>>(f%64)&1 == 0 {
		h.seen[f/64] |= 1 << (f % 64)
		h.list = append(h.list, f)
	}
}

// features cuts the evidence into its features, and gives them as long as use runs. The facts leave out figures and
// links without proof, which the models were trained without.
func (e *evidence) features(f facts, use func(Features)) {
	both := spareHashed.Get().(*bothHashed)
	words, rules := &both.words, &both.rules
	e.wordFeatures(words)
	e.conceptFeatures(words)
	e.signalFeatures(rules, e.judge(f))
	slices.Sort(rules.list) // they come in no fixed order, but the same corpus must give the same model
	use(Features{Words: words.list, Rules: rules.list})
	words.clear()
	rules.clear()
	spareHashed.Put(both)
}

// pieceLength is that of the pieces of words. Shorter ones and longer ones beside them made the models surer, and wrong
// more often.
const pieceLength = 4

// addPieces takes the pieces of a word.
func (h *hashed) addPieces(word []byte) {
	for i := 0; i+pieceLength <= len(word) && pieceLength < len(word); i++ {
		sum := mix(mix(hashStart, 'c'), 0)
		for _, b := range word[i : i+pieceLength] {
			sum = mix(sum, b)
		}
		h.set(mix(sum, 0))
	}
}

// wordFeatures: words, their neighbours and their pieces, in the language that they were written in.
func (e *evidence) wordFeatures(h *hashed) {
	previous, before := "^", ""
	words := 0
	var padded []byte
	for i, t := range e.plain {
		word := e.modelWord(i)
		switch t.kind {
		case hardToken:
			if strings.Contains(t.text, "?") {
				h.add("?")
				h.add("2", previous, "?")
			}
			previous, before = "^", ""
			continue
		case softToken:
			continue
		}
		if words++; words > maxModelWords {
			break
		}
		h.add("1", word)
		h.add("2", previous, word)
		if before != "" {
			h.add("3", before, previous, word)
		}
		padded = append(append(append(padded[:0], '<'), word...), '>')
		h.addPieces(padded)
		before, previous = previous, word
	}
	switch {
	case words == 0:
		h.add("empty")
	case words <= 2:
		h.add("short")
	case words <= 8:
		h.add("sentence")
	case words > 40:
		h.add("long")
	}
}

// idea is a word of the text as what it stands for.
type idea struct {
	names    []string
	sentence int
	asked    bool // its sentence is a question
}

// The names of what stands for itself.
var questionName, numberName, emojiName, networkName = []string{"?"}, []string{"#"}, []string{"emoji"}, []string{"NET"}

// ideas lists what the words stand for, in order; words that stand for nothing are left out.
func (e *evidence) ideas() []idea {
	all := make([]idea, 0, min(len(e.plain), maxModelWords))
	start := 0
	for i, t := range e.plain {
		if len(all) > maxModelWords {
			break
		}
		switch t.kind {
		case hardToken:
			if strings.Contains(t.text, "?") {
				for j := start; j < len(all); j++ {
					all[j].asked = true
				}
				all = append(all, idea{names: questionName, sentence: t.sentence})
			}
			start = len(all)
		case numberToken:
			all = append(all, idea{names: numberName, sentence: t.sentence})
		case urlToken:
			all = append(all, idea{names: []string{"@" + e.linkKind(i)}, sentence: t.sentence})
		case softToken:
			if t.text == "," || t.text == ":" {
				all = append(all, idea{names: []string{t.text}, sentence: t.sentence})
			}
		case emojiToken:
			all = append(all, idea{names: emojiName, sentence: t.sentence})
		case wordToken:
			names := e.namesOf(t)
			if len(names) > 0 {
				all = append(all, idea{names: names, sentence: t.sentence})
			}
		}
	}
	return all
}

func (e *evidence) namesOf(t token) []string {
	if _, ok := networkWords[t.folded]; ok {
		return networkName
	}
	for _, c := range e.concepts {
		if names := c.of(t); len(names) > 0 {
			return names
		}
	}
	return nil
}

// conceptFeatures: what the words stand for, in rows and within the reach of a sentence, the same in every language.
func (e *evidence) conceptFeatures(h *hashed) {
	all := e.ideas()
	last := -1
	if len(all) > 0 {
		last = all[len(all)-1].sentence
	}
	for i, a := range all {
		for _, x := range a.names {
			h.add("i1", x)
			if a.asked {
				h.add("iq", x)
			}
			if i == 0 || all[i-1].sentence != a.sentence {
				h.add("i^", x)
			}
			if i == len(all)-1 || all[i+1].sentence != a.sentence {
				h.add("i$", x)
			}
			if a.sentence == last {
				h.add("il", x)
			}
			if a.sentence == all[0].sentence {
				h.add("if", x)
			}
			e.conceptRows(h, all, i, x)
		}
	}
}

// reach is how many ideas apart two may stand to be weighed together.
const reach = 6

func (e *evidence) conceptRows(h *hashed, all []idea, i int, x string) {
	for j := i + 1; j < len(all) && j <= i+reach && all[j].sentence == all[i].sentence; j++ {
		for _, y := range all[j].names {
			if j == i+1 {
				h.add("i2", x, y)
				for k := j + 1; k < len(all) && k <= j+2 && all[k].sentence == all[i].sentence; k++ {
					for _, z := range all[k].names {
						h.add("i3", strconv.Itoa(k-j), x, y, z)
					}
				}
				continue
			}
			h.add("is", x, y)
		}
	}
}

// signalFeatures: what kinds of phrases the lexicon found, and what its rules say.
func (e *evidence) signalFeatures(h *hashed, v verdict) {
	kinds := map[signalKind]bool{}
	var last signalKind
	for _, s := range e.signals {
		if !kinds[s.kind] {
			h.add("s", string(s.kind))
		}
		if !s.weak {
			h.add("S", string(s.kind))
		}
		kinds[s.kind], last = true, s.kind
	}
	for a := range kinds {
		for b := range kinds {
			if a < b {
				h.add("ss", string(a), string(b))
			}
		}
	}
	h.add("last", string(last))
	e.sentenceFeatures(h)
	h.add("v", string(v.state))
	h.add("v", string(v.state), strconv.FormatBool(len(v.doubt) > 0))
	for _, d := range v.doubt {
		h.add("vd", string(v.state), d)
	}
}

// modelWord gives what counts of a token: names of networks, numbers and links are all alike.
func (e *evidence) modelWord(i int) string {
	t := e.plain[i]
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
	if link, ok := e.link(e.plain[i]); ok && link.IsPost() {
		return "post-" + strconv.FormatBool(link.Key != "")
	}
	return "web"
}

// sentenceFeatures: what the rules say of each sentence alone, and which of these stand beside which: a promise and a
// question make a promise.
func (e *evidence) sentenceFeatures(h *hashed) {
	var states []string
	for part := range e.sentences() {
		if len(states) == 12 {
			break
		}
		proven := len(part.proofs()) > 0
		if part.words() == 0 && !proven {
			continue
		}
		v := part.judge(facts{ownURL: proven, network: len(part.mentions()) > 0})
		state := string(v.state)
		if len(v.doubt) > 0 && v.state != Review {
			state += "?"
		}
		states = append(states, state)
	}
	decided := map[string]bool{}
	lastState := ""
	for i, s := range states {
		if s == string(Review) {
			continue
		}
		if lastState == "" {
			h.add("sv^", s)
		}
		if i == 0 {
			h.add("sv0", s)
		}
		decided[s], lastState = true, s
	}
	h.add("sv$", lastState)
	for a := range decided {
		h.add("sv", a)
		for b := range decided {
			if a < b {
				h.add("svv", a, b)
			}
		}
	}
	if len(decided) == 1 {
		h.add("sv1", lastState)
	}
}

// sentences gives the evidence of each sentence alone.
func (e *evidence) sentences() iter.Seq[*evidence] {
	return func(yield func(*evidence) bool) {
		for from := 0; from < len(e.tokens); {
			to := from
			for to < len(e.tokens) && e.tokens[to].kind != hardToken {
				to++
			}
			to = min(to+1, len(e.tokens))
			if !yield(e.part(from, to)) {
				return
			}
			from = to
		}
	}
}

// part is the evidence of some of the tokens.
func (e *evidence) part(from, to int) *evidence {
	p := &evidence{text: e.text, tokens: e.tokens[from:to], links: e.links, signature: e.signature}
	if len(p.tokens) == 0 {
		return p
	}
	start, end := p.tokens[0].start, p.tokens[len(p.tokens)-1].end
	for _, s := range e.signals {
		if s.from >= start && s.to <= end {
			p.signals = append(p.signals, s)
		}
	}
	return p
}
