package extract

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// thing is one JSON-LD object (schema.org).
type thing map[string]any

const (
	maxThings  = 500
	maxLDBytes = 2 << 20
)

// thingsOf reads every object of every JSON-LD script, nested ones after the
// ones that hold them. What is not JSON is passed over.
func thingsOf(doc *html.Node) []thing {
	var out []thing
	eachElement(doc, 0, func(n *html.Node) bool {
		if n.DataAtom != atom.Script || !strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") || n.FirstChild == nil {
			return true
		}
		raw := n.FirstChild.Data
		if len(raw) > maxLDBytes {
			return true
		}
		var v any
		if json.Unmarshal([]byte(cleanJSON(raw)), &v) == nil {
			collectThings(v, &out, 0)
		}
		return true
	})
	return out
}

// cleanJSON takes off the wrappings that templates put round JSON-LD, and the
// raw line breaks inside strings that editors leave in it.
func cleanJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, wrap := range []string{"<![CDATA[", "/*<![CDATA[*/", "//<![CDATA[", "<!--"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, wrap))
	}
	for _, wrap := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, wrap))
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
}

func collectThings(v any, out *[]thing, depth int) {
	if depth > 12 || len(*out) >= maxThings {
		return
	}
	switch x := v.(type) {
	case []any:
		for _, e := range x {
			collectThings(e, out, depth+1)
		}
	case map[string]any:
		if x["@type"] != nil {
			*out = append(*out, x)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"} {
			if e, ok := x[key]; ok {
				collectThings(e, out, depth+1)
			}
		}
	}
}

// is says whether the object has one of the types.
func (t thing) is(types ...string) bool {
	for _, have := range stringsOf(t["@type"]) {
		have = have[strings.LastIndexAny(have, "/:#")+1:]
		for _, want := range types {
			if strings.EqualFold(have, want) {
				return true
			}
		}
	}
	return false
}

// text gives the first string under any of the keys, of an object its name.
func (t thing) text(keys ...string) string {
	for _, k := range keys {
		for _, s := range stringsOf(t[k]) {
			if s = plain(s); s != "" {
				return s
			}
		}
	}
	return ""
}

// sub gives the first object under a key.
func (t thing) sub(key string) thing {
	switch x := t[key].(type) {
	case map[string]any:
		return x
	case []any:
		for _, e := range x {
			if m, ok := e.(map[string]any); ok {
				return m
			}
		}
	}
	return nil
}

func stringsOf(v any) []string {
	switch x := v.(type) {
	case string:
		return []string{x}
	case []any:
		var all []string
		for i, e := range x {
			if i == 50 {
				break
			}
			all = append(all, stringsOf(e)...)
		}
		return all
	case map[string]any:
		for _, k := range []string{"name", "@value", "url", "@id"} {
			if s, ok := x[k].(string); ok && s != "" {
				return []string{s}
			}
		}
	}
	return nil
}

var articleTypes = []string{
	"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
	"ReviewNewsArticle", "LiveBlogPosting", "TechArticle", "ScholarlyArticle", "Report", "SocialMediaPosting", "AdvertiserContentArticle",
	"DiscussionForumPosting", "Review", "Recipe", "PressRelease",
}

// bodyOf gives the text of the article where the page's JSON-LD holds it.
func bodyOf(things []thing) string {
	best := ""
	for _, t := range things {
		if t.is(articleTypes...) {
			for _, s := range stringsOf(t["articleBody"]) {
				if len(s) > len(best) {
					best = s
				}
			}
		}
	}
	if strings.Contains(best, "</") || strings.Contains(best, "&lt;") || strings.Contains(best, "<p") {
		best = stripTags(html.UnescapeString(best))
	}
	return best
}
