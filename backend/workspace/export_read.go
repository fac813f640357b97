package workspace

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// maxExportLine bounds one row of an export, in bytes.
const maxExportLine = 64 << 20

// ImportExport makes a workspace of an export in dir, which must be new or empty.
// It holds the same rows and files; secrets have to be given again. It fails with
// "export_unreadable", "export_schema" or "restore_folder_taken", and then leaves
// nothing behind.
func ImportExport(ctx context.Context, file, dir string) (map[string]int64, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
			return nil, NewFault("file_unreadable", "file", file).Wrap(err)
		}
		return nil, NewFault("export_unreadable", "file", filepath.Base(file)).Wrap(err)
	}
	defer z.Close()
	dir, err = filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("workspace: import: %w", err)
	}
	occupied, err := hasEntries(dir)
	if err != nil {
		return nil, err
	}
	if occupied {
		return nil, NewFault("restore_folder_taken", "path", dir)
	}
	about := exportAbout{}
	raw, err := zipBytes(&z.Reader, "about.json", 1<<20)
	if err == nil {
		err = json.Unmarshal(raw, &about)
	}
	newest, schemaErr := SchemaVersion()
	switch {
	case err != nil || about.Format != exportFormat:
		return nil, NewFault("export_unreadable", "file", filepath.Base(file)).Wrap(err)
	case schemaErr != nil:
		return nil, schemaErr
	case about.Schema != newest:
		return nil, NewFault("export_schema", "have", about.Schema, "newest", newest)
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return nil, storageFault(err, dir)
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), workImport)
	if err != nil {
		return nil, storageFault(err, dir)
	}
	defer os.RemoveAll(work)
	if err := importInto(ctx, &z.Reader, work, about); err != nil {
		return nil, unreadable(file, err)
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, storageFault(err, dir)
	}
	return about.Tables, storageFault(os.Rename(work, dir), dir)
}

func importInto(ctx context.Context, z *zip.Reader, work string, about exportAbout) error {
	// Opened once, so that the migrations make the tables.
	fresh, err := Open(ctx, work, Options{Secrets: &MemorySecrets{}})
	if err != nil {
		return err
	}
	if err := fresh.Close(); err != nil {
		return err
	}
	database := filepath.Join(work, DatabaseName)
	if err := importRows(ctx, z, database); err != nil {
		return err
	}
	counts, _, err := countTables(ctx, database)
	if err != nil {
		return err
	}
	for table, n := range about.Tables {
		if counts[table] != n {
			return fmt.Errorf("workspace: import: %s has %d rows, and should have %d", table, counts[table], n)
		}
	}
	for _, f := range z.File {
		rel, isFile := strings.CutPrefix(f.Name, entryFiles)
		if !isFile || strings.HasSuffix(f.Name, "/") {
			continue
		}
		if path.Clean(rel) != rel || !filepath.IsLocal(filepath.FromSlash(rel)) || strings.Contains(rel, `\`) {
			return NewFault("export_unreadable", "file", path.Base(rel))
		}
		r, err := f.Open()
		if err != nil {
			return err
		}
		_, err = unpackFile(ctx, io.LimitReader(r, int64(f.UncompressedSize64)), filepath.Join(work, filepath.FromSlash(rel)), int64(f.UncompressedSize64))
		if err := errors.Join(err, r.Close()); err != nil {
			return err
		}
	}
	return nil
}

// importRows fills every table from an export.
func importRows(ctx context.Context, z *zip.Reader, database string) error {
	return fillAnew(ctx, database, func(tx *sql.Tx, names []string) error {
		for _, name := range names {
			if err := importTable(ctx, tx, z, name); err != nil {
				return fmt.Errorf("workspace: import %s: %w", name, err)
			}
		}
		var orphans int
		if err := tx.QueryRowContext(ctx, "SELECT COUNT(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil || orphans > 0 {
			return errors.Join(fmt.Errorf("workspace: import: %d rows refer to nothing", orphans), err)
		}
		return nil
	})
}

// fillAnew fills the known tables of a database, whose names fill gets, in one transaction. Triggers rest meanwhile:
// what they would keep up to date is among what is filled in.
func fillAnew(ctx context.Context, database string, fill func(tx *sql.Tx, names []string) error) error {
	pool, err := sql.Open("sqlite", "file:"+escapePath(database)+"?_pragma=foreign_keys(0)&_pragma=synchronous(FULL)")
	if err != nil {
		return err
	}
	defer pool.Close()
	pool.SetMaxOpenConns(1)
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // Committed already where all went well.
	triggers, err := restTriggers(ctx, tx)
	if err != nil {
		return err
	}
	names, err := exportNames(ctx, tx) // a table that an export names and we do not know is not made
	if err != nil {
		return err
	}
	if err := fill(tx, names); err != nil {
		return err
	}
	for _, trigger := range triggers {
		if _, err := tx.ExecContext(ctx, trigger); err != nil {
			return err
		}
	}
	for _, statement := range workedOut {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("workspace: fill: %w", err)
		}
	}
	return tx.Commit()
}

// workedOut makes anew what other tables say as well: an export of an older version lacks it, a damaged database may
// have only some of it, and the text index is no table that could be copied.
var workedOut = []string{
	"DELETE FROM article_shown",
	"INSERT INTO article_shown (state, chunk, bits) SELECT state, id >> 6, SUM(1 << (id & 63)) FROM article WHERE duplicate_of IS NULL GROUP BY state, id >> 6",
	"INSERT OR IGNORE INTO article_count (state) VALUES ('inbox'), ('kept'), ('discarded'), ('archived'), ('expired')",
	"UPDATE article_count SET n = (SELECT COUNT(*) FROM article a WHERE a.state = article_count.state AND a.duplicate_of IS NULL)",
	"DELETE FROM source_count",
	"INSERT INTO source_count (source_id, state, n) SELECT source_id, state, COUNT(*) FROM article WHERE duplicate_of IS NULL AND source_id IS NOT NULL GROUP BY source_id, state",
	"INSERT INTO article_index (article_index) VALUES ('rebuild')",
}

func restTriggers(ctx context.Context, tx *sql.Tx) ([]string, error) {
	rows, err := tx.QueryContext(ctx, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, texts := []string{}, []string{}
	for rows.Next() {
		var name, text string
		if err := rows.Scan(&name, &text); err != nil {
			return nil, err
		}
		names, texts = append(names, name), append(texts, text)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	for _, name := range names {
		if _, err := tx.ExecContext(ctx, "DROP TRIGGER "+quoted(name)); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

func importTable(ctx context.Context, tx *sql.Tx, z *zip.Reader, table string) error {
	f, err := z.Open("tables/" + table + ".jsonl")
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := tx.ExecContext(ctx, "DELETE FROM "+quoted(table)); err != nil {
		return err
	}
	known, err := columnsOf(ctx, tx, table)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 0, 64<<10), maxExportLine)
	for lines.Scan() {
		decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		decoder.UseNumber()
		row := map[string]any{}
		if err := decoder.Decode(&row); err != nil {
			return err
		}
		columns, marks, args := []string{}, []string{}, []any{}
		for _, name := range known {
			value, there := row[name]
			if !there {
				continue
			}
			arg, err := importValue(z, value)
			if err != nil {
				return err
			}
			columns, marks, args = append(columns, quoted(name)), append(marks, "?"), append(args, arg)
		}
		query := "INSERT INTO " + quoted(table) + " (" + strings.Join(columns, ", ") + ") VALUES (" + strings.Join(marks, ", ") + ")"
		if _, err := tx.ExecContext(ctx, query, args...); err != nil {
			return err
		}
	}
	return lines.Err()
}

func columnsOf(ctx context.Context, db queries, table string) ([]string, error) {
	return namesOf(ctx, db, "SELECT name FROM pragma_table_info(?)", table)
}

// importValue is the reverse of exportRow.
func importValue(z *zip.Reader, value any) (any, error) {
	switch v := value.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n, nil
		}
		return v.Float64()
	case map[string]any:
		if text, ok := v["$base64"].(string); ok {
			return base64.StdEncoding.DecodeString(text)
		}
		if name, ok := v["$file"].(string); ok {
			return zipBytes(z, name, maxExportLine)
		}
		return nil, fmt.Errorf("unknown value")
	default:
		return v, nil
	}
}

func zipBytes(z *zip.Reader, name string, limit int64) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(raw)) > limit {
		err = fmt.Errorf("%s is too large", path.Base(name))
	}
	return raw, err
}
