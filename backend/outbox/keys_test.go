package outbox_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"relais/backend/outbox"
	"relais/backend/workspace"
)

// Where the secret that wraps the token keys is lost, mail goes on under a new key, and answers to what was sent
// before are still known; nothing is lost where that secret turns up again.
func TestLostTokenKeysAreMadeAnew(t *testing.T) {
	b := setUp(t)
	ctx := context.Background()
	before := b.queue(1)[0]
	lost := b.secret
	b.secret = &workspace.MemorySecrets{}
	b.restart()
	known := func(m outbox.Message) {
		t.Helper()
		if got, err := b.box.MessageByToken(ctx, m.Token); err != nil || got.ID != m.ID {
			t.Errorf("message %d by its token: got %d, %v", m.ID, got.ID, err)
		}
	}
	broken := errors.New("broken off")
	err := b.ws.DB.Tx(ctx, func(ctx context.Context) error {
		b.queueIn(ctx, 1)
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatal(err)
	}
	after := b.queue(1)[0]
	known(before)
	known(after)
	b.restart()
	known(after)
	old, err := outbox.ParseToken(before.Token)
	if err != nil {
		t.Fatal(err)
	}
	made, err := outbox.ParseToken(after.Token)
	if err != nil || made.KeyNumber() == old.KeyNumber() {
		t.Errorf("the new key has number %d, the lost one %d; %v", made.KeyNumber(), old.KeyNumber(), err)
	}
	other := "a" // a last letter holds three bits: another of the eight
	if strings.HasSuffix(made.String(), other) {
		other = "e"
	}
	if _, err := b.box.MessageByToken(ctx, made.String()[:25]+other); err == nil {
		t.Error("a made-up token is taken")
	}
	b.secret = lost
	b.restart()
	known(before)
	known(after)
}
