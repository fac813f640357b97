package workspace

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"
)

// Names in the folder.
const (
	DatabaseName = "relais.db"
	lockName     = "relais.lock"
)

// Options say how a workspace is opened.
type Options struct {
	// ReadOnly opens beside a running copy: no lock, no migration, no writes.
	ReadOnly bool
	// Now is the clock; time.Now where nil.
	Now func() time.Time
	// Secrets replaces the OS keyring, for samples and tests.
	Secrets Secrets
	// Passphrase opens the encrypted file of secrets where there is no keyring;
	// where empty, RELAIS_PASSPHRASE and then a key file of the user serve.
	Passphrase string
	// MachineDir is where this computer keeps what it last wrote into which
	// workspace: the user's configuration where empty.
	MachineDir string
	// migrations replaces those of the program, for tests.
	migrations fs.FS
	// Log receives what happens, without personal data; discarded where nil.
	Log *slog.Logger
}

// Workspace is an open folder.
type Workspace struct {
	Dir      string
	ID       string // random, made with the folder; names its secrets
	DB       *DB
	Settings *Settings
	Secrets  Secrets
	Journal  *Journal
	Log      *slog.Logger

	onDeparture func() // somebody left, was erased or came back
	departing   atomic.Bool

	machine *machine             // nil where the workspace is not watched for a second copy
	older   atomic.Pointer[mark] // what this computer wrote and the database lacks
	marked  atomic.Uint64        // the database's version at the last mark
	dim     func()               // ends the beacon
	damaged atomic.Bool          // a page of the database could not be read
	file    os.FileInfo          // of the database as it was opened

	now      func() time.Time
	lock     *lock
	readOnly bool
}

// DefaultDir is the workspace in the user's data folder: $XDG_DATA_HOME/relais,
// ~/Library/Application Support/Relais or %LocalAppData%\Relais.
func DefaultDir() (string, error) {
	base, err := dataHome()
	if err != nil {
		return "", NewFault("no_home").Wrap(err)
	}
	return filepath.Join(base, "default"), nil
}

// Open opens the workspace in dir, making it where it is missing. It fails with
// ErrInUse where another copy has it, with ErrNewerSchema where a newer version
// wrote it, and with "workspace_not_writable", "disk_full" or "database_damaged".
func Open(ctx context.Context, dir string, o Options) (*Workspace, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("workspace: %w", err)
	}
	w := &Workspace{Dir: abs, now: o.Now, readOnly: o.ReadOnly, Log: o.Log}
	if w.now == nil {
		w.now = time.Now
	}
	if w.Log == nil {
		w.Log = slog.New(slog.DiscardHandler)
	}
	w.Settings = &Settings{ws: w}
	w.Journal = &Journal{ws: w, undos: map[string]UndoFunc{}}
	if err := w.open(ctx, o); err != nil {
		return nil, errors.Join(w.diagnosed(ctx, err), w.Close())
	}
	return w, nil
}

// diagnosed is what kept the workspace from opening. A damaged page makes SQLite say
// all kinds of things, such as that a table is missing and there at once: what nobody
// knows is looked into.
func (w *Workspace) diagnosed(ctx context.Context, err error) error {
	err = w.Known(err)
	var known *Fault
	path := filepath.Join(w.Dir, DatabaseName)
	if _, statErr := os.Stat(path); statErr != nil || errors.As(err, &known) {
		return err
	}
	s, openErr := openSnapshot(ctx, path)
	if openErr == nil {
		openErr = s.sound(ctx)
		_ = s.close() // it only read
	}
	if errors.Is(openErr, ErrDamaged) {
		return openErr
	}
	return err
}

func (w *Workspace) open(ctx context.Context, o Options) error {
	path := filepath.Join(w.Dir, DatabaseName)
	if w.readOnly {
		if _, err := os.Stat(path); err != nil {
			return NewFault("workspace_missing", "path", w.Dir).Wrap(err)
		}
	} else {
		if err := os.MkdirAll(w.Dir, 0o700); err != nil {
			return NewFault("workspace_not_writable", "path", w.Dir).Wrap(err)
		}
		var err error
		if w.lock, err = takeLock(filepath.Join(w.Dir, lockName)); err != nil {
			return err
		}
		w.sweep()
	}
	var err error
	if w.DB, err = openDB(path, w.readOnly); err != nil {
		return err
	}
	if !w.readOnly {
		if err := w.migrate(ctx, o.migrations); err != nil {
			return err
		}
	} else if err := w.checkSchema(ctx); err != nil {
		return err
	}
	if err := w.identify(ctx); err != nil {
		return err
	}
	if err := w.rememberActor(ctx); err != nil {
		return err
	}
	w.Secrets = o.Secrets
	if w.Secrets == nil {
		w.Secrets = openSecrets(w.Dir, w.ID, o.Passphrase)
	}
	if w.file, err = os.Stat(path); err != nil {
		return storageFault(err, w.Dir)
	}
	return w.meet(ctx, o)
}

// migrate brings the database up to date, or leaves it as it was, for the version
// of Relais that made it.
func (w *Workspace) migrate(ctx context.Context, files fs.FS) error {
	if files == nil {
		var err error
		if files, err = fs.Sub(migrations, "migrations"); err != nil {
			return fmt.Errorf("workspace: migrations: %w", err)
		}
	}
	copied, err := migrate(ctx, w.DB.SQL(), files, w.Dir, w.now())
	if err == nil || copied == "" {
		return err
	}
	closed := w.DB.close()
	w.DB = nil
	return errors.Join(err, closed, putBack(copied, w.Dir))
}

func (w *Workspace) checkSchema(ctx context.Context) error {
	var have int64
	err := w.DB.Read(ctx).Raw("SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&have).Error
	if err != nil {
		return storageFault(err, w.Dir)
	}
	newest, err := SchemaVersion()
	if err != nil {
		return err
	}
	if have > newest {
		return NewFault("workspace_newer", "have", have, "newest", newest)
	}
	if have < newest {
		return NewFault("workspace_older", "have", have, "newest", newest)
	}
	return nil
}

func (w *Workspace) identify(ctx context.Context) error {
	found, err := w.Settings.Get(ctx, "workspace.id", &w.ID)
	if err != nil || found || w.readOnly {
		return err
	}
	raw := make([]byte, 8)
	if _, err := rand.Read(raw); err != nil {
		return fmt.Errorf("workspace: id: %w", err)
	}
	w.ID = hex.EncodeToString(raw)
	// The key of the tombstones is as old as the workspace: every backup has it, so
	// that later erasures are recognised in a restored one.
	if _, err := w.TombstoneHash(ctx, ""); err != nil {
		return err
	}
	return w.Settings.Set(ctx, "workspace.id", w.ID)
}

// Now gives the time of the clock that the workspace was opened with.
func (w *Workspace) Now() time.Time { return w.now() }

// ReadOnly says whether the workspace was opened beside a running copy.
func (w *Workspace) ReadOnly() bool { return w.readOnly }

// Here fails with "workspace_gone" where the database was deleted or moved away
// since it was opened, and with "workspace_replaced" where a synchroniser or a
// person put another in its place: Unix lets a process write on into a file
// without a name.
func (w *Workspace) Here() error {
	info, err := os.Stat(filepath.Join(w.Dir, DatabaseName))
	if errors.Is(err, fs.ErrNotExist) {
		return NewFault("workspace_gone", "path", w.Dir).Wrap(err)
	}
	if err == nil && w.file != nil && !os.SameFile(info, w.file) {
		return NewFault("workspace_replaced", "path", w.Dir)
	}
	return nil
}

// Close folds the log into the database, closes it and lets the lock go.
func (w *Workspace) Close() error {
	var errs []error
	if w.dim != nil {
		w.dim()
		if w.Here() == nil {
			errs = append(errs, w.leaveMark(context.Background()))
		}
	}
	if w.DB != nil {
		errs = append(errs, w.DB.close())
	}
	if w.lock != nil {
		errs = append(errs, w.lock.release())
	}
	return errors.Join(errs...)
}
