package reply

import (
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText turns HTML into lines of text in which quoted parts begin with '> ', so that one trimmer serves both forms.
func htmlText(source string) string {
	text, _ := quoteHTML(source)
	return text
}

// quoteHTML also tells whether the page marks its quotes by its structure.
func quoteHTML(source string) (string, bool) {
	w := written(source, false)
	return w.out.String(), w.structural
}

// beforeQuote is quoteHTML but for the quote at the end of the page, of which it gives the beginning. False where
// something else follows a quote.
func beforeQuote(source string) (text string, structural, ok bool) {
	if len(source) >= maxText {
		return "", false, false
	}
	w := written(source, true)
	return w.out.String(), w.structural, !w.resumed
}

func written(source string, brief bool) *htmlWriter {
	w := newHTMLWriter(source, brief)
	if !w.swiftly(source) {
		w = newHTMLWriter(source, brief)
		w.tokenized(source)
	}
	return w
}

// maxTags bounds what is looked at of a page: its tags, and the texts between them.
const maxTags = 50000

// tokenized writes any page, however it is made.
func (w *htmlWriter) tokenized(source string) {
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(maxText)
	for n := 0; n < maxTags && !w.enough(); n++ {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				w.structural = false
			}
			return
		case html.TextToken:
			w.text(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			w.open(startTag(z))
		case html.EndTagToken:
			name, _ := z.TagName()
			w.close(atom.String(name))
		}
	}
}

// tagStart is what counts of a tag.
type tagStart struct{ name, class, id, style, href string }

// place is where the value of an attribute goes, or nil where it does not count.
func (t *tagStart) place(attribute string) *string {
	switch attribute {
	case "class":
		return &t.class
	case "id":
		return &t.id
	case "style":
		return &t.style
	case "href":
		return &t.href
	}
	return nil
}

func startTag(z *html.Tokenizer) *tagStart {
	name, more := z.TagName()
	t := &tagStart{name: atom.String(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if place := t.place(string(key)); place != nil {
			*place = string(value)
		}
	}
	return t
}
