package source

import (
	"errors"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
)

// Limits of a feed.
const (
	MaxFeedBytes = 16 << 20
	maxItems     = 2000
	maxNesting   = 200
)

// Why a feed is not read. The window and the commands have a sentence for each.
var (
	ErrBomb      = errors.New("source: the feed declares entities that grow")
	ErrNotFeed   = errors.New("source: not a feed")
	ErrTooLarge  = errors.New("source: the feed is too large")
	ErrTooDeep   = errors.New("source: the feed nests too deep")
	ErrEmptyFeed = errors.New("source: the file is empty")
)

// Feed is a feed of any kind, its texts plain and its addresses absolute.
type Feed struct {
	Title string
	Type  string // rss, atom, rdf or json
	Site  string
	Self  string // where the feed says that it lives
	TTL   time.Duration
	Items []Item
}

// Item is an entry of a feed.
type Item struct {
	Key       string // what tells it from others: its id, address or title
	Title     string
	URL       string
	Published time.Time
	Author    string
	Summary   string // plain text
	Content   string // HTML as it came, not sanitised
	Image     string
	Tags      []string
}

// ReadFeed reads RSS 0.9 to 2.0, RDF, Atom and JSON Feed, well-formed or
// repaired. contentType is the HTTP header where there was one; address is
// where it came from, for relative links.
func ReadFeed(body []byte, contentType, address string) (f Feed, err error) {
	if len(body) > MaxFeedBytes {
		return Feed{}, ErrTooLarge
	}
	text := strings.TrimSpace(strings.TrimPrefix(decode(body, contentType), "\ufeff"))
	if text == "" {
		return Feed{}, ErrEmptyFeed
	}
	defer func() {
		if r := recover(); r != nil {
			f, err = Feed{}, fmt.Errorf("source: %w: %v", ErrNotFeed, r)
		}
	}()
	if text[0] != '{' {
		if text, err = repair(text); err != nil {
			return Feed{}, err
		}
		if tooDeep(text) {
			return Feed{}, ErrTooDeep
		}
	} else if strings.Count(text, "[")+strings.Count(text, "{") > 200000 {
		return Feed{}, ErrTooDeep
	}
	raw, err := parseFeed(text)
	if err != nil {
		return Feed{}, fmt.Errorf("%w: %w", ErrNotFeed, err)
	}
	return convert(raw, text, address), nil
}

var feedRoot = regexp.MustCompile(`(?i)<(rss|feed|rdf:RDF|RDF|channel)[\s>]`)

// parseFeed gives gofeed the text, and where it stumbles gives it again, mended
// tag by tag.
func parseFeed(text string) (*gofeed.Feed, error) {
	raw, err := gofeed.NewParser().ParseString(text)
	if err == nil || text[0] == '{' || !feedRoot.MatchString(text) {
		return raw, err
	}
	if again, second := gofeed.NewParser().ParseString(mendTags(text)); second == nil {
		return again, nil
	}
	return nil, err
}

// tooDeep says whether elements nest beyond what any feed does.
func tooDeep(text string) bool {
	depth := 0
	for i := 0; i+1 < len(text); i++ {
		if text[i] != '<' {
			continue
		}
		if strings.HasPrefix(text[i:], "<![CDATA[") {
			end := strings.Index(text[i:], "]]>")
			if end < 0 {
				return false
			}
			i += end
			continue
		}
		end := strings.IndexByte(text[i:], '>')
		if end < 0 {
			return false
		}
		switch {
		case text[i+1] == '/':
			depth--
		case beginsName(text[i+1]) && text[i+end-1] != '/':
			depth++
		}
		if depth > maxNesting {
			return true
		}
	}
	return false
}

func beginsName(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0x80
}

func convert(raw *gofeed.Feed, text, address string) Feed {
	base, _ := url.Parse(address)
	if site, err := url.Parse(raw.Link); err == nil && site.IsAbs() {
		base = site
	}
	f := Feed{Title: plain(raw.Title), Type: raw.FeedType, Site: absolute(base, raw.Link), Self: absolute(base, raw.FeedLink), Items: []Item{}}
	if strings.Contains(text[:min(len(text), 2000)], "<rdf:RDF") || strings.Contains(text[:min(len(text), 2000)], "<RDF") {
		f.Type = "rdf"
	}
	for i, it := range raw.Items {
		if i == maxItems {
			break
		}
		if it != nil {
			f.Items = append(f.Items, convertItem(it, base))
		}
	}
	return f
}

func convertItem(it *gofeed.Item, base *url.URL) Item {
	out := Item{Title: plain(it.Title), URL: absolute(base, it.Link), Summary: shortened(plain(it.Description), 2000), Content: it.Content}
	if out.URL == "" {
		for _, l := range it.Links {
			if out.URL = absolute(base, l); out.URL != "" {
				break
			}
		}
	}
	if out.URL == "" && strings.HasPrefix(it.GUID, "http") {
		out.URL = absolute(nil, it.GUID)
	}
	if out.Content == "" {
		out.Content = it.Description
	} else if out.Summary == "" {
		out.Summary = shortened(plain(it.Content), 600)
	}
	if out.Title == "" {
		out.Title = shortened(out.Summary, 80)
	}
	if it.PublishedParsed != nil {
		out.Published = *it.PublishedParsed
	} else if it.UpdatedParsed != nil {
		out.Published = *it.UpdatedParsed
	}
	out.Author = authorsOf(it)
	if it.Image != nil {
		out.Image = absolute(base, it.Image.URL)
	}
	for _, c := range it.Categories {
		if c = plain(c); c != "" && len(out.Tags) < 20 {
			out.Tags = append(out.Tags, c)
		}
	}
	out.Key = it.GUID
	for _, k := range []string{out.URL, out.Title, out.Summary} {
		if out.Key == "" {
			out.Key = k
		}
	}
	return out
}

func authorsOf(it *gofeed.Item) string {
	var names []string
	for _, a := range it.Authors {
		if a == nil {
			continue
		}
		name := plain(a.Name)
		if name == "" {
			name = a.Email
		}
		if name != "" && len(names) < 6 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// absolute resolves ref; only http and https pass.
func absolute(base *url.URL, ref string) string {
	ref = strings.TrimSpace(ref)
	u, err := url.Parse(ref)
	if err != nil || ref == "" {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ""
	}
	return u.String()
}

// cdata marks are left where a feed wrapped its text twice.
var cdata = strings.NewReplacer("<![CDATA[", "", "]]>", "")

var (
	tags     = regexp.MustCompile(`(?s)<(?:/?[A-Za-z!][^<>]*)>`)
	unspoken = regexp.MustCompile(`(?is)<(script|style)\b.*?</(script|style)\s*>`)
)

// plain gives a text without tags, with its entities resolved (twice where a
// feed escaped twice) and white space folded.
func plain(s string) string {
	s = cdata.Replace(s)
	for range 2 {
		if strings.Contains(s, "<") {
			s = tags.ReplaceAllString(unspoken.ReplaceAllString(s, " "), " ")
		}
		if !strings.Contains(s, "&") {
			break
		}
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "<") {
		s = tags.ReplaceAllString(s, " ")
	}
	return strings.Join(strings.Fields(s), " ")
}

func shortened(s string, limit int) string {
	r := []rune(s)
	if len(r) <= limit {
		return s
	}
	cut := string(r[:limit])
	if i := strings.LastIndexByte(cut, ' '); i > limit/2 {
		cut = cut[:i]
	}
	return cut + "…"
}
