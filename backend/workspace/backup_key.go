package workspace

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"
)

// RecoveryKey opens backups: an age X25519 identity ("AGE-SECRET-KEY-1…"). Its
// public half is kept in the settings, so that backups are made without it.
type RecoveryKey struct{ identity *age.X25519Identity }

// NewRecoveryKey makes a key; it is shown once, to be printed or kept elsewhere.
func NewRecoveryKey() (RecoveryKey, error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return RecoveryKey{}, fmt.Errorf("workspace: recovery key: %w", err)
	}
	return RecoveryKey{identity}, nil
}

// ParseRecoveryKey reads a key as somebody typed it: case and white space do not
// matter. It fails with "recovery_key_wrong".
func ParseRecoveryKey(text string) (RecoveryKey, error) {
	identity, err := age.ParseX25519Identity(strings.ToUpper(strings.Join(strings.Fields(text), "")))
	if err != nil {
		return RecoveryKey{}, NewFault("recovery_key_wrong").Wrap(err)
	}
	return RecoveryKey{identity}, nil
}

func (k RecoveryKey) String() string { return k.identity.String() }

// Public is the half that only encrypts ("age1…").
func (k RecoveryKey) Public() string { return k.identity.Recipient().String() }

// sealed is the key under a passphrase (age's scrypt), to travel in each backup.
func (k RecoveryKey) sealed(passphrase string) ([]byte, error) {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, NewFault("passphrase_empty").Wrap(err)
	}
	recipient.SetWorkFactor(scryptWork)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, recipient)
	if err != nil {
		return nil, fmt.Errorf("workspace: seal key: %w", err)
	}
	if _, err := io.WriteString(w, k.String()); err != nil {
		return nil, fmt.Errorf("workspace: seal key: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("workspace: seal key: %w", err)
	}
	return out.Bytes(), nil
}

// unsealKey is the reverse of sealed; it fails with "passphrase_wrong".
func unsealKey(sealed []byte, passphrase string) (RecoveryKey, error) {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return RecoveryKey{}, NewFault("passphrase_empty").Wrap(err)
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if err != nil {
		return RecoveryKey{}, NewFault("passphrase_wrong").Wrap(err)
	}
	text, err := io.ReadAll(io.LimitReader(r, 1<<10))
	if err != nil {
		return RecoveryKey{}, NewFault("passphrase_wrong").Wrap(err)
	}
	return ParseRecoveryKey(string(text))
}

// Keys keeps recovery keys on this machine, in the user's configuration and so
// apart from workspaces and backups: whoever can read it can read the workspace
// anyway, and the same laptop restores without being asked for the key.
type Keys struct{ Dir string }

// DefaultKeys is the place in the user's configuration folder.
func DefaultKeys() (Keys, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return Keys{}, NewFault("no_home").Wrap(err)
	}
	return Keys{Dir: filepath.Join(base, "relais", "recovery")}, nil
}

func (k Keys) path(public string) string { return filepath.Join(k.Dir, filepath.Base(public)+".key") }

// Keep writes the key.
func (k Keys) Keep(key RecoveryKey) error {
	if err := os.MkdirAll(k.Dir, 0o700); err != nil {
		return storageFault(err, k.Dir)
	}
	return writeWhole(k.path(key.Public()), []byte(key.String()+"\n"))
}

// Find gives the key whose public half is known, or ErrNotFound.
func (k Keys) Find(public string) (RecoveryKey, error) {
	text, err := os.ReadFile(k.path(public))
	if err != nil {
		return RecoveryKey{}, ErrNotFound.Wrap(err)
	}
	return ParseRecoveryKey(string(text))
}
