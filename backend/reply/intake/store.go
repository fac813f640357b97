package intake

import (
	"context"
	"errors"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"relais/backend/reply"
	"relais/backend/workspace"
)

// earlier gives the replies that these messages were read as before, by message,
// and the id of the next new one. Requests and shares point at a reply before it is
// kept: nobody else writes until the transaction of ctx ends.
func (s *Service) earlier(ctx context.Context, mails []received) (before map[int64]Row, next int64, err error) {
	ids := make([]int64, len(mails))
	for i, m := range mails {
		ids[i] = m.in.ID
	}
	var rows []Row
	if err := s.ws.DB.Write(ctx).Where("inbound_id IN ?", ids).Find(&rows).Error; err != nil {
		return nil, 0, fmt.Errorf("intake: reply: %w", err)
	}
	if err := s.ws.DB.Write(ctx).Raw("SELECT COALESCE(MAX(id), 0) + 1 FROM reply").Scan(&next).Error; err != nil {
		return nil, 0, fmt.Errorf("intake: reply: %w", err)
	}
	before = make(map[int64]Row, len(rows))
	for _, r := range rows {
		before[r.InboundID] = r
	}
	return before, next, nil
}

// keepTogether is how many replies go into one INSERT: the driver takes time with
// the square of the values in it.
const keepTogether = 10

// rare are columns in which few replies have anything: the table knows what stands
// in the others, and each value costs.
func rare() []string {
	return []string{"URLs", "Figures", "Audiences", "Items", "Links", "UntilOn"}
}

func (r *Row) plain() bool {
	return len(r.URLs)+len(r.Figures)+len(r.Audiences)+len(r.Items)+len(r.Links)+len(r.UntilOn) == 0
}

// keep writes replies, new and changed ones, with what they say of each request.
func (s *Service) keep(ctx context.Context, fresh, changed []*Row, said []requestRow) error {
	var plain, full []*Row
	for _, row := range fresh {
		if row.whole(); row.plain() {
			plain = append(plain, row)
		} else {
			full = append(full, row)
		}
	}
	for _, row := range changed {
		row.whole()
	}
	db, replacing := s.ws.DB.Write(ctx), clause.OnConflict{UpdateAll: true}
	var err error
	if len(plain) > 0 {
		err = db.Omit(rare()...).CreateInBatches(plain, keepTogether).Error
	}
	if len(full) > 0 && err == nil {
		err = db.CreateInBatches(full, keepTogether).Error
	}
	if len(changed) > 0 && err == nil {
		err = db.Clauses(replacing).CreateInBatches(changed, keepTogether).Error
	}
	if len(said) > 0 && err == nil {
		err = db.Clauses(replacing).CreateInBatches(said, 50).Error
	}
	if err != nil {
		return fmt.Errorf("intake: reply: %w", err)
	}
	return nil
}

// said gives the answers as rows of their reply.
func said(row *Row, answers []answer) []requestRow {
	rows := make([]requestRow, 0, len(answers))
	for _, a := range answers {
		rows = append(rows, requestRow{row.ID, a.put.ID, a.state})
	}
	return rows
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

// Waiting gives a page of what waits for a person: the replies of known people, then what strangers wrote, each the newest
// first. However much mail somebody unknown sends, it hides nobody's answer. after is the last one of the page above, or 0.
func (s *Service) Waiting(ctx context.Context, after int64, limit int) ([]Row, error) {
	from := Row{StaffID: new(int64)} // where it is gone, from the beginning
	if after != 0 {
		if err := s.ws.DB.Read(ctx).Select("id", "staff_id").Limit(1).Find(&from, "id = ?", after).Error; err != nil {
			return nil, fmt.Errorf("intake: waiting: %w", err)
		}
	}
	rows := []Row{}
	for _, who := range []string{"staff_id IS NOT NULL", "staff_id IS NULL"} {
		known := who == "staff_id IS NOT NULL"
		if known && from.StaffID == nil {
			continue
		}
		q := s.ws.DB.Read(ctx).Order("id DESC").Limit(limit-len(rows)).Where("status = ?", Waiting).Where(who)
		if from.ID != 0 && known == (from.StaffID != nil) {
			q = q.Where("id < ?", from.ID)
		}
		var some []Row
		if err := q.Find(&some).Error; err != nil {
			return nil, fmt.Errorf("intake: waiting: %w", err)
		}
		if rows = append(rows, some...); len(rows) == limit {
			break
		}
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
