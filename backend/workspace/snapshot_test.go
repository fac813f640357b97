package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fillSettings writes enough rows that the table takes some hundred pages.
func fillSettings(t *testing.T, ws *Workspace, value string) {
	t.Helper()
	must(t, ws.DB.Write(context.Background()).Exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
		INSERT OR REPLACE INTO setting (key, value, changed_at) SELECT 'filled.' || i, ?, i FROM n`, value).Error)
}

func TestASnapshotStaysWhatItWasWhileOthersWrite(t *testing.T) {
	ctx := context.Background()
	ws, _, _ := openForBackup(t)
	fillSettings(t, ws, strings.Repeat("before ", 500))
	s, err := openSnapshot(ctx, filepath.Join(ws.Dir, DatabaseName))
	must(t, err)
	defer func() { must(t, s.close()) }()
	before, err := s.sum(ctx)
	must(t, err)
	fillSettings(t, ws, strings.Repeat("after ", 900))
	must(t, ws.DB.Write(ctx).Exec("PRAGMA wal_checkpoint(PASSIVE)").Error)
	target := filepath.Join(t.TempDir(), "copy.db")
	must(t, writeSteadily(target, func(w io.Writer) error { return s.writeTo(ctx, w) }))
	raw, err := os.ReadFile(target)
	must(t, err)
	sum := sha256.Sum256(raw)
	if size, err := s.size(ctx); err != nil || hex.EncodeToString(sum[:]) != before || int64(len(raw)) != size {
		t.Errorf("the copy of %d bytes (said to be %d, %v) is another than at first", len(raw), size, err)
	}
	if strings.Contains(string(raw), "after after") || !strings.Contains(string(raw), "before before") {
		t.Error("the copy holds what was written later")
	}
	counts, _, err := countTables(ctx, target)
	if err != nil || counts["setting"] < 400 {
		t.Errorf("the copy cannot be opened for reading: %v, %v", counts, err)
	}
}

func TestADamagedDatabaseIsNotBackedUp(t *testing.T) {
	ctx := context.Background()
	ws, b, _ := openForBackup(t)
	fillSettings(t, ws, strings.Repeat("x", 3000))
	file := filepath.Join(t.TempDir(), "b.relais")
	_, err := b.Create(ctx, file)
	must(t, err)
	good, err := os.ReadFile(file)
	must(t, err)
	must(t, ws.DB.Write(ctx).Exec("PRAGMA wal_checkpoint(TRUNCATE)").Error)
	database, err := os.OpenFile(filepath.Join(ws.Dir, DatabaseName), os.O_RDWR, 0)
	must(t, err)
	info, err := database.Stat()
	must(t, err)
	const page = 4096
	for at := info.Size() / page / 2 * page; at < info.Size(); at += page {
		_, err = database.WriteAt([]byte(strings.Repeat("\xff", 200)), at)
		must(t, err)
	}
	_, err = b.Create(ctx, file)
	fault(t, err, "database_damaged")
	if now, err := os.ReadFile(file); err != nil || string(now) != string(good) {
		t.Errorf("the good backup was written over: %v", err)
	}
}
