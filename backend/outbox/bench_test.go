package outbox_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"os"
	"strconv"
	"testing"
	"time"

	gomail "github.com/wneessen/go-mail"

	"relais/backend/mailbox/wire"
	"relais/backend/outbox"
	"relais/backend/outbox/submit"
	"relais/backend/workspace"
	"relais/build/mailrig"
)

// postfix is the outbox's account over the real Postfix.
type postfix struct {
	endpoint wire.Endpoint
	host     string
}

func (p postfix) Identity(context.Context) (outbox.Identity, error) {
	return outbox.Identity{Account: "hr@example.test", Address: "hr@example.test", Name: "RH", ReplyPlus: true, BouncePlus: true, Connections: 4}, nil
}

func (p postfix) OpenSMTP(ctx context.Context) (outbox.Session, error) {
	s, err := submit.Open(ctx, submit.Options{Host: p.host, User: "hr@example.test", Password: "secret", Connect: p.endpoint.Connect})
	if err != nil {
		return nil, err
	}
	return s, nil
}

func postfixOf(b *testing.B, rig *mailrig.Rig) (postfix, *tls.Config) {
	b.Helper()
	pem, err := os.ReadFile(rig.Cert)
	if err != nil {
		b.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	config := &tls.Config{RootCAs: pool, ServerName: "localhost", MinVersion: tls.VersionTLS12}
	return postfix{endpoint: wire.Endpoint{Address: rig.SMTPS, Security: wire.TLS, TLS: config, Timeout: 30 * time.Second}, host: "localhost"}, config
}

// bareGoMail sends n messages over one connection of go-mail, as it is meant to be used.
func bareGoMail(b *testing.B, rig *mailrig.Rig, config *tls.Config, n int) {
	b.Helper()
	host, port, _ := net.SplitHostPort(rig.SMTPS)
	number, _ := strconv.Atoi(port)
	c, err := gomail.NewClient(host, gomail.WithPort(number), gomail.WithSSL(), gomail.WithTLSConfig(config), gomail.WithSMTPAuth(gomail.SMTPAuthPlain),
		gomail.WithUsername("hr@example.test"), gomail.WithPassword("secret"))
	if err != nil {
		b.Fatal(err)
	}
	messages := make([]*gomail.Msg, n)
	for i := range messages {
		m := gomail.NewMsg()
		if err := m.From("hr@example.test"); err != nil {
			b.Fatal(err)
		}
		if err := m.To("lea@example.test"); err != nil {
			b.Fatal(err)
		}
		l, _ := letter(outbox.Envelope{ReplyTo: "hr@example.test"})
		m.Subject(l.Subject)
		m.SetBodyString(gomail.TypeTextPlain, l.Text)
		m.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
		messages[i] = m
	}
	if err := c.DialAndSend(messages...); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSend hands 500 messages to a real Postfix over TLS, each with its states committed around DATA, and reports
// the rate as a ratio to bare go-mail in the same run.
func BenchmarkSend(b *testing.B) {
	const n = 500
	rig := mailrig.Start(b)
	account, config := postfixOf(b, rig)
	ctx := context.Background()
	for b.Loop() {
		started := time.Now()
		bareGoMail(b, rig, config, n)
		alone := time.Since(started)
		ws, err := workspace.Open(ctx, b.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
		if err != nil {
			b.Fatal(err)
		}
		box := outbox.New(ws, account)
		drafts := make([]outbox.Draft, n)
		for i := range drafts {
			drafts[i] = outbox.Draft{Kind: outbox.Request, StaffID: int64(i), Recipient: "lea@example.test", RecipientName: fmt.Sprint("Lea ", i), Compose: letter}
		}
		started = time.Now()
		if _, err := box.Queue(ctx, drafts); err != nil {
			b.Fatal(err)
		}
		queued := time.Since(started)
		started = time.Now()
		r, err := box.Send(ctx, nil)
		took := time.Since(started)
		if err != nil || r.Sent != n {
			b.Fatalf("%+v %v", r, err)
		}
		b.ReportMetric(float64(n)/took.Seconds(), "mails/s")
		b.ReportMetric(alone.Seconds()/took.Seconds(), "of-bare-go-mail")
		b.ReportMetric(float64(queued.Milliseconds()), "ms-to-queue")
		if err := ws.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
