package extract

import (
	"regexp"
	"strings"

	"github.com/microcosm-cc/bluemonday"
)

// Sanitizer keeps of a page's HTML what a reader needs, and nothing that can
// run, load or be sent: no script, style, frame, form or event handler, no
// class or id, and links and pictures by http and https alone.
type Sanitizer struct{ policy *bluemonday.Policy }

// NewSanitizer builds the one policy that all HTML from outside passes.
func NewSanitizer() *Sanitizer {
	p := bluemonday.NewPolicy()
	p.AllowElements(
		"p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "q", "cite",
		"pre", "code", "kbd", "samp", "var", "em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "abbr",
		"figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "time", "div", "section", "article", "span", "ruby", "rt", "rp", "bdi", "bdo",
	)
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("src").OnElements("img")
	p.AllowAttrs("alt", "title").Matching(bluemonday.Paragraph).OnElements("img")
	p.AllowAttrs("title").Matching(bluemonday.Paragraph).OnElements("abbr", "a")
	p.AllowAttrs("width", "height").Matching(regexp.MustCompile(`^[0-9]{1,5}$`)).OnElements("img")
	p.AllowAttrs("colspan", "rowspan").Matching(regexp.MustCompile(`^[0-9]{1,3}$`)).OnElements("td", "th")
	p.AllowAttrs("dir").Matching(regexp.MustCompile(`(?i)^(ltr|rtl|auto)$`)).Globally()
	p.AllowAttrs("lang").Matching(regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$`)).Globally()
	p.AllowAttrs("datetime").Matching(regexp.MustCompile(`^[0-9T:.Z+-]{4,40}$`)).OnElements("time")
	p.AllowURLSchemes("http", "https", "mailto")
	p.AllowRelativeURLs(false)
	p.RequireParseableURLs(true)
	p.RequireNoFollowOnLinks(true)
	p.RequireNoReferrerOnLinks(true)
	return &Sanitizer{policy: p}
}

// Clean gives the part of the HTML that may be shown. Its pictures still carry
// the addresses that they had on the page: whoever shows it replaces them by
// stored copies, and the frame that shows it forbids everything else.
func (s *Sanitizer) Clean(html string) string {
	if len(html) > MaxBytes {
		html = html[:MaxBytes]
	}
	return strings.TrimSpace(s.policy.Sanitize(html))
}
