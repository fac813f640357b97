package workspace

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"filippo.io/age"
	"github.com/zalando/go-keyring"
)

// Secrets keeps passwords and keys out of the database.
type Secrets interface {
	// Get gives the secret, or ErrNotFound.
	Get(name string) (string, error)
	Set(name, value string) error
	Delete(name string) error
	// Place names where they are kept: "keyring", "passphrase", "keyfile" or "memory".
	Place() string
}

const (
	keyringService = "Relais"
	secretsName    = "secrets.age"
	// scryptWork keeps one guess at about a fifth of a second (2^16 rounds):
	// the file is read once a start.
	scryptWork = 16
)

// openSecrets takes the system's keyring where it answers. Elsewhere it takes a
// file encrypted with age under a passphrase; where nobody gave one, under a
// random one kept in a file of the user's configuration, apart from the
// workspace, so that a copy of the folder alone gives nothing away.
func openSecrets(dir, id, passphrase string) Secrets {
	path := filepath.Join(dir, secretsName)
	if passphrase == "" {
		passphrase = os.Getenv("RELAIS_PASSPHRASE")
	}
	if _, err := os.Stat(path); err != nil && passphrase == "" && keyringAnswers(id) {
		return &ringSecrets{id: id}
	}
	if passphrase != "" {
		return &fileSecrets{path: path, place: "passphrase", key: func() (string, error) { return passphrase, nil }}
	}
	return &fileSecrets{path: path, place: "keyfile", key: func() (string, error) { return keyFile(id) }}
}

func keyringAnswers(id string) bool {
	_, err := keyring.Get(keyringService, id+"/probe")
	return err == nil || errors.Is(err, keyring.ErrNotFound)
}

type ringSecrets struct{ id string }

func (s *ringSecrets) Get(name string) (string, error) {
	value, err := keyring.Get(keyringService, s.id+"/"+name)
	if errors.Is(err, keyring.ErrNotFound) {
		return "", ErrNotFound
	}
	if err != nil {
		return "", NewFault("keyring_silent").Wrap(err)
	}
	return value, nil
}

func (s *ringSecrets) Set(name, value string) error {
	if err := keyring.Set(keyringService, s.id+"/"+name, value); err != nil {
		return NewFault("keyring_silent").Wrap(err)
	}
	return nil
}

func (s *ringSecrets) Delete(name string) error {
	err := keyring.Delete(keyringService, s.id+"/"+name)
	if err != nil && !errors.Is(err, keyring.ErrNotFound) {
		return NewFault("keyring_silent").Wrap(err)
	}
	return nil
}

func (s *ringSecrets) Place() string { return "keyring" }

// keyFile gives the random passphrase of the workspace, made at the first use.
func keyFile(id string) (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", NewFault("secrets_locked").Wrap(err)
	}
	path := filepath.Join(base, "relais", id+".key")
	text, err := os.ReadFile(path)
	if err == nil && len(bytes.TrimSpace(text)) >= 32 {
		return string(bytes.TrimSpace(text)), nil
	}
	raw := make([]byte, 24)
	if _, err := rand.Read(raw); err != nil {
		return "", fmt.Errorf("workspace: key file: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", NewFault("secrets_locked").Wrap(err)
	}
	if err := writeWhole(path, []byte(hex.EncodeToString(raw)+"\n")); err != nil {
		return "", NewFault("secrets_locked").Wrap(err)
	}
	return hex.EncodeToString(raw), nil
}

// fileSecrets is one age file holding a JSON object of all secrets.
type fileSecrets struct {
	path, place string
	key         func() (string, error)

	mu     sync.Mutex
	values map[string]string
}

func (s *fileSecrets) Place() string { return s.place }

func (s *fileSecrets) Get(name string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.load(); err != nil {
		return "", err
	}
	value, ok := s.values[name]
	if !ok {
		return "", ErrNotFound
	}
	return value, nil
}

func (s *fileSecrets) Set(name, value string) error {
	return s.change(func() { s.values[name] = value })
}

func (s *fileSecrets) Delete(name string) error {
	return s.change(func() { delete(s.values, name) })
}

func (s *fileSecrets) change(apply func()) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.load(); err != nil {
		return err
	}
	apply()
	if err := s.save(); err != nil {
		s.values = nil // What is in memory no longer is what the file holds.
		return err
	}
	return nil
}

func (s *fileSecrets) load() error {
	if s.values != nil {
		return nil
	}
	sealed, err := os.ReadFile(s.path)
	if errors.Is(err, os.ErrNotExist) {
		s.values = map[string]string{}
		return nil
	}
	if err != nil {
		return storageFault(err, s.path)
	}
	pass, err := s.key()
	if err != nil {
		return err
	}
	identity, err := age.NewScryptIdentity(pass)
	if err != nil {
		return NewFault("secrets_locked").Wrap(err)
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if err != nil {
		return NewFault("secrets_locked").Wrap(err)
	}
	values := map[string]string{}
	if err := json.NewDecoder(r).Decode(&values); err != nil {
		return NewFault("secrets_locked").Wrap(err)
	}
	s.values = values
	return nil
}

func (s *fileSecrets) save() error {
	pass, err := s.key()
	if err != nil {
		return err
	}
	recipient, err := age.NewScryptRecipient(pass)
	if err != nil {
		return NewFault("secrets_locked").Wrap(err)
	}
	recipient.SetWorkFactor(scryptWork)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, recipient)
	if err != nil {
		return fmt.Errorf("workspace: secrets: %w", err)
	}
	if err := json.NewEncoder(w).Encode(s.values); err != nil {
		return fmt.Errorf("workspace: secrets: %w", err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("workspace: secrets: %w", err)
	}
	return writeWhole(s.path, sealed.Bytes())
}

// writeWhole replaces a file so that a crash leaves the old one or the new one.
func writeWhole(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return storageFault(err, path)
	}
	defer os.Remove(file.Name()) //nolint:errcheck // Gone already where the rename worked.
	_, err = io.Copy(file, bytes.NewReader(data))
	err = errors.Join(err, file.Chmod(0o600), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return storageFault(err, path)
	}
	return nil
}

// MemorySecrets keeps secrets for the life of the process, for samples and tests.
type MemorySecrets struct{ m sync.Map }

// Get gives the secret, or ErrNotFound.
func (s *MemorySecrets) Get(name string) (string, error) {
	v, ok := s.m.Load(name)
	text, isText := v.(string)
	if !ok || !isText {
		return "", ErrNotFound
	}
	return text, nil
}

// Set keeps the secret.
func (s *MemorySecrets) Set(name, value string) error {
	if strings.TrimSpace(name) == "" {
		return NewFault("secret_unnamed")
	}
	s.m.Store(name, value)
	return nil
}

// Delete forgets the secret.
func (s *MemorySecrets) Delete(name string) error { s.m.Delete(name); return nil }

// Place is "memory".
func (s *MemorySecrets) Place() string { return "memory" }
