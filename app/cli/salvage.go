package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/workspace"
)

// salvageCommand is `relais salvage FOLDER`.
func (s *session) salvageCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "salvage FOLDER",
		Short: "Save what can be read of a damaged workspace into a new FOLDER",
		Long: "Make a new workspace in FOLDER of whatever can be read of the damaged database of the workspace (--workspace), which\n" +
			"stays as it is, and of the files beside it. A recent backup is better: see 'relais restore'. Mail that was waiting is held back.",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			saved, err := app.Salvage(cmd.Context(), s.dir, s.path(args[0]))
			if err != nil {
				return err
			}
			return s.print(saved, func(w io.Writer) error {
				fmt.Fprintf(w, "%s: %d people, %d articles, %d posts, %d shares, %d messages received\n", saved.Dir,
					saved.Rows["staff"], saved.Rows["article"], saved.Rows["post"], saved.Rows["share"], saved.Rows["inbound"])
				if saved.Files > 0 {
					fmt.Fprintf(w, "%d pictures and large messages\n", saved.Files)
				}
				if len(saved.Broken) > 0 {
					fmt.Fprintf(w, "Not all could be read of: %s. Compare with your last backup.\n", strings.Join(saved.Broken, ", "))
				}
				return nil
			})
		},
	}
}

// rescueCommand is `relais rescue`, which a window whose workspace turns out to be damaged starts.
func (s *session) rescueCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rescue",
		Short: "Open the window that saves a damaged workspace, or restores its last backup",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if s.env.Rescue == nil {
				return workspace.NewFault("no_window")
			}
			found := workspace.Examine(cmd.Context(), workspace.Examination{Dir: s.dir, Now: time.Now()})
			damaged := slices.ContainsFunc(found, func(f workspace.Finding) bool { return f.Code == "database" && f.Verdict == workspace.Broken })
			if !damaged {
				return workspace.NewFault("rescue_needless", "path", s.dir)
			}
			return s.env.Rescue(cmd.Context(), s.dir)
		},
	}
}
