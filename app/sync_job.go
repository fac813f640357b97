package app

import (
	"context"

	"relais/backend/job"
)

// syncJob is a sync as work in the background.
func syncJob(a *App) func(ctx context.Context, p *job.Progress) error {
	return func(ctx context.Context, p *job.Progress) error {
		last := ""
		_, err := Sync(ctx, a, SyncOptions{}, func(step string, done, total int) {
			if step != last {
				last = step
				p.Step(step)
			}
			p.Set(int64(done), int64(total))
		})
		return err
	}
}
