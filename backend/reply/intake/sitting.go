package intake

import (
	"context"
	"errors"

	"relais/backend/mailbox"
	"relais/backend/reply"
	"relais/backend/workspace"
)

// sitting is one transaction in which a batch of mails is followed up on, in the
// order in which they came.
type sitting struct {
	s *Service
	*desk
	doubles doubles
	rows    []*Row // to be kept at the end: fresh and changed ones, in order
	fresh   []*Row
	changed []*Row
	said    []requestRow // what they say of each request
}

// followed follows up on the mails in one transaction and gives the replies that
// they became; a newsletter becomes none. A cautious sitting, with a code as its
// reason, records nothing and leaves all to a person.
func (s *Service) followed(ctx context.Context, mails []received, cautious string) ([]Row, error) {
	var rows []Row
	// It is over in a moment: to watch for the end of ctx would cost every statement in it two goroutines.
	err := s.ws.DB.Tx(context.WithoutCancel(ctx), func(ctx context.Context) error {
		return s.ledger.Together(ctx, func(ctx context.Context) error {
			sit, err := s.sit(ctx, mails)
			if err != nil {
				return err
			}
			if err := sit.through(ctx, mails, cautious); err != nil {
				return err
			}
			rows = make([]Row, len(sit.rows))
			for i, row := range sit.rows {
				rows[i] = *row
			}
			return nil
		})
	})
	return rows, err
}

func (s *Service) sit(ctx context.Context, mails []received) (*sitting, error) {
	d, err := s.lay(ctx, mails)
	if err != nil {
		return nil, err
	}
	known, err := s.doublesOf(ctx, mails)
	return &sitting{s: s, desk: d, doubles: known}, err
}

func (t *sitting) through(ctx context.Context, mails []received, cautious string) error {
	before, next, err := t.s.earlier(ctx, mails)
	if err != nil {
		return err
	}
	ids := make([]int64, 0, len(mails))
	for i := range mails {
		m := &mails[i]
		ids = append(ids, m.in.ID)
		if m.newsletter && cautious == "" {
			if err := t.s.aside.Take(ctx, m.in.ID); err != nil {
				return err
			}
			continue
		}
		row, again := before[m.in.ID]
		if !again {
			row = Row{ID: next, InboundID: m.in.ID, Proposed: reply.Review, State: reply.Review, Status: Waiting, ReceivedAt: m.in.InternalDate, ReaderVersion: reply.ReaderVersion}
			next++
			t.fresh = append(t.fresh, &row)
		} else {
			t.changed = append(t.changed, &row)
		}
		t.rows = append(t.rows, &row)
		if again && row.DecidedBy == ByPerson || m.gone {
			continue
		}
		if err := t.handle(ctx, m, &row, again, cautious); err != nil {
			return err
		}
		t.doubles.add(row)
	}
	if err := t.flush(ctx); err != nil {
		return err
	}
	if err := t.s.keep(ctx, t.fresh, t.changed, t.said); err != nil {
		return err
	}
	return t.s.mailbox.MarkRead(ctx, reply.ReaderVersion, ids...)
}

// retake reads one message again.
func (s *Service) retake(ctx context.Context, inboundID int64) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	in, err := s.mailbox.Get(ctx, inboundID)
	if err != nil {
		return err
	}
	mails, err := s.readTogether(ctx, []mailbox.Inbound{in})
	if err != nil {
		return err
	}
	return s.one(ctx, mails[0], &Outcome{})
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
