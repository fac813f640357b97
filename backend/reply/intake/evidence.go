package intake

import (
	"context"
	"fmt"
)

// OfInbound gives the reply that each stored message was read as, by the message's id; messages that are no reply,
// or whose text was erased with the reply, are left out.
func (s *Service) OfInbound(ctx context.Context, inbound []int64) (map[int64]int64, error) {
	out := map[int64]int64{}
	if len(inbound) == 0 {
		return out, nil
	}
	var rows []struct{ ID, InboundID int64 }
	if err := s.ws.DB.Read(ctx).Raw("SELECT id, inbound_id FROM reply WHERE inbound_id IN ?", inbound).Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("intake: evidence: %w", err)
	}
	for _, r := range rows {
		out[r.InboundID] = r.ID
	}
	return out, nil
}
