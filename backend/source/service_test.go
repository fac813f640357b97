package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-pdf/fpdf"

	"relais/backend/article"
	"relais/backend/workspace"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func services(t *testing.T) (*Service, *article.Service) {
	t.Helper()
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	lib := article.New(ws)
	return New(ws, lib, NewFetcher("Relais test")), lib
}

func serve(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return srv.URL
}

func code(err error) string {
	var f *workspace.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return fmt.Sprint(err)
}

const twoItems = `<rss version="2.0"><channel><title>News of Example</title><link>%s/</link>
<item><title>First thing</title><link>%s/1</link><guid>1</guid><description>About the first thing.</description></item>
<item><title>Second thing</title><link>%s/2</link><guid>2</guid><description>About the second thing.</description></item></channel></rss>`

func TestFetchRefuses(t *testing.T) {
	private := serve(t, func(rw http.ResponseWriter, _ *http.Request) { fmt.Fprint(rw, "secret") })
	var mux http.ServeMux
	mux.HandleFunc("/big", func(rw http.ResponseWriter, _ *http.Request) {
		for range 1 << 12 {
			if _, err := rw.Write(make([]byte, 1<<12)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/bomb", func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(rw)
		for range 1 << 12 {
			if _, err := z.Write(make([]byte, 1<<14)); err != nil {
				return
			}
		}
		_ = z.Close()
	})
	mux.HandleFunc("/loop", func(rw http.ResponseWriter, r *http.Request) { http.Redirect(rw, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/inside", func(rw http.ResponseWriter, r *http.Request) { http.Redirect(rw, r, private, http.StatusFound) })
	mux.HandleFunc("/file", func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Location", "file:///etc/passwd")
		rw.WriteHeader(http.StatusFound)
	})
	site := serve(t, mux.ServeHTTP)
	f := NewFetcher("Relais test")
	for name, c := range map[string]struct{ url, trusted, want string }{
		"loopback":            {private, "", "address_private"},
		"typed loopback":      {private, private, ""},
		"trusted other port":  {private, site, "address_private"},
		"redirect to private": {site + "/inside", site, "address_private"},
		"endless body":        {site + "/big", site, "fetch_too_large"},
		"gzip bomb":           {site + "/bomb", site, "fetch_too_large"},
		"endless redirects":   {site + "/loop", site, "fetch_redirects"},
		"redirect to a file":  {site + "/file", site, "fetch_leads_off"},
		"file":                {"file:///etc/passwd", "file:///etc/passwd", "address_invalid"},
		"not there":           {site + "/none", site, "fetch_status"},
		"name for loopback":   {strings.Replace(private, "127.0.0.1", "localhost", 1), "", "address_private"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := f.Fetch(context.Background(), Ask{URL: c.url, Limit: 1 << 20, Trusted: c.trusted})
			if c.want == "" && err != nil || c.want != "" && code(err) != c.want {
				t.Errorf("err = %v, want %q", err, c.want)
			}
		})
	}
	for _, address := range []string{"10.0.0.1:80", "192.168.1.1:80", "169.254.169.254:80", "[::1]:80", "[fe80::1]:80", "0.0.0.0:80", "[::ffff:127.0.0.1]:80", "100.64.0.1:80", "[64:ff9b::7f00:1]:80", "[fd00::1]:80"} {
		if refusePrivate(address) == nil {
			t.Errorf("%s is let through", address)
		}
	}
	if err := refusePrivate("93.184.216.34:443"); err != nil {
		t.Errorf("a public address is refused: %v", err)
	}
}

func TestSubscribeAndPoll(t *testing.T) {
	s, lib := services(t)
	ctx := context.Background()
	var asked, conditional atomic.Int32
	var base string
	base = serve(t, func(rw http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			fmt.Fprint(rw, `<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments"><link rel="alternate" type="application/rss+xml" href="/rss"></head></html>`)
		case "/rss":
			asked.Add(1)
			rw.Header().Set("ETag", `"v1"`)
			if r.Header.Get("If-None-Match") == `"v1"` {
				conditional.Add(1)
				rw.WriteHeader(http.StatusNotModified)
				return
			}
			fmt.Fprintf(rw, twoItems, base, base, base)
		case "/1":
			fmt.Fprint(rw, `<html lang=en><head><title>First thing</title></head><body><article><h1>First thing</h1>`+strings.Repeat("<p>The whole story of the first thing is told here, with commas, and at length enough.</p>", 8)+`</article></body></html>`)
		default:
			http.NotFound(rw, r)
		}
	})
	id, n, err := s.Subscribe(ctx, base)
	if err != nil || n != 2 {
		t.Fatalf("subscribe: %d new, %v", n, err)
	}
	got, err := s.Poll(ctx, true, nil)
	if err != nil || got.New != 0 || got.Asked != 1 || conditional.Load() != 1 {
		t.Fatalf("poll: %+v, %v, conditional %d", got, err, conditional.Load())
	}
	if got, _ = s.Poll(ctx, false, nil); got.Asked != 0 {
		t.Errorf("asked again before the hour: %+v", got)
	}
	list, _ := s.List(ctx)
	if len(list) != 1 || list[0].ID != id || list[0].Title != "News of Example" || list[0].Waiting != 2 {
		t.Fatalf("list %+v", list)
	}
	first, _ := lib.ByAddress(ctx, base+"/1")
	if _, err := lib.Triage(ctx, article.Kept, first); err != nil {
		t.Fatal(err)
	}
	if n, err := s.CopyKept(ctx, true, nil); n != 1 || err != nil {
		t.Fatalf("copy: %d, %v", n, err)
	}
	body, _ := lib.Body(ctx, first)
	if !strings.Contains(body.Text, "whole story") {
		t.Errorf("the copy is not whole: %q", body.Text)
	}
}

func TestNewestOnTop(t *testing.T) {
	item := `<item><title>%s</title><link>http://news.example/%s</link><description>About it.</description>%s</item>`
	dated := func(day string) string { return "<pubDate>Mon, " + day + " Nov 2026 08:00:00 GMT</pubDate>" }
	for name, feed := range map[string]string{
		"without dates, newest first": fmt.Sprintf(item, "c", "c", "") + fmt.Sprintf(item, "b", "b", "") + fmt.Sprintf(item, "a", "a", ""),
		"dated, oldest first":         fmt.Sprintf(item, "a", "a", dated("02")) + fmt.Sprintf(item, "b", "b", dated("09")) + fmt.Sprintf(item, "c", "c", dated("16")),
	} {
		s, lib := services(t)
		ctx := context.Background()
		base := serve(t, func(rw http.ResponseWriter, _ *http.Request) {
			fmt.Fprint(rw, `<rss version="2.0"><channel><title>News</title>`+feed+`</channel></rss>`)
		})
		if _, n, err := s.Subscribe(ctx, base+"/rss"); err != nil || n != 3 {
			t.Fatalf("%s: %d new, %v", name, n, err)
		}
		page, err := lib.List(ctx, article.Filter{State: article.Inbox}, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := lib.Rows(ctx, page.IDs)
		if err != nil || len(rows) != 3 {
			t.Fatalf("%s: %d rows, %v", name, len(rows), err)
		}
		if got := rows[0].Title + rows[1].Title + rows[2].Title; got != "cba" {
			t.Errorf("%s: listed %q", name, got)
		}
	}
}

func TestPollFailures(t *testing.T) {
	s, _ := services(t)
	ctx := context.Background()
	base := serve(t, func(rw http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			rw.WriteHeader(http.StatusGone)
		case "/moved":
			http.Redirect(rw, r, "/new", http.StatusMovedPermanently)
		case "/new":
			fmt.Fprintf(rw, twoItems, "http://a.example", "http://a.example", "http://a.example")
		default:
			fmt.Fprint(rw, "<html>no feed</html>")
		}
	})
	busy := serve(t, func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Retry-After", "7200")
		rw.WriteHeader(http.StatusTooManyRequests)
	})
	_, err := s.ImportFeeds(ctx, "f.opml", []byte(`<opml version="2.0"><body><outline text="Watch">
		<outline text="Busy" xmlUrl="`+busy+`/busy"/><outline text="Gone" xmlUrl="`+base+`/gone"/><outline text="Moved" xmlUrl="`+base+`/moved"/>
		<outline text="Page" xmlUrl="`+base+`/page"/><outline text="File" xmlUrl="file:///etc/passwd"/></outline></body></opml>`), false)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Poll(ctx, true, nil)
	if err != nil || got.Asked != 4 || got.Failed != 3 || got.New != 2 {
		t.Fatalf("poll %+v, %v", got, err)
	}
	list, _ := s.List(ctx)
	by := map[string]Line{}
	for _, l := range list {
		by[l.Title] = l
	}
	if by["Busy"].NextAt != workspace.At(noon.Add(2*time.Hour)) || !strings.Contains(by["Busy"].Fault, "fetch_later") {
		t.Errorf("busy: %+v", by["Busy"])
	}
	if by["Gone"].State != Gone || by["Moved"].URL != base+"/new" || !strings.Contains(by["Page"].Fault, "feed_not_a_feed") || by["Page"].Folder != "Watch" {
		t.Errorf("list: %+v", by)
	}
	var out bytes.Buffer
	if err := s.ExportFeeds(ctx, &out, "Relais"); err != nil {
		t.Fatal(err)
	}
	back, err := ReadOPML(out.Bytes())
	if err != nil || len(back) != 4 || back[0].Folder != "Watch" {
		t.Errorf("exported %+v, %v", back, err)
	}
}

func TestNewsletter(t *testing.T) {
	s, lib := services(t)
	ctx := context.Background()
	mail := func(body string) []byte {
		return []byte("From: La Lettre <news@letter.example>\r\nSubject: =?utf-8?q?La_lettre_d=27_octobre?=\r\nMessage-ID: <1@letter.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
	}
	var links strings.Builder
	for i := range 6 {
		fmt.Fprintf(&links, `<p><a href="https://site%d.example/a/%d?utm_source=nl">Un titre assez long numéro %d</a></p><p>Ce que dit l’article.</p>`, i, i, i)
	}
	got, err := s.Newsletter(ctx, mail(links.String()+`<a href="https://letter.example/unsubscribe">Se désabonner de cette lettre ici</a>`))
	if err != nil || len(got) != 6 {
		t.Fatalf("list: %+v, %v", got, err)
	}
	if again, err := s.Newsletter(ctx, mail("x")); err != nil || len(again) != 0 {
		t.Errorf("the same mail came in twice: %+v, %v", again, err)
	}
	one := bytes.Replace(mail("<h1>Bonjour</h1>"+strings.Repeat("<p>Un long texte qui se lit d’une traite, avec des virgules, et des phrases entières.</p>", 6)), []byte("<1@"), []byte("<2@"), 1)
	got, err = s.Newsletter(ctx, one)
	if err != nil || len(got) != 1 {
		t.Fatalf("one: %+v, %v", got, err)
	}
	row, _ := lib.Get(ctx, got[0].ID)
	if row.Title != "La lettre d' octobre" || row.Source != "La Lettre" || row.Origin != article.FromNewsletter {
		t.Errorf("row %+v", row)
	}
	mbox := append(append([]byte("From news@letter.example Mon Nov  2 10:00:00 2026\r\n"), bytes.Replace(one, []byte("<2@"), []byte("<3@"), 1)...), append([]byte("\r\nFrom news@letter.example Mon Nov  2 10:00:00 2026\r\n"), bytes.Replace(one, []byte("<2@"), []byte("<4@"), 1)...)...)
	if got, err := s.ClipFile(ctx, "a.mbox", mbox); err != nil || len(got) != 2 {
		t.Errorf("mbox: %+v, %v", got, err)
	}
}

func TestClip(t *testing.T) {
	s, lib := services(t)
	ctx := context.Background()
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetTitle("Rapport annuel", true)
	doc.AddPage()
	doc.SetFont("Helvetica", "", 12)
	doc.MultiCell(0, 6, strings.Repeat("The report tells of the year in plain words. ", 20), "", "", false)
	var file bytes.Buffer
	if err := doc.Output(&file); err != nil {
		t.Fatal(err)
	}
	got, err := s.ClipFile(ctx, "r.pdf", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	body, _ := lib.Body(ctx, got[0].ID)
	row, _ := lib.Get(ctx, got[0].ID)
	if !strings.Contains(body.Text, "tells of the year") || row.Title != "Rapport annuel" {
		t.Errorf("pdf: %q %q", row.Title, body.Text)
	}
	if _, err := s.ClipFile(ctx, "x.pdf", []byte("%PDF-1.4 broken")); code(err) != "pdf_unreadable" {
		t.Errorf("broken pdf: %v", err)
	}
	text, err := s.ClipText(ctx, "Un titre collé\n\nEt le texte collé lui-même, sur plusieurs mots.")
	if err != nil {
		t.Fatal(err)
	}
	if row, _ := lib.Get(ctx, text.ID); row.Title != "Un titre collé" || row.Origin != article.FromPaste {
		t.Errorf("paste: %+v", row)
	}
	if _, err := s.ClipText(ctx, "http://127.0.0.1:9/nothing"); code(err) != "fetch_failed" {
		t.Errorf("typed address: %v", err)
	}
	sug, err := s.Suggest(ctx, "http://10.1.2.3/internal", "", Who{StaffID: 7, Name: "Léa"})
	if err != nil {
		t.Fatal(err)
	}
	if row, _ := lib.Get(ctx, sug.ID); row.SuggestedName != "Léa" || row.Origin != article.FromSuggestion {
		t.Errorf("suggestion: %+v", row)
	}
}

func TestMailing(t *testing.T) {
	for name, c := range map[string]struct {
		header string
		want   bool
	}{
		"newsletter":    {"From: News <News@Letter.example>\r\nList-Id: <news.letter.example>\r\n", true},
		"unsubscribe":   {"From: news@letter.example\r\nList-Unsubscribe: <mailto:x@letter.example>\r\n", true},
		"a person":      {"From: lea@example.test\r\nSubject: Partagé\r\n", false},
		"an answer":     {"From: lea@example.test\r\nList-Id: <x.example>\r\nIn-Reply-To: <r.x@example.test>\r\n", false},
		"on leave":      {"From: lea@example.test\r\nList-Id: <x.example>\r\nAuto-Submitted: auto-replied\r\n", false},
		"a bounce":      {"From: mailer-daemon@example.test\r\nList-Id: <x.example>\r\nContent-Type: multipart/report; boundary=b\r\n", false},
		"without From":  {"List-Id: <x.example>\r\n", false},
		"broken header": {"From news\r\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			from, got := Mailing([]byte(c.header + "\r\nbody\r\n"))
			if got != c.want || got && from != "news@letter.example" {
				t.Errorf("got %q %v, want %v", from, got, c.want)
			}
		})
	}
}
