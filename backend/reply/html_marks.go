package reply

import (
	"regexp"
	"strings"
)

// tagKind is what a tag does to the text, by its name.
type tagKind uint8

const (
	breakTag  tagKind = 1 << iota // ends a line
	voidTag                       // holds nothing
	blockTag                      // stands on lines of its own
	silentTag                     // holds nothing that is shown
)

func tagKindOf(name string) tagKind {
	switch name {
	case "br", "hr":
		return breakTag | voidTag
	case "img", "meta", "link", "input", "col", "wbr", "area", "base":
		return voidTag
	case "p", "div", "tr", "li", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "pre", "section", "header", "footer", "center", "dt", "dd":
		return blockTag
	case "script", "style", "head", "title":
		return silentTag
	}
	return 0
}

// markKind is what the classes and the id of a tag say of what stands in it.
type markKind uint8

const (
	beginsQuote markKind = 1 << iota // all that follows is quoted
	holdsQuote
	holdsSignature
)

// marks are the names that mail programs give: classes and ids alike.
var marks = markNames(map[markKind]string{
	holdsQuote:     "gmail_quote gmail_quote_container yahoo_quoted protonmail_quote moz-cite-prefix gmail_attr zmail_extra tutanota_quote mail_quote ms-outlook-mobile-reference-message quote email-quote replybody",
	beginsQuote:    "divRplyFwdMsg appendonsend OLK_SRC_BODY_SECTION zwchr reply-intro isForwardContent mail-editor-reference-message-container replySplit oriMsgHtmlSeperator",
	holdsSignature: "gmail_signature moz-signature protonmail_signature_block Signature ms-outlook-mobile-signature AppleMailSignature gmail_signature_prefix",
})

func markNames(lists map[markKind]string) map[string]markKind {
	all := map[string]markKind{}
	for kind, list := range lists {
		for _, name := range strings.Fields(list) {
			all[name] |= kind
		}
	}
	return all
}

// marksIn tells what a list of classes says. Outlook on the web puts 'x_' before those of others.
func marksIn(classes string) (kind markKind) {
	for classes != "" {
		end := strings.IndexAny(classes, patternSpace)
		if end < 0 {
			end = len(classes)
		}
		word := classes[:end]
		kind |= marks[word]
		if inner, others := strings.CutPrefix(word, "x_"); others {
			kind |= marks[inner]
		}
		classes = classes[min(end+1, len(classes)):]
	}
	return kind
}

func (t *tagStart) marked() markKind {
	kind := marksIn(t.class) | marksIn(t.id)
	if holds(t.style, "border") && quoteStyle.MatchString(t.style) {
		kind |= beginsQuote
	}
	return kind
}

var (
	quoteStyle = regexp.MustCompile(`(?i)border(?:-top)?:\s*(?:none;border-top:\s*)?solid\s+#(?:e1e1e1|b5c4df)`)
	hiddenText = regexp.MustCompile(`(?i)display:\s*none|mso-hide:\s*all|font-size:\s*0`)
)

func isHidden(style string) bool {
	may := style != "" && (holds(style, "display:") || holds(style, "mso-hide:") || holds(style, "font-size:") || oddFold(style))
	return may && hiddenText.MatchString(style)
}
