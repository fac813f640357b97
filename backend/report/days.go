package report

import (
	"database/sql"
	"time"
)

func dayText(text string) int32 {
	return dayFrom(sql.NullString{String: text, Valid: true}, notSent)
}

func dayString(day int32) string { return dayTime(day).Format(time.DateOnly) }

func dayTime(day int32) time.Time { return time.Unix(int64(day)*86400, 0).UTC() }

// Steps of a series.
const (
	StepWeek  = "week"
	StepMonth = "month"
	StepYear  = "year"
)

// A series has at most about forty weeks, or ten years of months.
const (
	weeksUpTo  = 190  // days
	monthsUpTo = 3800 // days
)

func stepFor(s span) string {
	switch days := int64(s.to) - int64(s.from); {
	case days <= weeksUpTo:
		return StepWeek
	case days <= monthsUpTo:
		return StepMonth
	}
	return StepYear
}

// buckets cuts a span into weeks from Monday, months or years; the first and the
// last are cut at its ends.
func buckets(s span, step string) []span {
	var out []span
	for day := s.from; day <= s.to; {
		t := dayTime(day)
		var next time.Time
		switch step {
		case StepWeek:
			next = t.AddDate(0, 0, 7-(int(t.Weekday())+6)%7)
		case StepMonth:
			next = time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC)
		default:
			next = time.Date(t.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		end := min(int32(next.Unix()/86400)-1, s.to)
		out = append(out, span{day, end})
		day = end + 1
	}
	return out
}
