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
	first, upper := word[0], word[0]&^0x20
	for i := 0; i+len(word) <= len(text); i++ {
		if text[i] != first && text[i] != upper {
			continue
		}
		if sameFold(text[i:i+len(word)], word) {
			return i
		}
	}
	return -1
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
