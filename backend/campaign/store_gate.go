package campaign

import (
	"context"
	"fmt"

	"relais/backend/staff"
	"relais/backend/workspace"
)

// carriedRow is a request that a message carries, with what became of its post, article and dispatch.
type carriedRow struct {
	State, Post, ExpiresOn, Article, Dispatch string
	Refused                                   bool // the person refused a topic of the post
}

func (s store) carried(ctx context.Context, messageID int64) ([]carriedRow, error) {
	var rows []carriedRow
	err := s.ws.DB.Read(ctx).Raw(`SELECT r.state, p.state AS post, COALESCE(p.expires_on, '') AS expires_on, COALESCE(a.state, '') AS article, COALESCE(d.state, '') AS dispatch,
		EXISTS (SELECT 1 FROM post_topic pt JOIN staff_topic st ON st.topic_id = pt.topic_id
			WHERE pt.post_id = p.id AND st.staff_id = r.staff_id AND st.stance = ?) AS refused
		FROM request r JOIN post p ON p.id = r.post_id LEFT JOIN article a ON a.id = p.article_id
		LEFT JOIN dispatch d ON d.id = r.dispatch_id WHERE r.message_id = ? OR r.reminder_message_id = ?`, staff.RefusedTop, messageID, messageID).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: gate: %w", err)
	}
	return rows, nil
}

// sentBefore counts a person's mails and asks of the month that have left (or may have), without this message.
func (s store) sentBefore(ctx context.Context, staffID, messageID int64, since workspace.Instant) (mails, asks int, isAsk bool, err error) {
	var row struct{ Mails, Asks, Mine int }
	err = s.ws.DB.Read(ctx).Raw(`SELECT
		(SELECT COUNT(*) FROM message WHERE staff_id = ?1 AND id <> ?2 AND COALESCE(sent_at, started_at, created_at) >= ?3
			AND kind NOT IN ('confirmation', 'probe') AND state IN ('sent', 'smtp_started', 'unknown')) AS mails,
		(SELECT COUNT(*) FROM request r JOIN post p ON p.id = r.post_id JOIN message m ON m.id = r.message_id
			WHERE r.staff_id = ?1 AND p.kind = 'ask' AND m.id <> ?2 AND COALESCE(m.sent_at, m.started_at, m.created_at) >= ?3
			AND m.state IN ('sent', 'smtp_started', 'unknown')) AS asks,
		(SELECT COUNT(*) FROM request r JOIN post p ON p.id = r.post_id WHERE r.message_id = ?2 AND p.kind = 'ask') AS mine`,
		staffID, messageID, since).Scan(&row).Error
	if err != nil {
		return 0, 0, false, fmt.Errorf("campaign: gate: %w", err)
	}
	return row.Mails, row.Asks, row.Mine > 0, nil
}
