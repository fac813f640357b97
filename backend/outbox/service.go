package outbox

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"sync"
	"sync/atomic"

	"relais/backend/workspace"
)

// Service is the outbox of one workspace. Its methods are safe for use by several goroutines.
type Service struct {
	ws        *workspace.Workspace
	account   Account
	gate      Gate
	owner     string // names this run of the program in leases
	mu        sync.Mutex
	ring      atomic.Pointer[Keyring]
	sending   sync.Mutex
	listeners []Listener
}

// Listener is told of each change of a message's state, in the transaction of that change. The message comes without
// its bytes.
type Listener func(ctx context.Context, m Message) error

// New gives the outbox over an open workspace. SetGate must be called before Send.
func New(ws *workspace.Workspace, account Account) *Service {
	raw := make([]byte, 8)
	_, _ = rand.Read(raw) // never fails: crypto/rand ends the program instead (Go 1.24)
	return &Service{ws: ws, account: account, owner: hex.EncodeToString(raw)}
}

// SetGate sets who is asked before each message leaves.
func (s *Service) SetGate(g Gate) { s.gate = g }

// Listen adds a listener; called while the program is put together.
func (s *Service) Listen(l Listener) { s.listeners = append(s.listeners, l) }

func (s *Service) tell(ctx context.Context, m Message) error {
	m.Raw = nil
	for _, l := range s.listeners {
		if err := l(ctx, m); err != nil {
			return err
		}
	}
	return nil
}
