package workspace

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// snapshot is the database as of one moment, read over a connection of its own:
// neither the writer nor the readers wait for it, however long it is read.
type snapshot struct {
	pool *sql.DB
	conn *sql.Conn
	dir  string // of the database
}

// queries is what a database, a connection and a transaction can be asked.
type queries interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func openSnapshot(ctx context.Context, database string) (*snapshot, error) {
	pool, err := sql.Open("sqlite", "file:"+escapePath(database)+"?_pragma=busy_timeout(10000)&_pragma=query_only(1)")
	if err != nil {
		return nil, storageFault(err, database)
	}
	s := &snapshot{pool: pool, dir: filepath.Dir(database)}
	if s.conn, err = pool.Conn(ctx); err == nil {
		// The first read fixes the moment (https://www.sqlite.org/isolation.html); BEGIN alone does not.
		for _, step := range []string{"BEGIN", "SELECT COUNT(*) FROM sqlite_schema"} {
			if _, err = s.conn.ExecContext(ctx, step); err != nil {
				break
			}
		}
	}
	if err != nil {
		return nil, errors.Join(storageFault(err, database), s.close())
	}
	return s, nil
}

func (s *snapshot) close() error {
	var errs []error
	if s.conn != nil {
		errs = append(errs, s.conn.Close())
	}
	return errors.Join(append(errs, s.pool.Close())...)
}

// sound fails with "database_damaged" where the pages do not hang together: a copy
// of them would push the last good one out.
func (s *snapshot) sound(ctx context.Context) error {
	var verdict string
	if err := s.conn.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&verdict); err != nil {
		return storageFault(err, s.dir)
	}
	if verdict != "ok" {
		return NewFault("database_damaged", "path", s.dir)
	}
	return nil
}

// size is that of the copy, in bytes.
func (s *snapshot) size(ctx context.Context) (n int64, err error) {
	err = s.conn.QueryRowContext(ctx, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").Scan(&n)
	return n, storageFault(err, s.dir)
}

// sum gives the SHA-256 of the copy, in hex.
func (s *snapshot) sum(ctx context.Context) (string, error) {
	hash := sha256.New()
	err := s.writeTo(ctx, hash)
	return hex.EncodeToString(hash.Sum(nil)), err
}

// writeTo writes the database page by page (https://www.sqlite.org/dbpage.html),
// as a file that needs no write-ahead log beside it.
func (s *snapshot) writeTo(ctx context.Context, w io.Writer) error {
	rows, err := s.conn.QueryContext(ctx, "SELECT data FROM sqlite_dbpage ORDER BY pgno")
	if err != nil {
		return storageFault(err, s.dir)
	}
	defer rows.Close()
	var page sql.RawBytes
	for first := true; rows.Next(); first = false {
		if err := rows.Scan(&page); err != nil {
			return storageFault(err, s.dir)
		}
		if first {
			page = withoutLog(page)
		}
		if _, err := w.Write(page); err != nil {
			return fmt.Errorf("workspace: copy: %w", err)
		}
	}
	return storageFault(rows.Err(), s.dir)
}

// withoutLog sets the versions in the header to those of a rollback journal: a
// database that says WAL cannot be opened where nothing may be written
// (https://www.sqlite.org/fileformat2.html, section 1.3.3).
func withoutLog(header []byte) []byte {
	const writeVersion, readVersion, legacy = 18, 19, 1
	if len(header) > readVersion {
		header[writeVersion], header[readVersion] = legacy, legacy
	}
	return header
}

// snapshot copies the database as of now to target, which must not be there yet.
func (w *Workspace) snapshot(ctx context.Context, target string) error {
	s, err := openSnapshot(ctx, filepath.Join(w.Dir, DatabaseName))
	if err != nil {
		return err
	}
	err = s.sound(ctx)
	if err == nil {
		err = writeSteadily(target, func(out io.Writer) error { return s.writeTo(ctx, out) })
	}
	return errors.Join(err, s.close())
}

// flushEvery is how much of a large file waits in memory for the disk, in bytes.
// Left to the system it is gigabytes, and every commit of the database then waits
// until they are written.
const flushEvery = 4 << 20

// steady is a file that is flushed as it grows.
type steady struct {
	*os.File
	waiting int
}

func (f *steady) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	if f.waiting += n; err == nil && f.waiting >= flushEvery {
		f.waiting = 0
		err = f.Sync()
	}
	return n, err
}

// writeSteadily makes a file of what fill writes, on the disk when it returns.
func writeSteadily(path string, fill func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return storageFault(err, path)
	}
	return storageFault(errors.Join(fill(&steady{File: f}), f.Sync(), f.Close()), path)
}
