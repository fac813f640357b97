package workspace

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// twoComputers are two users' configurations and one folder between them.
type twoComputers struct {
	t       *testing.T
	dir     string
	home    map[string]string
	secrets *MemorySecrets
}

func newTwoComputers(t *testing.T) twoComputers {
	t.Helper()
	return twoComputers{t, filepath.Join(t.TempDir(), "firm"), map[string]string{"here": t.TempDir(), "there": t.TempDir()}, &MemorySecrets{}}
}

func (c twoComputers) open(which string) *Workspace {
	c.t.Helper()
	ws, err := Open(context.Background(), c.dir, Options{Secrets: c.secrets, MachineDir: c.home[which]})
	must(c.t, err)
	return ws
}

// write opens the workspace on a computer, changes it and closes it.
func (c twoComputers) write(which string) {
	c.t.Helper()
	ws := c.open(which)
	must(c.t, ws.Settings.Set(context.Background(), "company", which))
	must(c.t, ws.Close())
}

func (c twoComputers) database() string { return filepath.Join(c.dir, DatabaseName) }

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	must(t, err)
	defer in.Close()
	out, err := os.Create(to)
	must(t, err)
	_, err = io.Copy(out, in)
	must(t, err)
	must(t, out.Close())
}

func TestAnOlderCopyThanThisComputerWroteIsKnown(t *testing.T) {
	ctx := context.Background()
	c := newTwoComputers(t)
	c.write("here")
	older := filepath.Join(t.TempDir(), "older.db")
	copyFile(t, c.database(), older)
	c.write("there") // one after the other is no conflict
	ws := c.open("here")
	must(t, ws.CheckCopy(ctx))
	must(t, ws.Settings.Set(ctx, "company", "again"))
	must(t, ws.CheckCopy(ctx)) // what is sent now is in no older copy
	must(t, ws.Close())

	copyFile(t, older, c.database())
	ws = c.open("here")
	fault(t, ws.CheckCopy(ctx), "copy_older")
	must(t, ws.Settings.Set(ctx, "company", "more")) // what is safe goes on
	must(t, ws.Close())
	ws = c.open("here")
	fault(t, ws.CheckCopy(ctx), "copy_older") // and it is still older
	must(t, ws.TrustCopy(ctx))
	must(t, ws.CheckCopy(ctx))
	must(t, ws.Close())
	ws = c.open("here")
	must(t, ws.CheckCopy(ctx))
	must(t, ws.Close())
}

func TestTwoComputersThatWroteApartAreKnown(t *testing.T) {
	ctx := context.Background()
	c := newTwoComputers(t)
	c.write("here")
	base := filepath.Join(t.TempDir(), "base.db")
	copyFile(t, c.database(), base)
	c.write("here")
	copyFile(t, base, c.database())
	c.write("there") // as many openings as here, from an older copy: no count would tell
	ws := c.open("here")
	defer ws.Close()
	fault(t, ws.CheckCopy(ctx), "copy_older")
}

func TestAStopBetweenTheTwoMarksIsNoOlderCopy(t *testing.T) {
	ctx := context.Background()
	c := newTwoComputers(t)
	for range 3 { // killed each time after the database, before the configuration
		ws := c.open("here")
		must(t, ws.CheckCopy(ctx))
		before, known := ws.machine.written(ws.ID, ws.Dir)
		must(t, ws.Settings.Set(ctx, "company", "x"))
		must(t, ws.Close())
		if known {
			must(t, ws.machine.keep(ws.ID, ws.Dir, before))
		}
	}
	ws := c.open("here")
	defer ws.Close()
	must(t, ws.CheckCopy(ctx))
}

func TestAnotherComputerThatHasTheFolderOpenIsSeen(t *testing.T) {
	ctx := context.Background()
	c := newTwoComputers(t)
	there := c.open("there")
	light, err := os.ReadFile(there.beaconFile())
	must(t, err)
	var b beacon
	must(t, json.Unmarshal(light, &b))
	must(t, there.Close())
	if _, err := os.Stat(there.beaconFile()); err == nil {
		t.Error("the beacon stays on after closing")
	}
	here := c.open("here")
	must(t, here.CheckCopy(ctx))
	must(t, os.WriteFile(there.beaconFile(), light, 0o600)) // the synchroniser brings it
	fault(t, here.CheckCopy(ctx), "copy_elsewhere")
	if files := backedUp(t, here); len(files) != 0 {
		t.Errorf("the backup takes %v", files)
	}
	for name, text := range map[string]string{"old": "", "torn": `{"machine`, "huge": string(make([]byte, 1<<20))} {
		if name == "old" {
			b.Beat = time.Now().Add(-time.Hour)
			raw, err := json.Marshal(b)
			must(t, err)
			text = string(raw)
		}
		must(t, os.WriteFile(there.beaconFile(), []byte(text), 0o600))
		if err := here.CheckCopy(ctx); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	must(t, here.Close())
}

func backedUp(t *testing.T, ws *Workspace) (files []string) {
	t.Helper()
	must(t, ws.eachFile(func(rel string) error { files = append(files, rel); return nil }))
	return files
}

func TestASecondDatabaseBesideIsKnownByItsName(t *testing.T) {
	ctx := context.Background()
	c := newTwoComputers(t)
	c.write("here")
	for kept, name := range []string{
		"relais (Marie's conflicted copy 2026-11-25).db", "relais (Copie en conflit de PC-RH 2026-11-25).db", // Dropbox
		"relais (In Konflikt stehende Kopie von PC 2026-11-25).db",
		"relais.sync-conflict-20261125-101500-ABCDEFG.db",                                     // Syncthing
		"relais (conflicted copy 2026-11-25 101500).db", "relais_conflict-20261125-101500.db", // Nextcloud, ownCloud
		"relais-PC-RH.db", "relais (1).db", "relais 2.db", // OneDrive, Google Drive, iCloud
		"Relais.db.Conflict",
	} {
		t.Run(name, func(t *testing.T) {
			copyFile(t, c.database(), filepath.Join(c.dir, name))
			ws := c.open("here")
			defer ws.Close()
			fault(t, ws.CheckCopy(ctx), "copy_conflict")
			must(t, ws.TrustCopy(ctx))
			must(t, ws.CheckCopy(ctx))
			aside, err := filepath.Glob(filepath.Join(c.dir, CopiesBeforeMigration, "*"))
			if must(t, err); len(aside) != kept+1 {
				t.Errorf("kept aside: %v", aside)
			}
		})
	}
	for _, name := range []string{"relais (conflicted copy).lock", "relais.db-wal.sync-conflict-1.db", "notes about a conflict.txt"} {
		must(t, os.WriteFile(filepath.Join(c.dir, name), []byte("no database"), 0o600))
	}
	ws := c.open("here")
	defer ws.Close()
	must(t, ws.CheckCopy(ctx))
}

func TestADatabaseThatIsReplacedUnderARunningProgramIsKnown(t *testing.T) {
	ctx := context.Background()
	c := newTwoComputers(t)
	c.write("here")
	other := filepath.Join(c.dir, "incoming")
	copyFile(t, c.database(), other)
	ws := c.open("here")
	defer ws.Close()
	must(t, os.Rename(other, c.database()))
	fault(t, ws.CheckCopy(ctx), "workspace_replaced")
}

func TestCopiesKeptAsideExpire(t *testing.T) {
	c := newTwoComputers(t)
	c.write("here")
	folder := filepath.Join(c.dir, CopiesBeforeMigration)
	must(t, os.MkdirAll(folder, 0o700))
	for name, age := range map[string]time.Duration{"old.db": CopiesKept + time.Hour, "new.db": CopiesKept - time.Hour} {
		must(t, os.WriteFile(filepath.Join(folder, name), nil, 0o600))
		at := time.Now().Add(-age)
		must(t, os.Chtimes(filepath.Join(folder, name), at, at))
	}
	must(t, c.open("here").Close())
	left, err := os.ReadDir(folder)
	must(t, err)
	if len(left) != 1 || left[0].Name() != "new.db" {
		t.Errorf("left: %v", left)
	}
}
