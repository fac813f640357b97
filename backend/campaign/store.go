package campaign

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// store holds the queries of this feature.
type store struct{ ws *workspace.Workspace }

// batch is how many rows go into one INSERT (GORM over glebarez binds in a nested loop: more are slower).
const batch = 100

type sentRow struct {
	StaffID int64
	Kind    string
	Letters int
	Useful  int
	Last    *workspace.Instant
}

// sentSince sums up what each person was sent since a moment, by give and ask. Several requests of one message are
// one letter.
func (s store) sentSince(ctx context.Context, since, _ workspace.Instant, only []int64) ([]sentRow, error) {
	query := `SELECT r.staff_id, p.kind, COUNT(DISTINCT COALESCE(r.message_id, -r.id)),
		SUM(r.state IN ('read', 'shared')), MAX(r.sent_at)
		FROM request r JOIN post p ON p.id = r.post_id WHERE r.sent_at >= ?`
	args := []any{since}
	if len(only) > 0 {
		query += " AND r.staff_id IN ?"
		args = append(args, only)
	}
	rows, err := s.ws.DB.Read(ctx).Raw(query+" GROUP BY r.staff_id, p.kind", args...).Rows()
	if err != nil {
		return nil, fmt.Errorf("campaign: balance: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var out []sentRow
	for rows.Next() {
		var r sentRow
		if err := rows.Scan(&r.StaffID, &r.Kind, &r.Letters, &r.Useful, &r.Last); err != nil {
			return nil, fmt.Errorf("campaign: balance: %w", err)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// month counts, per person, the asks and the mails of all kinds since a moment, those queued for later included. The
// confirmation of leaving and the probe of a mailbox count for nobody.
func (s store) month(ctx context.Context, since workspace.Instant, only []int64) (asks, mails map[int64]int, err error) {
	some := ""
	args := []any{since}
	if len(only) > 0 {
		some = " AND staff_id IN ?"
		args = append(args, only)
	}
	asks, err = s.counts(ctx, `SELECT staff_id, COUNT(*) FROM request WHERE state <> 'cancelled' AND COALESCE(sent_at, created_at) >= ?`+some+
		` AND post_id IN (SELECT id FROM post WHERE kind = 'ask') GROUP BY staff_id`, args)
	if err != nil {
		return nil, nil, err
	}
	mails, err = s.counts(ctx, `SELECT staff_id, COUNT(*) FROM message WHERE COALESCE(sent_at, not_before, created_at) >= ?`+some+
		` AND kind NOT IN ('confirmation', 'probe') AND state NOT IN ('cancelled', 'rejected') GROUP BY staff_id`, args)
	return asks, mails, err
}

func (s store) counts(ctx context.Context, query string, args []any) (map[int64]int, error) {
	rows, err := s.ws.DB.Read(ctx).Raw(query, args...).Rows()
	if err != nil {
		return nil, fmt.Errorf("campaign: caps: %w", err)
	}
	defer func() { _ = rows.Close() }()
	out := map[int64]int{}
	for rows.Next() {
		var id int64
		var n int
		if err := rows.Scan(&id, &n); err != nil {
			return nil, fmt.Errorf("campaign: caps: %w", err)
		}
		out[id] = n
	}
	return out, rows.Err()
}

// asked gives the state of the requests for a post, by person; what was called off does not count.
func (s store) asked(ctx context.Context, postID int64) (map[int64]string, error) {
	var rows []Request
	err := s.ws.DB.Read(ctx).Select("staff_id", "state").Where("post_id = ? AND state <> ?", postID, Called).Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: asked: %w", err)
	}
	out := make(map[int64]string, len(rows))
	for _, r := range rows {
		out[r.StaffID] = r.State
	}
	return out, nil
}

// useful counts, per person, the gives on these topics that they found useful, ever.
func (s store) useful(ctx context.Context, topics []int64) (map[int64]int, error) {
	if len(topics) == 0 {
		return map[int64]int{}, nil
	}
	return s.counts(ctx, `SELECT r.staff_id, COUNT(DISTINCT r.id) FROM request r JOIN post p ON p.id = r.post_id
		JOIN post_topic t ON t.post_id = p.id WHERE p.kind = 'give' AND r.state IN ('read', 'shared') AND t.topic_id IN ? GROUP BY r.staff_id`, []any{topics})
}

func (s store) request(ctx context.Context, id int64) (Request, error) {
	var rows []Request
	if err := s.ws.DB.Read(ctx).Where("id = ?", id).Limit(1).Find(&rows).Error; err != nil {
		return Request{}, fmt.Errorf("campaign: request: %w", err)
	}
	if len(rows) == 0 {
		return Request{}, workspace.NewFault("request_unknown", "request", id)
	}
	return rows[0], nil
}

func (s store) dispatch(ctx context.Context, id int64) (Dispatch, error) {
	var rows []Dispatch
	if err := s.ws.DB.Read(ctx).Where("id = ?", id).Limit(1).Find(&rows).Error; err != nil {
		return Dispatch{}, fmt.Errorf("campaign: dispatch: %w", err)
	}
	if len(rows) == 0 {
		return Dispatch{}, workspace.NewFault("dispatch_unknown", "dispatch", id)
	}
	return rows[0], nil
}

func (s store) setDispatch(ctx context.Context, id int64, state DispatchState) error {
	err := s.ws.DB.Write(ctx).Model(&Dispatch{}).Where("id = ?", id).Update("state", state).Error
	if err != nil {
		return fmt.Errorf("campaign: dispatch: %w", err)
	}
	return nil
}

// insert keeps requests and what was offered with each, in batches.
func (s store) insert(ctx context.Context, requests []Request, variants [][]int64) error {
	db := s.ws.DB.Write(ctx)
	if err := db.Session(&gorm.Session{}).CreateInBatches(&requests, batch).Error; err != nil {
		return fmt.Errorf("campaign: requests: %w", err)
	}
	var offered []requestVariant
	for i, r := range requests {
		for _, v := range variants[i] {
			offered = append(offered, requestVariant{r.ID, v})
		}
	}
	if len(offered) == 0 {
		return nil
	}
	if err := db.Session(&gorm.Session{}).CreateInBatches(&offered, batch).Error; err != nil {
		return fmt.Errorf("campaign: requests: %w", err)
	}
	return nil
}
