package app

import (
	"context"
	"errors"
	"slices"
	"sync"

	"relais/backend/job"
	"relais/backend/workspace"
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

// away are the faults that say no more than that there is no network just now. The window has its own sign for that,
// and the next sync mends it.
var away = []string{"mail_offline", "mail_host_unknown", "mail_server_silent", "mail_port_closed", "mail_imap_timeout",
	"mail_imap_closed", "mail_connection_lost", "mail_connection_failed", "mail_server_closed", "mail_sign_in_unreachable"}

// unasked keeps syncs that nobody asked for from telling the same trouble every few minutes: what is only away is not
// told, anything else once, until it is over.
type unasked struct {
	mu   sync.Mutex
	last string
}

func (u *unasked) once(work func(context.Context, *job.Progress) error) func(context.Context, *job.Progress) error {
	return func(ctx context.Context, p *job.Progress) error {
		err := work(ctx, p)
		var fault *workspace.Fault
		code := ""
		if errors.As(err, &fault) {
			code = fault.Code
		}
		u.mu.Lock()
		defer u.mu.Unlock()
		known := code != "" && (code == u.last || slices.Contains(away, code))
		u.last = code
		if known {
			return job.Quietly(err)
		}
		return err
	}
}
