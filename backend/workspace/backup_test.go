package workspace

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func openForBackup(t *testing.T) (*Workspace, *Backups, *clock) {
	t.Helper()
	c := &clock{time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	secrets := &MemorySecrets{}
	ws, err := Open(context.Background(), filepath.Join(t.TempDir(), "firm"), Options{Now: c.now, Secrets: secrets})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	b := NewBackups(ws, BackupOptions{
		Keys:        Keys{Dir: filepath.Join(t.TempDir(), "keys")},
		Version:     "test",
		SecretNames: func(context.Context) ([]string, error) { return []string{"token", "absent"}, nil },
	})
	return ws, b, c
}

func fault(t *testing.T, err error, code string) {
	t.Helper()
	if !errors.Is(err, NewFault(code)) {
		t.Fatalf("got %v, want the fault %s", err, code)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestRestoreGivesBackWhatWasBackedUp(t *testing.T) {
	ctx := context.Background()
	ws, b, c := openForBackup(t)
	must(t, ws.Settings.Set(ctx, "company", "Ormeline"))
	must(t, ws.Secrets.Set("token", "s3cret"))
	must(t, os.MkdirAll(filepath.Join(ws.Dir, "pictures", "ab"), 0o700))
	must(t, os.WriteFile(filepath.Join(ws.Dir, "pictures", "ab", "1.png"), []byte("png"), 0o600))
	must(t, b.SetPassphrase(ctx, "a long sentence"))
	key, err := b.ShowKey(ctx)
	must(t, err)
	file := filepath.Join(t.TempDir(), "stick.relais")
	made, err := b.Create(ctx, file)
	must(t, err)
	must(t, ws.Settings.Set(ctx, "company", "changed after the backup"))

	raw, err := os.ReadFile(file)
	must(t, err)
	for _, secret := range []string{"Ormeline", "s3cret", "png", key} {
		if bytes.Contains(raw, []byte(secret)) {
			t.Errorf("the backup shows %q to anybody", secret)
		}
	}
	for name, unlock := range map[string]Unlock{
		"recovery key":  {Key: strings.ToLower(key) + "\n"},
		"passphrase":    {Passphrase: "a long sentence"},
		"same computer": {Keys: b.keys},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "new", "place")
			got, err := Restore(ctx, file, dir, RestoreOptions{Unlock: unlock, Now: c.now()})
			must(t, err)
			if got.Secrets["token"] != "s3cret" || got.Manifest.SHA256 != made.SHA256 || got.Aside != "" {
				t.Errorf("restored %+v", got)
			}
			again, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
			must(t, err)
			defer again.Close()
			company := ""
			if _, err := again.Settings.Get(ctx, "company", &company); err != nil || company != "Ormeline" {
				t.Errorf("company is %q, %v", company, err)
			}
			if again.ID != ws.ID {
				t.Error("the workspace has another id, so it would not know its own mail")
			}
			if png, err := os.ReadFile(filepath.Join(dir, "pictures", "ab", "1.png")); err != nil || string(png) != "png" {
				t.Errorf("picture: %q, %v", png, err)
			}
		})
	}
}

func TestRestoreRefuses(t *testing.T) {
	ctx := context.Background()
	ws, b, c := openForBackup(t)
	must(t, b.SetPassphrase(ctx, "right"))
	file := filepath.Join(t.TempDir(), "b.relais")
	_, err := b.Create(ctx, file)
	must(t, err)
	whole, err := os.ReadFile(file)
	must(t, err)
	damaged := func(name string, change func([]byte) []byte) string {
		path := filepath.Join(t.TempDir(), name)
		must(t, os.WriteFile(path, change(bytes.Clone(whole)), 0o600))
		return path
	}
	other, err := NewRecoveryKey()
	must(t, err)
	for _, c := range []struct {
		name, file string
		unlock     Unlock
		code       string
	}{
		{"no key", file, Unlock{}, "backup_locked"},
		{"another key", file, Unlock{Key: other.String()}, "recovery_key_wrong"},
		{"a key with a typing error", file, Unlock{Key: "AGE-SECRET-KEY-1QQ"}, "recovery_key_wrong"},
		{"a wrong passphrase", file, Unlock{Passphrase: "wrong"}, "passphrase_wrong"},
		{"no such file", file + "x", Unlock{Keys: b.keys}, "file_unreadable"},
		{"not a backup", damaged("text", func([]byte) []byte { return []byte("hello") }), Unlock{Keys: b.keys}, "backup_unreadable"},
		{"cut off", damaged("cut", func(p []byte) []byte { return p[:len(p)/2] }), Unlock{Keys: b.keys}, "backup_unreadable"},
		{"one bit turned", damaged("bit", func(p []byte) []byte { p[len(p)/2] ^= 1; return p }), Unlock{Keys: b.keys}, "backup_unreadable"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "x")
			_, err := Restore(ctx, c.file, dir, RestoreOptions{Unlock: c.unlock})
			fault(t, err, c.code)
			if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) != 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
	t.Run("a folder that holds something", func(t *testing.T) {
		dir := t.TempDir()
		must(t, os.WriteFile(filepath.Join(dir, "mine"), nil, 0o600))
		_, err := Restore(ctx, file, dir, RestoreOptions{Unlock: Unlock{Keys: b.keys}})
		fault(t, err, "restore_folder_taken")
	})
	t.Run("a workspace that is open", func(t *testing.T) {
		_, err := Restore(ctx, file, ws.Dir, RestoreOptions{Unlock: Unlock{Keys: b.keys}, Replace: true, Now: c.now()})
		fault(t, err, "workspace_in_use")
	})
}

func TestReplaceMovesAside(t *testing.T) {
	ctx := context.Background()
	_, b, c := openForBackup(t)
	file := filepath.Join(t.TempDir(), "b.relais")
	_, err := b.Create(ctx, file)
	must(t, err)
	dir := filepath.Join(t.TempDir(), "old")
	must(t, os.MkdirAll(dir, 0o700))
	must(t, os.WriteFile(filepath.Join(dir, "mine"), []byte("kept"), 0o600))
	got, err := Restore(ctx, file, dir, RestoreOptions{Unlock: Unlock{Keys: b.keys}, Replace: true, Now: c.now()})
	must(t, err)
	if kept, err := os.ReadFile(filepath.Join(got.Aside, "mine")); err != nil || string(kept) != "kept" {
		t.Errorf("what stood there is gone: %q, %v", kept, err)
	}
}

func TestEntriesThatWouldLeaveTheFolderAreRefused(t *testing.T) {
	for _, name := range []string{"../evil", "/etc/evil", "files/../../evil", `files\..\evil`, "files/./x", "files//x"} {
		t.Run(name, func(t *testing.T) {
			var raw bytes.Buffer
			w := tar.NewWriter(&raw)
			must(t, w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: 1}))
			_, err := w.Write([]byte("x"))
			must(t, err)
			must(t, w.Close())
			r := &backupReader{tar: tar.NewReader(&raw)}
			_, _, err = r.next()
			fault(t, err, "backup_unreadable")
		})
	}
	var raw bytes.Buffer
	w := tar.NewWriter(&raw)
	must(t, w.WriteHeader(&tar.Header{Name: "files/link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}))
	must(t, w.Close())
	_, _, err := (&backupReader{tar: tar.NewReader(&raw)}).next()
	fault(t, err, "backup_unreadable")
}

func TestAutomaticBackupsFollowTheRule(t *testing.T) {
	all := []KeptBackup{}
	newest := time.Date(2026, 12, 31, 18, 0, 0, 0, time.UTC)
	for day := range 800 {
		all = append(all, KeptBackup{At: newest.AddDate(0, 0, -day)})
	}
	gone := map[time.Time]bool{}
	for _, old := range superfluous(all) {
		gone[old.At] = true
	}
	kept := []string{}
	for _, backup := range all {
		if !gone[backup.At] {
			kept = append(kept, backup.At.Format(time.DateOnly))
		}
	}
	want := "2026-12-31 2026-12-30 2026-12-29 2026-12-28 2026-12-27 2026-12-26 2026-12-25 " + // days
		"2026-12-20 2026-12-13 " + // Sundays end the weeks; two of the four are among the days
		"2026-11-30 2026-10-31 2026-09-30 2026-08-31 2026-07-31 2026-06-30 2026-05-31 2026-04-30 2026-03-31 2026-02-28 2026-01-31"
	if got := strings.Join(kept, " "); got != want {
		t.Errorf("kept\n%s\nwant\n%s", got, want)
	}
}

func TestAutomaticBackupSaysWhatWentWrong(t *testing.T) {
	ctx := context.Background()
	_, b, c := openForBackup(t)
	folder := t.TempDir()
	must(t, b.SetFolder(ctx, folder))
	file, err := b.Automatic(ctx)
	must(t, err)
	if due, err := b.Due(ctx); err != nil || due {
		t.Errorf("due again on the same day: %v, %v", due, err)
	}
	if _, err := Verify(ctx, file, b.ws.Dir, Unlock{Keys: b.keys}); err != nil {
		t.Errorf("the backup cannot be restored: %v", err)
	}
	c.at = c.at.AddDate(0, 0, 1)
	if due, err := b.Due(ctx); err != nil || !due {
		t.Errorf("not due on the next day: %v, %v", due, err)
	}
	must(t, os.RemoveAll(folder)) // the stick was pulled out
	_, err = b.Automatic(ctx)
	fault(t, err, "backup_folder_gone")
	state, err := b.State(ctx)
	must(t, err)
	if state.LastFault != "backup_folder_gone" || state.LastFile != file {
		t.Errorf("state %+v", state)
	}
	fault(t, b.SetFolder(ctx, folder), "backup_folder_gone")
}

func TestBackupDoesNotHoldUpWriters(t *testing.T) {
	ctx := context.Background()
	ws, _, _ := openForBackup(t)
	must(t, ws.DB.Tx(ctx, func(ctx context.Context) error {
		for i := range 2000 {
			if _, err := ws.Journal.Record(ctx, Entry{Verb: "test.row", Kind: "row", ID: int64(i), Params: map[string]any{"x": strings.Repeat("x", 2000)}}); err != nil {
				return err
			}
		}
		return nil
	}))
	// A transaction stays open throughout: were the copy to wait for the writer,
	// it would wait for ever.
	file := filepath.Join(t.TempDir(), "b.relais")
	must(t, ws.DB.Tx(ctx, func(inner context.Context) error {
		if err := ws.Settings.Set(inner, "during", 1); err != nil {
			return err
		}
		return ws.snapshot(ctx, file)
	}))
}

func TestLeavesOutliveARestore(t *testing.T) {
	ctx := context.Background()
	ws, b, c := openForBackup(t)
	must(t, ws.Bury(ctx, TombstoneLeft, "early@firm.example"))
	file := filepath.Join(t.TempDir(), "b.relais")
	_, err := b.Create(ctx, file)
	must(t, err)
	must(t, ws.Bury(ctx, TombstoneLeft, "lea@firm.example"))
	must(t, ws.Bury(ctx, TombstoneErased, "paul@firm.example"))

	// Another firm's workspace and a damaged one are on the machine, too.
	stranger, err := Open(ctx, t.TempDir(), Options{Secrets: &MemorySecrets{}})
	must(t, err)
	must(t, stranger.Bury(ctx, TombstoneLeft, "x@other.example"))
	must(t, stranger.Close())
	damaged := t.TempDir()
	must(t, os.WriteFile(filepath.Join(damaged, DatabaseName), []byte("SQLite format 3\x00 and then nothing"), 0o600))

	dir := filepath.Join(t.TempDir(), "new")
	_, err = Restore(ctx, file, dir, RestoreOptions{
		Unlock: Unlock{Keys: b.keys}, Known: []string{ws.Dir, stranger.Dir, damaged, "/nowhere"}, Now: c.now(),
	})
	must(t, err)
	again, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer again.Close()
	for _, want := range []struct {
		kind, address string
		buried        bool
	}{
		{TombstoneLeft, "early@firm.example", true},
		{TombstoneLeft, "Lea@firm.example", true},
		{TombstoneErased, "paul@firm.example", true},
		{TombstoneLeft, "x@other.example", false},
	} {
		if got, err := again.Buried(ctx, want.kind, want.address); err != nil || got != want.buried {
			t.Errorf("%s %s: %v, %v", want.kind, want.address, got, err)
		}
	}
	var n int64
	must(t, again.DB.Read(ctx).Model(&Tombstone{}).Count(&n).Error)
	if n != 3 {
		t.Errorf("%d tombstones, want 3", n)
	}
	from, restored, err := again.Restoration(ctx)
	if err != nil || !restored || !from.Pending {
		t.Fatalf("restoration %+v, %v, %v", from, restored, err)
	}
	must(t, again.RestorationDone(ctx))
	if from, _, _ = again.Restoration(ctx); from.Pending {
		t.Error("still pending")
	}
}
