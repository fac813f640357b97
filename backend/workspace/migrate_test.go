package workspace

import (
	"compress/gzip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pressly/goose/v3"
)

// known are the migrations of this program.
func known(t *testing.T) fs.FS {
	t.Helper()
	files, err := fs.Sub(migrations, "migrations")
	must(t, err)
	return files
}

// raw opens a database as a file, without migrating it.
func raw(t *testing.T, dir string) *sql.DB {
	t.Helper()
	must(t, os.MkdirAll(dir, 0o700))
	pool, err := sql.Open("sqlite", "file:"+escapePath(filepath.Join(dir, DatabaseName))+"?_pragma=foreign_keys(1)&_pragma=journal_mode(WAL)")
	must(t, err)
	pool.SetMaxOpenConns(1)
	t.Cleanup(func() { _ = pool.Close() })
	return pool
}

// unpacked lays a kept database out in a folder.
func unpacked(t *testing.T, file, dir string) {
	t.Helper()
	f, err := os.Open(file)
	must(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	must(t, err)
	must(t, os.MkdirAll(dir, 0o700))
	data, err := io.ReadAll(z)
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, DatabaseName), data, 0o600))
}

// content gives every row of every table, but goose's own, as one text a row: by its columns in the order of their names.
func content(t *testing.T, pool *sql.DB) map[string][]string {
	t.Helper()
	names, err := exportNames(context.Background(), pool)
	must(t, err)
	all := map[string][]string{}
	for _, name := range names {
		all[name] = rowsOf(t, pool, name, nil)
	}
	return all
}

// rowsOf gives the rows of a table by the columns named, or by all.
func rowsOf(t *testing.T, pool *sql.DB, table string, columns []string) []string {
	t.Helper()
	what := "*"
	if columns != nil {
		what = `"` + strings.Join(columns, `","`) + `"`
	}
	rows, err := pool.Query("SELECT " + what + " FROM " + quoted(table))
	must(t, err)
	defer rows.Close()
	names, err := rows.Columns()
	must(t, err)
	out := []string{}
	for rows.Next() {
		values, into := make([]any, len(names)), make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		must(t, rows.Scan(into...))
		fields := map[string]string{}
		for i, name := range names {
			fields[name] = fmt.Sprintf("%T %v", values[i], values[i])
		}
		line := ""
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			line += name + "=" + fields[name] + "\x1f"
		}
		out = append(out, line)
	}
	must(t, rows.Err())
	slices.Sort(out)
	return out
}

func columnsThere(t *testing.T, pool *sql.DB, table string) []string {
	t.Helper()
	rows, err := pool.Query("SELECT name FROM pragma_table_info(?) ORDER BY name", table)
	must(t, err)
	defer rows.Close()
	names := []string{}
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		names = append(names, name)
	}
	must(t, rows.Err())
	return names
}

// derived are tables that a migration may empty, since the program makes them again from the others.
var derived = []string{"share_page", "share_segment", "article_index", "topic_stem", "report_mark"}

// keptDatabases are filled databases as released versions left them, one a schema.
func keptDatabases(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/schema-*.db.gz")
	must(t, err)
	if len(files) == 0 {
		t.Fatal("no kept database")
	}
	return files
}

// Every row and every column that is still there afterwards holds what it held.
func TestKeptDatabasesMigrateWithEveryRow(t *testing.T) {
	ctx := context.Background()
	for _, file := range keptDatabases(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			dir := t.TempDir()
			unpacked(t, file, dir)
			old := raw(t, dir)
			tables, columns, before := []string{}, map[string][]string{}, content(t, old)
			for table := range before {
				tables, columns[table] = append(tables, table), columnsThere(t, old, table)
			}
			must(t, old.Close())
			ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
			must(t, err)
			defer ws.Close()
			pool, total := ws.DB.SQL(), 0
			for _, table := range tables {
				var there int
				must(t, pool.QueryRow("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = ?", table).Scan(&there))
				if there == 0 || slices.Contains(derived, table) {
					if !slices.Contains(derived, table) && len(before[table]) > 0 {
						t.Errorf("%s is gone with %d rows", table, len(before[table]))
					}
					continue
				}
				still := columnsThere(t, pool, table)
				both := slices.DeleteFunc(slices.Clone(columns[table]), func(c string) bool { return !slices.Contains(still, c) })
				again := t.TempDir()
				unpacked(t, file, again)
				want, got := rowsOf(t, raw(t, again), table, both), rowsOf(t, pool, table, both)
				total += len(want)
				if missing := lacking(want, got); len(missing) > 0 {
					t.Errorf("%s: %d of %d rows are not what they were, the first %q", table, len(missing), len(want), missing[0][:min(200, len(missing[0]))])
				}
			}
			sound(t, pool)
			copies, _ := filepath.Glob(filepath.Join(dir, CopiesBeforeMigration, "*.db"))
			if len(copies) != 1 {
				t.Errorf("%d copies were made before the migration", len(copies))
			}
			t.Logf("%d tables, %d rows accounted for", len(tables), total)
		})
	}
}

// lacking gives what is in want and not in got, counting repeats.
func lacking(want, got []string) []string {
	have := map[string]int{}
	for _, line := range got {
		have[line]++
	}
	missing := []string{}
	for _, line := range want {
		if have[line]--; have[line] < 0 {
			missing = append(missing, line)
		}
	}
	return missing
}

func sound(t *testing.T, pool *sql.DB) {
	t.Helper()
	var verdict string
	var orphans int
	if err := pool.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("integrity: %q, %v", verdict, err)
	}
	if err := pool.QueryRow("SELECT COUNT(*) FROM pragma_foreign_key_check").Scan(&orphans); err != nil || orphans != 0 {
		t.Errorf("%d orphans, %v", orphans, err)
	}
}

// From each version that there ever was the program opens, and what stood in the tables of then is there.
func TestEverySchemaMigratesToTheNewest(t *testing.T) {
	ctx := context.Background()
	provider, err := goose.NewProvider(goose.DialectSQLite3, raw(t, t.TempDir()), known(t))
	must(t, err)
	for _, source := range provider.ListSources() {
		dir := t.TempDir()
		pool := raw(t, dir)
		old, err := goose.NewProvider(goose.DialectSQLite3, pool, known(t))
		must(t, err)
		_, err = old.UpTo(ctx, source.Version)
		must(t, err)
		for i := range 20 {
			_, err = pool.Exec("INSERT INTO setting (key, value, changed_at) VALUES (?, ?, ?)", fmt.Sprint("kept.", i), `"é"`, i)
			must(t, err)
			_, err = pool.Exec("INSERT INTO activity (at, verb, thing, thing_id) VALUES (?, 'x.done', 'x', ?)", i, i)
			must(t, err)
		}
		before := content(t, pool)
		must(t, pool.Close())
		ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
		if err != nil {
			t.Fatalf("from version %d: %v", source.Version, err)
		}
		after := content(t, ws.DB.SQL())
		for _, table := range []string{"setting", "activity"} {
			if missing := lacking(before[table], after[table]); len(missing) > 0 {
				t.Errorf("from version %d: %s lacks %q", source.Version, table, missing)
			}
		}
		sound(t, ws.DB.SQL())
		must(t, ws.Close())
	}
}

// A migration that fails, at its first statement or its last, leaves what was there as it was, and the version that made
// it goes on with it.
func TestAFailedMigrationLeavesTheOldDatabaseAsItWas(t *testing.T) {
	ctx := context.Background()
	file := keptDatabases(t)[0]
	for name, text := range map[string]string{
		"at once":    "SELECT nonsense;",
		"at the end": "CREATE TABLE added (id INTEGER PRIMARY KEY);\nUPDATE staff SET name = 'x';\nDELETE FROM share;\nDROP TABLE reply_request;\nSELECT nonsense;",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			unpacked(t, file, dir)
			pool := raw(t, dir)
			var version int64
			must(t, pool.QueryRow("SELECT MAX(version_id) FROM goose_db_version WHERE is_applied").Scan(&version))
			before := content(t, pool)
			files := fstest.MapFS{}
			must(t, fs.WalkDir(known(t), ".", func(path string, e fs.DirEntry, err error) error {
				if err != nil || e.IsDir() {
					return err
				}
				if n, err := goose.NumericComponent(path); err != nil || n > version {
					return err
				}
				data, err := fs.ReadFile(known(t), path)
				files[path] = &fstest.MapFile{Data: data}
				return err
			}))
			must(t, pool.Close())
			files["99980_works.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\nDROP TABLE share_import;\nUPDATE staff SET name = 'y';\n")}
			files["99990_breaks.sql"] = &fstest.MapFile{Data: []byte("-- +goose Up\n" + text + "\n")}
			_, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}, migrations: files})
			if !errors.Is(err, NewFault("migration_failed")) {
				t.Fatalf("got %v", err)
			}
			pool = raw(t, dir)
			after := content(t, pool)
			for table, rows := range before {
				if !slices.Equal(rows, after[table]) {
					t.Errorf("%s changed", table)
				}
			}
			if len(after) != len(before) {
				t.Errorf("%d tables, before %d", len(after), len(before))
			}
			sound(t, pool)
			must(t, pool.Close())
			delete(files, "99980_works.sql")
			delete(files, "99990_breaks.sql")
			ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}, migrations: files})
			must(t, err)
			must(t, ws.Settings.Set(ctx, "after", 1))
			must(t, ws.Close())
		})
	}
}
