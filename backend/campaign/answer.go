package campaign

import (
	"context"
	"fmt"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Put is a request as the reader of replies needs it: what was put to whom, and where it could be shared.
type Put struct {
	ID         int64
	Number     int // in its message, from 1
	PostID     int64
	StaffID    int64
	MessageID  int64
	State      string
	Title      string
	Kind       string       // give or ask
	Networks   []network.ID `gorm:"-"`
	ArticleURL string
	Link       string // what was offered to be shared
	SentAt     *workspace.Instant
}

const putQuery = `SELECT r.id, r.number, r.post_id, r.staff_id, COALESCE(r.message_id, 0) AS message_id, r.state, p.title, p.kind,
	COALESCE(a.url, '') AS article_url, p.link, r.sent_at
	FROM request r JOIN post p ON p.id = r.post_id LEFT JOIN article a ON a.id = p.article_id`

// RequestsOf gives the requests that a message carries (or reminds of), by number. Networks are those whose words
// were offered, and the person's own where none were.
func (s *Service) RequestsOf(ctx context.Context, messageID int64) ([]Put, error) {
	return s.puts(ctx, " WHERE r.message_id = ? OR r.reminder_message_id = ? ORDER BY r.number, r.id", messageID, messageID)
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
	for i := range out {
		var ids []network.ID
		err := s.ws.DB.Read(ctx).Raw(`SELECT v.network FROM request_variant rv JOIN variant v ON v.id = rv.variant_id WHERE rv.request_id = ?
			UNION SELECT a.network FROM account a WHERE a.staff_id = ? AND a.closed_at IS NULL
			AND NOT EXISTS (SELECT 1 FROM request_variant rv WHERE rv.request_id = ?) ORDER BY 1`, out[i].ID, out[i].StaffID, out[i].ID).Scan(&ids).Error
		if err != nil {
			return nil, fmt.Errorf("campaign: requests: %w", err)
		}
		out[i].Networks = ids
	}
	return out, nil
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

// CloseRequest records an answer to a request and gives back how it stood before. 'open' takes an answer back.
func (s *Service) CloseRequest(ctx context.Context, id int64, c Closing) (Before, error) {
	var before Before
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		r, err := s.store.request(ctx, id)
		if err != nil {
			return err
		}
		before = Before{r.ID, r.State, r.AnsweredAt, r.ReplyID, r.DeferredUntil}
		now := s.now()
		set := map[string]any{"state": c.State, "answered_at": &now, "reply_id": c.ReplyID, "deferred_until": nil}
		switch c.State {
		case Shared, Read, Declined:
		case Deferred:
			if c.DeferredUntil != "" {
				set["deferred_until"] = c.DeferredUntil
			}
		case Open:
			set["answered_at"], set["reply_id"] = nil, nil
		default:
			return workspace.NewFault("request_state_unknown", "state", c.State)
		}
		return s.updateRequest(ctx, id, set)
	})
	return before, err
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
