package reply

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The scans of this file tell quickly what a text cannot be, so that the costly patterns see few lines. Each errs on
// the side of 'maybe' alone.

// holds tells whether the text holds a word of lower-case ASCII, whatever its case.
func holds(text, word string) bool { return indexFold(text, word) >= 0 }

// indexFold is strings.Index for a word of lower-case ASCII, whatever the case of the text. It seeks what is no letter, if
// the word has such a thing: that is rarer, and has no case.
func indexFold(text, word string) int {
	sought := len(word) - 1
	if mark := strings.IndexFunc(word, func(r rune) bool { return r < 'a' || r > 'z' }); mark >= 0 {
		sought = mark
	}
	lower, upper := seeker{word[sought], -1}, seeker{word[sought] &^ 0x20, -1}
	if lower.of < 'a' {
		upper = lower
	}
	for at := sought; ; at++ {
		at = min(lower.next(text, at), upper.next(text, at))
		if at-sought+len(word) > len(text) {
			return -1
		}
		if sameFold(text[at-sought:at-sought+len(word)], word) {
			return at - sought
		}
	}
}

// seeker finds one byte again and again.
type seeker struct {
	of    byte
	place int // of the one found last, or the end of the text; -1 before the first
}

// next gives the first place from at on, or a place behind the text.
func (s *seeker) next(text string, at int) int {
	if s.place >= at || at >= len(text) {
		return max(s.place, at)
	}
	n := strings.IndexByte(text[at:], s.of)
	if s.place = at + n; n < 0 {
		s.place = len(text)
	}
	return s.place
}

func sameFold(text, word string) bool {
	for i := range len(word) {
		c := text[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != word[i] {
			return false
		}
	}
	return true
}

// stems are words in lower case, any of which may stand in a text.
type stems struct {
	words []string
	pairs pairSet // of the first two bytes
}

func stemsOf(words ...string) *stems {
	s := &stems{words: words}
	for _, w := range words {
		s.pairs.add(w[0], w[1])
	}
	return s
}

// in tells whether one of the words may stand in the text, whatever its case.
func (s *stems) in(text string) bool {
	if !plainCase(text) {
		lower := strings.ToLower(text)
		return slices.ContainsFunc(s.words, func(w string) bool { return strings.Contains(lower, w) }) || oddFold(text)
	}
	for i := 0; i+1 < len(text); i++ {
		if s.pairs.has(text[i], text[i+1]) && slices.ContainsFunc(s.words, func(w string) bool { return len(text)-i >= len(w) && sameFold(text[i:], w) }) {
			return true
		}
	}
	return false
}

// plainCase tells whether the case of a text is that of its ASCII letters: what else stands in it are small letters of
// Western Europe and punctuation.
func plainCase(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c < utf8.RuneSelf:
		case c == 0xc2 && i+1 < len(text):
			i++
		case c == 0xc3 && i+1 < len(text) && text[i+1] > 0x9e:
			i++
		case c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80: // dashes and quotation marks
			i += 2
		default:
			return false
		}
	}
	return true
}

// pairSet may hold pairs of bytes, whatever their case.
type pairSet [16]uint64

func pairBit(a, b byte) uint { return uint(a|0x20)<<5 ^ uint(b|0x20)&0x3ff }

func (p *pairSet) add(a, b byte) {
	n := pairBit(a, b) % 1024
	p[n/64] |= 1 << (n % 64)
}

func (p *pairSet) has(a, b byte) bool {
	n := pairBit(a, b) % 1024
	return p[n/64]>>(n%64)&1 == 1
}

// oddFold: two characters are another form of an ASCII letter, and patterns without regard to case match them.
func oddFold(text string) bool {
	return strings.Contains(text, "ſ") || strings.Contains(text, "\u212a")
}

// beginnings are starts of up to three runes, in lower case.
type beginnings struct {
	words map[string]bool
	alone [utf8.RuneSelf]bool // those of one letter
	pairs pairSet             // of the first two bytes of all others
}

func beginningsOf(words string) *beginnings {
	b := &beginnings{words: map[string]bool{}}
	for _, w := range strings.Fields(words) {
		b.words[w] = true
		switch {
		case len(w) == 1:
			b.alone[w[0]] = true
		case w[0] < utf8.RuneSelf:
			b.pairs.add(w[0], w[1])
		}
	}
	return b
}

// in tells whether the text may start with one of the beginnings.
func (b *beginnings) in(text string) bool {
	if len(text) > 1 && text[0] < utf8.RuneSelf && text[1] < utf8.RuneSelf {
		first := text[0]
		if 'A' <= first && first <= 'Z' {
			first |= 0x20
		}
		if b.alone[first] || !b.pairs.has(text[0], text[1]) {
			return b.alone[first]
		}
	}
	return b.slowly(text)
}

func (b *beginnings) slowly(text string) bool {
	var head [3 * utf8.UTFMax]byte
	at, n := 0, 0
	for range 3 {
		r, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 {
			break
		}
		if r == 'ſ' || r == '\u212a' {
			return true
		}
		at += size
		n += utf8.EncodeRune(head[n:], unicode.ToLower(r))
		if b.words[string(head[:n])] {
			return true
		}
	}
	return false
}

// isASCII tells whether a text holds nothing but ASCII.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// withoutLead takes blanks, marks of quotes and the characters of more off the start of a line.
func withoutLead(line, more string) string {
	for line != "" && (isPatternSpace(line[0]) || line[0] == '>' || strings.IndexByte(more, line[0]) >= 0) {
		line = line[1:]
	}
	return line
}

// fromText takes blanks off the start of a line.
func fromText(line string) string {
	for line != "" && (line[0] == ' ' || line[0] == '\t') {
		line = line[1:]
	}
	return line
}

// toText takes blanks off the end of a line.
func toText(line string) string {
	for line != "" && (line[len(line)-1] == ' ' || line[len(line)-1] == '\t') {
		line = line[:len(line)-1]
	}
	return line
}

// isPatternSpace is what \s matches.
func isPatternSpace(b byte) bool {
	return b == ' ' || b == '\t' || b == '\n' || b == '\f' || b == '\r'
}

// ruled tells whether the line is a row of at least so many of the marks.
func ruled(line, marks string, least, most int) bool {
	return len(line) >= least && len(line) <= most && strings.Trim(line, marks) == ""
}
