package cli_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"relais/app/cli"
)

// bomb is a file, or a page, that is small and would be large, deep or elsewhere once it is opened.
type bomb struct {
	name string
	args []string // FILE stands for the file, SITE for the address it is served at
	data []byte
	kind string // the Content-Type where it is served
	// harmless says that it is read up to a bound, or refused by a line of the report, instead of by a failure.
	harmless bool
}

// bombs are one of every kind that a person, a site or a mail can hand to Relais.
func bombs(t *testing.T) []bomb {
	t.Helper()
	zeros := func(mb int) io.Reader { return io.LimitReader(zeroes{}, int64(mb)<<20) }
	laughs := laughing()
	deep := strings.Repeat("<div><blockquote>", 50000)
	card := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEMAIL:a@b.example\r\nNOTE:"
	return []bomb{
		{name: "list.xlsx", args: []string{"import", "staff", "FILE"}, data: zipped(t, member{"[Content_Types].xml", strings.NewReader("<Types/>")}, member{"xl/workbook.xml", zeros(280)})},
		{name: "laughs.xlsx", args: []string{"import", "staff", "FILE"}, data: zipped(t, member{"[Content_Types].xml", strings.NewReader(laughs + "<Types>&l9;</Types>")}, member{"xl/workbook.xml", strings.NewReader(laughs + "<workbook>&l9;</workbook>")})},
		{name: "many.xlsx", args: []string{"import", "staff", "FILE"}, data: zipped(t, members(30000)...)},
		{name: "row.csv", args: []string{"import", "staff", "FILE"}, data: []byte("Name;Email\n" + strings.Repeat(`"a;`, 3<<20)), harmless: true},
		{name: "cards.vcf", args: []string{"import", "staff", "FILE"}, data: []byte(card + strings.Repeat("x", 5<<20) + "\r\nEND:VCARD\r\n"), harmless: true},
		{name: "open.vcf", args: []string{"import", "staff", "FILE"}, data: []byte(strings.Repeat("BEGIN:VCARD\r\n", 200000))},
		{name: "past.xlsx", args: []string{"import", "shares", "FILE"}, data: zipped(t, member{"[Content_Types].xml", zeros(280)})},
		{name: "laughs.opml", args: []string{"import", "feeds", "FILE"}, data: []byte(laughs + `<opml version="2.0"><body><outline text="&l9;" xmlUrl="http://a.example/"/></body></opml>`)},
		{name: "deep.opml", args: []string{"import", "feeds", "FILE"}, data: []byte(`<opml version="2.0"><body>` + strings.Repeat("<outline>", 100000))},
		{name: "laughs.xml", args: []string{"inspect", "feed", "FILE"}, data: []byte(laughs + "<rss><channel><item><title>&l9;</title></item></channel></rss>")},
		{name: "deep.json", args: []string{"inspect", "feed", "FILE"}, data: []byte(`{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 1<<20))},
		{name: "deep.html", args: []string{"inspect", "article", "FILE"}, data: []byte("<html><body><article>" + deep), harmless: true},
		{name: "deep.html", args: []string{"clip", "FILE"}, data: []byte("<html><title>t</title><body><article><p>" + strings.Repeat("words ", 300) + deep), harmless: true},
		{name: "attributes.html", args: []string{"inspect", "article", "FILE"}, data: []byte("<html><body " + strings.Repeat("a=b ", 1<<20) + "><p>x"), harmless: true},
		{name: "streams.pdf", args: []string{"clip", "FILE"}, data: document(t)},
		{name: "nested.eml", args: []string{"inspect", "reply", "FILE"}, data: nested(5000), harmless: true},
		{name: "header.eml", args: []string{"inspect", "reply", "FILE"}, data: []byte("From: " + strings.Repeat("a@b.example, ", 1<<18) + "\r\n\r\nshared\r\n"), harmless: true},
		{name: "newsletter.eml", args: []string{"import", "articles", "FILE"}, data: nested(5000), harmless: true},
		{name: "gzip.html", args: []string{"clip", "SITE"}, data: gzipped(t, zeros(100)), kind: "text/html"},
		{name: "gzip.xml", args: []string{"sources", "add", "SITE"}, data: gzipped(t, zeros(100)), kind: "application/rss+xml"},
		{name: "picture.html", args: []string{"clip", "SITE"}, data: []byte(`<html><head><title>A picture</title><meta property="og:image" content="/picture.png"></head><body><article><p>` + strings.Repeat("Enough words to be an article. ", 40) + `</p><img src="/picture.png"></article></body></html>`), kind: "text/html", harmless: true},
		{name: "other.relais", args: []string{"restore", "FILE"}, data: backup(t, zeros(1))},
		{name: "folder.zip", args: []string{"import", "workspace", "FILE"}, data: zipped(t, member{"about.json", strings.NewReader(`{"format":1,"schema":1,"tables":{}}`)}, member{"files/../../evil", strings.NewReader("x")}, member{"../evil", strings.NewReader("x")})},
		{name: "about.zip", args: []string{"import", "workspace", "FILE"}, data: zipped(t, member{"about.json", zeros(100)})},
	}
}

// TestEveryBombIsContained hands each to the command line, as a person would: it ends, in bounded memory, with one
// sentence where it is refused, and nothing is written anywhere but in the workspace.
func TestEveryBombIsContained(t *testing.T) {
	const most = 1 << 30 // bytes allocated in all, most of them gone again at once
	picture := pictureBomb(t)
	for _, b := range bombs(t) {
		t.Run(strings.Join(b.args[:len(b.args)-1], " ")+" "+b.name, func(t *testing.T) {
			outside := t.TempDir()
			home := filepath.Join(outside, "home")
			file := filepath.Join(home, b.name)
			must(t, os.Mkdir(home, 0o700))
			must(t, os.WriteFile(file, b.data, 0o600))
			site := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/picture.png" {
					_, _ = rw.Write(picture)
					return
				}
				rw.Header().Set("Content-Type", b.kind)
				if bytes.HasPrefix(b.data, []byte{0x1f, 0x8b}) {
					rw.Header().Set("Content-Encoding", "gzip")
				}
				_, _ = rw.Write(b.data)
			}))
			defer site.Close()
			args := []string{"--workspace", filepath.Join(outside, "firm")}
			for _, arg := range b.args {
				args = append(args, strings.NewReplacer("FILE", file, "SITE", site.URL+"/").Replace(arg))
			}
			ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
			defer cancel()
			var out, errs bytes.Buffer
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			code := cli.Run(ctx, cli.Env{In: strings.NewReader(""), Out: &out, Err: &errs, Cwd: home, Getenv: func(string) string { return "" }}, args)
			runtime.ReadMemStats(&after)
			said := strings.TrimSpace(errs.String())
			switch {
			case ctx.Err() != nil:
				t.Error("it did not end by itself")
			case b.harmless && code != 0:
				t.Errorf("refused: %s", said)
			case !b.harmless && (code != 1 || !strings.HasPrefix(said, "relais: ")):
				t.Errorf("code %d, %q, printed %.300q", code, said, out.String())
			case strings.Contains(said, "\n") || len(said) > 400:
				t.Errorf("not one sentence: %.600q", said)
			}
			if spent := after.TotalAlloc - before.TotalAlloc; spent > most {
				t.Errorf("%d MB allocated", spent>>20)
			}
			entries, err := os.ReadDir(outside)
			must(t, err)
			for _, entry := range entries {
				if name := entry.Name(); name != "home" && name != "firm" {
					t.Errorf("left outside: %s", name)
				}
			}
		})
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) { clear(p); return len(p), nil }

type member struct {
	name string
	body io.Reader
}

func members(n int) (all []member) {
	for i := range n {
		all = append(all, member{fmt.Sprintf("xl/worksheets/sheet%d.xml", i), strings.NewReader("<worksheet/>")})
	}
	return append(all, member{"[Content_Types].xml", strings.NewReader("<Types/>")})
}

func zipped(t *testing.T, all ...member) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, m := range all {
		w, err := z.Create(m.name)
		must(t, err)
		_, err = io.Copy(w, m.body)
		must(t, err)
	}
	must(t, z.Close())
	return out.Bytes()
}

func gzipped(t *testing.T, from io.Reader) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := io.Copy(w, from)
	must(t, err)
	must(t, w.Close())
	return out.Bytes()
}

// laughing is a document type whose ninth entity is a billion times the first (CVE-2003-1564).
func laughing() string {
	out := `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">`
	for i := range 9 {
		out += fmt.Sprintf("<!ENTITY l%d \"%s\">", i+1, strings.Repeat(fmt.Sprintf("&l%d;", i), 10))
	}
	return out + "]>"
}

// nested is a message within a message, deep times.
func nested(deep int) []byte {
	var out strings.Builder
	out.WriteString("From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n")
	for i := range deep {
		fmt.Fprintf(&out, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	out.WriteString("Content-Type: text/plain\r\n\r\nShared\r\n")
	return []byte(out.String())
}

// document is a PDF whose one stream unpacks to 150 MB.
func document(t *testing.T) []byte {
	t.Helper()
	var stream bytes.Buffer
	w := zlib.NewWriter(&stream)
	_, err := io.Copy(w, io.LimitReader(zeroes{}, 150<<20))
	must(t, err)
	must(t, w.Close())
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	offsets := []int{}
	object := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	object("<</Type/Catalog/Pages 2 0 R>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>")
	object(fmt.Sprintf("<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream", stream.Len(), stream.String()))
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, at)
	return out.Bytes()
}

// pictureBomb is a PNG of a few bytes that says it is 60,000 × 60,000 pixels.
func pictureBomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	out.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, data []byte) {
		must(t, binary.Write(&out, binary.BigEndian, uint32(len(data))))
		body := append([]byte(kind), data...)
		out.Write(body)
		must(t, binary.Write(&out, binary.BigEndian, crc32.ChecksumIEEE(body)))
	}
	head := binary.BigEndian.AppendUint32(nil, 60000)
	chunk("IHDR", append(binary.BigEndian.AppendUint32(head, 60000), 8, 2, 0, 0, 0))
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	_, err := io.Copy(w, io.LimitReader(zeroes{}, 10<<20))
	must(t, err)
	must(t, w.Close())
	chunk("IDAT", packed.Bytes())
	chunk("IEND", nil)
	return out.Bytes()
}

// backup is a backup for another key, whose entries would leave the folder.
func backup(t *testing.T, body io.Reader) []byte {
	t.Helper()
	identity, err := age.GenerateX25519Identity()
	must(t, err)
	var data bytes.Buffer
	sealed, err := age.Encrypt(&data, identity.Recipient())
	must(t, err)
	packed, err := zstd.NewWriter(sealed)
	must(t, err)
	archive := tar.NewWriter(packed)
	must(t, archive.WriteHeader(&tar.Header{Name: "../evil", Mode: 0o600, Size: 1 << 20}))
	_, err = io.Copy(archive, body)
	must(t, err)
	must(t, archive.Close())
	must(t, packed.Close())
	must(t, sealed.Close())
	return zipped(t, member{"public.txt", strings.NewReader(identity.Recipient().String() + "\n")}, member{"data.tar.zst.age", &data})
}
