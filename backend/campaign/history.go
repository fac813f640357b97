package campaign

import (
	"context"
	"fmt"
	"time"

	"relais/backend/workspace"
)

// BalanceDays is how far back the balance looks.
const BalanceDays = 90

// Balance is a person's gives and asks of the last 90 days. A digest is one give, however many items it has. Useful
// counts the items that they read or shared.
type Balance struct {
	Gives, Asks, Useful int
	LastGiven           *workspace.Instant
	LastAsked           *workspace.Instant
}

// past is what the choice of an audience needs to know of what a person already got.
type past struct {
	Balance
	asksMonth  int // sent or queued in this calendar month
	mailsMonth int
}

// history reads everybody's past in one pass over the requests and one over the messages.
func (s *Service) history(ctx context.Context, only ...int64) (map[int64]*past, error) {
	out := map[int64]*past{}
	at := func(id int64) *past {
		p := out[id]
		if p == nil {
			p = &past{}
			out[id] = p
		}
		return p
	}
	since := workspace.At(s.ws.Now().AddDate(0, 0, -BalanceDays))
	rows, err := s.store.sentSince(ctx, since, s.monthStart(), only)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		p := at(r.StaffID)
		if r.Kind == "give" {
			p.Gives += r.Letters
			p.Useful += r.Useful
			p.LastGiven = later(p.LastGiven, r.Last)
		} else {
			p.Asks += r.Letters
			p.LastAsked = later(p.LastAsked, r.Last)
		}
	}
	asks, mails, err := s.store.month(ctx, s.monthStart(), only)
	if err != nil {
		return nil, err
	}
	for id, n := range asks {
		at(id).asksMonth = n
	}
	for id, n := range mails {
		at(id).mailsMonth = n
	}
	return out, nil
}

// Balance gives one person's balance.
func (s *Service) Balance(ctx context.Context, staffID int64) (Balance, error) {
	all, err := s.history(ctx, staffID)
	if err != nil || all[staffID] == nil {
		return Balance{}, err
	}
	return all[staffID].Balance, nil
}

// Balances gives everybody's balance who got anything; a person who is not in it got nothing.
func (s *Service) Balances(ctx context.Context) (map[int64]Balance, error) {
	all, err := s.history(ctx)
	if err != nil {
		return nil, fmt.Errorf("campaign: balances: %w", err)
	}
	out := make(map[int64]Balance, len(all))
	for id, p := range all {
		out[id] = p.Balance
	}
	return out, nil
}

// monthStart is the first moment of this calendar month where the user is: caps are per month.
func (s *Service) monthStart() workspace.Instant {
	now := s.ws.Now()
	return workspace.At(time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location()))
}

func later(a, b *workspace.Instant) *workspace.Instant {
	if a == nil || b != nil && *b > *a {
		return b
	}
	return a
}
