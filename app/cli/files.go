package cli

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/workspace"
)

// filesOrNone takes files to open, and nothing else: a word that is no file was meant as a command.
func (s *session) filesOrNone(cmd *cobra.Command, args []string) error {
	if len(args) > 0 && s.meansFile(args[0]) {
		return nil
	}
	return cobra.NoArgs(cmd, args)
}

// meansFile says whether a word is a file's name: there is one, or it looks like no command.
func (s *session) meansFile(word string) bool {
	if strings.Contains(word, "://") {
		return false
	}
	if strings.ContainsRune(word, '.') || strings.ContainsAny(word, `/`+string(filepath.Separator)) {
		return true
	}
	_, err := os.Stat(s.path(word))
	return word != "" && err == nil
}

// openWindow opens the window, and in it the files that were named. What cannot be opened is said here too, for whoever
// looks at the terminal.
func (s *session) openWindow(cmd *cobra.Command, args []string) error {
	if s.env.Window == nil {
		return workspace.NewFault("no_window")
	}
	files := make([]string, 0, len(args))
	for _, name := range args {
		file := s.path(name)
		if err := app.CheckArrival(file); err != nil {
			s.complain(err)
		}
		files = append(files, file)
	}
	return s.env.Window(cmd.Context(), s.dir, workspace.Options{Now: s.env.Now}, files)
}
