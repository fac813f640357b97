package words

import (
	"regexp"
	"slices"
	"testing"
)

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

func TestBothLanguagesSayTheSame(t *testing.T) {
	en, err := Open("en")
	if err != nil {
		t.Fatal(err)
	}
	fr, err := Open("fr")
	if err != nil {
		t.Fatal(err)
	}
	for key, e := range en.texts {
		f, ok := fr.texts[key]
		if !ok {
			t.Errorf("fr lacks %s", key)
			continue
		}
		a, b := placeholder.FindAllString(e.other, -1), placeholder.FindAllString(f.other, -1)
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Errorf("%s: placeholders %v and %v", key, a, b)
		}
	}
	for key := range fr.texts {
		if !en.Has(key) {
			t.Errorf("en lacks %s", key)
		}
	}
}

func TestNumbers(t *testing.T) {
	en, _ := Open("en")
	fr, _ := Open("fr")
	for _, tt := range []struct{ name, got, want string }{
		{"thousands", en.Number(1234567.891, 1), "1,234,567.9"},
		{"milliers", fr.Number(1234567.891, 1), "1\u202f234\u202f567,9"},
		{"minus", en.Number(-1200, 0), "−1,200"},
		{"no minus zero", en.Number(-0.4, 0), "0"},
		{"percent", en.Percent(0.154), "15%"},
		{"small percent", en.Percent(0.0154), "1.5%"},
		{"about", en.About(1851.75), "≈\u00a01,900"},
		{"about little", fr.About(7.4), "≈\u00a07"},
		{"whole percent", en.Percent(1), "100%"},
		{"pour cent", fr.Percent(0.154), "15\u00a0%"},
		{"one", en.Count("aside.held", 1), "1 doubtful share left out"},
		{"zero is singular in French", fr.Count("aside.held", 0), "0 partage douteux mis de côté"},
		{"first of the month", fr.Day("2026-03-01"), "1er mars 2026"},
		{"day", en.Day("2026-03-09"), "9 March 2026"},
		{"hours", fr.Duration(150), "2,5\u00a0h"},
		{"days", en.Duration(3000), "2.1\u00a0days"},
		{"unknown language is English", mustOpen(t, "de").Say("unknown"), "not known"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}

func mustOpen(t *testing.T, language string) *Book {
	t.Helper()
	b, err := Open(language)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
