package window

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"relais/backend/article"
	"relais/backend/source"
	"relais/backend/workspace"
)

// Library is the screen of articles, their sources and topics.
type Library struct{ w *Window }

// LibraryFilter says which articles a list holds; empty fields do not narrow.
type LibraryFilter struct {
	State  string `json:"state"`
	Source int64  `json:"source"`
	Topic  int64  `json:"topic"`
	Kind   string `json:"kind"`
	Query  string `json:"query"`
}

// LibraryPage is a piece of a list. Many says that there are more matches than
// are counted, and that they come newest first.
type LibraryPage struct {
	Rows  []LibraryRow `json:"rows"`
	Total int          `json:"total"`
	Many  bool         `json:"many"`
	Order string       `json:"order"`
}

// LibraryRow is an article in a list.
type LibraryRow struct {
	ID          int64          `json:"id"`
	Kind        string         `json:"kind"`
	State       string         `json:"state"`
	Title       []TextPart     `json:"title"`
	Passage     []TextPart     `json:"passage"`
	Source      string         `json:"source"`
	Sources     int            `json:"sources"`
	Language    string         `json:"language"`
	PublishedAt string         `json:"publishedAt"`
	AddedAt     string         `json:"addedAt"`
	ClosesOn    string         `json:"closesOn"`
	SuggestedBy string         `json:"suggestedBy"`
	Picture     string         `json:"picture"`
	Topics      []LibraryTopic `json:"topics"`
}

// TextPart is a piece of text; Hit marks what was searched for.
type TextPart struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit"`
}

// LibraryTopic is a topic of an article, and the words that led to it where it
// is only proposed.
type LibraryTopic struct {
	ID      int64    `json:"id"`
	Name    string   `json:"name"`
	Decided bool     `json:"decided"`
	Why     []string `json:"why"`
}

// LibraryOverview is what stands beside the list.
type LibraryOverview struct {
	Counts   map[string]int  `json:"counts"`
	Topics   []TopicLine     `json:"topics"`
	Sources  []SourceLine    `json:"sources"`
	Searches []LibrarySearch `json:"searches"`
	Helper   bool            `json:"helper"` // a language model is set up
}

// TopicLine is a topic with its counts.
type TopicLine struct {
	ID       int64    `json:"id"`
	Name     string   `json:"name"`
	Parent   int64    `json:"parent"`
	Words    []string `json:"words"`
	Articles int      `json:"articles"`
	Waiting  int      `json:"waiting"`
	People   int      `json:"people"`
}

// SourceLine is a source with its counts. Fault is JSON {code, params} or ”.
type SourceLine struct {
	ID          int64   `json:"id"`
	Kind        string  `json:"kind"`
	Title       string  `json:"title"`
	URL         string  `json:"url"`
	SiteURL     string  `json:"siteUrl"`
	Folder      string  `json:"folder"`
	State       string  `json:"state"`
	ArticleKind string  `json:"articleKind"`
	CheckedAt   string  `json:"checkedAt"`
	Fault       string  `json:"fault"`
	Waiting     int     `json:"waiting"`
	Kept        int     `json:"kept"`
	Topics      []int64 `json:"topics"`
}

// LibrarySearch is a saved search.
type LibrarySearch struct {
	ID    int64  `json:"id"`
	Name  string `json:"name"`
	Query string `json:"query"`
}

// LibraryArticle is one article, opened.
type LibraryArticle struct {
	Row       LibraryRow     `json:"row"`
	Title     string         `json:"title"`
	Byline    string         `json:"byline"`
	Site      string         `json:"site"`
	URL       string         `json:"url"`
	Excerpt   string         `json:"excerpt"`
	Words     int            `json:"words"`
	Company   string         `json:"company"`
	Place     string         `json:"place"`
	Contract  string         `json:"contract"`
	ExpiresOn string         `json:"expiresOn"`
	Copied    bool           `json:"copied"`
	CopyFault string         `json:"copyFault"`
	Note      string         `json:"note"`
	Summary   string         `json:"summary"`
	Sightings []LibrarySight `json:"sightings"`
}

// LibrarySight is another place that has the story.
type LibrarySight struct {
	Source string `json:"source"`
	URL    string `json:"url"`
	Title  string `json:"title"`
}

// LibraryAdded says what became of what was added.
type LibraryAdded struct {
	IDs   []int64 `json:"ids"`
	New   int     `json:"new"`
	Known int     `json:"known"`
}

// FeedsImported says what an OPML file brings.
type FeedsImported struct {
	New       int      `json:"new"`
	Unchanged int      `json:"unchanged"`
	Rejected  []string `json:"rejected"`
}

// Overview counts what is in each place.
func (l *Library) Overview() (LibraryOverview, error) {
	return call(l.w.app, "Library.Overview", func() (LibraryOverview, error) {
		ctx, a := context.Background(), l.w.app
		out := LibraryOverview{Topics: []TopicLine{}, Sources: []SourceLine{}, Searches: []LibrarySearch{}}
		var err error
		if out.Counts, err = a.Articles.Counts(ctx); err != nil {
			return out, err
		}
		topics, err := a.Articles.TopicOverview(ctx)
		if err != nil {
			return out, err
		}
		for _, t := range topics {
			out.Topics = append(out.Topics, TopicLine{ID: t.ID, Name: t.Name, Parent: value(t.ParentID), Words: article.TopicWords(t.Topic), Articles: t.Articles, Waiting: t.Waiting, People: t.People})
		}
		sources, err := a.Sources.List(ctx)
		if err != nil {
			return out, err
		}
		for _, s := range sources {
			out.Sources = append(out.Sources, SourceLine{ID: s.ID, Kind: s.Kind, Title: s.Title, URL: s.URL, SiteURL: s.SiteURL, Folder: s.Folder, State: s.State,
				ArticleKind: s.ArticleKind, CheckedAt: s.CheckedAt.RFC3339(), Fault: s.Fault, Waiting: s.Waiting, Kept: s.Kept, Topics: s.Topics})
		}
		searches, err := a.Articles.Searches(ctx)
		for _, s := range searches {
			out.Searches = append(out.Searches, LibrarySearch{ID: s.ID, Name: s.Name, Query: s.Query})
		}
		if err != nil {
			return out, err
		}
		h, err := a.Articles.Helper(ctx)
		out.Helper = h.Address != ""
		return out, err
	})
}

// passage is how long the piece of text below a title is, in bytes.
const passage = 180

// List gives a piece of a list.
func (l *Library) List(f LibraryFilter, offset, limit int) (LibraryPage, error) {
	return call(l.w.app, "Library.List", func() (LibraryPage, error) {
		ctx, lib := context.Background(), l.w.app.Articles
		page, err := lib.List(ctx, article.Filter{State: f.State, SourceID: f.Source, TopicID: f.Topic, Kind: f.Kind, Query: f.Query}, max(0, offset), min(limit, 200))
		if err != nil {
			return LibraryPage{}, err
		}
		rows, err := lib.Found(ctx, page.IDs, f.Query, passage)
		if err != nil {
			return LibraryPage{}, err
		}
		out := LibraryPage{Rows: make([]LibraryRow, 0, len(rows)), Total: page.Total, Many: page.Many, Order: page.Order}
		for _, r := range rows {
			out.Rows = append(out.Rows, libraryRow(r))
		}
		return out, nil
	})
}

func libraryRow(r article.Hit) LibraryRow {
	out := LibraryRow{
		ID: r.ID, Kind: r.Kind, State: r.State, Title: parts(r.Title), Passage: parts(r.Passage), Source: r.Source, Sources: r.Sources, Language: r.Language,
		PublishedAt: r.PublishedAt.RFC3339(), AddedAt: (&r.AddedAt).RFC3339(), ClosesOn: text(r.ClosesOn), SuggestedBy: r.SuggestedName, Picture: r.Picture, Topics: []LibraryTopic{},
	}
	if out.Source == "" {
		out.Source = r.SiteName
	}
	for _, t := range r.Topics {
		out.Topics = append(out.Topics, LibraryTopic(t))
	}
	return out
}

func parts(in []article.Part) []TextPart {
	out := make([]TextPart, 0, len(in))
	for _, p := range in {
		out = append(out, TextPart(p))
	}
	return out
}

func value(p *int64) int64 {
	if p == nil {
		return 0
	}
	return *p
}

func text(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// Open gives one article; its text is shown by the reader's frame.
func (l *Library) Open(id int64) (LibraryArticle, error) {
	return call(l.w.app, "Library.Open", func() (LibraryArticle, error) {
		ctx, lib := context.Background(), l.w.app.Articles
		rows, err := lib.Found(ctx, []int64{id}, "", passage)
		if err != nil {
			return LibraryArticle{}, err
		}
		if len(rows) == 0 {
			return LibraryArticle{}, workspace.ErrNotFound
		}
		r := rows[0]
		out := LibraryArticle{
			Row: libraryRow(r), Title: r.Row.Title, Byline: r.Byline, Site: r.SiteName, URL: r.URL, Excerpt: r.Excerpt, Words: r.Words, Company: r.Company, Place: r.Place, Contract: r.Contract,
			ExpiresOn: text(r.ExpiresOn), Copied: r.CopiedAt != nil, CopyFault: r.CopyFault, Note: r.Note, Summary: r.Summary, Sightings: []LibrarySight{},
		}
		seen, err := lib.Sightings(ctx, id)
		for _, s := range seen {
			out.Sightings = append(out.Sightings, LibrarySight{Source: s.Source, URL: s.URL, Title: s.Title})
		}
		return out, err
	})
}

// Triage puts articles into a state; the result undoes it. What is kept gets
// its offline copy in the background.
func (l *Library) Triage(ids []int64, state string) (int64, error) {
	return call(l.w.app, "Library.Triage", func() (int64, error) {
		undo, err := l.w.app.Articles.Triage(context.Background(), state, ids...)
		if err == nil && state == article.Kept {
			_, err = l.w.app.StartCopies()
		}
		return undo, err
	})
}

// TriageAll puts the first articles of a list, at most 20,000, into a state.
func (l *Library) TriageAll(f LibraryFilter, state string) (int64, error) {
	return call(l.w.app, "Library.TriageAll", func() (int64, error) {
		ctx, lib := context.Background(), l.w.app.Articles
		var ids []int64
		for offset := 0; offset < 20000; offset += 500 {
			page, err := lib.List(ctx, article.Filter{State: f.State, SourceID: f.Source, TopicID: f.Topic, Kind: f.Kind, Query: f.Query}, offset, 500)
			if err != nil {
				return 0, err
			}
			ids = append(ids, page.IDs...)
			if len(page.IDs) < 500 {
				break
			}
		}
		if len(ids) == 0 {
			return 0, nil
		}
		return lib.Triage(ctx, state, ids...)
	})
}

// SetTopics gives articles topics and takes others away; the result undoes it.
func (l *Library) SetTopics(ids, give, take []int64) (int64, error) {
	return call(l.w.app, "Library.SetTopics", func() (int64, error) {
		return l.w.app.Articles.SetTopics(context.Background(), ids, give, take)
	})
}

// Change corrects an article by hand.
func (l *Library) Change(id int64, kind, title, note, expiresOn string) error {
	return do(l.w.app, "Library.Change", func() error {
		return l.w.app.Articles.Change(context.Background(), id, kind, title, note, expiresOn)
	})
}

// Add takes in what was typed, pasted or dropped: an address, HTML or text.
func (l *Library) Add(what string) (LibraryAdded, error) {
	return call(l.w.app, "Library.Add", func() (LibraryAdded, error) {
		got, err := l.w.app.Sources.ClipText(context.Background(), what)
		if err != nil {
			return LibraryAdded{}, err
		}
		return addedOf(got), nil
	})
}

// AddFiles takes in saved pages, PDF files, mails, mailboxes and texts.
func (l *Library) AddFiles(paths []string) (LibraryAdded, error) {
	return call(l.w.app, "Library.AddFiles", func() (LibraryAdded, error) {
		var all []article.Added
		for _, path := range paths {
			body, err := readFile(path, source.MaxFile)
			if err != nil {
				return LibraryAdded{}, err
			}
			got, err := l.w.app.Sources.ClipFile(context.Background(), path, body)
			if err != nil {
				return LibraryAdded{}, err
			}
			all = append(all, got...)
		}
		return addedOf(all...), nil
	})
}

func addedOf(all ...article.Added) LibraryAdded {
	out := LibraryAdded{IDs: []int64{}}
	for _, a := range all {
		out.IDs = append(out.IDs, a.ID)
		if a.New {
			out.New++
		} else {
			out.Known++
		}
	}
	return out
}

func readFile(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", filepath.Base(path)).Wrap(err)
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", filepath.Base(path)).Wrap(err)
	}
	return body, nil
}

// Copy fetches the whole text and the pictures of an article now.
func (l *Library) Copy(id int64) error {
	return do(l.w.app, "Library.Copy", func() error { return l.w.app.Sources.CopyNow(context.Background(), id) })
}

// Subscribe follows a feed, or the feed of a site; the result is its source.
func (l *Library) Subscribe(address string) (int64, error) {
	return call(l.w.app, "Library.Subscribe", func() (int64, error) {
		id, _, err := l.w.app.Sources.Subscribe(context.Background(), address)
		return id, err
	})
}

// Refresh asks all feeds in the background; the result is the job.
func (l *Library) Refresh() (int64, error) {
	return call(l.w.app, "Library.Refresh", func() (int64, error) { return l.w.app.StartRefresh(true) })
}

// SaveSource changes a source's title, folder, state, kind and topics.
func (l *Library) SaveSource(s SourceLine) error {
	return do(l.w.app, "Library.SaveSource", func() error {
		return l.w.app.Sources.Save(context.Background(), source.Source{ID: s.ID, Title: s.Title, Folder: s.Folder, State: s.State, ArticleKind: s.ArticleKind}, s.Topics)
	})
}

// DeleteSource forgets a source; its articles stay.
func (l *Library) DeleteSource(id int64) error {
	return do(l.w.app, "Library.DeleteSource", func() error { return l.w.app.Sources.Delete(context.Background(), id) })
}

// ImportFeeds adds the feeds of an OPML file, or with preview only says what it
// would add.
func (l *Library) ImportFeeds(path string, preview bool) (FeedsImported, error) {
	return call(l.w.app, "Library.ImportFeeds", func() (FeedsImported, error) {
		body, err := readFile(path, source.MaxFeedBytes)
		if err != nil {
			return FeedsImported{}, err
		}
		got, err := l.w.app.Sources.ImportFeeds(context.Background(), filepath.Base(path), body, preview)
		if err != nil {
			return FeedsImported{}, err
		}
		out := FeedsImported{New: got.New, Unchanged: got.Unchanged, Rejected: []string{}}
		for _, r := range got.Rejected {
			out.Rejected = append(out.Rejected, strings.TrimSpace(r.Title+" "+r.URL))
		}
		if !preview {
			_, err = l.w.app.StartRefresh(false)
		}
		return out, err
	})
}

// ExportFeeds writes all feeds into an OPML file.
func (l *Library) ExportFeeds(path string) error {
	return do(l.w.app, "Library.ExportFeeds", func() error {
		f, err := os.Create(path)
		if err != nil {
			return workspace.NewFault("file_not_written", "file", filepath.Base(path)).Wrap(err)
		}
		err = l.w.app.Sources.ExportFeeds(context.Background(), f, "Relais")
		if closing := f.Close(); err == nil && closing != nil {
			err = workspace.NewFault("file_not_written", "file", filepath.Base(path)).Wrap(closing)
		}
		return err
	})
}
