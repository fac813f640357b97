package letter

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"relais/backend/network"
)

var update = flag.Bool("update", false, "renew the golden files")

const token = "ae7qgmbyqy4tqnbzgi3wkztvpa"

func frame(language string) Frame {
	return Frame{
		Company: "Kerven & Fils", Contact: "Claire Le Gall", Language: language, FirstName: "Léa",
		ReplyTo: "relais+r" + token + "@kerven.example", Token: token,
	}
}

func jobItem() Item {
	return Item{
		Ask: true, Title: "Soudeur TIG (h/f) à Brest", Source: "kerven.example", Link: "https://kerven.example/offres/soudeur?utm_source=linkedin&utm_medium=staff",
		Excerpt: "Un atelier de douze personnes, des pièces uniques, des horaires du matin.", Angle: "Ce que vous auriez aimé savoir avant d’entrer dans l’atelier.",
		Why: []Reason{{"job", map[string]string{"job": "Soudeuse"}}, {"topic", map[string]string{"topics": "Soudage"}}, {"unknown", nil}},
		Texts: []Text{
			{Network: network.LinkedIn, Text: "Notre atelier cherche un soudeur TIG.\nVenez voir <b>sur place</b> & posez vos questions.\n#Soudage #KervenEmploi"},
			{Network: network.Mastodon, Text: "Un soudeur pour l’atelier ? https://kerven.example/offres/soudeur", Instance: "piaille.fr"},
			{Network: network.Instagram, Text: "L’atelier recrute."},
		},
		Picture: "https://kerven.example/atelier.jpg", Alt: "Deux soudeurs devant une cuve ouverte",
		ExpiresOn: "2026-12-15", Job: &Job{Title: "Soudeur TIG (h/f)", Place: "Brest", Contract: "CDI", Referrer: "Léa Morvan"},
	}
}

func everyLetter(language string) map[string]Letter {
	f := frame(language)
	reach := int64(12400)
	give := Item{Title: "What makes a weld last", Source: "Welding Today", Link: "https://welding.example/last", Excerpt: "Seven years of tests.", Angle: "Which of the seven do you see most?", Why: []Reason{{"general", nil}}}
	return map[string]Letter{
		"request":    Request(f, jobItem()),
		"give":       Request(f, give),
		"reminder":   Reminder(f, jobItem()),
		"digest":     Digest(f, []string{"Soudage", "Sécurité"}, []Item{give, jobItem(), give}),
		"invitation": Invitation(f, []network.ID{network.LinkedIn, network.Facebook}),
		"thanks":     Thanks(f, "Soudeur TIG", []network.ID{network.LinkedIn, network.X}),
		"left":       Left(f),
		"probe":      Probe(f),
		"year":       YearReview(f, Year{Year: 2026, Given: 31, Useful: 9, Shared: 4, Suggested: 2, Reach: &reach, Titles: []string{"Soudeur TIG"}}),
	}
}

func TestNoSentenceIsMissing(t *testing.T) {
	for _, language := range Languages() {
		v := reflect.ValueOf(wordsOf(language))
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("%s lacks %s", language, v.Type().Field(i).Name)
			}
		}
		for code := range english().why {
			if wordsOf(language).why[code] == "" {
				t.Errorf("%s lacks the reason %s", language, code)
			}
		}
	}
}

func TestGolden(t *testing.T) {
	for _, language := range Languages() {
		for kind, l := range everyLetter(language) {
			for ext, got := range map[string]string{"txt": "Subject: " + l.Subject + "\nList-Unsubscribe: " + l.Unsubscribe + "\n\n" + l.Text, "html": l.HTML} {
				if ext == "html" && language != "fr" {
					continue // one language shows the markup; the words are in the text
				}
				path := filepath.Join("testdata", kind+"."+language+"."+ext)
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("%s differs; run with -update and look at what changed", path)
				}
			}
		}
	}
}

var left = regexp.MustCompile(`\{[a-z]+\}`)

func TestEveryLetter(t *testing.T) {
	for _, language := range Languages() {
		for kind, l := range everyLetter(language) {
			name := kind + "." + language
			if len(l.HTML) == 0 || len(l.HTML) > MaxHTML {
				t.Errorf("%s: %d bytes of HTML", name, len(l.HTML))
			}
			if m := left.FindString(l.Subject + l.Text + withoutStyle(l.HTML)); m != "" {
				t.Errorf("%s: the placeholder %s was left", name, m)
			}
			if strings.Contains(l.HTML, "ZgotmplZ") {
				t.Errorf("%s: a link was refused", name)
			}
			if !strings.Contains(l.Text, "Ref: "+token) || !strings.Contains(l.HTML, "Ref: "+token) {
				t.Errorf("%s: the reference is missing", name)
			}
			if strings.ContainsAny(l.Subject, "\r\n") || l.Subject == "" {
				t.Errorf("%s: subject %q", name, l.Subject)
			}
			loadsNothing(t, name, l.HTML)
			if got, want := links(l.HTML), linksOf[kind]; got != want {
				t.Errorf("%s: %d links, want %d", name, got, want)
			}
		}
	}
}

// linksOf counts the links of each kind, all of them wanted: what opens and composes, one per answer, two ways out. A
// link more than a reader needs is one that a filter counts against the letter.
var linksOf = map[string]int{
	"request": 13, "give": 7, "reminder": 13, "digest": 19, "invitation": 2, "thanks": 2, "left": 0, "probe": 0, "year": 2,
}

func links(source string) int {
	n := 0
	z := html.NewTokenizer(strings.NewReader(source))
	for z.Next() != html.ErrorToken {
		if tok := z.Token(); tok.Type == html.StartTagToken && tok.Data == "a" {
			n++
		}
	}
	return n
}

func withoutStyle(s string) string {
	from, to := strings.Index(s, "<style>"), strings.Index(s, "</style>")
	return s[:from] + s[to:]
}

// loadsNothing holds that opening a letter asks nobody for anything: no picture, no font, no tracking.
func loadsNothing(t *testing.T, name, source string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(source))
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		switch tok.Data {
		case "img", "script", "link", "iframe", "object":
			t.Errorf("%s: a <%s>", name, tok.Data)
		}
		for _, a := range tok.Attr {
			if a.Key == "href" && !strings.HasPrefix(a.Val, "mailto:") && !strings.HasPrefix(a.Val, "https://") {
				t.Errorf("%s: link %q", name, a.Val)
			}
			if a.Key == "src" || strings.Contains(a.Val, "url(") {
				t.Errorf("%s: loads %q", name, a.Val)
			}
		}
	}
}

func TestRequestLeadsWithWhy(t *testing.T) {
	l := Request(frame("fr"), jobItem())
	order := []string{"proche du vôtre (Soudeuse)", "votre domaine\u00a0: Soudage", "Ce que vous auriez aimé savoir", "Notre atelier cherche", "Partagé sur LinkedIn", "À transférer"}
	at := 0
	for _, part := range order {
		i := strings.Index(l.Text[at:], part)
		if i < 0 {
			t.Fatalf("%q does not come after %q:\n%s", part, l.Text[:at], l.Text[at:])
		}
		at += i
	}
	for _, want := range []string{
		"mailto:relais+r" + token + "@kerven.example?subject=Re%3A%20Pourriez-vous",
		"body=Partag%C3%A9%20sur%20Mastodon%0D%0A", "https://piaille.fr/share?text=", "&lt;b&gt;sur place&lt;/b&gt; &amp; posez",
	} {
		if !strings.Contains(l.HTML, want) {
			t.Errorf("the HTML lacks %s", want)
		}
	}
}

func TestFrenchElidesTheCompany(t *testing.T) {
	for company, want := range map[string]string{
		"Ateliers du Phare": "le programme d’ambassadeurs d’Ateliers du Phare", "Éclats": "le programme d’ambassadeurs d’Éclats",
		"Kerven": "le programme d’ambassadeurs de Kerven", "Henkel": "le programme d’ambassadeurs de Henkel", "": "de votre entreprise",
	} {
		f := frame("fr")
		f.Company = company
		got := Invitation(f, nil)
		if !strings.HasSuffix(got.Subject, want) {
			t.Errorf("%q: subject %q", company, got.Subject)
		}
		if elided := strings.Contains(got.Text, "qu’"+company+" seule"); company != "" && elided != strings.Contains(want, "d’"+company) {
			t.Errorf("%q: %s", company, got.Text)
		}
	}
}

func TestHostileInputStaysText(t *testing.T) {
	item := jobItem()
	item.Title, item.Link, item.Excerpt = "<script>alert(1)</script>\r\nBcc: x@y.example", "javascript:alert(1)", "</td></table><img src=x>"
	f := frame("en")
	f.FirstName = "A\r\nBcc: x@y.example"
	l := Request(f, item)
	if strings.Contains(l.HTML, "<script>") || strings.Contains(l.HTML, "<img") || strings.Contains(l.HTML, `href="javascript`) {
		t.Error("markup got through")
	}
	if strings.ContainsAny(l.Subject, "\r\n") {
		t.Error("the subject has more than one line")
	}
}

func BenchmarkRequest(b *testing.B) {
	for range b.N {
		Request(frame("fr"), jobItem())
	}
}

// TestWriteLetters writes every letter into the folder RELAIS_LETTERS, for build/letters to draw in real engines.
func TestWriteLetters(t *testing.T) {
	dir := os.Getenv("RELAIS_LETTERS")
	if dir == "" {
		t.Skip("RELAIS_LETTERS names no folder")
	}
	for _, language := range Languages() {
		for kind, l := range everyLetter(language) {
			for ending, text := range map[string]string{".html": l.HTML, ".txt": l.Text, ".bare.html": withoutStyle(l.HTML)} {
				if err := os.WriteFile(filepath.Join(dir, kind+"."+language+ending), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func TestTheFirstOfAMonthInEachLanguage(t *testing.T) {
	for language, want := range map[string][2]string{
		"en": {"1 December 2026", "21 December 2026"}, "fr": {"1er décembre 2026", "21 décembre 2026"},
		"de": {"1. Dezember 2026", "21. Dezember 2026"}, "es": {"1 de diciembre de 2026", "21 de diciembre de 2026"},
	} {
		w := &writer{w: wordsOf(language)}
		if got := [2]string{w.day("2026-12-01"), w.day("2026-12-21")}; got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}
