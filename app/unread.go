package app

import (
	"context"
	"slices"

	"relais/backend/outbox"
	"relais/backend/workspace"
)

// Settings of the mail that the server lists and does not give: what was missing at the last reading, and of what
// somebody said that sending need not wait for it.
const (
	unreadKey   = "mail.unread"
	acceptedKey = "mail.unread_accepted"
)

// checkUnread holds sending back while a message in the mailbox could not be read: it may say that somebody leaves.
// The fault mail_unread is told where anything waits to be sent; held alone says that nothing may be queued by itself
// either. The next reading asks again, and SendDespiteUnread is a person's word that it need not wait.
func (a *App) checkUnread(ctx context.Context, unread []string) (held bool, err error) {
	var before, accepted []string
	if _, err := a.Workspace.Settings.Get(ctx, unreadKey, &before); err != nil {
		return true, err
	}
	if !slices.Equal(before, unread) {
		if err := a.Workspace.Settings.Set(ctx, unreadKey, append([]string{}, unread...)); err != nil {
			return true, err
		}
	}
	if len(unread) == 0 {
		return false, nil
	}
	if _, err := a.Workspace.Settings.Get(ctx, acceptedKey, &accepted); err != nil {
		return true, err
	}
	open := slices.DeleteFunc(slices.Clone(unread), func(one string) bool { return slices.Contains(accepted, one) })
	if len(open) == 0 {
		return false, nil
	}
	waiting, err := a.Outbox.Count(ctx)
	if err == nil && waiting.ByState[outbox.Queued]+waiting.ByState[outbox.Deferred] > 0 {
		err = workspace.NewFault("mail_unread", "count", len(open))
	}
	return true, err
}

// SendDespiteUnread lets sending go on although the messages that were missing at the last reading are not read. Others
// that are missing later hold it back again.
func (a *App) SendDespiteUnread(ctx context.Context) error {
	var unread []string
	if _, err := a.Workspace.Settings.Get(ctx, unreadKey, &unread); err != nil {
		return err
	}
	return a.Workspace.Settings.Set(ctx, acceptedKey, append([]string{}, unread...))
}
