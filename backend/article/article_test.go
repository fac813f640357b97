package article

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"relais/backend/extract"
	"relais/backend/workspace"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func library(t testing.TB) *Service {
	t.Helper()
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return New(ws)
}

func add(t testing.TB, s *Service, drafts ...Draft) []Added {
	t.Helper()
	got, err := s.Add(context.Background(), drafts...)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func titles(t testing.TB, s *Service, f Filter) []string {
	t.Helper()
	p, err := s.List(context.Background(), f, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.Rows(context.Background(), p.IDs)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

func TestSearch(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	topic, err := s.EnsureTopic(ctx, "Ressources humaines")
	if err != nil {
		t.Fatal(err)
	}
	add(t, s,
		Draft{Title: "Le recrutement change", Language: "fr", Text: "Les entreprises cherchent des développeurs expérimentés.", Topics: []int64{topic}, PublishedAt: noon.AddDate(0, -6, 0)},
		Draft{Title: "Recruter sans CV", Language: "fr", Text: "Un cœur de métier, une œuvre collective."},
		Draft{Title: "Hiring engineers", Language: "en", Text: "Companies are hiring and the engineering teams are growing."},
		Draft{Title: "Neue Häuser in Köln", Language: "de", Text: "Die Straße der Unternehmen wächst."},
		Draft{Title: "Offre de technicien", Kind: KindOffer, Language: "fr", Text: "Entretien des chaudières."},
	)
	for name, c := range map[string]struct {
		query string
		want  string
	}{
		"stem fr":         {"recrutements ", "Le recrutement change|Recruter sans CV"},
		"stem en":         {"hire ", "Hiring engineers"},
		"stem de":         {"haus ", "Neue Häuser in Köln"},
		"accents":         {"developpeur ", "Le recrutement change"},
		"case":            {"HIRING", "Hiring engineers"},
		"prefix":          {"rec", "Le recrutement change|Recruter sans CV"},
		"two letters":     {"hi", "Hiring engineers"},
		"ligature":        {"oeuvre", "Recruter sans CV"},
		"ligature typed":  {"œuvre", "Recruter sans CV"},
		"sharp s":         {"strasse", "Neue Häuser in Köln"},
		"phrase":          {`"engineering teams"`, "Hiring engineers"},
		"phrase no":       {`"teams engineering"`, ""},
		"without":         {"recruter -cv ", "Le recrutement change"},
		"kind":            {"kind:offre", "Offre de technicien"},
		"topic":           {`topic:"ressources humaines"`, "Le recrutement change"},
		"before":          {"before:2026-08", "Le recrutement change"},
		"odd characters":  {`"(*) AND -: ^`, "Hiring engineers"},
		"nothing like it": {"zebra", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := titles(t, s, Filter{Query: c.query})
			if strings.Join(sorted(got), "|") != c.want {
				t.Errorf("%q finds %v, want %s", c.query, got, c.want)
			}
		})
	}
	q := s.ParseQuery("recruter", noon)
	marked := ""
	for _, p := range s.Mark(&q, "fr", "Le Recrutement à Évry") {
		if p.Hit {
			marked += "[" + p.Text + "]"
		}
	}
	if marked != "[Recrutement]" {
		t.Errorf("marked %q", marked)
	}
}

func sorted(in []string) []string {
	out := append([]string(nil), in...)
	for i := range out {
		for j := i + 1; j < len(out); j++ {
			if out[j] < out[i] {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}

func dispatch(n int) string {
	var sb strings.Builder
	for i := range n {
		fmt.Fprintf(&sb, "Sentence number %d tells of the %dth thing that happened in the town of Example%d. ", i, i*7, i%13)
	}
	return sb.String()
}

func TestDuplicates(t *testing.T) {
	s := library(t)
	text := dispatch(60)
	got := add(t, s, Draft{Title: "A", URL: "https://www.one.example/a?utm_source=x#top", Text: text, Full: true})
	again := add(t, s, Draft{Title: "A again", URL: "http://one.example/a/"})
	if again[0].New || again[0].ID != got[0].ID {
		t.Errorf("the same address came twice: %+v", again)
	}
	other := add(t, s, Draft{Title: "B", URL: "https://two.example/b", Text: "By our correspondent. " + text + " Read more on our site.", Full: true})
	if other[0].DuplicateOf != got[0].ID {
		t.Errorf("the same dispatch is not recognised: %+v", other)
	}
	third := add(t, s, Draft{Title: "C", URL: "https://three.example/c", Text: strings.ReplaceAll(text, "happened", "did not occur at all") + dispatch(3)})
	_ = third
	different := add(t, s, Draft{Title: "D", URL: "https://four.example/d", Text: strings.Repeat("quite another text about gardens and flowers in spring ", 40), Full: true})
	if different[0].DuplicateOf != 0 {
		t.Errorf("another text is taken for the same: %+v", different)
	}
	rows, _ := s.Rows(context.Background(), []int64{got[0].ID})
	if rows[0].Sources < 2 {
		t.Errorf("sources = %d, want at least 2", rows[0].Sources)
	}
}

func TestTriageAndUndo(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	got := add(t, s, Draft{Title: "A"}, Draft{Title: "B"})
	undo, err := s.Triage(ctx, Kept, got[0].ID, got[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	counts, _ := s.Counts(ctx)
	if counts[Kept] != 2 || counts[Inbox] != 0 {
		t.Fatalf("counts %v", counts)
	}
	if err := s.ws.Journal.Undo(ctx, undo); err != nil {
		t.Fatal(err)
	}
	counts, _ = s.Counts(ctx)
	if counts[Kept] != 0 || counts[Inbox] != 2 {
		t.Fatalf("after undo: %v", counts)
	}
	if again, err := s.Triage(ctx, Inbox, got[0].ID); again != 0 || err != nil {
		t.Errorf("nothing changed, yet there is something to undo: %d %v", again, err)
	}
}

func TestTopicsAreProposedAndLearnt(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	hr, _ := s.EnsureTopic(ctx, "Recrutement")
	solar, _ := s.EnsureTopic(ctx, "Énergie")
	got := add(t, s, Draft{Title: "Recruter autrement", Language: "fr", Text: "Des méthodes de recrutement."})
	rows, _ := s.Rows(ctx, []int64{got[0].ID})
	if len(rows[0].Topics) != 1 || rows[0].Topics[0].ID != hr || rows[0].Topics[0].Decided || len(rows[0].Topics[0].Why) == 0 {
		t.Fatalf("proposed %+v", rows[0].Topics)
	}
	teach := func(topic int64, words string) {
		a := add(t, s, Draft{Title: words, Language: "fr", Text: strings.Repeat(words+" ", 5)})
		if _, err := s.SetTopics(ctx, []int64{a[0].ID}, []int64{topic}, nil); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 6 {
		teach(solar, fmt.Sprintf("panneaux photovoltaïques onduleur toiture autoconsommation numéro%d", i))
		teach(hr, fmt.Sprintf("entretien candidat embauche salaire contrat numéro%d", i))
	}
	got = add(t, s, Draft{Title: "Une toiture pour produire", Language: "fr", Text: "Les panneaux photovoltaïques et leur onduleur rendent l’autoconsommation simple."})
	rows, _ = s.Rows(ctx, []int64{got[0].ID})
	if len(rows[0].Topics) != 1 || rows[0].Topics[0].ID != solar {
		t.Errorf("after learning: %+v", rows[0].Topics)
	}
	undo, err := s.SetTopics(ctx, []int64{got[0].ID}, []int64{hr}, []int64{solar})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ws.Journal.Undo(ctx, undo); err != nil {
		t.Fatal(err)
	}
	rows, _ = s.Rows(ctx, []int64{got[0].ID})
	if len(rows[0].Topics) != 1 || rows[0].Topics[0].ID != solar || rows[0].Topics[0].Decided {
		t.Errorf("after undo: %+v", rows[0].Topics)
	}
}

func TestTidy(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	got := add(t, s,
		Draft{Title: "closed", Kind: KindOffer, ClosesOn: noon.AddDate(0, 0, -1)},
		Draft{Title: "open", Kind: KindOffer, ClosesOn: noon.AddDate(0, 0, 1)},
		Draft{Title: "old discarded"})
	if _, err := s.Triage(ctx, Discarded, got[2].ID); err != nil {
		t.Fatal(err)
	}
	s.db.Write(ctx).Exec("UPDATE article SET triaged_at = ? WHERE id = ?", workspace.At(noon.AddDate(0, 0, -40)), got[2].ID)
	done, err := s.Tidy(ctx)
	if err != nil || done.Expired != 1 || done.Erased != 1 {
		t.Fatalf("done %+v, %v", done, err)
	}
	if rest := titles(t, s, Filter{State: Inbox}); len(rest) != 1 || rest[0] != "open" {
		t.Errorf("inbox %v", rest)
	}
}

func TestReaderLoadsNothing(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	got := add(t, s, Draft{Title: "A <b>", Text: "x", HTML: `<p onclick="canary()">Le recrutement</p><img src="https://pics.example/1.png" alt="one"><img src="https://pics.example/2.png" alt="two"><script>canary()</script>`})
	img := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	var buf bytes.Buffer
	_ = png.Encode(&buf, img)
	if err := s.AddPicture(ctx, got[0].ID, "https://pics.example/1.png", buf.Bytes(), true); err != nil {
		t.Fatal(err)
	}
	page, err := s.Reader(ctx, got[0].ID, "recruter", false, 200)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(page, "https://pics") || strings.Contains(page, "canary") || !strings.Contains(page, `src="/picture/`) || !strings.Contains(page, ">two<") {
		t.Errorf("page: %s", page)
	}
	if !strings.Contains(page, "font:34px/") {
		t.Errorf("the text is not twice as large: %.1500s", page)
	}
	if err := s.AddPicture(ctx, got[0].ID, "https://pics.example/3.png", []byte("<svg onload=canary()>"), false); !errors.Is(err, ErrNoPicture) {
		t.Errorf("not a picture: %v", err)
	}
	row, _ := s.Get(ctx, got[0].ID)
	small, err := s.Thumbnail(ctx, row.Picture)
	if cfg, kind, bad := image.DecodeConfig(bytes.NewReader(small.Data)); err != nil || bad != nil || kind != "jpeg" || cfg.Width != thumbnailSide || cfg.Height != thumbnailSide {
		t.Errorf("thumbnail %+v %s, %v %v", cfg, kind, err, bad)
	}
	if _, err := s.Thumbnail(ctx, "none"); !errors.Is(err, workspace.ErrNotFound) {
		t.Errorf("no such picture: %v", err)
	}
}

func TestOfferFromPage(t *testing.T) {
	s := library(t)
	d, _, err := s.DraftOf(extract.Page{URL: "https://jobs.example/1", Body: []byte(`<html lang=fr><script type="application/ld+json">{"@type":"JobPosting","title":"Soudeur","validThrough":"2026-12-31","employmentType":"CDI","jobLocation":{"address":{"addressLocality":"Lyon"}},"description":"<p>Vous soudez des cuves en acier pour nos clients.</p>"}</script><body>.</body></html>`)})
	if err != nil {
		t.Fatal(err)
	}
	got := add(t, s, d)
	r, _ := s.Get(context.Background(), got[0].ID)
	if r.Kind != KindOffer || r.Title != "Soudeur" || r.Place != "Lyon" || r.Contract != "CDI" || r.ClosesOn == nil || *r.ClosesOn != "2026-12-31" {
		t.Errorf("got %+v", r.Article)
	}
}

func TestProposeAgain(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	got := add(t, s, Draft{Title: "Recruter autrement", Language: "fr", Text: "Des méthodes de recrutement."})
	id, err := s.SaveTopic(ctx, Topic{Name: "Embauche"}, []string{"recrutement"})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.ProposeAgain(ctx, nil); err != nil {
		t.Fatal(err)
	}
	row, _ := s.Get(ctx, got[0].ID)
	if len(row.Topics) != 1 || row.Topics[0].ID != id {
		t.Errorf("topics %+v", row.Topics)
	}
	if _, err := s.SaveTopic(ctx, Topic{Name: "embauche"}, nil); !errors.Is(err, workspace.NewFault("topic_exists")) {
		t.Errorf("a second topic of the name: %v", err)
	}
}

func TestChangedTitleIsFound(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	got := add(t, s, Draft{Title: "Alpha", Text: "some text"})
	if err := s.Change(ctx, got[0].ID, KindNews, "Omega", "a note", "2026-12-01"); err != nil {
		t.Fatal(err)
	}
	if a, o := titles(t, s, Filter{Query: "alpha "}), titles(t, s, Filter{Query: "omega "}); len(a) != 0 || len(o) != 1 {
		t.Errorf("alpha finds %v, omega finds %v", a, o)
	}
	if err := s.db.Write(ctx).Exec("INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)").Error; err != nil {
		t.Errorf("the index does not agree with the texts: %v", err)
	}
	s.db.Write(ctx).Exec("DELETE FROM article WHERE id = ?", got[0].ID)
	if err := s.db.Write(ctx).Exec("INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)").Error; err != nil {
		t.Errorf("after erasing, the index does not agree with the texts: %v", err)
	}
}
