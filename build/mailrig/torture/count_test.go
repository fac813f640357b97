package torture

import (
	"bufio"
	"context"
	"net/mail"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/outbox"
)

// tally is what was found when everything was counted.
type tally struct {
	messages, twice, unknown, replies, lost, told, shares int
}

// count lets a sync run to its end, then compares what happened with what should have.
func (w *world) count() {
	w.with(func(ctx context.Context, a *app.App) {
		for range 3 {
			_, err := app.Sync(ctx, a, app.SyncOptions{NoFeeds: true}, nil)
			w.must(err)
		}
		var got tally
		truth := w.truth(ctx, a)
		w.checkMessages(ctx, a, w.settle(), truth, &got)
		w.checkReplies(ctx, a, &got)
		w.checkLedger(ctx, a, truth, &got)
		w.t.Logf("%d runs, %d killed: %d messages, %d twice, %d unknown; %d replies, %d lost; ledger %d shares, %d told; kills left on their way %v",
			w.done, w.killed, got.messages, got.twice, got.unknown, got.replies, got.lost, got.shares, got.told, w.caught)
	})
}

// truth gives what was said of each request, by the request's id.
func (w *world) truth(ctx context.Context, a *app.App) map[int64]string {
	truth := map[int64]string{}
	for id, said := range w.said {
		puts, err := a.Campaigns.RequestsOf(ctx, id)
		w.must(err)
		for _, p := range puts {
			if truth[p.ID] != campaign.Shared { // the answer to a reminder is the later one
				truth[p.ID] = said.State
			}
		}
	}
	return truth
}

// settle waits until Postfix has nothing left and gives how often each Message-ID arrived.
func (w *world) settle() map[string]int {
	for range 240 {
		out, _ := exec.Command("postqueue", "-c", filepath.Join(w.rig.Dir, "postfix", "conf"), "-p").CombinedOutput()
		if strings.Contains(string(out), "is empty") {
			break
		}
		time.Sleep(250 * time.Millisecond)
	}
	delivered := map[string]int{}
	for _, user := range []string{"lea@example.test", "karim@example.test", "vacation@example.test"} {
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
	t.Helper()
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

func (w *world) checkMessages(ctx context.Context, a *app.App, delivered map[string]int, truth map[int64]string, got *tally) {
	kinds := map[outbox.Kind]int{}
	for m := range w.messages(ctx, a) {
		got.messages++
		kinds[m.Kind]++
		n := delivered[m.HeaderID]
		switch {
		case n > 1:
			got.twice++
			w.t.Errorf("message %d (%s) was delivered %d times", m.ID, m.Kind, n)
		case m.State == outbox.Sent && n != 1:
			w.t.Errorf("message %d (%s) counts as sent and was not delivered", m.ID, m.Kind)
		case m.State == outbox.Unknown:
			got.unknown++
		case m.Kind == outbox.Reminder && m.State == outbox.Cancelled: // answered before it left
			if n != 0 {
				w.t.Errorf("message %d counts as withdrawn and was delivered", m.ID)
			}
		case m.State != outbox.Sent:
			w.t.Errorf("message %d (%s) is still %s: %s", m.ID, m.Kind, m.State, m.Code)
		}
		delete(delivered, m.HeaderID)
	}
	shared := 0
	for _, state := range truth {
		if state == campaign.Shared {
			shared++
		}
	}
	w.queued[outbox.Thanks], w.queued[outbox.Reminder] = shared, kinds[outbox.Reminder] // reminders are counted apart
	for kind := range w.queued {
		if kinds[kind] != w.queued[kind] {
			w.t.Errorf("%d messages of kind %s, should be %d", kinds[kind], kind, w.queued[kind])
		}
	}
	for id := range delivered {
		w.t.Errorf("delivered, but nobody queued it: %s", id)
	}
}

// messages goes through the whole outbox.
func (w *world) messages(ctx context.Context, a *app.App) func(yield func(outbox.Message) bool) {
	return func(yield func(outbox.Message) bool) {
		for before := int64(0); ; {
			rows, err := a.Outbox.List(ctx, outbox.Filter{Before: before})
			w.must(err)
			for _, m := range rows {
				if before = m.ID; !yield(m) {
					return
				}
			}
			if len(rows) < 200 {
				return
			}
		}
	}
}

func (w *world) checkReplies(ctx context.Context, a *app.App, got *tally) {
	seen := map[string]int{}
	for after := int64(0); ; {
		rows, err := a.Mailbox.ReadBefore(ctx, 1<<30, after, 200)
		w.must(err)
		for _, r := range rows {
			after = r.ID
			raw, err := a.Mailbox.Raw(ctx, r.ID, 0)
			w.must(err)
			m, err := mail.ReadMessage(strings.NewReader(string(raw)))
			w.must(err)
			seen[m.Header.Get("Message-Id")]++
			if r.ReadVersion == 0 {
				w.t.Errorf("message %d was never read", r.ID)
			}
		}
		if len(rows) < 200 {
			break
		}
	}
	got.replies = len(w.replies)
	for id := range w.replies {
		if seen[id] != 1 {
			got.lost++
			w.t.Errorf("reply %s is stored %d times", id, seen[id])
		}
	}
}

// checkLedger compares requests and shares with what people said: one share for each that was told, none beside.
func (w *world) checkLedger(ctx context.Context, a *app.App, truth map[int64]string, got *tally) {
	counted := map[int64]int{}
	for _, id := range w.people {
		shares, err := a.Shares.Of(ctx, id)
		w.must(err)
		for _, s := range shares {
			if s.RequestID == nil || s.Network != "linkedin" {
				w.t.Errorf("a share that nobody told of: %+v", s)
				continue
			}
			counted[*s.RequestID]++
			got.shares++
		}
	}
	for m := range w.messages(ctx, a) {
		if m.Kind != outbox.Request {
			continue
		}
		puts, err := a.Campaigns.RequestsOf(ctx, m.ID)
		w.must(err)
		for _, p := range puts {
			want, shares := truth[p.ID], 0
			if want == "" {
				want = campaign.Open
			}
			if want == campaign.Shared {
				shares = 1
				got.told++
			}
			if p.State != want || counted[p.ID] != shares {
				w.t.Errorf("request %d of message %d is %s with %d shares; it was said to be %s", p.ID, m.ID, p.State, counted[p.ID], want)
			}
		}
	}
}

// checkReminders holds, once all are due, that whoever said 'later' and nothing since was reminded once.
func (w *world) checkReminders() {
	w.with(func(ctx context.Context, a *app.App) {
		truth := w.truth(ctx, a)
		reminded := map[int64]int{}
		for m := range w.messages(ctx, a) {
			if m.Kind != outbox.Reminder {
				continue
			}
			puts, err := a.Campaigns.RequestsOf(ctx, m.ID)
			w.must(err)
			for _, p := range puts {
				reminded[p.ID]++
			}
		}
		later := 0
		for id, state := range truth {
			if state == campaign.Deferred {
				later++
			}
			if n := reminded[id]; n > 1 || state == campaign.Deferred && n != 1 {
				w.t.Errorf("request %d (%s) was reminded %d times", id, state, n)
			}
		}
		w.t.Logf("%d reminders; %d said later and nothing since, each reminded once", len(reminded), later)
	})
}
