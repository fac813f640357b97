package extract

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

func (p *page) siteName() string {
	if s := p.meta("og:site_name"); s != "" {
		return s
	}
	t := p.articleThing()
	if pub := t.sub("publisher"); pub != nil {
		if s := pub.text("name"); s != "" {
			return s
		}
	}
	for _, o := range p.things {
		if o.is("WebSite") {
			if s := o.text("name"); s != "" {
				return s
			}
		}
	}
	return p.meta("application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "al:ios:app_name")
}

func (p *page) excerpt(text string) string {
	s := p.meta("og:description", "description", "dc.description", "dcterms.description", "twitter:description", "sailthru.description")
	if s == "" {
		s = p.articleThing().text("description", "abstract")
	}
	if s == "" {
		s = firstParagraph(text)
	}
	return shorten(s, 600)
}

// firstParagraph gives the first line that reads like a sentence.
func firstParagraph(text string) string {
	first := ""
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if first == "" {
			first = line
		}
		if len(strings.Fields(line)) >= 4 && strings.ContainsAny(line[len(line)-1:], ".!?\"") {
			return line
		}
	}
	return first
}

// shorten cuts at a word so that at most limit characters remain.
func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	r := []rune(s)[:limit]
	cut := string(r)
	if i := strings.LastIndexByte(cut, ' '); i > limit/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:") + "…"
}

func (p *page) image() string {
	for _, ref := range []string{
		p.meta("og:image:secure_url", "og:image", "og:image:url"), imageOf(p.articleThing()["image"]),
		p.meta("twitter:image", "twitter:image:src", "sailthru.image.full"), p.prop("image"), p.links["image_src"],
	} {
		if u := p.absolute(ref); u != "" {
			return u
		}
	}
	return ""
}

func imageOf(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case []any:
		for _, e := range x {
			if s := imageOf(e); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, k := range []string{"url", "contentUrl", "@id"} {
			if s, ok := x[k].(string); ok && s != "" {
				return s
			}
		}
	}
	return ""
}

// canonical gives the address under which the page wants to be known. A
// canonical link that points to the front page is a template's mistake.
func (p *page) canonical() string {
	t := p.articleThing()
	for _, ref := range []string{p.links["canonical"], p.meta("og:url"), t.text("url"), t.text("mainEntityOfPage"), p.links["shorturl"]} {
		full := p.absolute(ref)
		if full == "" {
			continue
		}
		u, err := url.Parse(full)
		if err != nil || (p.base != nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && strings.Trim(p.base.Path, "/") != "" && p.base.Host == u.Host) {
			continue
		}
		u.Fragment = ""
		return u.String()
	}
	if p.base != nil && (p.base.Scheme == "http" || p.base.Scheme == "https") {
		u := *p.base
		u.Fragment = ""
		return u.String()
	}
	return ""
}

// language gives the tag that the page declares, else the language that its
// text is written in, else nothing.
func (p *page) language(text string) string {
	for _, l := range []string{p.lang, p.articleThing().text("inLanguage"), p.meta("content-language", "dc.language", "dcterms.language", "language"), strings.ReplaceAll(p.meta("og:locale"), "_", "-")} {
		if l = languageTag(l); l != "" {
			return l
		}
	}
	return GuessLanguage(text)
}

func languageTag(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(strings.ReplaceAll(s, "_", "-")), ",")
	base, _, _ := strings.Cut(s, "-")
	if len(base) < 2 || len(base) > 3 || len(s) > 12 {
		return ""
	}
	for _, r := range s {
		if r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return ""
		}
	}
	return s
}

// GuessLanguage tells the language of a text of some length as an ISO 639-1
// code, or nothing where it is not sure.
func GuessLanguage(text string) string {
	if utf8.RuneCountInString(text) < 40 {
		return ""
	}
	if len(text) > 4000 {
		text = strings.ToValidUTF8(text[:4000], "")
	}
	info := whatlanggo.Detect(text)
	if info.Confidence < 0.3 {
		return ""
	}
	return info.Lang.Iso6391()
}
