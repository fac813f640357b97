package source

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// Feeds made to take for ever or to fill the memory are refused or read; either
// way the test comes to its end.
func TestHostileFeeds(t *testing.T) {
	item := "<item><title>x</title><link>https://a.example/1</link></item>"
	rss := func(inside string) string {
		return `<rss version="2.0"><channel><title>T</title>` + inside + `</channel></rss>`
	}
	var laughs strings.Builder
	for i := range 10 {
		fmt.Fprintf(&laughs, `<!ENTITY l%d "&l%d;&l%d;&l%d;&l%d;">`, i+1, i, i, i, i)
	}
	for name, c := range map[string]struct {
		body string
		err  error
	}{
		"billion laughs":       {`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">` + laughs.String() + `]>` + rss("<item><title>&l9;</title></item>"), ErrBomb},
		"quadratic blow-up":    {`<!DOCTYPE r [<!ENTITY a "` + strings.Repeat("a", 50000) + `">]>` + rss("<item><title>"+strings.Repeat("&a;", 20000)+"</title></item>"), nil},
		"parameter entities":   {`<!DOCTYPE r [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd"> %a;]>` + rss(item), nil},
		"crossed tags":         {rss(strings.Repeat("<a></b>", 40000) + item), nil},
		"open tags":            {rss(strings.Repeat("<a>", 40000) + item), ErrTooDeep},
		"closing tags":         {rss(strings.Repeat("</a>", 40000) + item), nil},
		"attributes":           {`<rss version="2.0"` + strings.Repeat(` a="b"`, 40000) + `><channel>` + item + `</channel></rss>`, ErrNotFeed},
		"bare less-than":       {rss(strings.Repeat("< ", 100000) + item), nil},
		"open comments":        {rss(strings.Repeat("<!--", 40000) + item), nil},
		"open CDATA":           {rss(strings.Repeat("<![CDATA[", 40000) + item), nil},
		"references":           {rss("<item><title>" + strings.Repeat("&#x41;", 40000) + "</title></item>"), nil},
		"endless items":        {rss(strings.Repeat("<item><title>x</title></item>", 40000)), nil},
		"too large":            {rss(strings.Repeat("x", MaxFeedBytes)), ErrTooLarge},
		"deep JSON":            {`{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 250000), ErrTooDeep},
		"binary":               {"\x7fELF\x02\x01\x01" + strings.Repeat("\x00\xff", 1000), ErrNotFeed},
		"UTF-16 of nothing":    {"\xff\xfe" + strings.Repeat("\x00\xd8", 1000), ErrNotFeed},
		"encoding that is not": {`<?xml version="1.0" encoding="klingon"?>` + rss(item), nil},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := ReadFeed([]byte(c.body), "", "https://feed.example/")
			if !errors.Is(err, c.err) {
				t.Fatalf("err = %.200v, want %v", err, c.err)
			}
			if len(f.Items) > maxItems {
				t.Errorf("%d items", len(f.Items))
			}
		})
	}
}

func TestHostileLists(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want int // feeds, or -1 for a refusal
	}{
		"bomb":    {`<!DOCTYPE o [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example"/></body></opml>`, -1},
		"deep":    {"<opml><body>" + strings.Repeat("<outline text='x'>", 100000), -1},
		"crossed": {"<opml><body>" + strings.Repeat("<outline></x>", 100000) + "</body></opml>", 0},
		"many":    {"<opml><body>" + strings.Repeat(`<outline xmlUrl="https://a.example/1"/>`, 100000) + "</body></opml>", maxListed},
		"a page":  {"<html><body>hello</body></html>", -1},
		"nothing": {"", -1},
	} {
		t.Run(name, func(t *testing.T) {
			list, err := ReadOPML([]byte(c.body))
			if (err != nil) != (c.want < 0) || err == nil && len(list) != c.want {
				t.Errorf("%d feeds, err %.200v, want %d", len(list), err, c.want)
			}
		})
	}
}

// Addresses written so that they do not look private are dialled as what they
// are, or not at all.
func TestHostileAddresses(t *testing.T) {
	private := serve(t, func(rw http.ResponseWriter, _ *http.Request) { fmt.Fprint(rw, "secret") })
	port := private[strings.LastIndexByte(private, ':'):]
	f := NewFetcher("Relais test")
	for _, host := range []string{
		"127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "localhost", "LOCALHOST.", "[::1]", "[::ffff:127.0.0.1]",
		"[::ffff:7f00:1]", "[0:0:0:0:0:ffff:7f00:0001]", "0", "0.0.0.0", "[::]", "127.0.0.1.", "ip6-localhost", "user:pass@127.0.0.1", "a.example@127.0.0.1", "１２７.0.0.1",
	} {
		if got, err := f.Fetch(context.Background(), Ask{URL: "http://" + host + port + "/", Limit: 1 << 20}); err == nil {
			t.Errorf("%s answers %q", host, got.Body)
		}
	}
	for _, address := range []string{"file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/x", "data:text/html,x", "//127.0.0.1/", "javascript:1", "http://", "http:/x", " ", "http://a\x00b/", "unix:///run/x"} {
		if _, err := f.Fetch(context.Background(), Ask{URL: address, Limit: 1 << 20, Trusted: address}); code(err) != "address_invalid" {
			t.Errorf("%q: %v", address, err)
		}
	}
}
