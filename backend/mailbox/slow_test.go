package mailbox_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"relais/backend/workspace"
)

// Whoever is cut off in the middle of a slow reading keeps what came: of large mails a few are asked for at once, and
// stored before the next ones have come.
func TestWhatCameOverASlowLineIsStoredAtOnce(t *testing.T) {
	large := mails(6)
	padding := strings.Repeat(strings.Repeat("x", 70)+"\r\n", 1500)
	for uid := range large {
		large[uid] += padding
	}
	h := serve(t, large)
	_, s := newBox(t, h.address)
	h.body = func(uid uint32, mail string) string {
		switch uid {
		case 1:
			time.Sleep(400 * time.Millisecond)
		case 4:
			for end := time.Now().Add(10 * time.Second); len(kept(t, s)) == 0; time.Sleep(20 * time.Millisecond) {
				if time.Now().After(end) {
					t.Error("half of them have come, and none is stored")
					break
				}
			}
		}
		return fmt.Sprintf("* %d FETCH (UID %d BODY[] {%d}\r\n%s)\r\n", uid, uid, len(mail), mail)
	}
	if _, err := s.Fetch(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if n := len(kept(t, s)); n != len(large) {
		t.Errorf("%d of %d are stored", n, len(large))
	}
}

// A server that will not open the inbox says why, and so do we.
func TestAnInboxThatIsRefusedIsToldInTheServersWords(t *testing.T) {
	h := serve(t, mails(1))
	h.closed = "[SERVERBUG] Internal error occurred."
	_, s := newBox(t, h.address)
	_, err := s.Fetch(context.Background(), nil)
	var fault *workspace.Fault
	if !errors.As(err, &fault) || fault.Code != "mail_imap_refused" || !strings.Contains(fmt.Sprint(fault.Params["said"]), "Internal error") {
		t.Fatalf("%v", err)
	}
	h.closed = ""
	if _, err := s.Fetch(context.Background(), nil); err != nil || len(kept(t, s)) != 1 {
		t.Fatalf("the next reading: %v", err)
	}
}
