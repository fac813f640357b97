package reply

import (
	"slices"
	"strings"
)

var (
	tomorrows = wordSet(`demain tomorrow tmrw mañana domani morgen moagn`)
	mornings  = wordSet(`la esta por heute gestern ieri stamattina guten den goedemorgen goede`)
	inside    = wordSet(`teams intranet yammer sharepoint interne intern internal internally interno interna aushang noticeboard`)
)

// guard names what speaks against acting on a state by itself, whatever the models say. Each is a kind of error that
// probabilities do not show: the words are those of a share, but it is another's, is to come, or never left the company.
func (e *evidence) guard(s State, rules verdict, f facts) []string {
	switch {
	case s == Shared && e.has(sayAnother) && !e.has(sayDone):
		return []string{"somebody_else"}
	case s == Shared && !f.ownURL && e.perhapsLater():
		return []string{"perhaps_later"}
	case s == Shared && !f.ownURL && e.insideOnly():
		return []string{"inside_only"}
	case s != Shared && s != OptOut && s.Recordable() && rules.state == Shared && len(rules.doubt) == 0 && e.strongClaim(f):
		return []string{"rules_and_model"}
	}
	return nil
}

// perhapsLater: every claim stands in a clause with tomorrow ('Demain midi c'est en ligne'), or there is tomorrow and no
// claim.
func (e *evidence) perhapsLater() bool {
	claimed := false
	for _, s := range e.signals {
		if s.kind != sayDone && s.kind != sayAgain {
			continue
		}
		claimed = true
		at := slices.IndexFunc(e.tokens, func(t token) bool { return t.start >= s.from })
		from, to := e.segment(at)
		if !e.tomorrow(from, to) {
			return false
		}
	}
	return claimed || e.tomorrow(0, len(e.tokens))
}

func (e *evidence) tomorrow(from, to int) bool {
	for i := from; i < to; i++ {
		if tomorrows[e.tokens[i].folded] && !(i > 0 && mornings[e.tokens[i-1].folded]) {
			return true
		}
	}
	return false
}

// insideOnly: a place within the company is named, and none outside.
func (e *evidence) insideOnly() bool {
	if !slices.ContainsFunc(e.tokens, func(t token) bool { return inside[strings.TrimSuffix(t.folded, "'")] }) {
		return false
	}
	return !slices.ContainsFunc(e.mentions(), e.counts)
}
