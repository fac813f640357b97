package demo

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"relais/app"
	"relais/backend/report"
)

// sync reads the mail, follows it through and sends what is queued, as 'relais
// sync' does.
func (s *stage) sync(ctx context.Context) error {
	_, err := app.Sync(ctx, s.app, app.SyncOptions{NoFeeds: true}, nil)
	return err
}

// report writes the figures as management gets them, beside the workspace.
func (s *stage) report(ctx context.Context) error {
	raw, err := s.app.Reports.Export(ctx, report.Filter{}, "pdf", s.Language)
	if err != nil {
		return err
	}
	file := filepath.Join(filepath.Dir(s.dir), "ormeline.pdf")
	if s.Dir != "" {
		file = filepath.Join(s.dir, "ormeline.pdf")
	}
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		return fmt.Errorf("demo: report: %w", err)
	}
	s.step("a report of %d KB in %s", len(raw)>>10, file)
	return nil
}

// reviews counts the answers that wait for a person.
func (s *stage) reviews(ctx context.Context) (int, error) {
	return s.count(ctx, "SELECT COUNT(*) FROM reply WHERE status = 'waiting'")
}
