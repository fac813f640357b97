package reply

import (
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// htmlText turns HTML into lines of text in which quoted parts begin with '> ', so that one trimmer serves both forms.
func htmlText(source string) string {
	text, _ := quoteHTML(source)
	return text
}

var (
	quoteClass = regexp.MustCompile(`(?:^|\s)(?:x_)?(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|moz-cite-prefix|gmail_attr|zmail_extra|tutanota_quote|mail_quote|ms-outlook-mobile-reference-message|quote|email-quote|replybody)(?:\s|$)`)
	quoteStart = regexp.MustCompile(`(?:^|\s)(?:x_)?(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|zwchr|reply-intro|isForwardContent|mail-editor-reference-message-container|replySplit|oriMsgHtmlSeperator)(?:\s|$)`)
	quoteStyle = regexp.MustCompile(`(?i)border(?:-top)?:\s*(?:none;border-top:\s*)?solid\s+#(?:e1e1e1|b5c4df)`)
	signClass  = regexp.MustCompile(`(?:^|\s)(?:x_)?(?:gmail_signature|moz-signature|protonmail_signature_block|Signature|ms-outlook-mobile-signature|AppleMailSignature|gmail_signature_prefix)(?:\s|$)`)
	hiddenText = regexp.MustCompile(`(?i)display:\s*none|mso-hide:\s*all|font-size:\s*0`)
)

// quoteHTML also tells whether the page marks its quotes by its structure.
func quoteHTML(source string) (string, bool) {
	w := &htmlWriter{lineStart: true}
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(maxText)
	for n := 0; n < 50000; n++ {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) {
				w.structural = false
			}
			return w.out.String(), w.structural
		case html.TextToken:
			w.text(string(z.Text()))
		case html.StartTagToken:
			w.open(z.Token())
		case html.SelfClosingTagToken:
			t := z.Token()
			w.open(t)
		case html.EndTagToken:
			w.close(z.Token().Data)
		}
	}
	return w.out.String(), w.structural
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
}

var voidTags = map[string]bool{"br": true, "hr": true, "img": true, "meta": true, "link": true, "input": true, "col": true, "wbr": true, "area": true, "base": true}

var blockTags = map[string]bool{"p": true, "div": true, "tr": true, "li": true, "ul": true, "ol": true, "table": true, "blockquote": true, "h1": true, "h2": true, "h3": true, "h4": true, "pre": true, "section": true, "header": true, "footer": true, "center": true, "dt": true, "dd": true}

func (w *htmlWriter) open(t html.Token) {
	var class, id, style, href string
	for _, a := range t.Attr {
		switch a.Key {
		case "class":
			class = a.Val
		case "id":
			id = a.Val
		case "style":
			style = a.Val
		case "href":
			href = a.Val
		}
	}
	marks, marked := class+" "+id, class != "" || id != ""
	if marked && quoteStart.MatchString(marks) || holds(style, "border") && quoteStyle.MatchString(style) {
		w.newline()
		w.rest, w.structural = true, true
	}
	if t.Data == "br" || t.Data == "hr" {
		w.forceNewline()
		return
	}
	if voidTags[t.Data] {
		return
	}
	if blockTags[t.Data] {
		w.newline()
		if t.Data == "p" && w.out.Len() > 0 {
			w.blank()
		}
	}
	tag := htmlTag{name: t.Data}
	tag.quote = t.Data == "blockquote" || marked && quoteClass.MatchString(marks)
	tag.silent = t.Data == "script" || t.Data == "style" || t.Data == "head" || t.Data == "title" || marked && signClass.MatchString(marks) || style != "" && hiddenText.MatchString(style)
	if t.Data == "a" {
		tag.href, tag.hrefStart = href, w.out.Len()
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
	if w.silent > 0 {
		return
	}
	s = clean(html.UnescapeString(s))
	lead := s != "" && isSpace(s[0])
	tail := s != "" && isSpace(s[len(s)-1])
	words := strings.Fields(s)
	if len(words) == 0 {
		w.space = w.space || s != ""
		return
	}
	if w.lineStart {
		if w.quoted > 0 || w.rest {
			w.out.WriteString("> ")
		}
	} else if w.space || lead {
		w.out.WriteByte(' ')
	}
	w.out.WriteString(strings.Join(words, " "))
	w.lineStart, w.space = false, tail
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

func (w *htmlWriter) newline() {
	if !w.lineStart {
		w.forceNewline()
	}
}

func (w *htmlWriter) forceNewline() {
	if w.silent == 0 {
		if w.lineStart && (w.quoted > 0 || w.rest) {
			w.out.WriteByte('>')
		}
		w.out.WriteByte('\n')
	}
	w.lineStart, w.space = true, false
}

func (w *htmlWriter) blank() {
	if w.lineStart && !strings.HasSuffix(w.out.String(), "\n\n") && !strings.HasSuffix(w.out.String(), ">\n") {
		w.forceNewline()
	}
}
