package source

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"relais/backend/workspace"
)

type outline struct {
	Text     string    `xml:"text,attr"`
	Title    string    `xml:"title,attr,omitempty"`
	Type     string    `xml:"type,attr,omitempty"`
	XMLURL   string    `xml:"xmlUrl,attr,omitempty"`
	HTMLURL  string    `xml:"htmlUrl,attr,omitempty"`
	Category string    `xml:"category,attr,omitempty"`
	Outlines []outline `xml:"outline"`
}

type opml struct {
	XMLName xml.Name `xml:"opml"`
	Version string   `xml:"version,attr"`
	Head    struct {
		Title string `xml:"title"`
	} `xml:"head"`
	Body struct {
		Outlines []outline `xml:"outline"`
	} `xml:"body"`
}

// Listed is a feed of an OPML file.
type Listed struct {
	Title  string
	URL    string
	Site   string
	Folder string
	Line   int    // its place among the feeds of the file, from 1
	Reason string // code of the fault for which it was not taken, or empty
}

// maxListed bounds how many feeds one file may bring.
const maxListed = 5000

// ReadOPML reads a list of feeds (http://opml.org/spec2.opml).
func ReadOPML(body []byte) ([]Listed, error) {
	if len(body) > MaxFeedBytes {
		return nil, ErrTooLarge
	}
	text, err := repair(strings.TrimSpace(decode(body, "")))
	if err != nil {
		return nil, err
	}
	if tooDeep(text) {
		return nil, ErrTooDeep
	}
	var doc opml
	dec := xml.NewDecoder(strings.NewReader(text))
	dec.Strict = false
	if err := dec.Decode(&doc); err != nil {
		return nil, fmt.Errorf("source: opml: %w", err)
	}
	var out []Listed
	collect(doc.Body.Outlines, "", 0, &out)
	return out, nil
}

func collect(list []outline, folder string, depth int, out *[]Listed) {
	for _, o := range list {
		title := plain(o.Title)
		if title == "" {
			title = plain(o.Text)
		}
		if o.XMLURL != "" && len(*out) < maxListed {
			l := Listed{Title: title, URL: strings.TrimSpace(o.XMLURL), Site: o.HTMLURL, Folder: folder, Line: len(*out) + 1}
			if l.Folder == "" {
				l.Folder = strings.Trim(strings.ReplaceAll(o.Category, "/", " / "), " /")
			}
			*out = append(*out, l)
		}
		if len(o.Outlines) > 0 && depth < 20 {
			inner := title
			if folder != "" && title != "" {
				inner = folder + " / " + title
			}
			if o.XMLURL != "" {
				inner = folder
			}
			collect(o.Outlines, inner, depth+1, out)
		}
	}
}

// Imported says what an import of feeds did.
type Imported struct {
	New       int
	Unchanged int
	Rejected  []Listed
}

// ImportFeeds adds the feeds of an OPML file; asking them is Poll's. Private
// addresses in it were imported by a person, and are taken as meant. Nothing is
// written where check is set.
func (s *Service) ImportFeeds(ctx context.Context, name string, body []byte, check bool) (Imported, error) {
	list, err := ReadOPML(body)
	if err != nil {
		return Imported{}, workspace.NewFault("opml_unreadable", "file", name).Wrap(err)
	}
	var out Imported
	out.Rejected = []Listed{}
	seen := map[string]bool{}
	err = s.db.Tx(ctx, func(ctx context.Context) error {
		for _, l := range list {
			if absolute(nil, l.URL) == "" {
				l.Reason = "address_invalid"
				out.Rejected = append(out.Rejected, l)
				continue
			}
			if seen[l.URL] {
				l.Reason = "feed_twice"
				out.Rejected = append(out.Rejected, l)
				continue
			}
			seen[l.URL] = true
			_, fresh, err := s.ensure(ctx, Source{Kind: KindFeed, URL: l.URL, Title: l.Title, SiteURL: absolute(nil, l.Site), Folder: l.Folder, PrivateOK: true})
			if err != nil {
				return err
			}
			if fresh {
				out.New++
			} else {
				out.Unchanged++
			}
		}
		if check {
			return errCheckOnly
		}
		return nil
	})
	if err != nil && !check {
		return Imported{}, err
	}
	return out, nil
}

var errCheckOnly = fmt.Errorf("source: preview only")

// ExportFeeds writes all feeds as OPML 2.0.
func (s *Service) ExportFeeds(ctx context.Context, w io.Writer, title string) error {
	list, err := s.List(ctx)
	if err != nil {
		return err
	}
	doc := opml{Version: "2.0"}
	doc.Head.Title = title
	at := map[string]int{}
	for _, l := range list {
		if l.Kind != KindFeed {
			continue
		}
		o := outline{Text: l.Title, Title: l.Title, Type: "rss", XMLURL: l.URL, HTMLURL: l.SiteURL}
		if l.Folder == "" {
			doc.Body.Outlines = append(doc.Body.Outlines, o)
			continue
		}
		i, ok := at[l.Folder]
		if !ok {
			i = len(doc.Body.Outlines)
			at[l.Folder] = i
			doc.Body.Outlines = append(doc.Body.Outlines, outline{Text: l.Folder, Title: l.Folder})
		}
		doc.Body.Outlines[i].Outlines = append(doc.Body.Outlines[i].Outlines, o)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("source: opml: %w", err)
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return fmt.Errorf("source: opml: %w", err)
	}
	return nil
}
