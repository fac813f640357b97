package source

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

func TestSubscribeWithoutASchemeFallsBackToHTTP(t *testing.T) {
	s, _ := services(t)
	site := serve(t, func(rw http.ResponseWriter, r *http.Request) {
		base := "http://" + r.Host
		fmt.Fprintf(rw, twoItems, base, base, base)
	})
	_, n, err := s.Subscribe(context.Background(), strings.TrimPrefix(site, "http://")+"/rss")
	if err != nil || n != 2 {
		t.Fatalf("a site without TLS: %d articles, %v", n, err)
	}
	kept, err := s.List(context.Background())
	if err != nil || len(kept) != 1 || kept[0].URL != site+"/rss" {
		t.Errorf("kept as %+v, %v", kept, err)
	}
	// With the scheme written out, the word holds.
	if _, _, err := s.Subscribe(context.Background(), strings.Replace(site, "http:", "https:", 1)); code(err) != "fetch_failed" {
		t.Errorf("https asked for in full: %v", err)
	}
}

// A certificate that is wrong is a fault that a person hears of, never a reason to ask in the clear.
func TestSubscribeNeverFallsBackAfterACertificateFault(t *testing.T) {
	s, _ := services(t)
	var heard atomic.Bool
	var first atomic.Int32
	srv := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { heard.Store(true) }))
	srv.Listener = &sniffing{Listener: srv.Listener, first: &first}
	srv.StartTLS()
	t.Cleanup(srv.Close)
	if _, _, err := s.Subscribe(context.Background(), strings.TrimPrefix(srv.URL, "https://")); code(err) != "fetch_failed" {
		t.Errorf("an unknown certificate: %v", err)
	}
	if got := first.Load(); got != 0x16 || heard.Load() { // 0x16 begins a TLS handshake (RFC 8446 section 5.1)
		t.Errorf("a connection began with %#x", got)
	}
}

// sniffing notes the first byte of the latest connection.
type sniffing struct {
	net.Listener
	first *atomic.Int32
}

func (l *sniffing) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	return &sniffed{Conn: c, first: l.first}, err
}

type sniffed struct {
	net.Conn
	first *atomic.Int32
	begun bool
}

func (c *sniffed) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if n > 0 && !c.begun {
		c.begun = true
		c.first.Store(int32(p[0]))
	}
	return n, err
}

func TestSubscribeNamesTheFirstAddressWhereNothingListens(t *testing.T) {
	s, _ := services(t)
	gone := httptest.NewServer(http.NotFoundHandler())
	host := strings.TrimPrefix(gone.URL, "http://")
	gone.Close()
	_, _, err := s.Subscribe(context.Background(), host)
	if code(err) != "fetch_failed" || !strings.Contains(err.Error(), "https://"+host) {
		t.Errorf("nothing listens: %v", err)
	}
}
