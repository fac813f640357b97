// Package catchup plays two weeks during which the laptop was off: requests left through a real Postfix, then hundreds
// of messages came in: answers in six languages from many mail programs, a storm of bounces, a vacation responder that
// answers every mail, suggestions, newsletters, forgeries, leaves. One sync takes it all in; then the ledger is held
// against what was said.
//
//	RELAIS_CATCHUP_FULL=1   500 messages of 40 people instead of a short slice
//	RELAIS_CATCHUP_DIR      keeps the workspace there, not yet synced, for the window (RELAIS_PASSPHRASE opens it)
//	RELAIS_CATCHUP_RIG      uses the mail server that build/mailrig/up started there, with RIG_USERS="p0 p1 …"
package catchup

import (
	"context"
	"fmt"
	"net"
	"os"
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
	"relais/backend/reply"
	"relais/backend/reply/intake"
	"relais/backend/staff"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

// firm is the company, and what its people said while the laptop was off.
type firm struct {
	*testing.T
	ctx    context.Context
	app    *app.App
	rig    *mailrig.Rig
	people []int64
	posts  int
	// said is the state of each answered request, by the message that carried it; gone are those who left or paused.
	said map[int64]string
	gone map[int64]staff.Membership
	came int
}

func names(n int) (all []string) {
	for i := range n {
		all = append(all, "p"+strconv.Itoa(i))
	}
	return all
}

func (f *firm) must(err error) {
	f.Helper()
	if err != nil {
		f.Fatal(err)
	}
}

func TestTwoWeeksOff(t *testing.T) {
	n, posts := 8, 3
	if os.Getenv("RELAIS_CATCHUP_FULL") != "" {
		n, posts = 36, 9
	}
	f := &firm{T: t, ctx: context.Background(), posts: posts, said: map[int64]string{}, gone: map[int64]staff.Membership{}}
	if dir := os.Getenv("RELAIS_CATCHUP_RIG"); dir != "" {
		f.rig = mailrig.Attach(t, dir)
	} else {
		f.rig = mailrig.Start(t, names(n)...)
	}
	dir, options := t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}}
	kept := os.Getenv("RELAIS_CATCHUP_DIR")
	if kept != "" {
		dir, options = kept, workspace.Options{}
	}
	a, err := app.Open(f.ctx, dir, options)
	f.must(err)
	t.Cleanup(func() { _ = a.Close() })
	f.app = a
	f.found(n)
	f.ask()
	f.twoWeeks()
	if kept != "" {
		t.Logf("%d messages wait in the mailbox; %d people leave or pause; %d answers, of which %d shares", f.came, len(f.gone), len(f.said), f.shares())
		return
	}
	f.catchUp()
	f.compare()
}

// found sets the company up: n people with real mailboxes, one on vacation, and three whose address does not exist.
func (f *firm) found(n int) {
	server := func(address string) account.Server {
		host, port, _ := net.SplitHostPort(address)
		number, _ := strconv.Atoi(port)
		return account.Server{Host: host, Port: number, Security: wire.TLS}
	}
	pem, err := os.ReadFile(f.rig.Cert)
	f.must(err)
	f.must(f.app.Account.Save(f.ctx, account.Settings{Address: "hr@example.test", Name: "Kerven", User: "hr@example.test", Auth: account.Password,
		IMAP: server(f.rig.IMAPS), SMTP: server(f.rig.SMTPS), CA: string(pem)}, account.Secret{Password: "secret"}))
	yes := true
	f.must(f.app.Account.KeepFindings(f.ctx, account.Findings{Plus: &yes, BounceSender: &yes, KeepsID: &yes}))
	f.must(f.app.Workspace.Settings.Set(f.ctx, "staff.caps", staff.Caps{Asks: 1000, Mails: 1000}))
	f.must(f.app.SetThanks(f.ctx, true))
	for i, local := range append(names(n), "vacation", "gone0", "gone1", "gone2") {
		id, err := f.app.Staff.Add(f.ctx, staff.Card{Name: people[i%len(people)] + " " + families[i/len(people)%len(families)], GivenName: people[i%len(people)], Language: languages[i%len(languages)]}, local+"@example.test", false)
		f.must(err)
		size := int64(200 + 10*i)
		f.must(f.app.Staff.SetAudience(f.ctx, id, staff.Figure{Network: "linkedin", Size: &size}))
		f.must(f.app.Staff.SetMembership(f.ctx, id, staff.Change{State: staff.Active, Origin: staff.OriginReply, Words: "oui"}))
		f.people = append(f.people, id)
	}
}

// ask sends every post to everybody and waits until Postfix has delivered or bounced it all.
func (f *firm) ask() {
	for i := range f.posts {
		variants := []post.Wording{}
		for _, language := range []string{"fr", "en", "de", "es"} {
			variants = append(variants, post.Wording{Network: "linkedin", Language: language, Text: fmt.Sprintf("%s %d", titles[i%len(titles)], i)})
		}
		p, err := f.app.Posts.Create(f.ctx, post.Content{Kind: post.Give, Title: titles[i%len(titles)], Link: fmt.Sprintf("https://www.example.test/%d", i), Variants: variants})
		f.must(err)
		f.must(f.app.Posts.Approve(f.ctx, p.ID))
		_, err = f.app.Campaigns.Send(f.ctx, campaign.Plan{PostID: p.ID, Staff: f.people})
		f.must(err)
	}
	out, err := f.app.Outbox.Send(f.ctx, nil)
	f.must(err)
	if out.Sent != f.posts*len(f.people) {
		f.Fatalf("sent %+v", out)
	}
	bounced := filepath.Join(f.rig.Dir, "mail", "hr@example.test", "new", "*")
	for range 240 { // three bounces and one absence note a post
		if files, _ := filepath.Glob(bounced); len(files) >= 4*f.posts {
			break
		}
		time.Sleep(250 * time.Millisecond)
	}
}

// catchUp opens the laptop again: one sync takes everything in, the next ones find nothing that goes on by itself.
func (f *firm) catchUp() {
	steps := map[string]int{}
	out, err := app.Sync(f.ctx, f.app, app.SyncOptions{NoFeeds: true}, func(step string, done, _ int) { steps[step] = max(steps[step], done) })
	f.must(err)
	f.Logf("%+v, progress %v", out, steps)
	if out.Read.New < f.came || steps["reading"] < f.came || steps["replies"] < f.came {
		f.Errorf("%d messages came, %d were new; progress %v", f.came, out.Read.New, steps)
	}
	sent := []int{}
	for range 4 { // the vacation responder answers thanks and confirmations too: nothing may answer it
		time.Sleep(2 * time.Second)
		again, err := app.Sync(f.ctx, f.app, app.SyncOptions{NoFeeds: true}, nil)
		f.must(err)
		sent = append(sent, again.Sent.Sent)
	}
	for _, n := range sent {
		if n != 0 {
			f.Errorf("a loop: later syncs sent %v", sent)
		}
	}
}

// compare holds requests, shares and memberships against what was said. What waits for a person is accepted as
// proposed first.
func (f *firm) compare() {
	waiting, err := f.app.Replies.List(f.ctx, intake.Filter{Status: intake.Waiting})
	f.must(err)
	accepted := 0
	for _, row := range waiting {
		if row.MessageID != nil && f.said[*row.MessageID] == string(row.Proposed) && len(row.Doubts) > 0 && row.Doubts[0] != "dmarc_fail" {
			_, err := f.app.Replies.Decide(f.ctx, row.ID, intake.Decision{State: row.Proposed})
			f.must(err)
			accepted++
		}
	}
	wrong, counted := 0, 0
	for _, id := range f.people {
		shares, err := f.app.Shares.Of(f.ctx, id)
		f.must(err)
		counted += len(shares)
		p, err := f.app.Staff.Get(f.ctx, id)
		f.must(err)
		want := staff.Active
		if f.gone[id] != "" {
			want = f.gone[id]
		}
		if p.Membership != want {
			f.Errorf("%s is %s, should be %s", p.Name, p.Membership, want)
		}
	}
	for id, state := range f.said {
		puts, err := f.app.Campaigns.RequestsOf(f.ctx, id)
		f.must(err)
		if len(puts) != 1 || puts[0].State != state {
			wrong++
			f.Errorf("message %d: %+v, it was said to be %s", id, puts, state)
		}
	}
	if counted != f.shares() {
		f.Errorf("%d shares in the ledger, %d were told", counted, f.shares())
	}
	f.Logf("%d answers, %d wrong, %d of them accepted by a person; %d shares told, %d in the ledger; %d wait", len(f.said), wrong, accepted, f.shares(), counted, len(waiting)-accepted)
}

func (f *firm) shares() (n int) {
	for _, state := range f.said {
		if state == string(reply.Shared) {
			n++
		}
	}
	return n
}

// sent gives the messages that carry requests, by person.
func (f *firm) sent() map[int64][]outbox.Message {
	all := map[int64][]outbox.Message{}
	for before := int64(0); ; {
		rows, err := f.app.Outbox.List(f.ctx, outbox.Filter{Before: before})
		f.must(err)
		for _, m := range rows {
			before = m.ID
			if m.Kind == outbox.Request {
				full, err := f.app.Outbox.Message(f.ctx, m.ID)
				f.must(err)
				all[m.StaffID] = append(all[m.StaffID], full)
			}
		}
		if len(rows) < 200 {
			return all
		}
	}
}

// local is the part of an address before the @.
func local(address string) string {
	before, _, _ := strings.Cut(address, "@")
	return before
}
