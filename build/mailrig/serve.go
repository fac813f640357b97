package mailrig

import (
	"net"
	"testing"
)

// Serve answers every connection to a port of its own on loopback until the test ends, each on its own goroutine, and
// gives the port's address: a server that behaves as no real one should.
func Serve(tb testing.TB, answer func(net.Conn)) *net.TCPAddr {
	tb.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	Accept(tb, l, answer)
	return l.Addr().(*net.TCPAddr)
}

// Accept is Serve of a listener that there is; it closes it at the test's end.
func Accept(tb testing.TB, l net.Listener, answer func(net.Conn)) {
	tb.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			go answer(conn)
		}
	}()
}
