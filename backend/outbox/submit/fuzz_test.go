package submit

import (
	"context"
	"net"
	"strings"
	"testing"
	"time"
)

// said is a connection on which the server has said everything at once.
type said struct {
	net.Conn
	r *strings.Reader
}

func (s *said) Read(p []byte) (int, error)       { return s.r.Read(p) }
func (s *said) Write(p []byte) (int, error)      { return len(p), nil }
func (s *said) Close() error                     { return nil }
func (s *said) SetDeadline(time.Time) error      { return nil }
func (s *said) SetReadDeadline(time.Time) error  { return nil }
func (s *said) SetWriteDeadline(time.Time) error { return nil }
func (s *said) RemoteAddr() net.Addr             { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 25} }

// FuzzServer lets a server say anything: a message counts as taken only where the server said a 2xx to its end.
func FuzzServer(f *testing.F) {
	for _, text := range []string{
		"220 hi\r\n250-mail\r\n250 AUTH PLAIN LOGIN\r\n235 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n250 queued\r\n",
		"220 hi\r\n250 mail\r\n250 ok\r\n550 no such user\r\n", "220 hi\r\n250 x\r\n250 x\r\n250 x\r\n354 x\r\n421 bye\r\n", "220-a\r\n220-b\r\n", "2\r\n", "220 x\r\n250 x\r\n250 x\r\n250 x\r\n354 x\r\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		ctx := context.Background()
		s, err := Open(ctx, Options{Host: "localhost", User: "hr", Password: "x", Timeout: time.Second, DotWait: time.Second,
			Connect: func(context.Context) (net.Conn, error) { return &said{r: strings.NewReader(text)}, nil }})
		if err != nil {
			return
		}
		defer s.Close() //nolint:errcheck // a test's end
		if err := s.Address(ctx, "hr@example.test", "lea@example.test"); err != nil {
			return
		}
		if err := s.Deliver(ctx, []byte("Subject: x\r\n\r\nx\r\n")); err == nil && !strings.Contains(text, "2") {
			t.Errorf("taken, though the server said %q", text)
		}
	})
}
