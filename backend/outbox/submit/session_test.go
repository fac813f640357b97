package submit

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"relais/backend/outbox"
)

// script is a submission server that answers each command as told; "" closes the connection, "-" says nothing at all.
type script struct {
	greeting, ehlo, auth, mail, rcpt, data, dot string
	got                                         chan string
}

func good() script {
	return script{greeting: "220 hi", ehlo: "250-hi\r\n250 AUTH PLAIN LOGIN", auth: "235 in", mail: "250 ok", rcpt: "250 ok", data: "354 go", dot: "250 queued", got: make(chan string, 1)}
}

func (s script) serve(t *testing.T) Options {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		conn, err := l.Accept()
		if err == nil {
			s.talk(conn)
		}
	}()
	return Options{Host: "127.0.0.1", User: "hr", Password: "secret", Timeout: 500 * time.Millisecond, DotWait: 500 * time.Millisecond,
		Connect: func(ctx context.Context) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "tcp", l.Addr().String())
		}}
}

func (s script) talk(conn net.Conn) {
	defer conn.Close() //nolint:errcheck // a test's server
	say := func(answer string) bool {
		switch answer {
		case "":
			return false
		case "-":
			time.Sleep(2 * time.Second)
			return false
		}
		_, err := fmt.Fprintf(conn, "%s\r\n", answer)
		return err == nil
	}
	if !say(s.greeting) {
		return
	}
	in := bufio.NewReader(conn)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		verb, _, _ := strings.Cut(strings.ToUpper(strings.TrimSpace(line)), " ")
		answer := map[string]string{"EHLO": s.ehlo, "HELO": "250 hi", "AUTH": s.auth, "MAIL": s.mail, "RCPT": s.rcpt, "DATA": s.data, "RSET": "250 ok", "QUIT": "221 bye"}[verb]
		if !say(answer) {
			return
		}
		if verb != "DATA" || !strings.HasPrefix(s.data, "354") {
			continue
		}
		var body strings.Builder
		for {
			line, err := in.ReadString('\n')
			if err != nil {
				return
			}
			if line == ".\r\n" {
				break
			}
			body.WriteString(line)
		}
		s.got <- body.String()
		if !say(s.dot) {
			return
		}
	}
}

// TestWhatIsKnownAfterEachStep holds the boundary that exactly-once rests on: before the dot nothing can have been
// taken, a code is a clear answer, and silence after the dot is neither.
func TestWhatIsKnownAfterEachStep(t *testing.T) {
	const nothing, refusal, before, open = "", "refusal", "before the dot", "not known"
	cases := []struct {
		name string
		set  func(s *script)
		want string
	}{
		{"accepted", func(*script) {}, nothing},
		{"accepted with 251", func(s *script) { s.dot = "251 forwarded" }, nothing},
		{"sender refused", func(s *script) { s.mail = "550 5.7.1 not you" }, refusal},
		{"recipient refused", func(s *script) { s.rcpt = "550 5.1.1 nobody" }, refusal},
		{"DATA refused", func(s *script) { s.data = "451 later" }, refusal},
		{"DATA without an answer", func(s *script) { s.data = "-" }, before},
		{"DATA, closed", func(s *script) { s.data = "" }, before},
		{"refused after the dot", func(s *script) { s.dot = "554 5.7.1 spam" }, refusal},
		{"silence after the dot", func(s *script) { s.dot = "-" }, open},
		{"closed after the dot", func(s *script) { s.dot = "" }, open},
		{"nonsense after the dot", func(s *script) { s.dot = "what?" }, open},
		{"endless answer after the dot", func(s *script) { s.dot = strings.Repeat("250-more\r\n", 60000) + "250 end" }, open},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := good()
			c.set(&s)
			ctx := context.Background()
			session, err := Open(ctx, s.serve(t))
			if err != nil {
				t.Fatal(err)
			}
			defer session.Close() //nolint:errcheck // a test's end
			err = session.Address(ctx, "hr@example.test", "lea@example.test")
			if err == nil {
				err = session.Deliver(ctx, []byte("Subject: x\r\n\r\n.dot first\r\n"))
			}
			var said *outbox.Refusal
			got := open
			switch {
			case err == nil:
				got = nothing
			case errors.As(err, &said):
				got = refusal
			case errors.Is(err, outbox.ErrBeforeDot):
				got = before
			}
			if got != c.want {
				t.Errorf("got %q (%v), want %q", got, err, c.want)
			}
		})
	}
}

func TestOpenFailures(t *testing.T) {
	for name, c := range map[string]struct {
		set  func(s *script, o *Options)
		want error
	}{
		"password refused":     {func(s *script, _ *Options) { s.auth = "535 5.7.8 no" }, ErrLogin},
		"STARTTLS not offered": {func(_ *script, o *Options) { o.StartTLS = &tls.Config{MinVersion: tls.VersionTLS12} }, ErrNoStartTLS},
	} {
		t.Run(name, func(t *testing.T) {
			s := good()
			var o Options
			c.set(&s, &o)
			served := s.serve(t)
			served.StartTLS = o.StartTLS
			if _, err := Open(context.Background(), served); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}
