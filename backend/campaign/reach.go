package campaign

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// Reach is what a choice of people means, against the company's own pages. Potential is declared, Estimated is
// potential by a factor per network; both are nil where nobody's audience is known, and so is Followers where the
// pages' figures were never given. Unknown counts people without a figure.
type Reach struct {
	People    int
	Unknown   int
	Potential *int64
	Estimated *int64
	Followers *int64
}

// factorsKey is the setting of the estimate's factors, per network, between 0 and 1; 'default' serves where a network
// has none.
const factorsKey = "network.factors"

// DefaultFactor is the share of an audience that is taken to see a post.
const DefaultFactor = 0.15

// Reach sums up candidates.
func (s *Service) Reach(ctx context.Context, chosen []Candidate) (Reach, error) {
	factors := map[string]float64{}
	if _, err := s.ws.Settings.Get(ctx, factorsKey, &factors); err != nil {
		return Reach{}, err
	}
	r := Reach{People: len(chosen)}
	networks := map[string]bool{}
	var potential int64
	var estimated float64
	known := false
	for _, c := range chosen {
		if c.Potential == nil {
			r.Unknown++
			continue
		}
		known = true
		on := map[string]bool{}
		for _, id := range c.Networks {
			on[id], networks[id] = true, true
		}
		for _, a := range c.Accounts {
			if on[a.Network] && a.Audience != nil {
				potential += *a.Audience
				estimated += float64(*a.Audience) * factorOf(factors, a.Network)
			}
		}
	}
	if known {
		rounded := int64(estimated + 0.5)
		r.Potential, r.Estimated = &potential, &rounded
	}
	var err error
	r.Followers, err = s.store.followers(ctx, networks)
	return r, err
}

func factorOf(factors map[string]float64, network string) float64 {
	for _, name := range []string{network, "default"} {
		if f, ok := factors[name]; ok && f >= 0 && f <= 1 {
			return f
		}
	}
	return DefaultFactor
}

// followers sums the newest figure of each of the company's pages on these networks; nil where there is none.
func (s store) followers(ctx context.Context, networks map[string]bool) (*int64, error) {
	var rows []struct {
		Network   string
		Followers int64
	}
	err := s.ws.DB.Read(ctx).Raw(`SELECT p.network, f.followers FROM page p JOIN page_figure f ON f.id = (
		SELECT g.id FROM page_figure g WHERE g.page_id = p.id AND g.voided_at IS NULL AND g.followers IS NOT NULL ORDER BY g.as_of DESC, g.id DESC LIMIT 1)`).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: pages: %w", err)
	}
	var sum int64
	found := false
	for _, r := range rows {
		if networks[r.Network] {
			sum, found = sum+r.Followers, true
		}
	}
	if !found {
		return nil, nil
	}
	return &sum, nil
}

// PersonalDataName is the section of a person's copy.
func (s *Service) PersonalDataName() string { return "requests" }

// PersonalData gives what was put to a person and what they answered.
func (s *Service) PersonalData(ctx context.Context, staffID int64) ([]map[string]any, error) {
	var rows []struct {
		Title, Kind, State, Reasons string
		SentAt, AnsweredAt          *workspace.Instant
	}
	err := s.ws.DB.Read(ctx).Raw(`SELECT p.title, p.kind, r.state, r.reasons, r.sent_at, r.answered_at FROM request r JOIN post p ON p.id = r.post_id
		WHERE r.staff_id = ? ORDER BY r.id`, staffID).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: copy: %w", err)
	}
	out := make([]map[string]any, 0, len(rows))
	for _, r := range rows {
		out = append(out, map[string]any{"title": r.Title, "kind": r.Kind, "state": r.State, "reasons": r.Reasons, "sent_at": r.SentAt.RFC3339(), "answered_at": r.AnsweredAt.RFC3339()})
	}
	return out, nil
}

// ErasePersonalData takes out what was known of the person's topics and work; that a request was sent stays, without
// whom it went to, so that totals stay true.
func (s *Service) ErasePersonalData(ctx context.Context, staffID int64) error {
	db := s.ws.DB.Write(ctx)
	err := db.Model(&Request{}).Where("staff_id = ?", staffID).Update("reasons", "[]").Error
	if err == nil {
		err = s.ws.DB.Write(ctx).Model(&Request{}).Where("staff_id = ? AND sent_at IS NULL AND state = ?", staffID, Open).Update("state", Called).Error
	}
	if err == nil {
		err = s.ws.DB.Write(ctx).Where("staff_id = ?", staffID).Delete(&dispatchSkip{}).Error
	}
	if err != nil {
		return fmt.Errorf("campaign: erase: %w", err)
	}
	return nil
}

// MovePersonalData gives one record's requests to another. Where both were asked for the same post, the one that was
// answered, or else the first, stays.
func (s *Service) MovePersonalData(ctx context.Context, from, to int64) error {
	for _, sql := range []string{
		"UPDATE request SET state = 'cancelled' WHERE staff_id = ?1 AND answered_at IS NULL AND post_id IN (SELECT post_id FROM request WHERE staff_id = ?2 AND state <> 'cancelled')",
		"UPDATE request SET state = 'cancelled' WHERE staff_id = ?2 AND state <> 'cancelled' AND post_id IN (SELECT post_id FROM request WHERE staff_id = ?1 AND state <> 'cancelled')",
		"UPDATE request SET staff_id = ?2 WHERE staff_id = ?1",
		"DELETE FROM dispatch_skip WHERE staff_id = ?1 AND dispatch_id IN (SELECT dispatch_id FROM dispatch_skip WHERE staff_id = ?2)",
		"UPDATE dispatch_skip SET staff_id = ?2 WHERE staff_id = ?1",
	} {
		if err := s.ws.DB.Write(ctx).Exec(sql, from, to).Error; err != nil {
			return fmt.Errorf("campaign: merge: %w", err)
		}
	}
	return nil
}
