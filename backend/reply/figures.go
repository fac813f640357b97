package reply

import (
	"slices"
	"strconv"
	"strings"
)

// The figures that a reply may report about the person's own post (DESIGN.md, metrics).
const (
	Views    = "views"
	Likes    = "likes"
	Comments = "comments"
	Reposts  = "reposts"
	Clicks   = "clicks"
)

func figureOf(word string) string {
	for _, f := range figureStems {
		if strings.HasPrefix(word, f.stem) && len(word) <= len(f.stem)+f.more {
			return f.name
		}
	}
	return ""
}

// figureStems are the beginnings of the words for each figure, and how many letters may follow.
var figureStems = []struct {
	stem string
	more int
	name string
}{
	{"vue", 1, Views}, {"impression", 2, Views}, {"view", 1, Views}, {"affichage", 1, Views}, {"visionnage", 1, Views}, {"aufruf", 2, Views}, {"ansicht", 2, Views},
	{"impressionen", 0, Views}, {"visualizacion", 2, Views}, {"visualizzazion", 1, Views}, {"visualisation", 1, Views}, {"visualization", 1, Views}, {"weergave", 1, Views}, {"vista", 1, Views}, {"impresion", 2, Views}, {"visite", 1, Views}, {"visita", 1, Views}, {"plays", 0, Views}, {"lecture", 1, Views}, {"zugriff", 1, Views}, {"reproduccion", 2, Views},
	{"like", 1, Likes}, {"reaction", 1, Likes}, {"reaktion", 2, Likes}, {"reaccion", 2, Likes}, {"reazion", 1, Likes}, {"reactie", 0, Comments}, {"reacties", 0, Comments}, {"recomendacion", 2, Likes}, {"jaime", 1, Likes}, {"duimke", 1, Likes}, {"cuoricin", 1, Likes}, {"coeur", 1, Likes}, {"herz", 4, Likes}, {"pouce", 1, Likes}, {"favori", 1, Likes}, {"favorit", 2, Likes}, {"heart", 1, Likes}, {"consigliat", 1, Likes}, {"waarderinge", 1, Likes}, {"fave", 1, Likes}, {"favourite", 1, Likes}, {"favorite", 1, Likes}, {"duimpje", 1, Likes}, {"duim", 2, Likes}, {"hartje", 1, Likes}, {"corazon", 2, Likes}, {"cuore", 0, Likes}, {"cuori", 0, Likes}, {"daumen", 0, Likes}, {"kudos", 0, Likes}, {"thumb", 1, Likes}, {"fav", 1, Likes}, {"harzli", 0, Likes}, {"sternchen", 0, Likes}, {"etoile", 1, Likes}, {"stars", 0, Likes}, {"reacts", 0, Likes}, {"consiglia", 0, Likes}, {"reprises", 0, Reposts}, {"réponses", 0, Comments}, {"reponses", 0, Comments}, {"visual", 0, Views}, {"uffruef", 1, Views}, {"ufruef", 1, Views}, {"uufruef", 1, Views}, {"ansichd", 2, Views}, {"veiw", 1, Views}, {"corazoncito", 1, Likes}, {"dume", 1, Likes}, {"herzli", 0, Likes}, {"leicks", 0, Likes},
	{"commentaire", 1, Comments}, {"comment", 1, Comments}, {"com", 1, Comments}, {"comms", 0, Comments}, {"comm'", 0, Comments}, {"kommi", 1, Comments}, {"kommentar", 2, Comments}, {"comentario", 1, Comments}, {"comment", 2, Comments}, {"opmerking", 2, Comments}, {"replies", 0, Comments}, {"antwort", 2, Comments}, {"respuesta", 1, Comments},
	{"repost", 1, Reposts}, {"republication", 1, Reposts}, {"repub", 1, Reposts}, {"partage", 1, Reposts}, {"repartage", 1, Reposts}, {"share", 1, Reposts}, {"retweet", 1, Reposts}, {"reshare", 1, Reposts}, {"condivision", 1, Reposts}, {"compartido", 1, Reposts}, {"republicacion", 2, Reposts}, {"weiterverbreitung", 2, Reposts}, {"ricondivision", 1, Reposts}, {"rilanci", 1, Reposts}, {"boost", 1, Reposts}, {"rt", 1, Reposts}, {"diffusion", 1, Reposts}, {"retwit", 1, Reposts}, {"retuit", 2, Reposts}, {"weiterleitung", 2, Reposts}, {"impulso", 1, Reposts},
	{"clic", 1, Clicks}, {"click", 1, Clicks}, {"klick", 1, Clicks}, {"klik", 3, Clicks}, {"clique", 1, Clicks},
}

var (
	vagueBefore = wordSet(`environ about around approx approximately roughly nearly almost over some quelque quelques près presque plus peu-près etwa circa rund ungefähr fast über knapp
		unos unas casi alrededor cerca quasi oltre ongeveer bijna zowat zo'n centaine dizaine vingtaine ~ ≈ mehr more más più meer few several couple paar plusieurs varios varias algunos algunas alcune alcuni enkele mindestens moins least`)
	rangeWords  = wordSet(`et and und y e en à a to bis o ou or tot - –`)
	peopleWords = wordSet(`haben habens haben' ont have hebben collègues confrères inconnus inconnues amis copains copines kollegen kolleginnen colleagues souls soul lady strangers friends mates colleghi compañeros collega's vrienden personnes gens people persons folks leute leut personen menschen personas gente persone mensen man mannen lüt`)
	deeds       = map[string]map[string]bool{
		Views:    wordSet(`vu vue vus lue viewed seen saw watched looked gelesen angeguckt angeschaut gesehen gseng angesehen visto vista bekeken gezien`),
		Likes:    wordSet(`aime aimee aimé aimée aimés liké liked likee gelikt geliked gustado`),
		Comments: wordSet(`commenté commente commented kommentiert comentado commentato gereageerd`),
		Reposts:  wordSet(`repartagé repartage relayé relaye republié reposte reposted reshared reposted passed retweeted repartagée repostée repris retweeté weitergeteilt weitergereicht weiterverbreitet geteilt teilt compartido ricondiviso condiviso doorgedeeld gedeeld`),
	}
	loneWords  = wordSet(`seul seule only just nur einziger einziges einzigen solo sola solamente unico unica slechts maar enkele`)
	vagueAfter = wordSet(`environ ish approx circa odd`)
	anothers   = wordSet(`précédent précédente dernière autre previous other last letzte letzter letzten vorige anterior anteriores última último precedente scorso scorsa
		vorherige ultimo company' companys company boîte entreprise firmen firma empresa azienda bedrijf avait ancien ancienne mars année collègue`)
)

// figures reads exact figures about the person's own post: 'number word' ('1,2 k vues', 'deux commentaires') or
// 'word number' ('Vues : 2650'). Vague ones and those of another post are left out.
func (e *evidence) figures() map[string]int { return figureMap(e.ruledFigures()) }

func figureMap(ruled []figure) map[string]int {
	found := map[string]int{}
	for _, f := range ruled {
		found[f.name] = f.value
	}
	return found
}

// figure is a number of the text and what it counts.
type figure struct {
	at, value int // token, and what it says
	name      string
}

// ruledFigures are those that the rules find, of each kind the first.
func (e *evidence) ruledFigures() []figure {
	var found []figure
	used := map[int]bool{}
	spared := "" // what was counted of another post: 'the last one got 300 likes, this one 7'
	for i := range e.tokens {
		if name := e.notOne(i); name != "" {
			found = append(found, figure{i, 0, name})
		}
		n, width, ok := e.numberAt(i)
		if !ok || used[i] || e.vague(i, width) {
			continue
		}
		if e.anothersFigure(i) {
			spared, _ = e.unitAfter(i + width)
			continue
		}
		name, at := e.unitAfter(i + width)
		if n == 1 && i > 0 && nones[e.tokens[i-1].folded] { // 'pas un commentaire'
			continue
		}
		if n == 1 && at != i+width && e.tokens[i].kind == wordToken && !e.oneAlone(i) { // 'une trentaine de réactions' is not one
			name = ""
		}
		if name == "" && strings.HasSuffix(e.tokens[i].folded, "mal") { // 'viermal geteilt'
			name, at = e.deedAt(i), i
		}
		if name == "" {
			name, at = e.deedBefore(i, width), i
		}
		if name == "" {
			name, at = e.unitBefore(i, used)
		}
		if name == "" {
			name, at = e.exactly(i, width, spared), i
		}
		if name == "" {
			continue
		}
		used[i], used[at] = true, true
		if name == Clicks && n <= 5 && i > 0 && efforts[e.tokens[i-1].folded] || name == Clicks && i+width < len(e.tokens) && loneWords[e.tokens[i+width].folded] {
			continue
		}
		if n == 1 && e.tokens[i].kind == wordToken && len(found) == 0 && !e.oneAlone(i) { // 'avec un commentaire perso': an article, no figure
			continue
		}
		if !slices.ContainsFunc(found, func(f figure) bool { return f.name == name }) {
			found = append(found, figure{i, n, name})
		}
	}
	return found
}

// oneAlone: 'un seul like', 'only one comment', 'one comment' where nothing says that the person wrote it.
func (e *evidence) oneAlone(i int) bool {
	word := func(j int) string {
		if j < 0 || j >= len(e.tokens) {
			return ""
		}
		return e.tokens[j].folded
	}
	if loneWords[word(i+1)] || loneWords[word(i-1)] {
		return true
	}
	if i > 0 && e.tokens[i-1].kind == wordToken {
		return false
	}
	if i+1 < len(e.tokens) {
		if name := e.unitAt(i + 1); name == "" || name == Clicks { // 'une vingtaine de likes'; 'ein Klick, ein Seufzer'
			return word(i) == "one"
		}
	}
	return word(i) == "one" || ends[word(i+2)] || i+2 >= len(e.tokens) || e.tokens[i+2].kind != wordToken // 'Un commentaire, de ma mère.'
}

// ends may follow a figure of one.
var ends = wordSet(`de d' von from on sur auf so pour bisher et und and`)

// notOne: 'pas un seul like', 'kein einziger Kommentar', 'not a single comment'.
func (e *evidence) notOne(i int) string {
	if !nones[e.tokens[i].folded] {
		return ""
	}
	for j := i + 1; j < min(i+3, len(e.tokens)-1); j++ {
		if loneWords[e.tokens[j].folded] {
			return e.unitAt(j + 1)
		}
	}
	return ""
}

var (
	nones    = wordSet(`pas kein keine keinen not geen nicht ni`)
	exacts   = wordSet(`exact exactly precisely precise exactement précisément pile genau genauer precisione precisamente precies nose insgesamt ie counted compté gezählt`)
	contrast = wordSet(`mine mien mienne meiner meins this that celui-ci ci celui là ici der dieser dieses deze dit ours here hier ce cette este esta questo questa mío mía mio`)
)

// exactly: a number without a unit has that of the words before it where it puts a vague one right ('a dozen likes, 12 on
// the nose'), or where it compares this post with the one before.
func (e *evidence) exactly(i, width int, spared string) string {
	if after := i + width; after < len(e.tokens) && e.tokens[after].kind == wordToken && !exacts[e.tokens[after].folded] && !ends[e.tokens[after].folded] && e.tokens[after].folded != "to" {
		return ""
	}
	if spared != "" {
		from, _ := e.segment(i)
		for j := from; j < i; j++ {
			if contrast[e.tokens[j].folded] {
				return spared
			}
		}
	}
	near := false
	for j := max(0, i-3); j < min(i+width+3, len(e.tokens)); j++ {
		near = near || exacts[e.tokens[j].folded]
	}
	if !near {
		return ""
	}
	for j := i - 1; j >= max(0, i-14); j-- {
		if name := e.unitAt(j); name != "" {
			return name
		}
	}
	return ""
}

// numberAt reads the number at token i and returns how many tokens it takes.
func (e *evidence) numberAt(i int) (int, int, bool) {
	t := e.tokens[i]
	switch t.kind {
	case wordToken:
		if i > 0 && (e.tokens[i-1].folded == "a" || e.tokens[i-1].folded == "of") && scales[t.folded] > 0 {
			return 0, 1, false // 'a couple of hundred'
		}
		return e.spelled(i)
	case numberToken:
	default:
		return 0, 0, false
	}
	thousands := 1.0
	width := 1
	if i+1 < len(e.tokens) && e.tokens[i+1].folded == "k" || i+1 < len(e.tokens) && scales[e.tokens[i+1].folded] == 1000 {
		thousands, width = 1000, 2
		if e.tokens[i+1].folded == "tsd" && i+2 < len(e.tokens) && e.tokens[i+2].text == "." {
			width = 3
		}
	}
	digits := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\'' || r == '’' || r == '\u00a0' || r == '\u202f' {
			return -1
		}
		return r
	}, t.text)
	value, ok := parseNumber(digits)
	if !ok || value*thousands > 1e9 {
		return 0, 0, false
	}
	value *= thousands
	if value != float64(int(value)) {
		return 0, 0, false
	}
	return int(value), width, true
}

func parseNumber(s string) (float64, bool) {
	if i := strings.LastIndexAny(s, ".,"); i >= 0 {
		if len(s)-i-1 == 3 { // 2.310 and 2,310 are thousands
			s = strings.NewReplacer(".", "", ",", "").Replace(s)
		} else {
			s = strings.NewReplacer(".", "", ",", "").Replace(s[:i]) + "." + s[i+1:]
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

func (e *evidence) unitAfter(i int) (string, int) {
	if name, at := e.peopleWho(i); name != "" {
		return name, at
	}
	for skipped := 0; i < len(e.tokens) && skipped < 3; i++ {
		t := e.tokens[i]
		if t.kind == hardToken || t.kind == numberToken || currencies[t.folded] || currencies[t.text] {
			return "", 0
		}
		if t.kind == softToken {
			if t.text == "," || t.text == "/" || t.text == ":" || t.text == "(" {
				return "", 0
			}
			continue
		}
		if name := e.unitAt(i); name != "" {
			return name, i
		}
		skipped++
	}
	return "", 0
}

// peopleWho: '8 personnes l'ont repartagé', '830 Leute haben meinen Beitrag gesehen', 'nine people liked it'.
func (e *evidence) peopleWho(i int) (string, int) {
	if i >= len(e.tokens) || !peopleWords[e.tokens[i].folded] {
		return "", 0
	}
	for j := i + 1; j < min(i+8, len(e.tokens)) && e.tokens[j].kind != hardToken && e.tokens[j].text != ","; j++ {
		for name, verbs := range deeds {
			if verbs[e.tokens[j].folded] {
				return name, j
			}
		}
	}
	return "", 0
}

func (e *evidence) unitAt(i int) string {
	t := e.tokens[i]
	pair := func(a, b string) bool {
		return t.folded == a && i+1 < len(e.tokens) && e.tokens[i+1].folded == b
	}
	switch {
	case t.folded == "vind" && i+2 < len(e.tokens) && e.tokens[i+2].folded == "ik":
		return Likes
	case pair("j'", "aime"), pair("j'", "aimes"), pair("gefallt", "mir"), pair("mi", "piace"), pair("me", "gusta"), pair("me", "gustas"), pair("vind", "ik"), pair("gefallt", "-"), pair("gfallt", "mr"), pair("gfallt", "mer"), pair("gefallt'", "s"), pair("gfallt'", "s"), e.tokens[i].text == "♥", e.tokens[i].text == "❤", e.tokens[i].text == "👍":
		return Likes
	case t.text == "💬", t.text == "🗨":
		return Comments
	case t.text == "🔁", t.text == "🔄":
		return Reposts
	case pair("mal", "geteilt"), pair("fois", "partage"), pair("times", "shared"), pair("volte", "condiviso"), pair("keer", "gedeeld"), pair("veces", "compartido"), pair("mal", "geboostet"), pair("keer", "gerepost"), pair("fois", "repartage"), pair("times", "reposted"):
		return Reposts
	case pair("mal", "gesehen"), pair("fois", "vu"), pair("keer", "bekeken"), pair("times", "viewed"), pair("veces", "visto"), pair("volte", "visto"), pair("mal", "angesehen"), pair("keer", "gezien"):
		return Views
	}
	if name := e.timesDone(i); name != "" {
		return name
	}
	if strings.HasPrefix(t.folded, "visite") && i+1 < len(e.tokens) && (e.tokens[i+1].folded == "de" || e.tokens[i+1].folded == "d'") { // 'deux visites de chantier'
		return ""
	}
	if t.kind != wordToken || t.folded == "commenter" || t.folded == "diffusion" || t.folded == "lecture" && i > 0 && e.tokens[i-1].kind == wordToken && e.tokens[i-1].folded == "une" {
		return ""
	}
	return figureOf(t.folded)
}

var (
	times     = wordSet(`mal x fois times keer veces volte`)
	deedsDone = map[string]map[string]bool{
		Comments: wordSet(`commenté commentée commented kommentiert comentado commentato`),
		Views:    wordSet(`aufgerufen gelesen angezeigt angeschaut angeklickt gesehen angesehen vu vue affiché affichée viewed seen bekeken gezien visto vista`),
		Likes:    wordSet(`geliked gelikt liké likée liked aimé aimée`),
		Reposts:  wordSet(`geteilt geboostet weitergereicht weitergeteilt witerteilt geteild doorgedeeld teilt geboost boosté boostée retweeté partagé partagée repartagé repartagée republié republiée repris reprise weiterverbreitet repostet retweeted relayé shared reposted boosted gedeeld gerepost compartido condiviso`),
	}
)

// timesDone: '3x geteilt worden', '640 mal angezeigt'. What the person did so many times is no figure.
func (e *evidence) timesDone(i int) string {
	if !times[e.tokens[i].folded] {
		return ""
	}
	return e.deedAt(i)
}

func (e *evidence) deedAt(i int) string {
	if i+1 >= len(e.tokens) {
		return ""
	}
	from, _ := e.segment(i)
	if slices.ContainsFunc(e.tokens[from:i], func(t token) bool { return firstPerson[t.folded] }) {
		return ""
	}
	for name, verbs := range deedsDone {
		if verbs[e.tokens[i+1].folded] {
			return name
		}
	}
	return ""
}

// deedBefore: 'boosted 7 times', 'boosté quatre fois', 'repartagé par trois collègues', 'boosted by 33 people'.
func (e *evidence) deedBefore(i, width int) string {
	verb := i - 1
	if verb > 0 && agents[e.tokens[verb].folded] {
		verb--
	} else if i+width >= len(e.tokens) || !times[e.tokens[i+width].folded] {
		return ""
	}
	if verb < 0 {
		return ""
	}
	from, _ := e.segment(i)
	if slices.ContainsFunc(e.tokens[from:max(from, verb)], func(t token) bool { return firstPerson[t.folded] }) {
		return ""
	}
	for name, verbs := range deedsDone {
		if verbs[e.tokens[verb].folded] {
			return name
		}
	}
	return ""
}

// agents stand before those who did it: 'boosted by 33 people'.
var agents = wordSet(`by par von vo da por door durch`)

// copulas stand between what is counted and its number: 'Impressions stand at 640', 'i clic sono dodici'.
var copulas = wordSet(`is are stand stands at sont est sono sind stehen bei son zijn reached now`)

// unitBefore serves lists: 'Vues : 2650', 'Likes 17'.
func (e *evidence) unitBefore(i int, used map[int]bool) (string, int) {
	joined := false
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := e.tokens[j]
		switch t.kind {
		case hardToken, numberToken:
			return "", 0
		case wordToken:
			if copulas[t.folded] && !used[j] {
				joined = true
				continue
			}
			if used[j] || e.tokens[i].kind != numberToken && !joined || t.folded == "like" && !joined { // 'like 60 people'
				return "", 0
			}
			if name := e.unitAt(j); name != "" {
				return name, j
			}
			if t.folded == "aime" || t.folded == "mir" || t.folded == "piace" || t.folded == "gusta" {
				continue
			}
			return "", 0
		case softToken:
			if t.text == "," || t.text == "/" {
				return "", 0
			}
			joined = joined || t.text == ":" // 'Views: three hundred'
		}
	}
	return "", 0
}

func (e *evidence) vague(i, width int) bool {
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		t := e.tokens[j]
		if t.kind == numberToken && j == i-2 && rangeWords[e.tokens[i-1].folded] {
			return true // 'entre 300 et 400'
		}
		if t.kind == hardToken || t.kind == numberToken || t.text == "," {
			break
		}
		if vagueBefore[t.folded] || t.text == "~" || t.text == "≈" {
			return true
		}
		if t.kind == wordToken && j < i-1 {
			break
		}
	}
	for j := i + width; j < len(e.tokens) && j < i+width+5; j++ {
		t := e.tokens[j]
		if t.kind == hardToken || t.text == "," {
			break
		}
		if t.folded == "odd" && j == i+width+1 && e.tokens[j-1].text == "-" { // '300-odd'
			return true
		}
		if t.folded == "or" && j+1 < len(e.tokens) && e.tokens[j+1].folded == "so" || j == i+width && (vagueAfter[t.folded] || t.text == "+") {
			return true
		}
	}
	return false
}

var (
	conditions = wordSet(`if wenn falls`)
	colleagues = wordSet(`sien hers ihrer seiner suyo suo zijne passé vorletzte collègue kollegin kollege colleague colega sien sienne she he wife husband femme mari kollegin frau`)
	efforts    = wordSet(`en in took takes dauerte mit con met per pris`) // 'en deux clics' is no figure
	days       = wordSet(`monday' tuesday' wednesday' thursday' friday' saturday' sunday' today' week' here' there' it' that'`)
	currencies = wordSet(`€ euro euros eur $ £ chf francs`)
)

// anothersFigure: the clause is about an earlier post or the company's.
func (e *evidence) anothersFigure(i int) bool {
	from, _ := e.segment(i)
	for j := from; j < i; j++ {
		t := e.tokens[j]
		if conditions[t.folded] || colleagues[t.folded] || e.possessive(j) && !days[t.folded] || e.namedAuthor(j) || t.folded == "avant" && j > 0 && e.tokens[j-1].folded == "d'" {
			return true
		}
		if anothers[t.folded] && !(t.folded == "mars" || t.folded == "annee") {
			next := ""
			if j+1 < len(e.tokens) {
				next = e.tokens[j+1].folded
			}
			switch next { // 'last week' is a date
			case "week", "woche", "semaine", "night", "month", "mois", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday", "thursday", "friday", "directeur":
				continue
			}
			return true
		}
	}
	return false
}
