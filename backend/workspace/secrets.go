package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/zalando/go-keyring"
)

// ErrSecretsLost says that the secrets are sealed under a key file that is gone:
// nothing of this computer opens them again. The next Set starts over.
var ErrSecretsLost = NewFault("secrets_lost")

// Secrets keeps passwords and keys out of the database.
type Secrets interface {
	// Get gives the secret, ErrNotFound, or ErrSecretsLost.
	Get(name string) (string, error)
	Set(name, value string) error
	Delete(name string) error
	// Place names where they are kept: "keyring", "passphrase", "keyfile" or "memory".
	Place() string
}

const (
	keyringService = "Relais"
	secretsName    = "secrets.age"
	lostSecrets    = "secrets-unreadable.age"
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
	return &fileSecrets{path: path, place: "keyfile", key: func() (string, error) { return keyFile(id, true) },
		old: func() (string, error) { return keyFile(id, false) }}
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
