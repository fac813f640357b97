package window

import (
	"context"

	"relais/backend/campaign"
)

// SendRules are what goes by itself, off until HR turns it on.
type SendRules struct {
	Digests       bool `json:"digests"`
	DigestDays    int  `json:"digestDays"`
	DigestItems   int  `json:"digestItems"`
	Reminders     bool `json:"reminders"`
	ReminderAfter int  `json:"reminderAfter"`
	Thanks        bool `json:"thanks"`
}

// Rules gives them.
func (s *Send) Rules() (SendRules, error) {
	return call(s.w.app, "Send.Rules", func() (SendRules, error) {
		d, err := s.w.app.Campaigns.DigestRules(context.Background())
		if err != nil {
			return SendRules{}, err
		}
		r, err := s.w.app.Campaigns.ReminderRules(context.Background())
		if err != nil {
			return SendRules{}, err
		}
		thanks, err := s.w.app.ThanksOn(context.Background())
		return SendRules{d.On, d.EveryDays, d.Most, r.On, r.AfterDays, thanks}, err
	})
}

// SetRules keeps them.
func (s *Send) SetRules(r SendRules) error {
	return do(s.w.app, "Send.SetRules", func() error {
		ctx := context.Background()
		if err := s.w.app.Campaigns.SetDigestRules(ctx, campaign.DigestRules{On: r.Digests, EveryDays: r.DigestDays, Most: r.DigestItems}); err != nil {
			return err
		}
		if err := s.w.app.Campaigns.SetReminderRules(ctx, campaign.ReminderRules{On: r.Reminders, AfterDays: r.ReminderAfter}); err != nil {
			return err
		}
		return s.w.app.SetThanks(ctx, r.Thanks)
	})
}

// DigestsDue says how many digests would go now, and DigestNow queues them.
func (s *Send) DigestsDue() (int, error) {
	return call(s.w.app, "Send.DigestsDue", func() (int, error) {
		ctx := context.Background()
		r, err := s.w.app.Campaigns.DigestRules(ctx)
		if err != nil {
			return 0, err
		}
		due, err := s.w.app.Campaigns.DueDigests(ctx, r)
		return len(due), err
	})
}

// DigestNow queues the digests that are due and gives how many.
func (s *Send) DigestNow() (int, error) {
	return call(s.w.app, "Send.DigestNow", func() (int, error) {
		ctx := context.Background()
		r, err := s.w.app.Campaigns.DigestRules(ctx)
		if err != nil {
			return 0, err
		}
		return s.w.app.Campaigns.DigestNow(ctx, r)
	})
}
