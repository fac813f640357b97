package app

import (
	"context"
	"errors"

	"relais/backend/source"
	"relais/backend/workspace"
)

const largestNewsletter = 25 << 20

// newsletters move mailings that came to the mailbox into the library: they are no
// answers. What staff write, and what has a token of ours, is never taken for one.
type newsletters struct{ a *App }

// Is implements intake.Newsletters.
func (n newsletters) Is(ctx context.Context, raw []byte) (bool, error) {
	from, ok := source.Mailing(raw)
	if !ok {
		return false, nil
	}
	settings, configured, err := n.a.Account.Get(ctx)
	if err != nil || (configured && settings.Address == from) {
		return false, err
	}
	if _, staff, err := n.a.Staff.ByAddress(ctx, from); err != nil || staff {
		return false, err
	}
	return true, nil
}

// Take implements intake.Newsletters. What is unreadable as a newsletter is an
// error: the reader of replies shows it to a person then.
func (n newsletters) Take(ctx context.Context, id int64) error {
	raw, err := n.a.Mailbox.Raw(ctx, id, largestNewsletter)
	if errors.Is(err, workspace.ErrNotFound) {
		return nil
	}
	if err == nil {
		_, err = n.a.Sources.Newsletter(ctx, raw)
	}
	return err
}
