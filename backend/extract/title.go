package extract

import (
	"strings"
	"unicode/utf8"
)

// title chooses the headline: what the page tells others of itself first, and
// its <title> without the name of the site last.
func (p *page) title(site string) string {
	t := p.articleThing()
	candidates := []string{
		t.text("headline"), p.meta("og:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
		p.prop("headline"), p.meta("twitter:title"), t.text("name"),
	}
	first := ""
	for _, c := range candidates {
		if c = withoutSite(c, site, p.siteNames()); c == "" || strings.EqualFold(c, site) {
			continue
		}
		if p.shows(c) {
			return c
		}
		if first == "" {
			first = c
		}
	}
	if first != "" {
		return first
	}
	heading := p.onlyHeading()
	for _, c := range p.titles {
		if c == "" {
			continue
		}
		if heading != "" && strings.Contains(strings.ToLower(c), strings.ToLower(heading)) && utf8.RuneCountInString(heading) > 8 {
			return heading
		}
		if cut := withoutSite(c, site, p.siteNames()); cut != "" {
			return cutLast(cut)
		}
	}
	if heading != "" {
		return heading
	}
	if len(p.heads) > 0 {
		return plain(textOf(p.heads[0]))
	}
	return ""
}

// shows says whether the page itself has the title, in its <title> or in a
// heading: some put a description where the headline belongs.
func (p *page) shows(title string) bool {
	low := strings.ToLower(title)
	for _, c := range p.titles {
		if strings.Contains(strings.ToLower(c), low) {
			return true
		}
	}
	for i, h := range p.heads {
		if i < 20 && strings.EqualFold(plain(textOf(h)), title) {
			return true
		}
	}
	return false
}

// siteNames are the names that the page may append to its titles.
func (p *page) siteNames() []string {
	names := []string{p.meta("og:site_name"), p.meta("application-name"), p.meta("apple-mobile-web-app-title"), strings.TrimPrefix(p.meta("twitter:site"), "@")}
	for _, t := range p.things {
		if t.is("WebSite", "Organization", "NewsMediaOrganization") {
			names = append(names, t.text("name"))
		}
		if pub := t.sub("publisher"); pub != nil {
			names = append(names, pub.text("name"))
		}
	}
	if p.base != nil {
		host := strings.TrimPrefix(p.base.Hostname(), "www.")
		names = append(names, host)
		if name, _, ok := strings.Cut(host, "."); ok && len(name) > 3 {
			names = append(names, name)
		}
	}
	return names
}

// onlyHeading gives the text of the page's one h1.
func (p *page) onlyHeading() string {
	text, n := "", 0
	for _, h := range p.heads {
		if h.Data == "h1" {
			if s := plain(textOf(h)); s != "" {
				text = s
				n++
			}
		}
	}
	if n != 1 {
		return ""
	}
	return text
}

var separators = []string{" | ", " - ", " – ", " — ", " · ", " » ", " :: ", " « ", " / ", " • "}

// withoutSite cuts the name of the site off the end, or the start, of a title.
func withoutSite(title, site string, names []string) string {
	for _, name := range append([]string{site}, names...) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		for _, sep := range separators {
			if head, tail, ok := cutLastSep(title, sep); ok && sameName(tail, name) {
				return strings.TrimSpace(head)
			}
			if head, tail, ok := strings.Cut(title, sep); ok && sameName(head, name) {
				return strings.TrimSpace(tail)
			}
		}
	}
	return strings.TrimSpace(title)
}

func cutLastSep(s, sep string) (head, tail string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// sameName compares names of sites without case, spaces and top-level domain.
func sameName(a, b string) bool {
	fold := func(s string) string {
		s = strings.ToLower(strings.TrimSpace(s))
		for _, end := range []string{".com", ".fr", ".org", ".net", ".de", ".co.uk", ".es", ".it"} {
			s = strings.TrimSuffix(s, end)
		}
		return strings.NewReplacer(" ", "", "-", "", ".", "", "'", "", "’", "").Replace(s)
	}
	return fold(a) == fold(b) && fold(a) != ""
}

// cutLast drops a short last part after a strong separator, which is nearly
// always the name of the site or of a section.
func cutLast(title string) string {
	for _, sep := range []string{" | ", " — ", " – ", " - ", " » ", " :: "} {
		head, tail, ok := cutLastSep(title, sep)
		if ok && len(strings.Fields(head)) >= 4 && len(strings.Fields(tail)) <= 4 && !strings.HasSuffix(tail, "?") {
			return cutDate(strings.TrimSpace(head))
		}
	}
	return title
}

// cutDate drops a date that a title ends with after a dash.
func cutDate(title string) string {
	head, tail, ok := cutLastSep(title, " - ")
	if ok && strings.ContainsAny(tail, "0123456789") && len(tail) <= 12 && !strings.ContainsAny(tail, "abcdefghijklmnopqrstuvwxyz") {
		return strings.TrimSpace(head)
	}
	return title
}
