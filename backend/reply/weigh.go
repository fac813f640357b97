package reply

import (
	"slices"
	"strings"

	"relais/backend/network"
)

// The kinds of signal of the lexicon.
const (
	sayDone      signalKind = "done"      // it is shared
	sayNotDone   signalKind = "notdone"   // it is not shared yet
	sayPromise   signalKind = "promise"   // it will be
	sayRefuse    signalKind = "refuse"    // not this one
	sayNoShare   signalKind = "noshare"   // I do not publish
	sayRead      signalKind = "read"      // read it, learnt from it
	sayLeave     signalKind = "leave"     // out, for good
	sayStop      signalKind = "stop"      // send nothing (for good, unless an end is named)
	sayStay      signalKind = "stay"      // not leaving
	sayPause     signalKind = "pause"     // a break
	sayUntil     signalKind = "until"     // an end of it
	sayResume    signalKind = "resume"    // back afterwards
	sayAsk       signalKind = "ask"       // wants to know something
	saySuggest   signalKind = "suggest"   // proposes another item
	sayWhyNot    signalKind = "whynot"    // proposes it by asking
	sayWithdrawn signalKind = "withdrawn" // it was taken down
	sayAgain     signalKind = "again"     // and put back
	sayStayDown  signalKind = "staydown"  // and stays down
	sayVoid      signalKind = "void"      // the same words in another sense
	sayUnsure    signalKind = "unsure"    // does not know any more
	sayThanks    signalKind = "thanks"    // courtesy alone
	sayAnother   signalKind = "another"   // somebody else shared it
)

// hides tells which signals count no more where another one covers the same words: in 'je ne l'ai pas partagé' the
// participle claims nothing.
var hides = map[signalKind][]signalKind{
	sayVoid:    {sayStop, sayDone, sayPromise, sayRead, saySuggest, sayNoShare, sayRefuse, sayLeave, sayPause, sayWithdrawn, sayAgain},
	sayNotDone: {sayDone, sayRefuse, sayNoShare},
	sayRefuse:  {sayDone, sayPromise, sayAgain, sayLeave},
	sayNoShare: {sayDone, sayPromise, saySuggest, sayAgain, sayRead},
	sayPromise: {sayDone, sayAgain},
	saySuggest: {sayDone, sayPromise, sayRefuse, sayNoShare},
	sayWhyNot:  {sayDone, sayPromise, sayRefuse, sayNoShare, sayAsk},
	sayStay:    {sayLeave, sayStop, sayRefuse, sayWithdrawn},
}

// evidence is everything that speaks for one state or another, after what is hidden was dropped.
type evidence struct {
	text    string
	tokens  []token
	plain   []token // the tokens with shortenings opened and slips mended
	signals []signal
	// concepts are those of the languages that the text is, or may be, in.
	concepts []concepts
	// links are the addresses of the text by where they start, as far as they were read; parts share them.
	links map[int]network.Link
	// signature is where the signature begins, in bytes.
	signature int
	// numbered says that the message which is answered holds numbered items: one number is an answer already.
	numbered bool
}

// gather takes the words apart and weighs them with the lexicons of the languages that they are, or may be, in. The
// language is the likeliest; the hint is the one in which the person was written to, or empty.
func gather(text, hint string) (e *evidence, language string, err error) {
	lexicons, err := loadLexicons()
	if err != nil {
		return nil, "", err
	}
	text = withoutFooter(text)
	tokens := tokenize(text)
	language, near := detectLanguages(tokens, hint)
	m := newMatcher()
	defer m.release()
	var plain []token
	for _, lang := range near {
		m.match(lexicons[lang], tokens)
		if lang == language {
			plain = slices.Clone(m.tokens)
		}
	}
	e = weigh(text, tokens, m.found)
	e.plain = plain
	all, err := loadConcepts()
	if err != nil {
		return nil, "", err
	}
	for _, lang := range near {
		e.concepts = append(e.concepts, all[lang])
	}
	return e, language, nil
}

func weigh(text string, tokens []token, all []signal) *evidence {
	e := &evidence{text: text, tokens: tokens, signature: signatureStart(text), links: map[int]network.Link{}}
	for _, s := range all {
		if hidden(s, all) || e.asked(s) {
			continue
		}
		switch {
		case s.kind == sayWhyNot:
			s.kind = saySuggest
		case s.kind == sayDone && e.byAnother(s):
			s.kind = sayAnother
		}
		e.signals = append(e.signals, s)
	}
	return e
}

func hidden(s signal, all []signal) bool {
	for _, o := range all {
		if o.from < s.to && s.from < o.to && slices.Contains(hides[o.kind], s.kind) && covers(o, s) {
			return true
		}
	}
	return false
}

// covers: the stronger signal reaches as far as the weaker one, or is longer.
func covers(o, s signal) bool {
	switch o.kind {
	case sayVoid, sayNotDone:
		return true
	case sayPromise, sayRefuse, sayNoShare:
		if o.from <= s.from {
			return true
		}
	}
	return o.to >= s.to || o.to-o.from >= s.to-s.from
}

// asked tells whether a claim stands inside a question ('Partagé ?'), without a comma between.
func (e *evidence) asked(s signal) bool {
	switch s.kind {
	case sayDone, sayPromise, sayRead, sayWithdrawn, sayAgain, saySuggest, sayRefuse, sayNoShare:
	default:
		return false
	}
	for _, t := range e.tokens {
		if t.start < s.to {
			continue
		}
		switch {
		case t.kind == hardToken:
			return strings.Contains(t.text, "?")
		case t.kind == softToken && (t.text == "," || t.text == ":" || (t.text == "-" || t.text == "–") && t.start > 0 && e.text[t.start-1] == ' ' || t.text == "("):
			return false
		}
	}
	return false
}

func (e *evidence) has(kind signalKind) bool {
	return slices.ContainsFunc(e.signals, func(s signal) bool { return s.kind == kind })
}

// strong tells whether a phrase of that kind was found that leaves no doubt by itself.
func (e *evidence) strong(kind signalKind) bool {
	return slices.ContainsFunc(e.signals, func(s signal) bool { return s.kind == kind && !s.weak })
}

func (e *evidence) last(kind signalKind) int {
	at := -1
	for _, s := range e.signals {
		if s.kind == kind {
			at = max(at, s.from)
		}
	}
	return at
}

func (e *evidence) first(kind signalKind) int {
	for _, s := range e.signals {
		if s.kind == kind {
			return s.from
		}
	}
	return -1
}

// inQuestion tells whether a sentence that holds a signal of the kind ends with a question mark.
func (e *evidence) inQuestion(kind signalKind) bool {
	return slices.ContainsFunc(e.signals, func(s signal) bool { return s.kind == kind && e.endsAsked(s) })
}

// onlyAsked tells whether the kind is said in questions alone.
func (e *evidence) onlyAsked(kind signalKind) bool {
	return e.inQuestion(kind) && !slices.ContainsFunc(e.signals, func(s signal) bool { return s.kind == kind && !e.endsAsked(s) })
}

func (e *evidence) endsAsked(s signal) bool {
	for _, t := range e.tokens {
		if t.start >= s.to && t.kind == hardToken {
			return strings.Contains(t.text, "?")
		}
	}
	return false
}

func (e *evidence) questionMark() bool {
	return slices.ContainsFunc(e.tokens, func(t token) bool { return t.kind == hardToken && strings.Contains(t.text, "?") })
}

// words counts the words of the text.
func (e *evidence) words() int {
	n := 0
	for _, t := range e.tokens {
		if t.kind == wordToken {
			n++
		}
	}
	return n
}
