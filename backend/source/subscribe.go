package source

import (
	"context"
	"crypto/tls"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"syscall"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"relais/backend/workspace"
)

// Found is a feed that an address leads to.
type Found struct {
	URL   string
	Title string
}

// Subscribe adds the feed at an address that a person typed: the feed itself,
// or a site that names one. It asks it at once and gives the source's id and
// the number of new articles.
func (s *Service) Subscribe(ctx context.Context, address string) (id int64, n int, err error) {
	found, err := s.discoverTyped(ctx, address)
	if err != nil {
		return 0, 0, err
	}
	id, _, err = s.ensure(ctx, Source{Kind: KindFeed, URL: found[0].URL, Title: found[0].Title, PrivateOK: true})
	if err != nil {
		return 0, 0, err
	}
	n, err = s.Check(ctx, id)
	return id, n, err
}

// discoverTyped discovers at an address as a person typed it. Without a scheme
// https is tried first, and http where the host does not speak https at all: a
// certificate that is wrong is no reason to go without one.
func (s *Service) discoverTyped(ctx context.Context, typed string) ([]Found, error) {
	address := withScheme(typed)
	found, err := s.Discover(ctx, address)
	if err == nil || strings.Contains(typed, "://") || !speaksNoTLS(err) {
		return found, err
	}
	plain, plainErr := s.Discover(ctx, "http://"+strings.TrimPrefix(address, "https://"))
	if code := new(workspace.Fault); errors.As(plainErr, &code) && code.Code == "fetch_failed" {
		return nil, err // neither answers: the address that everybody uses is the one to name
	}
	return plain, plainErr
}

// speaksNoTLS says whether nothing listens there, or something that is no TLS.
func speaksNoTLS(err error) bool {
	var record tls.RecordHeaderError
	return errors.Is(err, syscall.ECONNREFUSED) || errors.Is(err, http.ErrSchemeMismatch) || errors.As(err, &record)
}

// withScheme lets a person leave out https://.
func withScheme(address string) string {
	address = strings.TrimSpace(address)
	address = strings.TrimPrefix(address, "feed:")
	if address != "" && !strings.Contains(address, "://") {
		address = "https://" + strings.TrimPrefix(address, "//")
	}
	return address
}

// usual are the places where sites keep a feed that they do not name.
var usual = []string{"/feed", "/feed/", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/blog/feed", "/actualites/rss"}

// Discover finds the feeds of an address, best first; never none without a
// fault.
func (s *Service) Discover(ctx context.Context, address string) ([]Found, error) {
	got, err := s.fetch.Fetch(ctx, Ask{URL: address, Limit: MaxFeedBytes, Accept: acceptFeed + ", text/html;q=0.8", Trusted: address})
	if err != nil {
		return nil, err
	}
	if f, err := ReadFeed(got.Body, got.ContentType, got.URL); err == nil {
		return []Found{{URL: got.URL, Title: f.Title}}, nil
	}
	if found := namedFeeds(got); len(found) > 0 {
		return found, nil
	}
	base, err := url.Parse(got.URL)
	if err != nil {
		return nil, workspace.NewFault("address_invalid", "address", address)
	}
	for _, path := range usual {
		u := *base
		u.Path, u.RawQuery, u.Fragment = path, "", ""
		there, err := s.fetch.Fetch(ctx, Ask{URL: u.String(), Limit: MaxFeedBytes, Accept: acceptFeed, Trusted: address})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			continue
		}
		if f, err := ReadFeed(there.Body, there.ContentType, there.URL); err == nil {
			return []Found{{URL: there.URL, Title: f.Title}}, nil
		}
	}
	return nil, workspace.NewFault("feed_none_found", "address", address)
}

// namedFeeds reads the feeds that a page names in its head; feeds of comments
// come last.
func namedFeeds(page Answer) []Found {
	base, err := url.Parse(page.URL)
	if err != nil {
		return nil
	}
	var first, last []Found
	z := html.NewTokenizer(strings.NewReader(string(page.Body)))
	for n := 0; n < 20000; n++ {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		t := z.Token()
		if t.DataAtom != atom.Link && t.DataAtom != atom.A {
			continue
		}
		at := map[string]string{}
		for _, a := range t.Attr {
			at[a.Key] = strings.TrimSpace(a.Val)
		}
		typ := strings.ToLower(at["type"])
		if !strings.Contains(typ, "rss") && !strings.Contains(typ, "atom") && !strings.Contains(typ, "feed+json") && !strings.Contains(typ, "rdf") {
			continue
		}
		u := absolute(base, at["href"])
		if u == "" {
			continue
		}
		if low := strings.ToLower(at["title"] + u); strings.Contains(low, "comment") {
			last = append(last, Found{URL: u, Title: at["title"]})
		} else {
			first = append(first, Found{URL: u, Title: at["title"]})
		}
	}
	return append(first, last...)
}
