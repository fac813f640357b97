package workspace

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A beacon is a small file that says which computer has the workspace open, for
// the other computers to which a synchroniser brings the folder: the lock does
// not reach them. Each computer writes a file of its own, so that the beacons
// themselves are never in conflict. It holds no personal data.
type beacon struct {
	Machine string    `json:"machine"`
	Host    string    `json:"host"`
	Beat    time.Time `json:"beat"`
}

const (
	beaconStart = "relais.open-"
	beaconEnd   = ".json"
	// beatEvery is how often an open workspace says that it is.
	beatEvery = 2 * time.Minute
	// beaconFresh is how old the last beat may be: a synchroniser takes its time.
	beaconFresh = 10 * time.Minute
	// beaconKept is when the beacon of a computer that never came back goes.
	beaconKept = 24 * time.Hour
)

func (w *Workspace) beaconFile() string {
	return filepath.Join(w.Dir, beaconStart+w.machine.id[:8]+beaconEnd)
}

func isBeacon(name string) bool {
	return strings.HasPrefix(name, beaconStart) && strings.HasSuffix(name, beaconEnd)
}

// shine writes the beacon; one that cannot be written hinders nothing.
func (w *Workspace) shine() {
	text, err := json.Marshal(beacon{w.machine.id, w.machine.host, w.now().UTC()})
	if err == nil && w.Here() == nil {
		err = os.WriteFile(w.beaconFile(), text, 0o600)
	}
	if err != nil {
		w.Log.Warn("beacon not written", "error", err)
	}
}

// keepShining writes the beacon until stop is closed, and takes it away.
func (w *Workspace) keepShining(stop <-chan struct{}, done chan<- struct{}) {
	defer close(done)
	defer func() { _ = os.Remove(w.beaconFile()) }()
	ticker := time.NewTicker(beatEvery)
	defer ticker.Stop()
	for {
		select {
		case <-stop:
			return
		case <-ticker.C:
			w.shine()
		}
	}
}

// others are the beacons of computers that have the workspace open now.
func (w *Workspace) others() (open []beacon) {
	names, err := filepath.Glob(filepath.Join(escapeGlob(w.Dir), beaconStart+"*"+beaconEnd))
	if err != nil {
		return nil
	}
	for _, name := range names {
		b, ok := readBeacon(name)
		age := w.now().Sub(b.Beat)
		switch {
		case !ok || b.Machine == w.machine.id:
		case age > beaconKept:
			_ = os.Remove(name)
		case age.Abs() < beaconFresh:
			open = append(open, b)
		}
	}
	return open
}

func readBeacon(name string) (b beacon, ok bool) {
	const most = 4 << 10
	if info, err := os.Stat(name); err != nil || info.Size() > most {
		return b, false
	}
	text, err := os.ReadFile(name)
	return b, err == nil && json.Unmarshal(text, &b) == nil && b.Machine != ""
}

// escapeGlob keeps the signs of a pattern in a folder's name from being one.
func escapeGlob(dir string) string {
	return strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace(dir)
}
