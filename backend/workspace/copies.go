package workspace

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// machinesSetting is what each computer last wrote into this database, and before
// that: the database that a computer wrote to last bears the mark it kept.
const machinesSetting = "workspace.machines"

type visits map[string]visit

type visit struct {
	Mark     string    `json:"mark"`
	Previous string    `json:"previous"` // a computer that stopped between the two writes has kept this one
	At       time.Time `json:"at"`
}

// meet finds out, at opening, whether the database is the one that this computer
// wrote to last, and lights the beacon. A throwaway workspace, whose secrets live
// in memory, has neither, unless o says where the computer keeps what it wrote.
func (w *Workspace) meet(ctx context.Context, o Options) error {
	if w.readOnly || (o.MachineDir == "" && w.Secrets.Place() == "memory") {
		return nil
	}
	var err error
	if w.machine, err = thisMachine(o.MachineDir); err != nil {
		w.machine = nil
		w.Log.Warn("this computer cannot keep what it wrote", "error", err)
		return nil //nolint:nilerr // without a place in the configuration everything else still works
	}
	if last, known := w.machine.written(w.ID, w.Dir); known {
		all := visits{}
		if _, err := w.Settings.Get(ctx, machinesSetting, &all); err != nil {
			return err
		}
		here := all[w.machine.id]
		if last.Mark != here.Mark && last.Mark != here.Previous {
			w.older.Store(&last)
		}
	}
	w.marked.Store(w.DB.Version())
	w.shine()
	stop, done := make(chan struct{}), make(chan struct{})
	w.dim = func() { close(stop); <-done }
	go w.keepShining(stop, done)
	return nil
}

// leaveMark notes that this computer wrote last, where it did. An older copy gets
// no mark until somebody trusts it.
func (w *Workspace) leaveMark(ctx context.Context) error {
	if w.machine == nil || w.older.Load() != nil || w.DB.Version() == w.marked.Load() {
		return nil
	}
	return w.writeMark(ctx)
}

// writeMark writes into the database and then into the user's configuration: in
// this order, so that a stop in between leaves the mark before, which is known too.
func (w *Workspace) writeMark(ctx context.Context) error {
	text, err := randomHex(8)
	if err != nil {
		return err
	}
	before, _ := w.machine.written(w.ID, w.Dir)
	now := mark{Mark: text, At: w.now().UTC()}
	return w.DB.Tx(ctx, func(ctx context.Context) error {
		all := visits{}
		if _, err := w.Settings.Get(ctx, machinesSetting, &all); err != nil {
			return err
		}
		all[w.machine.id] = visit{Mark: now.Mark, Previous: before.Mark, At: now.At}
		w.DB.AfterCommit(ctx, func() {
			w.older.Store(nil)
			w.marked.Store(w.DB.Version())
			if err := w.machine.keep(w.ID, w.Dir, now); err != nil {
				w.Log.Warn("what was written last is not kept", "error", err)
			}
		})
		return w.Settings.Set(ctx, machinesSetting, all)
	})
}

// CheckCopy stands before sending: it fails as OtherCopy does, and else leaves this
// computer's mark, so that a copy without what is sent now will be known.
func (w *Workspace) CheckCopy(ctx context.Context) error {
	if err := w.OtherCopy(); err != nil {
		return err
	}
	return w.leaveMark(ctx)
}

// OtherCopy fails where sending could send twice or from what is not the whole:
// "workspace_gone" or "workspace_replaced" where another file has the place of the
// database, "database_damaged" where it could not be read, "copy_conflict" where a synchroniser left a second one beside it,
// "copy_older" where this computer has written more than it holds, "copy_elsewhere"
// where another computer has the folder open. Everything else may go on.
func (w *Workspace) OtherCopy() error {
	if err := w.Here(); err != nil {
		return err
	}
	if w.damaged.Load() {
		return NewFault(codeDamaged, "path", w.Dir)
	}
	if conflicts := conflictedCopies(w.Dir); len(conflicts) > 0 {
		return NewFault("copy_conflict", "file", filepath.Base(conflicts[0]), "path", w.Dir)
	}
	if w.machine == nil {
		return nil
	}
	if last := w.older.Load(); last != nil {
		return NewFault("copy_older", "at", last.At.Local().Format("2006-01-02 15:04"), "path", w.Dir)
	}
	if others := w.others(); len(others) > 0 {
		return NewFault("copy_elsewhere", "host", hostName(others[0].Host), "path", w.Dir)
	}
	return nil
}

func hostName(name string) string {
	if name == "" {
		return "?"
	}
	return name
}

// TrustCopy takes this database for the right one: copies in conflict move to the
// folder of copies made before migrations, which expire, and beacons of others go
// out; one that is really open lights its own again.
func (w *Workspace) TrustCopy(ctx context.Context) error {
	for _, path := range conflictedCopies(w.Dir) {
		if err := w.setAside(path); err != nil {
			return err
		}
	}
	if w.machine == nil {
		return nil
	}
	names, err := filepath.Glob(filepath.Join(escapeGlob(w.Dir), beaconStart+"*"+beaconEnd))
	for _, name := range names {
		if b, ok := readBeacon(name); !ok || b.Machine != w.machine.id {
			err = errors.Join(err, os.Remove(name))
		}
	}
	if err != nil {
		return storageFault(err, w.Dir)
	}
	return w.writeMark(ctx)
}

func (w *Workspace) setAside(path string) error {
	folder := filepath.Join(w.Dir, CopiesBeforeMigration)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return storageFault(err, folder)
	}
	kept := filepath.Join(folder, w.now().UTC().Format("20060102T150405.000")+" "+filepath.Base(path))
	today := time.Now() // it expires from now on, by the clock that dates files
	return storageFault(errors.Join(os.Rename(path, kept), os.Chtimes(kept, today, today)), path)
}

// conflictWords stand in the names that synchronisers give the loser of two
// changes: Dropbox, Nextcloud, ownCloud, Syncthing and Resilio, in the languages
// of their users.
var conflictWords = []string{"conflict", "conflit", "konflikt", "conflicto", "conflitto"}

// numbered are the names that OneDrive, Google Drive and iCloud give: "relais-PC.db",
// "relais (1).db", "relais 2.db".
var numbered = regexp.MustCompile(`^relais( \(\d+\)| \d+|-[^/]+)\.db$`)

// conflictedCopies are further databases in the folder under such names.
func conflictedCopies(dir string) (found []string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		name := strings.ToLower(entry.Name())
		if entry.Type().IsRegular() && strings.HasPrefix(name, "relais") && named(name) && isDatabase(filepath.Join(dir, entry.Name())) {
			found = append(found, filepath.Join(dir, entry.Name()))
		}
	}
	return found
}

func named(name string) bool {
	for _, word := range conflictWords {
		if strings.Contains(name, word) {
			return true
		}
	}
	return numbered.MatchString(name)
}

// isDatabase looks at the first 16 bytes (https://www.sqlite.org/fileformat2.html,
// section 1.3): a log or a lock in conflict means nothing.
func isDatabase(path string) bool {
	const magic = "SQLite format 3\x00"
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(magic))
	n, _ := f.Read(head)
	return string(head[:n]) == magic
}
