package app

import (
	"context"
	"errors"

	"relais/backend/outbox"
	"relais/backend/workspace"
)

// mailMatcher decides which mail of a shared mailbox is ours.
type mailMatcher struct{ a *App }

// KnownToken implements mailbox.Matcher.
func (m mailMatcher) KnownToken(ctx context.Context, token string) (bool, error) {
	_, err := m.a.Outbox.MessageByToken(ctx, token)
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, outbox.ErrToken), errors.Is(err, outbox.ErrTokenForeign), errors.Is(err, workspace.ErrNotFound):
		return false, nil
	default:
		return false, err
	}
}

// KnownAddress implements mailbox.Matcher.
func (m mailMatcher) KnownAddress(ctx context.Context, address string) (bool, error) {
	_, known, err := m.a.Staff.ByAddress(ctx, address)
	if err != nil || known {
		return known, err
	}
	return m.a.Sources.KnownSender(ctx, address)
}
