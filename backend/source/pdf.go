package source

import (
	"bytes"
	"path/filepath"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"

	"relais/backend/article"
	"relais/backend/extract"
	"relais/backend/workspace"
)

const (
	maxPDFPages = 300
	maxPDFText  = 2 << 20
	pdfTime     = 20 * time.Second
)

// readPDF takes the text out of a PDF. Reading is bounded in pages, text and
// time: the library recurses over what the file says.
func readPDF(name string, body []byte) (article.Draft, error) {
	type result struct {
		d   article.Draft
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- result{err: workspace.NewFault("pdf_unreadable", "file", name)}
			}
		}()
		d, err := pdfText(name, body)
		done <- result{d, err}
	}()
	select {
	case r := <-done:
		return r.d, r.err
	case <-time.After(pdfTime):
		return article.Draft{}, workspace.NewFault("pdf_unreadable", "file", name)
	}
}

func pdfText(name string, body []byte) (article.Draft, error) {
	r, err := pdf.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		return article.Draft{}, workspace.NewFault("pdf_unreadable", "file", name).Wrap(err)
	}
	var sb strings.Builder
	fonts := map[string]*pdf.Font{}
	for i := 1; i <= min(r.NumPage(), maxPDFPages) && sb.Len() < maxPDFText; i++ {
		page := r.Page(i)
		if page.V.IsNull() {
			continue
		}
		for _, f := range page.Fonts() {
			if fonts[f] == nil {
				font := page.Font(f)
				fonts[f] = &font
			}
		}
		text, err := page.GetPlainText(fonts)
		if err != nil {
			continue
		}
		sb.WriteString(text)
		sb.WriteByte('\n')
	}
	text := foldPDF(sb.String())
	if len(strings.Fields(text)) < 5 {
		return article.Draft{}, workspace.NewFault("pdf_no_text", "file", name)
	}
	d := draftOfPlain(text)
	d.Text = text
	info := r.Trailer().Key("Info")
	if t := plain(info.Key("Title").Text()); t != "" && !strings.HasPrefix(t, "Microsoft Word") {
		d.Title = t
	}
	if d.Title == "" {
		d.Title = strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	}
	d.Byline = plain(info.Key("Author").Text())
	d.Language = extract.GuessLanguage(text)
	d.Full = true
	return d, nil
}

// foldPDF joins the lines of a paragraph: a line that ends no sentence goes on.
func foldPDF(s string) string {
	var out []string
	cur := ""
	for line := range strings.SplitSeq(strings.ToValidUTF8(s, ""), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		switch {
		case line == "":
			if cur != "" {
				out = append(out, cur)
			}
			cur = ""
			continue
		case cur == "":
			cur = line
		case strings.HasSuffix(cur, "-"):
			cur = strings.TrimSuffix(cur, "-") + line
		default:
			cur += " " + line
		}
		if strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") {
			out = append(out, cur)
			cur = ""
		}
	}
	if cur != "" {
		out = append(out, cur)
	}
	return strings.Join(out, "\n")
}
