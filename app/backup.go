package app

import (
	"context"
	"errors"
	"time"

	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
)

// tokenWrap is the secret without which a restored workspace would not know its
// own mail; the others only spare typing a password again.
const tokenWrap = "mail.token_wrap"

func secretNames(context.Context) ([]string, error) {
	return []string{tokenWrap, "mail.password", "mail.oauth_token", "mail.oauth_client_secret"}, nil
}

// newBackups gives the backups of a workspace, with the recovery keys of this user.
func newBackups(ws *workspace.Workspace) (*workspace.Backups, error) {
	keys, err := workspace.DefaultKeys()
	if err != nil {
		return nil, err
	}
	return workspace.NewBackups(ws, workspace.BackupOptions{Keys: keys, Version: Version, SecretNames: secretNames}), nil
}

// Restored is what a restore did.
type Restored struct {
	Manifest workspace.Manifest `json:"manifest"`
	Dir      string             `json:"dir"`
	Aside    string             `json:"aside"`  // the folder that stood there before, or ""
	Held     int                `json:"held"`   // messages that were waiting, now in quarantine
	Left     int                `json:"left"`   // leaves applied again
	Erased   int                `json:"erased"` // erasures applied again
}

// Restore lays a backup out in dir and makes it safe to go on with: what was
// waiting to be sent is held back, message ids jump, and whoever left or was
// erased since stays so.
func Restore(ctx context.Context, file, dir string, o workspace.RestoreOptions) (Restored, error) {
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	if usual, err := workspace.DefaultDir(); err == nil {
		o.Known = append(o.Known, usual)
	}
	laid, err := workspace.Restore(ctx, file, dir, o)
	if err != nil {
		return Restored{}, err
	}
	out := Restored{Manifest: laid.Manifest, Dir: laid.Dir, Aside: laid.Aside}
	a, err := Open(ctx, laid.Dir, workspace.Options{})
	if err != nil {
		return out, err
	}
	err = func() error {
		for name, value := range laid.Secrets {
			// A password that this computer knows is newer than the backup's.
			if _, err := a.Workspace.Secrets.Get(name); err == nil && name != tokenWrap {
				continue
			}
			if err := a.Workspace.Secrets.Set(name, value); err != nil {
				return err
			}
		}
		counts, err := a.Outbox.Count(ctx)
		out.Held, out.Left, out.Erased = counts.Quarantined, a.applied.left, a.applied.erased
		return err
	}()
	return out, errors.Join(err, a.Close())
}

// applied is what finishing a restore found to do.
type applied struct{ left, erased int }

// finishRestore does what must follow a restore before anything else happens in
// the workspace, in one transaction: it belongs to opening, so that a crash
// right after the restore cannot skip it.
func (a *App) finishRestore(ctx context.Context) error {
	from, restored, err := a.Workspace.Restoration(ctx)
	if err != nil || !restored || !from.Pending || a.Workspace.ReadOnly() {
		return err
	}
	return a.Workspace.DB.Tx(ctx, func(ctx context.Context) error {
		if err := a.Outbox.AfterRestore(ctx); err != nil {
			return err
		}
		if err := a.TrustClock(ctx); err != nil { // the backup may be old: that is no clock that jumped
			return err
		}
		if err := a.Workspace.TrustCopy(ctx); err != nil { // it is older on purpose
			return err
		}
		left, erased, err := a.Staff.ApplyTombstones(ctx)
		if err != nil {
			return err
		}
		a.applied = applied{left, erased}
		_, err = a.Workspace.Journal.Record(ctx, workspace.Entry{Verb: "workspace.restored", Kind: "workspace",
			Params: map[string]any{"left": left, "erased": erased}})
		if err != nil {
			return err
		}
		return a.Workspace.RestorationDone(ctx)
	})
}

// MailWay says how the mail of the workspace in dir goes: "tls", "plain", or
// "none" where no account is set up. Plain on loopback, as with the sample
// company, leaves no machine and counts as safe.
func MailWay(ctx context.Context, dir string) (string, error) {
	ws, err := workspace.Open(ctx, dir, workspace.Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer func() { _ = ws.Close() }()
	settings, known, err := account.New(ws).Get(ctx)
	switch {
	case err != nil:
		return "", err
	case !known:
		return "none", nil
	case settings.Complete() != nil && (settings.IMAP.Security == wire.Plain || settings.SMTP.Security == wire.Plain):
		return "plain", nil
	}
	return "tls", nil
}

// Import makes a workspace of an export in dir, which must be new or empty, and
// gives how many rows each table has. What was waiting to be sent is held back,
// as after a restore.
func Import(ctx context.Context, file, dir string) (map[string]int64, error) {
	rows, err := workspace.ImportExport(ctx, file, dir)
	if err != nil {
		return nil, err
	}
	a, err := Open(ctx, dir, workspace.Options{})
	if err != nil {
		return nil, err
	}
	err = a.Workspace.DB.Tx(ctx, func(ctx context.Context) error {
		if err := a.Outbox.AfterRestore(ctx); err != nil {
			return err
		}
		if err := a.TrustClock(ctx); err != nil {
			return err
		}
		// Without the secret that wraps them the old token keys are of no use: new
		// ones are made, and answers to old mail are matched by its Message-ID.
		if _, err := a.Workspace.Secrets.Get(tokenWrap); errors.Is(err, workspace.ErrNotFound) {
			if err := a.Workspace.Settings.Delete(ctx, "mail.token_keys"); err != nil {
				return err
			}
		}
		return a.Articles.Reindex(ctx)
	})
	return rows, errors.Join(err, a.Close())
}
