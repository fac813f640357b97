package report

import (
	"context"
	"fmt"

	"relais/backend/workspace"
)

// PersonYear is what one person's year was, for that person alone: it appears in
// the letter that they get and on no screen.
type PersonYear struct {
	Given     int    // messages with something for them; a digest is one
	Useful    int    // what they shared or found worth reading
	Shared    int    // their counted shares
	Suggested int    // articles that they proposed
	Reach     *int64 // potential reach of the shares whose audience is known; nil where none is
	Titles    []string
}

// mostTitles is how many of the shared posts the letter names.
const mostTitles = 5

// YearOf sums up a calendar year of one person.
func YearOf(ctx context.Context, ws *workspace.Workspace, staffID int64, year int) (PersonYear, error) {
	var out PersonYear
	db := ws.DB.Read(ctx)
	from, to := fmt.Sprintf("%04d-01-01", year), fmt.Sprintf("%04d-12-31", year)
	begin, err := Filter{From: from, To: to}.millis()
	if err != nil {
		return out, err
	}
	err = db.Raw(`SELECT
			COUNT(DISTINCT CASE WHEN p.kind = 'give' THEN COALESCE(r.message_id, -r.id) END) AS given,
			COUNT(CASE WHEN r.state IN ('read', 'shared') THEN 1 END) AS useful
		FROM request r JOIN post p ON p.id = r.post_id WHERE r.staff_id = ? AND r.sent_at >= ? AND r.sent_at < ?`,
		staffID, begin[0], begin[1]).Row().Scan(&out.Given, &out.Useful)
	if err != nil {
		return out, fmt.Errorf("report: year: %w", err)
	}
	err = db.Raw(`SELECT COUNT(*), SUM(CASE WHEN audience <= 1000000 THEN audience END) FROM share
		WHERE staff_id = ? AND state = 'counted' AND shared_on BETWEEN ? AND ?`, staffID, from, to).Row().Scan(&out.Shared, &out.Reach)
	if err != nil {
		return out, fmt.Errorf("report: year: %w", err)
	}
	err = db.Raw(`SELECT COUNT(*) FROM article WHERE suggested_by = ? AND added_at >= ? AND added_at < ?`,
		staffID, begin[0], begin[1]).Scan(&out.Suggested).Error
	if err != nil {
		return out, fmt.Errorf("report: year: %w", err)
	}
	err = db.Raw(`SELECT DISTINCT p.title FROM share s JOIN post p ON p.id = s.post_id
		WHERE s.staff_id = ? AND s.state = 'counted' AND s.shared_on BETWEEN ? AND ? ORDER BY p.title LIMIT ?`,
		staffID, from, to, mostTitles).Scan(&out.Titles).Error
	if err != nil {
		return out, fmt.Errorf("report: year: %w", err)
	}
	return out, nil
}

// millis gives the first moment of the period and the first one after it.
func (f Filter) millis() ([2]int64, error) {
	from, to, err := f.period()
	return [2]int64{from.UnixMilli(), to.AddDate(0, 0, 1).UnixMilli()}, err
}
