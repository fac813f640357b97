package staff

import (
	"context"
	"fmt"
)

// Headcount is how many people the firm had on a day.
type Headcount struct {
	Total        int64
	ByDepartment map[int64]int64 // people whose department of then is known
}

// HeadcountOn gives who was there on a day (YYYY-MM-DD): joined by then or before anybody wrote it down, and not yet
// gone. Erased people still count, with their dates coarsened to months: totals at the end of each month stay true.
func (s *Service) HeadcountOn(ctx context.Context, day string) (Headcount, error) {
	out := Headcount{ByDepartment: map[int64]int64{}}
	db := s.ws.DB.Read(ctx)
	const present = "(p.joined_on IS NULL OR p.joined_on <= ?) AND (p.left_on IS NULL OR p.left_on >= ?)"
	if err := db.Raw("SELECT COUNT(*) FROM staff p WHERE "+present, day, day).Scan(&out.Total).Error; err != nil {
		return out, fmt.Errorf("staff: headcount: %w", err)
	}
	var rows []struct {
		DepartmentID int64
		People       int64
	}
	err := db.Raw(`SELECT h.department_id, COUNT(DISTINCT p.id) AS people FROM staff p JOIN staff_department h ON h.staff_id = p.id
		WHERE `+present+` AND (h.from_on IS NULL OR h.from_on <= ?) AND (h.to_on IS NULL OR h.to_on >= ?) GROUP BY h.department_id`,
		day, day, day, day).Scan(&rows).Error
	if err != nil {
		return out, fmt.Errorf("staff: headcount: %w", err)
	}
	for _, r := range rows {
		out.ByDepartment[r.DepartmentID] = r.People
	}
	return out, nil
}
