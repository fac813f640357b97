package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The scans of this file tell quickly what a text cannot be, so that the costly patterns see few lines. Each errs on
// the side of 'maybe' alone.

// holds tells whether the text holds a word of lower-case ASCII, whatever its case.
func holds(text, word string) bool { return indexFold(text, word) >= 0 }

// indexFold is strings.Index for a word of lower-case ASCII, whatever the case of the text.
func indexFold(text, word string) int {
	end := len(word) - 1
	lower, upper := seeker{word[end], -1}, seeker{word[end] &^ 0x20, -1}
	for at := end; ; at++ {
		at = min(lower.next(text, at), upper.next(text, at))
		if at >= len(text) {
			return -1
		}
		if sameFold(text[at-end:at+1], word) {
			return at - end
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

// holdsAny tells whether one of the words, in lower case, may stand in the text.
func holdsAny(text string, words []string) bool {
	lower := strings.ToLower(text)
	for _, w := range words {
		if strings.Contains(lower, w) {
			return true
		}
	}
	return oddFold(text)
}

// oddFold: two characters are another form of an ASCII letter, and patterns without regard to case match them.
func oddFold(text string) bool {
	return strings.Contains(text, "ſ") || strings.Contains(text, "\u212a")
}

// startsWithAny tells whether the text may start with one of some beginnings of up to three runes, in lower case.
func startsWithAny(text string, beginnings map[string]bool) bool {
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
		if beginnings[string(head[:n])] {
			return true
		}
	}
	return false
}

// beginnings makes the set for startsWithAny.
func beginnings(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
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

// isPatternSpace is what \s matches.
func isPatternSpace(b byte) bool {
	return b == ' ' || b == '\t' || b == '\n' || b == '\f' || b == '\r'
}

// ruled tells whether the line is a row of at least so many of the marks.
func ruled(line, marks string, least, most int) bool {
	line = strings.Trim(line, " \t\n\f\r")
	return len(line) >= least && len(line) <= most && strings.Trim(line, marks) == ""
}
