package extract

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/text/encoding/charmap"
)

const offerPage = `<!doctype html><html lang="fr"><head><title>Technicien CVC (H/F) | Emplois Exemple</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Technicien CVC (H/F)","datePosted":"2026-10-01",
"validThrough":"2026-12-15T23:59","employmentType":["FULL_TIME","CDI"],"hiringOrganization":{"@type":"Organization","name":"Exemple SA"},
"jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Nantes","addressCountry":"FR"}},
"description":"<p>Vous entretenez les installations de chauffage de nos clients de la région nantaise, du dépannage à la mise en service.</p><p>Permis B nécessaire.</p>"}</script></head>
<body><div id="app">Chargement…</div></body></html>`

func TestOffer(t *testing.T) {
	a, err := New().Extract(Page{Body: []byte(offerPage), URL: "https://emplois.example/1"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Kind != KindOffer || a.Title != "Technicien CVC (H/F)" || a.Offer.Place != "Nantes, FR" || a.Offer.Contract != "FULL_TIME, CDI" || a.Offer.Company != "Exemple SA" {
		t.Errorf("got %+v %+v", a, a.Offer)
	}
	if want := time.Date(2026, 12, 15, 23, 59, 0, 0, time.UTC); !a.Offer.Closes.Equal(want) {
		t.Errorf("closes %v, want %v", a.Offer.Closes, want)
	}
	if !strings.Contains(a.Text, "Permis B") {
		t.Errorf("the text lacks the description: %q", a.Text)
	}
}

func TestDecode(t *testing.T) {
	latin, _ := charmap.Windows1252.NewEncoder().String("déjà élu à l’unanimité")
	for name, c := range map[string]struct{ body, header, want string }{
		"utf-8 with a lying meta tag": {`<meta charset="iso-8859-1">été`, "", `<meta charset="iso-8859-1">été`},
		"utf-8 with a lying header":   {"été", "text/html; charset=iso-8859-1", "été"},
		"windows-1252 by header":      {latin, "text/html; charset=windows-1252", "déjà élu à l’unanimité"},
		"windows-1252 by meta":        {`<meta charset="windows-1252">` + latin, "", `<meta charset="windows-1252">déjà élu à l’unanimité`},
		"byte order mark":             {"\xEF\xBB\xBFété", "text/html; charset=iso-8859-1", "été"},
		"utf-16":                      {"\xFF\xFE\xE9\x00t\x00\xE9\x00", "", "été"},
		"cut in a character":          {"ét\xC3", "", "ét\xC3"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Decode([]byte(c.body), c.header); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// hostile holds ways to run or load something, most of them from the published
// filter-evasion lists.
var hostile = []string{
	`<script>canary()</script>`, `<img src=x onerror=canary()>`, `<svg onload=canary()>`, `<a href="javascript:canary()">x</a>`,
	`<a href=" &#14; javascript:canary()">x</a>`, `<a href="jav&#x09;ascript:canary()">x</a>`, `<iframe srcdoc="<script>canary()</script>"></iframe>`,
	`<object data="data:text/html,<script>canary()</script>"></object>`, `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=canary()&gt;">`,
	`<form action="https://evil.example"><button>x</button></form>`, `<link rel=stylesheet href="https://evil.example/c.css">`,
	`<p style="background:url(https://evil.example/c)">x</p>`, `<video src="https://evil.example/v" autoplay></video>`,
	`<base href="https://evil.example/">`, `<meta http-equiv=refresh content="0;url=https://evil.example">`, `<img src="data:text/html;base64,PHNjcmlwdD4=">`,
	`<noscript><p title="</noscript><img src=x onerror=canary()>"></noscript>`, `<template><script>canary()</script></template>`,
	`<img srcset="https://evil.example/1 1x">`, `<input autofocus onfocus=canary()>`, `<details open ontoggle=canary()>x</details>`,
}

func TestSanitizer(t *testing.T) {
	clean := NewSanitizer()
	for _, in := range hostile {
		if bad := dangerIn(clean.Clean("<p>before</p>" + in + "<p>after</p>")); bad != "" {
			t.Errorf("%s leaves %s", in, bad)
		}
	}
}

// dangerIn names what of a fragment could run or load, by parsing it again.
func dangerIn(fragment string) string {
	bad := ""
	eachElement(parse(fragment), 0, func(n *html.Node) bool {
		switch n.Data {
		case "html", "head", "body":
			return true
		case "script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta", "base", "svg", "math", "video", "audio", "template", "source":
			bad = "<" + n.Data + ">"
		}
		for _, a := range n.Attr {
			low := strings.ToLower(strings.TrimSpace(a.Val))
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcset" || a.Key == "srcdoc" || strings.Contains(low, "javascript:") || strings.HasPrefix(low, "data:") {
				bad = a.Key + "=" + a.Val
			}
		}
		return bad == ""
	})
	return bad
}

func TestExtractHostile(t *testing.T) {
	para := "<p>This is a long paragraph of the article, with commas, and with enough words that every reader takes it for the text itself.</p>"
	a, err := New().ExtractText("<html><body><article><h1>Title of it</h1>"+strings.Repeat(para, 5)+strings.Join(hostile, para)+strings.Repeat(para, 5)+"</article></body></html>", "https://page.example/a")
	if err != nil {
		t.Fatal(err)
	}
	if bad := dangerIn(a.HTML); bad != "" {
		t.Errorf("the article carries %s", bad)
	}
}

func TestBadPages(t *testing.T) {
	x := New()
	for name, body := range map[string]string{
		"empty": "", "a word": "hello", "deep": strings.Repeat("<div>", 5000) + "text inside", "deep inline": strings.Repeat("<b>", 20000) + "x",
		"no end": "<p>text <b <i <a href='", "nul": "<p>a\x00b</p>", "binary": "\x89PNG\r\n\x1a\n\x00\x00\x00", "json-ld bomb": `<script type="application/ld+json">` + strings.Repeat("[", 100000) + "</script>",
		"wide": strings.Repeat("<p>x</p>", 50000),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := x.Extract(Page{Body: []byte(body)}); err != nil && !errors.Is(err, ErrEmpty) {
				t.Error(err)
			}
		})
	}
}

// The parser compares the attributes of formatting elements all with all.
func TestFewAttributes(t *testing.T) {
	many, first := "", ""
	for i := range 300 {
		many += fmt.Sprintf(" a%d=1", i)
		if i < maxAttributes {
			first += fmt.Sprintf(` a%d="1"`, i)
		}
	}
	for name, c := range map[string]struct{ in, want string }{
		"few":           {`<p class="a">x</p>`, `<p class="a">x</p>`},
		"long but few":  {`<img src="data:` + strings.Repeat("A/", 400) + `" alt="b > c">`, `<img src="data:` + strings.Repeat("A/", 400) + `" alt="b > c">`},
		"many":          {"<b" + many + ">x</b>", "<b" + first + ">x</b>"},
		"in a script":   {"<script>if(i<n" + many + ")a='</b>'</script><p>x", "<script>if(i<n" + many + ")a='</b>'</script><p>x"},
		"in a comment":  {"<!-- <b" + many + "> --><p>x", "<!-- <b" + many + "> --><p>x"},
		"never closed":  {"<b" + many, "<br>"},
		"open quote":    {`<b a="` + many, "<br>"},
		"script at end": {"<p>x<SCRIPT src=a>" + many, "<p>x<SCRIPT src=a>" + many},
	} {
		t.Run(name, func(t *testing.T) {
			if got := fewAttributes(c.in); got != c.want {
				t.Errorf("got %.200q, want %.200q", got, c.want)
			}
		})
	}
}

func TestHostilePages(t *testing.T) {
	para := "<p>This is a long paragraph of the article, with commas, and with enough words that every reader takes it for the text itself.</p>"
	var bold, names strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&names, " a%d", i)
	}
	for i := range 200 {
		fmt.Fprintf(&bold, "<b%s z=%d>x", names.String(), i)
	}
	for name, body := range map[string]string{
		"100,000 divs":      strings.Repeat("<div>", 100000) + para,
		"one tag":           "<p" + strings.Repeat(names.String(), 50) + ">" + para,
		"attributes of <b>": bold.String() + para,
	} {
		t.Run(name, func(t *testing.T) {
			a, err := New().Extract(Page{Body: []byte(body)})
			if err != nil || !strings.Contains(a.Text, "long paragraph") {
				t.Errorf("%v, text %.100q", err, a.Text)
			}
		})
	}
}

func TestByline(t *testing.T) {
	for in, want := range map[string]string{
		"By Jane Doe": "Jane Doe", "Par Léa Martin": "Léa Martin", "von Jens Müller | 3.4.2020": "Jens Müller", "https://x.example/me": "",
		"By Jane Doe on March 3, 2020": "Jane Doe", "admin": "", "Byron Smith": "Byron Smith", "Publié par Léa Martin, le 3 mai": "Léa Martin",
	} {
		if got := cleanByline(in); got != want {
			t.Errorf("cleanByline(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add([]byte(offerPage))
	f.Add([]byte("<article><p>text</p></article>"))
	x := New()
	f.Fuzz(func(t *testing.T, body []byte) {
		a, err := x.Extract(Page{Body: body, URL: "https://page.example/"})
		if err == nil && strings.TrimSpace(a.Text) == "" {
			t.Error("an empty text without an error")
		}
		if bad := dangerIn(a.HTML); bad != "" {
			t.Errorf("the article carries %s", bad)
		}
	})
}

func TestDateLine(t *testing.T) {
	for line, want := range map[string]bool{
		"20.04.2018 16:22": true, "Posted on March 3, 2021 at 5:04 pm": true, "Publié le 3 mai 2026 à 10h00": true, "Mis à jour le 12/05/2026": true,
		"Donnerstag, 5. März 2026, 14:10 Uhr": true, "postado em 04/05/2022 05:49 / atualizado em 04/05/2022 05:50": true,
		"In March 2021 the company moved": false, "Mai": false, "12": false, "3 mars": true, "42 people came on Monday": false, "": false,
	} {
		if got := isDateLine(line); got != want {
			t.Errorf("isDateLine(%q) = %v, want %v", line, got, want)
		}
	}
}

func TestChaff(t *testing.T) {
	lead := "The council voted on Tuesday night to keep the three old bridges over the river open to everyone."
	para := "<p>This is a long paragraph of the article number %d, with commas, and with enough words that every reader takes it for the text itself.</p>"
	var sb strings.Builder
	for i := range 8 {
		sb.WriteString(strings.Replace(para, "%d", string(rune('a'+i)), 1))
	}
	a, err := New().ExtractText("<html><body><article><h1>Three bridges stay</h1><p>3 March 2026, 14:10</p><p>"+lead+"</p>"+sb.String()+"<p>"+lead+"</p></article></body></html>", "https://page.example/a")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(a.Text, lead); n != 1 {
		t.Errorf("the lead stands %d times", n)
	}
	if strings.Contains(a.Text, "14:10") || strings.Contains(a.Text, "Three bridges stay") {
		t.Errorf("date or title stand in the text: %.200s", a.Text)
	}
}
