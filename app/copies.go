package app

import (
	"context"

	"relais/backend/workspace"
)

// TrustCopy goes on with this copy of the workspace though another was written later, lies beside it or is open
// elsewhere. What was waiting may have left from the other: it is held back, and message ids jump, as after a restore.
func (a *App) TrustCopy(ctx context.Context) error {
	return a.Workspace.DB.Tx(ctx, func(ctx context.Context) error {
		if err := a.Outbox.AfterRestore(ctx); err != nil {
			return err
		}
		if _, err := a.Workspace.Journal.Record(ctx, workspace.Entry{Verb: "workspace.trusted", Kind: "workspace"}); err != nil {
			return err
		}
		return a.Workspace.TrustCopy(ctx)
	})
}
