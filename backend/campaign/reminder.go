package campaign

import (
	"context"
	"errors"
	"fmt"

	"relais/backend/campaign/letter"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// reminderKey is the setting of reminders.
const reminderKey = "campaign.reminder"

// ReminderRules say whether those who said 'later' are reminded by themselves. Off until HR turns them on.
type ReminderRules struct {
	On        bool `json:"on"`
	AfterDays int  `json:"afterDays"` // where the answer named no day; 7 at first
}

// ReminderRules gives the rules as HR set them.
func (s *Service) ReminderRules(ctx context.Context) (ReminderRules, error) {
	r := ReminderRules{AfterDays: 7}
	_, err := s.ws.Settings.Get(ctx, reminderKey, &r)
	return r, err
}

// SetReminderRules keeps them.
func (s *Service) SetReminderRules(ctx context.Context, r ReminderRules) error {
	if r.AfterDays < 1 || r.AfterDays > 90 {
		return workspace.NewFault("reminder_range")
	}
	return s.ws.Settings.Set(ctx, reminderKey, r)
}

// SendReminders queues a reminder for each request that was put off and is due. One request is reminded once at most.
// It gives how many; where reminders are off, none.
func (s *Service) SendReminders(ctx context.Context) (int, error) {
	r, err := s.ReminderRules(ctx)
	if err != nil || !r.On {
		return 0, err
	}
	return s.RemindNow(ctx, r)
}

// RemindNow queues the reminders that are due, whether or not they go by themselves.
func (s *Service) RemindNow(ctx context.Context, r ReminderRules) (int, error) {
	n := 0
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var due []Request
		before := workspace.At(s.ws.Now().AddDate(0, 0, -r.AfterDays))
		err := s.ws.DB.Read(ctx).Where(`state = ? AND reminded_at IS NULL AND reminder_message_id IS NULL
			AND (deferred_until <= ? OR deferred_until IS NULL AND answered_at <= ?)`, Deferred, s.today(), before).Order("id").Find(&due).Error
		if err != nil {
			return fmt.Errorf("campaign: reminders: %w", err)
		}
		for _, request := range due {
			queued, err := s.remind(ctx, request)
			if err != nil {
				return err
			}
			if queued {
				n++
			}
		}
		return nil
	})
	return n, err
}

// remind queues one reminder; false where the post or the person no longer allows it.
func (s *Service) remind(ctx context.Context, r Request) (bool, error) {
	p, candidates, err := s.audienceInTx(ctx, r.PostID)
	if err != nil || s.sendable(p) != nil {
		return false, err
	}
	for _, c := range candidates {
		if c.ID != r.StaffID {
			continue
		}
		for _, h := range c.Hard {
			if h.Code != "already" && h.Code != "cap_asks" { // the ask itself was counted when it was made
				return false, nil
			}
		}
		company, err := s.ws.Settings.Company(ctx)
		if err != nil {
			return false, err
		}
		offers := deal(p, company.Name, []staff.Advocate{c.Advocate}, map[int64][]Reason{c.ID: c.Why})
		if len(offers) == 0 || offers[0].broken() != nil {
			return false, nil
		}
		m := s.requestMail(company, p, offers[0])
		frame, item := frameOf(company, c.Advocate), offers[0].item(p, 0)
		m.Kind = MailReminder
		m.Write = func(replyTo, token string) letter.Letter {
			frame.ReplyTo, frame.Token = replyTo, token
			return letter.Reminder(frame, item)
		}
		ids, err := s.outbox.Queue(ctx, []Mail{m})
		if errors.Is(err, workspace.NewFault("letter_too_large")) {
			return false, nil // the request itself just fitted: no reason to hold up the others
		}
		if err != nil {
			return false, err
		}
		return true, s.updateRequest(ctx, r.ID, map[string]any{"reminder_message_id": ids[0]})
	}
	return false, nil
}
