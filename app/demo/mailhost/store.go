package mailhost

import (
	"fmt"
	"slices"
	"sync"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/backend"
)

// Folders of the company's mailbox.
const (
	inbox = "INBOX"
	junk  = "Junk"
	sent  = "Sent"
)

// store is the one account of the server; go-imap's Backend and its Updater.
type store struct {
	config  Config
	folders map[string]*folder
	updates chan backend.Update
	closing chan struct{}
	once    sync.Once
}

func newStore(config Config) *store {
	s := &store{config: config, folders: map[string]*folder{}, updates: make(chan backend.Update), closing: make(chan struct{})}
	for i, f := range []struct{ name, use string }{{inbox, ""}, {junk, imap.JunkAttr}, {sent, imap.SentAttr}} {
		s.folders[f.name] = &folder{store: s, name: f.name, use: f.use, validity: uint32(config.Now().Unix()) + uint32(i)}
	}
	return s
}

func (s *store) close() { s.once.Do(func() { close(s.closing) }) }

func (s *store) deliver(name string, raw []byte) error {
	f, ok := s.folders[name]
	if !ok {
		return fmt.Errorf("mailhost: no folder %q", name)
	}
	f.add(nil, s.config.Now(), raw)
	return nil
}

// Login is the server's only account.
func (s *store) Login(_ *imap.ConnInfo, user, password string) (backend.User, error) {
	if !s.allows(user, password) {
		return nil, backend.ErrInvalidCredentials
	}
	return account{s}, nil
}

// Updates carries new messages to the clients that idle.
func (s *store) Updates() <-chan backend.Update { return s.updates }

// announce never holds up a delivery: the server may be ending.
func (s *store) announce(u backend.Update) {
	go func() {
		select {
		case s.updates <- u:
		case <-s.closing:
		}
	}()
}

// account is the logged-in user.
type account struct{ store *store }

func (a account) Username() string { return a.store.config.Address }

func (a account) ListMailboxes(bool) ([]backend.Mailbox, error) {
	all := []backend.Mailbox{}
	for _, name := range []string{inbox, junk, sent} {
		all = append(all, a.store.folders[name])
	}
	return all, nil
}

func (a account) GetMailbox(name string) (backend.Mailbox, error) {
	f, ok := a.store.folders[name]
	if !ok {
		return nil, backend.ErrNoSuchMailbox
	}
	return f, nil
}

var errFixed = fmt.Errorf("the folders of this mailbox are fixed")

func (a account) CreateMailbox(name string) error {
	if slices.Contains([]string{inbox, junk, sent}, name) {
		return backend.ErrMailboxAlreadyExists
	}
	return errFixed
}

func (a account) DeleteMailbox(string) error         { return errFixed }
func (a account) RenameMailbox(string, string) error { return errFixed }
func (a account) Logout() error                      { return nil }
