package report

import (
	"time"

	"relais/backend/workspace"
)

// Filter says which part of the programme a view is about. Days are YYYY-MM-DD,
// both included; "" and 0 are no limit.
type Filter struct {
	From, To   string
	Campaign   int64
	Objective  string // employer_brand, referral, visibility, traffic or business
	Topic      int64
	Department string
	Network    string
	Language   string
}

// narrow says whether the filter looks at a part of the people.
func (f Filter) narrow() bool { return f.Department != "" || f.Language != "" }

// aboutPosts says whether the filter looks at a part of the posts.
func (f Filter) aboutPosts() bool { return f.Campaign != 0 || f.Objective != "" || f.Topic != 0 }

// Period gives the filter's days as times; the whole of time where it has none.
func (f Filter) period() (from, to time.Time, err error) {
	from, to = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, d := range []struct {
		text string
		into *time.Time
	}{{f.From, &from}, {f.To, &to}} {
		if d.text == "" {
			continue
		}
		t, err := time.Parse(time.DateOnly, d.text)
		if err != nil {
			return from, to, workspace.NewFault("date_unreadable", "date", d.text).Wrap(err)
		}
		*d.into = t
	}
	if to.Before(from) {
		return from, to, workspace.NewFault("period_backwards", "from", f.From, "to", f.To)
	}
	return from, to, nil
}

// Before gives the period of the same length that ends the day before this one
// begins; false where the period is open on a side.
func (f Filter) Before() (Filter, bool) {
	from, to, err := f.period()
	if err != nil || f.From == "" || f.To == "" {
		return f, false
	}
	before := f
	if wholeMonths(from, to) {
		months := (to.Year()-from.Year())*12 + int(to.Month()-from.Month()) + 1
		before.From = from.AddDate(0, -months, 0).Format(time.DateOnly)
	} else {
		days := int(to.Sub(from).Hours()/24) + 1
		before.From = from.AddDate(0, 0, -days).Format(time.DateOnly)
	}
	before.To = from.AddDate(0, 0, -1).Format(time.DateOnly)
	return before, true
}

// wholeMonths says whether a period begins with a month and ends with one: the
// period before is then as many months, however many days those have.
func wholeMonths(from, to time.Time) bool {
	return from.Day() == 1 && to.AddDate(0, 0, 1).Day() == 1
}

// ParsePeriod checks the days of a filter and gives them as times.
func ParsePeriod(f Filter) (from, to time.Time, err error) { return f.period() }
