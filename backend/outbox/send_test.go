package outbox_test

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"strings"
	"sync"
	"testing"
	"time"

	"relais/backend/outbox"
	"relais/backend/workspace"
)

// fakeServer is an account whose sessions fail as the test says, and which remembers what it accepted.
type fakeServer struct {
	mu       sync.Mutex
	id       outbox.Identity
	accepted map[string]int // by Message-ID
	openErr  error
	address  func(to string) error
	deliver  func(raw string) (accept bool, err error)
	opened   int
}

func newServer() *fakeServer {
	return &fakeServer{accepted: map[string]int{}, id: outbox.Identity{Account: "hr@example.test", Address: "hr@example.test", Name: "RH", ReplyPlus: true, BouncePlus: true, Connections: 2}}
}

func (f *fakeServer) Identity(context.Context) (outbox.Identity, error) { return f.id, nil }

func (f *fakeServer) OpenSMTP(context.Context) (outbox.Session, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.opened++
	return &fakeSession{f}, f.openErr
}

type fakeSession struct{ f *fakeServer }

func (s *fakeSession) Address(_ context.Context, _, to string) error {
	if s.f.address != nil {
		return s.f.address(to)
	}
	return nil
}

func (s *fakeSession) Deliver(_ context.Context, raw []byte) error {
	s.f.mu.Lock()
	defer s.f.mu.Unlock()
	accept, err := true, error(nil)
	if s.f.deliver != nil {
		accept, err = s.f.deliver(string(raw))
	}
	if accept {
		m, parseErr := mail.ReadMessage(strings.NewReader(string(raw)))
		if parseErr != nil {
			return parseErr
		}
		s.f.accepted[m.Header.Get("Message-Id")]++
	}
	return err
}

func (s *fakeSession) Reset(context.Context) error { return nil }
func (s *fakeSession) Close() error                { return nil }

type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

type bench struct {
	t      *testing.T
	dir    string
	clock  *clock
	secret *workspace.MemorySecrets
	server *fakeServer
	ws     *workspace.Workspace
	box    *outbox.Service
}

func setUp(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, dir: t.TempDir(), clock: &clock{at: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)}, secret: &workspace.MemorySecrets{}, server: newServer()}
	b.start()
	t.Cleanup(func() { _ = b.ws.Close() })
	return b
}

func (b *bench) start() {
	b.t.Helper()
	ws, err := workspace.Open(context.Background(), b.dir, workspace.Options{Secrets: b.secret, Now: b.clock.now})
	if err != nil {
		b.t.Fatal(err)
	}
	b.ws, b.box = ws, outbox.New(ws, b.server)
}

func (b *bench) restart() {
	b.t.Helper()
	if err := b.ws.Close(); err != nil {
		b.t.Fatal(err)
	}
	b.start()
}

func (b *bench) queue(n int) []outbox.Message {
	b.t.Helper()
	return b.queueIn(context.Background(), n)
}

func (b *bench) queueIn(ctx context.Context, n int) []outbox.Message {
	b.t.Helper()
	drafts := make([]outbox.Draft, n)
	for i := range drafts {
		drafts[i] = outbox.Draft{Kind: outbox.Request, StaffID: int64(i + 1), Recipient: fmt.Sprintf("p%d@example.test", i), Compose: letter}
	}
	rows, err := b.box.Queue(ctx, drafts)
	if err != nil {
		b.t.Fatal(err)
	}
	return rows
}

func letter(e outbox.Envelope) (outbox.Letter, error) {
	return outbox.Letter{Subject: "À partager", Text: "Bonjour,\nun texte.\n", HTML: "<html><body><p>Bonjour</p></body></html>", Unsubscribe: "mailto:" + e.ReplyTo + "?subject=STOP"}, nil
}

func (b *bench) send() outbox.Report {
	b.t.Helper()
	r, err := b.box.Send(context.Background(), nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

func (b *bench) state(id int64) outbox.State {
	b.t.Helper()
	m, err := b.box.Message(context.Background(), id)
	if err != nil {
		b.t.Fatal(err)
	}
	return m.State
}

func TestQueuedMessageIsFrozenAndCarriesItsTokenInFourPlaces(t *testing.T) {
	b := setUp(t)
	m := b.queue(1)[0]
	raw, err := b.box.Raw(context.Background(), m.ID)
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	for _, want := range []string{"hr+r" + m.Token + "@example.test", "<r." + m.Token + "@example.test>", "Ref: " + m.Token, "List-Unsubscribe: <mailto:", "X-Auto-Response-Suppress"} {
		if !strings.Contains(strings.ReplaceAll(text, "=\r\n", ""), want) {
			t.Errorf("the message lacks %q", want)
		}
	}
	if m.EnvelopeFrom != "hr+b"+m.Token+"@example.test" {
		t.Errorf("envelope sender %q", m.EnvelopeFrom)
	}
	if strings.Contains(text, "Auto-Submitted") {
		t.Error("a request is sent by a person")
	}
	got, err := b.box.MessageByToken(context.Background(), strings.ToUpper(m.Token))
	if err != nil || got.ID != m.ID {
		t.Errorf("by token: %v", err)
	}
	got, err = b.box.MessageByMessageID(context.Background(), m.HeaderID)
	if err != nil || got.ID != m.ID {
		t.Errorf("by Message-ID: %v", err)
	}
	sent, err := b.box.SentText(context.Background(), m.ID)
	if err != nil || !strings.Contains(sent, "un texte") {
		t.Errorf("sent text %q %v", sent, err)
	}
}

func TestQueueRefusesWhatIsNotOneAddress(t *testing.T) {
	b := setUp(t)
	for _, address := range []string{"", "nobody", "a@example.test, b@example.test", "a@example.test\r\nBcc: b@example.test", "Léa <lea@example.test>"} {
		_, err := b.box.Queue(context.Background(), []outbox.Draft{{Kind: outbox.Request, Recipient: address, Compose: letter}})
		if !errors.Is(err, workspace.NewFault("mail_recipient_invalid")) {
			t.Errorf("%q: %v", address, err)
		}
	}
	if rows, _ := b.box.List(context.Background(), outbox.Filter{}); len(rows) != 0 {
		t.Error("a refused draft left a message")
	}
}

// TestWhatTheServerSaysDecides holds the meaning of each possible end.
func TestWhatTheServerSaysDecides(t *testing.T) {
	cases := map[string]struct {
		set  func(f *fakeServer)
		want outbox.State
	}{
		"accepted": {func(*fakeServer) {}, outbox.Sent},
		"recipient refused": {func(f *fakeServer) {
			f.address = func(string) error { return &outbox.Refusal{Code: 550, Step: "rcpt"} }
		}, outbox.Rejected},
		"recipient for now": {func(f *fakeServer) {
			f.address = func(string) error { return &outbox.Refusal{Code: 450, Step: "rcpt"} }
		}, outbox.Deferred},
		"server closing": {func(f *fakeServer) {
			f.address = func(string) error { return &outbox.Refusal{Code: 421, Step: "mail"} }
		}, outbox.Queued},
		"lost before DATA": {func(f *fakeServer) { f.address = func(string) error { return errors.New("reset") } }, outbox.Queued},
		"refused after the dot": {func(f *fakeServer) {
			f.deliver = func(string) (bool, error) { return false, &outbox.Refusal{Code: 554, Step: "dot"} }
		}, outbox.Rejected},
		"for now after the dot": {func(f *fakeServer) {
			f.deliver = func(string) (bool, error) { return false, &outbox.Refusal{Code: 451, Step: "dot"} }
		}, outbox.Deferred},
		"lost before the dot":   {func(f *fakeServer) { f.deliver = func(string) (bool, error) { return false, outbox.ErrBeforeDot } }, outbox.Deferred},
		"answer lost, accepted": {func(f *fakeServer) { f.deliver = func(string) (bool, error) { return true, errors.New("timeout") } }, outbox.Unknown},
		"answer lost, refused":  {func(f *fakeServer) { f.deliver = func(string) (bool, error) { return false, errors.New("timeout") } }, outbox.Unknown},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := setUp(t)
			m := b.queue(1)[0]
			c.set(b.server)
			_, _ = b.box.Send(context.Background(), nil)
			if got := b.state(m.ID); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			// Whatever happened, a better day never sends a second copy.
			b.server.address, b.server.deliver = nil, nil
			for range 3 {
				b.clock.pass(26 * time.Hour)
				b.send()
			}
			for id, n := range b.server.accepted {
				if n > 1 {
					t.Errorf("%s went %d times", id, n)
				}
			}
			if got := b.state(m.ID); c.want == outbox.Unknown && got != outbox.Unknown {
				t.Errorf("an unknown message became %s by itself", got)
			}
		})
	}
}

func TestAnUnknownMessageIsSettledByProofOrAPerson(t *testing.T) {
	ctx := context.Background()
	b := setUp(t)
	rows := b.queue(3)
	b.server.deliver = func(string) (bool, error) { return true, errors.New("timeout") }
	_, _ = b.box.Send(ctx, nil)
	b.server.deliver = nil
	if err := b.box.Arrived(ctx, rows[0].ID, outbox.ByReply); err != nil || b.state(rows[0].ID) != outbox.Sent {
		t.Errorf("after a reply: %v %s", err, b.state(rows[0].ID))
	}
	b.server.id.FilesInSent = true
	settled, open, err := b.box.Resolve(ctx, sentHolds{rows[1].HeaderID: true})
	if err != nil || settled != 1 || open != 1 || b.state(rows[1].ID) != outbox.Sent || b.state(rows[2].ID) != outbox.Unknown {
		t.Errorf("after looking into Sent: %d %d %v", settled, open, err)
	}
	if err := b.box.SendAgain(ctx, rows[2].ID); err != nil {
		t.Fatal(err)
	}
	b.send()
	if b.state(rows[2].ID) != outbox.Sent {
		t.Error("a person's word did not send it again")
	}
	if err := b.box.SendAgain(ctx, rows[2].ID); !errors.Is(err, workspace.NewFault("message_not_unknown")) {
		t.Errorf("again what was sent: %v", err)
	}
}

type sentHolds map[string]bool

func (s sentHolds) Holds(_ context.Context, id string) (bool, error) { return s[id], nil }

func TestLimitsHoldAcrossARestart(t *testing.T) {
	b := setUp(t)
	b.server.id.Limits = []outbox.Limit{{Messages: 4, Within: time.Hour}, {Messages: 6, Within: 24 * time.Hour}}
	b.server.id.Connections = 1
	b.queue(10)
	if r := b.send(); r.Sent != 4 || r.Waiting != 6 || r.Next == nil {
		t.Errorf("first hour: %+v", r)
	}
	b.restart()
	if r := b.send(); r.Sent != 0 {
		t.Errorf("after a restart: %+v", r)
	}
	b.clock.pass(61 * time.Minute)
	if r := b.send(); r.Sent != 2 {
		t.Errorf("second hour, limited by the day: %+v", r)
	}
	b.clock.pass(24 * time.Hour)
	if r := b.send(); r.Sent != 4 || r.Waiting != 0 {
		t.Errorf("next day: %+v", r)
	}
}

type gate func(m outbox.Message) (bool, string, error)

func (g gate) MayStillSend(_ context.Context, m outbox.Message) (bool, string, error) { return g(m) }

func TestTheGateHoldsAndWithdraws(t *testing.T) {
	b := setUp(t)
	rows := b.queue(60)
	b.box.SetGate(gate(func(m outbox.Message) (bool, string, error) {
		switch m.ID % 3 {
		case 0:
			return false, "left", nil
		case 1:
			return false, outbox.HoldPrefix + "reply", nil
		default:
			return true, "", nil
		}
	}))
	r := b.send()
	if r.Sent != 20 || r.Held != 20 || r.Withdrawn != 20 {
		t.Errorf("%+v", r)
	}
	for _, m := range rows {
		want := map[int64]outbox.State{0: outbox.Cancelled, 1: outbox.Queued, 2: outbox.Sent}[m.ID%3]
		if got := b.state(m.ID); got != want {
			t.Errorf("message %d is %s, want %s", m.ID, got, want)
		}
	}
}

func TestARestoreHoldsBackAndJumps(t *testing.T) {
	ctx := context.Background()
	b := setUp(t)
	before := b.queue(2)
	// As where a damaged page held the row.
	if err := b.ws.DB.Write(ctx).Exec("DELETE FROM message_sequence").Error; err != nil {
		t.Fatal(err)
	}
	if err := b.box.AfterRestore(ctx); err != nil {
		t.Fatal(err)
	}
	if r := b.send(); r.Sent != 0 {
		t.Errorf("a restored queue was sent: %+v", r)
	}
	after := b.queue(1)[0]
	if after.ID < before[1].ID+1<<20 {
		t.Errorf("ids did not jump: %d after %d", after.ID, before[1].ID)
	}
	if err := b.box.Release(ctx, before[0].ID); err != nil {
		t.Fatal(err)
	}
	if r := b.send(); r.Sent != 2 || b.state(before[1].ID) != outbox.Queued {
		t.Errorf("after release: %+v, %s", r, b.state(before[1].ID))
	}
}

func TestTokensOfARotatedKeyVerifyAfterARestart(t *testing.T) {
	ctx := context.Background()
	b := setUp(t)
	old := b.queue(1)[0]
	if err := b.box.RotateKey(ctx); err != nil {
		t.Fatal(err)
	}
	b.restart()
	fresh := b.queue(1)[0]
	for _, m := range []outbox.Message{old, fresh} {
		if got, err := b.box.MessageByToken(ctx, m.Token); err != nil || got.ID != m.ID {
			t.Errorf("token of message %d: %v", m.ID, err)
		}
	}
	if old.Token[1] == fresh.Token[1] {
		t.Error("the new key is not used")
	}
}

func TestCancelLeavesAloneWhatHasLeft(t *testing.T) {
	ctx := context.Background()
	b := setUp(t)
	rows := b.queue(2)
	if n, err := b.box.Cancel(ctx, "by_person", rows[1].ID); err != nil || n != 1 {
		t.Errorf("%d %v", n, err)
	}
	b.send()
	if n, err := b.box.Cancel(ctx, "by_person", rows[0].ID); err != nil || n != 0 || b.state(rows[0].ID) != outbox.Sent {
		t.Errorf("cancelled what was sent: %d %v", n, err)
	}
}

func TestACancelledSendStopsBetweenTwoMessages(t *testing.T) {
	b := setUp(t)
	b.queue(50)
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	b.server.deliver = func(string) (bool, error) {
		if n++; n == 10 {
			cancel()
		}
		return true, nil
	}
	_, err := b.box.Send(ctx, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	counts, err := b.box.Count(context.Background())
	if err != nil || counts.ByState[outbox.Sent] != n || counts.ByState[outbox.Queued] != 50-n || counts.ByState[outbox.Unknown] != 0 {
		t.Errorf("%d accepted, %+v %v", n, counts, err)
	}
	b.server.deliver = nil
	if r := b.send(); r.Sent != 50-n {
		t.Errorf("the rest: %+v", r)
	}
}

func TestAProviderThatSaysNotNowIsLeftInPeace(t *testing.T) {
	b := setUp(t)
	b.server.id.Connections = 1
	b.queue(40)
	b.server.address = func(string) error { return &outbox.Refusal{Code: 451, Text: "4.7.1 too many messages", Step: "rcpt"} }
	if r := b.send(); r.Deferred != 5 || r.Waiting != 40 || r.Next == nil {
		t.Errorf("%+v", r)
	}
	b.server.address = nil
	b.clock.pass(time.Hour)
	if r := b.send(); r.Sent != 40 {
		t.Errorf("an hour later: %+v", r)
	}
}
