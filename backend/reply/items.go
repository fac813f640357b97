package reply

import (
	"slices"
	"strconv"
	"strings"
)

// ItemAnswer is what a reply to a digest says of one of its numbers.
type ItemAnswer struct {
	Number int
	State  State
}

var (
	beforeItem = wordSet(`le la les n° no nr num numéro number the den die das der el il lo de het et and und y e en ou or article artikel item point pas not nicht non niet
		# pour for für sauf except außer premier aussi also auch erst`)
	negatives = wordSet(`pas not nicht non niet no nope nein nee nö sauf except außer ni senza sin kein`)
	positives = wordSet(`oui yes ja si sí ok okay fait done geteilt partagé shared hecho fatto gedaan erledigt condiviso compartido gedeeld yep posté posted publié mis mise put partagés partagée partagées publiés publiée postés postée faits faite relayé relayés relayée diffusé diffusés compartidos condivisi publicado publicados pubblicato pubblicati gepostet`)
	notItems  = wordSet(`h heures heure jours jour ans an mois semaines semaine minutes min hours hour days weeks months years tage wochen monate jahre uhr stunden
		dias semanas meses horas giorni settimane mesi ore dagen weken maanden uur am pm € eur euros % personnes people lads amis friends fois mal times january
		janvier février mars avril mai juin juillet août septembre octobre novembre décembre`)
	// noes answer what stands before them where they follow a number: '2 non 3 oui'.
	noes      = wordSet(`non no nein nee nope`)
	otherOnes = wordSet(`autres autre reste others other rest andere anderen anderes ubrigen restlichen otros otras resto altri altre overige overigen`)
	excepts   = wordSet(`sauf excepte except excepted außer ausser menos excepto salvo tranne eccetto behalve`)
	joining   = wordSet(`et and und y e en & +`)
	ordinal   = map[string]int{"premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2, "troisieme": 3, "3e": 3, "3eme": 3,
		"first": 1, "third": 3, "erste": 1, "erster": 1, "ersten": 1, "zweite": 2, "zweiter": 2, "zweiten": 2, "dritte": 3, "dritten": 3,
		"primero": 1, "segundo": 2, "tercero": 3, "primo": 1, "secondo": 2, "terzo": 3, "eerste": 1, "tweede": 2, "derde": 3}
)

// maxItem is the highest number that a digest uses.
const maxItem = 30

// items reads answers by number: '1 et 3 partagés, pas le 2', '1/ fait 2/ non merci'. Nil unless two numbers or more
// are answered, or one where the message is known to hold numbered items.
func (e *evidence) items() []ItemAnswer {
	groups := e.itemGroups()
	if len(groups) == 0 || !e.numbered && len(groups) < 2 && len(groups[0].numbers) < 2 {
		return nil
	}
	var answers []ItemAnswer
	for i, g := range groups {
		end := len(e.tokens)
		if i+1 < len(groups) {
			end = groups[i+1].from
		}
		if rest := slices.IndexFunc(e.tokens[g.to:end], func(t token) bool { return otherOnes[t.folded] }); rest >= 0 {
			end = g.to + rest
		}
		state := e.itemState(g, end)
		for _, n := range g.numbers {
			answers = append(answers, ItemAnswer{Number: n, State: state})
		}
	}
	return answers
}

// numberedItems reads the answers by number of a message that is known to answer a digest; partial says that it speaks of
// items beside those: 'the others no', 'all but the 2', or a number that could not be placed.
func numberedItems(text, hint string) (items []ItemAnswer, partial bool, err error) {
	e, _, err := gather(text, hint)
	if err != nil {
		return nil, false, err
	}
	e.numbered = true
	items = e.items()
	return items, len(items) > 0 && e.otherItems(), nil
}

func (e *evidence) otherItems() bool {
	groups := e.itemGroups()
	refused := !slices.ContainsFunc(groups, func(g itemGroup) bool { return !g.negated })
	if refused && e.has(sayDone) {
		return true
	}
	for i, t := range e.tokens {
		placed := slices.ContainsFunc(groups, func(g itemGroup) bool { return i >= g.from && i < g.to })
		if otherOnes[t.folded] || excepts[t.folded] || !placed && e.mayBeItem(i) {
			return true
		}
	}
	return false
}

type itemGroup struct {
	numbers  []int
	from, to int // tokens, with the words that lead in
	negated  bool
}

func (e *evidence) itemGroups() []itemGroup {
	var groups []itemGroup
	for i := 0; i < len(e.tokens); i++ {
		n, ok := e.itemNumber(i)
		if !ok {
			continue
		}
		from := i
		negated := false
		listed := i+1 < len(e.tokens) && strings.Contains("):/", e.tokens[i+1].text[:1])
		for from > 0 && from > i-3 && (beforeItem[e.tokens[from-1].folded] || e.tokens[from-1].text == "#" || e.tokens[from-1].text == "°" || negatives[e.tokens[from-1].folded]) {
			answered := len(groups) > 0 && groups[len(groups)-1].to == from-1 && noes[e.tokens[from-1].folded]
			if negatives[e.tokens[from-1].folded] && (listed || answered) {
				break // it answers the number before
			}
			from--
			negated = negated || negatives[e.tokens[from].folded]
		}
		if len(groups) > 0 {
			last := &groups[len(groups)-1]
			if !negated && e.onlyJoins(last.to, from) && (from < i || e.onlyJoins(last.to, i)) {
				last.numbers, last.to = append(last.numbers, n), i+1
				continue
			}
		}
		groups = append(groups, itemGroup{numbers: []int{n}, from: from, to: i + 1, negated: negated})
	}
	return groups
}

func (e *evidence) onlyJoins(from, to int) bool {
	for i := from; i < to; i++ {
		t := e.tokens[i]
		if !joining[t.folded] && t.text != "," && !beforeItem[t.folded] {
			return false
		}
		if negatives[t.folded] {
			return false
		}
	}
	return true
}

func (e *evidence) itemNumber(i int) (int, bool) {
	t := e.tokens[i]
	if n, ok := ordinal[t.folded]; ok && t.kind == wordToken {
		return n, i == 0 || e.tokens[i-1].kind != wordToken || beforeItem[e.tokens[i-1].folded]
	}
	if !e.mayBeItem(i) {
		return 0, false
	}
	n, _ := strconv.Atoi(t.text)
	marked := i+1 < len(e.tokens) && strings.Contains(").:/", e.tokens[i+1].text[:1])
	return n, i == 0 || e.tokens[i-1].kind != wordToken || beforeItem[e.tokens[i-1].folded] || e.numbered && e.answersBefore(i) || marked
}

// answersBefore: '1 oui 2 non 3 oui', 'shared 1 and 2'.
func (e *evidence) answersBefore(i int) bool {
	before := e.tokens[i-1]
	return noes[before.folded] || positives[before.folded] || positives[before.text]
}

// mayBeItem: a number that a digest can have, and no hour, date or figure.
func (e *evidence) mayBeItem(i int) bool {
	t := e.tokens[i]
	if t.kind != numberToken || len(t.text) > 2 {
		return false
	}
	if n, err := strconv.Atoi(t.text); err != nil || n < 1 || n > maxItem {
		return false
	}
	if i+1 == len(e.tokens) {
		return true
	}
	next := e.tokens[i+1]
	// In the answer to a digest '1 partagé' is an item, '1 partage' a figure.
	figure := figureOf(next.folded) != "" && (!e.numbered || next.text == next.folded)
	return !notItems[next.folded] && !figure && next.kind != numberToken
}

func (e *evidence) itemState(g itemGroup, end int) State {
	if g.negated {
		return Declined
	}
	var yes, no bool
	for i := g.to; i < end; i++ {
		yes = yes || positives[e.tokens[i].folded]
		no = no || negatives[e.tokens[i].folded]
	}
	part := &evidence{text: e.text, tokens: e.tokens[g.to:end], links: e.links, signature: e.signature}
	if len(part.tokens) > 0 {
		from, to := part.tokens[0].start, part.tokens[len(part.tokens)-1].end
		for _, s := range e.signals {
			if s.from >= from && s.to <= to {
				part.signals = append(part.signals, s)
			}
		}
	}
	v := part.judge(facts{ownURL: len(part.proofs()) > 0})
	switch {
	case v.state != Review && v.state != Question:
		return v.state
	case no:
		return Declined
	case yes:
		return Shared
	}
	return Review
}

// differ tells whether numbered answers do not all say the same.
func differ(items []ItemAnswer) bool {
	known := slices.DeleteFunc(slices.Clone(items), func(a ItemAnswer) bool { return a.State == Review })
	return len(known) >= 2 && slices.ContainsFunc(known, func(a ItemAnswer) bool { return a.State != known[0].State })
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }
