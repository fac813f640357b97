package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hint is a set of facts about where a block stands, inherited from its
// ancestors and read from their tag, class, id and role.
type hint uint32

const (
	inNav hint = 1 << iota
	inAside
	inHeader
	inFooter
	inForm
	inFigure
	inTable
	inList
	inQuote
	inPre
	inHeading
	inArticle // <article>, <main>, or itemprop=articleBody
	inHidden
	saysCaption
	saysRelated
	saysShare
	saysByline
	saysComment
	saysPromo
	saysTags
	saysBody // class names that templates give the article's body
)

// block is one paragraph-like run of text of the page, in document order.
type block struct {
	nodes []*html.Node // its text nodes
	text  string       // with white space folded
	words []uint64     // hashed lower-cased words
	links int          // bytes of text inside <a>
	tag   atom.Atom    // nearest block-level element
	where hint
	box   *html.Node // that element
	inT   float64    // share of the words that trafilatura kept
	inR   float64    // share of the words that readability kept
	inJ   float64    // share of the words that stand in the page's JSON-LD articleBody
	keep  bool
}

// maxBlocks bounds the work on pages made to be endless.
const maxBlocks = 20000

// skipped elements hold no readable text.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true,
	atom.Head: true, atom.Select: true, atom.Button: true, atom.Input: true, atom.Textarea: true,
	atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Canvas: true, atom.Audio: true,
	atom.Video: true, atom.Math: true, atom.Datalist: true, atom.Frameset: true, atom.Noframes: true,
}

// inline elements do not end a paragraph.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true,
	atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true,
	atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true,
	atom.Q: true, atom.Rp: true, atom.Rt: true, atom.Ruby: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true,
	atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Picture: true, atom.Source: true,
}

// blocksOf cuts the tree below root into its blocks.
func blocksOf(root *html.Node) []block {
	w := &blockWalk{}
	w.walk(root, root, 0, false, 0)
	w.flush()
	return w.done
}

type blockWalk struct {
	done  []block
	cur   block
	buf   strings.Builder
	space bool
}

func (w *blockWalk) flush() {
	text := strings.TrimSpace(w.buf.String())
	if text != "" && len(w.done) < maxBlocks {
		w.cur.text = text
		w.cur.words = hashWords(text)
		w.done = append(w.done, w.cur)
	}
	w.cur = block{}
	w.buf.Reset()
	w.space = false
}

func (w *blockWalk) walk(n, box *html.Node, where hint, link bool, depth int) {
	if depth > maxDepth {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.text(c, box, where, link)
		case html.ElementNode:
			w.element(c, box, where, link, depth)
		}
	}
}

func (w *blockWalk) text(n, box *html.Node, where hint, link bool) {
	before := w.buf.Len()
	for _, r := range n.Data {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			w.space = true
			continue
		}
		if r == '\u00ad' || r == utf8.RuneError { // a soft hyphen divides no word
			continue
		}
		if w.space && w.buf.Len() > 0 {
			w.buf.WriteByte(' ')
		}
		w.space = false
		w.buf.WriteRune(r)
	}
	if w.buf.Len() == before {
		return
	}
	if len(w.cur.nodes) == 0 {
		w.cur.box, w.cur.tag, w.cur.where = box, box.DataAtom, where
	}
	w.cur.nodes = append(w.cur.nodes, n)
	if link {
		w.cur.links += w.buf.Len() - before
	}
}

func (w *blockWalk) element(c, box *html.Node, where hint, link bool, depth int) {
	if skipped[c.DataAtom] {
		return
	}
	if c.DataAtom == atom.Br {
		if nextIsBreak(c) {
			w.flush()
		}
		w.space = true
		return
	}
	where |= hintsOf(c)
	if inline[c.DataAtom] {
		w.walk(c, box, where, link || c.DataAtom == atom.A, depth+1)
		return
	}
	w.flush()
	w.walk(c, c, where, link, depth+1)
	w.flush()
}

// nextIsBreak says whether br is followed by another one: two of them are how
// old pages end a paragraph.
func nextIsBreak(br *html.Node) bool {
	for s := br.NextSibling; s != nil; s = s.NextSibling {
		if s.Type == html.ElementNode {
			return s.DataAtom == atom.Br
		}
		if s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			return false
		}
	}
	return false
}

// hashWords folds case and hashes each word (letters, digits and the
// underscore) with FNV-1a.
func hashWords(s string) []uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	words := make([]uint64, 0, len(s)/6+1)
	h, open := uint64(offset), false
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' {
			h = (h ^ uint64(unicode.ToLower(r))) * prime
			open = true
		} else if open {
			words = append(words, h)
			h, open = offset, false
		}
	}
	if open {
		words = append(words, h)
	}
	return words
}
