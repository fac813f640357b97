package article

import (
	"errors"

	"relais/backend/extract"
)

// DraftOf reads a web page into a draft: bytes as they came, with the declared
// type and the address where there was one. It fails with extract.ErrEmpty
// where the page has no text; the draft then has what the page says of itself.
func (s *Service) DraftOf(p extract.Page) (Draft, string, error) {
	a, err := s.read.Extract(p)
	if err != nil && !errors.Is(err, extract.ErrEmpty) {
		return Draft{}, "", err
	}
	d := draftOf(a, p.URL)
	d.Original = p.Body
	if len(d.Original) > extract.MaxBytes {
		d.Original = nil
	}
	return d, a.Image, err
}

// DraftOfText reads HTML that is already text, such as a paste.
func (s *Service) DraftOfText(html, address string) (Draft, string, error) {
	a, err := s.read.ExtractText(html, address)
	d := draftOf(a, address)
	d.Original = []byte(html)
	return d, a.Image, err
}

func draftOf(a extract.Article, address string) Draft {
	d := Draft{
		Kind: a.Kind, Title: a.Title, Byline: a.Byline, SiteName: a.SiteName, Language: a.Language, Excerpt: a.Excerpt,
		URL: a.CanonicalURL, PublishedAt: a.Published.Time, Text: a.Text, HTML: a.HTML, Full: a.Text != "",
	}
	if d.URL == "" {
		d.URL = address
	}
	if a.Offer != nil {
		d.Company, d.Place, d.Contract, d.ClosesOn = a.Offer.Company, a.Offer.Place, a.Offer.Contract, a.Offer.Closes
	}
	return d
}

// CleanHTML gives the part of HTML from outside that may be stored and shown.
func (s *Service) CleanHTML(html string) string { return s.clean.Clean(html) }
