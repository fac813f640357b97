package cli

import (
	"context"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/app/demo"
	"relais/backend/workspace"
)

// demoCommand is `relais demo`.
func (s *session) demoCommand() *cobra.Command {
	headless := false
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Play the whole loop on a sample company, with a mail server inside the process",
		Long: "Play the whole loop on a sample company of 24 people: articles come in, posts are drafted and sent by email\n" +
			"to a mail server inside the process, the sample staff answer, and their shares are recorded. The window opens\n" +
			"on it while the last answers come in. Nothing leaves this computer, and your own workspace is not touched:\n" +
			"the sample lives in a throwaway folder, or in the one given with --workspace, which must be new or empty.",
		Args: cobra.NoArgs,
	}
	cmd.Flags().BoolVar(&headless, "headless", false, "without a window; succeeds only if the ledger is exactly what the sample staff said")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		o := demo.Options{Out: s.env.Out, Language: s.language(), Now: s.env.Now}
		if cmd.Flags().Changed("workspace") || s.env.Getenv("RELAIS_WORKSPACE") != "" {
			o.Dir = s.dir
		}
		if !headless {
			if s.env.Show == nil {
				return workspace.NewFault("no_window")
			}
			o.Window = func(ctx context.Context, a *app.App) error { return s.env.Show(ctx, a) }
		}
		return demo.Run(cmd.Context(), o)
	}
	return cmd
}
