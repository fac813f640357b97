package reply

import (
	"strings"

	"golang.org/x/net/html"
)

type htmlTag struct {
	name          string
	quote, silent bool
	href          string
	hrefStart     int
}

// quoteBegin is how many lines of a quote are enough to tell what stands before it: no rule of Trim looks further ahead.
const quoteBegin = 8

// htmlWriter writes the text of a page.
type htmlWriter struct {
	out        strings.Builder
	stack      []htmlTag
	quoted     int // open quote containers
	silent     int // open containers that are not shown
	rest       bool
	structural bool
	lineStart  bool
	space      bool

	brief   bool // a quote is left out but for its beginning
	row     int  // lines that were quoted since the last that was not
	resumed bool // something follows a quote that was left out
	room    [16]htmlTag
	tag     tagStart // the one that is read
}

func newHTMLWriter(source string, brief bool) *htmlWriter {
	w := &htmlWriter{lineStart: true, brief: brief}
	w.stack = w.room[:0]
	w.out.Grow(len(source) / 2)
	return w
}

func (w *htmlWriter) open(t *tagStart) {
	kind, marked := tagKindOf(t.name), t.marked()
	if marked&beginsQuote != 0 {
		w.newline()
		w.rest, w.structural = true, true
	}
	if kind&breakTag != 0 {
		w.forceNewline()
	}
	if kind&voidTag != 0 {
		return
	}
	if kind&blockTag != 0 {
		w.newline()
		if t.name == "p" && w.out.Len() > 0 {
			w.blank()
		}
	}
	tag := htmlTag{name: t.name}
	tag.quote = t.name == "blockquote" || marked&holdsQuote != 0
	tag.silent = kind&silentTag != 0 || marked&holdsSignature != 0 || isHidden(t.style)
	if t.name == "a" {
		tag.href, tag.hrefStart = t.href, w.out.Len()
	}
	if tag.quote {
		w.newline()
		w.quoted++
		w.structural = true
	}
	if tag.silent {
		w.silent++
	}
	if len(w.stack) < 500 {
		w.stack = append(w.stack, tag)
	}
}

func (w *htmlWriter) close(name string) {
	for i := len(w.stack) - 1; i >= 0; i-- {
		if w.stack[i].name != name {
			continue
		}
		for _, tag := range w.stack[i:] {
			if tag.quote {
				w.newline()
				w.quoted--
			}
			if tag.silent {
				w.silent--
			}
			w.link(tag)
		}
		w.stack = w.stack[:i]
		break
	}
	if tagKindOf(name)&blockTag != 0 {
		w.newline()
	}
	if name == "p" && w.out.Len() > 0 {
		w.blank()
	}
	if name == "td" || name == "th" {
		w.space = true
	}
}

// link writes the address behind words such as 'here'.
func (w *htmlWriter) link(tag htmlTag) {
	if tag.name != "a" || !strings.HasPrefix(tag.href, "http") || len(tag.href) > 2000 || w.silent > 0 || tag.hrefStart > w.out.Len() {
		return
	}
	shown := w.out.String()[tag.hrefStart:]
	if strings.Contains(shown, "://") || strings.Contains(shown, "www.") || strings.Contains(shown, "/") {
		return
	}
	w.text(" <" + tag.href + "> ")
}

func (w *htmlWriter) text(s string) {
	if w.silent > 0 || w.leftOut(s) {
		return
	}
	s = clean(html.UnescapeString(s))
	lead := s != "" && isSpace(s[0])
	tail := s != "" && isSpace(s[len(s)-1])
	begun := false
	for word := range strings.FieldsSeq(s) {
		switch {
		case begun:
			w.out.WriteByte(' ')
		case w.lineStart:
			if w.inQuote() {
				w.out.WriteString("> ")
			}
		case w.space || lead:
			w.out.WriteByte(' ')
		}
		w.out.WriteString(word)
		begun = true
	}
	if !begun {
		w.space = w.space || s != ""
		return
	}
	w.lineStart, w.space = false, tail
}

func (w *htmlWriter) inQuote() bool { return w.quoted > 0 || w.rest }

// enough tells whether nothing that follows matters: all of it is quoted, or the page has to be read whole.
func (w *htmlWriter) enough() bool { return w.resumed || w.rest && w.brief && w.row > quoteBegin }

// leftOut tells whether text stands so deep in a quote that nobody needs it.
func (w *htmlWriter) leftOut(text string) bool {
	if !w.brief || w.row <= quoteBegin {
		return false
	}
	if !w.inQuote() && !isBlank(text) {
		w.resumed = true
	}
	return true
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

func (w *htmlWriter) newline() {
	if !w.lineStart {
		w.forceNewline()
	}
}

func (w *htmlWriter) forceNewline() {
	if w.silent == 0 {
		w.endLine()
	}
	w.lineStart, w.space = true, false
}

func (w *htmlWriter) endLine() {
	switch {
	case w.inQuote():
		if w.row++; w.lineStart {
			w.out.WriteByte('>')
		}
	case !w.brief || w.row <= quoteBegin:
		w.row = 0
	}
	w.out.WriteByte('\n')
}

func (w *htmlWriter) blank() {
	if w.lineStart && !strings.HasSuffix(w.out.String(), "\n\n") && !strings.HasSuffix(w.out.String(), ">\n") {
		w.forceNewline()
	}
}
