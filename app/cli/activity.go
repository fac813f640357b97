package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/report"
	"relais/backend/workspace"
)

// deedJSON is one thing that was done, as `relais activity` prints it.
type deedJSON struct {
	ID       int64  `json:"id"`
	At       string `json:"at"` // RFC 3339
	Actor    string `json:"actor"`
	Verb     string `json:"verb"`
	Kind     string `json:"kind"`
	ThingID  int64  `json:"thing_id"`
	Title    string `json:"title"` // "" where the thing is gone
	CanUndo  bool   `json:"can_undo"`
	UndoneAt string `json:"undone_at,omitempty"`
}

// activityCommand is `relais activity`.
func (s *session) activityCommand() *cobra.Command {
	var f workspace.Filter
	cmd := &cobra.Command{Use: "activity", Short: "Who did what, when, to which thing; newest first", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&f.Actor, "by", "", "only what was done under this name")
	cmd.Flags().Int64Var(&f.Before, "before", 0, "only what came before the entry with this id")
	cmd.Flags().IntVar(&f.Limit, "limit", 50, "how many, at most 200")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		rows, err := a.Workspace.Journal.List(ctx, f)
		if err != nil {
			return err
		}
		out := make([]deedJSON, 0, len(rows))
		for _, r := range rows {
			d := deedJSON{ID: r.ID, At: r.At.Time().UTC().Format(time.RFC3339), Actor: r.Actor, Verb: r.Verb, Kind: r.Thing, ThingID: r.ThingID,
				CanUndo: a.Workspace.Journal.CanUndo(r)}
			if r.UndoneAt != nil {
				d.UndoneAt = r.UndoneAt.Time().UTC().Format(time.RFC3339)
			}
			if d.Title, err = report.NameOf(ctx, a.Workspace, r.Thing, r.ThingID); err != nil {
				return err
			}
			out = append(out, d)
		}
		return s.print(out, func(w io.Writer) error { return s.printDeeds(w, rows, out) })
	})
	return cmd
}

func (s *session) printDeeds(w io.Writer, rows []workspace.Activity, deeds []deedJSON) error {
	for i, d := range deeds {
		did := message("activity", s.language(), "activity_"+strings.ReplaceAll(d.Verb, ".", "_"), nil)
		if did == "" {
			did = message("activity", s.language(), "activity_other", nil)
		}
		if d.UndoneAt != "" {
			did += " (" + message("activity", s.language(), "activity_undone", map[string]any{"when": rows[i].UndoneAt.Time().Local().Format("2006-01-02 15:04")}) + ")"
		}
		who := d.Actor
		if who == "" {
			who = "-"
		}
		if _, err := fmt.Fprintf(w, "%-6d %s  %-16s %s  %s\n", d.ID, rows[i].At.Time().Local().Format("2006-01-02 15:04"), who, did, d.Title); err != nil {
			return err
		}
	}
	return nil
}
