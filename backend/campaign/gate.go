package campaign

import (
	"context"
	"fmt"

	"relais/backend/staff"
	"relais/backend/workspace"
)

// Leaving is a message that is about to leave.
type Leaving struct {
	MessageID int64
	Kind      string
	StaffID   int64
	CreatedAt workspace.Instant
}

// purposes say what each kind of mail is, in the words of staff; a kind that is not here needs no leave of a person.
var purposes = map[string]string{
	"invitation": staff.ForInvitation, "confirmation": staff.ForConfirmation,
	MailRequest: staff.ForMember, MailDigest: staff.ForMember, MailReminder: staff.ForMember, "thanks": staff.ForMember, "review": staff.ForMember,
}

// MayStillSend says, right before a message leaves, whether it still may: membership, pause, restriction and address
// of the person, their caps, a leave that waits for a decision, and what became of the post and of the dispatch. A
// code that begins with 'hold_' keeps the message for a later time.
func (s *Service) MayStillSend(ctx context.Context, m Leaving) (bool, string, error) {
	purpose, ok := purposes[m.Kind]
	if !ok {
		return true, "", nil
	}
	may, code, err := s.people.MayReceive(ctx, m.StaffID, purpose)
	if err != nil || !may {
		return false, code, err
	}
	if purpose == staff.ForConfirmation {
		return true, "", nil
	}
	if s.held != nil {
		waits, err := s.held(ctx, m.StaffID)
		if err != nil || waits {
			return false, "hold_reply", err
		}
	}
	if code, err := s.postsStill(ctx, m); code != "" || err != nil {
		return false, code, err
	}
	code, err = s.capsStill(ctx, m)
	return code == "" && err == nil, code, err
}

// postsStill looks at what the message carries and at the dispatch that it belongs to.
func (s *Service) postsStill(ctx context.Context, m Leaving) (string, error) {
	if m.Kind != MailRequest && m.Kind != MailDigest && m.Kind != MailReminder {
		return "", nil
	}
	rows, err := s.store.carried(ctx, m.MessageID)
	if err != nil {
		return "", err
	}
	good := 0
	code := "request_gone"
	for _, r := range rows {
		switch {
		case r.Dispatch == string(Paused):
			return "hold_dispatch", nil
		case r.Dispatch == string(Cancelled) || r.State == Called:
			code = "dispatch_cancelled"
		case r.Post == "expired" || r.ExpiresOn != "" && r.ExpiresOn < s.today() || r.Article == "expired":
			code = "post_expired"
		case r.Post != "approved" || r.Article == "discarded":
			code = "post_withdrawn"
		case r.Refused:
			code = "topic_refused"
		case r.State == Shared || r.State == Read || r.State == Declined:
			code = "answered"
		default:
			good++
		}
	}
	// A letter is frozen: where one item of a digest became wrong, the whole waits for the next one.
	if good == len(rows) && good > 0 {
		return "", nil
	}
	return code, nil
}

// capsStill counts what left before: the message itself and those queued behind it do not count against it.
func (s *Service) capsStill(ctx context.Context, m Leaving) (string, error) {
	if m.Kind == "invitation" {
		return "", nil
	}
	people, err := s.capsOf(ctx, m.StaffID)
	if err != nil {
		return "", err
	}
	mails, asks, isAsk, err := s.store.sentBefore(ctx, m.StaffID, m.MessageID, s.monthStart())
	if err != nil {
		return "", err
	}
	if mails >= people.Mails {
		return "cap_mails", nil
	}
	if isAsk && m.Kind == MailRequest && asks >= people.Asks {
		return "cap_asks", nil
	}
	return "", nil
}

// capsOf reads one person's caps over the programme's own.
func (s *Service) capsOf(ctx context.Context, staffID int64) (staff.Caps, error) {
	caps := staff.Caps{Asks: 1, Mails: 4}
	if _, err := s.ws.Settings.Get(ctx, "staff.caps", &caps); err != nil {
		return caps, err
	}
	var rows []struct{ Asks, Mails *int }
	err := s.ws.DB.Read(ctx).Raw("SELECT cap_asks_month AS asks, cap_mails_month AS mails FROM staff WHERE id = ?", staffID).Scan(&rows).Error
	if err != nil {
		return caps, fmt.Errorf("campaign: caps: %w", err)
	}
	for _, r := range rows {
		if r.Asks != nil {
			caps.Asks = *r.Asks
		}
		if r.Mails != nil {
			caps.Mails = *r.Mails
		}
	}
	return caps, nil
}
