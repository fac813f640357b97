// Package cli holds the commands: each a few lines over the services that the
// window uses too.
package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/workspace"
)

// Exit codes of every command.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Env is what a command runs in. The window runs handed-over commands in an Env
// of its own, over its open App.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	// Cwd is the caller's folder: relative paths in arguments start there.
	Cwd string
	// App is the open window's, or nil: then a command opens the workspace.
	App *app.App
	// Window opens the window on a workspace, and takes files into it (absolute paths); nil where there is none to open.
	Window func(ctx context.Context, dir string, o workspace.Options, files []string) error
	// Show opens the window over services that are open already; nil where there is none.
	Show func(ctx context.Context, a *app.App) error
	// Rescue opens the window that saves a damaged workspace; nil where there is none to open.
	Rescue func(ctx context.Context, dir string) error
	Getenv func(string) string
	// Now is the clock of what is opened; the system's where nil.
	Now func() time.Time
}

// session is one run of one command.
type session struct {
	env       Env
	dir       string
	json      bool
	args      []string
	handedEnd int // exit code of a run handed to the window, or -1
}

// usageError marks what the person typed wrong (exit 2).
type usageError struct{ error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// Run runs one command line, without the program's name, and gives its exit code.
func Run(ctx context.Context, env Env, args []string) int {
	s := &session{env: env, args: args, handedEnd: -1}
	root := s.root()
	root.SetArgs(args)
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	cmd, err := root.ExecuteContextC(ctx)
	if s.handedEnd >= 0 {
		return s.handedEnd
	}
	return s.report(cmd, err)
}

func (s *session) report(cmd *cobra.Command, err error) int {
	if err == nil {
		return exitDone
	}
	var wrong usageError
	if errors.As(err, &wrong) {
		fmt.Fprintf(s.env.Err, "relais: %v\n", err)
		return exitUsage
	}
	if fault := mistyped(cmd, err); fault != nil {
		s.complain(fault)
		return exitUsage
	}
	s.complain(err)
	return exitFailed
}

// complain says in one line what went wrong.
func (s *session) complain(err error) {
	fmt.Fprintf(s.env.Err, "relais: %s\n", Sentence(err, s.language()))
}

func (s *session) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "relais [FILE...]",
		Short:         "An employee advocacy programme from one laptop",
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          s.filesOrNone,
		RunE:          s.openWindow,
	}
	flags := root.PersistentFlags()
	flags.StringVar(&s.dir, "workspace", "", "folder of the workspace (or RELAIS_WORKSPACE)")
	flags.BoolVar(&s.json, "json", false, "print data as JSON")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return s.locate() }
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(s.commands()...)
	strict(root)
	return root
}

// locate settles which workspace is meant: the flag, the environment, or the
// user's own.
func (s *session) locate() error {
	if s.dir == "" {
		s.dir = s.env.Getenv("RELAIS_WORKSPACE")
	}
	if s.dir == "" {
		dir, err := workspace.DefaultDir()
		if err != nil {
			return err
		}
		s.dir = dir
		return nil
	}
	s.dir = s.path(s.dir)
	return nil
}

// print writes data as indented JSON with --json, and as text otherwise.
func (s *session) print(data any, text func(w io.Writer) error) error {
	if !s.json {
		return text(s.env.Out)
	}
	enc := json.NewEncoder(s.env.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(data)
}

// language is the one in which a person reads faults: that of the environment.
func (s *session) language() string {
	for _, name := range []string{"RELAIS_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := s.env.Getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "fr") {
				return "fr"
			}
			return "en"
		}
	}
	return "en"
}

// DefaultEnv is the Env of the process itself.
func DefaultEnv() Env {
	cwd, err := os.Getwd()
	if err != nil {
		cwd = "."
	}
	return Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Cwd: cwd, Getenv: os.Getenv}
}
