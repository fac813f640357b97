package reply

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	// oneself are words by which a clause is about the person who writes; ours likewise, but before a person: 'my colleague'.
	oneself = wordSet(`i we me mine ourselves myself j' je moi nous ai avons mien mienne ich hab habe wir mir uns mi yo hemos io ho abbiamo noi ik heb wij mij hani hob han`)
	ours    = wordSet(`my our mon ma mes notre nos mein meine meinem meinen meiner unser unsere unserem mio mia nostro nostra nuestro nuestra mijn m'n ons onze üsi`)
	// persons are others who may have done it.
	persons = wordSet(`he she they someone somebody nobody no-one colleague colleagues coworker boss manager supplier wife husband son daughter mum dad mother father sister
		brother cousin neighbour nephew niece aunt uncle apprentice intern
		elle elles quelqu' collègue collègues épouse femme mari fils fille mère père sœur frère tante oncle cousine neveu nièce copain copine patron patronne voisin voisine personne
		jemand niemand keiner kollege kollegin kollegen frau tochter sohn mutter vater schwester bruder chefin
		ella alguien nadie compañero compañera colega mujer marido hija hijo hermano hermana jefe jefa
		lei lui qualcuno nessuno collega moglie marito figlia figlio capo caporeparto
		zij iemand vrouw dochter zoon baas`)
	theirOwn = wordSet(`hers theirs sienne ihrigen`)
	theirs   = wordSet(`his her their seinem ihrem suo sua`)
	spots    = wordSet(`profile page feed wall account timeline status story linkedin facebook insta instagram profil seite profilo pagina bacheca`)
	// auxiliaries of the third person with participles, as they are written: no claim of one's own has them, but for the passive.
	auxiliaries = map[string]string{
		"a": "partagé partagée posté postée publié publiée relayé relayée mis mise diffusé diffusée reposté repostée republié", "has": "shared posted reposted published put tweeted",
		"hat": "geteilt gepostet veröffentlicht gestellt weitergeteilt reingestellt eingestellt", "hat'": "geteilt gepostet veröffentlicht gestellt weitergeteilt", "hats": "geteilt gepostet veröffentlicht gestellt weitergeteilt",
		"ha": "publicado compartido subido puesto colgado condiviso pubblicato messo postato", "heeft": "gedeeld gepost geplaatst gezet",
	}
	passive  = wordSet(`été been sido stato stata se worden si`)
	claims   = wordSet(`shared posted reposted put published stuck popped`)
	objects  = wordSet(`it this that hers his theirs ours one`)
	sees     = wordSet(`see saw heard think believe noticed know vois crois pense sehe glaube`)
	onesVerb = wordSet(`l' a y en`)
	// doers stand between a participle and who did it: 'shared by Sophie', 'partagé par la com'.
	doers      = wordSet(`by par von durch door da dal dalla por`)
	done       = wordSet(`shared posted reposted published partagé partagée posté postée publié publiée relayé relayée diffusé diffusée geteilt gepostet veröffentlicht gedeeld geplaatst gepost condiviso condivisa pubblicato pubblicata postato compartido compartida publicado publicada`)
	firms      = wordSet(`company team firm marketing communications boîte société équipe com direction firma unternehmen chefetage bedrijf azienda ditta empresa equipo`)
	places     = wordSet(`zuhause hause handy unterwegs ihnen ihrem ihrer mir uns`)
	salutation = wordSet(`hi hello hey dear thanks thank morning afternoon evening cheers hiya ta`)
	noNames    = wordSet(`just already finally have has also duly both all consider job post article link ad advert vacancy piece story offer thing yes yep yeah done ok okay and so then now well hi hello hey dear sure
		right only even actually gladly happily reposted shared posted it this that i we mine hope think got thought ive reposted was not never as when`)
)

// byAnother tells a claim that somebody else shared ('Anna l'a posté', 'my colleague already posted it') from one's own.
func (e *evidence) byAnother(s signal) bool {
	at := e.tokenOf(s)
	if at < 0 {
		return false
	}
	from, _ := e.segment(at)
	to := at
	for to < len(e.tokens) && e.tokens[to].start < s.to {
		to++
	}
	other := false
	for i := from; i < to; i++ {
		t := e.tokens[i]
		inside := t.start < s.to
		switch {
		case t.kind != wordToken:
		case oneself[t.folded] && !e.sees(i), t.folded == "on" && i+1 < to && onesVerb[e.tokens[i+1].folded], ours[t.folded] && !e.personAfter(i), t.folded == "he" && i+1 < to && verbOf("ha", e.tokens[i+1].text):
			return false
		case persons[t.folded] && i < at+2 && i > at-6, theirOwn[t.folded], inside && theirs[t.folded] && i+1 < to && spots[e.tokens[i+1].folded],
			inside && auxiliaries[t.folded] != "" && e.carries(i, to), i < at+1 && e.named(i):
			other = true
		}
	}
	return other
}

// sees: who says 'I see that Josh posted it' did not.
func (e *evidence) sees(i int) bool { return i+1 < len(e.tokens) && sees[e.tokens[i+1].folded] }

func (e *evidence) personAfter(i int) bool {
	for j := i + 1; j < min(i+3, len(e.tokens)); j++ {
		if persons[e.tokens[j].folded] {
			return true
		}
	}
	return false
}

func verbOf(auxiliary, word string) bool {
	return slices.Contains(strings.Fields(auxiliaries[auxiliary]), word)
}

// carries: the auxiliary at i carries one of its participles within four words, and makes no passive.
func (e *evidence) carries(i, to int) bool {
	if i > 0 && passive[e.tokens[i-1].folded] {
		return false
	}
	for j := i + 1; j < min(to, i+5); j++ {
		switch word := e.tokens[j]; {
		case passive[word.folded]:
			return false
		case verbOf(e.tokens[i].folded, word.text):
			return true
		}
	}
	return false
}

// named: 'Agnes already shared hers', 'Josh posted it'.
func (e *evidence) named(i int) bool {
	t := e.tokens[i]
	if i > 0 && salutation[e.tokens[i-1].folded] {
		return false
	}
	if first := e.text[t.start]; first < 'A' || first > 'Z' || noNames[t.folded] || strings.HasSuffix(t.folded, "ly") || len(t.folded) < 3 {
		return false
	}
	if _, network := networkWords[t.folded]; network {
		return false
	}
	j := i + 1
	for j < len(e.tokens) && (e.tokens[j].folded == "already" || e.tokens[j].folded == "has" || e.tokens[j].folded == "just" || e.tokens[j].folded == "also") {
		j++
	}
	return j+1 < len(e.tokens) && claims[e.tokens[j].folded] && objects[e.tokens[j+1].folded]
}

// byOther tells that somebody else shared it where no phrase of the lexicons says so, and nobody speaks of themselves.
func (e *evidence) byOther() bool {
	other := false
	for i, t := range e.tokens {
		if oneself[t.folded] && !e.sees(i) {
			return false
		}
		other = other || e.named(i) || e.doneBy(i)
	}
	return other
}

// doneBy: a participle at i is followed by who did it: 'shared by Sophie', 'partagé par la com'.
func (e *evidence) doneBy(i int) bool {
	if !done[e.tokens[i].folded] || i+1 == len(e.tokens) || !doers[e.tokens[i+1].folded] {
		return false
	}
	for _, t := range e.tokens[i+2 : min(i+5, len(e.tokens))] {
		if t.kind != wordToken {
			return false
		}
		if persons[t.folded] || firms[t.folded] || e.isName(t) {
			return true
		}
	}
	return false
}

func (e *evidence) isName(t token) bool {
	first, _ := utf8.DecodeRuneInString(e.text[t.start:])
	_, network := networkWords[t.folded]
	return unicode.IsUpper(first) && !network && !places[t.folded]
}
