package workspace

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Bytes flipped in the middle of a kept database: it is said, and most of it is saved.
func TestWhatIsReadableOfADamagedDatabaseIsSaved(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	unpacked(t, keptDatabases(t)[0], dir)
	pool := raw(t, dir)
	before := content(t, pool)
	_, err := pool.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	must(t, err)
	must(t, pool.Close())
	path := filepath.Join(dir, DatabaseName)
	data, err := os.ReadFile(path)
	must(t, err)
	const page = 4096
	for at := len(data) / 10 / page * page; at < len(data)*9/10; at += 15 * page {
		copy(data[at:], bytes.Repeat([]byte{0xA5}, page))
	}
	must(t, os.WriteFile(path, data, 0o600))

	said := false
	for _, f := range Examine(ctx, Examination{Dir: dir, Now: time.Now()}) {
		said = said || (f.Code == "database" && f.Verdict == Broken)
	}
	if !said {
		t.Error("the examination did not see it")
	}
	must(t, os.MkdirAll(filepath.Join(dir, "pictures"), 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "pictures", "1.png"), []byte("png"), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, secretsName), []byte("sealed"), 0o600))
	into := filepath.Join(t.TempDir(), "saved")
	saved, err := Salvage(ctx, dir, into, SalvageOptions{Now: time.Now()})
	must(t, err)
	had, got := 0, int64(0)
	for table, rows := range before {
		had += len(rows)
		got += saved.Rows[table]
	}
	if len(saved.Broken) == 0 || got < int64(had)/2 {
		t.Errorf("%d of %d rows saved, broken: %q", got, had, saved.Broken)
	}
	ws, err := Open(ctx, into, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	sound(t, ws.DB.SQL())
	for what, query := range map[string]string{
		"searched texts":  "SELECT (SELECT COUNT(*) FROM article_index_docsize) - (SELECT COUNT(*) FROM article_body)",
		"listed articles": "SELECT (SELECT COUNT(*) FROM article_shown s JOIN article a ON a.state = s.state AND a.id >> 6 = s.chunk AND s.bits & (1 << (a.id & 63))) - (SELECT COUNT(*) FROM article WHERE duplicate_of IS NULL)",
		"of sources":      "SELECT COALESCE((SELECT SUM(n) FROM source_count), 0) - (SELECT COUNT(*) FROM article WHERE duplicate_of IS NULL AND source_id IS NOT NULL)",
		"counts":          "SELECT (SELECT SUM(n) FROM article_count) - (SELECT COUNT(*) FROM article WHERE duplicate_of IS NULL)",
	} {
		off := -1
		if err := ws.DB.Read(ctx).Raw(query).Row().Scan(&off); err != nil || off != 0 {
			t.Errorf("%s are off by %d, %v", what, off, err)
		}
	}
	must(t, ws.Settings.Set(ctx, "after", 1))
	if from, known, err := ws.Restoration(ctx); err != nil || !known || !from.Pending {
		t.Errorf("it does not count as restored: %+v, %v, %v", from, known, err)
	}
	for file, want := range map[string]string{filepath.Join("pictures", "1.png"): "png", secretsName: "sealed"} {
		if got, err := os.ReadFile(filepath.Join(into, file)); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", file, got, err)
		}
	}
	must(t, ws.Close())
	again, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("the damaged database was touched: %v", err)
	}
	t.Logf("%d of %d rows saved, %d left out as orphans, broken: %q", got, had, saved.Orphan, saved.Broken)
}

func TestSalvageRefuses(t *testing.T) {
	ctx := context.Background()
	_, err := Salvage(ctx, t.TempDir(), t.TempDir(), SalvageOptions{})
	fault(t, err, "workspace_missing")
	noise := t.TempDir()
	must(t, os.WriteFile(filepath.Join(noise, DatabaseName), bytes.Repeat([]byte("noise"), 5000), 0o600))
	into := filepath.Join(t.TempDir(), "new")
	if _, err = Salvage(ctx, noise, into, SalvageOptions{}); !errors.Is(err, NewFault("database_damaged")) {
		t.Errorf("noise: %v", err)
	}
	if _, err := os.Stat(into); err == nil {
		t.Error("it left a folder behind")
	}
	must(t, os.WriteFile(filepath.Join(noise, "x"), nil, 0o600))
	_, err = Salvage(ctx, noise, noise, SalvageOptions{})
	fault(t, err, "restore_folder_taken")
}

// Whichever of the first pages is damaged, opening says so, or nothing of it is needed to open.
func TestOpeningSaysThatTheDatabaseIsDamaged(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	must(t, ws.Close())
	path := filepath.Join(dir, DatabaseName)
	whole, err := os.ReadFile(path)
	must(t, err)
	const page = 4096
	said := 0
	for at := 0; at < 12; at++ {
		data := bytes.Clone(whole)
		copy(data[at*page:], bytes.Repeat([]byte{0xA5}, page))
		must(t, os.WriteFile(path, data, 0o600))
		again, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
		if err != nil {
			fault(t, err, "database_damaged")
			said++
			continue
		}
		must(t, again.Close())
	}
	if said < 3 {
		t.Errorf("only %d of the first 12 pages matter", said)
	}
}
