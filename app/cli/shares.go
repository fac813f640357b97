package cli

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/network"
	"relais/backend/report"
)

// shareLine is a share as `relais shares --json` prints it.
type shareLine struct {
	ID       int64            `json:"id"`
	Post     sharePost        `json:"post"`
	Staff    *sharePerson     `json:"staff"` // null once the person was erased
	Network  string           `json:"network"`
	URL      string           `json:"url"`
	SharedOn string           `json:"shared_on"`
	Origin   string           `json:"origin"`
	State    string           `json:"state"`
	Figures  map[string]int64 `json:"figures"`
	Audience *int64           `json:"audience"` // null is not known
	Evidence shareEvidence    `json:"evidence"`
	Flags    []string         `json:"flags"`
}

type sharePost struct {
	ID    *int64 `json:"id"`
	Title string `json:"title"`
}

type sharePerson struct {
	ID      int64  `json:"id"`
	Name    string `json:"name"`
	Address string `json:"address"`
}

type shareEvidence struct {
	Words     string `json:"words"`
	RequestID *int64 `json:"request"`
	InboundID *int64 `json:"message"`
}

// sharesCommand is `relais shares`: the ledger, newest first.
func (s *session) sharesCommand() *cobra.Command {
	var f report.LedgerFilter
	cmd := &cobra.Command{Use: "shares", Short: "List the shares in the ledger, with their evidence", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&f.From, "from", "", "first day, YYYY-MM-DD")
	cmd.Flags().StringVar(&f.To, "to", "", "last day, YYYY-MM-DD")
	cmd.Flags().StringVar(&f.Network, "network", "", "one network only")
	cmd.Flags().Int64Var(&f.PostID, "post", 0, "one post only, by its number")
	cmd.Flags().StringVar(&f.State, "state", "", "counted, held or void (all but void where left out)")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		lines, err := everyLine(ctx, a, f)
		if err != nil {
			return err
		}
		wire := make([]shareLine, 0, len(lines))
		for _, l := range lines {
			wire = append(wire, wireShare(l))
		}
		return s.print(wire, func(w io.Writer) error { return writeShares(w, wire) })
	})
	return cmd
}

// everyLine reads the ledger page by page.
func everyLine(ctx context.Context, a *app.App, f report.LedgerFilter) ([]report.Line, error) {
	if _, _, err := report.ParsePeriod(f.Filter); err != nil {
		return nil, err
	}
	var all []report.Line
	f.Limit = 1000
	for {
		page, err := a.Reports.Lines(ctx, f)
		if err != nil {
			return nil, err
		}
		all = append(all, page...)
		if len(page) < f.Limit {
			return all, nil
		}
		last := page[len(page)-1]
		f.Before = report.Cursor{SharedOn: last.SharedOn, ID: last.ID}
	}
}

func wireShare(l report.Line) shareLine {
	out := shareLine{
		ID: l.ID, Post: sharePost{ID: l.PostID, Title: l.PostTitle}, Network: l.Network, URL: l.URL, SharedOn: l.SharedOn,
		Origin: l.Origin, State: l.State, Figures: l.Figures, Audience: l.Audience,
		Evidence: shareEvidence{Words: l.Words, RequestID: l.RequestID, InboundID: l.InboundID}, Flags: []string{},
	}
	if l.StaffID != nil {
		out.Staff = &sharePerson{ID: *l.StaffID, Name: l.StaffName, Address: l.StaffAddress}
	}
	for _, f := range l.OpenFlags {
		out.Flags = append(out.Flags, f.Kind)
	}
	return out
}

func writeShares(out io.Writer, lines []shareLine) error {
	w := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	for _, l := range lines {
		who := "-"
		if l.Staff != nil {
			who = l.Staff.Name
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", l.SharedOn, who, network.Name(network.ID(l.Network)), l.Post.Title, l.State, l.URL)
	}
	return w.Flush()
}
