package workspace

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// formulaSigns begin a formula in some spreadsheet program, in East Asian ones
// by their wide forms too (OWASP, CSV injection).
const formulaSigns = "=+-@\t\r\n＝＋－＠"

// Inert gives text for a cell of a CSV file, which has no types: led by an
// apostrophe where a spreadsheet program would run it.
func Inert(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if text != "" && strings.ContainsRune(formulaSigns, first) {
		return "'" + text
	}
	return text
}

// OneLine makes a space of each control character and of Unicode's line ends:
// in a card or a calendar (RFC 6350, RFC 5545) a return alone ends a line for many
// programs, and what follows it would be a property of its own.
func OneLine(text string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text))
}
