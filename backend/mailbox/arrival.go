package mailbox

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"relais/backend/mailbox/wire"
)

// MaxMessage is the most that is kept of one message, in bytes: twice what providers commonly accept. What is longer
// is cut there, marked as truncated, and goes to a person.
const MaxMessage = 64 << 20

// filesDir is where large messages live, under the workspace's folder.
const filesDir = "mail"

var errNotGiven = errors.New("mailbox: listed, but not given")

// localError is a failure of this machine (a full disk), not of the server.
type localError struct{ error }

func (e localError) Unwrap() error { return e.error }

func isLocal(err error) bool {
	var l localError
	return errors.As(err, &l)
}

// arrival is a message between the wire and the database: in memory, or in a temporary file where it is large.
type arrival struct {
	uid       uint32
	date      time.Time
	size      int64
	raw       []byte
	file      string // temporary file, with its hash known
	hash      string
	truncated bool
	vanished  bool
}

// discard removes the temporary file where it was not taken over.
func (a arrival) discard() {
	if a.file != "" {
		_ = os.Remove(a.file)
	}
}

// spool fetches a message part by part, into memory while it is small and into a file from there on.
func (p *pass) spool(ctx context.Context, uid uint32) (a arrival, err error) {
	sum := sha256.New()
	var file *os.File
	defer func() {
		if file != nil {
			err = errors.Join(err, local(file.Sync()), local(file.Close()))
		}
	}()
	for {
		part, ok, err := p.client.Part(ctx, uid, a.size)
		if err != nil {
			return a, err
		}
		if !ok && a.size == 0 {
			return a, errNotGiven
		}
		if a.size == 0 && len(part) < wire.PartSize && len(part) <= inlineBytes {
			a.raw, a.size = part, int64(len(part))
			return a, nil
		}
		if file == nil {
			if file, err = p.s.temporary(); err != nil {
				return a, local(err)
			}
			a.file = file.Name()
		}
		if keep := MaxMessage - a.size; int64(len(part)) > keep {
			part, a.truncated = part[:keep], true
		}
		if _, err := io.MultiWriter(file, sum).Write(part); err != nil {
			return a, local(err)
		}
		a.size += int64(len(part))
		a.hash = hexSum(sum)
		if a.truncated || len(part) < wire.PartSize {
			return a, nil
		}
	}
}

func local(err error) error {
	if err == nil {
		return nil
	}
	return localError{fmt.Errorf("mailbox: %w", err)}
}

func (s *Service) temporary() (*os.File, error) {
	dir := filepath.Join(s.ws.Dir, filesDir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return os.CreateTemp(dir, "incoming-*.part")
}

// digest fills in the hash and gives the fingerprint.
func (a *arrival) digest() (fingerprint string) {
	if a.file == "" {
		sum := sha256.Sum256(a.raw)
		a.hash = hex.EncodeToString(sum[:])
	}
	return fingerprintOf(a.head())
}

// head gives the first bytes of the message: header fields and the begin of the body.
func (a *arrival) head() []byte {
	const most = 256 << 10
	if a.file == "" {
		return a.raw[:min(len(a.raw), 2<<20)]
	}
	file, err := os.Open(a.file)
	if err != nil {
		return nil
	}
	defer file.Close() //nolint:errcheck // only read
	head, _ := io.ReadAll(io.LimitReader(file, most))
	return head
}

// fingerprintOf recognises a message whose header fields a server has added to: the hash of Message-ID, From, Date and
// the body. Without a Message-ID there is none: two short mails of one minute could be alike.
func fingerprintOf(raw []byte) string {
	fields, body, ok := identity(raw)
	if !ok {
		fields, body = identityOfAny(raw)
	}
	if strings.TrimSpace(fields[0]) == "" {
		return ""
	}
	sum := sha256.New()
	for _, field := range fields {
		fmt.Fprintf(sum, "%s\x00", strings.Join(strings.Fields(field), " "))
	}
	sumLines(sum, body)
	return hexSum(sum)
}

// sumLines writes the body with lines that end in LF, and none at its end: servers differ in both.
func sumLines(sum hash.Hash, body []byte) {
	for {
		rest, ended := bytes.CutSuffix(body, []byte("\n"))
		if !ended {
			break
		}
		body = bytes.TrimSuffix(rest, []byte("\r"))
	}
	for {
		end := bytes.Index(body, []byte("\r\n"))
		if end < 0 {
			sum.Write(body)
			return
		}
		sum.Write(body[:end])
		body = body[end+1:]
	}
}

var identifying = [3]string{"Message-Id", "From", "Date"}

// identityOfAny gives the identifying fields and the body of whatever net/mail can read; nothing of the rest.
func identityOfAny(raw []byte) (fields [3]string, body []byte) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return fields, nil
	}
	for i, name := range identifying {
		fields[i] = m.Header.Get(name)
	}
	body, _ = io.ReadAll(m.Body)
	return fields, body
}

// identity is identityOfAny of a message whose head is well formed, in a fraction of its time; false of any other.
func identity(raw []byte) (fields [3]string, body []byte, ok bool) {
	var seen [3]bool
	for current, first := -1, true; ; first = false {
		line, rest, ended := bytes.Cut(raw, []byte("\n"))
		line, raw = bytes.TrimSuffix(line, []byte("\r")), rest
		switch {
		case !ended || bytes.IndexByte(line, '\r') >= 0:
			return fields, nil, false
		case len(line) == 0:
			return fields, rest, true
		case line[0] != ' ' && line[0] != '\t':
			colon := bytes.IndexByte(line, ':')
			if !isFieldName(line[:max(colon, 0)]) {
				return fields, nil, false
			}
			current = slices.IndexFunc(identifying[:], func(name string) bool { return strings.EqualFold(name, string(line[:colon])) })
			if current >= 0 && seen[current] {
				current = -1 // the first one counts
			}
			if current >= 0 {
				seen[current], fields[current] = true, string(line[colon+1:])
			}
		case first:
			return fields, nil, false
		case current >= 0:
			fields[current] += " " + string(line)
		}
	}
}

func isFieldName(name []byte) bool {
	for _, c := range name {
		if !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-') {
			return false
		}
	}
	return len(name) > 0
}

func hexSum(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }
