package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/workspace"
)

// backupDone is what `relais backup --json` prints.
type backupDone struct {
	File     string             `json:"file"`
	Manifest workspace.Manifest `json:"manifest"`
	// RecoveryKey is given once, when the first backup made it.
	RecoveryKey string `json:"recovery_key,omitempty"`
}

// backupCommand is `relais backup FILE`.
func (s *session) backupCommand() *cobra.Command {
	ask := false
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Write an encrypted backup, while the workspace is in use",
		Long: "Write an encrypted backup of everything to FILE. The first backup makes a recovery key and prints it once:\n" +
			"keep it apart from the laptop. It stays on this computer too, so that restoring here asks for nothing.\n" +
			"With --passphrase (or RELAIS_PASSPHRASE) a passphrase opens the backup as well.",
		Args: cobra.ExactArgs(1),
	}
	cmd.Flags().BoolVar(&ask, "passphrase", false, "read a passphrase from standard input that opens this and later backups")
	cmd.RunE = s.writes(func(ctx context.Context, a *app.App, args []string) error {
		passphrase := s.env.Getenv("RELAIS_PASSPHRASE")
		if ask {
			line, err := s.readLine()
			if err != nil {
				return err
			}
			passphrase = line
		}
		key, err := a.Backups.EnsureKey(ctx)
		if err != nil {
			return err
		}
		if passphrase != "" {
			if err := a.Backups.SetPassphrase(ctx, passphrase); err != nil {
				return err
			}
		}
		done := backupDone{File: s.path(args[0]), RecoveryKey: key}
		if done.Manifest, err = a.Backups.Create(ctx, done.File); err != nil {
			return err
		}
		return s.print(done, func(w io.Writer) error {
			fmt.Fprintf(w, "%s: %s\n", done.File, contents(done.Manifest))
			if key != "" {
				fmt.Fprintf(w, "\nThe recovery key opens this and all later backups. It is shown once: write it down and keep it\napart from this computer.\n\n    %s\n\n", key)
			}
			return nil
		})
	})
	return cmd
}

// contents is what a backup holds, in a few words.
func contents(m workspace.Manifest) string {
	parts := []string{}
	for _, t := range []struct{ table, word string }{
		{"staff", "people"}, {"article", "articles"}, {"post", "posts"}, {"message", "messages sent"}, {"inbound", "messages received"}, {"share", "shares"},
	} {
		if n, ok := m.Tables[t.table]; ok {
			parts = append(parts, fmt.Sprintf("%d %s", n, t.word))
		}
	}
	return strings.Join(parts, ", ")
}

// readLine reads one line of standard input, without its end.
func (s *session) readLine() (string, error) {
	line, err := bufio.NewReader(io.LimitReader(s.env.In, 4<<10)).ReadString('\n')
	line = strings.TrimRight(line, "\r\n")
	if line == "" {
		return "", workspace.NewFault("passphrase_empty").Wrap(err)
	}
	return line, nil
}

// restoreCommand is `relais restore FILE`.
func (s *session) restoreCommand() *cobra.Command {
	var preview, replace, ask bool
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Lay a backup out as a workspace",
		Long: "Lay the backup in FILE out in the folder of the workspace (--workspace), which must be new or empty; with\n" +
			"--replace, what stands there is moved aside first. The recovery key is read from standard input with --key, a\n" +
			"passphrase from RELAIS_PASSPHRASE; on the computer that made the backup neither is needed. What was waiting to\n" +
			"be sent is held back until a person lets it go, and all mail is read before anything is sent.",
		Args: cobra.ExactArgs(1),
	}
	cmd.Flags().BoolVar(&preview, "preview", false, "only tell what the backup holds")
	cmd.Flags().BoolVar(&replace, "replace", false, "move what stands in the folder aside")
	cmd.Flags().BoolVar(&ask, "key", false, "read the recovery key from standard input")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		file := s.path(args[0])
		unlock, err := s.unlock(ask)
		if err != nil {
			return err
		}
		if preview {
			m, err := workspace.ReadManifest(file, unlock)
			if err != nil {
				return err
			}
			return s.print(m, func(w io.Writer) error {
				_, err := fmt.Fprintf(w, "%s, made %s: %s\n", filepath.Base(file), m.MadeAt.Local().Format("2006-01-02 15:04"), contents(m))
				return err
			})
		}
		done, err := app.Restore(cmd.Context(), file, s.dir, workspace.RestoreOptions{Unlock: unlock, Replace: replace})
		if err != nil {
			return err
		}
		return s.print(done, func(w io.Writer) error {
			fmt.Fprintf(w, "%s: %s\n", done.Dir, contents(done.Manifest))
			if done.Aside != "" {
				fmt.Fprintf(w, "What stood there before is in %s\n", done.Aside)
			}
			fmt.Fprintf(w, "%d messages that were waiting are held back, %d leaves and %d erasures were applied again.\n", done.Held, done.Left, done.Erased)
			return nil
		})
	}
	return cmd
}

func (s *session) unlock(ask bool) (workspace.Unlock, error) {
	keys, err := workspace.DefaultKeys()
	if err != nil {
		return workspace.Unlock{}, err
	}
	unlock := workspace.Unlock{Keys: keys, Key: s.env.Getenv("RELAIS_RECOVERY_KEY"), Passphrase: s.env.Getenv("RELAIS_PASSPHRASE")}
	if ask {
		unlock.Key, err = s.readLine()
	}
	return unlock, err
}
