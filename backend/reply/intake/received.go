package intake

import (
	"context"
	"errors"
	"fmt"
	"net/textproto"
	"runtime"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"relais/backend/mailbox"
	"relais/backend/reply"
	"relais/backend/workspace"
)

// largest is how much of a message is loaded, in bytes: a little more than the reader looks at.
const largest = 4 << 20

// received is a stored message on its way to a reply. It holds nothing that
// changes but what it was read as: that rests on about, and is read again where
// that no longer holds.
type received struct {
	in         mailbox.Inbound
	mail       reply.Mail
	size       int
	gone       bool // retention or an erasure took the bytes
	newsletter bool
	from       string
	id         string // Message-ID
	tokens     []string
	several    bool // tokens stand where there should be one

	sent    *desk // what was known when it was read
	about   reply.Circumstances
	reading reply.Reading
	read    bool // as about says
}

// readTogether loads, takes apart and reads messages on all processors. It
// changes nothing.
func (s *Service) readTogether(ctx context.Context, rows []mailbox.Inbound) ([]received, error) {
	mails, err := s.decode(ctx, rows)
	if err != nil {
		return nil, err
	}
	d, err := s.sent(ctx, mails)
	if err != nil {
		return nil, err
	}
	return mails, inParallel(ctx, len(mails), func(_ context.Context, i int) error {
		mails[i].sent = d
		if !mails[i].gone && !mails[i].newsletter {
			mails[i].understand(d.circumstances(&mails[i]))
		}
		return nil
	})
}

// understand reads the message. It never fails: what the reader cannot read goes
// to a person.
func (m *received) understand(about reply.Circumstances) {
	m.about, m.read = about, true
	unread := reply.Reading{State: reply.Review, Action: reply.ForPerson, From: m.from, Subject: m.mail.Get("Subject"), MessageID: m.id, Doubts: []string{"broken_mime"}}
	defer func() {
		if recover() != nil {
			m.reading = unread
		}
	}()
	var err error
	if m.reading, err = m.mail.Read(about, m.size); err != nil {
		m.reading = unread
	}
}

func (s *Service) decode(ctx context.Context, rows []mailbox.Inbound) ([]received, error) {
	out := make([]received, len(rows))
	return out, inParallel(ctx, len(rows), func(ctx context.Context, i int) (err error) {
		in := rows[i]
		raw := in.Raw
		if in.Raw = nil; raw == nil && in.Size > 0 {
			raw, err = s.mailbox.Raw(ctx, in.ID, largest)
		}
		if errors.Is(err, workspace.ErrNotFound) {
			out[i] = received{in: in, gone: true}
			return nil
		}
		if err != nil {
			return fmt.Errorf("intake: raw: %w", err)
		}
		out[i], err = s.takeApart(ctx, in, raw)
		return err
	})
}

func (s *Service) takeApart(ctx context.Context, in mailbox.Inbound, raw []byte) (received, error) {
	m := received{in: in, mail: takenApart(raw), size: max(len(raw), int(in.Size))}
	m.from = m.mail.From()
	m.id = strings.Trim(strings.TrimSpace(m.mail.Header.Get("Message-Id")), "<>")
	m.tokens, m.several = m.mail.Tokens()
	if in.ReadVersion > 0 {
		return m, nil // read before, as an answer
	}
	var err error
	m.newsletter, err = s.aside.Is(ctx, raw)
	return m, err
}

// takenApart never fails: a message on which the libraries below panic is one
// without words, and goes to a person.
func takenApart(raw []byte) (m reply.Mail) {
	defer func() {
		if recover() != nil {
			m = reply.Mail{Header: textproto.MIMEHeader{}, Trouble: []string{"broken_mime"}}
		}
	}()
	return reply.Decode(raw)
}

// inParallel does it for each of n on all processors. A goroutine takes one after the other, so that the stack that
// reading needs grows once and not for each message.
func inParallel(ctx context.Context, n int, do func(ctx context.Context, i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	var taken atomic.Int64
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() error {
			for i := int(taken.Add(1)) - 1; i < n; i = int(taken.Add(1)) - 1 {
				if err := do(ctx, i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}
