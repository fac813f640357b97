package workspace

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// machine is this computer as this user has it: a random id and what it last
// wrote into each workspace, kept in the user's configuration, where no
// synchroniser of the workspace's folder reaches.
type machine struct {
	dir, id, host string
}

// mark is what this computer last wrote into a workspace: random, so that two
// copies which went on apart never bear the same.
type mark struct {
	Mark string    `json:"mark"`
	At   time.Time `json:"at"`
}

var machineID = regexp.MustCompile(`^[0-9a-f]{16}$`)

// thisMachine knows the computer, and gives it an id the first time.
func thisMachine(dir string) (*machine, error) {
	if dir == "" {
		base, err := os.UserConfigDir()
		if err != nil {
			return nil, NewFault("no_home").Wrap(err)
		}
		dir = filepath.Join(base, "relais")
	}
	m := &machine{dir: dir}
	m.host, _ = os.Hostname() // one without a name is told apart by its id
	path := filepath.Join(dir, "machine")
	text, err := os.ReadFile(path)
	if m.id = string(text); err == nil && machineID.MatchString(m.id) {
		return m, nil
	}
	if m.id, err = randomHex(8); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, storageFault(err, dir)
	}
	return m, writeWhole(path, []byte(m.id))
}

func randomHex(n int) (string, error) {
	raw := make([]byte, n)
	if _, err := rand.Read(raw); err != nil {
		return "", fmt.Errorf("workspace: random: %w", err)
	}
	return hex.EncodeToString(raw), nil
}

// markFile is one for each workspace in each folder: a copy restored elsewhere is
// not the one that was written here.
func (m *machine) markFile(id, dir string) string {
	sum := sha256.Sum256([]byte(id + "\n" + dir))
	return filepath.Join(m.dir, "written", hex.EncodeToString(sum[:8])+".json")
}

// written gives what this computer last wrote there; false where it never did.
func (m *machine) written(id, dir string) (mark, bool) {
	out := mark{}
	text, err := os.ReadFile(m.markFile(id, dir))
	if err != nil || json.Unmarshal(text, &out) != nil || out.Mark == "" {
		return mark{}, false
	}
	return out, true
}

func (m *machine) keep(id, dir string, last mark) error {
	text, err := json.Marshal(last)
	if err != nil {
		return fmt.Errorf("workspace: mark: %w", err)
	}
	path := m.markFile(id, dir)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return storageFault(err, path)
	}
	return writeWhole(path, text)
}
