package article

import (
	"bytes"
	"context"
	"html/template"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ReaderPolicy is the Content-Security-Policy of the saved copy: it may show
// text, its one style and stored pictures, and nothing else.
const ReaderPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; sandbox allow-popups allow-same-origin"

// readerText is the size of a saved copy's text in CSS pixels, at 100 %.
const readerText = 17

// Reader gives the saved copy of an article as a page of its own, with the
// words of a query marked. dark chooses the colours, size the size of the text
// in per cent (50 to 400). Pictures are the stored ones; those that are not stored are named by their description.
func (s *Service) Reader(ctx context.Context, id int64, query string, dark bool, size int) (string, error) {
	a, err := s.Get(ctx, id)
	if err != nil {
		return "", err
	}
	b, err := s.Body(ctx, id)
	if err != nil {
		return "", err
	}
	pictures, err := s.picturesOf(ctx, id)
	if err != nil {
		return "", err
	}
	content := b.HTML
	if strings.TrimSpace(content) == "" {
		content = paragraphs(orElse(b.Text, a.Excerpt))
	}
	q := s.ParseQuery(query, s.ws.Now())
	var buf bytes.Buffer
	err = readerPage.Execute(&buf, map[string]any{
		"Title": a.Title, "Language": a.Language, "Dark": dark, "Size": float64(readerText*max(50, min(size, 400))) / 100,
		"Body": template.HTML(s.dress(s.clean.Clean(content), pictures, &q, a.Language)), //nolint:gosec // cleaned in the line itself
	})
	return buf.String(), err
}

var readerPage = template.Must(template.New("reader").Parse(`<!doctype html>
<html lang="{{.Language}}"><head><meta charset="utf-8"><title>{{.Title}}</title><meta name="color-scheme" content="{{if .Dark}}dark{{else}}light{{end}}">
<style>
:root{--ink:#24221f;--paper:transparent;--soft:#6b655d;--line:#e4dfd7;--link:#0f5f5c;--mark:#fde9a9}
{{if .Dark}}:root{--ink:#e8e4dd;--soft:#a59d92;--line:#3b3732;--link:#7fcfc8;--mark:#6b5a1d}{{end}}
html{font:{{.Size}}px/1.65 "Inter Variable",Inter,system-ui,sans-serif;color:var(--ink);background:var(--paper)}
body{box-sizing:border-box;max-width:42rem;margin:0 auto;padding:8px 1.412rem 64px;overflow-wrap:anywhere}
p,ul,ol,blockquote,pre,figure,table{margin:0 0 1em}h1,h2,h3,h4{line-height:1.3;margin:1.6em 0 .5em;font-size:1.15em}h1,h2{font-size:1.3em}
a{color:var(--link)}img{max-width:100%;height:auto;border-radius:6px}figure{margin-inline:0}figcaption,small{color:var(--soft);font-size:.85em}
blockquote{border-inline-start:3px solid var(--line);margin-inline:0;padding-inline-start:1em;color:var(--soft)}
pre{overflow:auto;font-size:.85em}table{border-collapse:collapse;display:block;overflow:auto}td,th{border:1px solid var(--line);padding:4px 8px;text-align:start}
mark{background:var(--mark);color:inherit;border-radius:2px}.missing{color:var(--soft);font-size:.85em;border:1px dashed var(--line);border-radius:6px;padding:8px 12px;display:inline-block}
</style></head><body>{{.Body}}</body></html>`))

func paragraphs(text string) string {
	var sb strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			sb.WriteString("<p>" + html.EscapeString(line) + "</p>")
		}
	}
	return sb.String()
}

// dress puts stored pictures and marks into sanitised HTML.
func (s *Service) dress(clean string, pictures map[string]string, q *Query, language string) string {
	nodes, err := html.ParseFragment(strings.NewReader(clean), &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"})
	if err != nil {
		return html.EscapeString(clean)
	}
	root := &html.Node{Type: html.ElementNode, DataAtom: atom.Body, Data: "body"}
	for _, n := range nodes {
		root.AppendChild(n)
	}
	s.dressNode(root, pictures, q, language, 0)
	var buf bytes.Buffer
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		if html.Render(&buf, c) != nil {
			return ""
		}
	}
	return buf.String()
}

func (s *Service) dressNode(n *html.Node, pictures map[string]string, q *Query, language string, depth int) {
	if depth > 500 {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		switch {
		case c.Type == html.TextNode && q.HasWords():
			s.markNode(n, c, q, language)
		case c.DataAtom == atom.Img:
			dressPicture(n, c, pictures)
		case c.Type == html.ElementNode:
			if c.DataAtom == atom.A {
				c.Attr = append(c.Attr, html.Attribute{Key: "target", Val: "_blank"})
			}
			s.dressNode(c, pictures, q, language, depth+1)
		}
		c = next
	}
}

func (s *Service) markNode(parent, text *html.Node, q *Query, language string) {
	parts := s.Mark(q, language, text.Data)
	if len(parts) < 2 && (len(parts) == 0 || !parts[0].Hit) {
		return
	}
	for _, p := range parts {
		node := &html.Node{Type: html.TextNode, Data: p.Text}
		if p.Hit {
			m := &html.Node{Type: html.ElementNode, DataAtom: atom.Mark, Data: "mark"}
			m.AppendChild(node)
			node = m
		}
		parent.InsertBefore(node, text)
	}
	parent.RemoveChild(text)
}

func dressPicture(parent, img *html.Node, pictures map[string]string) {
	src, alt := "", ""
	for _, a := range img.Attr {
		switch a.Key {
		case "src":
			src = a.Val
		case "alt":
			alt = a.Val
		}
	}
	if hash := pictures[src]; hash != "" {
		img.Attr = []html.Attribute{{Key: "src", Val: "/picture/" + hash}, {Key: "alt", Val: alt}, {Key: "loading", Val: "lazy"}}
		return
	}
	if alt != "" {
		span := &html.Node{Type: html.ElementNode, DataAtom: atom.Span, Data: "span", Attr: []html.Attribute{{Key: "class", Val: "missing"}}}
		span.AppendChild(&html.Node{Type: html.TextNode, Data: alt})
		parent.InsertBefore(span, img)
	}
	parent.RemoveChild(img)
}

// PictureAddresses lists the pictures that the saved HTML of an article names
// and that are not stored yet, at most limit.
func (s *Service) PictureAddresses(ctx context.Context, id int64, limit int) ([]string, error) {
	b, err := s.Body(ctx, id)
	if err != nil {
		return nil, err
	}
	have, err := s.picturesOf(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []string
	z := html.NewTokenizer(strings.NewReader(b.HTML))
	for len(out) < limit {
		switch z.Next() {
		case html.ErrorToken:
			return out, nil
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if t.DataAtom != atom.Img {
				continue
			}
			for _, a := range t.Attr {
				if a.Key == "src" && have[a.Val] == "" && strings.HasPrefix(a.Val, "http") {
					have[a.Val] = "-"
					out = append(out, a.Val)
				}
			}
		}
	}
	return out, nil
}
