package source

import (
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"

	"relais/backend/article"
	"relais/backend/extract"
	"relais/backend/workspace"
)

const acceptPage = "text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.5"

// MaxFile is the largest file that is taken in.
const MaxFile = 48 << 20

// Who says who proposed an article; the zero value is nobody but HR.
type Who struct {
	StaffID int64
	Name    string
}

// Clip takes in the page at an address that a person typed or pasted, with its
// pictures.
func (s *Service) Clip(ctx context.Context, address string) (article.Added, error) {
	return s.clipFor(ctx, withScheme(address), withScheme(address), Who{})
}

// Suggest takes in what a staff member proposed: an address, with the name of
// who proposed it. Where the page does not answer now, the address itself is
// kept. A private address that came by mail is not opened.
func (s *Service) Suggest(ctx context.Context, address, title string, who Who) (article.Added, error) {
	added, err := s.clipFor(ctx, address, "", who)
	if err == nil || ctx.Err() != nil {
		return added, err
	}
	if title == "" {
		title = address
	}
	got, err := s.library.Add(ctx, article.Draft{Title: title, URL: address, Origin: article.FromSuggestion, SuggestedBy: who.StaffID, SuggestedName: who.Name})
	if err != nil {
		return article.Added{}, err
	}
	return got[0], nil
}

func (s *Service) clipFor(ctx context.Context, address, trusted string, who Who) (article.Added, error) {
	got, err := s.fetch.Fetch(ctx, Ask{URL: address, Limit: MaxFile, Accept: acceptPage, Trusted: trusted})
	if err != nil {
		return article.Added{}, plainFault(address, err)
	}
	d, picture, err := s.draftOf(got)
	if err != nil {
		return article.Added{}, err
	}
	d.Origin = article.FromClip
	if who != (Who{}) {
		d.Origin, d.SuggestedBy, d.SuggestedName = article.FromSuggestion, who.StaffID, who.Name
	}
	added, err := s.library.Add(ctx, d)
	if err != nil {
		return article.Added{}, err
	}
	return added[0], s.pictures(ctx, added[0].ID, picture, trusted)
}

// plainFault turns the signals between fetcher and poll into faults.
func plainFault(address string, err error) error {
	var wants *later
	var ended *gone
	switch {
	case errors.As(err, &wants):
		return workspace.NewFault("fetch_status", "address", address, "status", wants.status)
	case errors.As(err, &ended):
		return workspace.NewFault("fetch_status", "address", address, "status", http.StatusGone)
	}
	return err
}

// draftOf reads an answer by its type.
func (s *Service) draftOf(got Answer) (article.Draft, string, error) {
	typ, _, err := mime.ParseMediaType(got.ContentType)
	if err != nil || typ == "application/octet-stream" {
		typ, _, _ = mime.ParseMediaType(http.DetectContentType(got.Body))
	}
	switch {
	case typ == "application/pdf" || bytes.HasPrefix(got.Body, []byte("%PDF-")):
		d, err := readPDF(got.URL, got.Body)
		d.URL = got.URL
		return d, "", err
	case typ == "text/plain":
		d := draftOfPlain(extract.Decode(got.Body, got.ContentType))
		d.URL = got.URL
		return d, "", nil
	case strings.Contains(typ, "html") || typ == "" || strings.HasSuffix(typ, "xml"):
		d, picture, err := s.library.DraftOf(extract.Page{Body: got.Body, ContentType: got.ContentType, URL: got.URL})
		if errors.Is(err, extract.ErrEmpty) && d.Title == "" {
			return d, picture, workspace.NewFault("page_empty", "file", got.URL)
		}
		if err != nil && !errors.Is(err, extract.ErrEmpty) {
			return d, picture, workspace.NewFault("page_unreadable", "file", got.URL).Wrap(err)
		}
		return d, picture, nil
	}
	return article.Draft{}, "", workspace.NewFault("fetch_type", "address", got.URL, "type", typ)
}

// ClipFile takes in a file: a saved page, a PDF, a mail, a mailbox or a text.
func (s *Service) ClipFile(ctx context.Context, name string, body []byte) ([]article.Added, error) {
	short := filepath.Base(name)
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case len(body) > MaxFile:
		return nil, workspace.NewFault("fetch_too_large", "address", short, "limit", MaxFile>>20)
	case ext == ".eml" || ext == ".mbox" || ext == ".mbx" || bytes.HasPrefix(body, []byte("From ")):
		return s.ClipMail(ctx, short, body)
	case ext == ".pdf" || bytes.HasPrefix(body, []byte("%PDF-")):
		d, err := readPDF(short, body)
		if err != nil {
			return nil, err
		}
		d.Origin = article.FromFile
		return s.library.Add(ctx, d)
	case ext == ".txt" || ext == ".md":
		d := draftOfPlain(extract.Decode(body, ""))
		d.Origin = article.FromFile
		return s.library.Add(ctx, d)
	}
	d, _, err := s.library.DraftOf(extract.Page{Body: body})
	if err != nil {
		return nil, workspace.NewFault("page_empty", "file", short).Wrap(err)
	}
	d.Origin = article.FromFile
	return s.library.Add(ctx, d)
}

var (
	oneAddress = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
	anyTag     = regexp.MustCompile(`(?i)</?(p|div|a|h[1-6]|article|html|body|br|span|li|img)\b[^>]*>`)
)

// ClipText takes in what was pasted or dropped: an address, HTML or text.
func (s *Service) ClipText(ctx context.Context, text string) (article.Added, error) {
	text = strings.TrimSpace(text)
	if oneAddress.MatchString(text) {
		return s.Clip(ctx, text)
	}
	if text == "" || len(text) > extract.MaxBytes {
		return article.Added{}, workspace.NewFault("page_empty", "file", "")
	}
	d := draftOfPlain(text)
	if anyTag.MatchString(text) {
		var err error
		if d, _, err = s.library.DraftOfText(text, ""); err != nil {
			d = draftOfPlain(linesOf(s.library.CleanHTML(text)))
		}
	}
	d.Origin = article.FromPaste
	added, err := s.library.Add(ctx, d)
	if err != nil {
		return article.Added{}, err
	}
	return added[0], nil
}

// draftOfPlain makes an article of text: its first line is the title.
func draftOfPlain(text string) article.Draft {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	title, rest, _ := strings.Cut(text, "\n")
	title = strings.TrimSpace(strings.TrimLeft(title, "# "))
	if len([]rune(title)) > 150 || strings.TrimSpace(rest) == "" {
		title, rest = shortened(title, 90), text
	}
	return article.Draft{Title: title, Text: strings.TrimSpace(rest), Excerpt: shortened(strings.Join(strings.Fields(rest), " "), 300), Language: extract.GuessLanguage(text), Full: true}
}
