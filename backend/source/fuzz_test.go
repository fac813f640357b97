package source

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/go-pdf/fpdf"

	"relais/backend/article"
	"relais/backend/workspace"
)

func FuzzReadOPML(f *testing.F) {
	f.Add([]byte(`<opml version="2.0"><body><outline text="A"><outline text="B" xmlUrl="https://a.example/rss"/></outline></body></opml>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		list, err := ReadOPML(body)
		if err == nil && len(list) > maxListed {
			t.Errorf("%d feeds", len(list))
		}
		for i, l := range list {
			if l.Line != i+1 || l.URL == "" {
				t.Errorf("feed %d: %+v", i, l)
			}
		}
	})
}

// fuzzServices keeps one workspace for all runs.
func fuzzServices(f *testing.F) *Service {
	f.Helper()
	ws, err := workspace.Open(context.Background(), f.TempDir(), workspace.Options{Now: func() time.Time { return noon }})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = ws.Close() })
	return New(ws, article.New(ws), NewFetcher("Relais test"))
}

// FuzzNewsletter reads mails and mailboxes up to what would be stored.
func FuzzNewsletter(f *testing.F) {
	s := fuzzServices(f)
	f.Add([]byte("From: News <news@letter.example>\r\nSubject: One\r\nContent-Type: text/html\r\n\r\n<h1>Hello</h1><p>Text of the letter.</p>"))
	f.Add([]byte("From news@letter.example Mon Nov  2 10:00:00 2026\nFrom: n@l.example\nSubject: A\n\nText\n\nFrom news@letter.example Mon Nov  2 10:00:00 2026\nFrom: n@l.example\n\nB\n"))
	f.Add([]byte("From: n@l.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\nContent-Type: text/html\r\n\r\n" + strings.Repeat(`<p><a href="https://a.example/b/c">A headline of some words</a></p>`, 5) + "\r\n--b--\r\n"))
	f.Fuzz(func(t *testing.T, body []byte) {
		mails := splitMbox(body)
		if len(mails) == 0 || len(mails) > maxMails {
			t.Fatalf("%d mails", len(mails))
		}
		for _, raw := range mails {
			_, _ = Mailing(raw)
			env, err := readMail(raw)
			if err != nil {
				continue
			}
			for _, d := range s.draftsOfMail(env, 1, "News", noon) {
				if d.URL != "" && !strings.HasPrefix(d.URL, "http") {
					t.Errorf("address %q", d.URL)
				}
				if low := strings.ToLower(d.HTML); strings.Contains(low, "<script") || strings.Contains(low, "<iframe") {
					t.Errorf("HTML %q", d.HTML)
				}
			}
		}
	})
}

func FuzzReadPDF(f *testing.F) {
	doc := fpdf.New("P", "mm", "A4", "")
	doc.SetCompression(false)
	doc.AddPage()
	doc.SetFont("Helvetica", "", 12)
	doc.MultiCell(0, 6, "The report tells of the year in plain words.", "", "", false)
	var file bytes.Buffer
	if err := doc.Output(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Fuzz(func(t *testing.T, body []byte) {
		d, err := readPDF("r.pdf", body)
		if err == nil && (d.Text == "" || d.Title == "") {
			t.Errorf("an empty article: %+v", d)
		}
	})
}
