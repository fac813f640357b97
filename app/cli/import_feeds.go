package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/source"
	"relais/backend/workspace"
)

type rejectedLine struct {
	Row    int    `json:"row"`
	Name   string `json:"name,omitempty"`
	Reason string `json:"reason"`
}

type importedLines struct {
	New       int            `json:"new"`
	Changed   int            `json:"changed"`
	Unchanged int            `json:"unchanged"`
	Rejected  []rejectedLine `json:"rejected"`
}

func (s *session) printImported(out importedLines) error {
	if out.Rejected == nil {
		out.Rejected = []rejectedLine{}
	}
	return s.print(out, func(w io.Writer) error {
		for _, r := range out.Rejected {
			if _, err := fmt.Fprintf(w, "not taken: %d %s: %s\n", r.Row, r.Name, r.Reason); err != nil {
				return err
			}
		}
		_, err := fmt.Fprintf(w, "%d new, %d unchanged, %d not taken\n", out.New, out.Unchanged, len(out.Rejected))
		return err
	})
}

// importFeeds is `relais import feeds FILE`.
func (s *session) importFeeds() *cobra.Command {
	var preview, fetch bool
	cmd := &cobra.Command{
		Use:   "feeds FILE",
		Short: "Add the feeds of an OPML file",
		Args:  cobra.ExactArgs(1),
		RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			body, err := s.bytesOf(args[0], source.MaxFeedBytes+1)
			if err != nil {
				return err
			}
			got, err := a.Sources.ImportFeeds(ctx, args[0], body, preview)
			if err != nil {
				return err
			}
			out := importedLines{New: got.New, Unchanged: got.Unchanged}
			for _, r := range got.Rejected {
				out.Rejected = append(out.Rejected, rejectedLine{r.Line, r.Title, Sentence(workspace.NewFault(r.Reason, "address", r.URL), s.language())})
			}
			if fetch && !preview {
				if _, err := a.RefreshLibrary(ctx, true, nil); err != nil {
					return err
				}
			}
			return s.printImported(out)
		}),
	}
	cmd.Flags().BoolVar(&preview, "preview", false, "show what would be added and change nothing")
	cmd.Flags().BoolVar(&fetch, "fetch", false, "ask the feeds at once")
	return cmd
}

// importArticles is `relais import articles FILE...`.
func (s *session) importArticles() *cobra.Command {
	return &cobra.Command{
		Use:   "articles FILE...",
		Short: "Add articles from saved pages, PDF, mails or mailboxes",
		Args:  cobra.MinimumNArgs(1),
		RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			var out importedLines
			for i, name := range args {
				body, err := s.bytesOf(name, source.MaxFile+1)
				if err == nil {
					added, fault := a.Sources.ClipFile(ctx, name, body)
					err = fault
					for _, x := range added {
						if x.New {
							out.New++
						} else {
							out.Unchanged++
						}
					}
				}
				if ctx.Err() != nil {
					return ctx.Err()
				}
				if err != nil {
					out.Rejected = append(out.Rejected, rejectedLine{i + 1, name, Sentence(err, s.language())})
				}
			}
			return s.printImported(out)
		}),
	}
}

type sourceLine struct {
	ID      int64  `json:"id"`
	Kind    string `json:"kind"`
	Title   string `json:"title"`
	URL     string `json:"url"`
	Folder  string `json:"folder"`
	State   string `json:"state"`
	Fault   string `json:"fault"`
	Waiting int    `json:"waiting"`
	Kept    int    `json:"kept"`
}

// keptFault is the sentence of a fault that is kept as {code, params}.
func (s *session) keptFault(text string) string {
	var f workspace.Fault
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		return text
	}
	return Sentence(&f, s.language())
}

// sources is `relais sources [add URL|refresh|export]`.
func (s *session) sources() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "sources",
		Short: "List the sources of the library",
		Args:  cobra.NoArgs,
		RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			list, err := a.Sources.List(ctx)
			if err != nil {
				return err
			}
			lines := make([]sourceLine, len(list))
			for i, l := range list {
				lines[i] = sourceLine{l.ID, l.Kind, l.Title, l.URL, l.Folder, l.State, l.Fault, l.Waiting, l.Kept}
			}
			return s.print(lines, func(w io.Writer) error {
				for _, l := range lines {
					if _, err := fmt.Fprintf(w, "%5d  %-10s  %-7s  %4d  %s  %s\n", l.ID, l.Kind, l.State, l.Waiting, l.Title, l.URL); err != nil {
						return err
					}
					if l.Fault == "" {
						continue
					}
					if _, err := fmt.Fprintf(w, "       %s\n", s.keptFault(l.Fault)); err != nil {
						return err
					}
				}
				return nil
			})
		}),
	}
	cmd.AddCommand(
		&cobra.Command{Use: "add URL", Short: "Follow a feed, or the feed of a site", Args: cobra.ExactArgs(1), RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			id, n, err := a.Sources.Subscribe(ctx, args[0])
			if err != nil {
				return err
			}
			return s.print(map[string]any{"id": id, "new": n}, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "source %d: %d new articles\n", id, n)
				return err
			})
		})},
		&cobra.Command{Use: "refresh", Short: "Ask all feeds now", Args: cobra.NoArgs, RunE: s.writes(func(ctx context.Context, a *app.App, _ []string) error {
			got, err := a.RefreshLibrary(ctx, true, nil)
			if err != nil {
				return err
			}
			return s.print(map[string]int{"asked": got.Asked, "new": got.New, "failed": got.Failed}, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "%d feeds asked, %d new articles, %d feeds failed\n", got.Asked, got.New, got.Failed)
				return err
			})
		})},
		&cobra.Command{Use: "export", Short: "Print all feeds as OPML", Args: cobra.NoArgs, RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			return a.Sources.ExportFeeds(ctx, s.env.Out, "Relais")
		})},
	)
	return cmd
}
