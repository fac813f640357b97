package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/staff"
	"relais/backend/workspace"
)

type reviewPerson struct {
	Staff   int64  `json:"staff"`
	Name    string `json:"name"`
	Address string `json:"address"`
	Reason  string `json:"reason,omitempty"`
}

type reviewResult struct {
	Year    int            `json:"year"`
	Queued  []reviewPerson `json:"queued"`
	Skipped []reviewPerson `json:"skipped"`
}

// reviewCommand is `relais review YEAR --to all|EMAIL...`.
func (s *session) reviewCommand() *cobra.Command {
	var to []string
	var dry bool
	cmd := &cobra.Command{
		Use: "review YEAR --to all|EMAIL...", Short: "Queue the personal year in review for those who want it; 'relais sync' sends it", Args: cobra.MinimumNArgs(1),
		Long: "Queue the personal year in review. Each letter is about its reader alone: what they were given, found useful, shared\n" +
			"and suggested. Active members get it, once a year.",
	}
	cmd.Flags().StringSliceVar(&to, "to", nil, "all active members, or the addresses of those who want it")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say who would get it and change nothing")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		year, err := strconv.Atoi(args[0])
		if err != nil || year < 2000 || year > 2100 {
			return usage("%q is not a year", args[0])
		}
		to = append(to, args[1:]...)
		if len(to) == 0 {
			return usage("--to is missing: all, or addresses")
		}
		run := func(ctx context.Context, a *app.App, _ []string) error { return s.runReview(ctx, a, year, to, dry) }
		return s.writes(run)(cmd, args)
	}
	return cmd
}

func (s *session) runReview(ctx context.Context, a *app.App, year int, to []string, dry bool) error {
	people, err := reviewReaders(ctx, a, to)
	if err != nil {
		return err
	}
	done, err := a.QueueReviews(ctx, year, people, dry)
	if err != nil {
		return err
	}
	out := reviewResult{Year: year, Queued: []reviewPerson{}, Skipped: []reviewPerson{}}
	for _, p := range done.Queued {
		out.Queued = append(out.Queued, reviewPerson{p.ID, p.Name, p.Address(), ""})
	}
	for _, p := range done.Skipped {
		out.Skipped = append(out.Skipped, reviewPerson{p.Person.ID, p.Person.Name, p.Person.Address(), p.Code})
	}
	return s.print(out, func(w io.Writer) error {
		for _, p := range out.Skipped {
			fmt.Fprintf(w, "left out  %s  %s\n", printable(p.Name), p.Reason)
		}
		_, err := fmt.Fprintf(w, "%d queued, %d left out\n", len(out.Queued), len(out.Skipped))
		return err
	})
}

func reviewReaders(ctx context.Context, a *app.App, to []string) ([]staff.Person, error) {
	if len(to) == 1 && to[0] == "all" {
		advocates, err := a.Staff.Advocates(ctx)
		if err != nil {
			return nil, err
		}
		people := make([]staff.Person, 0, len(advocates))
		for _, one := range advocates {
			p, err := a.Staff.Get(ctx, one.ID)
			if err != nil {
				return nil, err
			}
			people = append(people, p)
		}
		return people, nil
	}
	people := make([]staff.Person, 0, len(to))
	for _, address := range to {
		p, found, err := a.Staff.ByAddress(ctx, address)
		if err != nil {
			return nil, err
		}
		if !found {
			return nil, workspace.NewFault("nobody_with_address", "address", address)
		}
		people = append(people, p)
	}
	return people, nil
}
