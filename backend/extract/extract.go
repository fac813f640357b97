// Package extract turns a web page into a readable article: its text, its
// sanitised HTML and what it says about itself. It is pure: it does no input
// or output and never asks the time.
//
// Two readers look at each page, go-trafilatura and go-readability; where the
// page's own data holds the text (schema.org articleBody), that is a third
// witness. The page is cut into paragraphs, and for each one a small linear
// model weighs who took it, where it stands and what its neighbours are
// (features.go, weights.go). So the result is not the better of two articles
// but better than both.
package extract

import (
	"errors"
	"net/url"
	"strings"
)

// Article is what a page holds.
type Article struct {
	Title        string
	Byline       string // who wrote it, in one line
	SiteName     string
	Language     string // BCP 47 as the page declares it, or ISO 639-1 as read from the text
	Published    Published
	Excerpt      string
	Image        string // address of the leading picture
	CanonicalURL string
	Kind         string // KindArticle, KindOffer or KindEvent
	Text         string // a paragraph a line
	HTML         string // sanitised
	Offer        *Offer // where the page is a job offer
}

// Page is a page as it came.
type Page struct {
	Body        []byte
	ContentType string // the HTTP header, where there was one
	URL         string // where it was found; relative links resolve against it
}

// ErrEmpty says that a page holds no text that could be read.
var ErrEmpty = errors.New("extract: the page has no readable text")

// Extractor reads pages. It is safe for concurrent use.
type Extractor struct{ clean *Sanitizer }

// New gives an Extractor.
func New() *Extractor { return &Extractor{clean: NewSanitizer()} }

// Extract reads a page. Pages beyond MaxBytes are read up to there. It fails
// with ErrEmpty, and then the metadata are filled in all the same.
func (x *Extractor) Extract(in Page) (Article, error) {
	body := in.Body
	if len(body) > MaxBytes {
		body = body[:MaxBytes]
	}
	return x.ExtractText(Decode(body, in.ContentType), in.URL)
}

// ExtractText reads a page that is already text, such as a paste: its charset
// tags say nothing about it any more and are not heeded.
func (x *Extractor) ExtractText(text, address string) (Article, error) {
	base, err := url.Parse(address)
	if err != nil || !base.IsAbs() {
		base = nil
	}
	text = strings.ReplaceAll(text, "\x00", "")
	doc := parse(text)
	p := readPage(doc, base)
	if p.base == nil {
		p.base = declaredAddress(p)
	}
	a := Article{SiteName: p.siteName(), Offer: p.offer(), Image: p.image(), CanonicalURL: p.canonical(), Byline: p.byline(), Published: p.published()}
	a.Kind = p.kind(a.Offer)
	a.Title = p.title(a.SiteName)
	if a.Offer != nil && a.Offer.Title != "" {
		a.Title = a.Offer.Title
	}
	bs := choose(doc, p.base, p.things)
	dropTitle(bs, a.Title)
	a.Text = textOfBlocks(bs)
	a.HTML = x.clean.Clean(htmlOfBlocks(p, bs))
	if a.Offer != nil {
		x.preferOfferText(&a, p)
	}
	a.Language = p.language(a.Text)
	a.Excerpt = p.excerpt(a.Text)
	if strings.TrimSpace(a.Text) == "" {
		return a, ErrEmpty
	}
	return a, nil
}

// preferOfferText takes the description of a JobPosting where the page itself
// shows less of it.
func (x *Extractor) preferOfferText(a *Article, p *page) {
	for _, t := range p.things {
		if t.is("JobPosting") {
			raw := strings.Join(stringsOf(t["description"]), "\n")
			if text := stripTags(raw); len(text) > len(a.Text) {
				a.Text, a.HTML = text, x.clean.Clean(raw)
			}
			return
		}
	}
}

// declaredAddress is where a page without a known address says that it lives.
func declaredAddress(p *page) *url.URL {
	for _, ref := range []string{p.links["canonical"], p.meta("og:url")} {
		if u, err := url.Parse(ref); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u
		}
	}
	return nil
}
