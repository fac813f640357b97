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
	batch = 50
	// largest is how much of a message is loaded, in bytes: a little more than the reader looks at.
	largest = 4 << 20
)

// Take reads every message that no reader has read, oldest first, and follows
// up on each in a transaction of its own. A message that cannot be handled waits
// for a person; it never stops the others. What was done before ctx ended stays.
func (s *Service) Take(ctx context.Context, progress func(done, total int)) (Outcome, error) {
	return s.take(ctx, progress, func(ctx context.Context, _ int64) ([]mailbox.Inbound, error) {
		return s.mailbox.Pending(ctx, batch)
	})
}

// TakeAgain reads again what an older version of the reader read. What a person
// decided stays as it is.
func (s *Service) TakeAgain(ctx context.Context, progress func(done, total int)) (Outcome, error) {
	return s.take(ctx, progress, func(ctx context.Context, after int64) ([]mailbox.Inbound, error) {
		return s.mailbox.ReadBefore(ctx, reply.ReaderVersion, after, batch)
	})
}

func (s *Service) take(ctx context.Context, progress func(done, total int), next func(context.Context, int64) ([]mailbox.Inbound, error)) (Outcome, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	var out Outcome
	var after int64
	for done := 0; ; {
		rows, err := next(ctx, after)
		if err != nil || len(rows) == 0 {
			return out, err
		}
		mails, err := s.decode(ctx, rows)
		if err != nil {
			return out, err
		}
		for i, in := range rows {
			after = in.ID
			if err := s.one(ctx, in, mails[i], &out); err != nil {
				return out, err
			}
			done++
			if progress != nil {
				progress(done, 0)
			}
		}
	}
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
			row, err = s.handle(ctx, in, d, cautious)
			if err != nil {
				return err
			}
			return s.mailbox.MarkRead(ctx, in.ID, reply.ReaderVersion)
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
	switch row.Status {
	case Handled:
		out.Recorded++
	case Waiting:
		out.Review++
	default:
		out.Ignored++
	}
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
