// Package submit hands mail to a submission server (RFC 6409) with go-mail's SMTP client, keeping apart what DESIGN
// keeps apart: everything before DATA, and DATA itself.
package submit

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strings"
	"time"

	"github.com/wneessen/go-mail/smtp"

	"relais/backend/outbox"
)

// ErrLogin says that the server refused the user, the password or the token.
var ErrLogin = errors.New("submit: sign-in refused")

// ErrNoStartTLS says that STARTTLS is required but not offered.
var ErrNoStartTLS = errors.New("submit: the server does not offer STARTTLS")

// Options say how to open a session.
type Options struct {
	Host      string // the server's name
	LocalName string // given in EHLO; "localhost" where empty, which says nothing of the machine
	Connect   func(ctx context.Context) (net.Conn, error)
	StartTLS  *tls.Config // upgrade before anything else; nil where TLS is there from the start, or on loopback
	User      string
	Password  string
	Token     func(ctx context.Context) (string, error) // an access token for XOAUTH2, in place of the password
	Timeout   time.Duration                             // for one command
	DotWait   time.Duration                             // for the answer to the end of the message; RFC 5321 asks for ten minutes
}

// Session is one signed-in connection.
type Session struct {
	client *smtp.Client
	conn   *bounded
	o      Options
}

// maxAnswer bounds what a server may say to one command, in bytes.
const maxAnswer = 256 << 10

// bounded limits what may be read until the next command.
type bounded struct {
	net.Conn
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errors.New("submit: the server answers without end")
	}
	n, err := b.Conn.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// Open connects, secures the connection and signs in.
func Open(ctx context.Context, o Options) (*Session, error) {
	if o.Timeout <= 0 {
		o.Timeout = 60 * time.Second
	}
	if o.DotWait <= 0 {
		o.DotWait = 10 * time.Minute
	}
	if o.LocalName == "" {
		o.LocalName = "localhost"
	}
	conn, err := o.Connect(ctx)
	if err != nil {
		return nil, err
	}
	s := &Session{conn: &bounded{Conn: conn, left: maxAnswer}, o: o}
	if err := s.greet(ctx); err != nil {
		_ = conn.Close()
		return nil, err
	}
	if err := s.signIn(ctx); err != nil {
		_ = conn.Close()
		return nil, err
	}
	return s, nil
}

func (s *Session) greet(ctx context.Context) error {
	return s.command(ctx, "connect", s.o.Timeout, func() (err error) {
		// bounded is not a *tls.Conn: go-mail then takes the connection for a plain one, which our own checks allow
		// on loopback alone; hence the "allow unencrypted" below.
		if s.client, err = smtp.NewClient(s.conn, s.o.Host); err != nil {
			return err
		}
		s.client.SkipSMTPUTF8(true)
		if err := s.client.Hello(s.o.LocalName); err != nil {
			return err
		}
		if s.o.StartTLS == nil {
			return nil
		}
		if ok, _ := s.client.Extension("STARTTLS"); !ok {
			return ErrNoStartTLS
		}
		return s.client.StartTLS(s.o.StartTLS)
	})
}

func (s *Session) signIn(ctx context.Context) error {
	var auth smtp.Auth
	_, offered := s.client.Extension("AUTH")
	switch {
	case s.o.Token != nil:
		token, err := s.o.Token(ctx)
		if err != nil {
			return err
		}
		auth = smtp.XOAuth2Auth(s.o.User, token)
	case s.o.User == "" || offered == "" && isLoopback(s.conn.RemoteAddr()):
		return nil // a relay on this machine that asks for no password
	case has(offered, "PLAIN"):
		auth = smtp.PlainAuth("", s.o.User, s.o.Password, s.o.Host, true)
	default:
		auth = smtp.LoginAuth(s.o.User, s.o.Password, s.o.Host, true)
	}
	err := s.command(ctx, "auth", s.o.Timeout, func() error { return s.client.Auth(auth) })
	var refusal *outbox.Refusal
	if errors.As(err, &refusal) && refusal.Permanent() {
		return fmt.Errorf("%w: %d %s", ErrLogin, refusal.Code, refusal.Text)
	}
	return err
}

// Extension says whether the server offers an extension, and its parameters.
func (s *Session) Extension(name string) (bool, string) { return s.client.Extension(name) }

// Address implements outbox.Session.
func (s *Session) Address(ctx context.Context, from, to string) error {
	wide := !ascii(from) || !ascii(to)
	if ok, _ := s.client.Extension("SMTPUTF8"); wide && !ok {
		return &outbox.Refusal{Code: 553, Text: "the server does not take addresses outside ASCII", Step: "rcpt"}
	}
	// SMTPUTF8 only where an address needs it: with it a next server that lacks it would send the mail back.
	s.client.SkipSMTPUTF8(!wide)
	if err := s.command(ctx, "mail", s.o.Timeout, func() error { return s.client.Mail("<" + from + ">") }); err != nil {
		return err
	}
	return s.command(ctx, "rcpt", s.o.Timeout, func() error { return s.client.Rcpt("<" + to + ">") })
}

// Deliver implements outbox.Session.
func (s *Session) Deliver(ctx context.Context, raw []byte) error {
	var body io.WriteCloser
	err := s.command(ctx, "data", s.o.Timeout, func() (err error) {
		body, err = s.client.Data()
		return err
	})
	if err != nil {
		return beforeDot(err)
	}
	slow := s.o.Timeout + time.Duration(len(raw)/(8<<10))*time.Second
	if err := s.command(ctx, "data", slow, func() error { _, err := body.Write(raw); return err }); err != nil {
		return beforeDot(err)
	}
	return s.command(ctx, "dot", s.o.DotWait, body.Close)
}

// beforeDot marks an error after which no server can have taken the message, unless it is a clear refusal anyway.
func beforeDot(err error) error {
	var refusal *outbox.Refusal
	if errors.As(err, &refusal) {
		return err
	}
	return fmt.Errorf("%w: %w", outbox.ErrBeforeDot, err)
}

// Reset implements outbox.Session.
func (s *Session) Reset(ctx context.Context) error {
	return s.command(ctx, "rset", s.o.Timeout, s.client.Reset)
}

// Close says QUIT, waiting two seconds at most, and closes the connection.
func (s *Session) Close() error {
	_ = s.command(context.Background(), "quit", 2*time.Second, s.client.Quit)
	return s.conn.Close()
}

// command runs one step under a deadline; the end of ctx closes the connection. The server's own no becomes a Refusal.
func (s *Session) command(ctx context.Context, step string, limit time.Duration, do func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { _ = s.conn.Conn.Close() })
	defer stop()
	s.conn.left = maxAnswer
	if err := s.conn.SetDeadline(time.Now().Add(limit)); err != nil {
		return fmt.Errorf("submit: %w", err)
	}
	err := do()
	var said *textproto.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &said) && said.Code/100 == 2 && (step == "mail" || step == "rcpt" || step == "dot" || step == "rset"):
		return nil // 251 and kin are a yes; where more has to follow, only the code that the RFC names is
	case errors.As(err, &said) && said.Code >= 400 && said.Code < 600:
		return &outbox.Refusal{Code: said.Code, Text: oneLine(said.Msg), Step: step}
	case ctx.Err() != nil:
		return ctx.Err()
	default:
		return fmt.Errorf("submit: %s: %w", step, err)
	}
}

func oneLine(s string) string {
	s = strings.ToValidUTF8(strings.Join(strings.Fields(s), " "), "")
	if len(s) > 300 {
		s = strings.ToValidUTF8(s[:300], "")
	}
	return s
}

func has(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isLoopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}
