package mailbox_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"

	"relais/backend/mailbox"
	"relais/backend/mailbox/wire"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

// tlsAccount connects to Dovecot over TLS.
type tlsAccount struct {
	address string
	config  *tls.Config
}

func (a *tlsAccount) Box(context.Context) (mailbox.Box, error) {
	return mailbox.Box{Account: "hr@example.test"}, nil
}

func (a *tlsAccount) OpenIMAP(ctx context.Context) (*wire.Client, error) {
	c, err := wire.Dial(ctx, wire.Endpoint{Address: a.address, Security: wire.TLS, TLS: a.config, Timeout: 30 * time.Second})
	if err != nil {
		return nil, err
	}
	return c, c.Login(ctx, "hr@example.test", "secret")
}

func rigTLS(tb testing.TB, r *mailrig.Rig) *tls.Config {
	tb.Helper()
	pem, err := os.ReadFile(r.Cert)
	if err != nil {
		tb.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	return &tls.Config{RootCAs: pool, ServerName: "localhost", MinVersion: tls.VersionTLS12}
}

// bare fetches everything with go-imap's client alone, in one command, and keeps nothing.
func bare(tb testing.TB, r *mailrig.Rig) int {
	tb.Helper()
	c, err := client.DialTLS(r.IMAPS, rigTLS(tb, r))
	if err != nil {
		tb.Fatal(err)
	}
	defer c.Logout() //nolint:errcheck // a benchmark's end
	if err := c.Login("hr@example.test", "secret"); err != nil {
		tb.Fatal(err)
	}
	if _, err := c.Select("INBOX", true); err != nil {
		tb.Fatal(err)
	}
	set := new(imap.SeqSet)
	set.AddRange(1, 0)
	section := &imap.BodySectionName{Peek: true}
	messages, done := make(chan *imap.Message, 100), make(chan error, 1)
	go func() { done <- c.UidFetch(set, []imap.FetchItem{imap.FetchUid, section.FetchItem()}, messages) }()
	n := 0
	for m := range messages {
		for _, literal := range m.Body {
			_, _ = io.Copy(io.Discard, literal)
		}
		n++
	}
	if err := <-done; err != nil {
		tb.Fatal(err)
	}
	return n
}

// BenchmarkIntake takes 5,000 messages of 3.4 KB in from Dovecot over TLS, raw bytes and UIDs durably stored, and
// reports the rate as a ratio to go-imap's bare fetch of the same in the same run, and the most memory in use.
func BenchmarkIntake(b *testing.B) {
	const n = 5000
	rig := mailrig.Start(b)
	all := make([][]byte, n)
	for i := range all {
		all[i] = []byte(mailOf(i) + strings.Repeat("On a partagé, merci. "+fmt.Sprint(i)+"\r\n", 120))
	}
	rig.Deliver("hr@example.test", "", all...)
	bare(b, rig) // Dovecot indexes
	for b.Loop() {
		started := time.Now()
		if got := bare(b, rig); got != n {
			b.Fatalf("bare fetch gave %d", got)
		}
		alone := time.Since(started)
		ws, err := workspace.Open(context.Background(), b.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
		if err != nil {
			b.Fatal(err)
		}
		s := mailbox.New(ws, &tlsAccount{address: rig.IMAPS, config: rigTLS(b, rig)})
		peak := watchHeap()
		started = time.Now()
		r, err := s.Fetch(context.Background(), nil)
		took := time.Since(started)
		if err != nil || r.New != n {
			b.Fatalf("%+v %v", r, err)
		}
		b.ReportMetric(float64(n)/took.Seconds(), "mails/s")
		b.ReportMetric(alone.Seconds()/took.Seconds(), "of-bare-fetch")
		b.ReportMetric(float64(peak())/(1<<20), "peak-MiB")
		if err := ws.Close(); err != nil {
			b.Fatal(err)
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
