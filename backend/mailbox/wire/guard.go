package wire

import (
	"bytes"
	"fmt"
	"net"
	"strconv"
	"sync/atomic"
)

// Bounds of what one response may hold. A response without bodies is at most the answer to a UID SEARCH: eight bytes
// for each of a million messages.
const (
	maxLine     = 8 << 20  // bytes of one response, its literals not counted
	maxAtom     = 16 << 10 // go-imap appends byte by byte: a longer atom would cost quadratic time
	maxParens   = 256      // go-imap's lists recurse
	maxLiterals = 16       // in one response
	headLength  = 48       // enough to know the shape of a response
	maxGreeting = 64 << 10
)

// guard reads from the server on behalf of go-imap, follows the structure of what passes, and fails before the client
// gets to see a response that could make it panic, recurse or allocate without bound.
type guard struct {
	net.Conn
	maxLiteral int64
	greeted    bool          // the first line has passed
	held       []byte        // what came with the greeting, kept back until the client is set up
	ready      chan struct{} // closed once it is
	closed     chan struct{} // closed by fail

	skip     int64 // bytes of the current literal still to pass
	length   int
	atom     int
	parens   int
	literals int
	head     []byte
	tail     []byte // the last bytes of the line, where a literal's length stands
	checked  bool
	failure  atomic.Pointer[error]
}

func newGuard(conn net.Conn, maxLiteral int64) *guard {
	return &guard{Conn: conn, maxLiteral: maxLiteral, ready: make(chan struct{}), closed: make(chan struct{})}
}

// release lets pass what follows the greeting.
func (g *guard) release() { close(g.ready) }

// Read passes on what the server sent as long as it is sane; up to release the greeting alone.
func (g *guard) Read(p []byte) (int, error) {
	if !g.greeted {
		return g.greet(p)
	}
	select {
	case <-g.ready:
	case <-g.closed:
		return 0, g.reason()
	}
	n, err := 0, error(nil)
	if len(g.held) > 0 {
		n = copy(p, g.held)
		g.held = g.held[n:]
	} else {
		n, err = g.Conn.Read(p)
	}
	if bad := g.scan(p[:n]); bad != nil {
		g.fail(bad)
		return 0, bad
	}
	return n, err
}

// greet reads the server's greeting and passes on one of our own in its place, which names capabilities: without them
// go-imap asks for them while it is not set up. What they really are is asked afterwards.
func (g *guard) greet(p []byte) (int, error) {
	var line []byte
	for end := -1; end < 0; end = bytes.IndexByte(line, '\n') {
		n, err := g.Conn.Read(p)
		line = append(line, p[:n]...)
		if err != nil && bytes.IndexByte(line, '\n') < 0 {
			return 0, err
		}
		if len(line) > maxGreeting {
			return 0, g.refuse("a greeting without end")
		}
	}
	first, rest, _ := bytes.Cut(line, []byte("\n"))
	g.greeted, g.held = true, rest
	switch words := bytes.Fields(bytes.ToUpper(first)); {
	case len(words) >= 2 && string(words[0]) == "*" && string(words[1]) == "OK":
		return copy(p, "* OK [CAPABILITY IMAP4rev1] ready\r\n"), nil
	case len(words) >= 2 && string(words[0]) == "*" && string(words[1]) == "BYE":
		return copy(p, "* BYE closing\r\n"), nil
	}
	err := fmt.Errorf("%w: %w", ErrProtocol, ErrNoIMAP) // nor PREAUTH: we sign in ourselves
	g.fail(err)
	return 0, err
}

func (g *guard) refuse(why string) error {
	err := fmt.Errorf("%w: %s", ErrProtocol, why)
	g.fail(err)
	return err
}

// fail closes the connection and remembers the first reason.
func (g *guard) fail(err error) {
	if g.failure.CompareAndSwap(nil, &err) {
		close(g.closed)
	}
	_ = g.Conn.Close()
}

func (g *guard) reason() error {
	if p := g.failure.Load(); p != nil {
		return *p
	}
	return nil
}

func (g *guard) scan(p []byte) error {
	for len(p) > 0 {
		if g.skip > 0 {
			n := min(g.skip, int64(len(p)))
			g.skip -= n
			p = p[n:]
			continue
		}
		if err := g.next(p[0]); err != nil {
			return err
		}
		p = p[1:]
	}
	return nil
}

func (g *guard) next(c byte) error {
	if g.length++; g.length > maxLine {
		return fmt.Errorf("%w: a response of more than %d bytes", ErrProtocol, maxLine)
	}
	if len(g.head) < headLength {
		g.head = append(g.head, c)
	}
	switch c {
	case '(':
		if g.parens++; g.parens > maxParens {
			return fmt.Errorf("%w: lists nested too deeply", ErrProtocol)
		}
		g.atom = 0
	case ' ', ')', '"':
		g.atom = 0
	case '\n':
		return g.endOfLine()
	default:
		if g.atom++; g.atom > maxAtom {
			return fmt.Errorf("%w: a word of more than %d bytes", ErrProtocol, maxAtom)
		}
	}
	if len(g.tail) == 24 {
		copy(g.tail, g.tail[1:])
		g.tail = g.tail[:23]
	}
	g.tail = append(g.tail, c)
	return nil
}

func (g *guard) endOfLine() error {
	if !g.checked {
		if err := checkHead(g.head); err != nil {
			return err
		}
		g.checked = true
	}
	size, literal := literalSize(g.tail)
	if literal {
		if g.literals++; g.literals > maxLiterals || size > g.maxLiteral || isStatus(g.head) {
			return fmt.Errorf("%w: a literal of %d bytes", ErrProtocol, size)
		}
		g.skip, g.tail, g.atom = size, g.tail[:0], 0
		return nil
	}
	g.length, g.atom, g.parens, g.literals, g.checked = 0, 0, 0, 0, false
	g.head, g.tail = g.head[:0], g.tail[:0]
	return nil
}

// literalSize reads "{123}" or "{123+}" at the end of a line (RFC 3501 section 4.3, RFC 7888).
func literalSize(tail []byte) (int64, bool) {
	line := bytes.TrimSuffix(tail, []byte("\r"))
	open := bytes.LastIndexByte(line, '{')
	if open < 0 || !bytes.HasSuffix(line, []byte("}")) {
		return 0, false
	}
	digits := bytes.TrimSuffix(line[open+1:len(line)-1], []byte("+"))
	n, err := strconv.ParseUint(string(digits), 10, 32)
	return int64(n), err == nil
}

// checkHead refuses the responses on which go-imap v1.2.1 indexes past the end of its fields: EXISTS, RECENT, EXPUNGE
// and FETCH without a number in front or (FETCH) without a list behind, whatever their tag.
func checkHead(head []byte) error {
	words := bytes.SplitN(bytes.TrimRight(head, "\r\n"), []byte(" "), 4)
	if len(words) < 2 || string(words[0]) == "+" {
		return nil
	}
	if string(words[0]) != "*" {
		if !isStatus(head) {
			return fmt.Errorf("%w: an unknown tagged response", ErrProtocol)
		}
		return nil
	}
	name := string(bytes.ToUpper(words[1]))
	if !isWord(name) {
		return fmt.Errorf("%w: a response that is not a word", ErrProtocol)
	}
	if _, err := strconv.ParseUint(name, 10, 64); err != nil {
		if name == "EXISTS" || name == "RECENT" || name == "EXPUNGE" || name == "FETCH" {
			return fmt.Errorf("%w: %s without a number", ErrProtocol, name)
		}
		return nil
	}
	if len(words) < 3 || !isWord(string(words[2])) {
		return fmt.Errorf("%w: a number without a word", ErrProtocol)
	}
	if string(bytes.ToUpper(words[2])) == "FETCH" && (len(words) < 4 || !bytes.HasPrefix(words[3], []byte("("))) {
		return fmt.Errorf("%w: FETCH without a list", ErrProtocol)
	}
	return nil
}

// isWord says whether s has only the characters of response names and numbers: no quotes, lists or literals, which
// the client would unpack into names that this check has not seen.
func isWord(s string) bool {
	for _, c := range []byte(s) {
		if (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' && c != '=' && c != '_' {
			return false
		}
	}
	return s != ""
}

// isStatus says whether the response is one of OK, NO, BAD, BYE and PREAUTH, whose text is free.
func isStatus(head []byte) bool {
	words := bytes.SplitN(bytes.TrimRight(head, "\r\n"), []byte(" "), 3)
	if len(words) < 2 {
		return string(words[0]) == "+"
	}
	switch string(words[1]) {
	case "OK", "NO", "BAD", "BYE", "PREAUTH":
		return true
	}
	return string(words[0]) == "+"
}
