package intake

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"

	"relais/backend/mailbox"
	"relais/backend/reply"
)

const (
	// batch and batchBytes are how many messages are read together, and followed up on in one transaction: a commit
	// costs more than the work in it, and what they need is asked of the database once. A larger one is alone.
	batch      = 100
	batchBytes = 4 << 20
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

// take reads what a reader below the version has read, or none: the next batch is
// read on all processors while one is followed up on, in the order in which they came.
func (s *Service) take(ctx context.Context, version int, progress func(done, total int)) (Outcome, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	var out Outcome
	total, err := s.mailbox.CountBefore(ctx, version, 0)
	if err != nil || total == 0 {
		return out, err
	}
	group, within := errgroup.WithContext(ctx)
	batches := make(chan []received)
	group.Go(func() error {
		defer close(batches)
		return s.readAll(within, version, batches)
	})
	group.Go(func() error {
		done := 0
		for mails := range batches {
			if err := s.all(within, mails, &out); err != nil {
				return err
			}
			done += len(mails)
			if progress != nil {
				progress(done, max(done, total))
			}
		}
		return nil
	})
	err = group.Wait()
	if ctx.Err() != nil {
		return out, ctx.Err()
	}
	return out, err
}

// readAll reads batch after batch and hands them over.
func (s *Service) readAll(ctx context.Context, version int, batches chan<- []received) error {
	var after int64
	for {
		rows, err := s.mailbox.ReadBefore(ctx, version, after, batch)
		if err != nil || len(rows) == 0 {
			return err
		}
		rows = atOnce(rows)
		after = rows[len(rows)-1].ID
		mails, err := s.readTogether(ctx, rows)
		if err != nil {
			return err
		}
		select {
		case batches <- mails:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// atOnce gives as many of the rows as may be in memory together, at least one.
func atOnce(rows []mailbox.Inbound) []mailbox.Inbound {
	var size int64
	for i, row := range rows {
		if size += min(row.Size, largest); size > batchBytes && i > 0 {
			return rows[:i]
		}
	}
	return rows
}

// all follows up on a batch in one transaction. Where one of them fails, nothing
// has happened, and each is taken by itself.
func (s *Service) all(ctx context.Context, mails []received, out *Outcome) error {
	rows, err := s.followed(ctx, mails, "")
	if err == nil {
		out.count(rows)
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	for _, m := range mails {
		if err := s.one(ctx, m, out); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) one(ctx context.Context, m received, out *Outcome) error {
	rows, err := s.followed(ctx, []received{m}, "")
	if err != nil && ctx.Err() == nil && !fatal(err) {
		// Whatever went wrong with this one, the others must not wait for it: a
		// person sees it, with nothing recorded.
		s.ws.Log.Warn("reply not followed up", "inbound", m.in.ID, "code", codeOf(err))
		rows, err = s.followed(ctx, []received{m}, codeOf(err))
	}
	if err != nil {
		return fmt.Errorf("intake: message %d: %w", m.in.ID, err)
	}
	out.count(rows)
	return nil
}
