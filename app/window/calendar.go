package window

import (
	"context"
	"os"

	"relais/app/cli"
	"relais/backend/campaign"
	"relais/backend/workspace"
)

// Calendar is what goes out and what ends, day by day.
type Calendar struct{ w *Window }

// CalendarEvent is one line of a day.
type CalendarEvent struct {
	Kind  string `json:"kind"`
	ID    int64  `json:"id"`
	Day   string `json:"day"`
	Title string `json:"title"`
	Count int    `json:"count"`
}

// Events gives what happens from one day to another, both included.
func (c *Calendar) Events(from, to string) ([]CalendarEvent, error) {
	return call(c.w.app, "Calendar.Events", func() ([]CalendarEvent, error) {
		all, err := c.w.app.Campaigns.Calendar(context.Background(), from, to)
		out := make([]CalendarEvent, 0, len(all))
		for _, e := range all {
			out = append(out, CalendarEvent(e))
		}
		return out, err
	})
}

// Export writes the same as a calendar file to path, in a language.
func (c *Calendar) Export(from, to, language, path string) error {
	return do(c.w.app, "Calendar.Export", func() error {
		all, err := c.w.app.Campaigns.Calendar(context.Background(), from, to)
		if err != nil {
			return err
		}
		text := campaign.ICS(all, c.w.app.Workspace.Now(), func(e campaign.Event) string { return cli.EventTitle(cli.Words("send", language), e) })
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			return workspace.NewFault("file_unwritable", "file", path).Wrap(err)
		}
		return nil
	})
}
