package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"relais/backend/workspace"
)

// salvageCommand is `relais salvage FOLDER`.
func (s *session) salvageCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "salvage FOLDER",
		Short: "Save what can be read of a damaged workspace into a new FOLDER",
		Long: "Make a new workspace in FOLDER of whatever can be read of the damaged database of the workspace (--workspace), which\n" +
			"stays as it is. A recent backup is better: see 'relais restore'. Passwords have to be given again.",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			saved, err := workspace.Salvage(cmd.Context(), s.dir, s.path(args[0]))
			if err != nil {
				return err
			}
			return s.print(saved, func(w io.Writer) error {
				fmt.Fprintf(w, "%s: %d people, %d articles, %d posts, %d shares, %d messages received\n", saved.Dir,
					saved.Rows["staff"], saved.Rows["article"], saved.Rows["post"], saved.Rows["share"], saved.Rows["inbound"])
				if len(saved.Broken) > 0 {
					fmt.Fprintf(w, "Not all could be read of: %s. Compare with your last backup.\n", strings.Join(saved.Broken, ", "))
				}
				return nil
			})
		},
	}
}
