package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/workspace"
)

// doctorCommand is `relais doctor`: it opens nothing for writing, so that it
// works on a workspace that is in use, or damaged.
func (s *session) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Tell whether the workspace, its backups and this computer are in order",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			keys, err := workspace.DefaultKeys()
			if err != nil {
				return err
			}
			findings := workspace.Examine(cmd.Context(), workspace.Examination{
				Dir: s.dir, Keys: keys, Now: time.Now(), Restore: true,
				MailServers: func(ctx context.Context) (string, error) { return app.MailWay(ctx, s.dir) },
			})
			err = s.print(findings, func(w io.Writer) error {
				for _, f := range findings {
					fmt.Fprintf(w, "%-8s %s\n", mark(f.Verdict), message("doctor", s.language(), "doctor_"+f.Code+"_"+f.Verdict, f.Params))
				}
				return nil
			})
			if err != nil {
				return err
			}
			for _, f := range findings {
				if f.Verdict == workspace.Broken {
					return workspace.NewFault("doctor_broken")
				}
			}
			return nil
		},
	}
}

func mark(verdict string) string {
	return map[string]string{workspace.Sound: "ok", workspace.Concern: "look at", workspace.Broken: "BROKEN", workspace.Unclear: "?"}[verdict]
}
