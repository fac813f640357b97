package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/report"
	"relais/backend/share"
	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// importShares is `relais import shares FILE`: shares from before Relais.
func (s *session) importShares() *cobra.Command {
	var preview bool
	cmd := &cobra.Command{
		Use:   "shares FILE",
		Short: "Bring in past shares from a CSV or XLSX file",
		Long: "Bring in past shares from a CSV or XLSX file with a row of headers: date, person (name or email), and where known\n" +
			"network, post, link, views, likes, comments, reposts, clicks, audience.",
		Args: cobra.ExactArgs(1),
	}
	cmd.Flags().BoolVar(&preview, "preview", false, "say what would happen and change nothing")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		run := func(ctx context.Context, a *app.App, args []string) error {
			return s.runImportShares(ctx, a, args[0], preview)
		}
		if preview {
			return s.reads(run)(cmd, args)
		}
		return s.writes(run)(cmd, args)
	}
	return cmd
}

func (s *session) runImportShares(ctx context.Context, a *app.App, name string, preview bool) error {
	data, err := s.readBounded(name)
	if err != nil {
		return err
	}
	plan, err := report.PlanPast(ctx, a.Workspace, name, data)
	if err != nil {
		return err
	}
	rows := make([]share.PastShare, 0, len(plan.New))
	for _, r := range plan.New {
		rows = append(rows, r.PastShare)
	}
	if !preview && len(rows) > 0 {
		if _, err := a.Shares.ImportPast(ctx, name, plan.Hash, rows, nil); err != nil {
			return err
		}
	}
	out := importResult{New: len(rows), Unchanged: plan.Unchanged, Rejected: s.rejections(plan.Rejected)}
	return s.print(out, func(w io.Writer) error {
		for _, r := range out.Rejected {
			fmt.Fprintf(w, "%5d  rejected   %s\n", r.Row, printable(r.Reason))
		}
		_, err := fmt.Fprintf(w, "%d new, %d unchanged, %d rejected\n", out.New, out.Unchanged, len(out.Rejected))
		return err
	})
}

func (s *session) rejections(list []roster.Rejection) []importRejected {
	out := make([]importRejected, 0, len(list))
	for _, r := range list {
		out = append(out, importRejected{r.Row, Sentence(&workspace.Fault{Code: r.Code, Params: r.Params}, s.language())})
	}
	return out
}

// visitsResult is what `import visits --json` prints.
type visitsResult struct {
	Program   string           `json:"program"`
	Rows      int              `json:"rows"`
	Matched   int64            `json:"matched"`   // visits of posts
	Unmatched int64            `json:"unmatched"` // visits that match no post
	Rejected  []importRejected `json:"rejected"`
}

// importVisits is `relais import visits FILE`: the measured part.
func (s *session) importVisits() *cobra.Command {
	var preview bool
	cmd := &cobra.Command{
		Use:   "visits FILE",
		Short: "Bring in visits from a CSV export of Matomo or Google Analytics",
		Args:  cobra.ExactArgs(1),
	}
	cmd.Flags().BoolVar(&preview, "preview", false, "say what would happen and change nothing")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		run := func(ctx context.Context, a *app.App, args []string) error {
			return s.runImportVisits(ctx, a, args[0], preview)
		}
		if preview {
			return s.reads(run)(cmd, args)
		}
		return s.writes(run)(cmd, args)
	}
	return cmd
}

func (s *session) runImportVisits(ctx context.Context, a *app.App, name string, preview bool) error {
	data, err := s.readBounded(name)
	if err != nil {
		return err
	}
	plan, err := report.PlanVisits(ctx, a.Workspace, name, data)
	if err != nil {
		return err
	}
	if !preview {
		if _, err := a.Shares.ImportVisits(ctx, plan.Import, plan.Visits); err != nil {
			return err
		}
	}
	out := visitsResult{Program: plan.Import.Program, Rows: len(plan.Visits), Matched: plan.Matched, Unmatched: plan.Strays, Rejected: s.rejections(plan.Rejected)}
	return s.print(out, func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "%d rows: %d visits of posts, %d visits that match no post, %d rows rejected\n",
			out.Rows, out.Matched, out.Unmatched, len(out.Rejected))
		return err
	})
}
