package mailbox_test

import (
	"context"
	"testing"
	"time"

	"relais/backend/mailbox"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

// TestRealServer reads INBOX and Junk of a real Dovecot, hears of new mail by IDLE, and survives a folder that was
// made anew under the same name.
func TestRealServer(t *testing.T) {
	rig := mailrig.Start(t)
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close() //nolint:errcheck // a test's end
	s := mailbox.New(ws, &tlsAccount{address: rig.IMAPS, config: rigTLS(t, rig)})
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()

	rig.Deliver("hr@example.test", "", []byte(mailOf(1)), []byte(mailOf(2)))
	rig.Deliver("hr@example.test", "Junk", []byte(mailOf(3)))
	if r, err := s.Fetch(ctx, nil); err != nil || r.New != 3 {
		t.Fatalf("%+v %v", r, err)
	}

	heard := make(chan error, 1)
	go func() { heard <- s.Watch(ctx, 30*time.Second) }()
	time.Sleep(time.Second)
	began := time.Now()
	rig.Deliver("hr@example.test", "", []byte(mailOf(4)))
	if err := <-heard; err != nil || time.Since(began) > 20*time.Second {
		t.Errorf("IDLE told after %v: %v", time.Since(began), err)
	}
	if r, err := s.Fetch(ctx, nil); err != nil || r.New != 1 {
		t.Errorf("after IDLE: %+v %v", r, err)
	}

	// Moved from Junk to INBOX by a person: known by its bytes.
	rig.Doveadm("move", "-u", "hr@example.test", "INBOX", "mailbox", "Junk", "all")
	if r, err := s.Fetch(ctx, nil); err != nil || r.New != 0 || r.Recognised != 1 {
		t.Errorf("after a move: %+v %v", r, err)
	}

	// Dovecot gives a deleted and remade folder another UIDVALIDITY.
	rig.Doveadm("mailbox", "delete", "-u", "hr@example.test", "Junk")
	time.Sleep(1100 * time.Millisecond) // UIDVALIDITY is made of seconds
	rig.Doveadm("mailbox", "create", "-u", "hr@example.test", "Junk")
	rig.Deliver("hr@example.test", "Junk", []byte(mailOf(3)), []byte(mailOf(5)))
	if r, err := s.Fetch(ctx, nil); err != nil || r.New != 1 || r.Recognised != 1 {
		t.Errorf("after UIDVALIDITY changed: %+v %v", r, err)
	}
	if got := kept(t, s); len(got) != 5 {
		t.Errorf("%d messages kept, want 5", len(got))
	}
}
