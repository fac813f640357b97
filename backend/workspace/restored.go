package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// restoredSetting says that a restored workspace has not been made safe yet. It
// is part of the restored database before that gets its place, so that a crash
// in between cannot leave a workspace that sends what was sent already.
const restoredSetting = "restored"

// RestoredFrom tells which backup a workspace came from, and whether what must
// follow has been done.
type RestoredFrom struct {
	MadeAt  time.Time `json:"made_at"`
	At      time.Time `json:"at"`
	Pending bool      `json:"pending"`
}

// Restoration gives the backup that this workspace came from; false where it
// never was restored.
func (w *Workspace) Restoration(ctx context.Context) (RestoredFrom, bool, error) {
	from := RestoredFrom{}
	found, err := w.Settings.Get(ctx, restoredSetting, &from)
	return from, found, err
}

// RestorationDone notes that everything that follows a restore has been done. It
// runs in the transaction in which that was.
func (w *Workspace) RestorationDone(ctx context.Context) error {
	from, _, err := w.Restoration(ctx)
	if err != nil {
		return err
	}
	from.Pending = false
	return w.Settings.Set(ctx, restoredSetting, from)
}

func markRestored(ctx context.Context, database string, known, lists []string, m Manifest, now time.Time) error {
	pool, err := sql.Open("sqlite", "file:"+escapePath(database)+"?_pragma=synchronous(FULL)&_pragma=secure_delete(ON)")
	if err != nil {
		return storageFault(err, database)
	}
	defer pool.Close()
	pool.SetMaxOpenConns(1) // ATTACH belongs to a connection
	text, err := json.Marshal(RestoredFrom{MadeAt: m.MadeAt, At: now.UTC(), Pending: true})
	if err != nil {
		return fmt.Errorf("workspace: restore: %w", err)
	}
	_, err = pool.ExecContext(ctx, "INSERT OR REPLACE INTO setting (key, value, changed_at) VALUES (?, ?, ?)", restoredSetting, string(text), now.UnixMilli())
	if err != nil {
		return storageFault(err, database)
	}
	if err := takeDepartures(ctx, pool, m.WorkspaceID, lists); err != nil {
		return err
	}
	for _, dir := range known {
		if err := takeTombstones(ctx, pool, filepath.Join(dir, DatabaseName)); err != nil {
			return err
		}
	}
	return nil
}

// takeTombstones copies the erasures and leaves of another copy of the same
// workspace, known by its tombstone key. One that cannot be read is passed over:
// a damaged database is a reason to restore.
func takeTombstones(ctx context.Context, pool *sql.DB, other string) error {
	if _, err := os.Stat(other); err != nil {
		return nil //nolint:nilerr // there is no such workspace
	}
	if _, err := pool.ExecContext(ctx, "ATTACH ? AS other", "file:"+escapePath(other)+"?mode=ro"); err != nil {
		return nil //nolint:nilerr // it cannot be read
	}
	// An error here means that it is damaged, or no workspace at all.
	_, _ = pool.ExecContext(ctx, `INSERT OR IGNORE INTO main.tombstone (hash, kind, at)
		SELECT hash, kind, at FROM other.tombstone
		WHERE (SELECT value FROM other.setting WHERE key = ?1) = (SELECT value FROM main.setting WHERE key = ?1)`, tombstoneKey)
	_, err := pool.ExecContext(ctx, "DETACH other")
	return storageFault(err, other)
}
