package staff

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// Caps bound how often a person hears from the programme, per calendar month.
type Caps struct {
	Asks  int // requests that serve the company
	Mails int // everything: requests, digests, reminders and thanks
}

// capsKey is the setting of the programme's own caps.
const capsKey = "staff.caps"

// DefaultCaps are those of the programme: one ask and four mails a month until HR sets others.
func (s *Service) DefaultCaps(ctx context.Context) (Caps, error) {
	caps := Caps{Asks: 1, Mails: 4}
	_, err := s.ws.Settings.Get(ctx, capsKey, &caps)
	return caps, err
}

// SetDefaultCaps sets the programme's caps.
func (s *Service) SetDefaultCaps(ctx context.Context, caps Caps) error {
	if caps.Asks < 0 || caps.Mails < 0 || caps.Asks > maxCap || caps.Mails > maxCap {
		return workspace.NewFault("cap_range", "most", maxCap)
	}
	return s.ws.Settings.Set(ctx, capsKey, caps)
}

// maxCap is one a day.
const maxCap = 31

// SetCaps sets a person's own caps; nil goes back to the programme's.
func (s *Service) SetCaps(ctx context.Context, id int64, asks, mails *int) error {
	for _, v := range []*int{asks, mails} {
		if v != nil && (*v < 0 || *v > maxCap) {
			return workspace.NewFault("cap_range", "most", maxCap)
		}
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		err := s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ?", id).
			Updates(map[string]any{"cap_asks_month": asks, "cap_mails_month": mails}).Error
		if err != nil {
			return fmt.Errorf("staff: caps: %w", err)
		}
		return nil
	})
}

// caps gives a person's caps, the programme's where they have none of their own.
func (p Staff) caps(d Caps) Caps {
	if p.CapAsksMonth != nil {
		d.Asks = *p.CapAsksMonth
	}
	if p.CapMailsMonth != nil {
		d.Mails = *p.CapMailsMonth
	}
	return d
}
