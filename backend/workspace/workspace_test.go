package workspace_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"relais/backend/workspace"
)

func open(t *testing.T, dir string) *workspace.Workspace {
	t.Helper()
	ws, err := workspace.Open(context.Background(), dir, workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return ws
}

func TestASecondCopyIsRefusedAndReadingNeedsNoLock(t *testing.T) {
	dir := t.TempDir()
	ctx := context.Background()
	first := open(t, dir)
	if _, err := workspace.Open(ctx, dir, workspace.Options{}); !errors.Is(err, workspace.ErrInUse) {
		t.Fatalf("second copy: got %v, want ErrInUse", err)
	}
	if err := first.Settings.Set(ctx, "company.name", "Ateliers du Phare"); err != nil {
		t.Fatal(err)
	}
	reader, err := workspace.Open(ctx, dir, workspace.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close() //nolint:errcheck // a test's end
	var name string
	if ok, err := reader.Settings.Get(ctx, "company.name", &name); err != nil || !ok || name != "Ateliers du Phare" {
		t.Fatalf("reader got %q, %v, %v", name, ok, err)
	}
	if err := reader.Settings.Set(ctx, "company.name", "x"); !errors.Is(err, workspace.ErrReadOnly) {
		t.Fatalf("writing read-only: got %v, want ErrReadOnly", err)
	}
	if err := reader.DB.Write(ctx).Exec("DELETE FROM setting").Error; err == nil {
		t.Fatal("a statement went through a read-only workspace")
	}
}

func TestANewerDatabaseIsRefusedUntouched(t *testing.T) {
	dir := t.TempDir()
	ctx := context.Background()
	ws := open(t, dir)
	if err := ws.DB.Write(ctx).Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)").Error; err != nil {
		t.Fatal(err)
	}
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := workspace.Open(ctx, dir, workspace.Options{}); !errors.Is(err, workspace.ErrNewerSchema) {
		t.Fatalf("got %v, want ErrNewerSchema", err)
	}
}

func TestTransactionsJoinAndRollBackTogether(t *testing.T) {
	ws := open(t, t.TempDir())
	ctx := context.Background()
	hooks := 0
	failed := errors.New("second step failed")
	err := ws.DB.Tx(ctx, func(ctx context.Context) error {
		ws.DB.AfterCommit(ctx, func() { hooks++ })
		if err := ws.Settings.Set(ctx, "a", 1); err != nil {
			return err
		}
		var a int
		if ok, err := ws.Settings.Get(ctx, "a", &a); err != nil || !ok || a != 1 {
			t.Errorf("inside: got %d, %v, %v", a, ok, err)
		}
		return failed
	})
	if !errors.Is(err, failed) {
		t.Fatalf("got %v", err)
	}
	if ok, _ := ws.Settings.Get(ctx, "a", new(int)); ok || hooks != 0 {
		t.Fatalf("rolled back, yet value there: %v, hooks run: %d", ok, hooks)
	}
}

func TestUndoTakesAnEntryBackOnce(t *testing.T) {
	ws := open(t, t.TempDir())
	ctx := workspace.WithActor(context.Background(), "Claire")
	restored := ""
	ws.Journal.OnUndo("setting.changed", func(_ context.Context, data json.RawMessage) error {
		return json.Unmarshal(data, &restored)
	})
	id, err := ws.Journal.Record(ctx, workspace.Entry{Verb: "setting.changed", Kind: "setting", Undo: "before"})
	if err != nil {
		t.Fatal(err)
	}
	if err := ws.Journal.Undo(ctx, id); err != nil || restored != "before" {
		t.Fatalf("got %q, %v", restored, err)
	}
	if err := ws.Journal.Undo(ctx, id); !errors.Is(err, workspace.NewFault("undo_gone")) {
		t.Fatalf("second undo: got %v", err)
	}
	entries, err := ws.Journal.List(ctx, workspace.Filter{Kind: "setting"})
	if err != nil || len(entries) != 1 || entries[0].Actor != "Claire" || entries[0].UndoneAt == nil {
		t.Fatalf("got %+v, %v", entries, err)
	}
}

func TestSecretsFileSurvivesAndNeedsItsPassphrase(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
	ctx := context.Background()
	for _, step := range []struct {
		pass  string
		write bool
		want  string
	}{{"correct horse", true, ""}, {"correct horse", false, "s3cret"}, {"wrong", false, ""}} {
		ws, err := workspace.Open(ctx, dir, workspace.Options{Passphrase: step.pass})
		if err != nil {
			t.Fatal(err)
		}
		if step.write {
			if err := ws.Secrets.Set("mail", "s3cret"); err != nil {
				t.Fatal(err)
			}
		} else if got, err := ws.Secrets.Get("mail"); got != step.want || (step.want == "" && !errors.Is(err, workspace.NewFault("secrets_locked"))) {
			t.Errorf("with %q: got %q, %v", step.pass, got, err)
		}
		if err := ws.Close(); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(filepath.Join(dir, "secrets.age"))
	if err != nil || len(raw) == 0 {
		t.Fatal(err)
	}
}

func TestSecretsStartOverWhereTheirKeyFileIsGone(t *testing.T) {
	dir, home := t.TempDir(), t.TempDir()
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
	t.Setenv("RELAIS_PASSPHRASE", "")
	t.Setenv("XDG_CONFIG_HOME", home)
	opened := func(look func(workspace.Secrets)) {
		t.Helper()
		ws, err := workspace.Open(context.Background(), dir, workspace.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if ws.Secrets.Place() != "keyfile" {
			t.Fatalf("kept in %s", ws.Secrets.Place())
		}
		look(ws.Secrets)
		if err := ws.Close(); err != nil {
			t.Fatal(err)
		}
	}
	holds := func(s workspace.Secrets, name, want string, wantErr error) {
		t.Helper()
		if got, err := s.Get(name); got != want || !errors.Is(err, wantErr) {
			t.Errorf("%s: got %q, %v; want %q, %v", name, got, err, want, wantErr)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	opened(func(s workspace.Secrets) { must(s.Set("mail", "first")) })
	sealed, err := os.ReadFile(filepath.Join(dir, "secrets.age"))
	must(err)
	keys, err := filepath.Glob(filepath.Join(home, "relais", "*.key"))
	if must(err); len(keys) != 1 {
		t.Fatalf("key files: %v", keys)
	}
	kept := filepath.Join(t.TempDir(), "kept")
	must(os.Rename(keys[0], kept))
	opened(func(s workspace.Secrets) {
		holds(s, "mail", "", workspace.ErrSecretsLost)
		must(s.Delete("mail"))
		holds(s, "mail", "", workspace.ErrSecretsLost)
	})
	if now, err := os.ReadFile(filepath.Join(dir, "secrets.age")); err != nil || !bytes.Equal(now, sealed) {
		t.Fatalf("looking changed what is sealed: %v", err)
	}
	must(os.Rename(kept, keys[0]))
	opened(func(s workspace.Secrets) { holds(s, "mail", "first", nil) }) // it turned up, and looking had made no other
	must(os.RemoveAll(filepath.Join(home, "relais")))
	opened(func(s workspace.Secrets) {
		must(s.Set("mail", "second"))
		holds(s, "mail", "second", nil)
		holds(s, "other", "", workspace.ErrNotFound)
	})
	opened(func(s workspace.Secrets) { holds(s, "mail", "second", nil) })
	if aside, err := os.ReadFile(filepath.Join(dir, "secrets-unreadable.age")); err != nil || !bytes.Equal(aside, sealed) {
		t.Errorf("the sealed file is not kept beside: %v", err)
	}
}

func TestWeeksStartOnMonday(t *testing.T) {
	for _, c := range []struct {
		day  string
		want int64
	}{{"1969-12-29", 0}, {"1969-12-28", -1}, {"1970-01-04", 0}, {"1970-01-05", 1}, {"2026-11-22", 2968}, {"2026-11-23", 2969}} {
		day, err := time.Parse(time.DateOnly, c.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := workspace.At(day).Week(); got != c.want {
			t.Errorf("%s: got week %d, want %d", c.day, got, c.want)
		}
	}
}
