// Package words holds what the figures of a report are called and mean, in
// French and English, and writes numbers, days and durations as each language
// does. The window and the reports take their words from here, so that a figure
// means the same in both.
package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

//go:embed en.json fr.json
var files embed.FS

// Book is the words of one language.
type Book struct {
	Language string
	texts    map[string]text
}

// text is a sentence, or one for a single thing and one for several.
type text struct{ one, other string }

func (t *text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		if err := json.Unmarshal(b, &t.other); err != nil {
			return err
		}
		t.one = t.other
		return nil
	}
	var forms struct{ One, Other string }
	err := json.Unmarshal(b, &forms)
	t.one, t.other = forms.One, forms.Other
	return err
}

// Open gives the words of a language: "fr", or else English.
func Open(language string) (*Book, error) {
	if language != "fr" {
		language = "en"
	}
	raw, err := files.ReadFile(language + ".json")
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	b := &Book{Language: language, texts: map[string]text{}}
	if err := json.Unmarshal(raw, &b.texts); err != nil {
		return nil, fmt.Errorf("words: %s: %w", language, err)
	}
	return b, nil
}

// Say gives the sentence of a key, with names replaced by values (name, value
// pairs). A missing key is shown as itself: a test keeps that from happening.
func (b *Book) Say(key string, pairs ...string) string {
	return b.fill(b.texts[key].other, key, pairs)
}

// Count gives the sentence of a key for n things. In French nothing is singular.
func (b *Book) Count(key string, n int64) string {
	t := b.texts[key]
	form := t.other
	if n == 1 || (n == 0 && b.Language == "fr") {
		form = t.one
	}
	return b.fill(form, key, []string{"n", b.Number(float64(n), 0)})
}

func (b *Book) fill(form, key string, pairs []string) string {
	if form == "" {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		form = strings.ReplaceAll(form, "{"+pairs[i]+"}", pairs[i+1])
	}
	return form
}

// Has says whether there is a sentence for the key.
func (b *Book) Has(key string) bool { _, ok := b.texts[key]; return ok }

// The narrow no-break space groups digits in French (Imprimerie nationale).
const narrow = "\u202f"

// Number writes a number with so many decimals, grouped by thousands.
func (b *Book) Number(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return b.Say("unknown")
	}
	group, point := ",", "."
	if b.Language == "fr" {
		group, point = narrow, ","
	}
	whole, part, _ := strings.Cut(strconv.FormatFloat(math.Abs(v), 'f', decimals, 64), ".")
	var out strings.Builder
	if v < 0 && strings.Trim(whole+part, "0") != "" {
		out.WriteString("−")
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteString(group)
		}
		out.WriteRune(digit)
	}
	if part != "" {
		out.WriteString(point + part)
	}
	return out.String()
}

// Percent writes a part of 1 in two digits: 0.154 is 15 %, 0.0154 is 1.5 %. More
// would feign a precision that no figure of some dozen people has.
func (b *Book) Percent(v float64) string {
	decimals := 1
	if v >= 0.0995 || v == 0 {
		decimals = 0
	}
	if b.Language == "fr" {
		return b.Number(v*100, decimals) + "\u00a0%"
	}
	return b.Number(v*100, decimals) + "%"
}

// About writes an estimate in two digits, marked as one: 1,851.75 is ≈ 1,900.
func (b *Book) About(v float64) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return b.Number(v, 0)
	}
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-1)
	if unit < 1 {
		unit = 1
	}
	return "≈\u00a0" + b.Number(math.Round(v/unit)*unit, 0)
}

var months = map[string][]string{
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
	"fr": {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
}

// Day writes a calendar date in full.
func (b *Book) Day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	day := strconv.Itoa(t.Day())
	if b.Language == "fr" && t.Day() == 1 {
		day = "1er"
	}
	return day + " " + months[b.Language][t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// Duration writes minutes as minutes, hours or days, whichever reads best.
func (b *Book) Duration(minutes float64) string {
	unit, v := "min", minutes
	switch {
	case minutes >= 48*60:
		unit, v = map[string]string{"en": "days", "fr": "jours"}[b.Language], minutes/1440
	case minutes >= 90:
		unit, v = "h", minutes/60
	}
	decimals := 0
	if v < 10 && unit != "min" {
		decimals = 1
	}
	return b.Number(v, decimals) + "\u00a0" + unit
}
