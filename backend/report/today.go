package report

import (
	"context"
	"fmt"
	"time"

	"relais/backend/workspace"
)

// Needs counts what waits for a person, each with a screen that settles it.
type Needs struct {
	NewArticles     int64 // in the inbox, not sorted
	DraftsToApprove int64 // posts submitted
	RepliesToReview int64
	OnlyAsked       int64 // active advocates with asks and without a give in the last 90 days
	OffersExpiring  int64 // kept job offers that close within 7 days
	MailStuck       int64 // rejected, unknown or quarantined messages that nobody has settled
	NotInvited      int64 // staff who are there and were never invited

	Staff   int64 // people who are there
	Invited int64 // people who were ever invited
	Sources int64
}

// present is the condition on staff for being there now; its parameter is today.
const present = `erased_at IS NULL AND (left_on IS NULL OR left_on > ?)`

// Week is what went out and came back in the seven days from Monday, in UTC.
type Week struct {
	Monday               time.Time
	Given, Asked, Shared int64
}

// balanceDays is how far back the balance of gives and asks looks (DESIGN: 90 days).
const balanceDays = 90

// onlyAsked are the active advocates who were asked and not given; its two
// parameters are the begin of the balance.
const onlyAsked = ` FROM staff s WHERE s.membership = 'active'
	AND EXISTS (SELECT 1 FROM request r JOIN post p ON p.id = r.post_id
		WHERE r.staff_id = s.id AND r.sent_at >= ? AND p.kind = 'ask')
	AND NOT EXISTS (SELECT 1 FROM request r JOIN post p ON p.id = r.post_id
		WHERE r.staff_id = s.id AND r.sent_at >= ? AND p.kind = 'give')`

func onlyAskedSince(now time.Time) []any {
	from := workspace.At(now.AddDate(0, 0, -balanceDays))
	return []any{from, from}
}

// OnlyAsked gives the ids of the active advocates who were asked in the last
// 90 days and given nothing.
func OnlyAsked(ctx context.Context, ws *workspace.Workspace) ([]int64, error) {
	ids := []int64{}
	if err := ws.DB.Read(ctx).Raw(`SELECT s.id`+onlyAsked, onlyAskedSince(ws.Now().UTC())...).Scan(&ids).Error; err != nil {
		return nil, fmt.Errorf("report: only asked: %w", err)
	}
	return ids, nil
}

// Today reads the workspace for what needs a person. Each count is one query over an
// index, so that the screen is there at once with 100,000 articles.
func Today(ctx context.Context, ws *workspace.Workspace) (Needs, error) {
	now := ws.Now().UTC()
	today := now.Format(time.DateOnly)
	var n Needs
	for _, q := range []struct {
		into *int64
		sql  string
		args []any
	}{
		{&n.NewArticles, `SELECT COUNT(*) FROM article WHERE state = 'inbox' AND duplicate_of IS NULL`, nil},
		{&n.DraftsToApprove, `SELECT COUNT(*) FROM post WHERE state = 'submitted' AND template = 0`, nil},
		{&n.RepliesToReview, `SELECT COUNT(*) FROM reply WHERE status = 'waiting'`, nil},
		{&n.OnlyAsked, `SELECT COUNT(*)` + onlyAsked, onlyAskedSince(now)},
		{&n.OffersExpiring, `SELECT COUNT(*) FROM article WHERE kind = 'job_offer' AND state = 'kept' AND COALESCE(closes_on, expires_on) BETWEEN ? AND ?`,
			[]any{today, now.AddDate(0, 0, 7).Format(time.DateOnly)}},
		{&n.MailStuck, `SELECT COUNT(*) FROM message WHERE (state IN ('rejected', 'unknown') AND resolved_by = '')
			OR (quarantined = 1 AND state = 'queued')`, nil},
		{&n.NotInvited, `SELECT COUNT(*) FROM staff WHERE membership = 'none' AND ` + present, []any{today}},
		{&n.Staff, `SELECT COUNT(*) FROM staff WHERE ` + present, []any{today}},
		{&n.Invited, `SELECT COUNT(*) FROM staff WHERE membership <> 'none'`, nil},
		{&n.Sources, `SELECT COUNT(*) FROM source`, nil},
	} {
		if err := ws.DB.Read(ctx).Raw(q.sql, q.args...).Scan(q.into).Error; err != nil {
			return Needs{}, fmt.Errorf("report: today: %w", err)
		}
	}
	return n, nil
}

// LastWeeks gives the newest n weeks, oldest first, with zeros where nothing happened.
func LastWeeks(ctx context.Context, ws *workspace.Workspace, n int) ([]Week, error) {
	now := ws.Now().UTC()
	monday := now.AddDate(0, 0, -((int(now.Weekday()) + 6) % 7)).Truncate(24 * time.Hour)
	first := monday.AddDate(0, 0, -7*(n-1))
	weeks := make([]Week, n)
	for i := range weeks {
		weeks[i].Monday = first.AddDate(0, 0, 7*i)
	}
	const span = int64(7 * 24 * time.Hour / time.Millisecond)
	var sent []struct {
		Week  int
		Kind  string
		Count int64
	}
	err := ws.DB.Read(ctx).Raw(`SELECT (r.sent_at - ?) / ? AS week, p.kind AS kind, COUNT(DISTINCT r.message_id) AS count
		FROM request r JOIN post p ON p.id = r.post_id WHERE r.sent_at >= ? GROUP BY 1, 2`,
		first.UnixMilli(), span, first.UnixMilli()).Scan(&sent).Error
	if err != nil {
		return nil, fmt.Errorf("report: weeks: %w", err)
	}
	for _, row := range sent {
		if row.Week < 0 || row.Week >= n {
			continue
		}
		if row.Kind == "give" {
			weeks[row.Week].Given += row.Count
		} else {
			weeks[row.Week].Asked += row.Count
		}
	}
	var shared []struct {
		Day   string
		Count int64
	}
	err = ws.DB.Read(ctx).Raw(`SELECT shared_on AS day, COUNT(*) AS count FROM share WHERE state = 'counted' AND shared_on >= ? GROUP BY shared_on`,
		first.Format(time.DateOnly)).Scan(&shared).Error
	if err != nil {
		return nil, fmt.Errorf("report: weeks: %w", err)
	}
	for _, row := range shared {
		day, err := time.Parse(time.DateOnly, row.Day)
		if i := int(day.Sub(first).Hours()) / (7 * 24); err == nil && i >= 0 && i < n {
			weeks[i].Shared += row.Count
		}
	}
	return weeks, nil
}
