package article

import (
	"strings"
	"sync"
	"unicode"

	snowball "github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold gives text as the index compares it: lower case, without accents, and
// with the letters that Unicode does not decompose written out.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	s = ligatures.Replace(strings.ToLower(s))
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	if out, _, err := transform.String(t, s); err == nil {
		return out
	}
	return s
}

var ligatures = strings.NewReplacer("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "’", "'")

// indexed writes out the letters that the index's own folding leaves alone.
func indexed(s string) string {
	return indexLigatures.Replace(s)
}

var indexLigatures = strings.NewReplacer("œ", "oe", "Œ", "oe", "æ", "ae", "Æ", "ae", "ß", "ss", "ø", "o", "Ø", "o", "ł", "l", "Ł", "l", "đ", "d")

// span is one word of a text: where it stands, in bytes, and its folded form.
type span struct {
	from, to int
	word     string
}

// wordsIn cuts a text into words of letters and digits.
func wordsIn(s string) []span {
	spans := make([]span, 0, len(s)/6+1)
	from := -1
	for i, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || (from >= 0 && unicode.Is(unicode.Mn, r)) {
			if from < 0 {
				from = i
			}
		} else if from >= 0 {
			spans = append(spans, span{from, i, fold(s[from:i])})
			from = -1
		}
	}
	if from >= 0 {
		spans = append(spans, span{from, len(s), fold(s[from:])})
	}
	return spans
}

// stemmer reduces folded words to stems, so that recrutement finds recruter.
// Words are folded before they are stemmed, on both sides, so that somebody who
// types no accents finds the same. It is safe for concurrent use.
type stemmer struct {
	mu    sync.Mutex
	known map[string]map[string]string
	env   *snowball.Env
}

// stemLanguages are those that stems are known for.
var stemLanguages = []string{"fr", "en", "de"}

// maxKnown bounds the memory of each language's known stems.
const maxKnown = 60000

func newStemmer() *stemmer {
	s := &stemmer{known: map[string]map[string]string{}, env: snowball.NewEnv("")}
	for _, l := range stemLanguages {
		s.known[l] = map[string]string{}
	}
	return s
}

// stem gives the stem of a folded word; in other languages the word itself.
func (s *stemmer) stem(language, word string) string {
	if len(word) < 4 {
		return word
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	known := s.known[language]
	if known == nil {
		return word
	}
	if st, ok := known[word]; ok {
		return st
	}
	if len(known) >= maxKnown {
		clear(known)
	}
	s.env.SetCurrent(word)
	switch language {
	case "fr":
		french.Stem(s.env)
	case "en":
		english.Stem(s.env)
	case "de":
		german.Stem(s.env)
	}
	st := s.env.Current()
	if len(st) < 3 {
		st = word
	}
	known[strings.Clone(word)] = st
	return st
}

// stems gives the stems of a text that differ from its words, once each.
func (s *stemmer) stems(language string, texts ...string) string {
	if s.known[language] == nil {
		return ""
	}
	var sb strings.Builder
	seen := map[string]bool{}
	for _, text := range texts {
		for _, w := range wordsIn(text) {
			if seen[w.word] {
				continue
			}
			seen[w.word] = true
			if st := s.stem(language, w.word); st != w.word && !seen["="+st] {
				seen["="+st] = true
				if sb.Len() > 0 {
					sb.WriteByte(' ')
				}
				sb.WriteString(st)
			}
		}
	}
	return sb.String()
}

// baseLanguage gives the ISO 639-1 part of a language tag.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	base, _, _ = strings.Cut(base, "_")
	if len(base) != 2 {
		return ""
	}
	return base
}
