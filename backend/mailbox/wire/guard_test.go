package wire

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-imap/client"
)

// said is a connection on which the server has said everything at once.
type said struct {
	net.Conn
	r io.Reader
}

func (s *said) Read(p []byte) (int, error)  { return s.r.Read(p) }
func (s *said) Write(p []byte) (int, error) { return len(p), nil }
func (s *said) Close() error                { return nil }

func (s *said) SetDeadline(time.Time) error { return nil }

func through(text string) error {
	g := newGuard(&said{r: strings.NewReader("* OK hi\r\n" + text)}, 1000)
	g.release()
	_, err := io.ReadAll(g)
	return err
}

func TestGuard(t *testing.T) {
	cases := []struct {
		name, text string
		good       bool
	}{
		{"greeting and capabilities", "* OK [CAPABILITY IMAP4rev1] hello (you) {there}\r\n* CAPABILITY IMAP4rev1 IDLE\r\n", true},
		{"a body", "* 1 FETCH (UID 5 BODY[] {5}\r\na(((b)\r\na1 OK done\r\n", true},
		{"a body with the longest line", "* 1 FETCH (UID 5 BODY[] {900}\r\n" + strings.Repeat("x", 900) + ")\r\n", true},
		{"search without end of line spaces", "* SEARCH 1 2 3\r\n* SEARCH\r\n", true},
		{"numbers", "* 12 EXISTS\r\n* 0 RECENT\r\n* 3 EXPUNGE\r\n", true},
		{"continuation", "+ idling\r\n+\r\n", true},
		{"a list", "* LIST (\\HasNoChildren \\Junk) \"/\" \"Courrier ind&AOk-sirable\"\r\n", true},
		{"FETCH without a number", "* FETCH\r\n", false},
		{"FETCH without a list", "* 1 FETCH\r\n", false},
		{"FETCH with another tag", "x 1 FETCH\r\n", false},
		{"EXISTS without a number", "* EXISTS\r\n", false},
		{"a quoted name", "* \"FETCH\"\r\n", false},
		{"a literal as name", "* {5}\r\nFETCH\r\n", false},
		{"a literal too large", "* 1 FETCH (UID 5 BODY[] {4294967295}\r\n", false},
		{"a literal in a status", "* OK [X] {5}\r\nabcde", false},
		{"nesting", "* 1 FETCH " + strings.Repeat("(", 300) + "\r\n", false},
		{"a word without end", "* X " + strings.Repeat("a", maxAtom+1) + "\r\n", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			err := through(c.text)
			if c.good && err != nil || !c.good && !errors.Is(err, ErrProtocol) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// FuzzClient lets go-imap's client read whatever passes the guard: a panic there ends the program and fails the test.
func FuzzClient(f *testing.F) {
	for _, text := range []string{"* OK hi\r\n* 1 FETCH (UID 5 BODY[] {5}\r\nabcde)\r\n", "* OK hi\r\n* SEARCH 1 2\r\n* 3 EXISTS\r\n", "* OK hi\r\n* LIST () \"/\" INBOX\r\n* STATUS x (MESSAGES 1)\r\n"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		g := newGuard(&said{r: bytes.NewReader(text)}, 1000)
		c, err := client.New(g)
		if err != nil {
			return
		}
		c.ErrorLog = silent{g}
		g.release()
		select {
		case <-c.LoggedOut():
		case <-time.After(10 * time.Second): // a busy machine is no hang
			t.Error("the client did not end")
		}
	})
}

// TestTheClientSurvivesHalfLines has servers leave go-imap's client in the middle of a line that goes on like a
// response: it must not be read as one. A panic on the reading goroutine would end the program and fail the test.
func TestTheClientSurvivesHalfLines(t *testing.T) {
	for _, text := range []string{
		"* 1 FETCH (FLAGS (x)))\rK EXPUNGE", "* 1 FETCH (UID 1 ]) * EXPUNGE\r\n* EXISTS", "* LIST (a \"b\rK FETCH", "* SEARCH 1)\r* EXISTS",
	} {
		c, err := answering(text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Bodies(context.Background(), []uint32{1}, 100); !errors.Is(err, ErrProtocol) {
			t.Errorf("%q: %v", text, err)
		}
	}
	// The same right behind the greeting, before the client is set up.
	for range 50 {
		c, err := Dial(context.Background(), Endpoint{Address: "server", Security: Plain, Timeout: 300 * time.Millisecond,
			Dial: func(context.Context, string, string) (net.Conn, error) {
				return &said{r: strings.NewReader("* OK hi\r\n* 1 FETCH (x)))\rK EXPUNGE\r\n")}, nil
			}})
		if err == nil {
			<-c.imap.LoggedOut()
		}
	}
}
