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
	"sync"

	"filippo.io/age"
)

// keyFile gives the random passphrase of the workspace. Where there is none it
// makes one, or without create gives ErrSecretsLost.
func keyFile(id string, create bool) (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", NewFault("secrets_locked").Wrap(err)
	}
	path := filepath.Join(base, "relais", id+".key")
	text, err := os.ReadFile(path)
	if err == nil && len(bytes.TrimSpace(text)) >= 32 {
		return string(bytes.TrimSpace(text)), nil
	}
	if err != nil && !errors.Is(err, os.ErrNotExist) { // there, but not for us: writing over it would lose it
		return "", NewFault("secrets_locked").Wrap(err)
	}
	if !create {
		return "", ErrSecretsLost
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
	old         func() (string, error) // key, where it was not made here and now; nil where it is given

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

// Set starts over where the secrets are lost: somebody typed this one again.
func (s *fileSecrets) Set(name, value string) error {
	return s.change(true, func() { s.values[name] = value })
}

// Delete has nothing to do where the secrets are lost: nobody can read them.
func (s *fileSecrets) Delete(name string) error {
	err := s.change(false, func() { delete(s.values, name) })
	if errors.Is(err, ErrSecretsLost) {
		return nil
	}
	return err
}

// change loads, applies and saves. Where the secrets are lost it may start over.
func (s *fileSecrets) change(over bool, apply func()) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.load()
	if over && errors.Is(err, ErrSecretsLost) {
		err = s.startOver()
	}
	if err != nil {
		return err
	}
	apply()
	if err := s.save(); err != nil {
		s.values = nil // What is in memory no longer is what the file holds.
		return err
	}
	return nil
}

// startOver begins with no secrets, in memory. What is sealed stays in a file of
// its own, in case its key turns up.
func (s *fileSecrets) startOver() error {
	sealed, err := os.ReadFile(s.path)
	if err != nil {
		return storageFault(err, s.path)
	}
	if err := writeWhole(filepath.Join(filepath.Dir(s.path), lostSecrets), sealed); err != nil {
		return err
	}
	s.values = map[string]string{}
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
	r, err := s.opened(sealed)
	if err != nil {
		return err
	}
	values := map[string]string{}
	if err := json.NewDecoder(r).Decode(&values); err != nil {
		return NewFault("secrets_locked").Wrap(err)
	}
	s.values = values
	return nil
}

// opened decrypts what is sealed, with a key that was there before.
func (s *fileSecrets) opened(sealed []byte) (io.Reader, error) {
	key := s.key
	if s.old != nil {
		key = s.old
	}
	pass, err := key()
	if err != nil {
		return nil, err
	}
	identity, err := age.NewScryptIdentity(pass)
	if err != nil {
		return nil, NewFault("secrets_locked").Wrap(err)
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	switch {
	case err == nil:
		return r, nil
	case s.old != nil && errors.Is(err, age.ErrIncorrectIdentity):
		return nil, ErrSecretsLost.Wrap(err)
	default:
		return nil, NewFault("secrets_locked").Wrap(err)
	}
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
