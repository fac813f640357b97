package wire

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/emersion/go-imap"
	"github.com/emersion/go-imap/client"
	"github.com/emersion/go-imap/commands"
	"github.com/emersion/go-imap/responses"
	"github.com/emersion/go-sasl"
)

// PartSize is the largest piece of a message that is asked for at once, in bytes; larger messages come in parts.
const PartSize = 4 << 20

// Client is one connection to an IMAP server. It is used by one goroutine at a time. After any error but those of
// Select and Search on a folder that does not exist the connection is closed.
type Client struct {
	imap    *client.Client
	guard   *guard
	timeout time.Duration
	slowest int64 // bytes a second that a server must at least deliver during a FETCH
}

// Dial connects, secures the connection and waits for the greeting.
func Dial(ctx context.Context, e Endpoint) (*Client, error) {
	if e.Timeout <= 0 {
		e.Timeout = 30 * time.Second
	}
	conn, err := e.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if e.Security == StartTLS {
		if conn, err = e.startTLS(ctx, conn); err != nil {
			return nil, err
		}
	}
	g := newGuard(conn, PartSize+1024)
	c := &Client{guard: g, timeout: e.Timeout, slowest: 16 << 10}
	stop := context.AfterFunc(ctx, func() { g.fail(context.Cause(ctx)) })
	defer stop()
	_ = conn.SetDeadline(time.Now().Add(e.Timeout))
	err = recovered(func() error {
		c.imap, err = client.New(g)
		return err
	})
	if err != nil {
		why := c.explain(err)
		g.fail(why)
		return nil, fmt.Errorf("wire: greeting: %w", why)
	}
	c.imap.ErrorLog = silent{g}
	g.release()
	err = c.run(ctx, e.Timeout, func() error {
		_, err := c.imap.Capability()
		return err
	})
	if err != nil {
		g.fail(err)
		return nil, fmt.Errorf("wire: greeting: %w", err)
	}
	return c, nil
}

// silent receives what go-imap would print, on its reading goroutine. A response that it could not parse leaves it in
// the middle of a line, from where anything may be misread, up to a panic that nobody could recover: the connection
// ends there, and the goroutine with it, before it looks at what it has buffered.
type silent struct{ g *guard }

// Printf implements imap.Logger.
func (s silent) Printf(_ string, args ...any) { s.Println(args...) }

// Println implements imap.Logger.
func (s silent) Println(args ...any) {
	for _, a := range args {
		err, _ := a.(error)
		var slow net.Error
		switch {
		case err == nil:
		case errors.As(err, &slow) && slow.Timeout():
			s.end(ErrDeadline)
		case !imap.IsParseError(err):
			s.end(fmt.Errorf("%w: %w", ErrClosed, err))
		}
	}
	s.end(fmt.Errorf("%w: unreadable response", ErrProtocol))
}

// end closes the connection and ends the goroutine; go-imap's deferred call tells those who wait for an answer.
func (s silent) end(err error) {
	s.g.fail(err)
	runtime.Goexit()
}

// Close ends the connection at once.
func (c *Client) Close() error { return c.guard.Conn.Close() }

// Logout says good-bye, waits two seconds at most, and closes.
func (c *Client) Logout() {
	c.imap.Timeout = 2 * time.Second
	_ = recovered(func() error { return c.imap.Logout() })
	_ = c.Close()
}

// run executes one command under one deadline, which covers the command and all that answers it.
func (c *Client) run(ctx context.Context, limit time.Duration, do func() error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	stop := context.AfterFunc(ctx, func() { c.guard.fail(context.Cause(ctx)) })
	defer stop()
	c.imap.Timeout = limit
	err := recovered(do)
	if err == nil {
		return nil
	}
	if why := c.explain(err); why != err { //nolint:errorlint // identity says that nothing better was known
		_ = c.Close()
		return why
	}
	return err
}

// explain prefers the guard's reason, then a deadline, over go-imap's "connection closed".
func (c *Client) explain(err error) error {
	if why := c.guard.reason(); why != nil {
		return why
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return ErrDeadline
	}
	if strings.HasSuffix(err.Error(), "connection closed") {
		return ErrClosed
	}
	var netErr net.Error
	if errors.As(err, &netErr) && netErr.Timeout() {
		return ErrDeadline
	}
	return err
}

// recovered turns a panic of the library into an error.
func recovered(do func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%w: the client failed on it", ErrProtocol)
		}
	}()
	return do()
}

// execute sends a command and hands every response to the handler, on go-imap's reading goroutine.
func (c *Client) execute(ctx context.Context, limit time.Duration, cmd imap.Commander, h responses.Handler) error {
	started := time.Now()
	return c.run(ctx, limit, func() error {
		status, err := c.imap.Execute(cmd, h)
		if err != nil {
			if c.guard.reason() == nil && time.Since(started) >= limit {
				return ErrDeadline
			}
			c.guard.fail(fmt.Errorf("%w: %w", ErrClosed, err))
			return err
		}
		return status.Err()
	})
}

// handle wraps a handler function with recover: a panic there would end the program.
func handle(f func(resp imap.Resp) error) responses.Handler {
	return responses.HandlerFunc(func(resp imap.Resp) error {
		return recovered(func() error { return f(resp) })
	})
}

// Login signs in with a password. The error is ErrLogin where the server refuses it.
func (c *Client) Login(ctx context.Context, user, password string) error {
	return c.signIn(ctx, func() error {
		if ok, _ := c.imap.SupportAuth(sasl.Plain); ok {
			return c.imap.Authenticate(sasl.NewPlainClient("", user, password))
		}
		return c.imap.Login(user, password)
	})
}

// LoginToken signs in by XOAUTH2 with an access token (developers.google.com/gmail/imap/xoauth2-protocol; Microsoft
// takes the same).
func (c *Client) LoginToken(ctx context.Context, user, token string) error {
	return c.signIn(ctx, func() error { return c.imap.Authenticate(&xoauth2{user: user, token: token}) })
}

func (c *Client) signIn(ctx context.Context, do func() error) error {
	var refused bool
	err := c.run(ctx, c.timeout, func() error {
		err := do()
		refused = err != nil && c.guard.reason() == nil && c.imap.State() == imap.NotAuthenticatedState
		return err
	})
	if err != nil && refused && !errors.Is(err, ErrClosed) && !errors.Is(err, ErrDeadline) {
		return fmt.Errorf("%w: %s", ErrLogin, oneLine(err.Error()))
	}
	return err
}

// xoauth2 is the SASL mechanism; after a refusal it answers the server's JSON with an empty line, as both providers
// require before they say NO.
type xoauth2 struct{ user, token string }

func (a *xoauth2) Start() (string, []byte, error) {
	return "XOAUTH2", []byte("user=" + a.user + "\x01auth=Bearer " + a.token + "\x01\x01"), nil
}

func (a *xoauth2) Next([]byte) ([]byte, error) { return []byte{}, nil }

// Has says whether the server names a capability.
func (c *Client) Has(ctx context.Context, capability string) bool {
	var ok bool
	_ = c.run(ctx, c.timeout, func() error {
		var err error
		ok, err = c.imap.Support(capability)
		return err
	})
	return ok
}

// Noop asks the server for news and keeps the connection alive.
func (c *Client) Noop(ctx context.Context) error {
	return c.execute(ctx, c.timeout, new(commands.Noop), nil)
}

// oneLine bounds what a server says before it is shown.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 200 {
		s = s[:200]
	}
	return strings.ToValidUTF8(s, "")
}
