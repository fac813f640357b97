package source

import (
	"strings"

	"golang.org/x/net/html"

	"relais/backend/extract"
)

var endsLine = map[string]bool{
	"p": true, "div": true, "li": true, "br": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
	"tr": true, "td": true, "blockquote": true, "pre": true, "figcaption": true, "table": true, "ul": true, "ol": true,
}

// linesOf gives the text of sanitised HTML, a paragraph a line.
func linesOf(clean string) string {
	if !strings.ContainsAny(clean, "<&") {
		return strings.TrimSpace(clean)
	}
	var sb strings.Builder
	z := html.NewTokenizer(strings.NewReader(clean))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return foldLines(sb.String())
		case html.TextToken:
			sb.WriteString(strings.ReplaceAll(string(z.Text()), "\n", " "))
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			if name, _ := z.TagName(); endsLine[string(name)] {
				sb.WriteByte('\n')
			}
		}
	}
}

func foldLines(s string) string {
	var out []string
	for line := range strings.SplitSeq(html.UnescapeString(s), "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

func guessLanguage(it Item) string {
	return extract.GuessLanguage(it.Title + ". " + it.Summary + " " + shortened(plain(it.Content), 1000))
}
