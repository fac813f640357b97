package company

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"
)

//go:embed page.html
var pageHTML string

// Site serves the sample's articles as web pages with the metadata that real ones
// have, and as one RSS feed a topic and language.
type Site struct {
	base     string
	articles map[string]Article
	order    []Article
	page     *template.Template
}

// NewSite serves articles under base, such as http://127.0.0.1:4000.
func NewSite(base string, articles []Article) (*Site, error) {
	page, err := template.New("page").Parse(pageHTML)
	if err != nil {
		return nil, fmt.Errorf("company: page: %w", err)
	}
	s := &Site{base: base, articles: map[string]Article{}, order: articles, page: page}
	for _, a := range articles {
		s.articles[a.Slug] = a
	}
	return s, nil
}

// URL is where an article stands.
func (s *Site) URL(a Article) string { return s.base + "/" + a.Slug + ".html" }

// Feed is one of the site's feeds.
type Feed struct{ Title, URL, Language, Topic string }

// Feeds lists one feed a topic and language, in which there are articles.
func (s *Site) Feeds() []Feed {
	feeds := []Feed{}
	for _, language := range []string{"fr", "en"} {
		for _, topic := range Topics {
			if len(s.of(language, topic.Key)) > 0 {
				feeds = append(feeds, Feed{
					Title: topic.Name[language] + " · Ormeline", Language: language, Topic: topic.Key,
					URL: fmt.Sprintf("%s/%s/%s.xml", s.base, language, topic.Key),
				})
			}
		}
	}
	return feeds
}

func (s *Site) of(language, topic string) []Article {
	found := []Article{}
	for _, a := range s.order {
		// Offers, news and events come in by address, as HR would clip them.
		if a.Language == language && a.Topic == topic && a.Kind == KindArticle {
			found = append(found, a)
		}
	}
	return found
}

// ServeHTTP gives a page, a feed, or 404.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if slug, ok := strings.CutSuffix(name, ".html"); ok {
		if a, known := s.articles[slug]; known {
			s.servePage(w, a)
			return
		}
	}
	if rest, ok := strings.CutSuffix(name, ".xml"); ok {
		language, topic, _ := strings.Cut(rest, "/")
		if articles := s.of(language, topic); len(articles) > 0 {
			s.serveFeed(w, language, topic, articles)
			return
		}
	}
	http.NotFound(w, r)
}

func (s *Site) servePage(w http.ResponseWriter, a Article) {
	var out bytes.Buffer
	data := struct {
		Article
		URL    string
		Data   template.JS
		Blocks []Block
	}{a, s.URL(a), template.JS(s.linkedData(a)), a.Body} //nolint:gosec // made from our own texts by encoding/json, which escapes < and >
	if err := s.page.Execute(&out, data); err != nil {
		http.Error(w, "page", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(out.Bytes())
}

// linkedData is the page's JSON-LD (schema.org NewsArticle, JobPosting, Event).
func (s *Site) linkedData(a Article) string {
	data := map[string]any{
		"@context": "https://schema.org", "url": s.URL(a), "inLanguage": a.Language,
		"datePublished": a.Published.Format(time.RFC3339),
	}
	place := map[string]any{"@type": "Place", "address": map[string]any{"@type": "PostalAddress", "addressLocality": a.Place}}
	switch a.Kind {
	case KindOffer:
		data["@type"], data["title"], data["description"] = "JobPosting", a.Title, a.Lead
		data["datePosted"], data["validThrough"] = a.Published.Format(time.DateOnly), a.Closes.Format(time.DateOnly)
		data["employmentType"], data["jobLocation"] = a.Contract, place
		data["hiringOrganization"] = map[string]any{"@type": "Organization", "name": Name}
	case KindEvent:
		data["@type"], data["name"], data["description"] = "Event", a.Title, a.Lead
		data["startDate"], data["location"] = a.Starts.Format(time.DateOnly), place
	default:
		data["@type"], data["headline"], data["description"] = "NewsArticle", a.Title, a.Lead
		data["publisher"] = map[string]any{"@type": "Organization", "name": Name}
		if a.Author != "" {
			data["author"] = map[string]any{"@type": "Person", "name": a.Author}
		}
	}
	text, err := json.Marshal(data)
	if err != nil {
		return "{}"
	}
	return string(text)
}

type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	Description string    `xml:"description"`
	Language    string    `xml:"language"`
	Items       []rssItem `xml:"item"`
}

type rssItem struct {
	Title       string `xml:"title"`
	Link        string `xml:"link"`
	GUID        string `xml:"guid"`
	PubDate     string `xml:"pubDate"`
	Description string `xml:"description"`
}

func (s *Site) serveFeed(w http.ResponseWriter, language, topic string, articles []Article) {
	channel := rssChannel{Title: TopicName(topic, language) + " · Ormeline", Link: s.base + "/", Description: Name, Language: language}
	for _, a := range articles {
		channel.Items = append(channel.Items, rssItem{
			Title: a.Title, Link: s.URL(a), GUID: s.URL(a), Description: a.Lead,
			PubDate: a.Published.Format(time.RFC1123Z),
		})
	}
	w.Header().Set("Content-Type", "application/rss+xml; charset=utf-8")
	_, _ = w.Write([]byte(xml.Header))
	_ = xml.NewEncoder(w).Encode(rss{Version: "2.0", Channel: channel})
}

// All gives every article, newest first.
func (s *Site) All() []Article { return s.order }

// Clips are the articles that no feed carries.
func (s *Site) Clips() []Article {
	found := []Article{}
	for _, a := range s.order {
		if a.Kind != KindArticle {
			found = append(found, a)
		}
	}
	return found
}

// Article finds one by its slug.
func (s *Site) Article(slug string) (Article, error) {
	a, ok := s.articles[slug]
	if !ok {
		return a, fmt.Errorf("company: no article %q", slug)
	}
	return a, nil
}
