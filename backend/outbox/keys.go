package outbox

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"

	"relais/backend/workspace"
)

// Names under which the keys are kept: wrapped in the settings, their wrapping key in the system's keyring.
const (
	keysSetting = "mail.token_keys"
	wrapSecret  = "mail.token_wrap"
)

type wrappedKey struct {
	Number byte   `json:"number"`
	Sealed string `json:"sealed"`
}

// keyring reads the token keys, making the first one where there is none.
func (s *Service) keyring(ctx context.Context) (Keyring, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if ring := s.ring.Load(); ring != nil {
		return *ring, nil
	}
	var kept []wrappedKey
	if _, err := s.ws.Settings.Get(ctx, keysSetting, &kept); err != nil {
		return Keyring{}, err
	}
	if len(kept) == 0 {
		return s.newKey(ctx, 0)
	}
	// Where the secret that wrapped all keys is lost, the next number tells their tokens apart from those of a new key.
	next := (kept[len(kept)-1].Number + 1) % 16
	wrap, err := s.wrapKey(false)
	if errors.Is(err, workspace.ErrNotFound) {
		return s.newKey(ctx, next)
	}
	if err != nil {
		return Keyring{}, err
	}
	ring := Keyring{Keys: map[byte][]byte{}}
	for _, k := range kept {
		if key, err := open(wrap, k.Sealed); err == nil {
			ring.Keys[k.Number] = key
			ring.Current = k.Number
		}
	}
	if len(ring.Keys) == 0 {
		return s.newKey(ctx, next)
	}
	s.ring.Store(&ring)
	return ring, nil
}

// newKey makes a key of that number, alone on its ring; a workspace that is only read gets none. The caller holds the
// lock.
func (s *Service) newKey(ctx context.Context, number byte) (Keyring, error) {
	ring := Keyring{Current: number, Keys: map[byte][]byte{}}
	if s.ws.ReadOnly() {
		return ring, nil
	}
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return Keyring{}, fmt.Errorf("outbox: key: %w", err)
	}
	ring.Keys[number] = key
	return ring, s.keep(ctx, ring)
}

// keep seals the ring with the wrapping key and stores it; the current key comes last. The caller holds the lock.
func (s *Service) keep(ctx context.Context, ring Keyring) error {
	wrap, err := s.wrapKey(true)
	if err != nil {
		return err
	}
	var old, kept []wrappedKey
	if _, err := s.ws.Settings.Get(ctx, keysSetting, &old); err != nil {
		return err
	}
	for _, k := range old {
		if _, opened := ring.Keys[k.Number]; !opened { // its wrapping key may turn up again
			kept = append(kept, k)
		}
	}
	for number := byte(0); number < 16; number++ {
		if key, ok := ring.Keys[number]; ok && number != ring.Current {
			kept = append(kept, wrappedKey{Number: number, Sealed: seal(wrap, key)})
		}
	}
	kept = append(kept, wrappedKey{Number: ring.Current, Sealed: seal(wrap, ring.Keys[ring.Current])})
	if err := s.ws.Settings.Set(ctx, keysSetting, kept); err != nil {
		return err
	}
	// Kept in memory once it is on disk: a rolled-back first key must not sign anything.
	s.ws.DB.AfterCommit(ctx, func() { s.ring.Store(&ring) })
	return nil
}

func (s *Service) wrapKey(create bool) ([]byte, error) {
	text, err := s.ws.Secrets.Get(wrapSecret)
	if errors.Is(err, workspace.ErrNotFound) && create {
		key := make([]byte, 32)
		if _, err := rand.Read(key); err != nil {
			return nil, fmt.Errorf("outbox: key: %w", err)
		}
		return key, s.ws.Secrets.Set(wrapSecret, base64.StdEncoding.EncodeToString(key))
	}
	if errors.Is(err, workspace.ErrNotFound) || errors.Is(err, workspace.ErrSecretsLost) {
		return nil, err
	}
	if err != nil {
		return nil, workspace.NewFault("mail_keys_locked").Wrap(err)
	}
	return base64.StdEncoding.DecodeString(text)
}

func seal(key, plain []byte) string {
	aead, err := gcm(key)
	if err != nil {
		return ""
	}
	nonce := make([]byte, aead.NonceSize())
	_, _ = rand.Read(nonce) // never fails: crypto/rand ends the program instead (Go 1.24)
	return base64.StdEncoding.EncodeToString(aead.Seal(nonce, nonce, plain, nil))
}

func open(key []byte, sealed string) ([]byte, error) {
	aead, err := gcm(key)
	if err != nil {
		return nil, err
	}
	raw, err := base64.StdEncoding.DecodeString(sealed)
	if err != nil || len(raw) < aead.NonceSize() {
		return nil, errors.New("outbox: sealed key is damaged")
	}
	return aead.Open(nil, raw[:aead.NonceSize()], raw[aead.NonceSize():], nil)
}

func gcm(key []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("outbox: key: %w", err)
	}
	return cipher.NewGCM(block)
}

// RotateKey makes a new key current; the old ones still verify. With all sixteen numbers in use the oldest goes.
func (s *Service) RotateKey(ctx context.Context) error {
	ring, err := s.keyring(ctx)
	if err != nil {
		return err
	}
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return fmt.Errorf("outbox: key: %w", err)
	}
	next := Keyring{Current: (ring.Current + 1) % 16, Keys: map[byte][]byte{}}
	for number, k := range ring.Keys {
		next.Keys[number] = k
	}
	next.Keys[next.Current] = key
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.keep(ctx, next)
}
