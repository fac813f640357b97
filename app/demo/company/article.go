package company

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"
	"time"
)

//go:embed articles
var articleFiles embed.FS

// Kinds of articles; the words of the library.
const (
	KindArticle = "article"
	KindOffer   = "job_offer"
	KindNews    = "company_news"
	KindEvent   = "event"
)

// Article is one text of the sample.
type Article struct {
	Slug      string // "fr/offre-technicien-lille"
	Language  string
	Kind      string
	Title     string
	Topic     string // key of a Topic
	Author    string
	Lead      string
	Published time.Time
	Place     string
	Contract  string
	Closes    time.Time // of a job offer: its last day
	Starts    time.Time // of an event
	Body      []Block
}

// Block is a paragraph, a heading or a list item.
type Block struct {
	Kind string // "p", "h2" or "li"
	Text string
}

// Articles reads the sample's texts; their dates lie around now.
func Articles(now time.Time) ([]Article, error) {
	all := []Article{}
	err := fs.WalkDir(articleFiles, "articles", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := articleFiles.ReadFile(name)
		if err != nil {
			return err
		}
		a, err := parse(string(raw), now)
		if err != nil {
			return fmt.Errorf("company: %s: %w", name, err)
		}
		a.Slug = strings.TrimSuffix(strings.TrimPrefix(name, "articles/"), ".txt")
		a.Language = path.Dir(a.Slug)
		all = append(all, a)
		return nil
	})
	sort.Slice(all, func(i, j int) bool { return all[i].Published.After(all[j].Published) })
	return all, err
}

// parse reads "Name: value" lines, a blank line, then paragraphs, "## headings"
// and "- items".
func parse(text string, now time.Time) (Article, error) {
	a := Article{Kind: KindArticle}
	head, body, ok := strings.Cut(text, "\n\n")
	if !ok {
		return a, fmt.Errorf("no body")
	}
	days := func(value string, sign int) (time.Time, error) {
		n, err := strconv.Atoi(value)
		return now.AddDate(0, 0, sign*n), err
	}
	for _, line := range strings.Split(head, "\n") {
		name, value, _ := strings.Cut(line, ": ")
		var err error
		switch name {
		case "Title":
			a.Title = value
		case "Topic":
			a.Topic = value
		case "Author":
			a.Author = value
		case "Kind":
			a.Kind = value
		case "Lead":
			a.Lead = value
		case "Place":
			a.Place = value
		case "Contract":
			a.Contract = value
		case "Days":
			a.Published, err = days(value, -1)
		case "Closes":
			a.Closes, err = days(value, 1)
		case "Starts":
			a.Starts, err = days(value, 1)
		default:
			err = fmt.Errorf("unknown line %q", name)
		}
		if err != nil {
			return a, err
		}
	}
	for _, part := range strings.Split(strings.TrimSpace(body), "\n\n") {
		for _, line := range strings.Split(part, "\n") {
			switch {
			case strings.HasPrefix(line, "## "):
				a.Body = append(a.Body, Block{"h2", strings.TrimPrefix(line, "## ")})
			case strings.HasPrefix(line, "- "):
				a.Body = append(a.Body, Block{"li", strings.TrimPrefix(line, "- ")})
			default:
				a.Body = append(a.Body, Block{"p", line})
			}
		}
	}
	return a, nil
}
