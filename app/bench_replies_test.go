package app_test

import (
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"testing"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"
	"golang.org/x/sync/errgroup"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/reply/corpus"
	"relais/backend/reply/dress"
	"relais/build/mailrig"
)

// bareFetch fetches the whole INBOX with go-imap's client alone, in one command, and keeps nothing.
func bareFetch(b *testing.B, rig *mailrig.Rig) (n int, took time.Duration) {
	b.Helper()
	pem, err := os.ReadFile(rig.Cert)
	if err != nil {
		b.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	started := time.Now()
	c, err := client.DialTLS(rig.IMAPS, &tls.Config{RootCAs: pool, ServerName: "localhost", MinVersion: tls.VersionTLS12})
	if err != nil {
		b.Fatal(err)
	}
	defer c.Logout() //nolint:errcheck // a benchmark's end
	if err := c.Login("hr@example.test", "secret"); err != nil {
		b.Fatal(err)
	}
	if _, err := c.Select("INBOX", true); err != nil {
		b.Fatal(err)
	}
	set := new(imap.SeqSet)
	set.AddRange(1, 0)
	section := &imap.BodySectionName{Peek: true}
	messages, done := make(chan *imap.Message, 100), make(chan error, 1)
	go func() { done <- c.UidFetch(set, []imap.FetchItem{imap.FetchUid, section.FetchItem()}, messages) }()
	for m := range messages {
		for _, literal := range m.Body {
			_, _ = io.Copy(io.Discard, literal)
		}
		n++
	}
	if err := <-done; err != nil {
		b.Fatal(err)
	}
	return n, time.Since(started)
}

// answersTo writes n replies of about 3.4 KB to the messages, as the mail programs of the world send them.
func answersTo(b *testing.B, asked []outbox.Message, n int) (raws [][]byte, size int) {
	b.Helper()
	texts, err := corpus.Load()
	if err != nil {
		b.Fatal(err)
	}
	styles, r := dress.Styles(), rand.New(rand.NewPCG(1, 2))
	for i := range n {
		m, text := asked[i%len(asked)], texts[i%len(texts)]
		raw := styles[i%len(styles)].Write(dress.Letter{Text: corpus.Fill(text.Text, r), Language: text.Language, From: m.Recipient, FromName: m.RecipientName,
			To: m.ReplyTo, ToName: "RH", Subject: m.Subject, InReplyTo: m.HeaderID[1 : len(m.HeaderID)-1], MessageID: fmt.Sprintf("a%d@example.test", i),
			Date: time.Now(), SentAt: time.Now(), Original: m.Text})
		raws, size = append(raws, raw), size+len(raw)
	}
	return raws, size / n
}

// answered is an office with a mailbox of answers to what it sent.
type answered struct {
	*office
	rig   *mailrig.Rig
	asked []outbox.Message // the i-th answer is one to asked[i % len(asked)]
	size  int              // bytes of a mail, on average
}

func newAnswered(b *testing.B, people, answers int) answered {
	b.Helper()
	rig, o := mailrig.Start(b), newOffice(b)
	o.connect(rig)
	staff := []int64{}
	for i := range people {
		staff = append(staff, o.member(fmt.Sprintf("person%d@example.test", i)))
	}
	_, err := o.app.Campaigns.Send(o.ctx, campaign.Plan{PostID: o.post, Staff: staff})
	o.must(err)
	asked, err := o.app.Outbox.List(o.ctx, outbox.Filter{Limit: people})
	o.must(err)
	for i := range asked {
		full, err := o.app.Outbox.Message(o.ctx, asked[i].ID)
		o.must(err)
		asked[i] = full
	}
	raws, size := answersTo(b, asked, answers)
	rig.Deliver("hr@example.test", "", raws...)
	bareFetch(b, rig) // Dovecot indexes
	return answered{o, rig, asked, size}
}

// beside runs work between bare fetches, three before and three after it, and reports its rate, and the ratio to their
// mean: what else the machine does weighs on them alike.
func (a answered) beside(b *testing.B, n int, work func()) {
	bare := a.bareFetches(b, n)
	peak := watchHeap()
	b.StartTimer()
	started := time.Now()
	work()
	took := time.Since(started)
	b.StopTimer()
	heap := peak()
	bare = (bare + a.bareFetches(b, n)) / 2
	b.ReportMetric(float64(n)/took.Seconds(), "mails/s")
	b.ReportMetric(float64(n)/bare, "bare-mails/s")
	b.ReportMetric(bare/took.Seconds(), "of-bare-fetch")
	b.ReportMetric(float64(heap)/(1<<20), "peak-MiB")
	b.ReportMetric(float64(a.size), "bytes/mail")
	b.StartTimer()
}

// bareFetches gives the seconds that a bare fetch takes, on average of three.
func (a answered) bareFetches(b *testing.B, n int) (seconds float64) {
	b.Helper()
	const times = 3
	for range times {
		got, took := bareFetch(b, a.rig)
		if got != n {
			b.Fatalf("a bare fetch gave %d", got)
		}
		seconds += took.Seconds() / times
	}
	return seconds
}

// BenchmarkTakenInAndRead takes 5,000 answers in from Dovecot over TLS: raw bytes durably stored, read, matched, and
// followed up on down to the ledger. It reports the rate as a ratio to go-imap's bare fetch of the same in the same run.
func BenchmarkTakenInAndRead(b *testing.B) {
	const n = 5000
	for b.Loop() {
		b.StopTimer()
		a := newAnswered(b, 200, n)
		a.beside(b, n, func() {
			out, err := app.Sync(a.ctx, a.app, app.SyncOptions{NoFeeds: true, NoSend: true}, nil)
			a.must(err)
			if out.Read.New != n || out.Replies.Recorded+out.Replies.Review+out.Replies.Ignored != n {
				b.Fatalf("%+v", out)
			}
		})
	}
}

// BenchmarkTakenInAndUnderstood is the same without what follows: stored durably, and read on all processors with what
// was sent at hand while more comes, as a sync does.
func BenchmarkTakenInAndUnderstood(b *testing.B) {
	const n = 5000
	for b.Loop() {
		b.StopTimer()
		a := newAnswered(b, 200, n)
		a.beside(b, n, func() {
			defer app.Room()()
			go reply.Load()
			all := make(chan error, 1)
			go func() {
				_, err := a.app.Mailbox.Fetch(a.ctx, nil)
				all <- err
			}()
			if got := a.understandAll(b, all); got != n {
				b.Fatalf("%d understood", got)
			}
		})
	}
}

// understandAll reads what is stored until all tells that no more comes: on all processors, while the next is listed.
func (a answered) understandAll(b *testing.B, all <-chan error) (n int) {
	b.Helper()
	type stored struct {
		raw  []byte
		sent outbox.Message
	}
	mails, group := make(chan stored, 200), new(errgroup.Group)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() error {
			for m := range mails {
				if _, err := reply.Read(m.raw, reply.Circumstances{Language: m.sent.Language, OwnText: m.sent.Text}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	for after, ended := int64(0), false; ; {
		rows, err := a.app.Mailbox.ReadBefore(a.ctx, 1, after, 100)
		a.must(err)
		if len(rows) == 0 && ended {
			close(mails)
			a.must(group.Wait())
			return n
		}
		for _, row := range rows {
			mails <- stored{row.Raw, a.asked[n%len(a.asked)]}
			after, n = row.ID, n+1
		}
		if len(rows) > 0 {
			continue
		}
		select {
		case err := <-all:
			a.must(err)
			ended = true // what it stored last is still to be read
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// watchHeap samples the heap in use until the returned function is called, which gives its peak.
func watchHeap() func() uint64 {
	runtime.GC()
	stop, result := make(chan struct{}), make(chan uint64)
	go func() {
		var peak uint64
		var stats runtime.MemStats
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				runtime.ReadMemStats(&stats)
				peak = max(peak, stats.HeapInuse)
			case <-stop:
				result <- peak
				return
			}
		}
	}()
	return func() uint64 { close(stop); return <-result }
}
