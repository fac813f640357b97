package reply

import (
	"slices"
	"strings"
)

var (
	tomorrows   = wordSet(`demain tomorrow tmrw mañana domani morgen moagn`)
	always      = wordSet(`permanently forever définitivement endgültig definitivamente definitief voorgoed`)
	alwaysPairs = map[string]string{"good": "for", "bon": "de", "vie": "a", "immer": "fur", "siempre": "para", "sempre": "per", "altijd": "voor"}
	mornings    = wordSet(`la esta por heute gestern ieri stamattina guten den goedemorgen goede`)
	inside      = wordSet(`teams slack intranet yammer sharepoint interne intern internal internally interno interna aushang noticeboard teamchat gruppenchat chatgruppe groepsapp appgroep`)
	sents       = wordSet(`sent envoyé expédié gesendet verzonden verstuurd inviato enviado`)
	froms       = wordSet(`from depuis de von vom vanaf via da dal desde à`)
	neverDays   = wordSet(`hell poules dents calendes nimmerlein nimmerleinstag juttemis ranas grecques pigs`)
	reads       = wordSet(`lu lus lue read leído letto aperto gelezen gelesen`)
	unreads     = wordSet(`pas ni haven' didn' not non niet nicht weder never jamais`)
	nearly      = wordSet(`almost nearly presque failli fast beinahe casi quasi bijna haast`)
	shares      = wordSet(`share post partager poster publier teilen posten comparto publico condiviso condividevo delen`)
	removed     = wordSet(`effacé supprimé retiré deleted removed gelöscht entfernt verwijderd gewist borrado eliminado quitado cancellato eliminato rimosso tolto`)
	papers      = wordSet(`colis timbre enveloppe lettre recommande parcel envelope stamp letter passport paket packchen briefmarke pacco busta francobollo paquete sobre pakje postzegel`)
)

// guard names what speaks against acting on a state by itself, whatever the models say. Each is a kind of error that
// probabilities do not show: the words are those of a share, but it is another's, is to come, or never left the company; or an answer ends with a farewell.
func (e *evidence) guard(s State, rules verdict, f facts) []string {
	switch {
	case s == Shared && (e.has(sayAnother) && !e.has(sayDone) || e.byOther()):
		return []string{"somebody_else"}
	case s == Shared && !f.ownURL && e.perhapsLater():
		return []string{"perhaps_later"}
	case s == Shared && !f.ownURL && e.insideOnly():
		return []string{"inside_only"}
	case s == Shared && !f.ownURL && e.byPost():
		return []string{"by_post"}
	case s == Shared && e.almost():
		return []string{"nothing_decides"}
	case s == Shared && e.has(sayDone) && !e.has(sayAgain) && e.tookBack():
		return []string{"withdrawn"}
	case s == ReadOnly && e.unread():
		return []string{"read_or_refused"}
	case s == Shared && !f.ownURL && e.sentFrom():
		return []string{"nothing_decides"}
	case s == Deferred && e.neverEver():
		return []string{"refusal_or_promise"}
	case s == Deferred && (f.ownURL || len(e.placesNamed()) > 1):
		return []string{"promise_and_share"}
	case (s == Deferred || s == Declined || s == ReadOnly) && e.forGood():
		return []string{"may_leave"}
	case s != Shared && s != OptOut && s.Recordable() && rules.state == Shared && len(rules.doubt) == 0 && e.strongClaim(f):
		return []string{"rules_and_model"}
	}
	return nil
}

// almost: it came near to it: 'J'ai failli le partager', 'Had het bijna gedeeld'. What 'almost' counts ('almost 300 views') is another.
func (e *evidence) almost() bool {
	for i, t := range e.tokens {
		if !nearly[t.folded] {
			continue
		}
		for _, next := range e.tokens[i+1 : min(i+4, len(e.tokens))] {
			if next.kind != wordToken {
				break
			}
			if done[next.folded] || claims[next.folded] || shares[next.folded] {
				return true
			}
		}
	}
	return false
}

// tookBack: a word of removing stands behind a claim: 'Posté ce matin, effacé à midi'.
func (e *evidence) tookBack() bool {
	claim := e.first(sayDone)
	return slices.ContainsFunc(e.tokens, func(t token) bool { return removed[t.folded] && t.start > claim })
}

// unread: that it was read is denied: 'Pas lu et pas partagé', 'Ni lo he leído ni lo voy a difundir', 'Niet gelezen'.
func (e *evidence) unread() bool {
	for i, t := range e.tokens {
		if !reads[t.folded] {
			continue
		}
		for j := max(0, i-4); j < i; j++ {
			if word := e.tokens[j]; unreads[word.folded] && word.sentence == t.sentence {
				return true
			}
		}
	}
	return false
}

// sentFrom: nothing is said but from where: 'Sent from my iPhone', 'Envoyé depuis ma voiture'.
func (e *evidence) sentFrom() bool {
	if len(e.tokens) < 2 || e.words() > 9 || len(e.mentions()) > 0 {
		return false
	}
	return sents[e.tokens[0].folded] && froms[e.tokens[1].folded]
}

// neverEver: a day that does not come: 'the day hell freezes over', 'quand les poules auront des dents'.
func (e *evidence) neverEver() bool {
	return slices.ContainsFunc(e.tokens, func(t token) bool { return neverDays[t.folded] })
}

// placesNamed are the networks that are named, each once.
func (e *evidence) placesNamed() []string {
	var all []string
	for _, m := range e.mentions() {
		if !slices.Contains(all, string(m.id)) {
			all = append(all, string(m.id))
		}
	}
	return all
}

// forGood: nobody refuses or defers one post permanently.
func (e *evidence) forGood() bool {
	for i, t := range e.tokens {
		if always[t.folded] {
			return true
		}
		ends := i+1 == len(e.tokens) || e.tokens[i+1].kind != wordToken // 'for good', not 'for good reasons'
		if before := alwaysPairs[t.folded]; before != "" && ends && i > 0 && e.tokens[i-1].folded == before {
			return true
		}
	}
	return false
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
		from, to := e.segment(e.tokenOf(s))
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
	return !slices.ContainsFunc(e.mentions(), func(m mention) bool { return !inside[e.tokens[m.at].folded] && e.counts(m) })
}

// byPost: something on paper is named and no network. 'Posted your form, recorded delivery.'
func (e *evidence) byPost() bool {
	return slices.ContainsFunc(e.tokens, func(t token) bool { return papers[t.folded] }) && len(e.mentions()) == 0
}

// plainWords is the length of a sentence that says that it is shared, and nothing else: 'C'est partagé.', 'Done.'
const plainWords = 4

// plainlyShared: such a sentence is the first that decides anything. What is asked, proposed or promised afterwards does
// not take it back.
func (e *evidence) plainlyShared() bool {
	for part := range e.sentences() {
		v := part.judge(facts{ownURL: len(part.proofs()) > 0, network: len(part.mentions()) > 0})
		if v.state != Review {
			return v.state == Shared && len(v.doubt) == 0 && part.words() <= plainWords && !part.questionMark()
		}
	}
	return false
}

// nothingBut: every word stands in a phrase of these kinds. 'Più tardi', 'Plus tard, merci'.
func (e *evidence) nothingBut(kinds ...signalKind) bool {
	return !slices.ContainsFunc(e.tokens, func(t token) bool {
		return t.kind == wordToken && !slices.ContainsFunc(e.signals, func(s signal) bool {
			return s.from <= t.start && t.start < s.to && slices.Contains(kinds, s.kind)
		})
	})
}
