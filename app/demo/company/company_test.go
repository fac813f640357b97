package company

import (
	"bytes"
	"encoding/csv"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestTheFirmIsWhatTheDemonstrationSays(t *testing.T) {
	articles, err := Articles(time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if len(articles) != 60 || len(People) != 24 {
		t.Errorf("%d articles and %d people, want 60 and 24", len(articles), len(People))
	}
	topics := map[string]bool{}
	for _, topic := range Topics {
		topics[topic.Key] = true
		if topic.Name["fr"] == "" || topic.Name["en"] == "" {
			t.Errorf("the topic %s lacks a name", topic.Key)
		}
	}
	titles := map[string]bool{}
	for _, a := range articles {
		if !topics[a.Topic] || a.Title == "" || a.Lead == "" || len(a.Body) == 0 || titles[a.Title] {
			t.Errorf("%s is incomplete or a copy", a.Slug)
		}
		titles[a.Title] = true
		if (a.Kind == KindOffer) != !a.Closes.IsZero() || (a.Kind == KindEvent) != !a.Starts.IsZero() {
			t.Errorf("%s: an offer has a last day, an event a day", a.Slug)
		}
	}
	for i, p := range People {
		if i > 0 && fold(People[i-1].Name) > fold(p.Name) {
			t.Errorf("%s is out of order", p.Name)
		}
		for _, key := range p.Topics {
			if !topics[key] {
				t.Errorf("%s: unknown topic %s", p.Name, key)
			}
		}
	}
}

func fold(name string) string { return strings.NewReplacer("É", "E").Replace(name) }

func TestStaffListIsASpreadsheet(t *testing.T) {
	raw, err := StaffCSV()
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(raw))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != len(People)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
}

func TestSiteServesPagesAndFeeds(t *testing.T) {
	articles, err := Articles(time.Now())
	if err != nil {
		t.Fatal(err)
	}
	site, err := NewSite("http://sample.example", articles)
	if err != nil {
		t.Fatal(err)
	}
	get := func(path string) (int, string) {
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		body, _ := io.ReadAll(w.Body)
		return w.Code, string(body)
	}
	for _, a := range articles {
		code, body := get(strings.TrimPrefix(site.URL(a), "http://sample.example"))
		if code != http.StatusOK || !strings.Contains(body, "application/ld+json") {
			t.Errorf("%s: %d", a.Slug, code)
		}
	}
	inFeeds := 0
	for _, feed := range site.Feeds() {
		code, body := get(strings.TrimPrefix(feed.URL, "http://sample.example"))
		if code != http.StatusOK {
			t.Errorf("%s: %d", feed.URL, code)
		}
		inFeeds += strings.Count(body, "<item>")
	}
	if inFeeds+len(site.Clips()) != len(articles) {
		t.Errorf("%d articles in feeds and %d besides, of %d", inFeeds, len(site.Clips()), len(articles))
	}
	if code, _ := get("/../../etc/passwd"); code != http.StatusNotFound {
		t.Errorf("an unknown path gives %d", code)
	}
}

func TestEveryClientQuotesWhatItAnswers(t *testing.T) {
	q := Quoted{From: "Ormeline", FromAddress: Mailbox, To: "lea@ormeline.example", Subject: "Objet", Text: "Bonjour,\nle texte d'origine", At: time.Date(2026, 3, 2, 9, 5, 0, 0, time.UTC)}
	for _, c := range []Client{OutlookFR, OutlookEN, GmailFR, GmailEN, AndroidFR, AppleFR, AppleEN, IPhoneFR, IPhoneEN, ThunderbirdFR, ThunderbirdEN} {
		text, _ := c.Write("Léa", "Oui", q)
		if !strings.Contains(text, "Oui") || !strings.Contains(text, "le texte d'origine") {
			t.Errorf("%s: %q", c, text)
		}
	}
}
