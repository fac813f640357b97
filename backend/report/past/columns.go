// Package past reads spreadsheets of shares from the years before, and the
// exports of web statistics. It is pure: it gets tables of text and gives rows,
// each with what is wrong with it.
package past

import (
	"slices"
	"strings"

	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
)

// Fields that a column may hold.
const (
	fieldDate     = "date"
	fieldPerson   = "person"
	fieldAddress  = "address"
	fieldNetwork  = "network"
	fieldPost     = "post"
	fieldURL      = "url"
	fieldAudience = "audience"
	fieldLanguage = "language"
	fieldVisits   = "visits"
	fieldSource   = "source"
	fieldMedium   = "medium"
	fieldCampaign = "campaign"
	fieldContent  = "content"
	fieldPage     = "page"
	fieldBoth     = "source_medium" // 'linkedin / advocacy' in one cell
)

// headers are the words by which columns are known, folded, in French, English
// and German.
var shareHeaders = map[string][]string{
	fieldDate:     {"date", "jour", "day", "datum", "tag", "date de partage", "date du partage", "shared on", "partage le", "geteilt am", "share date"},
	fieldPerson:   {"personne", "person", "nom", "name", "collaborateur", "employee", "ambassadeur", "advocate", "qui", "who", "mitarbeiter", "nom complet", "full name", "salarie"},
	fieldAddress:  {"email", "e mail", "mail", "courriel", "adresse e mail", "adresse mail", "email address", "e mail adresse"},
	fieldNetwork:  {"reseau", "network", "plateforme", "platform", "reseau social", "social network", "netzwerk", "canal", "channel"},
	fieldPost:     {"publication", "post", "titre", "title", "article", "contenu", "content", "sujet", "beitrag", "titel", "subject"},
	fieldURL:      {"url", "lien", "link", "adresse", "address", "lien du post", "post url", "lien de la publication"},
	fieldAudience: {"audience", "abonnes", "followers", "contacts", "relations", "connections", "reichweite", "taille du reseau"},
	fieldLanguage: {"langue", "language", "sprache"},
	"views":       {"vues", "views", "impressions", "aufrufe", "affichages"},
	"likes":       {"likes", "j aime", "reactions", "gefallt mir", "mentions j aime"},
	"comments":    {"commentaires", "comments", "kommentare"},
	"reposts":     {"republications", "reposts", "repartages", "shares", "partages", "retweets", "geteilt"},
	"clicks":      {"clics", "clicks", "klicks"},
}

var visitHeaders = map[string][]string{
	fieldDate:     {"date", "jour", "day", "datum"},
	fieldVisits:   {"visits", "visites", "sessions", "besuche", "sitzungen", "nb visits", "total sessions"},
	fieldSource:   {"source", "campaign source", "session source", "source de la campagne", "source de la session", "kampagnenquelle", "referrer name"},
	fieldMedium:   {"medium", "campaign medium", "session medium", "support", "support de la session", "support de la campagne", "kampagnenmedium"},
	fieldBoth:     {"session source medium", "source medium", "session source medium platform", "source support de la session", "source support"},
	fieldCampaign: {"campaign", "campagne", "campaign name", "session campaign", "session campaign name", "campagne de la session", "nom de la campagne", "label", "libelle", "kampagne", "bezeichnung", "campaigns", "campagnes", "nom de la campagne de la session"},
	fieldContent:  {"content", "contenu", "campaign content", "session manual ad content", "contenu de la campagne", "contenu manuel de l annonce de la session"},
	fieldPage:     {"page", "landing page", "page de destination", "landing page query string", "page url", "url", "page location", "zielseite", "entry page", "page d entree"},
}

// columns finds what each column of a row of headers holds.
func columns(row sheet.Row, headers map[string][]string) map[string]int {
	found := map[string]int{}
	for i := range row.Cells {
		text := roster.Fold(row.Text(i))
		for field, words := range headers {
			if _, taken := found[field]; !taken && slices.Contains(words, text) {
				found[field] = i
			}
		}
	}
	return found
}

// How far down the row of headers is looked for: spreadsheets lead with a title,
// a period, a blank; Google Analytics with the whole table of a chart, a row a day.
const (
	headerWithin      = 30
	visitHeaderWithin = 1500
)

// table finds the rows of headers and of data in a file.
func table(file sheet.File, within int, headers map[string][]string, enough func(map[string]int) bool) (map[string]int, []sheet.Row, sheet.Table, bool) {
	for _, t := range file.Tables {
		for i, row := range t.Rows {
			if i >= within {
				break
			}
			if cols := columns(row, headers); enough(cols) {
				return cols, t.Rows[i+1:], t, true
			}
		}
	}
	return nil, nil, sheet.Table{}, false
}

func has(cols map[string]int, fields ...string) bool {
	for _, f := range fields {
		if _, ok := cols[f]; ok {
			return true
		}
	}
	return false
}

// cell gives the text of a field in a row, "" where there is no such column.
func cell(row sheet.Row, cols map[string]int, field string) string {
	i, ok := cols[field]
	if !ok {
		return ""
	}
	return strings.TrimSpace(row.Text(i))
}
