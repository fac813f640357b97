package wire

import (
	"context"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/commands"
	"github.com/emersion/go-imap/responses"
)

// Idle waits in the selected folder (RFC 2177) until the server tells of a new number of messages, the time is up or
// ctx ends; news says which. A server without IDLE is asked with NOOP by the caller's polling instead: then Idle
// just waits. The caller renews it: servers hang up after 30 minutes, some routers after 10.
func (c *Client) Idle(ctx context.Context, patience time.Duration) (news bool, err error) {
	if !c.Has(ctx, "IDLE") {
		select {
		case <-time.After(min(patience, time.Minute)):
			return true, c.Noop(ctx)
		case <-ctx.Done():
			return false, ctx.Err()
		}
	}
	stop := make(chan struct{})
	heard := make(chan struct{}, 1)
	idle := &responses.Idle{Stop: stop, RepliesCh: make(chan []byte, 10)}
	done := make(chan error, 1)
	// Not the caller's ctx: its end is said with DONE, which leaves the connection good.
	go func() {
		done <- c.execute(context.WithoutCancel(ctx), patience+c.timeout, new(commands.Idle), &listening{Idle: idle, heard: heard})
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-heard:
		news = true
	case <-timer.C:
	case <-ctx.Done():
	case err = <-done:
		close(stop)
		return false, err
	}
	close(stop)
	return news, <-done
}

// listening notices EXISTS beside what go-imap's handler does.
type listening struct {
	*responses.Idle
	heard chan<- struct{}
}

// Handle implements responses.Handler.
func (l *listening) Handle(resp imap.Resp) error {
	if name, _, ok := imap.ParseNamedResp(resp); ok && name == "EXISTS" {
		select {
		case l.heard <- struct{}{}:
		default:
		}
	}
	return l.Idle.Handle(resp)
}
