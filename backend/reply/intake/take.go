package intake

import (
	"context"
	"errors"
	"fmt"
	"net/textproto"
	"runtime"

	"golang.org/x/sync/errgroup"

	"relais/backend/mailbox"
	"relais/backend/reply"
	"relais/backend/workspace"
)

const (
	// batch is how many messages are loaded, and followed up on in one transaction.
	batch = 50
	// largest is how much of a message is loaded, in bytes: a little more than the reader looks at.
	largest = 4 << 20
)

// Take reads every message that no reader has read, oldest first, and follows
// up on them, a batch in one transaction. A message that cannot be handled waits
// for a person; it never stops the others. What was done before ctx ended stays.
func (s *Service) Take(ctx context.Context, progress func(done, total int)) (Outcome, error) {
	return s.take(ctx, 1, progress)
}

// TakeAgain reads again what an older version of the reader read. What a person
// decided stays as it is.
func (s *Service) TakeAgain(ctx context.Context, progress func(done, total int)) (Outcome, error) {
	return s.take(ctx, reply.ReaderVersion, progress)
}

// take reads what a reader below the version has read, or none.
func (s *Service) take(ctx context.Context, version int, progress func(done, total int)) (Outcome, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	var out Outcome
	total, err := s.mailbox.CountBefore(ctx, version, 0)
	if err != nil || total == 0 {
		return out, err
	}
	var after int64
	for done := 0; ; {
		rows, err := s.mailbox.ReadBefore(ctx, version, after, batch)
		if err != nil || len(rows) == 0 {
			return out, err
		}
		mails, err := s.decode(ctx, rows)
		if err != nil {
			return out, err
		}
		after = rows[len(rows)-1].ID
		if err := s.all(ctx, rows, mails, &out); err != nil {
			return out, err
		}
		done += len(rows)
		if progress != nil {
			progress(done, max(done, total))
		}
	}
}

// all follows up on a batch in one transaction, since a commit costs more than
// the work in it. Where one of them fails, nothing has happened, and each is taken
// by itself.
func (s *Service) all(ctx context.Context, rows []mailbox.Inbound, mails []decoded, out *Outcome) error {
	done := make([]Row, len(rows))
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		for i, in := range rows {
			var err error
			if done[i], err = s.taken(ctx, in, mails[i], ""); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		for _, row := range done {
			out.count(row)
		}
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for i, in := range rows {
		if err := s.one(ctx, in, mails[i], out); err != nil {
			return err
		}
	}
	return nil
}

// taken handles one message and marks it as read, in the transaction of ctx.
func (s *Service) taken(ctx context.Context, in mailbox.Inbound, d decoded, cautious string) (Row, error) {
	row, err := s.handle(ctx, in, d, cautious)
	if err != nil {
		return row, err
	}
	return row, s.mailbox.MarkRead(ctx, in.ID, reply.ReaderVersion)
}

// decoded is a message whose bytes were taken apart, or gone.
type decoded struct {
	mail reply.Mail
	size int
	gone bool
}

// decode takes the messages of a batch apart on all processors: it costs more
// than all that follows.
func (s *Service) decode(ctx context.Context, rows []mailbox.Inbound) ([]decoded, error) {
	out := make([]decoded, len(rows))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, in := range rows {
		group.Go(func() error {
			raw, err := s.mailbox.Raw(ctx, in.ID, largest)
			if errors.Is(err, workspace.ErrNotFound) {
				out[i].gone = true
				return nil
			}
			if err != nil {
				return fmt.Errorf("intake: raw: %w", err)
			}
			out[i] = takenApart(raw)
			out[i].size = max(len(raw), int(in.Size))
			return nil
		})
	}
	return out, group.Wait()
}

// takenApart never fails: a message on which the libraries below panic is one
// without words, and goes to a person.
func takenApart(raw []byte) (d decoded) {
	defer func() {
		if recover() != nil {
			d = decoded{mail: reply.Mail{Header: textproto.MIMEHeader{}, Trouble: []string{"broken_mime"}}}
		}
	}()
	return decoded{mail: reply.Decode(raw)}
}

func (s *Service) one(ctx context.Context, in mailbox.Inbound, d decoded, out *Outcome) error {
	var row Row
	handle := func(cautious string) error {
		return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
			var err error
			row, err = s.taken(ctx, in, d, cautious)
			return err
		})
	}
	err := handle("")
	if err != nil && ctx.Err() == nil && !fatal(err) {
		// Whatever went wrong with this one, the others must not wait for it: a
		// person sees it, with nothing recorded.
		s.ws.Log.Warn("reply not followed up", "inbound", in.ID, "code", codeOf(err))
		err = handle(codeOf(err))
	}
	if err != nil {
		return fmt.Errorf("intake: message %d: %w", in.ID, err)
	}
	out.count(row)
	return nil
}

// fatal are faults of the workspace itself: no other message would fare better.
func fatal(err error) bool {
	for _, code := range []string{"disk_full", "workspace_not_writable", "database_damaged", "workspace_read_only"} {
		if errors.Is(err, workspace.NewFault(code)) {
			return true
		}
	}
	return false
}

func codeOf(err error) string {
	var fault *workspace.Fault
	if errors.As(err, &fault) {
		return fault.Code
	}
	return "unexpected"
}
