package source

import (
	"regexp"
	"strings"
)

var markup = regexp.MustCompile(`(?s)<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|</?[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s*(?:=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'<>]+))?)*\s*/?>`)

var quoteless = regexp.MustCompile(`([\w:.-]+)\s*=\s*([^\s"'<>=]+)`)

// mendTags closes what is open, drops what closes nothing, quotes bare
// attribute values, and escapes every '<' that begins no tag.
func mendTags(text string) string {
	text = disarm(text)
	var sb strings.Builder
	var open []string
	last := 0
	for _, at := range markup.FindAllStringIndex(text, -1) {
		sb.WriteString(strings.ReplaceAll(text[last:at[0]], "<", "&lt;"))
		last = at[1]
		tag := text[at[0]:at[1]]
		switch {
		case tag[1] == '!' || tag[1] == '?':
			sb.WriteString(tag)
		case tag[1] == '/':
			open = closeTag(&sb, open, strings.Trim(tag, "</> \t\r\n"))
		case strings.HasSuffix(tag, "/>"):
			sb.WriteString(quote(tag))
		default:
			open = append(open, name(tag))
			sb.WriteString(quote(tag))
		}
	}
	sb.WriteString(strings.ReplaceAll(text[last:], "<", "&lt;"))
	for i := len(open) - 1; i >= 0; i-- {
		sb.WriteString("</" + open[i] + ">")
	}
	return sb.String()
}

// disarm escapes what is opened and never closed: looking for the end of each
// to the end of the text takes quadratic time.
func disarm(text string) string {
	for _, pair := range [][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		last := max(0, strings.LastIndex(text, pair[1]))
		text = text[:last] + strings.ReplaceAll(text[last:], pair[0], "&lt;"+pair[0][1:])
	}
	return text
}

// maxOpen is how far up a closing tag looks for what it closes.
const maxOpen = 2 * maxNesting

func closeTag(sb *strings.Builder, open []string, name string) []string {
	for i := len(open) - 1; i >= max(0, len(open)-maxOpen); i-- {
		if open[i] != name {
			continue
		}
		for j := len(open) - 1; j >= i; j-- {
			sb.WriteString("</" + open[j] + ">")
		}
		return open[:i]
	}
	return open
}

func name(tag string) string {
	s := strings.TrimLeft(tag, "<")
	if i := strings.IndexAny(s, " \t\r\n/>"); i >= 0 {
		s = s[:i]
	}
	return s
}

func quote(tag string) string {
	if strings.ContainsAny(tag, `"'`) || !strings.Contains(tag, "=") {
		return tag
	}
	return quoteless.ReplaceAllString(tag, `$1="$2"`)
}
