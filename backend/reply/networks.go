package reply

import (
	"slices"
	"strings"

	"relais/backend/network"
)

var networkWords = map[string]network.ID{
	"linkedin": network.LinkedIn, "linkdin": network.LinkedIn, "linkin": network.LinkedIn, "linkedln": network.LinkedIn, "linquedin": network.LinkedIn, "lkd": network.LinkedIn, "lkdin": network.LinkedIn, "lkdn": network.LinkedIn, "linkdn": network.LinkedIn, "lnkd": network.LinkedIn, "linkedi": network.LinkedIn, "linkedinned": network.LinkedIn, "linkedined": network.LinkedIn, "linkedin'": network.LinkedIn, "linkdine": network.LinkedIn, "lk": network.LinkedIn, "inkedin": network.LinkedIn,
	"facebook": network.Facebook, "fb": network.Facebook, "facebok": network.Facebook, "face": network.Facebook, "facey": network.Facebook, "facebouc": network.Facebook, "facebouk": network.Facebook, "fbd": network.Facebook, "facebooked": network.Facebook, "feis": network.Facebook, "feisbuc": network.Facebook, "feisbook": network.Facebook, "fesbuk": network.Facebook, "fratzenbuch": network.Facebook, "fbook": network.Facebook, "fessebouc": network.Facebook, "fessebouk": network.Facebook, "feisbuk": network.Facebook, "feisbu": network.Facebook,
	"instagram": network.Instagram, "insta": network.Instagram, "ig": network.Instagram, "instagrammed": network.Instagram, "insta'": network.Instagram,
	"twitter": network.X, "twiter": network.X, "xng": network.XING, "tweet": network.X, "tweeted": network.X, "tweete": network.X, "getwittert": network.X, "twittato": network.X, "tuiteado": network.X, "tuit": network.X, "retweet": network.X, "xed": network.X, "x'": network.X, "twitte": network.X, "twitee": network.X, "twitter'": network.X, "tuitee": network.X, "twitteado": network.X, "retweete": network.X, "retweeted": network.X, "getweet": network.X,
	"wathsap": network.WhatsApp, "uatsap": network.WhatsApp, "ouatsap": network.WhatsApp, "ouatsape": network.WhatsApp, "whatsapp": network.WhatsApp, "wsp": network.WhatsApp, "wats": network.WhatsApp, "wathsapp": network.WhatsApp, "whatsap": network.WhatsApp, "watsapp": network.WhatsApp, "whats": network.WhatsApp, "wasap": network.WhatsApp, "guasap": network.WhatsApp, "wattsap": network.WhatsApp, "wattsapp": network.WhatsApp, "wattsup": network.WhatsApp, "whatsappgroep": network.WhatsApp, "appgroep": network.WhatsApp, "buurtapp": network.WhatsApp, "whatsappgruppe": network.WhatsApp,
	"bluesky": network.Bluesky, "bsky": network.Bluesky, "skeeted": network.Bluesky, "skeet": network.Bluesky, "skeete": network.Bluesky, "geskeetet": network.Bluesky,
	"mastodon": network.Mastodon, "pouet": network.Mastodon, "masto": network.Mastodon, "tooted": network.Mastodon, "toot": network.Mastodon, "getrotet": network.Mastodon, "getootet": network.Mastodon,
	"threads": network.Threads, "xing": network.XING, "youtube": network.YouTube, "tiktok": network.TikTok, "tik": network.TikTok,
	"discord": network.Other, "telegram": network.Other, "slack": network.Other, "reddit": network.Other, "subreddit": network.Other, "snapchat": network.Other, "snap": network.Other,
	"viadeo": network.Other, "vk": network.Other, "substack": network.Other, "pinterest": network.Other, "twitch": network.Other, "nextdoor": network.Other, "leboncoin": network.Other,
}

// mention is a network that the text names.
type mention struct {
	id   network.ID
	at   int // token
	from int // byte
}

// mentions lists the networks that the text names, signature lines left out.
func (e *evidence) mentions() []mention {
	var found []mention
	for i, t := range e.tokens {
		if t.start >= e.signature {
			break
		}
		if t.kind != wordToken {
			continue
		}
		id, ok := e.networkAt(i)
		if ok {
			found = append(found, mention{id: id, at: i, from: t.start})
		}
	}
	return found
}

func (e *evidence) networkAt(i int) (network.ID, bool) {
	t := e.tokens[i]
	if t.folded == "x" {
		return network.X, e.meansX(i)
	}
	if t.folded == "li" && e.text[t.start:t.end] == "LI" {
		return network.LinkedIn, true
	}
	if t.folded == "face" && i+1 < len(e.tokens) && e.tokens[i+1].folded == "book" {
		return network.Facebook, true
	}
	if id, ok := networkWords[t.folded]; ok {
		switch t.folded {
		case "face":
			return id, i > 0 && slices.Contains([]string{"a", "al", "en", "mi", "y", "su", "sur", "le", "mon", "el", "del"}, e.tokens[i-1].folded) && !(i > 1 && strings.HasPrefix(e.tokens[i-2].folded, "d"))
		case "ig": // Swiss German for 'I'
			return id, e.text[t.start] == 'I' || i > 0 && (beforeX[e.tokens[i-1].folded] || e.tokens[i-1].kind != wordToken)
		case "whats", "tik", "wats":
			return id, i > 0 && strings.HasPrefix(e.tokens[i-1].folded, "gr") || i+1 < len(e.tokens) && slices.Contains([]string{"app", "tok"}, e.tokens[i+1].folded)
		case "snap", "lk":
			return id, i > 0 && slices.Contains([]string{"sur", "on", "mon", "my", "story"}, e.tokens[i-1].folded) || i+1 < len(e.tokens) && e.tokens[i+1].folded == "et"
		case "threads":
			return id, e.text[t.start] == 'T' || i > 0 && slices.Contains([]string{"on", "sur", "auf", "en", "su", "op", "to"}, e.tokens[i-1].folded)
		}
		return id, true
	}
	if i+2 < len(e.tokens) && t.folded == "book" && e.tokens[i+1].folded == "of" && strings.HasPrefix(e.tokens[i+2].folded, "face") {
		return network.Facebook, true
	}
	if t.folded == "gram" && i > 0 && (e.tokens[i-1].folded == "the" || e.tokens[i-1].folded == "da") {
		return network.Instagram, true
	}
	if t.folded == "r" && i+2 < len(e.tokens) && e.tokens[i+1].text == "/" && e.tokens[i+2].kind == wordToken && e.tokens[i+1].start == t.end {
		return network.Other, true // r/beekeeping
	}
	if t.folded == "linked" && i+1 < len(e.tokens) && e.tokens[i+1].folded == "in" {
		return network.LinkedIn, true
	}
	if i+1 < len(e.tokens) && (t.folded == "link" && (e.tokens[i+1].folded == "tin" || e.tokens[i+1].folded == "din") || t.folded == "linkt" && e.tokens[i+1].folded == "in") {
		return network.LinkedIn, true // as phones hear it
	}
	if id := prefixed(t.folded); id != "" {
		return id, true
	}
	if len(t.folded) >= 7 {
		for _, name := range []string{"linkedin", "facebook", "instagram", "whatsapp", "mastodon", "bluesky", "youtube", "twitter"} {
			if t.folded[0] == name[0] && near(t.folded, name) {
				return networkWords[name], true
			}
		}
	}
	return "", false
}

// prefixed is the network with whose name a longer word begins: facebookpagina, LinkedInbericht, instastory, whatsapped.
func prefixed(word string) network.ID {
	if len(word) < 9 {
		return ""
	}
	for _, name := range []string{"linkedin", "facebook", "instagram", "whatsapp", "youtube", "bluesky", "mastodon", "tiktok", "insta"} {
		if strings.HasPrefix(word, name) && len(word) <= len(name)+10 {
			if name == "insta" && !strings.HasPrefix(word, "instas") && !strings.HasPrefix(word, "instap") && !strings.HasPrefix(word, "instar") {
				return "" // installé, instance
			}
			return networkWords[name]
		}
	}
	return ""
}

// near: at most one letter replaced, left out, added or swapped.
func near(a, b string) bool {
	if len(a) == len(b) {
		return oneSlip(a, b)
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) != len(a)+1 {
		return false
	}
	for i := range len(b) {
		if b[:i]+b[i+1:] == a {
			return true
		}
	}
	return false
}

// xVerdict may follow a network in a list: 'LinkedIn ok, X ok'.
var xVerdict = wordSet(`ok okay fait done oui yes non no nein ja sí si nee erledigt hecho fatto gedaan`)

var beforeX = wordSet(`sur on to auf op en su por via and et und y e + / à a for pour bei in oui yes ja si both mon my compte account account' mein then`)

// meansX tells the network from a kiss, a multiplication sign and an X-ray.
func (e *evidence) meansX(i int) bool {
	t := e.tokens[i]
	if e.text[t.start] != 'X' && !(i > 0 && (e.tokens[i-1].folded == "sur" || e.tokens[i-1].folded == "on" || e.tokens[i-1].folded == "auf")) {
		return false
	}
	if e.xRay(i) {
		return false
	}
	if i+1 < len(e.tokens) {
		next := e.tokens[i+1]
		if next.text == ":" || next.text == "(" || xVerdict[next.folded] {
			return true
		}
	}
	j := i - 1
	for j >= 0 && e.tokens[j].kind == softToken && e.tokens[j].text != ":" {
		j--
	}
	if j < 0 {
		return true
	}
	_, network := networkWords[e.tokens[j].folded]
	return beforeX[e.tokens[j].folded] || network || e.tokens[j].kind == hardToken
}

// xRay: 'X-ray', 'X ray', 'rayons X', 'raggi X'.
func (e *evidence) xRay(i int) bool {
	if i > 0 && rays[e.tokens[i-1].folded] {
		return true
	}
	if i+1 == len(e.tokens) {
		return false
	}
	next := e.tokens[i+1]
	return strings.HasPrefix(next.folded, "ray") || next.text == "-" && i+2 < len(e.tokens) && strings.HasPrefix(e.tokens[i+2].folded, "ra")
}

var rays = wordSet(`rayons rayon raggi rayos röntgen`)

var (
	breaks  = wordSet(`außer excepto salvo tranne behalve instead statt anstatt lieu parce because weil porque perché perche omdat mais but aber pero ma maar sondern sauf except tandis whereas pourtant pas-sur quant sinon`)
	denials = wordSet(`pas ni non jamais sans aucun not no never don' doesn' didn' haven' isn' won' nicht kein keine keinen nie niet geen nooit nunca tampoco sin rien nichts nix nut niks nada niente
		mai nessun senza fermé fermée supprimé quitté closed deleted left cerré cerrado chiuso privat private privé privado privato gelöscht weg opgezegd lieber
		plutôt neither nor without can' couldn' off nie bloqué banni bannis boycotte boykottiere streik streike streiken refuse refuses weigere weiger vez invece plaats piraté piratee jattend jattends attend boycott boycotting skip skipping dejo laat lascio wouldn' rendu locked boomers bother ko kaputt planté plantée crashé crash essayé nein nee weder vielleicht maybe perhaps quizás forse misschien binned dun laisse laissé oublie lass lasse laat cringe spar blocked barred nowt`)
	becauses = wordSet(`außer sauf except excepto salvo tranne behalve instead statt anstatt lieu parce because car weil porque perché perche omdat`)
	others   = wordSet(`elle lui épouse femme mari sœur frère wife husband she he brother sister schwester bruder marido mujer moglie marito zij hij vrouw`)
	leads    = wordSet(`it this that ça ca cela das es ihn lo het hem twice just also aussi auch anche también ook yesterday hier gestern heute gisteren ieri ayer on sur auf en su op via in to à a au my mon ma mein meinem meiner mi mio mijn the le la il el l' profil profile page compte account story groupe group gruppe grupo gruppo groep muro wall mur et and und y e & de du d' of status statut état stato estado`)
	later    = wordSet(`demain tomorrow morgen mañana domani will ll' later plus-tard ferai mettrai posterai partagerai publierai vais going gonna werde folgt volgt volgen sigue verrai verra ob whether follows follow suivra
		mañana luego dopo straks compartiré subiré pondré metterò condividerò bientôt soon bald prochainement essaierai try next list liste lijst verrai verrò vediamo veremos promis promised wait falta faudra sera zal wird sarà aura aspetto`)
	companys = wordSet(`taguer tag tagged taggen etiquetar entreprise company company' firmenseite firma' empresa azienda bedrijf bedrijfs`)
)

// sharedOn returns the networks on which the text says that it was shared: named, and neither denied, promised nor
// the company's. The networks of the proofs come first.
func (e *evidence) sharedOn(proofs []ProofURL) []network.ID {
	var ids []network.ID
	add := func(id network.ID) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, p := range proofs {
		add(p.Network)
	}
	for _, m := range e.mentions() {
		if e.counts(m) {
			add(m.id)
		}
	}
	if len(ids) == 0 {
		add(e.shortened())
	}
	if len(ids) == 0 {
		add(e.onlyNamed())
	}
	return ids
}

// onlyNamed: of what was shared the one network that is named is where, though nothing ties it to the claim, unless it is
// denied or put off right there.
func (e *evidence) onlyNamed() network.ID {
	all := e.mentions()
	if len(all) == 0 {
		return e.otherwise()
	}
	for _, m := range all {
		from, to := e.segment(m.at)
		if m.id != all[0].id || e.verdictMark(m.at) == "no" || from > 0 && becauses[e.tokens[from-1].folded] || e.questionSegment(to) {
			return ""
		}
		for i := from; i < to; i++ {
			word := e.tokens[i].folded
			near := i >= m.at-4 && i <= m.at+4
			if near && (denials[word] || others[word]) || later[word] || companys[word] {
				return ""
			}
		}
	}
	return all[0].id
}

// channels are ways to the public that are no networks.
var channels = wordSet(`blog forum newsletter newsletters nieuwsbrief bulletin boletín bollettino vereinsblatt vereinsblättchen gemeindeblatt dorfblatt wijkkrant viber snapchat`)

func (e *evidence) otherwise() network.ID {
	for i, t := range e.tokens {
		if t.start >= e.signature {
			break
		}
		if from, to := e.segment(i); channels[t.folded] && !e.notHere(from, to) {
			return network.Other
		}
		if t.folded == "lettre" && i+2 < len(e.tokens) && e.tokens[i+2].folded == "info" {
			return network.Other
		}
	}
	return ""
}

// shortened names the network whose own short form of a link stands in the text (lnkd.in): where it leads nobody can
// tell without asking, so it is no proof, but it was made there.
func (e *evidence) shortened() network.ID {
	for i, t := range e.tokens {
		if t.kind != urlToken {
			continue
		}
		if link, ok := e.link(t); ok && link.Shape == network.Short && !e.someoneElses(i) {
			return link.Network
		}
	}
	return ""
}

func (e *evidence) counts(m mention) bool {
	from, to := e.segment(m.at)
	for _, s := range e.signals {
		if s.kind == sayDone || s.kind == sayAgain {
			if s.from < e.tokens[from].start && e.notHere(from, to) { // a phrase that began in the clause before
				continue
			}
			if s.from <= m.from && m.from < e.led(s) && !e.asked(s) && !e.deniedAfter(m.at) {
				return true
			}
		}
		if s.from > m.from || s.to <= m.from {
			continue
		}
		switch s.kind {
		case sayDone:
			return s.from >= e.tokens[from].start || !e.notHere(from, to)
		case sayPromise, sayNotDone, sayRefuse, sayNoShare, sayAnother:
			return false
		}
	}
	switch e.verdictMark(m.at) {
	case "yes":
		return true
	case "no":
		return false
	}
	if from > 0 && becauses[e.tokens[from-1].folded] && m.at < from+3 {
		return false
	}
	if e.notHere(from, to) {
		return false
	}
	for _, s := range e.signals {
		if s.from >= e.tokens[from].start && s.to <= e.tokens[to-1].end && (s.kind == sayPromise || s.kind == sayNotDone || s.kind == sayRefuse || s.kind == sayNoShare) {
			return false
		}
	}
	return !e.questionSegment(to) && !(to-from <= 2 && e.putOff(to))
}

// notHere: the clause denies it, puts it off, or is about others.
func (e *evidence) notHere(from, to int) bool {
	for i := from; i < to; i++ {
		t := e.tokens[i]
		morning := i > 0 && (t.folded == "manana" && (e.tokens[i-1].folded == "la" || e.tokens[i-1].folded == "esta") ||
			t.folded == "morgen" && (strings.HasPrefix(e.tokens[i-1].folded, "heut") || e.tokens[i-1].folded == "gestern"))
		if others[t.folded] || denials[t.folded] || later[t.folded] && !morning || companys[t.folded] {
			return true
		}
	}
	return false
}

// putOff: what follows a network that stands alone says that it was not done there: 'TikTok, non', 'Facebook, je verrai'.
func (e *evidence) putOff(comma int) bool {
	if comma+1 >= len(e.tokens) || e.tokens[comma].text != "," {
		return false
	}
	from, to := e.segment(comma + 1)
	not := false
	for i := from; i < to; i++ {
		if _, named := e.networkAt(i); named {
			return false
		}
		not = not || denials[e.tokens[i].folded] || later[e.tokens[i].folded]
	}
	return not
}

// deniedAfter: 'op Facebook niet'.
func (e *evidence) deniedAfter(at int) bool {
	return at+1 < len(e.tokens) && denials[e.tokens[at+1].folded]
}

// verdictMark reads lists: 'LinkedIn ✔ Instagram ✘', 'Instagram: when my daughter shows me how'.
func (e *evidence) verdictMark(at int) string {
	if at+1 >= len(e.tokens) {
		return ""
	}
	next := e.tokens[at+1]
	switch {
	case strings.ContainsAny(next.text, "✔✅☑✓"):
		return "yes"
	case strings.ContainsAny(next.text, "✘❌✗✖"):
		return "no"
	case next.text == ":" && at+2 < len(e.tokens) && whens[e.tokens[at+2].folded]:
		return "no"
	case notYets[next.folded] && at+2 < len(e.tokens) && e.tokens[at+2].folded != "meme":
		return "no"
	}
	return ""
}

var notYets = wordSet(`when wenn sobald quand cuando quando wanneer`)

var whens = wordSet(`when wenn sobald quand dès cuando quando wanneer als non no nein nee jamais never`)

// led returns where the place ends to which a claim leads: in 'shared it on my LinkedIn' the network is what was claimed.
func (e *evidence) led(s signal) int {
	end := s.to
	for _, t := range e.tokens {
		if t.start < s.to {
			continue
		}
		_, named := networkWords[t.folded]
		named = named || t.folded == "linked"
		switch {
		case t.kind != wordToken, !named && !leads[t.folded]:
			return end
		}
		end = t.end
	}
	return end
}

func (e *evidence) questionSegment(to int) bool {
	return to < len(e.tokens) && e.tokens[to].kind == hardToken && strings.Contains(e.tokens[to].text, "?")
}

// tokenOf is where a signal begins among the tokens.
func (e *evidence) tokenOf(s signal) int {
	return slices.IndexFunc(e.tokens, func(t token) bool { return t.start >= s.from })
}

// segment returns the tokens around one that belong to the same clause.
func (e *evidence) segment(at int) (int, int) {
	from, to := at, at+1
	for from > 0 && !e.boundary(from-1) && e.tokens[from-1].text != ":" {
		from--
	}
	for to < len(e.tokens) && !e.boundary(to) {
		to++
	}
	return from, to
}

func (e *evidence) boundary(i int) bool {
	t := e.tokens[i]
	switch t.kind {
	case hardToken:
		return true
	case emojiToken:
		return strings.ContainsAny(t.text, "✔✅☑✓✘❌✗✖")
	case softToken:
		return t.text == "," || t.text == "(" || t.text == ")" || t.text == "–" || t.text == "—"
	case wordToken:
		return breaks[t.folded]
	}
	return false
}
