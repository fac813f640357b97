package roster

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form by which words are compared: no case, no accents, no punctuation, single blanks.
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	blank := true
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == 'œ' || r == 'Œ':
			b.WriteString("oe")
			blank = false
		case r == 'æ' || r == 'Æ':
			b.WriteString("ae")
			blank = false
		case r == 'ß':
			b.WriteString("ss")
			blank = false
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mc, r):
			b.WriteRune(unicode.ToLower(r))
			blank = false
		case !blank:
			b.WriteByte(' ')
			blank = true
		}
	}
	return strings.TrimSpace(b.String())
}

// nothing are the ways in which people write that a cell holds nothing.
var nothing = map[string]bool{
	"": true, "-": true, "--": true, "---": true, "–": true, "—": true, "/": true, "n/a": true, "na": true, "n.a.": true, "#n/a": true,
	"#n/d": true, "nc": true, "n.c.": true, "?": true, "néant": true, "neant": true, "aucun": true, "aucune": true,
	"none": true, "null": true, "nil": true, "keine": true, "keiner": true, "x": false, "#ref!": true, "#nv": true, "#value!": true,
	"non renseigné": true, "non renseignée": true, "inconnu": true, "unknown": true, "unbekannt": true, ".": true, "…": true, "...": true,
	"vide": true, "sans objet": true, "so": false, "tbd": true, "à compléter": true, "#valeur!": true, "#ref": true,
}

func blank(text string) bool { return nothing[strings.ToLower(strings.TrimSpace(text))] }

// split cuts a list in a cell at the marks that lists are written with.
func split(text string, marks string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		if part = strings.TrimSpace(part); !blank(part) {
			out = append(out, part)
		}
	}
	return out
}
