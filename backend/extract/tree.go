package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parse reads a page into a tree. Where the page nests deeper than the parser
// allows, its tags are dropped and the text alone is kept, a paragraph a line.
func parse(text string) *html.Node {
	text = fewAttributes(text)
	doc, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		if doc, err = html.Parse(strings.NewReader(flatten(text))); err != nil {
			return &html.Node{Type: html.DocumentNode}
		}
	}
	left := maxElements
	cut(doc, &left, 0)
	return doc
}

// cut drops what follows the first maxElements elements.
func cut(n *html.Node, left *int, depth int) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.ElementNode {
			*left--
		}
		if *left < 0 || depth > maxDepth {
			n.RemoveChild(c)
		} else {
			cut(c, left, depth+1)
		}
		c = next
	}
}

// flatten keeps the head and the paragraphs of a page that nests too deep.
func flatten(text string) string {
	var sb strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	skip, fresh := "", false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return sb.String()
		case html.TextToken:
			if t := string(z.Text()); skip == "" && strings.TrimSpace(t) != "" {
				sb.WriteString(html.EscapeString(t))
				fresh = false
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			name, _ := z.TagName()
			switch atom.Lookup(name) {
			case atom.Script, atom.Style, atom.Noscript:
				if skip == "" {
					skip = string(name)
				}
			case atom.Title, atom.Meta, atom.Link, atom.Html:
				sb.WriteString(raw)
			case atom.P, atom.Div, atom.Li, atom.H1, atom.H2, atom.H3, atom.Td, atom.Section, atom.Article, atom.Br:
				if !fresh { // empty paragraphs would use up maxElements
					sb.WriteString("\n<p>")
				}
				fresh = true
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if string(name) == skip {
				skip = ""
			}
			if atom.Lookup(name) == atom.Title {
				sb.WriteString("</title>")
			}
		}
	}
}

// eachElement visits the elements below n in document order until visit says
// false.
func eachElement(n *html.Node, depth int, visit func(*html.Node) bool) bool {
	if depth > maxDepth {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && !visit(c) {
			return false
		}
		if !eachElement(c, depth+1, visit) {
			return false
		}
	}
	return true
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf gives the text below n with white space folded.
func textOf(n *html.Node) string {
	var sb strings.Builder
	var walk func(*html.Node, int)
	walk = func(n *html.Node, depth int) {
		if depth > maxDepth || sb.Len() > 1<<16 {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode:
				sb.WriteString(c.Data)
			case c.Type == html.ElementNode && !skipped[c.DataAtom]:
				if !inline[c.DataAtom] {
					sb.WriteByte(' ')
				}
				walk(c, depth+1)
			}
		}
	}
	walk(n, 0)
	return strings.Join(strings.Fields(sb.String()), " ")
}

// stripTags gives the text of an HTML fragment, a block a line.
func stripTags(s string) string {
	var sb strings.Builder
	for _, b := range blocksOf(parse(s)) {
		sb.WriteString(b.text)
		sb.WriteByte('\n')
	}
	return strings.TrimSpace(sb.String())
}

// plain makes a short value of metadata readable: entities and tags resolved,
// white space folded.
func plain(s string) string {
	if len(s) > 1<<16 {
		s = s[:1<<16]
	}
	s = strings.ToValidUTF8(s, "")
	for range 2 { // twice-escaped entities are common in metadata
		if !strings.Contains(s, "&") {
			break
		}
		s = html.UnescapeString(s)
	}
	if i := strings.IndexByte(s, '<'); i >= 0 && strings.IndexByte(s[i:], '>') > 0 {
		s = strings.ReplaceAll(stripTags(s), "\n", " ")
	}
	return strings.Join(strings.Fields(s), " ")
}
