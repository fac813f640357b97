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
	batch      = 500
	batchBytes = 4 << 20
	countEvery = 5 // batches
)

// Take reads every message that no reader has read, oldest first, and follows
// up on them, a batch in one transaction. A message that cannot be handled waits
// for a person; it never stops the others. What was done before ctx ended stays.
func (s *Service) Take(ctx context.Context, progress func(done, total int)) (Outcome, error) {
	return s.take(ctx, 1, arrived(), progress)
}

// TakeWhile is Take of what there is and of all that arrive stores meanwhile: it
// calls stored whenever there is more. An error of arrive is told once what did
// arrive is followed up on.
func (s *Service) TakeWhile(ctx context.Context, arrive func(ctx context.Context, stored func()) error, progress func(done, total int)) (Outcome, error) {
	news := arrivals{more: make(chan struct{}, 1), ended: make(chan struct{})}
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	var broken error
	go func() {
		defer close(news.ended)
		defer func() {
			if p := recover(); p != nil {
				broken = fmt.Errorf("intake: arrivals: %v", p)
			}
		}()
		broken = arrive(within, news.tell)
	}()
	out, err := s.take(ctx, 1, news, progress)
	if err != nil {
		cancel()
	}
	<-news.ended
	if err == nil {
		err = broken
	}
	return out, err
}

// TakeAgain reads again what an older version of the reader read. What a person
// decided stays as it is.
func (s *Service) TakeAgain(ctx context.Context, progress func(done, total int)) (Outcome, error) {
	return s.take(ctx, reply.ReaderVersion, arrived(), progress)
}

// arrivals tell that more messages are stored, until no more come.
type arrivals struct{ more, ended chan struct{} }

// arrived says that no more come.
func arrived() arrivals {
	a := arrivals{more: make(chan struct{}, 1), ended: make(chan struct{})}
	close(a.ended)
	return a
}

func (a arrivals) tell() {
	select {
	case a.more <- struct{}{}:
	default: // told already
	}
}

// wait returns when there may be more; last says that nothing comes after that.
func (a arrivals) wait(ctx context.Context) (last bool, err error) {
	select {
	case <-a.ended:
		return true, nil
	case <-a.more:
		return false, nil
	case <-ctx.Done():
		return false, ctx.Err()
	}
}

// take reads what a reader below the version has read, or none: the next batch is
// read on all processors while one is followed up on, in the order in which they came.
func (s *Service) take(ctx context.Context, version int, news arrivals, progress func(done, total int)) (Outcome, error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	var out Outcome
	group, within := errgroup.WithContext(ctx)
	batches := make(chan []received)
	group.Go(func() error {
		defer close(batches)
		return s.readAll(within, version, news, batches)
	})
	group.Go(func() error {
		tally := tally{s: s, version: version, progress: progress}
		for mails := range batches {
			if err := s.all(within, mails, &out); err != nil {
				return err
			}
			if err := tally.add(within, mails); err != nil {
				return err
			}
		}
		tally.tell() // again, for who waits for no more to come
		return nil
	})
	err := group.Wait()
	if ctx.Err() != nil {
		return out, ctx.Err()
	}
	return out, err
}

// tally tells how far a reading is. More may arrive at any time: it counts again now and then, and where nothing seems
// to be left.
type tally struct {
	s                   *Service
	version             int
	progress            func(done, total int)
	done, left, batches int
}

func (t *tally) add(ctx context.Context, mails []received) (err error) {
	t.done += len(mails)
	if t.progress == nil {
		return nil
	}
	t.left -= len(mails)
	if t.batches++; t.left <= 0 || t.batches%countEvery == 0 {
		if t.left, err = t.s.mailbox.CountBefore(ctx, t.version, mails[len(mails)-1].in.ID); err != nil {
			return err
		}
	}
	t.tell()
	return nil
}

func (t *tally) tell() {
	if t.progress != nil && t.done > 0 {
		t.progress(t.done, t.done+t.left)
	}
}

// readAll reads batch after batch and hands them over, until no more come.
func (s *Service) readAll(ctx context.Context, version int, news arrivals, batches chan<- []received) error {
	var after int64
	for last := false; ; {
		rows, err := s.mailbox.ReadBefore(ctx, version, after, batch)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			if last {
				return nil
			}
			if last, err = news.wait(ctx); err != nil {
				return err
			}
			continue
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
// has happened, and each half is taken by itself, down to the one.
func (s *Service) all(ctx context.Context, mails []received, out *Outcome) error {
	rows, err := s.followed(ctx, mails, "")
	if err == nil {
		out.count(rows)
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if len(mails) == 1 {
		return s.one(ctx, mails[0], out)
	}
	half := len(mails) / 2
	if err := s.all(ctx, mails[:half], out); err != nil {
		return err
	}
	return s.all(ctx, mails[half:], out)
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
