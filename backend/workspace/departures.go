package workspace

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// A list of departures is every tombstone of one workspace, in a file of its own
// beside the backups and in the user's configuration. A backup knows who left or
// was erased until it was made; the list knows it until now, so that a copy
// restored after the loss of the laptop does not write to whoever went meanwhile.
// It holds keyed hashes: without the workspace's key it names nobody.
type departures struct {
	About     string      `json:"about"`
	Workspace string      `json:"workspace"`
	At        time.Time   `json:"at"` // of the newest
	List      []departure `json:"list"`
}

type departure struct {
	Hash string `json:"hash"`
	Kind string `json:"kind"`
	At   int64  `json:"at"` // Unix milliseconds
}

const (
	departuresAbout = "Keyed hashes of the addresses of people who left a Relais programme or were erased. " +
		"A restore reads this file, so that nobody of them is written to again. It names nobody."
	// maxDepartures bounds the file, in bytes: 100,000 people are about 12 MB.
	maxDepartures = 64 << 20
)

var workspaceID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// departuresFile is the list's name in a folder of backups.
func departuresFile(folder, id string) string {
	return filepath.Join(folder, "relais-"+id+".departures.json")
}

// KeepDepartures writes the list of who left and was erased beside the backups
// and into the user's configuration. A folder that is not there just now, such as
// a stick that is out, is passed over; the next call finds it.
func (b *Backups) KeepDepartures(ctx context.Context) error {
	rows := []Tombstone{}
	if err := b.ws.DB.Read(ctx).Order("hash, kind").Find(&rows).Error; err != nil {
		return fmt.Errorf("workspace: departures: %w", err)
	}
	state, err := b.State(ctx)
	if err != nil {
		return err
	}
	out := departures{About: departuresAbout, Workspace: b.ws.ID, List: make([]departure, 0, len(rows))}
	for _, r := range rows {
		out.List = append(out.List, departure{r.Hash, r.Kind, int64(r.At)})
		if at := r.At.Time(); at.After(out.At) {
			out.At = at
		}
	}
	text, err := json.Marshal(out)
	if err != nil {
		return fmt.Errorf("workspace: departures: %w", err)
	}
	errs := []error{}
	for _, folder := range b.departureFolders(state) {
		file := departuresFile(folder, b.ws.ID)
		old, err := os.ReadFile(file)
		if bytes.Equal(old, text) || (err != nil && len(rows) == 0) {
			continue
		}
		errs = append(errs, writeWhole(file, text))
	}
	return errors.Join(errs...)
}

// departureFolders are those that are there: the user's configuration, where
// automatic backups go, and where the last backup went.
func (b *Backups) departureFolders(state BackupState) []string {
	_ = os.MkdirAll(b.keys.Dir, 0o700)
	there := []string{}
	for _, folder := range []string{b.keys.Dir, state.Folder, filepath.Dir(state.LastFile)} {
		if info, err := os.Stat(folder); filepath.IsAbs(folder) && err == nil && info.IsDir() {
			there = append(there, folder)
		}
	}
	return there
}

// WatchDepartures keeps the list up to date from now on: at once, and whenever
// somebody leaves, is erased or comes back. What could not be written is logged;
// the next backup writes it again.
// A throwaway workspace, whose secrets live in memory, keeps none.
func (b *Backups) WatchDepartures(ctx context.Context) {
	if b.ws.ReadOnly() || b.ws.Secrets.Place() == "memory" {
		return
	}
	keep := func() {
		if err := b.KeepDepartures(context.WithoutCancel(ctx)); err != nil {
			b.ws.Log.Warn("list of departures not kept", "error", err)
		}
	}
	b.ws.onDeparture = keep
	keep()
}

// departed tells whoever watches, once however many went in the transaction in
// ctx, when it has committed.
func (w *Workspace) departed(ctx context.Context) {
	w.departing.Store(true)
	w.DB.AfterCommit(ctx, func() {
		if w.departing.Swap(false) && w.onDeparture != nil {
			w.onDeparture()
		}
	})
}

// readDepartures gives the list in a file; an empty one where there is none or it
// is not readable: a restore must not fail for it.
func readDepartures(file string) []Tombstone {
	info, err := os.Stat(file)
	if err != nil || info.Size() > maxDepartures {
		return nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	in := departures{}
	if json.Unmarshal(text, &in) != nil {
		return nil
	}
	rows := make([]Tombstone, 0, len(in.List))
	for _, d := range in.List {
		if len(d.Hash) == 64 && (d.Kind == TombstoneErased || d.Kind == TombstoneLeft) {
			rows = append(rows, Tombstone{d.Hash, d.Kind, Instant(d.At)})
		}
	}
	return rows
}

// takeDepartures adds what the lists in these folders know to a database that is
// being restored.
func takeDepartures(ctx context.Context, pool *sql.DB, id string, folders []string) error {
	if !workspaceID.MatchString(id) {
		return nil
	}
	tx, err := pool.BeginTx(ctx, nil)
	if err != nil {
		return storageFault(err, "")
	}
	defer tx.Rollback() //nolint:errcheck // Committed already where all went well.
	for _, folder := range folders {
		if folder == "" {
			continue
		}
		for _, t := range readDepartures(departuresFile(folder, id)) {
			if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO tombstone (hash, kind, at) VALUES (?, ?, ?)", t.Hash, t.Kind, int64(t.At)); err != nil {
				return storageFault(err, "")
			}
		}
	}
	return storageFault(tx.Commit(), "")
}
