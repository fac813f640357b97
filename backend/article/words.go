package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	snowball "github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"golang.org/x/text/unicode/norm"
)

// fold gives text as the index compares it: lower case, without accents, and
// with the letters that Unicode does not decompose written out.
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || (c >= 'A' && c <= 'Z') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var sb strings.Builder
	sb.Grow(len(s))
	for _, r := range s {
		foldRune(&sb, r)
	}
	return sb.String()
}

func foldRune(sb *strings.Builder, r rune) {
	switch {
	case r < 0x80:
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		sb.WriteByte(byte(r))
	case unicode.Is(unicode.Mn, r):
	case r >= 0xC0 && r < 0x250 || r >= 0x1E00 && r < 0x2000:
		r = unicode.ToLower(r)
		if out, ok := writtenOut[r]; ok {
			sb.WriteString(out)
			return
		}
		// The first rune of the canonical decomposition is the bare letter.
		var buf [8]byte
		d := norm.NFD.AppendString(buf[:0], string(r))
		base, _ := utf8.DecodeRune(d)
		sb.WriteRune(base)
	case r == '’':
		sb.WriteByte('\'')
	default:
		sb.WriteRune(unicode.ToLower(r))
	}
}

var writtenOut = map[rune]string{'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d"}

// span is one word of a text: where it stands, in bytes, and its folded form.
type span struct {
	from, to int
	word     string
	// rewritten says that a letter was written out: œ as oe.
	rewritten bool
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
			spans = append(spans, newSpan(s, from, i))
			from = -1
		}
	}
	if from >= 0 {
		spans = append(spans, newSpan(s, from, len(s)))
	}
	return spans
}

func newSpan(s string, from, to int) span {
	word := s[from:to]
	return span{from: from, to: to, word: fold(word), rewritten: strings.ContainsAny(word, "œŒæÆßøØłŁđĐ")}
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

// stems gives what the index holds of texts beside their words, once each: the
// stems that differ from the words, and the words whose letters the index's own
// folding leaves alone (œ, ß), written out.
func (s *stemmer) stems(language string, texts ...[]span) string {
	known := s.known[language] != nil
	var sb strings.Builder
	seen := map[string]bool{}
	add := func(word string) {
		if seen[word] {
			return
		}
		seen[word] = true
		if sb.Len() > 0 {
			sb.WriteByte(' ')
		}
		sb.WriteString(word)
	}
	for _, words := range texts {
		for _, w := range words {
			if w.rewritten {
				add(w.word)
			}
			if seen[w.word] || !known {
				continue
			}
			seen[w.word] = true
			if st := s.stem(language, w.word); st != w.word {
				add(st)
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
