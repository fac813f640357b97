package reply

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText turns HTML into lines of text in which quoted parts begin with '> ', so that one trimmer serves both forms.
func htmlText(source string) string {
	text, _ := quoteHTML(source)
	return text
}

var (
	quoteClass = namesOf("gmail_quote gmail_quote_container yahoo_quoted protonmail_quote moz-cite-prefix gmail_attr zmail_extra tutanota_quote mail_quote ms-outlook-mobile-reference-message quote email-quote replybody")
	quoteStart = namesOf("divRplyFwdMsg appendonsend OLK_SRC_BODY_SECTION zwchr reply-intro isForwardContent mail-editor-reference-message-container replySplit oriMsgHtmlSeperator")
	quoteStyle = regexp.MustCompile(`(?i)border(?:-top)?:\s*(?:none;border-top:\s*)?solid\s+#(?:e1e1e1|b5c4df)`)
	signClass  = namesOf("gmail_signature moz-signature protonmail_signature_block Signature ms-outlook-mobile-signature AppleMailSignature gmail_signature_prefix")
	hiddenText = regexp.MustCompile(`(?i)display:\s*none|mso-hide:\s*all|font-size:\s*0`)
)

type names map[string]bool

func namesOf(list string) names {
	set := names{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}

// in tells whether one of the names stands in a list of classes. Outlook on the web puts 'x_' before those of others.
func (n names) in(classes string) bool {
	for classes != "" {
		end := strings.IndexAny(classes, patternSpace)
		if end < 0 {
			end = len(classes)
		}
		if word := classes[:end]; n[word] || n[strings.TrimPrefix(word, "x_")] {
			return true
		}
		classes = classes[min(end+1, len(classes)):]
	}
	return false
}

func isHidden(style string) bool {
	may := holds(style, "display:") || holds(style, "mso-hide:") || holds(style, "font-size:") || oddFold(style)
	return may && hiddenText.MatchString(style)
}

// quoteHTML also tells whether the page marks its quotes by its structure.
func quoteHTML(source string) (string, bool) {
	w := &htmlWriter{lineStart: true}
	w.page(source)
	return w.out.String(), w.structural
}

// quoteBegin is how many lines of a quote are enough to tell what stands before it: no rule of Trim looks further ahead.
const quoteBegin = 8

// beforeQuote is quoteHTML but for the quote at the end of the page, of which it gives the beginning. False where
// something else follows a quote.
func beforeQuote(source string) (text string, structural, ok bool) {
	if len(source) >= maxText {
		return "", false, false
	}
	w := &htmlWriter{lineStart: true, brief: true}
	w.page(source)
	return w.out.String(), w.structural, !w.resumed
}

func (w *htmlWriter) page(source string) {
	w.out.Grow(len(source) / 2)
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(maxText)
	for n := 0; n < 50000 && !w.resumed; n++ {
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

type htmlTag struct {
	name          string
	quote, silent bool
	href          string
	hrefStart     int
}

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
}

var voidTags = map[string]bool{"br": true, "hr": true, "img": true, "meta": true, "link": true, "input": true, "col": true, "wbr": true, "area": true, "base": true}

var blockTags = map[string]bool{"p": true, "div": true, "tr": true, "li": true, "ul": true, "ol": true, "table": true, "blockquote": true, "h1": true, "h2": true, "h3": true, "h4": true, "pre": true, "section": true, "header": true, "footer": true, "center": true, "dt": true, "dd": true}

// tagStart is what counts of a tag.
type tagStart struct{ name, class, id, style, href string }

func startTag(z *html.Tokenizer) tagStart {
	name, more := z.TagName()
	t := tagStart{name: atom.String(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class":
			t.class = string(value)
		case "id":
			t.id = string(value)
		case "style":
			t.style = string(value)
		case "href":
			t.href = string(value)
		}
	}
	return t
}

// is tells whether one of the names is a class of the tag or its id.
func (t tagStart) is(n names) bool { return n.in(t.class) || n.in(t.id) }

func (w *htmlWriter) open(t tagStart) {
	if t.is(quoteStart) || holds(t.style, "border") && quoteStyle.MatchString(t.style) {
		w.newline()
		w.rest, w.structural = true, true
	}
	if t.name == "br" || t.name == "hr" {
		w.forceNewline()
		return
	}
	if voidTags[t.name] {
		return
	}
	if blockTags[t.name] {
		w.newline()
		if t.name == "p" && w.out.Len() > 0 {
			w.blank()
		}
	}
	tag := htmlTag{name: t.name}
	tag.quote = t.name == "blockquote" || t.is(quoteClass)
	tag.silent = t.name == "script" || t.name == "style" || t.name == "head" || t.name == "title" || t.is(signClass) || isHidden(t.style)
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
	if blockTags[name] {
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
