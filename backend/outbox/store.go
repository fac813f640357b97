package outbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// maxSMTPText bounds what is kept of a server's words.
const maxSMTPText = 300

// one reads the single message that cond selects, without its bytes; workspace.ErrNotFound where there is none.
func (s *Service) one(ctx context.Context, cond string, arg any) (Message, error) {
	var m Message
	err := s.ws.DB.Read(ctx).Omit("raw").Where(cond, arg).Take(&m).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return m, workspace.ErrNotFound
	}
	if err != nil {
		return m, fmt.Errorf("outbox: read: %w", err)
	}
	return m, nil
}

// move changes a message's state and tells the listeners. Only the states that may follow are accepted.
func (s *Service) move(ctx context.Context, m *Message, to State, code string) error {
	if !follows(m.State, to) {
		return fmt.Errorf("outbox: message %d cannot go from %s to %s", m.ID, m.State, to)
	}
	now := workspace.At(s.ws.Now())
	fields := map[string]any{"state": to, "code": code, "changed_at": now}
	if to != Claimed && to != SMTPStarted {
		fields["lease_owner"], fields["lease_until"] = "", nil
	}
	if to == SMTPStarted {
		fields["started_at"], fields["attempts"] = now, m.Attempts+1
		m.StartedAt, m.Attempts = &now, m.Attempts+1
	}
	if to == Sent {
		fields["sent_at"] = now
		if m.StartedAt != nil && m.State == Unknown {
			fields["sent_at"] = *m.StartedAt // settled later, but it left then
		}
	}
	res := s.ws.DB.Write(ctx).Model(&Message{}).Where("id = ? AND state = ?", m.ID, m.State).Updates(fields)
	if res.Error != nil {
		return fmt.Errorf("outbox: move: %w", res.Error)
	}
	if res.RowsAffected != 1 {
		return fmt.Errorf("outbox: message %d is no longer %s", m.ID, m.State)
	}
	m.State, m.Code, m.ChangedAt = to, code, now
	return s.tell(ctx, *m)
}

// follows is the state machine. From smtp_started no way leads back to queued: only the server's own refusal
// (deferred, rejected) or a connection that broke before the end of the message makes it certain that it did not go.
func follows(from, to State) bool {
	switch from {
	case Queued, Deferred:
		return to == Claimed || to == Cancelled || to == Rejected
	case Claimed:
		return to == Queued || to == SMTPStarted || to == Deferred || to == Rejected || to == Cancelled
	case SMTPStarted:
		return to == Sent || to == Rejected || to == Deferred || to == Unknown
	case Unknown:
		return to == Sent || to == Queued // queued again by a person alone
	default:
		return false
	}
}

// attempted records one try.
func (s *Service) attempted(ctx context.Context, id int64, outcome State, step string, cause error) error {
	a := Attempt{MessageID: id, At: workspace.At(s.ws.Now()), Outcome: outcome, Step: step}
	var refusal *Refusal
	if errors.As(cause, &refusal) {
		a.SMTPCode, a.SMTPText = refusal.Code, clip(refusal.Text, maxSMTPText)
	}
	return s.ws.DB.Write(ctx).Create(&a).Error
}

// recoverOrphans settles what an earlier run of the program left: claimed messages were not begun and go back; begun
// ones may have gone and become unknown.
func (s *Service) recoverOrphans(ctx context.Context) (unknown int, err error) {
	err = s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var rows []Message
		err := s.ws.DB.Write(ctx).Omit("raw").Where("state IN ? AND lease_owner <> ?", []State{Claimed, SMTPStarted}, s.owner).Find(&rows).Error
		if err != nil {
			return fmt.Errorf("outbox: recover: %w", err)
		}
		for _, m := range rows {
			to, code := Queued, ""
			if m.State == SMTPStarted {
				to, code = Unknown, "interrupted"
				unknown++
			}
			if err := s.move(ctx, &m, to, code); err != nil {
				return err
			}
			if to == Unknown {
				if err := s.attempted(ctx, m.ID, Unknown, "dot", nil); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return unknown, err
}

// due lists messages that may leave now, oldest first, without those already held back in this run.
func (s *Service) due(ctx context.Context, after int64, limit int) ([]Message, error) {
	var rows []Message
	err := s.ws.DB.Write(ctx).Omit("raw").
		Where("state IN ? AND NOT quarantined AND id > ? AND (not_before IS NULL OR not_before <= ?)", []State{Queued, Deferred}, after, workspace.At(s.ws.Now())).
		Order("id").Limit(limit).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("outbox: due: %w", err)
	}
	return rows, nil
}

// room says how long to wait until the account may send one more; 0 means now.
func (s *Service) room(ctx context.Context, id Identity) (time.Duration, error) {
	now := s.ws.Now()
	var wait time.Duration
	for _, l := range id.Limits {
		var nth []workspace.Instant
		// The oldest event that still counts against a full window frees its place when it leaves the window.
		err := s.ws.DB.Write(ctx).Model(&rateEvent{}).Where("account = ? AND at > ?", id.Account, workspace.At(now.Add(-l.Within))).
			Order("at DESC").Offset(l.Messages-1).Limit(1).Pluck("at", &nth).Error
		if err != nil {
			return 0, fmt.Errorf("outbox: limits: %w", err)
		}
		if len(nth) == 1 {
			wait = max(wait, nth[0].Time().Add(l.Within).Sub(now))
		}
	}
	return wait, nil
}

// spend counts one message against the limits, and forgets what no limit looks at any more.
func (s *Service) spend(ctx context.Context, account string) error {
	now := s.ws.Now()
	if err := s.ws.DB.Write(ctx).Create(&rateEvent{Account: account, At: workspace.At(now)}).Error; err != nil {
		return fmt.Errorf("outbox: limits: %w", err)
	}
	return nil
}

func (s *Service) forgetRates(ctx context.Context) error {
	old := workspace.At(s.ws.Now().Add(-31 * 24 * time.Hour))
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		return s.ws.DB.Write(ctx).Where("at < ?", old).Delete(&rateEvent{}).Error
	})
}

func clip(s string, n int) string {
	if len(s) > n {
		s = s[:n]
	}
	return s
}
