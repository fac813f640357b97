package intake

import (
	"context"
	"fmt"
)

// PersonalDataName implements staff.Holder.
func (s *Service) PersonalDataName() string { return "replies" }

// PersonalData implements staff.Holder.
func (s *Service) PersonalData(ctx context.Context, staffID int64) ([]map[string]any, error) {
	rows, err := s.List(ctx, Filter{Staff: staffID})
	if err != nil {
		return nil, err
	}
	out := make([]map[string]any, 0, len(rows))
	for _, r := range rows {
		out = append(out, map[string]any{"received_at": r.ReceivedAt.Time(), "sender": r.Sender, "subject": r.Subject, "text": r.Text,
			"state": r.State, "status": r.Status, "decided_by": r.DecidedBy})
	}
	return out, nil
}

// ErasePersonalData implements staff.Holder: the words, the addresses and the raw
// bytes go; that there was a reply, and what it counted as, stays.
func (s *Service) ErasePersonalData(ctx context.Context, staffID int64) error {
	var inbound []int64
	if err := s.ws.DB.Write(ctx).Model(&Row{}).Where("staff_id = ?", staffID).Pluck("inbound_id", &inbound).Error; err != nil {
		return fmt.Errorf("intake: erase: %w", err)
	}
	for _, id := range inbound {
		if err := s.mailbox.Erase(ctx, id); err != nil {
			return fmt.Errorf("intake: erase: %w", err)
		}
	}
	err := s.ws.DB.Write(ctx).Model(&Row{}).Where("staff_id = ?", staffID).Updates(map[string]any{
		"staff_id": nil, "sender": "", "subject": "", "text": "", "header_id": "", "marks": "[]", "urls": "[]", "links": "[]",
		"audiences": "{}", "undo": "{}", "status": Ignored,
	}).Error
	if err != nil {
		return fmt.Errorf("intake: erase: %w", err)
	}
	return nil
}

// MovePersonalData implements staff.Holder.
func (s *Service) MovePersonalData(ctx context.Context, from, to int64) error {
	return s.ws.DB.Write(ctx).Model(&Row{}).Where("staff_id = ?", from).Update("staff_id", to).Error
}
