package window

import (
	"os"
	"os/exec"

	"relais/backend/workspace"
)

// OpenSample starts a second copy of Relais on the sample company, in a throwaway workspace of its own. It outlives
// this window only as long as its own is open.
func (s *Shell) OpenSample() error {
	return do(s.w.app, "Shell.OpenSample", func() error {
		self, err := os.Executable()
		if err != nil {
			return workspace.NewFault("sample_not_started").Wrap(err)
		}
		cmd := exec.Command(self, "demo") //nolint:noctx // it outlives this call
		if err := cmd.Start(); err != nil {
			return workspace.NewFault("sample_not_started").Wrap(err)
		}
		// Reaped when it ends; its end is of no concern to this window.
		go func() { _ = cmd.Wait() }()
		return nil
	})
}
