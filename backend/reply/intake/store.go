package intake

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/mailbox"
	"relais/backend/reply"
	"relais/backend/workspace"
)

// earlier gives the reply that this message was read as before, or a new one.
func (s *Service) earlier(ctx context.Context, in mailbox.Inbound) (row Row, found bool, err error) {
	err = s.ws.DB.Write(ctx).Take(&row, "inbound_id = ?", in.ID).Error
	if err == nil {
		return row, true, nil
	}
	if !errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, fmt.Errorf("intake: reply: %w", err)
	}
	// The row comes first: requests and shares point at it.
	row = Row{InboundID: in.ID, Proposed: reply.Review, State: reply.Review, Status: Waiting, ReceivedAt: in.InternalDate, ReaderVersion: reply.ReaderVersion}
	if err := s.ws.DB.Write(ctx).Create(row.whole()).Error; err != nil {
		return row, false, fmt.Errorf("intake: reply: %w", err)
	}
	return row, false, nil
}

// isDouble says whether the same mail was taken in before under other bytes: a
// copy in another folder, or one that a server stamped anew.
func (s *Service) isDouble(ctx context.Context, row Row) (bool, error) {
	if row.HeaderID == "" || row.Machine {
		return false, nil
	}
	var n int64
	err := s.ws.DB.Write(ctx).Model(&Row{}).
		// header_id <> '' is what lets the partial index serve.
		Where("header_id <> '' AND header_id = ? AND sender = ? AND text = ? AND id <> ? AND state <> ?", row.HeaderID, row.Sender, row.Text, row.ID, Duplicate).Count(&n).Error
	return n > 0, err
}

func (s *Service) save(ctx context.Context, row *Row, answers []answer, before error) error {
	if before != nil {
		return before
	}
	if err := s.ws.DB.Write(ctx).Save(row.whole()).Error; err != nil {
		return fmt.Errorf("intake: reply: %w", err)
	}
	rows := make([]requestRow, 0, len(answers))
	for _, a := range answers {
		rows = append(rows, requestRow{row.ID, a.put.ID, a.state})
	}
	if len(rows) == 0 {
		return nil
	}
	if err := s.ws.DB.Write(ctx).Save(&rows).Error; err != nil {
		return fmt.Errorf("intake: reply: %w", err)
	}
	return nil
}

// Filter narrows the replies of a list.
type Filter struct {
	Status Status // "" for all
	Staff  int64
	Before int64 // replies with a smaller id; 0 from the newest
	Limit  int   // at most 200, which is also the default
}

// List gives replies, the newest first.
func (s *Service) List(ctx context.Context, f Filter) ([]Row, error) {
	if f.Limit <= 0 || f.Limit > 200 {
		f.Limit = 200
	}
	q := s.ws.DB.Read(ctx).Order("id DESC").Limit(f.Limit)
	if f.Status != "" {
		q = q.Where("status = ?", f.Status)
	}
	if f.Staff != 0 {
		q = q.Where("staff_id = ?", f.Staff)
	}
	if f.Before != 0 {
		q = q.Where("id < ?", f.Before)
	}
	rows := []Row{}
	if err := q.Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("intake: list: %w", err)
	}
	return rows, nil
}

// Get gives one reply.
func (s *Service) Get(ctx context.Context, id int64) (Row, error) {
	var row Row
	err := s.ws.DB.Read(ctx).Take(&row, "id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, workspace.ErrNotFound
	}
	if err != nil {
		return row, fmt.Errorf("intake: reply: %w", err)
	}
	return row, nil
}

// Counts says how many replies there are by status.
func (s *Service) Counts(ctx context.Context) (map[Status]int, error) {
	var rows []struct {
		Status Status
		N      int
	}
	if err := s.ws.DB.Read(ctx).Raw("SELECT status, COUNT(*) AS n FROM reply GROUP BY status").Scan(&rows).Error; err != nil {
		return nil, fmt.Errorf("intake: counts: %w", err)
	}
	counts := map[Status]int{}
	for _, r := range rows {
		counts[r.Status] = r.N
	}
	return counts, nil
}

// Held says whether a possible leave or pause of somebody waits for a person:
// until it is decided, nothing goes to that one.
func (s *Service) Held(ctx context.Context, staffID int64) (bool, error) {
	var n int64
	err := s.ws.DB.Read(ctx).Model(&Row{}).
		Where("status = ? AND staff_id = ? AND (may_leave OR proposed IN ?)", Waiting, staffID, []reply.State{reply.OptOut, reply.Paused, reply.Refused}).Count(&n).Error
	if err != nil {
		return false, fmt.Errorf("intake: held: %w", err)
	}
	return n > 0, nil
}
