package campaign

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"relais/backend/workspace"
)

// Overview is a campaign with what came of it so far. People is how many different people were asked.
type Overview struct {
	Campaign
	Posts, Requests, People, Answered, Shares int
}

// Campaigns gives all campaigns, those that run first.
func (s *Service) Campaigns(ctx context.Context) ([]Overview, error) {
	out := []Overview{}
	err := s.ws.DB.Read(ctx).Raw(`SELECT c.*,
		(SELECT COUNT(*) FROM post p WHERE p.campaign_id = c.id) AS posts,
		(SELECT COUNT(*) FROM request r JOIN post p ON p.id = r.post_id WHERE p.campaign_id = c.id AND r.sent_at IS NOT NULL) AS requests,
		(SELECT COUNT(DISTINCT r.staff_id) FROM request r JOIN post p ON p.id = r.post_id WHERE p.campaign_id = c.id AND r.sent_at IS NOT NULL) AS people,
		(SELECT COUNT(*) FROM request r JOIN post p ON p.id = r.post_id WHERE p.campaign_id = c.id AND r.answered_at IS NOT NULL) AS answered,
		(SELECT COUNT(*) FROM share h JOIN post p ON p.id = h.post_id WHERE p.campaign_id = c.id AND h.state = 'counted') AS shares
		FROM campaign c ORDER BY CASE c.state WHEN 'running' THEN 0 WHEN 'planned' THEN 1 WHEN 'done' THEN 2 ELSE 3 END, COALESCE(c.starts_on, ''), c.id`).Scan(&out).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: list: %w", err)
	}
	return out, nil
}

// Part is a post of a campaign: to how many people it went, and how often it was shared.
type Part struct {
	ID                 int64
	Title, Kind, State string
	People, Shares     int
}

// CampaignParts gives the posts of a campaign and the names of everybody to whom one of them went, in alphabetical
// order. What each did with it is not in it.
func (s *Service) CampaignParts(ctx context.Context, id int64) ([]Part, []string, error) {
	parts, names := []Part{}, []string{}
	err := s.ws.DB.Read(ctx).Raw(`SELECT p.id, p.title, p.kind, p.state,
		(SELECT COUNT(DISTINCT r.staff_id) FROM request r WHERE r.post_id = p.id AND r.sent_at IS NOT NULL) AS people,
		(SELECT COUNT(*) FROM share h WHERE h.post_id = p.id AND h.state = 'counted') AS shares
		FROM post p WHERE p.campaign_id = ? ORDER BY p.kind = 'ask', p.id`, id).Scan(&parts).Error
	if err == nil {
		err = s.ws.DB.Read(ctx).Raw(`SELECT s.name FROM staff s WHERE s.name <> '' AND s.id IN (SELECT r.staff_id FROM request r JOIN post p ON p.id = r.post_id
			WHERE p.campaign_id = ? AND r.sent_at IS NOT NULL) ORDER BY s.name_key`, id).Scan(&names).Error
	}
	if err != nil {
		return nil, nil, fmt.Errorf("campaign: parts: %w", err)
	}
	return parts, names, nil
}

// PutTo counts, per post, the people to whom it went or is about to go.
func (s *Service) PutTo(ctx context.Context) (map[int64]int, error) {
	return s.store.counts(ctx, "SELECT post_id, COUNT(DISTINCT staff_id) FROM request WHERE state <> ? GROUP BY post_id", []any{Called})
}

// SaveCampaign adds a campaign (id 0) or changes one.
func (s *Service) SaveCampaign(ctx context.Context, c Campaign) (Campaign, error) {
	c.Name = strings.Join(strings.Fields(c.Name), " ")
	if c.Name == "" || len(c.Name) > 200 {
		return c, workspace.NewFault("campaign_name")
	}
	if !slices.Contains(Objectives(), c.Objective) {
		return c, workspace.NewFault("campaign_objective", "objective", c.Objective)
	}
	for _, day := range []*string{c.StartsOn, c.EndsOn} {
		if day == nil {
			continue
		}
		if _, err := time.Parse(time.DateOnly, *day); err != nil {
			return c, workspace.NewFault("date_unreadable", "text", *day)
		}
	}
	if c.StartsOn != nil && c.EndsOn != nil && *c.EndsOn < *c.StartsOn {
		return c, workspace.NewFault("campaign_dates")
	}
	if c.State == "" {
		c.State = "running"
	}
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		before := Campaign{}
		c.ChangedAt = s.now()
		if c.ID == 0 {
			c.CreatedAt = c.ChangedAt
		} else {
			if err := s.ws.DB.Read(ctx).Take(&before, "id = ?", c.ID).Error; err != nil {
				return workspace.ErrNotFound.Wrap(err)
			}
			c.CreatedAt = before.CreatedAt
		}
		if err := s.ws.DB.Write(ctx).Save(&c).Error; err != nil {
			return fmt.Errorf("campaign: save: %w", err)
		}
		entry := workspace.Entry{Verb: "campaign.saved", Kind: "campaign", ID: c.ID}
		if before.ID != 0 {
			entry.Undo = before
		}
		_, err := s.ws.Journal.Record(ctx, entry)
		return err
	})
	return c, err
}

func (s *Service) undoCampaign(ctx context.Context, data json.RawMessage) error {
	var before Campaign
	if err := json.Unmarshal(data, &before); err != nil {
		return fmt.Errorf("campaign: undo: %w", err)
	}
	return s.ws.DB.Write(ctx).Save(&before).Error
}
