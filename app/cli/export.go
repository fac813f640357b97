package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"relais/app"
)

// exportCommand is `relais export FILE`.
func (s *session) exportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "export FILE",
		Short: "Write everything in open formats (JSON, .eml, files) into a ZIP, unencrypted",
		Args:  cobra.ExactArgs(1),
		RunE: s.reads(func(ctx context.Context, a *app.App, args []string) error {
			file := s.path(args[0])
			if err := a.Workspace.Export(ctx, file, app.Version); err != nil {
				return err
			}
			return s.print(map[string]string{"file": file}, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "%s holds everything, unencrypted. 'relais import workspace' makes the same workspace of it.\n", file)
				return err
			})
		}),
	}
}

// importWorkspace is `relais import workspace FILE`.
func (s *session) importWorkspace() *cobra.Command {
	return &cobra.Command{
		Use:   "workspace FILE",
		Short: "Make a workspace of an export, in a new folder (--workspace)",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rows, err := app.Import(cmd.Context(), s.path(args[0]), s.dir)
			if err != nil {
				return err
			}
			return s.print(rows, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "%s: %d people, %d articles, %d posts, %d shares\n", s.dir, rows["staff"], rows["article"], rows["post"], rows["share"])
				return err
			})
		},
	}
}
