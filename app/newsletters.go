package app

import (
	"context"
	"errors"

	"relais/backend/reply"
	"relais/backend/source"
	"relais/backend/workspace"
)

const (
	newslettersAtOnce = 500
	largestNewsletter = 25 << 20
)

// takeNewsletters moves newsletters that came to the mailbox into the library,
// before anything else is read: they are no answers. What staff write, and what
// has a token of ours, is never taken for one.
func (a *App) takeNewsletters(ctx context.Context) (int, error) {
	rows, err := a.Mailbox.Pending(ctx, newslettersAtOnce)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, in := range rows {
		raw, err := a.Mailbox.Raw(ctx, in.ID, largestNewsletter)
		if errors.Is(err, workspace.ErrNotFound) {
			continue
		}
		if err != nil {
			return n, err
		}
		ours, err := a.isNewsletter(ctx, raw)
		if err != nil {
			return n, err
		}
		if !ours {
			continue
		}
		err = a.Workspace.DB.Tx(ctx, func(ctx context.Context) error {
			added, err := a.Sources.Newsletter(ctx, raw)
			if err != nil {
				return err
			}
			n += len(added)
			return a.Mailbox.MarkRead(ctx, in.ID, reply.ReaderVersion)
		})
		if ctx.Err() != nil {
			return n, ctx.Err()
		}
		if err != nil { // unreadable as a newsletter: the reader of replies shows it to a person
			a.Workspace.Log.Warn("newsletter not taken in", "inbound", in.ID)
		}
	}
	return n, nil
}

func (a *App) isNewsletter(ctx context.Context, raw []byte) (bool, error) {
	from, ok := source.Mailing(raw)
	if !ok {
		return false, nil
	}
	settings, configured, err := a.Account.Get(ctx)
	if err != nil || (configured && settings.Address == from) {
		return false, err
	}
	if _, staff, err := a.Staff.ByAddress(ctx, from); err != nil || staff {
		return false, err
	}
	return true, nil
}
