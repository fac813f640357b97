package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var tagHints = map[atom.Atom]hint{
	atom.Nav: inNav, atom.Aside: inAside, atom.Header: inHeader, atom.Footer: inFooter, atom.Form: inForm,
	atom.Figure: inFigure, atom.Figcaption: inFigure | saysCaption, atom.Table: inTable,
	atom.Ul: inList, atom.Ol: inList, atom.Dl: inList, atom.Blockquote: inQuote, atom.Pre: inPre,
	atom.Article: inArticle, atom.Main: inArticle,
	atom.H1: inHeading, atom.H2: inHeading, atom.H3: inHeading, atom.H4: inHeading, atom.H5: inHeading, atom.H6: inHeading,
	atom.Address: saysByline,
}

// wordHints are parts of class names and ids, in the languages that templates
// are written in (English, and a little German, French and Spanish).
var wordHints = []struct {
	word string
	says hint
}{
	{"caption", saysCaption}, {"legend", saysCaption}, {"credit", saysCaption}, {"bildunter", saysCaption}, {"legende", saysCaption},
	{"related", saysRelated}, {"recommend", saysRelated}, {"read-more", saysRelated}, {"readmore", saysRelated}, {"more-", saysRelated},
	{"also", saysRelated}, {"teaser", saysRelated}, {"similar", saysRelated}, {"most-", saysRelated}, {"popular", saysRelated},
	{"trending", saysRelated}, {"outbrain", saysRelated}, {"taboola", saysRelated}, {"sidebar", inAside}, {"widget", inAside},
	{"share", saysShare}, {"social", saysShare}, {"follow", saysShare}, {"addtoany", saysShare},
	{"byline", saysByline}, {"author", saysByline}, {"auteur", saysByline}, {"autor", saysByline}, {"bio", saysByline},
	{"dateline", saysByline}, {"publish", saysByline}, {"timestamp", saysByline}, {"post-meta", saysByline}, {"entry-meta", saysByline},
	{"comment", saysComment}, {"disqus", saysComment}, {"respond", saysComment}, {"kommentar", saysComment},
	{"promo", saysPromo}, {"newsletter", saysPromo}, {"subscri", saysPromo}, {"advert", saysPromo}, {"sponsor", saysPromo},
	{"banner", saysPromo}, {"cookie", saysPromo}, {"paywall", saysPromo}, {"signup", saysPromo}, {"sign-up", saysPromo}, {"cta", saysPromo},
	{"breadcrumb", inNav}, {"pagination", inNav}, {"menu", inNav}, {"navbar", inNav}, {"navigation", inNav}, {"pager", inNav},
	{"footer", inFooter}, {"copyright", inFooter}, {"disclaimer", inFooter},
	{"tags", saysTags}, {"tag-list", saysTags}, {"keyword", saysTags}, {"categor", saysTags}, {"topics", saysTags},
	{"article-body", saysBody}, {"articlebody", saysBody}, {"article__body", saysBody}, {"article-content", saysBody},
	{"article_body", saysBody}, {"entry-content", saysBody}, {"post-content", saysBody}, {"post-body", saysBody}, {"story-body", saysBody},
	{"article-text", saysBody}, {"article_text", saysBody}, {"storybody", saysBody}, {"story-content", saysBody}, {"content-body", saysBody},
	{"article__content", saysBody}, {"post_content", saysBody}, {"content__body", saysBody}, {"body-text", saysBody},
}

// hintsOf reads what an element says of the text inside it.
func hintsOf(n *html.Node) hint {
	h := tagHints[n.DataAtom]
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id":
			if len(a.Val) < 400 && n.DataAtom != atom.Body && n.DataAtom != atom.Html {
				low := strings.ToLower(a.Val)
				for _, w := range wordHints {
					if strings.Contains(low, w.word) {
						h |= w.says
					}
				}
			}
		case "role":
			switch a.Val {
			case "navigation", "menu", "menubar":
				h |= inNav
			case "complementary":
				h |= inAside
			case "main", "article":
				h |= inArticle
			}
		case "itemprop":
			if a.Val == "articleBody" {
				h |= inArticle | saysBody
			}
		case "hidden":
			h |= inHidden
		case "aria-hidden":
			if a.Val == "true" {
				h |= inHidden
			}
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			if strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				h |= inHidden
			}
		}
	}
	return h
}
