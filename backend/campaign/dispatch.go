package campaign

import (
	"context"
	"encoding/json"
	"fmt"

	"relais/backend/workspace"
)

// Progress is a dispatch with what became of its letters.
type Progress struct {
	Dispatch
	Title                           string
	Total, Waiting, Sent, Withdrawn int
	Stuck                           int // rejected or unknown: see the outbox
	Answered                        int
	Next                            *workspace.Instant // when the next letter may leave
}

const progressQuery = `SELECT d.*, COALESCE(p.title, '') AS title, COUNT(m.id) AS total,
	COALESCE(SUM(m.state IN ('queued', 'claimed', 'smtp_started', 'deferred')), 0) AS waiting, COALESCE(SUM(m.state = 'sent'), 0) AS sent,
	COALESCE(SUM(m.state = 'cancelled'), 0) AS withdrawn, COALESCE(SUM(m.state IN ('rejected', 'unknown')), 0) AS stuck,
	(SELECT COUNT(*) FROM request r WHERE r.dispatch_id = d.id AND r.answered_at IS NOT NULL) AS answered,
	MIN(CASE WHEN m.state = 'queued' THEN m.not_before END) AS next
	FROM dispatch d LEFT JOIN post p ON p.id = d.post_id LEFT JOIN message m ON m.mailing_id = d.id`

// Dispatches gives the last hundred, the newest first.
func (s *Service) Dispatches(ctx context.Context) ([]Progress, error) {
	out := []Progress{}
	if err := s.ws.DB.Read(ctx).Raw(progressQuery + " GROUP BY d.id ORDER BY d.id DESC LIMIT 100").Scan(&out).Error; err != nil {
		return nil, fmt.Errorf("campaign: dispatches: %w", err)
	}
	return out, nil
}

// Dispatch gives one with its progress.
func (s *Service) Dispatch(ctx context.Context, id int64) (Progress, error) {
	var rows []Progress
	if err := s.ws.DB.Read(ctx).Raw(progressQuery+" WHERE d.id = ? GROUP BY d.id", id).Scan(&rows).Error; err != nil {
		return Progress{}, fmt.Errorf("campaign: dispatch: %w", err)
	}
	if len(rows) == 0 {
		return Progress{}, workspace.NewFault("dispatch_unknown", "dispatch", id)
	}
	return rows[0], nil
}

// Hold pauses a dispatch: what has not left waits.
func (s *Service) Hold(ctx context.Context, id int64) error {
	return s.turn(ctx, id, Paused, Planned, Sending)
}

// Resume lets a paused dispatch go on.
func (s *Service) Resume(ctx context.Context, id int64) error {
	return s.turn(ctx, id, Sending, Paused)
}

func (s *Service) turn(ctx context.Context, id int64, to DispatchState, from ...DispatchState) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		d, err := s.store.dispatch(ctx, id)
		if err != nil {
			return err
		}
		for _, state := range from {
			if d.State == state {
				return s.store.setDispatch(ctx, id, to)
			}
		}
		return workspace.NewFault("dispatch_wrong_state", "state", string(d.State))
	})
}

// Cancel calls a dispatch off. It says how many letters were withdrawn; what has left stays sent.
func (s *Service) Cancel(ctx context.Context, id int64) (int, error) {
	withdrawn := 0
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		d, err := s.store.dispatch(ctx, id)
		if err != nil {
			return err
		}
		if d.State == Done || d.State == Cancelled {
			return workspace.NewFault("dispatch_wrong_state", "state", string(d.State))
		}
		var ids []int64
		err = s.ws.DB.Read(ctx).Raw("SELECT id FROM message WHERE mailing_id = ? AND state IN ('queued', 'deferred')", id).Scan(&ids).Error
		if err != nil {
			return fmt.Errorf("campaign: cancel: %w", err)
		}
		if withdrawn, err = s.outbox.Cancel(ctx, "dispatch_cancelled", ids...); err != nil {
			return err
		}
		err = s.ws.DB.Write(ctx).Model(&Request{}).Where("message_id IN ? AND sent_at IS NULL AND state = ?", append(ids, 0), Open).Update("state", Called).Error
		if err != nil {
			return fmt.Errorf("campaign: cancel: %w", err)
		}
		return s.store.setDispatch(ctx, id, Cancelled)
	})
	return withdrawn, err
}

// settleDispatch marks the dispatch of a message as done once nothing of it waits.
func (s *Service) settleDispatch(ctx context.Context, messageID int64) error {
	err := s.ws.DB.Write(ctx).Exec(`UPDATE dispatch SET state = 'done' WHERE state IN ('planned', 'sending')
		AND id = (SELECT mailing_id FROM message WHERE id = ?)
		AND NOT EXISTS (SELECT 1 FROM message m WHERE m.mailing_id = dispatch.id AND m.id <> ? AND m.state IN ('queued', 'claimed', 'smtp_started', 'deferred'))`,
		messageID, messageID).Error
	if err != nil {
		return fmt.Errorf("campaign: dispatch: %w", err)
	}
	return nil
}

// LeftOut is whom a dispatch left out, or whose letter was withdrawn before it left, and why.
func (s *Service) LeftOut(ctx context.Context, dispatchID int64) ([]Skipped, error) {
	var rows []struct {
		StaffID            int64
		Name, Code, Params string
	}
	err := s.ws.DB.Read(ctx).Raw(`SELECT k.staff_id, s.name, k.code, k.params FROM dispatch_skip k JOIN staff s ON s.id = k.staff_id WHERE k.dispatch_id = ?
		UNION ALL SELECT m.staff_id, s.name, m.code, '{}' FROM message m JOIN staff s ON s.id = m.staff_id
		WHERE m.mailing_id = ? AND (m.state IN ('cancelled', 'rejected', 'unknown') OR m.code LIKE 'hold_%') ORDER BY 2`, dispatchID, dispatchID).Scan(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("campaign: left out: %w", err)
	}
	out := make([]Skipped, 0, len(rows))
	for _, r := range rows {
		k := Skipped{StaffID: r.StaffID, Name: r.Name, Reason: Reason{Code: r.Code, Params: map[string]string{}}}
		_ = json.Unmarshal([]byte(r.Params), &k.Reason.Params) // our own JSON; without it the code still says it
		out = append(out, k)
	}
	return out, nil
}
