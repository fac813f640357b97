package staff

import (
	"context"
	"fmt"
	"strings"

	"gorm.io/gorm"

	"relais/backend/staff/roster"
)

// Filter narrows a list of people. The zero value gives everybody who is in the firm or was, the erased left out.
type Filter struct {
	Query        string // words in the name, an address or the job
	Memberships  []Membership
	DepartmentID int64
	TopicID      int64  // who declares it or is proposed for it
	Network      string // who has an open account there
	Language     string
	Present      bool // only who is in the firm today
	Gone         bool // only who left the firm
	Unreachable  bool // only who has no address that works
	NoAudience   bool // only members of whom no audience is known
	NoTopic      bool
	IDs          []int64 // only these people, where there are any
	Offset       int
	Limit        int // 0 gives all
}

// List gives people in alphabetical order, never by any score, and how many there are in all pages.
func (s *Service) List(ctx context.Context, f Filter) ([]Person, int64, error) {
	ids := []int64{}
	if err := s.filtered(ctx, f).Order("staff.name_key, staff.id").Pluck("staff.id", &ids).Error; err != nil {
		return nil, 0, fmt.Errorf("staff: list: %w", err)
	}
	total := int64(len(ids))
	if f.Limit > 0 { // one pass gives both the page and the number: counting apart costs the same again
		from := min(max(f.Offset, 0), len(ids))
		ids = ids[from:min(from+f.Limit, len(ids))]
	}
	people, err := s.load(ctx, ids)
	return people, total, err
}

// Select gives the ids of everybody whom a filter lets through, in the order of List.
func (s *Service) Select(ctx context.Context, f Filter) ([]int64, error) {
	ids := []int64{}
	if err := s.filtered(ctx, f).Order("staff.name_key, staff.id").Limit(MaxBulk).Pluck("staff.id", &ids).Error; err != nil {
		return nil, fmt.Errorf("staff: select: %w", err)
	}
	return ids, nil
}

func (s *Service) filtered(ctx context.Context, f Filter) *gorm.DB {
	q := s.ws.DB.Read(ctx).Model(&Staff{}).Where("staff.erased_at IS NULL")
	for _, word := range strings.Fields(f.Query) {
		like := "%" + escapeLike(roster.Fold(word)) + "%"
		plain := "%" + escapeLike(strings.ToLower(word)) + "%"
		q = q.Where(`(staff.name_key LIKE ? ESCAPE '\' AND ? <> '%%' OR lower(staff.job_title) LIKE ? ESCAPE '\'
			OR staff.id IN (SELECT a.staff_id FROM staff_address a WHERE a.address_key LIKE ? ESCAPE '\')
			OR staff.department_id IN (SELECT d.id FROM department d WHERE d.name_key LIKE ? ESCAPE '\' AND ? <> '%%'))`, like, like, plain, plain, like, like)
	}
	if len(f.IDs) > 0 {
		q = q.Where("staff.id IN ?", f.IDs)
	}
	if len(f.Memberships) > 0 {
		q = q.Where("staff.membership IN ?", f.Memberships)
	}
	if f.DepartmentID != 0 {
		q = q.Where("staff.department_id = ?", f.DepartmentID)
	}
	if f.TopicID != 0 {
		q = q.Where("EXISTS (SELECT 1 FROM staff_topic t WHERE t.staff_id = staff.id AND t.topic_id = ? AND t.stance <> 'refused')", f.TopicID)
	}
	if f.Network != "" {
		q = q.Where("EXISTS (SELECT 1 FROM account c WHERE c.staff_id = staff.id AND c.network = ? AND c.closed_at IS NULL)", f.Network)
	}
	if f.Language != "" {
		q = q.Where("(staff.language = ? OR EXISTS (SELECT 1 FROM staff_language l WHERE l.staff_id = staff.id AND l.language = ?))", f.Language, f.Language)
	}
	return s.conditions(q, f)
}

func (s *Service) conditions(q *gorm.DB, f Filter) *gorm.DB {
	if f.Present {
		q = q.Where("(staff.left_on IS NULL OR staff.left_on >= ?)", s.today())
	}
	if f.Gone {
		q = q.Where("staff.left_on < ?", s.today())
	}
	if f.Unreachable {
		q = q.Where("NOT EXISTS (SELECT 1 FROM staff_address a WHERE a.staff_id = staff.id AND a.bounce_kind <> 'hard')")
	}
	if f.NoAudience {
		q = q.Where(`staff.membership IN ('active', 'paused') AND NOT EXISTS (SELECT 1 FROM account c JOIN audience u ON u.account_id = c.id
			WHERE c.staff_id = staff.id AND c.closed_at IS NULL)`)
	}
	if f.NoTopic {
		q = q.Where("NOT EXISTS (SELECT 1 FROM staff_topic t WHERE t.staff_id = staff.id AND t.stance <> 'refused')")
	}
	return q
}

func escapeLike(text string) string {
	return strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(text)
}

// Count is how many people stand where, of those in the firm today.
type Count struct {
	Membership Membership
	People     int64
}

// Counts gives the number of people by membership.
func (s *Service) Counts(ctx context.Context) ([]Count, error) {
	out := []Count{}
	err := s.ws.DB.Read(ctx).Raw(`SELECT membership, COUNT(*) AS people FROM staff
		WHERE erased_at IS NULL AND (left_on IS NULL OR left_on >= ?) GROUP BY membership`, s.today()).Scan(&out).Error
	if err != nil {
		return nil, fmt.Errorf("staff: counts: %w", err)
	}
	return out, nil
}
