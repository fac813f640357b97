package extract

import (
	"net/url"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// witness is what one reader took for the article: the set of its blocks and
// of its runs of four words.
type witness struct {
	node  *html.Node
	lines map[string]bool
	runs  map[uint64]bool
	words int
}

const runLength = 4

func runHash(w []uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, x := range w {
		h = (h ^ x) * 1099511628211
		h ^= h >> 29
	}
	return h
}

func newWitness(node *html.Node) *witness {
	w := &witness{node: node, lines: map[string]bool{}, runs: map[uint64]bool{}}
	if node == nil {
		return w
	}
	for _, b := range blocksOf(node) {
		w.add(b.text, b.words)
	}
	return w
}

func textWitness(text string) *witness {
	w := &witness{lines: map[string]bool{}, runs: map[uint64]bool{}}
	w.add(text, hashWords(text))
	return w
}

func (w *witness) add(text string, words []uint64) {
	w.lines[text] = true
	w.words += len(words)
	for i := 0; i+runLength <= len(words); i++ {
		w.runs[runHash(words[i:i+runLength])] = true
	}
}

// holds gives the share of the block that the witness has, from 0 to 1.
func (w *witness) holds(b *block) float64 {
	if w.lines[b.text] {
		return 1
	}
	n := len(b.words) - runLength + 1
	if n <= 0 {
		return 0
	}
	hit := 0
	for i := range n {
		if w.runs[runHash(b.words[i:i+runLength])] {
			hit++
		}
	}
	return float64(hit) / float64(n)
}

func trafilaturaWitness(doc *html.Node, page *url.URL) (w *witness) {
	w = newWitness(nil)
	defer func() { _ = recover() }() // a library's panic on a hostile page costs one witness only
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		OriginalURL: page, ExcludeComments: true, HtmlDateOverride: &htmldate.Result{},
	})
	if err == nil && res != nil {
		w = newWitness(res.ContentNode)
	}
	return w
}

func readabilityWitness(doc *html.Node, page *url.URL) (w *witness) {
	w = newWitness(nil)
	defer func() { _ = recover() }()
	p := readability.NewParser()
	p.DisableJSONLD = true
	res, err := p.ParseDocument(doc, page)
	if err == nil {
		w = newWitness(res.Node)
	}
	return w
}
