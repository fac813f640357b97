package extract

import (
	"bytes"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// threshold is the likelihood from which a block that a reader took stays.
	threshold = 0.45
	// rescue is the likelihood from which a block that neither took comes back.
	rescue = 0.6
	// enough is the number of words below which the vote is not trusted and
	// the longer of the two readers' texts is taken whole.
	enough = 25
)

// choose decides which blocks of the page are the article.
func choose(doc *html.Node, page *url.URL, things []thing) []block {
	bs := blocksOf(doc)
	t, r := trafilaturaWitness(doc, page), readabilityWitness(doc, page)
	j := textWitness(bodyOf(things))
	for i := range bs {
		b := &bs[i]
		b.inT, b.inR, b.inJ = t.holds(b), r.holds(b), j.holds(b)
	}
	facts := factsOf(bs, len(j.runs) > 60)
	kept := 0
	for i := range bs {
		chance, bar := likelihood(bs, i, facts), threshold
		if bs[i].inT < 0.5 && bs[i].inR < 0.5 {
			bar = rescue
		}
		if chance > bar {
			bs[i].keep = true
			kept += len(bs[i].words)
		}
	}
	if kept < enough {
		for i := range bs {
			b := &bs[i]
			b.keep = b.where&inHidden == 0 && ((t.words >= r.words && b.inT > 0.5) || (t.words < r.words && b.inR > 0.5))
		}
	}
	dropRepeats(bs)
	dropDates(bs)
	return bs
}

// dropTitle takes the headline off the start of the text, where it stands
// again.
func dropTitle(bs []block, title string) {
	want := hashWords(title)
	seen := 0
	for i := range bs {
		b := &bs[i]
		if !b.keep {
			continue
		}
		if seen++; seen > 4 || len(b.words) > 40 {
			return
		}
		if len(want) > 0 && runHash(want) == runHash(b.words) {
			b.keep = false
		}
	}
}

// textOfBlocks gives the article as text, a paragraph a line.
func textOfBlocks(bs []block) string {
	var sb strings.Builder
	for i := range bs {
		if bs[i].keep {
			if sb.Len() > 0 {
				sb.WriteByte('\n')
			}
			sb.WriteString(bs[i].text)
		}
	}
	return sb.String()
}

// pruner copies the kept part of a page.
type pruner struct {
	page        *page
	kept        map[*html.Node]bool // text nodes of kept blocks
	left        int                 // kept text nodes still to come
	seen        bool                // a kept text node has been passed
	pictures    int
	pictureSeen map[string]bool
}

// htmlOfBlocks gives the article as HTML: the page's own elements round the
// kept text, and the pictures that stand between kept paragraphs. It is not
// sanitised yet.
func htmlOfBlocks(p *page, bs []block) string {
	pr := &pruner{page: p, kept: map[*html.Node]bool{}, pictureSeen: map[string]bool{}}
	for i := range bs {
		if bs[i].keep {
			for _, n := range bs[i].nodes {
				pr.kept[n] = true
				pr.left++
			}
		}
	}
	root := &html.Node{Type: html.ElementNode, DataAtom: atom.Div, Data: "div"}
	pr.copyInto(root, p.doc, 0, 0)
	var buf bytes.Buffer
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		if html.Render(&buf, c) != nil {
			return ""
		}
	}
	return buf.String()
}

// unwrapped elements give way to their content.
var unwrapped = map[atom.Atom]bool{
	atom.Html: true, atom.Body: true, atom.Div: true, atom.Span: true, atom.Section: true, atom.Article: true, atom.Main: true,
	atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Nav: true, atom.Font: true, atom.Center: true, atom.Picture: true,
	atom.Form: true, atom.Fieldset: true, atom.Label: true, atom.Address: true,
}

func (pr *pruner) copyInto(dst, src *html.Node, where hint, depth int) {
	if depth > maxDepth {
		return
	}
	for c := src.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			pr.copyText(dst, c)
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Img:
			pr.copyPicture(dst, c, where)
		case c.DataAtom == atom.Br, c.DataAtom == atom.Hr:
			if dst.LastChild != nil && dst.LastChild.Type == html.TextNode {
				dst.AppendChild(&html.Node{Type: html.ElementNode, DataAtom: c.DataAtom, Data: c.Data})
			}
		case skipped[c.DataAtom] && c.DataAtom != atom.Noscript:
		default:
			pr.copyElement(dst, c, where|hintsOf(c), depth)
		}
	}
}

func (pr *pruner) copyElement(dst, c *html.Node, where hint, depth int) {
	into := &html.Node{Type: html.ElementNode, DataAtom: c.DataAtom, Data: c.Data}
	pr.copyInto(into, c, where, depth+1)
	if into.FirstChild == nil {
		return
	}
	if unwrapped[c.DataAtom] {
		unwrapInto(dst, into, c)
		return
	}
	for _, a := range c.Attr {
		if a.Key == "href" {
			if full := pr.page.absolute(a.Val); full != "" {
				into.Attr = append(into.Attr, html.Attribute{Key: "href", Val: full})
			}
		} else if a.Key == "colspan" || a.Key == "rowspan" || a.Key == "dir" || a.Key == "lang" || a.Key == "title" {
			into.Attr = append(into.Attr, html.Attribute{Key: a.Key, Val: a.Val})
		}
	}
	dst.AppendChild(into)
}

// unwrapInto moves the children of a container up; a container that holds
// running text itself becomes a paragraph, so that words do not run together.
func unwrapInto(dst, from, was *html.Node) {
	if !inline[was.DataAtom] && holdsText(from) {
		p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
		if dir := attr(was, "dir"); dir != "" {
			p.Attr = append(p.Attr, html.Attribute{Key: "dir", Val: dir})
		}
		dst.AppendChild(p)
		dst = p
		if holdsBlock(from) {
			p.DataAtom, p.Data = atom.Div, "div"
		}
	}
	for c := from.FirstChild; c != nil; {
		next := c.NextSibling
		from.RemoveChild(c)
		dst.AppendChild(c)
		c = next
	}
}

func holdsText(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if (c.Type == html.TextNode && strings.TrimSpace(c.Data) != "") || (c.Type == html.ElementNode && inline[c.DataAtom] && c.DataAtom != atom.Img) {
			return true
		}
	}
	return false
}

func holdsBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && !inline[c.DataAtom] && c.DataAtom != atom.Br {
			return true
		}
	}
	return false
}

func (pr *pruner) copyText(dst, n *html.Node) {
	if pr.kept[n] {
		pr.seen = true
		pr.left--
	} else if strings.TrimSpace(n.Data) != "" || dst.LastChild == nil {
		return
	}
	dst.AppendChild(&html.Node{Type: html.TextNode, Data: n.Data})
}

// maxPictures bounds how many pictures one article shows.
const maxPictures = 60

const notPartOfText = inNav | inAside | inFooter | inForm | inHidden | saysRelated | saysShare | saysByline | saysComment | saysPromo

func (pr *pruner) copyPicture(dst, n *html.Node, where hint) {
	if !pr.seen || pr.left <= 0 || where&notPartOfText != 0 || pr.pictures >= maxPictures {
		return
	}
	src := pr.page.absolute(pictureAddress(n))
	if src == "" || pr.pictureSeen[src] || isSmall(n) {
		return
	}
	pr.pictureSeen[src] = true
	pr.pictures++
	dst.AppendChild(&html.Node{Type: html.ElementNode, DataAtom: atom.Img, Data: "img", Attr: []html.Attribute{
		{Key: "src", Val: src}, {Key: "alt", Val: plain(attr(n, "alt"))},
	}})
}

var notReal = regexp.MustCompile(`(?i)^data:|blank\.|placeholder|spacer|1x1|pixel|transparent\.`)

// pictureAddress finds the address of a picture that is loaded late, too.
func pictureAddress(n *html.Node) string {
	for _, key := range []string{"src", "data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-hi-res-src"} {
		if v := strings.TrimSpace(attr(n, key)); v != "" && !notReal.MatchString(v) {
			return v
		}
	}
	for _, key := range []string{"srcset", "data-srcset", "data-lazy-srcset"} {
		if v := attr(n, key); v != "" {
			parts := strings.Fields(strings.Split(v, ", ")[0])
			if len(parts) > 0 && !notReal.MatchString(parts[0]) {
				return strings.TrimSuffix(parts[0], ",")
			}
		}
	}
	return ""
}

func isSmall(n *html.Node) bool {
	for _, key := range []string{"width", "height"} {
		if v, err := strconv.Atoi(strings.TrimSuffix(attr(n, key), "px")); err == nil && v > 0 && v < 48 {
			return true
		}
	}
	return false
}

func trimFloat(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
