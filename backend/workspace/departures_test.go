package workspace

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// ring is memory that passes for a keyring: a workspace with one is not a throwaway.
type ring struct{ MemorySecrets }

func (*ring) Place() string { return "keyring" }

// The laptop is lost, and with it the workspace and the user's configuration: the stick alone knows who went after the
// last backup.
func TestTheStickKnowsWhoWentAfterTheBackup(t *testing.T) {
	ctx := context.Background()
	stick := t.TempDir()
	ws, err := Open(ctx, t.TempDir(), Options{Secrets: &ring{}})
	must(t, err)
	b := NewBackups(ws, BackupOptions{Keys: Keys{Dir: t.TempDir()}, Version: "test"})
	b.WatchDepartures(ctx)
	must(t, b.SetFolder(ctx, stick))
	must(t, ws.Bury(ctx, TombstoneLeft, "early@firm.example"))
	file, err := b.Automatic(ctx)
	must(t, err)
	key, err := b.ShowKey(ctx)
	must(t, err)

	must(t, ws.DB.Tx(ctx, func(ctx context.Context) error {
		must(t, ws.Bury(ctx, TombstoneErased, "paul@firm.example"))
		return ws.Bury(ctx, TombstoneLeft, "lea@firm.example")
	}))
	must(t, ws.Bury(ctx, TombstoneLeft, "back@firm.example"))
	must(t, ws.Unbury(ctx, TombstoneLeft, "back@firm.example"))
	_ = ws.DB.Tx(ctx, func(ctx context.Context) error {
		must(t, ws.Bury(ctx, TombstoneLeft, "stays@firm.example"))
		return os.ErrInvalid
	})
	must(t, ws.Close())

	dir := filepath.Join(t.TempDir(), "new")
	_, err = Restore(ctx, file, dir, RestoreOptions{Unlock: Unlock{Key: key, Keys: Keys{Dir: t.TempDir()}}, Now: time.Now()})
	must(t, err)
	again, err := Open(ctx, dir, Options{Secrets: &ring{}})
	must(t, err)
	defer again.Close()
	for _, want := range []struct {
		kind, address string
		buried        bool
	}{
		{TombstoneLeft, "early@firm.example", true},
		{TombstoneErased, "paul@firm.example", true},
		{TombstoneLeft, "lea@firm.example", true},
		{TombstoneLeft, "back@firm.example", false},
		{TombstoneLeft, "stays@firm.example", false},
	} {
		if got, err := again.Buried(ctx, want.kind, want.address); err != nil || got != want.buried {
			t.Errorf("%s %s: %v, %v", want.kind, want.address, got, err)
		}
	}
}

func TestABrokenListOfDeparturesHindersNoRestore(t *testing.T) {
	ctx := context.Background()
	ws, b, c := openForBackup(t)
	file := filepath.Join(t.TempDir(), "b.relais")
	_, err := b.Create(ctx, file)
	must(t, err)
	for _, text := range []string{"", "{", `{"list":[{"hash":"x","kind":"left"},{"hash":"","kind":"erased"}]}`, `[]`, "\x00\x01"} {
		must(t, os.WriteFile(departuresFile(filepath.Dir(file), ws.ID), []byte(text), 0o600))
		_, err = Restore(ctx, file, filepath.Join(t.TempDir(), "new"), RestoreOptions{Unlock: Unlock{Keys: b.keys}, Now: c.now()})
		must(t, err)
	}
}

func TestWhatAKillLeftIsSweptAway(t *testing.T) {
	ctx := context.Background()
	parent := t.TempDir()
	dir := filepath.Join(parent, "w")
	ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	must(t, ws.Close())
	old := time.Now().Add(-2 * leftAfter)
	place := func(path string, at time.Time, file string) {
		must(t, os.MkdirAll(path, 0o700))
		must(t, os.WriteFile(filepath.Join(path, file), []byte("in clear"), 0o600))
		must(t, os.Chtimes(filepath.Join(path, file), at, at))
		must(t, os.Chtimes(path, at, at))
	}
	gone := []string{filepath.Join(dir, ".backup-1"), filepath.Join(dir, ".export-1"), filepath.Join(parent, ".restore-1")}
	for _, path := range gone {
		place(path, old, DatabaseName)
	}
	stay := []string{filepath.Join(dir, ".backup-2"), filepath.Join(parent, ".restore-2"), filepath.Join(parent, "else")}
	for _, path := range stay {
		place(path, time.Now(), DatabaseName)
	}
	notOurs := filepath.Join(parent, ".import-3")
	place(notOurs, old, "notes.txt")
	ws, err = Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	must(t, ws.Close())
	for _, path := range gone {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	for _, path := range append(stay, notOurs) {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s is gone", path)
		}
	}
}
