package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/network"
	"relais/backend/staff"
	"relais/backend/workspace"
)

type inviteResult struct {
	Invited []string      `json:"invited"`
	Skipped []skippedLine `json:"skipped"`
}

type skippedLine struct {
	Name string `json:"name"`
	Code string `json:"code"`
}

func (s *session) staffInvite() *cobra.Command {
	var all, asked bool
	cmd := &cobra.Command{Use: "invite EMAIL...|--all", Short: "Queue the invitation, once for each person; 'relais sync' sends it"}
	cmd.Flags().BoolVar(&all, "all", false, "everybody of the firm who was never invited")
	cmd.Flags().BoolVar(&asked, "asked", false, "they refused or left, and have asked to be invited after all")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if all == (len(args) > 0) {
			return usage("staff invite wants addresses, or --all")
		}
		return s.writes(func(ctx context.Context, a *app.App, args []string) error {
			ids, err := s.whom(ctx, a, args, all)
			if err != nil {
				return err
			}
			invite := a.Staff.Invite
			if asked && !all {
				invite = a.Staff.InviteAgain
			}
			invited, skipped, err := invite(ctx, ids)
			if err != nil {
				return err
			}
			return s.printInvited(invited, skipped)
		})(cmd, args)
	}
	return cmd
}

// whom gives the ids of the people named, or of all who were never invited.
func (s *session) whom(ctx context.Context, a *app.App, args []string, all bool) ([]int64, error) {
	ids := []int64{}
	if all {
		people, _, err := a.Staff.List(ctx, staff.Filter{Memberships: []staff.Membership{staff.None}, Present: true})
		for _, p := range people {
			ids = append(ids, p.ID)
		}
		return ids, err
	}
	for _, text := range args {
		p, err := s.find(ctx, a, text)
		if err != nil {
			return nil, err
		}
		ids = append(ids, p.ID)
	}
	return ids, nil
}

func (s *session) printInvited(invited []staff.Person, skipped []staff.Skip) error {
	out := inviteResult{Invited: []string{}, Skipped: []skippedLine{}}
	for _, p := range invited {
		out.Invited = append(out.Invited, p.Address())
	}
	for _, k := range skipped {
		out.Skipped = append(out.Skipped, skippedLine{k.Name, k.Code})
	}
	return s.print(out, func(w io.Writer) error {
		for _, k := range out.Skipped {
			fmt.Fprintln(w, printable(fmt.Sprintf("not invited: %s (%s)", k.Name, k.Code)))
		}
		_, err := fmt.Fprintf(w, "%d invitations queued\n", len(out.Invited))
		return err
	})
}

func (s *session) staffMembership() *cobra.Command {
	var c staff.Change
	cmd := &cobra.Command{Use: "membership EMAIL STATE", Short: "Record where a person stands: active, refused, paused, left", Args: cobra.ExactArgs(2)}
	cmd.Flags().StringVar(&c.Until, "until", "", "last day of a pause, YYYY-MM-DD")
	cmd.Flags().StringVar(&c.Words, "words", "", "what they said, for the consent record")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		c.State, c.Origin = staff.Membership(args[1]), staff.OriginHR
		return s.change(ctx, a, args[0], func(id int64) error { return a.Staff.SetMembership(ctx, id, c) })
	})
	return cmd
}

func (s *session) staffPause() *cobra.Command {
	return &cobra.Command{Use: "pause EMAIL DAY", Short: "Pause a member until a day (YYYY-MM-DD)", Args: cobra.ExactArgs(2),
		RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			change := staff.Change{State: staff.Paused, Until: args[1], Origin: staff.OriginHR}
			return s.change(ctx, a, args[0], func(id int64) error { return a.Staff.SetMembership(ctx, id, change) })
		})}
}

// change does something to one person and shows them as they stand then.
func (s *session) change(ctx context.Context, a *app.App, who string, do func(id int64) error) error {
	p, err := s.find(ctx, a, who)
	if err != nil {
		return err
	}
	if err := do(p.ID); err != nil {
		return err
	}
	if p, err = a.Staff.Get(ctx, p.ID); err != nil {
		return err
	}
	l := linePerson(p)
	return s.print(l, func(w io.Writer) error { return writePerson(w, l) })
}

func (s *session) staffCaps() *cobra.Command {
	var asks, mails int
	cmd := &cobra.Command{Use: "caps EMAIL", Short: "Set how often a person is asked and written to, a month", Args: cobra.ExactArgs(1)}
	cmd.Flags().IntVar(&asks, "asks", -1, "requests a month; the programme's limit where left out")
	cmd.Flags().IntVar(&mails, "mails", -1, "mails a month; the programme's limit where left out")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		given := func(n *int) *int {
			if *n < 0 {
				return nil
			}
			return n
		}
		return s.change(ctx, a, args[0], func(id int64) error { return a.Staff.SetCaps(ctx, id, given(&asks), given(&mails)) })
	})
	return cmd
}

func (s *session) staffAudience() *cobra.Command {
	var f staff.Figure
	cmd := &cobra.Command{Use: "audience EMAIL NETWORK [SIZE]", Short: "Note an account and how many follow it", Args: cobra.RangeArgs(2, 3)}
	cmd.Flags().StringVar(&f.AsOf, "as-of", "", "day of the figure, YYYY-MM-DD; today where left out")
	cmd.Flags().StringVar(&f.Address, "address", "", "address of the account")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		id, ok := network.Parse(args[1])
		if !ok {
			return workspace.NewFault("row_network_unknown", "text", args[1])
		}
		f.Network, f.Origin = id, staff.OriginHR
		if len(args) == 3 {
			size, err := strconv.ParseInt(args[2], 10, 64)
			if err != nil {
				return workspace.NewFault("audience_size", "size", args[2])
			}
			f.Size = &size
		}
		return s.change(ctx, a, args[0], func(id int64) error { return a.Staff.SetAudience(ctx, id, f) })
	})
	return cmd
}
