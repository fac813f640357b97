package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page gathers what a document says about itself, each fact from its several
// places: schema.org as JSON-LD or microdata, Open Graph and other meta
// elements, link elements, and the text.
type page struct {
	doc    *html.Node
	base   *url.URL
	things []thing
	metas  map[string][]string // lower-cased name or property → contents
	links  map[string]string   // rel → href
	props  map[string][]string // microdata property → values
	lang   string
	titles []string // of <title>
	heads  []*html.Node
	times  []*html.Node
	marked []*html.Node // elements that look like a byline
}

func readPage(doc *html.Node, base *url.URL) *page {
	p := &page{
		doc: doc, base: base, things: thingsOf(doc),
		metas: map[string][]string{}, links: map[string]string{}, props: map[string][]string{},
	}
	n := 0
	eachElement(doc, 0, func(e *html.Node) bool {
		n++
		p.see(e)
		return n < 200000
	})
	return p
}

func (p *page) see(e *html.Node) {
	switch e.DataAtom {
	case atom.Html:
		if l := strings.TrimSpace(attr(e, "lang")); l != "" && p.lang == "" {
			p.lang = l
		} else if l := strings.TrimSpace(attr(e, "xml:lang")); l != "" && p.lang == "" {
			p.lang = l
		}
	case atom.Base:
		if u, err := url.Parse(strings.TrimSpace(attr(e, "href"))); err == nil && p.base != nil && u.String() != "" {
			p.base = p.base.ResolveReference(u)
		}
	case atom.Meta:
		p.seeMeta(e)
	case atom.Link:
		for rel := range strings.FieldsSeq(strings.ToLower(attr(e, "rel"))) {
			if p.links[rel] == "" {
				p.links[rel] = strings.TrimSpace(attr(e, "href"))
			}
		}
	case atom.Title:
		if e.Parent == nil || e.Parent.DataAtom != atom.Svg {
			p.titles = append(p.titles, plain(textOf(e)))
		}
	case atom.H1, atom.H2:
		p.heads = append(p.heads, e)
	case atom.Time:
		p.times = append(p.times, e)
	}
	if e.DataAtom != atom.Meta {
		p.seeProp(e)
		if looksLikeByline(e) && len(p.marked) < 40 {
			p.marked = append(p.marked, e)
		}
	}
}

func (p *page) seeMeta(e *html.Node) {
	value := plain(attr(e, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "http-equiv", "itemprop"} {
		for k := range strings.FieldsSeq(strings.ToLower(attr(e, key))) {
			if key == "itemprop" {
				p.props[k] = append(p.props[k], value)
			} else {
				p.metas[k] = append(p.metas[k], value)
			}
		}
	}
}

func (p *page) seeProp(e *html.Node) {
	prop := strings.ToLower(attr(e, "itemprop"))
	if prop == "" || len(p.props[prop]) > 8 {
		return
	}
	for _, key := range []string{"content", "datetime", "src", "href"} {
		if key == "href" && prop != "url" {
			continue
		}
		if v := plain(attr(e, key)); v != "" {
			p.props[prop] = append(p.props[prop], v)
			return
		}
	}
	if prop != "articlebody" {
		if v := textOf(e); v != "" && len(v) < 400 {
			p.props[prop] = append(p.props[prop], v)
		}
	}
}

// meta gives the first content under any of the names, in their order.
func (p *page) meta(names ...string) string {
	for _, n := range names {
		if v := p.metas[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

func (p *page) prop(name string) string {
	if v := p.props[name]; len(v) > 0 {
		return v[0]
	}
	return ""
}

// articleThing gives the schema.org object that describes the article.
func (p *page) articleThing() thing {
	for _, t := range p.things {
		if t.is(articleTypes...) {
			return t
		}
	}
	for _, t := range p.things {
		if t.is("WebPage", "ItemPage", "AboutPage", "Event", "JobPosting") && t.text("headline", "name") != "" {
			return t
		}
	}
	return thing{}
}

// absolute resolves an address against the page; only http and https pass.
func (p *page) absolute(ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if p.base != nil {
		u = p.base.ResolveReference(u)
	}
	if (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	return u.String()
}
