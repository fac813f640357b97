package workspace

import (
	"archive/zip"
	"bufio"
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const exportFormat = 1

const exportReadme = `Everything that a Relais workspace holds, in open formats. It is not encrypted: keep it safe.

about.json            the format, the schema, and how many rows each table has
tables/NAME.jsonl     each table, one JSON object a line; moments are Unix milliseconds in UTC, days are YYYY-MM-DD.
                      {"$base64": "…"} is bytes, {"$file": "…"} are bytes that lie beside
mail/sent, received   every message as it went and came (.eml)
files/                pictures and large messages

'relais import workspace FILE --workspace NEW-FOLDER' makes the same workspace of it.
`

// exportAbout tells what an export holds.
type exportAbout struct {
	Format  int              `json:"format"`
	Schema  int64            `json:"schema"`
	Version string           `json:"version"`
	Tables  map[string]int64 `json:"tables"`
}

// beside are columns whose bytes lie in files of their own, so that a mail
// program can open them.
var beside = map[string]string{"message.raw": "mail/sent/%v.eml", "inbound.raw": "mail/received/%v.eml"}

// Export writes everything that the workspace holds, but its secrets, into a ZIP
// of open formats, from one snapshot.
func (w *Workspace) Export(ctx context.Context, file, version string) error {
	work, err := os.MkdirTemp(w.Dir, workExport)
	if err != nil {
		return storageFault(err, w.Dir)
	}
	defer os.RemoveAll(work)
	copied := filepath.Join(work, DatabaseName)
	if err := w.snapshot(ctx, copied); err != nil {
		return err
	}
	out, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+"-*")
	if err != nil {
		return NewFault("workspace_not_writable", "path", filepath.Dir(file)).Wrap(err)
	}
	defer os.Remove(out.Name()) //nolint:errcheck // Gone already where the rename worked.
	z := zip.NewWriter(&steady{File: out})
	err = w.exportInto(ctx, z, copied, version)
	err = errors.Join(err, z.Close(), out.Sync(), out.Close())
	if err == nil {
		err = os.Rename(out.Name(), file)
	}
	return storageFault(err, file)
}

func (w *Workspace) exportInto(ctx context.Context, z *zip.Writer, database, version string) error {
	counts, schema, err := countTables(ctx, database)
	if err != nil {
		return err
	}
	about := exportAbout{Format: exportFormat, Schema: schema, Version: version, Tables: counts}
	if err := errors.Join(zipText(z, "README.txt", []byte(exportReadme)), zipJSON(z, "about.json", about)); err != nil {
		return err
	}
	pool, err := sql.Open("sqlite", "file:"+escapePath(database)+"?mode=ro")
	if err != nil {
		return storageFault(err, database)
	}
	defer pool.Close()
	names, err := exportNames(ctx, pool)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := exportTable(ctx, z, pool, filepath.Dir(database), name); err != nil {
			return fmt.Errorf("workspace: export %s: %w", name, err)
		}
	}
	return w.eachFile(func(rel string) error {
		f, err := os.Open(filepath.Join(w.Dir, rel))
		if err != nil {
			return err
		}
		defer f.Close()
		entry, err := z.Create(entryFiles + filepath.ToSlash(rel))
		if err != nil {
			return err
		}
		_, err = io.Copy(entry, contextReader{ctx, f})
		return err
	})
}

// exportNames are the tables whose rows make the workspace: not goose's own, and
// not the full-text index, which is made again from the texts.
func exportNames(ctx context.Context, db queries) ([]string, error) {
	names, err := tableNames(ctx, db)
	return slices.DeleteFunc(names, func(name string) bool { return name == "goose_db_version" }), err
}

// exportTable writes one line a row. What lies beside is written first, since a
// ZIP takes one entry at a time; the lines wait in the folder work.
func exportTable(ctx context.Context, z *zip.Writer, pool *sql.DB, work, table string) error {
	spool, err := os.CreateTemp(work, "rows-*")
	if err != nil {
		return err
	}
	defer os.Remove(spool.Name()) //nolint:errcheck // only room on the disk
	defer spool.Close()
	lines := bufio.NewWriter(spool)
	rows, err := pool.QueryContext(ctx, "SELECT * FROM "+quoted(table))
	if err != nil {
		return err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	encoder := json.NewEncoder(lines)
	encoder.SetEscapeHTML(false)
	for rows.Next() {
		values := make([]any, len(names))
		into := make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		row, err := exportRow(z, table, names, values)
		if err == nil {
			err = encoder.Encode(row)
		}
		if err != nil {
			return err
		}
	}
	if err := errors.Join(rows.Err(), lines.Flush()); err != nil {
		return err
	}
	if _, err := spool.Seek(0, io.SeekStart); err != nil {
		return err
	}
	entry, err := z.Create("tables/" + table + ".jsonl")
	if err == nil {
		_, err = io.Copy(entry, spool)
	}
	return err
}

func exportRow(z *zip.Writer, table string, names []string, values []any) (map[string]any, error) {
	row := make(map[string]any, len(names))
	for i, name := range names {
		raw, isBytes := values[i].([]byte)
		switch pattern := beside[table+"."+name]; {
		case !isBytes:
			row[name] = values[i]
		case pattern != "" && len(raw) > 0:
			file := fmt.Sprintf(pattern, values[0])
			if err := zipText(z, file, raw); err != nil {
				return nil, err
			}
			row[name] = map[string]string{"$file": file}
		default:
			row[name] = map[string]string{"$base64": base64.StdEncoding.EncodeToString(raw)}
		}
	}
	return row, nil
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
