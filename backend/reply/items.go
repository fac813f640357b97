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
	joining = wordSet(`et and und y e en & +`)
	ordinal = map[string]int{"premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2, "troisieme": 3, "3e": 3, "3eme": 3,
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
		state := e.itemState(g, end)
		for _, n := range g.numbers {
			answers = append(answers, ItemAnswer{Number: n, State: state})
		}
	}
	return answers
}

// numberedItems reads the answers by number of a message that is known to answer a digest.
func numberedItems(text, hint string) ([]ItemAnswer, error) {
	e, _, err := gather(text, hint)
	if err != nil {
		return nil, err
	}
	e.numbered = true
	return e.items(), nil
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
		for from > 0 && from > i-3 && (beforeItem[e.tokens[from-1].folded] || e.tokens[from-1].text == "#" || e.tokens[from-1].text == "°" || negatives[e.tokens[from-1].folded]) {
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
	if t.kind != numberToken || len(t.text) > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(t.text)
	if err != nil || n < 1 || n > maxItem {
		return 0, false
	}
	if i+1 < len(e.tokens) {
		next := e.tokens[i+1]
		// In the answer to a digest '1 partagé' is an item, '1 partage' a figure.
		figure := figureOf(next.folded) != "" && (!e.numbered || next.text == next.folded)
		if notItems[next.folded] || figure || next.kind == numberToken {
			return 0, false
		}
	}
	marked := i+1 < len(e.tokens) && strings.Contains(").:/", e.tokens[i+1].text[:1])
	return n, i == 0 || e.tokens[i-1].kind != wordToken || beforeItem[e.tokens[i-1].folded] || marked
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
