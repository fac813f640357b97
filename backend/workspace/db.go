package workspace

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync/atomic"
	"time"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// readers is how many connections read beside the single writer.
const readers = 4

// readerRest is how long a reading connection may idle: closing it gives up to 16 MB of page cache back, and another is
// there in a millisecond.
const readerRest = 8 * time.Second

// DB is the database of a workspace: one writing connection, and a few that
// only read. Transactions travel in the context.
type DB struct {
	writer  *gorm.DB
	reader  *gorm.DB
	changes atomic.Uint64
	actor   atomic.Pointer[string] // whoever is working
}

type txKey struct{ db *DB }

type transaction struct {
	tx       *gorm.DB
	after    []func()
	settings map[string]*string // as read in it; nobody else writes until it ends
}

// dsn carries the pragmas, so that every connection of the pool has them.
// busy_timeout comes first: the others already need the lock.
func dsn(path string, readOnly bool) string {
	q := url.Values{}
	q.Add("_pragma", "busy_timeout(10000)")
	if readOnly {
		q.Add("_pragma", "query_only(1)")
		// 16 MB a connection, taken as it is needed: joining a search to 100,000
		// articles costs a third of what it does with SQLite's own 2 MB.
		q.Add("_pragma", "cache_size(-16000)")
	} else {
		q.Add("_pragma", "journal_mode(WAL)")
		q.Add("_pragma", "synchronous(FULL)")
		q.Add("_pragma", "secure_delete(ON)")
		q.Add("_txlock", "immediate")
	}
	q.Add("_pragma", "foreign_keys(1)")
	q.Add("_pragma", "temp_store(MEMORY)")
	return "file:" + escapePath(path) + "?" + q.Encode()
}

// escapePath keeps '?', '#' and '%' in a folder's name from ending the path of
// the URI (https://www.sqlite.org/uri.html, section 3.1).
func escapePath(path string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(strings.ReplaceAll(path, `\`, "/"))
}

func openPool(path string, readOnly bool, size int) (*gorm.DB, error) {
	g, err := gorm.Open(sqlite.Open(dsn(path, readOnly)), &gorm.Config{
		// Statements hold personal data: nothing of them is ever logged.
		Logger:         logger.Discard,
		TranslateError: true,
	})
	if err != nil {
		return nil, err
	}
	pool, err := g.DB()
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(size)
	pool.SetMaxIdleConns(size)
	if readOnly {
		pool.SetConnMaxIdleTime(readerRest)
	}
	return g, nil
}

func openDB(path string, readOnly bool) (*DB, error) {
	d := &DB{}
	var err error
	if !readOnly {
		if d.writer, err = openPool(path, false, 1); err != nil {
			return nil, storageFault(err, path)
		}
		d.watch()
	}
	if d.reader, err = openPool(path, true, readers); err != nil {
		return nil, errors.Join(storageFault(err, path), d.close())
	}
	return d, nil
}

// Tx runs fn in a transaction that travels in the context given to fn. Inside a
// transaction it joins that one: the outermost commits or rolls back all. It
// returns ErrReadOnly where the workspace was opened for reading.
func (d *DB) Tx(ctx context.Context, fn func(ctx context.Context) error) error {
	if d.current(ctx) != nil {
		return fn(ctx)
	}
	if d.writer == nil {
		return ErrReadOnly
	}
	state := &transaction{}
	err := d.writer.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		state.tx = tx
		return fn(context.WithValue(d.acted(ctx), txKey{d}, state))
	})
	if err != nil {
		return storageFault(err, "")
	}
	d.changes.Add(1)
	for _, hook := range state.after {
		hook()
	}
	return nil
}

// watch counts what is written outside of transactions, too.
func (d *DB) watch() {
	count := func(*gorm.DB) { d.changes.Add(1) }
	on := d.writer.Callback()
	// Registering fails for a name that GORM does not know in its order, never for these.
	_ = on.Create().Register("relais:changes", count)
	_ = on.Update().Register("relais:changes", count)
	_ = on.Delete().Register("relais:changes", count)
	_ = on.Raw().Register("relais:changes", count)
}

// Version is a number that grows with every change this process commits: what
// was read and worked out under one version still holds while it is the same.
func (d *DB) Version() uint64 { return d.changes.Load() }

// Beside is how many reads may go on at once under ctx: one in a transaction.
func (d *DB) Beside(ctx context.Context) int {
	if d.current(ctx) != nil {
		return 1
	}
	return readers
}

// AfterCommit runs hook once the outermost transaction in ctx has committed, or
// at once where there is none. A rolled-back transaction drops its hooks.
func (d *DB) AfterCommit(ctx context.Context, hook func()) {
	if state := d.current(ctx); state != nil {
		state.after = append(state.after, hook)
		return
	}
	hook()
}

// Write gives the transaction in ctx, or the writing connection. Where the
// workspace was opened for reading every use of it fails with ErrReadOnly.
func (d *DB) Write(ctx context.Context) *gorm.DB {
	if state := d.current(ctx); state != nil {
		return state.tx.WithContext(ctx)
	}
	if d.writer == nil {
		refused := d.reader.WithContext(ctx)
		_ = refused.AddError(ErrReadOnly)
		return refused
	}
	return d.writer.WithContext(ctx)
}

// Read gives the transaction in ctx, so that a feature sees what it has just
// written, or else a connection that only reads.
func (d *DB) Read(ctx context.Context) *gorm.DB {
	if state := d.current(ctx); state != nil {
		return state.tx.WithContext(ctx)
	}
	return d.reader.WithContext(ctx)
}

// SQL gives the writing pool itself, for migrations, backups and bulk loads;
// nil where the workspace was opened for reading.
func (d *DB) SQL() *sql.DB {
	if d.writer == nil {
		return nil
	}
	pool, err := d.writer.DB()
	if err != nil {
		return nil
	}
	return pool
}

func (d *DB) current(ctx context.Context) *transaction {
	state, _ := ctx.Value(txKey{d}).(*transaction)
	return state
}

// close folds the write-ahead log into the file first: a large one left behind
// makes the next opening slow.
func (d *DB) close() error {
	var errs []error
	if d.reader != nil {
		if pool, err := d.reader.DB(); err == nil {
			errs = append(errs, pool.Close())
		}
	}
	if d.writer != nil {
		errs = append(errs, d.writer.Exec("PRAGMA wal_checkpoint(TRUNCATE)").Error)
		if pool, err := d.writer.DB(); err == nil {
			errs = append(errs, pool.Close())
		}
	}
	return errors.Join(errs...)
}

// Known is err as a fault where it is what SQLite or the file system say of a full
// disk, a folder that cannot be written or a damaged database; any other error stays
// as it is. That the database is damaged is remembered: see OtherCopy.
func (w *Workspace) Known(err error) error {
	var fault *Fault
	if !errors.As(storageFault(err, w.Dir), &fault) {
		return err
	}
	if fault.Code == codeDamaged {
		w.damaged.Store(true)
	}
	return fault
}

// codeDamaged is the fault of a database that cannot be read.
const codeDamaged = "database_damaged"

// storageFault turns what SQLite and the file system say of a full disk, a
// read-only folder or a broken file into the fault that a person can act on.
func storageFault(err error, path string) error {
	var known *Fault
	if err == nil || errors.As(err, &known) {
		return err
	}
	text := err.Error()
	for _, c := range []struct{ sign, code string }{
		{"database or disk is full", "disk_full"},
		{"no space left on device", "disk_full"},
		// SQLITE_IOERR_SHMSIZE, _TRUNCATE and _WRITE: the file could not grow.
		{"disk I/O error (4874)", "disk_full"},
		{"disk I/O error (1546)", "disk_full"},
		{"disk I/O error (778)", "disk_full"},
		{"disk I/O error", "disk_error"},
		{"attempt to write a readonly database", "workspace_not_writable"},
		{"permission denied", "workspace_not_writable"},
		{"read-only file system", "workspace_not_writable"},
		{"unable to open database file", "workspace_not_writable"},
		{"database disk image is malformed", codeDamaged},
		{"file is not a database", codeDamaged},
	} {
		if strings.Contains(text, c.sign) {
			return NewFault(c.code, "path", path).Wrap(err)
		}
	}
	return fmt.Errorf("workspace: %w", err)
}
