package app

import (
	"context"
	"time"

	"relais/backend/workspace"
)

// clockKey is the setting of the last time that was seen to go by.
const clockKey = "app.clock_seen"

// How far the clock may be from the last time seen before a person is asked. Back: more than a change of zone or a
// correction. Ahead: longer than a laptop stays shut over the summer.
const (
	clockBack  = 12 * time.Hour
	clockAhead = 62 * 24 * time.Hour
)

// checkClock refuses to go on where this computer's clock cannot be right: with a wrong one posts would expire, caps
// begin anew, letters planned for later leave at once, and retention would erase. Nothing is changed until the clock
// is right again or somebody says that it is (TrustClock): clock_back or clock_ahead, with both times.
func (a *App) checkClock(ctx context.Context) error {
	now := a.Workspace.Now()
	var seen workspace.Instant
	known, err := a.Workspace.Settings.Get(ctx, clockKey, &seen)
	if err != nil {
		return err
	}
	passed := now.Sub(seen.Time())
	code := ""
	switch {
	case !known:
	case passed < -clockBack:
		code = "clock_back"
	case passed > clockAhead:
		code = "clock_ahead"
	case passed >= 0 && passed < time.Minute:
		return nil // not worth a write
	}
	if code != "" {
		return workspace.NewFault(code, "now", now.Format(time.DateOnly), "seen", seen.Time().In(now.Location()).Format(time.DateOnly))
	}
	return a.TrustClock(ctx)
}

// TrustClock takes the time that this computer shows for right.
func (a *App) TrustClock(ctx context.Context) error {
	return a.Workspace.Settings.Set(ctx, clockKey, workspace.At(a.Workspace.Now()))
}

// begin does what each start brings: what can no longer be shared is closed. A failure hinders nobody from reading;
// the next sync tries again.
func (a *App) begin(ctx context.Context) {
	if a.Workspace.ReadOnly() {
		return
	}
	err := a.checkClock(ctx)
	if err == nil {
		_, err = a.Campaigns.ExpireDue(ctx)
	}
	if err != nil {
		a.Workspace.Log.Warn("nothing was marked as expired at the start", "error", err)
	}
}
