package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/staff"
)

// balanceLine is what one person was given and asked in the last 90 days.
type balanceLine struct {
	Staff   int64  `json:"staff"`
	Name    string `json:"name"`
	Address string `json:"address"`
	Gives   int    `json:"gives"`
	Asks    int    `json:"asks"`
	Useful  int    `json:"useful"`
}

// campaignBalance is `relais campaign balance`: members in alphabetical order, as everywhere.
func (s *session) campaignBalance() *cobra.Command {
	return &cobra.Command{Use: "balance", Short: "What each member was given and asked in the last 90 days", Args: cobra.NoArgs,
		RunE: s.reads(func(ctx context.Context, a *app.App, _ []string) error {
			people, err := a.Staff.Advocates(ctx)
			if err != nil {
				return err
			}
			all, err := a.Campaigns.Balances(ctx)
			if err != nil {
				return err
			}
			lines := []balanceLine{}
			for _, p := range people {
				if p.Membership == staff.Active || p.Membership == staff.Paused {
					b := all[p.ID]
					lines = append(lines, balanceLine{p.ID, p.Name, p.Address, b.Gives, b.Asks, b.Useful})
				}
			}
			return s.print(lines, func(w io.Writer) error {
				for _, l := range lines {
					fmt.Fprintf(w, "%d given, %d asked  %s <%s>\n", l.Gives, l.Asks, printable(l.Name), l.Address)
				}
				return nil
			})
		})}
}
