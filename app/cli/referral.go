package cli

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/share"
	"relais/backend/workspace"
)

// referralLine is a referral as `relais referral … --json` prints it.
type referralLine struct {
	ID         int64  `json:"id"`
	PostID     *int64 `json:"post"`
	StaffID    *int64 `json:"staff"` // null once the person was erased
	Stage      string `json:"stage"`
	ReceivedOn string `json:"received_on"`
	HiredOn    string `json:"hired_on"`
	Candidate  string `json:"candidate"` // empty without the candidate's consent, and once its time is over
	EraseOn    string `json:"erase_on"`
}

// referralGroup is `relais referral add|stage|list`.
func (s *session) referralGroup() *cobra.Command {
	group := &cobra.Command{Use: "referral", Short: "Candidates whom staff brought for a job offer"}
	group.AddCommand(s.referralAdd(), s.referralStage(), s.referralList())
	return group
}

func (s *session) referralAdd() *cobra.Command {
	var e share.ReferralEntry
	var by string
	cmd := &cobra.Command{Use: "add POST --by EMAIL", Short: "Record a referral; a name only with the candidate's consent", Args: cobra.ExactArgs(1)}
	flags := cmd.Flags()
	flags.StringVar(&by, "by", "", "address of the member of staff who brought the candidate")
	flags.StringVar(&e.Stage, "stage", "", strings.Join(share.Stages(), ", "))
	flags.StringVar(&e.ReceivedOn, "on", "", "day, YYYY-MM-DD; today where left out")
	flags.StringVar(&e.CandidateName, "candidate", "", "the candidate's name; needs --consent")
	flags.BoolVar(&e.Consent, "consent", false, "the candidate agreed that the name is kept")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		if _, err := a.Posts.Get(ctx, id); err != nil {
			return err
		}
		p, found, err := a.Staff.ByAddress(ctx, by)
		if err != nil {
			return err
		}
		if !found {
			return workspace.NewFault("staff_address_unknown", "address", by)
		}
		if e.Stage != "" && !slices.Contains(share.Stages(), e.Stage) {
			return usage("--stage %q is none of %s", e.Stage, strings.Join(share.Stages(), ", "))
		}
		e.PostID, e.StaffID = id, p.ID
		row, err := a.Shares.SaveReferral(ctx, 0, e)
		if err != nil {
			return err
		}
		return s.printReferrals([]share.Referral{row})
	})
	_ = cmd.MarkFlagRequired("by") // fails for a flag that does not exist alone
	return cmd
}

func (s *session) referralStage() *cobra.Command {
	return &cobra.Command{Use: "stage REFERRAL STAGE", Short: "Move a referral on: " + strings.Join(share.Stages(), ", "), Args: cobra.ExactArgs(2),
		RunE: s.writes(func(ctx context.Context, a *app.App, args []string) error {
			id, err := number(args[0])
			if err != nil {
				return err
			}
			if !slices.Contains(share.Stages(), args[1]) {
				return usage("%q is none of %s", args[1], strings.Join(share.Stages(), ", "))
			}
			all, err := a.Shares.Referrals(ctx)
			if err != nil {
				return err
			}
			for _, r := range all {
				if r.ID != id {
					continue
				}
				e := share.ReferralEntry{Stage: args[1], ReceivedOn: r.ReceivedOn, CandidateName: r.CandidateName, Consent: r.ConsentOn != nil, Note: r.Note}
				if r.PostID != nil {
					e.PostID = *r.PostID
				}
				if r.StaffID != nil {
					e.StaffID = *r.StaffID
				}
				row, err := a.Shares.SaveReferral(ctx, id, e)
				if err != nil {
					return err
				}
				return s.printReferrals([]share.Referral{row})
			}
			return workspace.NewFault("referral_gone")
		})}
}

func (s *session) referralList() *cobra.Command {
	var asCSV bool
	cmd := &cobra.Command{Use: "list", Short: "List referrals, the newest first", Args: cobra.NoArgs}
	cmd.Flags().BoolVar(&asCSV, "csv", false, "as CSV, for a spreadsheet")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		all, err := a.Shares.Referrals(ctx)
		if err != nil {
			return err
		}
		if !asCSV {
			return s.printReferrals(all)
		}
		w := csv.NewWriter(s.env.Out)
		_ = w.Write([]string{"id", "post", "staff", "stage", "received_on", "hired_on", "candidate"}) // Error below tells
		for _, l := range wireReferrals(all) {
			_ = w.Write([]string{strconv.FormatInt(l.ID, 10), optionalNumber(l.PostID), optionalNumber(l.StaffID), l.Stage, l.ReceivedOn, l.HiredOn, workspace.Inert(l.Candidate)})
		}
		w.Flush()
		return w.Error()
	})
	return cmd
}

func wireReferrals(all []share.Referral) []referralLine {
	out := make([]referralLine, 0, len(all))
	for _, r := range all {
		line := referralLine{ID: r.ID, PostID: r.PostID, StaffID: r.StaffID, Stage: r.Stage, ReceivedOn: r.ReceivedOn, Candidate: r.CandidateName, EraseOn: r.EraseOn}
		if r.HiredOn != nil {
			line.HiredOn = *r.HiredOn
		}
		out = append(out, line)
	}
	return out
}

func (s *session) printReferrals(all []share.Referral) error {
	lines := wireReferrals(all)
	return s.print(lines, func(w io.Writer) error {
		table := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
		for _, l := range lines {
			fmt.Fprintf(table, "%d\t%s\tpost %s\tstaff %s\t%s\t%s\n", l.ID, l.Stage, optionalNumber(l.PostID), optionalNumber(l.StaffID), l.ReceivedOn, l.Candidate)
		}
		return table.Flush()
	})
}

func optionalNumber(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}
