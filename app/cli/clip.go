package cli

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/article"
	"relais/backend/source"
	"relais/backend/workspace"
)

// articleLine is an article as the commands print it.
type articleLine struct {
	ID          int64    `json:"id"`
	New         *bool    `json:"new,omitempty"`
	Title       string   `json:"title"`
	URL         string   `json:"url"`
	Kind        string   `json:"kind"`
	State       string   `json:"state"`
	Language    string   `json:"language"`
	Source      string   `json:"source"`
	PublishedAt string   `json:"published_at"`
	AddedAt     string   `json:"added_at"`
	ClosesOn    string   `json:"closes_on,omitempty"`
	Words       int      `json:"words"`
	Topics      []string `json:"topics"`
	DuplicateOf int64    `json:"duplicate_of,omitempty"`
	SuggestedBy string   `json:"suggested_by,omitempty"`
}

func articleLineOf(r article.Row) articleLine {
	l := articleLine{
		ID: r.ID, Title: r.Title, URL: r.URL, Kind: r.Kind, State: r.State, Language: r.Language, Source: r.Source,
		PublishedAt: r.PublishedAt.RFC3339(), AddedAt: r.AddedAt.Time().Format(time.RFC3339), Words: r.Words, Topics: []string{}, SuggestedBy: r.SuggestedName,
	}
	if r.Source == "" {
		l.Source = r.SiteName
	}
	if r.ClosesOn != nil {
		l.ClosesOn = *r.ClosesOn
	}
	if r.DuplicateOf != nil {
		l.DuplicateOf = *r.DuplicateOf
	}
	for _, t := range r.Topics {
		l.Topics = append(l.Topics, t.Name)
	}
	return l
}

// clip is `relais clip URL|FILE|-`.
func (s *session) clip() *cobra.Command {
	var keep bool
	var topics []string
	cmd := &cobra.Command{
		Use:   "clip URL|FILE",
		Short: "Take a page, PDF, mail or text into the library (- reads pasted text from standard input)",
		Args:  cobra.ExactArgs(1),
		RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			added, err := s.clipOne(ctx, a, args[0])
			if err != nil {
				return err
			}
			return s.afterClip(ctx, a, added, keep, topics)
		}),
	}
	cmd.Flags().BoolVar(&keep, "keep", false, "keep it at once")
	cmd.Flags().StringArrayVar(&topics, "topic", nil, "give it this topic (may be repeated)")
	return cmd
}

func (s *session) clipOne(ctx context.Context, a *app.App, what string) ([]article.Added, error) {
	if u, err := url.Parse(what); err == nil && len(u.Scheme) > 1 && strings.Contains(what, "://") {
		got, err := a.Sources.Clip(ctx, what)
		return []article.Added{got}, err
	}
	body, err := s.bytesOf(what, source.MaxFile+1)
	if err != nil {
		return nil, err
	}
	if what == "-" {
		got, err := a.Sources.ClipText(ctx, string(body))
		return []article.Added{got}, err
	}
	return a.Sources.ClipFile(ctx, what, body)
}

// afterClip sorts what came in, and prints it.
func (s *session) afterClip(ctx context.Context, a *app.App, added []article.Added, keep bool, topics []string) error {
	ids := make([]int64, len(added))
	fresh := map[int64]bool{}
	for i, x := range added {
		ids[i] = x.ID
		fresh[x.ID] = x.New
	}
	for _, name := range topics {
		t, err := a.Articles.EnsureTopic(ctx, name)
		if err != nil {
			return err
		}
		if _, err := a.Articles.SetTopics(ctx, ids, []int64{t}, nil); err != nil {
			return err
		}
	}
	if keep {
		if _, err := a.Articles.Triage(ctx, article.Kept, ids...); err != nil {
			return err
		}
	}
	rows, err := a.Articles.Rows(ctx, ids)
	if err != nil {
		return err
	}
	lines := make([]articleLine, len(rows))
	for i, r := range rows {
		lines[i] = articleLineOf(r)
		isNew := fresh[r.ID]
		lines[i].New = &isNew
	}
	return s.print(lines, func(w io.Writer) error {
		for _, l := range lines {
			mark := "new  "
			if !*l.New {
				mark = "known"
			}
			if _, err := fmt.Fprintf(w, "%s  %6d  %s\n", mark, l.ID, l.Title); err != nil {
				return err
			}
		}
		return nil
	})
}

// search is `relais search WORDS`.
func (s *session) search() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: `Search the library: words, "phrases", topic: source: before: after: kind: state:`,
		Args:  cobra.MinimumNArgs(1),
		RunE: s.reads(func(ctx context.Context, a *app.App, args []string) error {
			return s.printList(ctx, a, article.Filter{Query: strings.Join(args, " ") + " "}, limit)
		}),
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "how many")
	return cmd
}

// articles is `relais articles`.
func (s *session) articles() *cobra.Command {
	var f article.Filter
	var limit int
	cmd := &cobra.Command{
		Use:   "articles",
		Short: "List the library, newest first",
		Args:  cobra.NoArgs,
		RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			return s.printList(ctx, a, f, limit)
		}),
	}
	cmd.Flags().StringVar(&f.State, "state", "", "inbox, kept, discarded, archived or expired")
	cmd.Flags().StringVar(&f.Kind, "kind", "", "article, job_offer, company_news or event")
	cmd.Flags().IntVar(&limit, "limit", 50, "how many")
	cmd.AddCommand(s.triage("keep", article.Kept), s.triage("discard", article.Discarded), s.triage("archive", article.Archived))
	return cmd
}

// triage is `relais articles keep|discard|archive ID...`.
func (s *session) triage(name, state string) *cobra.Command {
	return &cobra.Command{
		Use:   name + " ID...",
		Short: "Mark articles as " + state,
		Args:  cobra.MinimumNArgs(1),
		RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			ids := make([]int64, len(args))
			for i, arg := range args {
				if _, err := fmt.Sscan(arg, &ids[i]); err != nil {
					return usage("%q is not the number of an article", arg)
				}
				if _, err := a.Articles.Get(ctx, ids[i]); err != nil {
					return workspace.ErrNotFound
				}
			}
			_, err := a.Articles.Triage(ctx, state, ids...)
			return err
		}),
	}
}

func (s *session) printList(ctx context.Context, a *app.App, f article.Filter, limit int) error {
	page, err := a.Articles.List(ctx, f, 0, limit)
	if err != nil {
		return err
	}
	rows, err := a.Articles.Rows(ctx, page.IDs)
	if err != nil {
		return err
	}
	lines := make([]articleLine, len(rows))
	for i, r := range rows {
		lines[i] = articleLineOf(r)
	}
	return s.print(lines, func(w io.Writer) error {
		for _, l := range lines {
			if _, err := fmt.Fprintf(w, "%6d  %-9s  %s  (%s)\n", l.ID, l.State, l.Title, l.Source); err != nil {
				return err
			}
		}
		if page.Many {
			_, err := fmt.Fprintf(w, "More than %d articles match: the newest are shown.\n", page.Total-1)
			return err
		}
		return nil
	})
}
