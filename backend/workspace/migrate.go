package workspace

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// CopiesBeforeMigration is the folder of the copies made before each migration;
// the retention rules delete them after CopiesKept.
const (
	CopiesBeforeMigration = "before-migration"
	CopiesKept            = 90 * 24 * time.Hour
)

// migrate brings the database to the newest schema that files know. What it held
// before is copied first with VACUUM INTO. A database from a newer version is
// refused and left untouched. Each step is a transaction of its own: where a
// later one fails, the copy is given that has to be put back.
func migrate(ctx context.Context, pool *sql.DB, files fs.FS, dir string, now time.Time) (putBack string, err error) {
	provider, err := goose.NewProvider(goose.DialectSQLite3, pool, files)
	if err != nil {
		return "", fmt.Errorf("workspace: migrations: %w", err)
	}
	have, err := provider.GetDBVersion(ctx)
	if err != nil {
		return "", storageFault(err, dir)
	}
	sources := provider.ListSources()
	newest := sources[len(sources)-1].Version
	if have > newest {
		return "", NewFault("workspace_newer", "have", have, "newest", newest)
	}
	pending, err := provider.HasPending(ctx)
	if err != nil || !pending {
		return "", storageFault(err, dir)
	}
	copied := ""
	if have > 0 {
		if copied, err = copyBefore(ctx, pool, dir, have, now); err != nil {
			return "", err
		}
	}
	if _, err := provider.Up(ctx); err != nil {
		if version, versionErr := provider.GetDBVersion(ctx); versionErr == nil && version == have {
			copied = "" // the very first step failed: nothing has changed
		}
		return copied, migrationFault(err, dir)
	}
	return "", nil
}

func migrationFault(err error, dir string) error {
	var partial *goose.PartialError
	var storage *Fault
	fault := storageFault(err, dir)
	if !errors.As(fault, &storage) && errors.As(err, &partial) {
		return NewFault("migration_failed", "version", partial.Failed.Source.Version).Wrap(err)
	}
	return fault
}

// putBack gives a database the place that it had before a migration that failed.
// The copy moves: that needs no room on a full disk.
func putBack(copied, dir string) error {
	path := filepath.Join(dir, DatabaseName)
	for _, beside := range []string{path + "-wal", path + "-shm"} {
		if err := os.Remove(beside); err != nil && !errors.Is(err, os.ErrNotExist) {
			return storageFault(err, dir)
		}
	}
	return storageFault(os.Rename(copied, path), dir)
}

func copyBefore(ctx context.Context, pool *sql.DB, dir string, version int64, now time.Time) (string, error) {
	folder := filepath.Join(dir, CopiesBeforeMigration)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", storageFault(err, folder)
	}
	target := filepath.Join(folder, fmt.Sprintf("%s-schema-%d.db", now.UTC().Format("20060102T150405.000"), version))
	if _, err := pool.ExecContext(ctx, "VACUUM INTO ?", target); err != nil {
		return "", storageFault(err, target)
	}
	return target, os.Chmod(target, 0o600)
}

// SchemaVersion gives the version of the newest migration that this copy of
// Relais knows.
func SchemaVersion() (int64, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil || len(names) == 0 {
		return 0, fmt.Errorf("workspace: no migrations: %w", err)
	}
	return goose.NumericComponent(filepath.Base(names[len(names)-1]))
}
