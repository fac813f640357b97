package campaign

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Put is a request as the reader of replies needs it: what was put to whom, and where it could be shared.
type Put struct {
	ID        int64
	Number    int // in its message, from 1
	PostID    int64
	StaffID   int64
	MessageID int64
	State     string
	Title     string
	Networks  []network.ID `gorm:"-"`

	AnsweredAt    *workspace.Instant
	ReplyID       *int64 // the reply that answered it
	DeferredUntil *string
	ReminderID    *int64 // the message that reminds of it
}

const putQuery = `SELECT r.id, r.number, r.post_id, r.staff_id, COALESCE(r.message_id, 0) AS message_id, r.state, p.title,
	r.answered_at, r.reply_id, r.deferred_until, r.reminder_message_id AS reminder_id
	FROM request r JOIN post p ON p.id = r.post_id`

// RequestsOf gives the requests that a message carries (or reminds of), by number. Networks are those whose words
// were offered, and the person's own where none were.
func (s *Service) RequestsOf(ctx context.Context, messageID int64) ([]Put, error) {
	return s.puts(ctx, " WHERE r.message_id = ? OR r.reminder_message_id = ? ORDER BY r.number, r.id", messageID, messageID)
}

// RequestsOfAll is RequestsOf for many messages, by the message's id.
func (s *Service) RequestsOfAll(ctx context.Context, messages []int64) (map[int64][]Put, error) {
	const together = 200
	of := map[int64][]Put{}
	for part := range slices.Chunk(messages, together) {
		puts, err := s.puts(ctx, " WHERE r.message_id IN ? OR r.reminder_message_id IN ? ORDER BY r.number, r.id", part, part)
		if err != nil {
			return nil, err
		}
		for _, p := range puts {
			if slices.Contains(part, p.MessageID) {
				of[p.MessageID] = append(of[p.MessageID], p)
			}
			if r := p.ReminderID; r != nil && *r != p.MessageID && slices.Contains(part, *r) {
				of[*r] = append(of[*r], p)
			}
		}
	}
	return of, nil
}

// Numbered gives those of the messages that carry more than one request, or remind of more.
func (s *Service) Numbered(ctx context.Context, messages []int64) (map[int64]bool, error) {
	const together = 200
	several := map[int64]bool{}
	for part := range slices.Chunk(messages, together) {
		var ids []int64
		err := s.ws.DB.Read(ctx).Raw(`SELECT id FROM (SELECT message_id AS id FROM request WHERE message_id IN ?
			UNION ALL SELECT reminder_message_id FROM request WHERE reminder_message_id IN ? AND reminder_message_id <> COALESCE(message_id, 0)) AS carried
			GROUP BY id HAVING COUNT(*) > 1`, part, part).Scan(&ids).Error
		if err != nil {
			return nil, fmt.Errorf("campaign: requests: %w", err)
		}
		for _, id := range ids {
			several[id] = true
		}
	}
	return several, nil
}

// OpenRequestsOf gives what is put to a person and not answered, the newest first.
func (s *Service) OpenRequestsOf(ctx context.Context, staffID int64) ([]Put, error) {
	return s.puts(ctx, " WHERE r.staff_id = ? AND r.state IN ('open', 'deferred') AND r.sent_at IS NOT NULL ORDER BY r.sent_at DESC, r.number", staffID)
}

func (s *Service) puts(ctx context.Context, where string, args ...any) ([]Put, error) {
	out := []Put{}
	if err := s.ws.DB.Read(ctx).Raw(putQuery+where, args...).Scan(&out).Error; err != nil {
		return nil, fmt.Errorf("campaign: requests: %w", err)
	}
	return out, s.offered(ctx, out)
}

// offered fills in where each of the requests could be shared.
func (s *Service) offered(ctx context.Context, puts []Put) error {
	err := s.networksOf(ctx, puts, `SELECT DISTINCT rv.request_id AS id, v.network FROM request_variant rv JOIN variant v ON v.id = rv.variant_id
		WHERE rv.request_id IN ? ORDER BY 1, 2`)
	if err != nil {
		return err
	}
	return s.networksOf(ctx, puts, `SELECT r.id, a.network FROM request r JOIN account a ON a.staff_id = r.staff_id AND a.closed_at IS NULL
		WHERE r.id IN ? ORDER BY 1, 2`)
}

// networksOf asks for the networks of those requests that have none yet.
func (s *Service) networksOf(ctx context.Context, puts []Put, query string) error {
	const together = 200
	places := make(map[int64]*Put, len(puts))
	for i := range puts {
		if len(puts[i].Networks) == 0 {
			places[puts[i].ID] = &puts[i]
		}
	}
	for part := range slices.Chunk(slices.Collect(maps.Keys(places)), together) {
		var rows []struct {
			ID      int64
			Network network.ID
		}
		if err := s.ws.DB.Read(ctx).Raw(query, part).Scan(&rows).Error; err != nil {
			return fmt.Errorf("campaign: requests: %w", err)
		}
		for _, r := range rows {
			places[r.ID].Networks = append(places[r.ID].Networks, r.Network)
		}
	}
	return nil
}

// Closing is what an answer means for a request. State is shared, read, declined, deferred or open.
type Closing struct {
	State         string
	ReplyID       int64
	DeferredUntil string // YYYY-MM-DD; of deferred alone
}

// Before is a request as it stood before an answer, to put it back.
type Before struct {
	ID            int64
	State         string
	AnsweredAt    *workspace.Instant
	ReplyID       *int64
	DeferredUntil *string
}

// Answered is what an answer means for one request.
type Answered struct {
	Put     Put
	Closing Closing
}

// BeforeOf is how a request stands, for putting it back.
func BeforeOf(p Put) Before { return Before{p.ID, p.State, p.AnsweredAt, p.ReplyID, p.DeferredUntil} }

// After is how the request stands once it was answered at a time.
func (a Answered) After(at workspace.Instant) Put {
	p, c := a.Put, a.Closing
	p.State, p.AnsweredAt, p.ReplyID, p.DeferredUntil = c.State, nil, nil, nil
	if c.State == Open {
		return p
	}
	p.AnsweredAt, p.ReplyID = &at, &c.ReplyID
	if c.State == Deferred && c.DeferredUntil != "" {
		p.DeferredUntil = &c.DeferredUntil
	}
	return p
}

// AnswerAll records answers to requests, as they were read in the same transaction and not changed since. 'open' takes
// an answer back. Of several answers to one request the last holds.
func (s *Service) AnswerAll(ctx context.Context, at workspace.Instant, all []Answered) error {
	const together = 25 // the driver takes time with the square of the values in a statement
	last := make(map[int64]Put, len(all))
	for _, a := range all {
		if !slices.Contains([]string{Shared, Read, Declined, Deferred, Open}, a.Closing.State) {
			return workspace.NewFault("request_state_unknown", "state", a.Closing.State)
		}
		last[a.Put.ID] = a.After(at)
	}
	type alike struct{ state, until string }
	groups := map[alike][]Put{}
	for _, id := range slices.Sorted(maps.Keys(last)) {
		group := alike{state: last[id].State}
		if until := last[id].DeferredUntil; until != nil {
			group.until = *until
		}
		groups[group] = append(groups[group], last[id])
	}
	for _, puts := range groups {
		for part := range slices.Chunk(puts, together) {
			if err := s.close(ctx, part); err != nil {
				return fmt.Errorf("campaign: request: %w", err)
			}
		}
	}
	return nil
}

// close sets requests that were answered alike, each with the reply that answers it.
func (s *Service) close(ctx context.Context, puts []Put) error {
	args := []any{puts[0].State, puts[0].AnsweredAt, puts[0].DeferredUntil}
	ids := make([]int64, len(puts))
	for i, p := range puts {
		ids[i] = p.ID
		args = append(args, p.ID, p.ReplyID)
	}
	return s.ws.DB.Write(ctx).Exec("UPDATE request SET state = ?, answered_at = ?, deferred_until = ?, reply_id = CASE id"+
		strings.Repeat(" WHEN ? THEN ?", len(puts))+" END WHERE id IN ?", append(args, ids)...).Error
}

// Reopen puts a request back as it stood: the undo of an answer.
func (s *Service) Reopen(ctx context.Context, b Before) error {
	return s.updateRequest(ctx, b.ID, map[string]any{"state": b.State, "answered_at": b.AnsweredAt, "reply_id": b.ReplyID, "deferred_until": b.DeferredUntil})
}

func (s *Service) updateRequest(ctx context.Context, id int64, set map[string]any) error {
	if err := s.ws.DB.Write(ctx).Model(&Request{}).Where("id = ?", id).Updates(set).Error; err != nil {
		return fmt.Errorf("campaign: request: %w", err)
	}
	return nil
}

// Moved follows a message of the outbox: its requests count as sent once it has left, and are called off where it
// never will. It runs in the transaction of the change.
func (s *Service) Moved(ctx context.Context, messageID int64, state string, at workspace.Instant) error {
	db := s.ws.DB.Write(ctx).Model(&Request{})
	switch state {
	case "sent", "unknown": // unknown may have arrived: counting it keeps a person from being asked twice
		err := db.Where("message_id = ? AND sent_at IS NULL", messageID).Update("sent_at", at).Error
		if err == nil {
			err = s.ws.DB.Write(ctx).Model(&Request{}).Where("reminder_message_id = ? AND reminded_at IS NULL", messageID).Update("reminded_at", at).Error
		}
		if err != nil {
			return fmt.Errorf("campaign: sent: %w", err)
		}
	case "cancelled", "rejected":
		err := db.Where("message_id = ? AND state = ? AND answered_at IS NULL", messageID, Open).
			Updates(map[string]any{"state": Called, "sent_at": nil}).Error
		if err == nil {
			err = s.ws.DB.Write(ctx).Model(&Request{}).Where("reminder_message_id = ? AND reminded_at IS NULL", messageID).Update("reminder_message_id", nil).Error
		}
		if err != nil {
			return fmt.Errorf("campaign: not sent: %w", err)
		}
	default:
		return nil
	}
	return s.settleDispatch(ctx, messageID)
}
