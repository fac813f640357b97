package torture

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
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

// world is what the test knows to be true.
type world struct {
	t      *testing.T
	rig    *mailrig.Rig
	dir    string
	ahead  time.Duration // how far the program's clock is ahead
	span   time.Duration // about how long a sync takes
	done   int
	killed int
	people []int64
	// replies are the Message-IDs of what was put into the mailbox.
	replies map[string]bool
	// said is what people answered to a message (a request or the reminder of one), by its id.
	said   map[int64]campaign.Closing
	queued map[outbox.Kind]int
	caught map[outbox.Kind]int // messages that a kill left on their way
}

func newWorld(t *testing.T, rig *mailrig.Rig) *world {
	w := &world{t: t, rig: rig, dir: t.TempDir(), span: time.Second, replies: map[string]bool{}, said: map[int64]campaign.Closing{},
		queued: map[outbox.Kind]int{}, caught: map[outbox.Kind]int{}}
	w.with(w.setUp)
	return w
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) with(do func(ctx context.Context, a *app.App)) {
	w.t.Helper()
	ctx := context.Background()
	a, err := open(ctx, w.dir, w.ahead)
	w.must(err)
	do(ctx, a)
	w.must(a.Close())
}

func (w *world) setUp(ctx context.Context, a *app.App) {
	server := func(address string) account.Server {
		host, port, _ := net.SplitHostPort(address)
		n, _ := strconv.Atoi(port)
		return account.Server{Host: host, Port: n, Security: wire.TLS}
	}
	pem, err := os.ReadFile(w.rig.Cert)
	w.must(err)
	yes := true
	at := workspace.At(time.Now())
	w.must(a.Account.Save(ctx, account.Settings{Address: "hr@example.test", Name: "RH", User: "hr@example.test", Auth: account.Password,
		IMAP: server(w.rig.IMAPS), SMTP: server(w.rig.SMTPS), CA: string(pem)}, account.Secret{}))
	w.must(a.Account.KeepFindings(ctx, account.Findings{At: &at, Plus: &yes, BounceSender: &yes, KeepsID: &yes}))
	// As many mails as it takes: the cap is not what is tried here.
	w.must(a.Workspace.Settings.Set(ctx, "staff.caps", staff.Caps{Asks: 1 << 20, Mails: 1 << 20}))
	w.must(a.SetThanks(ctx, true))
	w.must(a.Campaigns.SetReminderRules(ctx, campaign.ReminderRules{On: true, AfterDays: 1}))
	for _, who := range []string{"Lea Martin", "Karim Benali", "Vacation Weber"} {
		w.people = append(w.people, w.join(ctx, a, who))
	}
}

// join adds an active member with one network.
func (w *world) join(ctx context.Context, a *app.App, name string) int64 {
	given, _, _ := strings.Cut(name, " ")
	id, err := a.Staff.Add(ctx, staff.Card{Name: name, GivenName: given, Language: "en"}, strings.ToLower(given)+"@example.test", false)
	w.must(err)
	size := int64(100)
	w.must(a.Staff.SetAudience(ctx, id, staff.Figure{Network: "linkedin", Size: &size}))
	for _, state := range []staff.Membership{staff.Invited, staff.Active} {
		w.must(a.Staff.SetMembership(ctx, id, staff.Change{State: state}))
	}
	return id
}

// feed notes what the last kill left, queues a few messages, and puts a few answers into the mailbox, some in Junk.
func (w *world) feed() {
	var inbox, junk [][]byte
	w.with(func(ctx context.Context, a *app.App) {
		w.catch(ctx, a)
		w.probes(ctx, a)
		w.request(ctx, a)
		inbox = w.answers(ctx, a)
	})
	for i := range rand.IntN(4) {
		raw := w.mail("lea@example.test", "hr@example.test", fmt.Sprintf("stray.%d.%d", w.done, i), "", "Re: run", "Hello "+strings.Repeat("x", rand.IntN(3000)))
		if rand.IntN(5) == 0 {
			junk = append(junk, raw)
		} else {
			inbox = append(inbox, raw)
		}
	}
	if len(inbox) > 0 && rand.IntN(5) == 0 {
		junk = append(junk, inbox[0]) // the very same mail in both folders
	}
	w.rig.Deliver("hr@example.test", "", inbox...)
	w.rig.Deliver("hr@example.test", "Junk", junk...)
}

// catch counts what stands between queued and settled after a kill.
func (w *world) catch(ctx context.Context, a *app.App) {
	rows, err := a.Outbox.List(ctx, outbox.Filter{States: []outbox.State{outbox.Queued, outbox.Claimed, outbox.SMTPStarted}})
	w.must(err)
	for _, m := range rows {
		w.caught[m.Kind]++
	}
}

// probes queues plain letters of any length.
func (w *world) probes(ctx context.Context, a *app.App) {
	var drafts []outbox.Draft
	for i := range 1 + rand.IntN(3) {
		to := []string{"lea@example.test", "karim@example.test"}[rand.IntN(2)]
		drafts = append(drafts, outbox.Draft{Kind: outbox.Probe, Recipient: to, Compose: func(outbox.Envelope) (outbox.Letter, error) {
			return outbox.Letter{Subject: fmt.Sprintf("run %d.%d", w.done, i), Text: "a letter\n" + strings.Repeat("words and words\n", rand.IntN(500))}, nil
		}})
	}
	_, err := a.Outbox.Queue(ctx, drafts)
	w.must(err)
	w.queued[outbox.Probe] += len(drafts)
}

// request sends a post of its own to one or two people, as HR would.
func (w *world) request(ctx context.Context, a *app.App) {
	made, err := a.Posts.Create(ctx, post.Content{Kind: post.Give, Title: fmt.Sprintf("Post %d", w.done), Link: fmt.Sprintf("https://www.example.test/%d", w.done),
		Variants: []post.Wording{{Network: "linkedin", Language: "en", Text: fmt.Sprintf("Words of post %d", w.done)}}})
	w.must(err)
	w.must(a.Posts.Approve(ctx, made.ID))
	rand.Shuffle(len(w.people), func(i, j int) { w.people[i], w.people[j] = w.people[j], w.people[i] })
	out, err := a.Campaigns.Send(ctx, campaign.Plan{PostID: made.ID, Staff: w.people[:1+rand.IntN(2)]})
	w.must(err)
	w.queued[outbox.Request] += len(out.Queued)
}
