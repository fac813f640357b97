package staff

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// Kinds of moment.
const (
	MomentGiven      = "given"      // a post that serves the reader, or a digest of them
	MomentAsked      = "asked"      // a post that serves the company
	MomentShared     = "shared"     // what the person shared
	MomentSuggested  = "suggested"  // an article the person proposed
	MomentReferred   = "referred"   // a candidate the person brought
	MomentMembership = "membership" // a line of the consent record
)

// Moment is one thing between a person and the programme. Answers other than a share are not among them: a refusal
// closes a request and is held against nobody.
type Moment struct {
	At    workspace.Instant
	Kind  string
	Title string
	Where string // network, state or stage
	Ref   int64  // the post, article or share
}

// Timeline gives what a person was given and asked, and what came of it, newest first.
func (s *Service) Timeline(ctx context.Context, id int64) ([]Moment, error) {
	out := []Moment{}
	err := s.ws.DB.Read(ctx).Raw(`
		SELECT r.sent_at AS at, CASE p.kind WHEN 'give' THEN 'given' ELSE 'asked' END AS kind, p.title AS title, '' AS "where", p.id AS ref
			FROM request r JOIN post p ON p.id = r.post_id WHERE r.staff_id = @id AND r.sent_at IS NOT NULL
		UNION ALL
		SELECT sh.created_at, 'shared', CASE WHEN sh.title <> '' THEN sh.title ELSE COALESCE(p.title, '') END, sh.network, sh.id
			FROM share sh LEFT JOIN post p ON p.id = sh.post_id WHERE sh.staff_id = @id AND sh.state <> 'void'
		UNION ALL
		SELECT a.added_at, 'suggested', a.title, a.state, a.id FROM article a WHERE a.suggested_by = @id
		UNION ALL
		SELECT f.created_at, 'referred', COALESCE(p.title, ''), f.stage, f.id FROM referral f LEFT JOIN post p ON p.id = f.post_id
			WHERE f.staff_id = @id AND f.voided_at IS NULL
		UNION ALL
		SELECT e.at, 'membership', e.origin, e.state, e.id FROM membership_event e WHERE e.staff_id = @id
		ORDER BY at DESC LIMIT 500`, map[string]any{"id": id}).Scan(&out).Error
	if err != nil {
		return nil, fmt.Errorf("staff: timeline: %w", err)
	}
	return out, nil
}
