package campaign

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// stem is how many letters two words of a trade have to share: 'soudeur' and 'soudeuse', 'Schweißer' and
// 'Schweißerin', 'engineer' and 'engineering'.
const stem = 5

// everyday are words of job titles that say nothing of the trade.
var everyday = map[string]bool{
	"senior": true, "junior": true, "responsable": true, "manager": true, "chargé": true, "charge": true, "chargee": true,
	"assistant": true, "assistante": true, "stage": true, "stagiaire": true, "alternance": true, "alternant": true,
	"leiter": true, "leiterin": true, "mitarbeiter": true, "mitarbeiterin": true, "equipe": true, "team": true, "chef": true,
	"head": true, "lead": true, "director": true, "directeur": true, "directrice": true, "vollzeit": true, "teilzeit": true,
	"temps": true, "plein": true, "partiel": true, "poste": true, "emploi": true, "offre": true, "recrute": true, "recrutons": true,
	"with": true, "pour": true, "dans": true, "avec": true, "chez": true, "site": true, "remote": true, "jefe": true, "jefa": true,
}

// closeWork says whether a person's job is that of an offer: a word of the trade in common, whatever its ending.
func closeWork(offer, job string) bool {
	mine := trade(job)
	for word := range trade(offer) {
		if mine[word] {
			return true
		}
	}
	return false
}

func trade(text string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.FieldsFunc(foldLetters(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		letters := []rune(word)
		if len(letters) < 4 || everyday[word] {
			continue
		}
		out[string(letters[:min(len(letters), stem)])] = true
	}
	return out
}

func foldLetters(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ß':
			b.WriteString("ss")
		case r == 'œ':
			b.WriteString("oe")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
