package source

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func corpus(t testing.TB, sub string) string {
	t.Helper()
	dir := os.Getenv("RELAIS_CORPUS")
	if dir == "" {
		t.Skip("RELAIS_CORPUS is not set: this test reads real feeds from there")
	}
	return filepath.Join(dir, sub)
}

func TestCorpusFeeds(t *testing.T) {
	files, _ := filepath.Glob(corpus(t, "feeds") + "/*.xml")
	if len(files) == 0 {
		t.Fatal("the folder of feeds is empty")
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f, err := ReadFeed(raw, "", "https://feed.example/")
			if err != nil {
				t.Fatalf("refused: %v", err)
			}
			t.Logf("%s %q, %d items", f.Type, f.Title, len(f.Items))
			if strings.ContainsRune(f.Title, '\uFFFD') {
				t.Errorf("the title is garbled: %q", f.Title)
			}
		})
	}
}

func TestReadFeed(t *testing.T) {
	const rss = `<rss version="2.0"><channel><title>T</title><item><title>%s</title><link>/a</link></item></channel></rss>`
	for name, c := range map[string]struct {
		body, title string
		err         error
	}{
		"html entity":         {strings.Replace(rss, "%s", "caf&eacute; &amp; th&#233;", 1), "café & thé", nil},
		"bare ampersand":      {strings.Replace(rss, "%s", "R&D at Q&A", 1), "R&D at Q&A", nil},
		"control characters":  {strings.Replace(rss, "%s", "a\x08b\x00c", 1), "abc", nil},
		"tags in title":       {strings.Replace(rss, "%s", "&lt;b&gt;bold&lt;/b&gt; move", 1), "bold move", nil},
		"leading junk":        {"\n\n junk " + strings.Replace(rss, "%s", "x", 1), "x", nil},
		"unclosed":            {`<rss version="2.0"><channel><title>T</title><item><title>x</title><link>/a</link>`, "x", nil},
		"stray less-than":     {strings.Replace(rss, "%s", "3 < 4", 1), "3 < 4", nil},
		"latin-1 undeclared":  {strings.Replace(rss, "%s", "d\xE9j\xE0 \xE9lu \xE0 Nantes", 1), "déjà élu à Nantes", nil},
		"json":                {`{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","url":"https://a.example/1","title":"x","content_text":"y"}]}`, "x", nil},
		"billion laughs":      {`<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><rss version="2.0"><channel><title>&lol2;</title></channel></rss>`, "", ErrBomb},
		"external entity":     {`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>a&x;b</title></item></channel></rss>`, "a&x;b", nil},
		"a web page":          {"<!doctype html><html><body>hello</body></html>", "", ErrNotFeed},
		"empty":               {"  \n", "", ErrEmptyFeed},
		"deep":                {"<rss><channel>" + strings.Repeat("<a>", 100000), "", ErrTooDeep},
		"quoteless attribute": {`<rss version=2.0><channel><title>T</title><item><title>x</title></item></channel></rss>`, "x", nil},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := ReadFeed([]byte(c.body), "", "https://feed.example/rss")
			if !errors.Is(err, c.err) {
				t.Fatalf("err = %v, want %v", err, c.err)
			}
			if err == nil && (len(f.Items) != 1 || f.Items[0].Title != c.title) {
				t.Errorf("items = %+v, want one titled %q", f.Items, c.title)
			}
		})
	}
}

func FuzzReadFeed(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><title>T</title><item><title>x</title></item></channel></rss>`))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>x</title></entry></feed>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		feed, err := ReadFeed(body, "", "https://feed.example/")
		if err == nil && feed.Items == nil {
			t.Error("nil items")
		}
	})
}
