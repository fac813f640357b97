package reply

import (
	"regexp"
	"slices"
	"strings"

	"relais/backend/network"
)

var (
	joins = wordSet(`oui ok okay volontiers partant partante participe d'accord yes yep sure happy love join in ja gerne gern dabei klar sí si claro apunto vale encantado encantada
		participo certo volentieri partecipo graag prima doe accord chiche banco go avec inscrivez inscris accepte accepted accepting zusage`)
	refuses = wordSet(`non no nein nee nö nope not pas nicht niet merci-non décline refuse refuso kein niente`)
	// Half a yes, though each of them is spelt with a word of refusal.
	whyNot = regexp.MustCompile(`(?i)\b(?:pourquoi pas|why not|warum (?:denn )?nicht|por qu[eé] no|perch[eé] no|waarom niet)\b`)
)

// asInvitation reads the answer to an invitation: 'oui' there is accepted, a refusal is refused.
func asInvitation(text string, m Meaning) Meaning {
	var yes, no bool
	for _, t := range tokenize(text) {
		yes = yes || joins[t.folded] || joins[t.text]
		no = no || refuses[t.folded]
	}
	if whyNot.MatchString(text) {
		yes, no = true, true
	}
	out := Meaning{Language: m.Language, Marks: m.Marks, MayLeave: m.MayLeave}
	if yes && !no { // our own form, which may stand below, decides nothing
		out.Marks = joinMarks(text)
	}
	switch {
	case m.State == Accepted || m.State == Refused:
		return m
	// Only words decide against somebody: what the model alone takes for a leave is for a person. A refusal is for good,
	// so a 'no' beside a question waits for one too.
	case m.State == OptOut && m.Sure, m.State == Declined && m.Sure && !yes, no && !yes && !strings.Contains(text, "?"):
		out.State = Refused
	// The models never saw answers to an invitation: a yes in words counts for more than what they take it for.
	case yes && !no && (m.State != Question && m.State != Deferred && m.State != Paused ||
		slices.Contains(m.Doubts, "model_alone") || slices.Contains(m.Doubts, "nothing_decides") || onlyJoins(text, m.Language)):
		out.State = Accepted
	case yes && no:
		out.State, out.Doubts = Accepted, []string{"yes_and_no"}
	default:
		out.State, out.Doubts = m.State, append(slices.Clone(m.Doubts), "invitation_unclear")
		if m.State == Shared || m.State == ReadOnly {
			out.State = Review
		}
		return out
	}
	out.Sure = len(out.Doubts) == 0
	return out
}

// onlyJoins tells whether the lexicon finds nothing in an answer but its words of consent: 'volontiers' alone is no promise
// for later there.
func onlyJoins(text, language string) bool {
	var rest strings.Builder
	at := 0
	for _, t := range tokenize(text) {
		if joins[t.folded] || joins[t.text] {
			rest.WriteString(text[at:t.start])
			at = t.end
		}
	}
	rest.WriteString(text[at:])
	e, _, err := gather(rest.String(), language)
	return err == nil && !e.questionMark() && !slices.ContainsFunc(e.signals, func(s signal) bool { return s.kind != sayThanks })
}

// joinMarks gives the words of consent on the first line that has one.
func joinMarks(text string) []Span {
	var marks []Span
	for _, t := range tokenize(text) {
		if !joins[t.folded] && !joins[t.text] {
			continue
		}
		if len(marks) > 0 && strings.Contains(text[marks[0].From:t.start], "\n") {
			break
		}
		marks = append(marks, Span{From: t.start, To: t.end, Kind: "join"})
	}
	return marks
}

// audiences reads the sizes that people fill in beside their networks: 'LinkedIn: 850'.
func audiences(text string) map[network.ID]int {
	e := &evidence{text: text, tokens: tokenize(text)}
	found := map[network.ID]int{}
	for i := range e.tokens {
		id, ok := e.networkAt(i)
		if !ok || e.tokens[i].kind != wordToken {
			continue
		}
		for j := i + 1; j < min(i+6, len(e.tokens)); j++ {
			if e.tokens[j].kind == hardToken {
				break
			}
			if n, _, isNumber := e.numberAt(j); isNumber && e.tokens[j].kind == numberToken {
				found[id] = n
				break
			}
		}
	}
	return found
}
