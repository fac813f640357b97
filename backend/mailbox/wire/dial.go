package wire

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// Security says how a connection is protected.
type Security string

// The three ways. Plain is for loopback alone; the caller holds that.
const (
	TLS      Security = "tls"
	StartTLS Security = "starttls"
	Plain    Security = "plain"
)

// Endpoint is where and how to connect.
type Endpoint struct {
	Address  string // host:port
	Security Security
	TLS      *tls.Config // required for TLS and StartTLS
	Timeout  time.Duration
	// Dial opens the TCP connection; a net.Dialer where nil.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
}

// Connect opens the TCP connection and, where TLS is used from the start, shakes hands. It is shared with SMTP.
func (e Endpoint) Connect(ctx context.Context) (net.Conn, error) {
	dial := e.Dial
	if dial == nil {
		dial = (&net.Dialer{Timeout: e.Timeout}).DialContext
	}
	conn, err := dial(ctx, "tcp", e.Address)
	if err != nil {
		return nil, fmt.Errorf("wire: connect: %w", err)
	}
	if e.Security != TLS {
		return conn, nil
	}
	return e.Handshake(ctx, conn)
}

// Handshake turns conn into a TLS connection within the time-out; conn is closed when that fails.
func (e Endpoint) Handshake(ctx context.Context, conn net.Conn) (net.Conn, error) {
	if e.TLS == nil {
		return nil, errors.Join(errors.New("wire: no TLS settings"), conn.Close())
	}
	ctx, cancel := context.WithTimeout(ctx, e.Timeout)
	defer cancel()
	secured := tls.Client(conn, e.TLS)
	if err := secured.HandshakeContext(ctx); err != nil {
		_ = conn.Close()
		return nil, fmt.Errorf("wire: tls: %w", err)
	}
	return secured, nil
}

// startTLS upgrades an IMAP connection before go-imap sees it. Nothing that came in the clear reaches the client
// (CVE-2011-0411: commands injected before the handshake): the greeting handed on is our own.
func (e Endpoint) startTLS(ctx context.Context, conn net.Conn) (net.Conn, error) {
	_ = conn.SetDeadline(time.Now().Add(e.Timeout))
	r := bufio.NewReader(io.LimitReader(conn, 64<<10))
	greeting, err := r.ReadString('\n')
	if err == nil && !strings.HasPrefix(greeting, "* ") {
		err = ErrNoIMAP // and would leave the command unanswered, in its own way, until the deadline
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("wire: greeting: %w", err), conn.Close())
	}
	if _, err := io.WriteString(conn, "s1 STARTTLS\r\n"); err != nil {
		return nil, errors.Join(fmt.Errorf("wire: starttls: %w", err), conn.Close())
	}
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return nil, errors.Join(fmt.Errorf("wire: starttls: %w", err), conn.Close())
		}
		if answer, ok := strings.CutPrefix(line, "s1 "); ok {
			if !strings.HasPrefix(strings.ToUpper(answer), "OK") {
				return nil, errors.Join(ErrNoStartTLS, conn.Close())
			}
			break
		}
	}
	if r.Buffered() > 0 {
		return nil, errors.Join(fmt.Errorf("%w: data before the TLS handshake", ErrProtocol), conn.Close())
	}
	_ = conn.SetDeadline(time.Time{})
	secured, err := e.Handshake(ctx, conn)
	if err != nil {
		return nil, err
	}
	return &greeted{Conn: secured, first: bytes.NewReader([]byte("* OK secured\r\n"))}, nil
}

// greeted gives a greeting that go-imap waits for, but that the server said before STARTTLS.
type greeted struct {
	net.Conn
	first *bytes.Reader
}

func (g *greeted) Read(p []byte) (int, error) {
	if g.first.Len() > 0 {
		return g.first.Read(p)
	}
	return g.Conn.Read(p)
}
