package source

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	declaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)
	doctype     = regexp.MustCompile(`(?is)<!DOCTYPE\s[^\[>]*(\[.*?\]\s*)?>`)
	entityDecl  = regexp.MustCompile(`(?i)<!ENTITY\s`)
	reference   = regexp.MustCompile(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
)

// maxEntities is how many entities a feed may declare: RSS 0.91 brings the
// Latin-1 set along by reference, never a subset of its own of any size.
const maxEntities = 20

// repair makes a decoded feed well-formed as far as that can be done without
// guessing at its meaning: what stands before the first '<' goes, control
// characters go, document types (and with them every entity that could grow)
// go, HTML's named entities become their characters, and a bare '&' is
// escaped. It fails with ErrBomb where the document type declares entities by
// the dozen or in terms of each other.
func repair(text string) (string, error) {
	if i := strings.IndexByte(text, '<'); i > 0 {
		text = text[i:]
	}
	text = declaration.ReplaceAllString(text, "")
	head := text[:min(len(text), 1<<16)]
	if at := doctype.FindStringIndex(head); at != nil {
		subset := head[at[0]:at[1]]
		if n := len(entityDecl.FindAllString(subset, maxEntities+1)); n > maxEntities || (n > 1 && nested(subset)) {
			return "", ErrBomb
		}
		text = text[:at[0]] + text[at[1]:]
	}
	return repairText(text), nil
}

// nested says whether an entity's value refers to another entity.
func nested(subset string) bool {
	for _, line := range strings.Split(subset, "<!ENTITY")[1:] {
		if i := strings.IndexAny(line, `"'`); i >= 0 && strings.Contains(line[i:], "&") {
			return true
		}
	}
	return false
}

func repairText(text string) string {
	var sb strings.Builder
	sb.Grow(len(text) + 64)
	for i := 0; i < len(text); {
		if strings.HasPrefix(text[i:], "<![CDATA[") {
			end := strings.Index(text[i:], "]]>")
			if end < 0 {
				end = len(text) - i - 3
			}
			sb.WriteString(strings.Map(printable, text[i:min(len(text), i+end+3)]))
			i += end + 3
			continue
		}
		if text[i] == '&' {
			i += writeReference(&sb, text[i:])
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r = printable(r); r >= 0 && (r != utf8.RuneError || size > 1) {
			sb.WriteString(text[i : i+size])
		}
		i += size
	}
	return sb.String()
}

// writeReference writes the reference at the start of s as XML knows it, and
// gives its length.
func writeReference(sb *strings.Builder, s string) int {
	m := reference.FindString(s)
	switch m {
	case "":
		sb.WriteString("&amp;")
		return 1
	case "&amp;", "&lt;", "&gt;", "&quot;", "&apos;":
		sb.WriteString(m)
		return len(m)
	}
	if plain := html.UnescapeString(m); plain != m {
		sb.WriteString(strings.Map(printable, html.EscapeString(plain)))
		return len(m)
	}
	sb.WriteString("&amp;")
	return 1
}

// printable drops what XML 1.0 (section 2.2) does not allow in a document.
func printable(r rune) rune {
	if r == '\t' || r == '\n' || r == '\r' || (r >= ' ' && r != 0xFFFE && r != 0xFFFF && r != 0x7F) {
		return r
	}
	return -1
}
