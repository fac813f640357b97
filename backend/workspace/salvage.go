package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Salvaged tells what could be read of a damaged database.
type Salvaged struct {
	Dir    string           `json:"dir"`
	Rows   map[string]int64 `json:"rows"`   // by table
	Broken []string         `json:"broken"` // tables of which something could not be read
	Orphan int64            `json:"orphan"` // rows left out because what they belong to is gone
	Files  int              `json:"files"`  // copied from beside the database
}

// SalvageOptions say what Salvage needs to know beside the folders.
type SalvageOptions struct {
	Keys Keys // beside them lies what is known of departures
	Now  time.Time
}

// Salvage makes a new workspace in into of whatever can be read of the damaged
// database in dir, and of the files beside it, which it leaves as they are. Each
// table is read from its beginning and, where a page cannot be read, from its end.
// Rows may be missing, so it counts as restored: what was waiting to be sent is held
// back, and departures that are known elsewhere are taken over. It fails with
// "restore_folder_taken", "workspace_missing" or, where nothing can be read at all,
// "database_damaged".
func Salvage(ctx context.Context, dir, into string, o SalvageOptions) (Salvaged, error) {
	out := Salvaged{Dir: into, Rows: map[string]int64{}, Broken: []string{}}
	if _, err := os.Stat(filepath.Join(dir, DatabaseName)); err != nil {
		return out, NewFault("workspace_missing", "path", dir).Wrap(err)
	}
	if taken, err := hasEntries(into); err != nil || taken {
		return out, errors.Join(err, NewFault("restore_folder_taken", "path", into))
	}
	fresh, err := Open(ctx, into, Options{Secrets: &MemorySecrets{}})
	if err != nil {
		return out, err
	}
	if err := fresh.Close(); err != nil {
		return out, err
	}
	damaged, err := sql.Open("sqlite", "file:"+escapePath(filepath.Join(dir, DatabaseName))+"?_pragma=query_only(1)&_pragma=busy_timeout(5000)")
	if err != nil {
		return out, storageFault(err, dir)
	}
	defer damaged.Close()
	database := filepath.Join(into, DatabaseName)
	err = salvageInto(ctx, damaged, database, &out)
	if err == nil {
		out.Files, err = salvageFiles(ctx, dir, into)
	}
	if err == nil {
		id := idOf(ctx, database)
		lists := []string{filepath.Join(dir, BackupFolder), o.Keys.Dir}
		err = markRestored(ctx, database, nil, lists, Manifest{MadeAt: o.Now.UTC(), WorkspaceID: id}, o.Now)
	}
	if err != nil {
		return out, errors.Join(storageFault(err, dir), os.RemoveAll(into))
	}
	return out, nil
}

// idOf gives the id of the workspace of a database, or "" where it was lost.
func idOf(ctx context.Context, database string) (id string) {
	pool, err := sql.Open("sqlite", "file:"+escapePath(database)+"?mode=ro")
	if err != nil {
		return ""
	}
	defer pool.Close()
	var text string
	if pool.QueryRowContext(ctx, "SELECT value FROM setting WHERE key = 'workspace.id'").Scan(&text) != nil || json.Unmarshal([]byte(text), &id) != nil {
		return ""
	}
	return id
}

// salvageFiles copies what lies beside the database, saved passwords included, and
// counts what could be read.
func salvageFiles(ctx context.Context, dir, into string) (n int, err error) {
	copyOne := func(rel string) error {
		from, err := os.Open(filepath.Join(dir, rel))
		if err != nil {
			return nil //nolint:nilerr // it cannot be read: the others can
		}
		defer from.Close()
		to := filepath.Join(into, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			return err
		}
		readErr := error(nil)
		err = writeSteadily(to, func(w io.Writer) error {
			_, readErr = io.Copy(w, contextReader{ctx, from})
			return ctx.Err()
		})
		if err == nil && readErr != nil {
			return os.Remove(to) // half a picture is none
		}
		n++
		return err
	}
	old := &Workspace{Dir: dir}
	if err := old.eachFile(copyOne); err != nil {
		return n, err
	}
	if _, err := os.Stat(filepath.Join(dir, secretsName)); err != nil {
		return n, nil //nolint:nilerr // they are in the system's keyring
	}
	return n, copyOne(secretsName)
}

func salvageInto(ctx context.Context, damaged *sql.DB, database string, out *Salvaged) error {
	return fillAnew(ctx, database, func(tx *sql.Tx, names []string) (err error) {
		total := int64(0)
		for _, name := range names {
			n, whole, err := salvageTable(ctx, damaged, tx, name)
			if err != nil {
				return err
			}
			if !whole {
				out.Broken = append(out.Broken, name)
			}
			out.Rows[name] = n
			total += n
		}
		if total == 0 {
			return NewFault("database_damaged", "path", filepath.Dir(database))
		}
		out.Orphan, err = dropOrphans(ctx, tx)
		return err
	})
}

// salvageTable copies the rows that can be read; whole says that these were all.
func salvageTable(ctx context.Context, damaged *sql.DB, tx *sql.Tx, table string) (n int64, whole bool, err error) {
	if _, err := tx.ExecContext(ctx, "DELETE FROM "+quoted(table)); err != nil {
		return 0, false, err
	}
	known, err := columnsOf(ctx, tx, table)
	if err != nil {
		return 0, false, err
	}
	there := readableColumns(ctx, damaged, table, known)
	if len(there) == 0 {
		return 0, false, nil
	}
	for _, order := range []string{"", " ORDER BY rowid DESC"} {
		copied, readErr, err := copyReadable(ctx, damaged, tx, table, there, order)
		n += copied
		if err != nil || readErr == nil {
			return n, order == "" && readErr == nil, err
		}
	}
	return n, false, nil
}

// readableColumns are those of a table that both databases have; none where not
// even its shape can be read.
func readableColumns(ctx context.Context, damaged *sql.DB, table string, known []string) []string {
	names, err := columnsOf(ctx, damaged, table)
	if err != nil {
		return nil
	}
	there := []string{}
	for _, name := range names {
		if slices.Contains(known, name) {
			there = append(there, quoted(name))
		}
	}
	return there
}

// copyReadable copies row by row until one cannot be read; rows that are there
// already, from the other end, are passed over.
func copyReadable(ctx context.Context, damaged *sql.DB, tx *sql.Tx, table string, columns []string, order string) (n int64, readErr, err error) {
	list := strings.Join(columns, ", ")
	rows, readErr := damaged.QueryContext(ctx, "SELECT "+list+" FROM "+quoted(table)+order)
	if readErr != nil {
		return 0, readErr, ctx.Err()
	}
	defer rows.Close()
	insert, err := tx.PrepareContext(ctx, "INSERT OR IGNORE INTO "+quoted(table)+" ("+list+") VALUES (?"+strings.Repeat(", ?", len(columns)-1)+")")
	if err != nil {
		return 0, nil, fmt.Errorf("workspace: salvage %s: %w", table, err)
	}
	defer insert.Close()
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if readErr := rows.Scan(into...); readErr != nil {
			return n, readErr, nil
		}
		// A row that a damaged page has made of others' bytes breaks a constraint and is left out.
		result, err := insert.ExecContext(ctx, values...)
		if err != nil {
			continue
		}
		if added, err := result.RowsAffected(); err == nil {
			n += added
		}
	}
	return n, rows.Err(), ctx.Err()
}

// reference is broken where of a table refer to what could not be read.
type reference struct{ table, parent, from, to, onDelete string }

// dropOrphans lets go of rows whose other half could not be read, as if that had
// been deleted, until none is left. It gives how many rows went.
func dropOrphans(ctx context.Context, tx *sql.Tx) (gone int64, err error) {
	for {
		found, err := brokenReferences(ctx, tx)
		if err != nil || len(found) == 0 {
			return gone, err
		}
		for _, r := range found {
			lost := quoted(r.from) + " IS NOT NULL AND " + quoted(r.from) + " NOT IN (SELECT " + quoted(r.to) + " FROM " + quoted(r.parent) + ")"
			step := "DELETE FROM " + quoted(r.table) + " WHERE " + lost
			if r.onDelete == "SET NULL" {
				step = "UPDATE " + quoted(r.table) + " SET " + quoted(r.from) + " = NULL WHERE " + lost
			}
			result, err := tx.ExecContext(ctx, step)
			if err != nil {
				return gone, err
			}
			if n, err := result.RowsAffected(); err == nil && r.onDelete != "SET NULL" {
				gone += n
			}
		}
	}
}

func brokenReferences(ctx context.Context, tx *sql.Tx) ([]reference, error) {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT c."table", c.parent, l."from", COALESCE(l."to", 'id'), l.on_delete
		FROM pragma_foreign_key_check c JOIN pragma_foreign_key_list(c."table") l ON l.id = c.fkid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := []reference{}
	for rows.Next() {
		r := reference{}
		if err := rows.Scan(&r.table, &r.parent, &r.from, &r.to, &r.onDelete); err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	return found, rows.Err()
}
