// Package torture kills the program at random moments while it sends and reads mail through a real Dovecot and Postfix,
// and then counts: nothing sent twice, everything delivered or known to be unknown, no reply lost.
package torture

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/outbox"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

const childEnv = "RELAIS_TORTURE_WORKSPACE"

// TestMain runs the child where it is asked for: one sync over the workspace, to be killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childEnv); dir != "" {
		if err := child(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(dir string) error {
	ctx := context.Background()
	a, err := open(ctx, dir)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	if _, err := app.Sync(ctx, a, app.SyncOptions{NoFeeds: true}, nil); err != nil {
		return err
	}
	return a.Close()
}

func open(ctx context.Context, dir string) (*app.App, error) {
	secrets := &workspace.MemorySecrets{}
	for name, value := range map[string]string{"mail.password": "secret", "mail.token_wrap": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="} {
		if err := secrets.Set(name, value); err != nil {
			return nil, err
		}
	}
	return app.Open(ctx, dir, workspace.Options{Secrets: secrets})
}

// runs gives how many runs there are, and the time after which no more are begun. Without being asked it is a short
// slice, a minute at most.
func runs(t *testing.T) (n int, limit time.Duration) {
	limit, _ = time.ParseDuration(os.Getenv("RELAIS_TORTURE_TIME"))
	n, err := strconv.Atoi(os.Getenv("RELAIS_TORTURE_RUNS"))
	if err != nil && limit == 0 {
		n, limit = 25, time.Minute
	} else if err != nil {
		n = 1 << 20
	}
	if testing.Short() {
		t.Skip("a torture is never short")
	}
	return n, limit
}

// world is what the test knows to be true.
type world struct {
	t       *testing.T
	rig     *mailrig.Rig
	dir     string
	replies map[string]bool // Message-IDs of what was put into the mailbox
	queued  int
	span    time.Duration // about how long a sync takes
	killed  int
	people  []int64
	shared  map[string]bool // tokens of the requests that were answered with "shared"
}

func TestKilledAtRandomMoments(t *testing.T) {
	n, limit := runs(t)
	w := &world{t: t, rig: mailrig.Start(t), dir: t.TempDir(), replies: map[string]bool{}, shared: map[string]bool{}, span: time.Second}
	w.setUp()
	began, done := time.Now(), 0
	for i := range n {
		if limit > 0 && time.Since(began) > limit {
			break
		}
		w.feed(i)
		w.once()
		done++
	}
	w.finish()
	t.Logf("%d of %d runs, %d killed before their end, %d messages, %d replies", done, n, w.killed, w.queued, len(w.replies))
}

func (w *world) with(do func(ctx context.Context, a *app.App)) {
	w.t.Helper()
	ctx := context.Background()
	a, err := open(ctx, w.dir)
	if err != nil {
		w.t.Fatal(err)
	}
	do(ctx, a)
	if err := a.Close(); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) setUp() {
	server := func(address string) account.Server {
		host, port, _ := net.SplitHostPort(address)
		n, _ := strconv.Atoi(port)
		return account.Server{Host: host, Port: n, Security: wire.TLS}
	}
	pem, err := os.ReadFile(w.rig.Cert)
	if err != nil {
		w.t.Fatal(err)
	}
	yes := true
	at := workspace.At(time.Now())
	w.with(func(ctx context.Context, a *app.App) {
		err := a.Account.Save(ctx, account.Settings{Address: "hr@example.test", Name: "RH", User: "hr@example.test", Auth: account.Password,
			IMAP: server(w.rig.IMAPS), SMTP: server(w.rig.SMTPS), CA: string(pem)}, account.Secret{})
		if err != nil {
			w.t.Fatal(err)
		}
		if err := a.Account.KeepFindings(ctx, account.Findings{At: &at, Plus: &yes, BounceSender: &yes, KeepsID: &yes}); err != nil {
			w.t.Fatal(err)
		}
		// As many mails as it takes: the cap is not what is tried here.
		if err := a.Workspace.Settings.Set(ctx, "staff.caps", staff.Caps{Asks: 1 << 20, Mails: 1 << 20}); err != nil {
			w.t.Fatal(err)
		}
		for _, who := range []string{"Lea Martin", "Karim Benali"} {
			w.people = append(w.people, w.join(ctx, a, who))
		}
	})
}

// join adds an active member with one network.
func (w *world) join(ctx context.Context, a *app.App, name string) int64 {
	given, _, _ := strings.Cut(name, " ")
	id, err := a.Staff.Add(ctx, staff.Card{Name: name, GivenName: given, Language: "en"}, strings.ToLower(given)+"@example.test", false)
	if err != nil {
		w.t.Fatal(err)
	}
	size := int64(100)
	if err := a.Staff.SetAudience(ctx, id, staff.Figure{Network: "linkedin", Size: &size}); err != nil {
		w.t.Fatal(err)
	}
	for _, state := range []staff.Membership{staff.Invited, staff.Active} {
		if err := a.Staff.SetMembership(ctx, id, staff.Change{State: state}); err != nil {
			w.t.Fatal(err)
		}
	}
	return id
}

// request sends a post of its own to somebody, as HR would.
func (w *world) request(ctx context.Context, a *app.App, run int) {
	made, err := a.Posts.Create(ctx, post.Content{Kind: post.Give, Title: fmt.Sprintf("Post %d", run), Link: fmt.Sprintf("https://www.example.test/%d", run),
		Variants: []post.Wording{{Network: "linkedin", Language: "en", Text: fmt.Sprintf("Words of post %d", run)}}})
	if err != nil {
		w.t.Fatal(err)
	}
	if err := a.Posts.Approve(ctx, made.ID); err != nil {
		w.t.Fatal(err)
	}
	out, err := a.Campaigns.Send(ctx, campaign.Plan{PostID: made.ID, Staff: []int64{w.people[rand.IntN(len(w.people))]}})
	if err != nil {
		w.t.Fatal(err)
	}
	w.queued += len(out.Queued)
}

// answers writes what people answer to requests that have left.
func (w *world) answers(ctx context.Context, a *app.App) (raws [][]byte) {
	rows, err := a.Outbox.List(ctx, outbox.Filter{States: []outbox.State{outbox.Sent}, Limit: 60})
	if err != nil {
		w.t.Fatal(err)
	}
	for _, m := range rows {
		if m.Kind != outbox.Request || w.shared[m.Token] || rand.IntN(3) == 0 {
			continue
		}
		w.shared[m.Token] = true
		id := "<shared." + m.Token + "@example.test>"
		w.replies[id] = true
		raws = append(raws, []byte("From: "+m.Recipient+"\r\nTo: "+m.ReplyTo+"\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\nMessage-ID: "+id+
			"\r\nIn-Reply-To: "+m.HeaderID+"\r\nSubject: Re: "+m.Subject+"\r\n\r\nShared on LinkedIn, thanks!\r\n"))
	}
	return raws
}

// feed queues a few messages and puts a few answers into the mailbox, some of them in Junk.
func (w *world) feed(run int) {
	var inbox, junk [][]byte
	w.with(func(ctx context.Context, a *app.App) {
		var drafts []outbox.Draft
		for i := range 1 + rand.IntN(4) {
			to := []string{"lea@example.test", "karim@example.test"}[rand.IntN(2)]
			drafts = append(drafts, outbox.Draft{Kind: outbox.Probe, Recipient: to, Compose: func(e outbox.Envelope) (outbox.Letter, error) {
				return outbox.Letter{Subject: fmt.Sprintf("run %d.%d", run, i), Text: "a letter\n" + strings.Repeat("words and words\n", rand.IntN(500))}, nil
			}})
		}
		if _, err := a.Outbox.Queue(ctx, drafts); err != nil {
			w.t.Fatal(err)
		}
		w.queued += len(drafts)
		w.request(ctx, a, run)
		inbox = w.answers(ctx, a)
	})
	for i := range rand.IntN(4) {
		id := fmt.Sprintf("<reply.%d.%d@example.test>", run, i)
		w.replies[id] = true
		raw := []byte("From: lea@example.test\r\nTo: hr@example.test\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\nMessage-ID: " + id +
			"\r\nSubject: Re: run\r\n\r\nHello " + id + strings.Repeat("x", rand.IntN(3000)) + "\r\n")
		if rand.IntN(5) == 0 {
			junk = append(junk, raw)
		} else {
			inbox = append(inbox, raw)
		}
	}
	w.rig.Deliver("hr@example.test", "", inbox...)
	w.rig.Deliver("hr@example.test", "Junk", junk...)
}

// once starts a sync in a process of its own and kills it somewhere between its start and its usual end.
func (w *world) once() {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+w.dir)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		w.t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	ready := time.Now()
	done := make(chan error, 1)
	go func() { _, _ = io.Copy(io.Discard, out); done <- cmd.Wait() }()
	if line != "ready\n" {
		w.t.Fatalf("the child did not start: %q %v %s", line, <-done, said.String())
	}
	patience := time.Duration(rand.Int64N(int64(w.span)))
	if rand.IntN(8) == 0 {
		patience = time.Minute // one in eight may end, which tells how long a sync takes on this machine
	}
	select {
	case err := <-done:
		if err != nil {
			w.t.Errorf("the child failed: %v %s", err, said.String())
		}
		w.span = (w.span*3 + time.Since(ready)) / 4
	case <-time.After(patience):
		_ = cmd.Process.Kill()
		<-done
		w.killed++
	}
}

// finish lets one sync run to its end, then compares what happened with what should have.
func (w *world) finish() {
	w.with(func(ctx context.Context, a *app.App) {
		for range 3 {
			if _, err := app.Sync(ctx, a, app.SyncOptions{NoFeeds: true}, nil); err != nil {
				w.t.Error(err)
			}
		}
		delivered := w.settle(a, ctx)
		w.checkMessages(ctx, a, delivered)
		w.checkReplies(ctx, a)
		w.checkLedger(ctx, a)
	})
}

// settle waits until Postfix has nothing left and gives how often each Message-ID arrived.
func (w *world) settle(a *app.App, ctx context.Context) map[string]int {
	for range 120 {
		out, _ := exec.Command("postqueue", "-c", filepath.Join(w.rig.Dir, "postfix", "conf"), "-p").CombinedOutput()
		if strings.Contains(string(out), "is empty") {
			break
		}
		time.Sleep(500 * time.Millisecond)
	}
	delivered := map[string]int{}
	for _, user := range []string{"lea@example.test", "karim@example.test"} {
		for _, sub := range []string{"new", "cur"} {
			files, _ := filepath.Glob(filepath.Join(w.rig.Dir, "mail", user, sub, "*"))
			for _, name := range files {
				delivered[messageID(w.t, name)]++
			}
		}
	}
	return delivered
}

func messageID(t *testing.T, name string) string {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // only read
	m, err := mail.ReadMessage(bufio.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return m.Header.Get("Message-Id")
}

func (w *world) checkMessages(ctx context.Context, a *app.App, delivered map[string]int) {
	states := map[outbox.State]int{}
	all, before := 0, int64(0)
	for {
		rows, err := a.Outbox.List(ctx, outbox.Filter{Before: before})
		if err != nil {
			w.t.Fatal(err)
		}
		for _, m := range rows {
			all++
			states[m.State]++
			n := delivered[m.HeaderID]
			switch {
			case n > 1:
				w.t.Errorf("message %d was delivered %d times", m.ID, n)
			case m.State == outbox.Sent && n != 1:
				w.t.Errorf("message %d counts as sent and was not delivered", m.ID)
			case m.State != outbox.Sent && m.State != outbox.Unknown:
				w.t.Errorf("message %d is still %s", m.ID, m.State)
			}
			delete(delivered, m.HeaderID)
		}
		if len(rows) < 200 {
			break
		}
		before = rows[len(rows)-1].ID
	}
	if all != w.queued {
		w.t.Errorf("%d messages in the outbox, %d were queued", all, w.queued)
	}
	for id := range delivered {
		w.t.Errorf("delivered, but nobody queued it: %s", id)
	}
	w.t.Logf("states: %v", states)
}

func (w *world) checkReplies(ctx context.Context, a *app.App) {
	seen := map[string]int{}
	after := int64(0)
	for {
		rows, err := a.Mailbox.ReadBefore(ctx, 1<<30, after, 200)
		if err != nil {
			w.t.Fatal(err)
		}
		for _, r := range rows {
			raw, err := a.Mailbox.Raw(ctx, r.ID, 0)
			if err != nil {
				w.t.Fatal(err)
			}
			m, err := mail.ReadMessage(strings.NewReader(string(raw)))
			if err != nil {
				w.t.Fatal(err)
			}
			seen[m.Header.Get("Message-Id")]++
			after = r.ID
		}
		if len(rows) < 200 {
			break
		}
	}
	for id := range w.replies {
		if seen[id] != 1 {
			w.t.Errorf("reply %s is stored %d times", id, seen[id])
		}
	}
}

// checkLedger compares the shares with what people said: one for each answer, none beside.
func (w *world) checkLedger(ctx context.Context, a *app.App) {
	counted := 0
	for _, id := range w.people {
		shares, err := a.Shares.Of(ctx, id)
		if err != nil {
			w.t.Fatal(err)
		}
		seen := map[int64]bool{}
		for _, s := range shares {
			if s.RequestID == nil || seen[*s.RequestID] || s.Network != "linkedin" {
				w.t.Errorf("a share that nobody told of: %+v", s)
				continue
			}
			seen[*s.RequestID] = true
			counted++
		}
	}
	if counted != len(w.shared) {
		w.t.Errorf("%d shares in the ledger, %d were told", counted, len(w.shared))
	}
	w.t.Logf("ledger: %d shares", counted)
}
