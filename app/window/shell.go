package window

import (
	"context"

	"relais/app"
	"relais/backend/report"
)

// Shell is what stands around the screens: the palette, undo, the way to files.
type Shell struct{ w *Window }

// Found is an article, a person or a post for the palette.
type Found struct {
	Kind   string `json:"kind"`
	ID     int64  `json:"id"`
	Title  string `json:"title"`
	Detail string `json:"detail"`
}

// Find looks for things by their names, a handful of each kind.
func (s *Shell) Find(words string) ([]Found, error) {
	return call(s.w.app, "Shell.Find", func() ([]Found, error) {
		rows, err := report.Find(context.Background(), s.w.app.Workspace, words)
		if err != nil {
			return nil, err
		}
		out := make([]Found, 0, len(rows))
		for _, r := range rows {
			out = append(out, Found(r))
		}
		return out, nil
	})
}

// TrustClock takes the time that this computer shows for right after a jump, and syncs.
func (s *Shell) TrustClock() error {
	return do(s.w.app, "Shell.TrustClock", func() error {
		if err := s.w.app.TrustClock(context.Background()); err != nil {
			return err
		}
		_, err := app.StartSync(s.w.app)
		return err
	})
}

// TrustCopy goes on with this copy of the workspace, and syncs.
func (s *Shell) TrustCopy() error {
	return do(s.w.app, "Shell.TrustCopy", func() error {
		if err := s.w.app.TrustCopy(context.Background()); err != nil {
			return err
		}
		_, err := app.StartSync(s.w.app)
		return err
	})
}

// SendDespiteUnread lets sending go on although mail in the mailbox could not be read, and syncs.
func (s *Shell) SendDespiteUnread() error {
	return do(s.w.app, "Shell.SendDespiteUnread", func() error {
		if err := s.w.app.SendDespiteUnread(context.Background()); err != nil {
			return err
		}
		_, err := app.StartSync(s.w.app)
		return err
	})
}

// Undo takes back the step that the journal has under this id.
func (s *Shell) Undo(activity int64) error {
	return do(s.w.app, "Shell.Undo", func() error {
		return s.w.app.Workspace.Journal.Undo(context.Background(), activity)
	})
}
