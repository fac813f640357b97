package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/app/handover"
	"relais/backend/workspace"
)

// patience is how long a command waits for another command to finish with the
// workspace.
const patience = 20 * time.Second

// command is the body of a subcommand over an open workspace.
type command func(ctx context.Context, a *app.App, args []string) error

// writes makes the RunE of a command that changes the workspace. Where the
// window has it open, the whole command line is handed to it.
func (s *session) writes(run command) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		if s.env.App != nil {
			return run(ctx, s.env.App, args)
		}
		a, err := s.openOrHandOver(ctx)
		if err != nil || a == nil {
			return err
		}
		err = run(ctx, a, args)
		if err == nil {
			err = a.Workspace.Here()
		}
		return s.close(a, err)
	}
}

// reads makes the RunE of a command that only reads: it needs no lock.
func (s *session) reads(run command) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		if s.env.App != nil {
			return run(ctx, s.env.App, args)
		}
		a, err := app.Open(ctx, s.dir, workspace.Options{Now: s.env.Now})
		if errors.Is(err, workspace.ErrInUse) || errors.Is(err, workspace.NewFault("workspace_not_writable")) {
			first := err
			a, err = app.Open(ctx, s.dir, workspace.Options{ReadOnly: true, Now: s.env.Now})
			if errors.Is(err, workspace.NewFault("workspace_missing")) {
				err = first // there is nothing to read: what hinders writing is the reason
			}
		}
		if err != nil {
			return err
		}
		return s.close(a, run(ctx, a, args))
	}
}

// openOrHandOver opens the workspace, or lets the window run the command and
// gives nil. Another command is waited for.
func (s *session) openOrHandOver(ctx context.Context) (*app.App, error) {
	end := time.Now().Add(patience)
	for {
		a, err := app.Open(ctx, s.dir, workspace.Options{Now: s.env.Now})
		if !errors.Is(err, workspace.ErrInUse) {
			return a, err
		}
		code, handErr := handover.Send(ctx, s.dir, handover.Call{Args: s.args, Cwd: s.env.Cwd, In: s.env.In, Out: s.env.Out, Err: s.env.Err})
		if handErr == nil {
			s.handedEnd = code
			return nil, nil
		}
		if !errors.Is(handErr, handover.ErrNobody) || time.Now().After(end) {
			return nil, errors.Join(err, handErr)
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// close closes the workspace and says, beside what the command had to say, when another copy of it is about; only
// sending waits for that.
func (s *session) close(a *app.App, err error) error {
	err = a.Workspace.Known(err)
	if other := a.Workspace.OtherCopy(); other != nil && (err == nil || !errors.Is(err, other)) {
		fmt.Fprintf(s.env.Err, "relais: %s\n", Sentence(other, s.language()))
	}
	return errors.Join(err, a.Close())
}

// path resolves an argument against the caller's folder.
func (s *session) path(name string) string {
	if filepath.IsAbs(name) || name == "" {
		return name
	}
	return filepath.Join(s.env.Cwd, name)
}

// read gives a file's bytes up to limit, or everything of standard input for "-".
func (s *session) openFile(name string) (*os.File, error) {
	f, err := os.Open(s.path(name))
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", name).Wrap(err)
	}
	return f, nil
}
