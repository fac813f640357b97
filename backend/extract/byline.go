package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// looksLikeByline says whether an element is marked as naming the author.
func looksLikeByline(e *html.Node) bool {
	if rel := attr(e, "rel"); rel == "author" {
		return true
	}
	if e.DataAtom == atom.Body || e.DataAtom == atom.Html {
		return false
	}
	prop := attr(e, "itemprop")
	if strings.Contains(prop, "author") {
		return true
	}
	for _, key := range []string{"class", "id", "data-testid"} {
		v := strings.ToLower(attr(e, key))
		if v == "" || len(v) > 200 {
			continue
		}
		for _, word := range []string{"byline", "author", "auteur", "autor", "dateline", "writtenby", "p-author", "signature"} {
			if strings.Contains(v, word) {
				return true
			}
		}
	}
	return false
}

// byline names who wrote the article: one line, without 'By'.
func (p *page) byline() string {
	t := p.articleThing()
	if s := authors(t["author"]); s != "" {
		return s
	}
	if s := authors(t["creator"]); s != "" {
		return s
	}
	for _, name := range []string{
		"author", "dc.creator", "dcterms.creator", "dc.creator.author", "article:author_name", "parsely-author", "sailthru.author", "byl",
		"citation_author", "og:article:author", "article:author", "og:author", "twitter:data1",
	} {
		if name == "twitter:data1" && !strings.Contains(strings.ToLower(p.meta("twitter:label1")), "by") && !strings.Contains(strings.ToLower(p.meta("twitter:label1")), "crit") {
			continue
		}
		var all []string
		for _, v := range p.metas[name] {
			if v = cleanByline(v); v != "" && !contains(all, v) && len(all) < 6 {
				all = append(all, v)
			}
		}
		if len(all) > 0 {
			return strings.Join(all, ", ")
		}
	}
	for _, e := range p.marked {
		if s := bylineIn(e); s != "" {
			return s
		}
	}
	return ""
}

// bylineIn reads the name out of a marked element, preferring a part of it
// that is marked as the name itself.
func bylineIn(e *html.Node) string {
	name := ""
	eachElement(e, 0, func(c *html.Node) bool {
		prop := attr(c, "itemprop")
		if prop == "name" || (attr(c, "rel") == "author" && name == "") {
			if s := cleanByline(textOf(c)); s != "" {
				name = s
				return prop != "name"
			}
		}
		return true
	})
	if name != "" {
		return name
	}
	text := textOf(e)
	if utf8.RuneCountInString(text) > 100 {
		return ""
	}
	return cleanByline(text)
}

func authors(v any) string {
	var all []string
	add := func(s string) {
		if s = cleanByline(s); s != "" && !contains(all, s) && len(all) < 6 {
			all = append(all, s)
		}
	}
	switch x := v.(type) {
	case string:
		add(x)
	case map[string]any:
		for _, s := range stringsOf(x["name"]) {
			add(s)
		}
	case []any:
		for i, e := range x {
			if i < 12 {
				add(authors(e))
			}
		}
	}
	return strings.Join(all, ", ")
}

var (
	byWords   = regexp.MustCompile(`(?i)^\s*(?:(?:(?:written|posted|reported|published|words|story|text|article|report)\s+)?by\b|par\b|von\b|por\b|di\b|door\b|auteur\s*:|author\s*:|autor\s*:|propos recueillis par\b|texte\s*:|rédigé par\b|publié par\b)[\s:]*`)
	afterName = regexp.MustCompile(`(?i)\s*(?:[|•·–—]|,\s*(?:le\s+)?\d|\bon\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\w*|\b(?:updated|published|publié|mis à jour|posted|le \d)\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d|\b(?:follow|view all posts)\b).*$`)
)

// cleanByline takes 'By', dates and addresses off a byline; what cannot be a
// name gives ”.
func cleanByline(s string) string {
	s = plain(s)
	if strings.Contains(s, "://") || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "/") || strings.HasPrefix(s, "#") {
		return ""
	}
	s = byWords.ReplaceAllString(s, "")
	s = afterName.ReplaceAllString(s, "")
	if i := strings.IndexByte(s, '@'); i > 0 && strings.Contains(s[i:], ".") {
		if j := strings.LastIndexByte(s[:i], ' '); j > 0 {
			s = s[:j]
		}
	}
	s = strings.Trim(s, " ,;:-–—|·•/@\t")
	low := strings.ToLower(s)
	if n := utf8.RuneCountInString(s); n < 2 || n > 120 || low == "admin" || low == "null" || low == "undefined" || low == "none" || low == "author" || low == "auteur" {
		return ""
	}
	if strings.IndexFunc(s, func(r rune) bool { return r > '9' }) < 0 {
		return ""
	}
	return s
}

func contains(all []string, s string) bool {
	for _, a := range all {
		if strings.EqualFold(a, s) {
			return true
		}
	}
	return false
}
