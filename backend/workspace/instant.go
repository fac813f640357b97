package workspace

import "time"

// Instant is a moment in Unix milliseconds, UTC. It is stored as an integer, so
// that it sorts, compares and groups the same in every SQL dialect. The zero
// value is 1970; a column that may be empty holds *Instant.
type Instant int64

// At turns a time into an Instant, dropping what is finer than a millisecond.
func At(t time.Time) Instant { return Instant(t.UnixMilli()) }

// AtPtr is At for columns that may be empty: the zero time gives nil.
func AtPtr(t time.Time) *Instant {
	if t.IsZero() {
		return nil
	}
	i := At(t)
	return &i
}

// Time gives the moment as a time in UTC.
func (i Instant) Time() time.Time { return time.UnixMilli(int64(i)).UTC() }

// RFC3339 gives the moment as it crosses to the page, or "" for nil.
func (i *Instant) RFC3339() string {
	if i == nil {
		return ""
	}
	return i.Time().Format(time.RFC3339)
}

// Week gives the number of whole weeks (Monday to Sunday) since Monday,
// 29 December 1969. Reports group by it: strftime in a GROUP BY over a million
// rows takes a second, a number none.
func (i Instant) Week() int64 {
	const day = 24 * 60 * 60 * 1000
	days := int64(i) / day
	if int64(i)%day < 0 {
		days--
	}
	weeks := days + 3 // 1 January 1970 was a Thursday.
	if weeks < 0 {
		return (weeks - 6) / 7
	}
	return weeks / 7
}
