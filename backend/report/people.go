package report

import (
	"database/sql"
	"math"
	"sort"
	"time"

	"gorm.io/gorm"

	"relais/backend/share"
)

// span is a run of days, both included.
type span struct{ from, to int32 }

const (
	everFrom = math.MinInt32 + 1
	everTo   = math.MaxInt32
)

// meets says whether two spans share a day; a span that ends before it begins has none.
func (s span) meets(o span) bool { return max(s.from, o.from) <= min(s.to, o.to) }

// stay is a span in a department.
type stay struct {
	span
	department string
	code       int // of the department's name in people.words
}

// person is what figures need to know of one person over time.
type person struct {
	id       int64
	language string
	employed span
	current  string // department of today, where the history says nothing
	now      int    // code of current in people.words
	tongue   int    // code of language in people.words
	stays    []stay
	active   []span
	invited  []int32 // days of invitations
	accepted []int32 // days on which they became active
}

// declared is one figure of somebody's audience.
type declared struct {
	staff   int64
	network string
	account int64
	day     int32
	size    int64
	closed  int32 // the day on which the account was closed, or everTo
}

// people is everybody, with their history, as of one version of the tables.
type people struct {
	version   int64
	byID      map[int64]*person
	all       []*person
	at        []*person // by id
	words     []string  // names of departments and languages, by code
	codes     map[string]int
	audiences []declared // by account, oldest first
}

// readPeople gives everybody, from memory where nothing changed since.
func (s *Service) readPeople(db *gorm.DB) (*people, error) {
	var version int64
	if err := db.Raw("SELECT version FROM report_mark WHERE subject = 'people'").Scan(&version).Error; err != nil {
		return nil, err
	}
	if s.people != nil && s.people.version == version {
		return s.people, nil
	}
	p := &people{version: version, byID: map[int64]*person{}, codes: map[string]int{}}
	for _, read := range []func(*gorm.DB) error{p.readStaff, p.readStays, p.readEvents, p.readAudiences} {
		if err := read(db); err != nil {
			return nil, err
		}
	}
	sort.Slice(p.all, func(i, j int) bool { return p.all[i].id < p.all[j].id })
	if n := len(p.all); n > 0 {
		p.at = make([]*person, p.all[n-1].id+1)
	}
	for _, one := range p.all {
		p.at[one.id] = one
	}
	s.people = p
	return p, nil
}

// code gives the number of a word.
func (p *people) code(word string) int {
	c, ok := p.codes[word]
	if !ok {
		c = len(p.words)
		p.codes[word] = c
		p.words = append(p.words, word)
	}
	return c
}

// find gives the number of a word of a filter: anyCode for "", noCode where
// nobody has it.
func (p *people) find(word string) int {
	if word == "" {
		return anyCode
	}
	if c, ok := p.codes[word]; ok {
		return c
	}
	return noCode
}

// one gives the person with this id, or nil.
func (p *people) one(id int32) *person {
	if id < 0 || int(id) >= len(p.at) {
		return nil
	}
	return p.at[id]
}

func (p *people) readStaff(db *gorm.DB) error {
	return scanEach(db, func(scan func(...any) error) error {
		one := &person{}
		var joined, left sql.NullString
		if err := scan(&one.id, &one.language, &one.current, &joined, &left); err != nil {
			return err
		}
		one.employed = span{dayFrom(joined, everFrom), dayFrom(left, everTo)}
		one.now, one.tongue = p.code(one.current), p.code(one.language)
		p.byID[one.id] = one
		p.all = append(p.all, one)
		return nil
	}, `SELECT s.id, s.language, COALESCE(d.name, ''), s.joined_on, s.left_on FROM staff s LEFT JOIN department d ON d.id = s.department_id`)
}

// dayFrom reads a calendar date; a month or a year alone, as erasures leave it,
// stands for its first day.
func dayFrom(text sql.NullString, none int32) int32 {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, text.String); text.Valid && err == nil {
			return share.DayNumber(t)
		}
	}
	return none
}

func (p *people) readStays(db *gorm.DB) error {
	return scanEach(db, func(scan func(...any) error) error {
		var id int64
		var name string
		var from, to sql.NullString
		if err := scan(&id, &name, &from, &to); err != nil {
			return err
		}
		if one := p.byID[id]; one != nil {
			one.stays = append(one.stays, stay{span{dayFrom(from, everFrom), dayFrom(to, everTo)}, name, p.code(name)})
		}
		return nil
	}, `SELECT sd.staff_id, d.name, sd.from_on, sd.to_on FROM staff_department sd JOIN department d ON d.id = sd.department_id ORDER BY sd.id`)
}

// readEvents turns the consent record into spans of active membership. A pause
// with an end is over on that day, whether or not an event says so.
func (p *people) readEvents(db *gorm.DB) error {
	open := map[int64]int32{}
	closeAt := func(one *person, day int32) {
		if from, ok := open[one.id]; ok {
			if day >= from {
				one.active = append(one.active, span{from, day})
			}
			delete(open, one.id)
		}
	}
	err := scanEach(db, func(scan func(...any) error) error {
		var id, at int64
		var state string
		var until sql.NullString
		if err := scan(&id, &state, &until, &at); err != nil {
			return err
		}
		one := p.byID[id]
		if one == nil {
			return nil
		}
		day := dayOf(at)
		switch state {
		case "active":
			one.accepted = append(one.accepted, day)
			if from, ok := open[id]; !ok || from > day {
				open[id] = day
			}
		case "paused":
			closeAt(one, day)
			if end := dayFrom(until, everTo); end != everTo {
				open[id] = max(end, day)
			}
		default:
			closeAt(one, day)
			if state == "invited" {
				one.invited = append(one.invited, day)
			}
		}
		return nil
	}, "SELECT staff_id, state, until_on, at FROM membership_event ORDER BY staff_id, at, id")
	for id := range open {
		closeAt(p.byID[id], everTo)
	}
	return err
}

func (p *people) readAudiences(db *gorm.DB) error {
	return scanEach(db, func(scan func(...any) error) error {
		var d declared
		var asOf sql.NullString
		var closed sql.NullInt64
		if err := scan(&d.staff, &d.network, &d.account, &asOf, &d.size, &closed); err != nil {
			return err
		}
		d.day, d.closed = dayFrom(asOf, everFrom), everTo
		if closed.Valid {
			d.closed = dayOf(closed.Int64)
		}
		p.audiences = append(p.audiences, d)
		return nil
	}, `SELECT ac.staff_id, ac.network, ac.id, au.as_of, au.size, ac.closed_at FROM audience au JOIN account ac ON ac.id = au.account_id
		ORDER BY ac.id, au.as_of, au.id`)
}

// departmentsIn gives the departments that a person belonged to in a span. For
// days of which the history says nothing that is today's.
func (one *person) departmentsIn(s span) []string {
	var names []string
	for _, st := range one.stays {
		if st.meets(s) {
			names = append(names, st.department)
		}
	}
	if !one.covered(s) {
		names = append(names, one.current)
	}
	return names
}

// covered says whether the history knows the department of every day of a span.
func (one *person) covered(s span) bool {
	for day := s.from; ; {
		end, found := day, false
		for _, st := range one.stays {
			if st.from <= day && day <= st.to {
				end, found = max(end, st.to), true
			}
		}
		if !found {
			return false
		}
		if end >= s.to {
			return true
		}
		day = end + 1
	}
}

// departmentOn gives the department of one day, as a code of people.words.
func (one *person) departmentOn(day int32) int {
	code, from := one.now, int32(math.MinInt32)
	for _, st := range one.stays {
		if st.from <= day && day <= st.to && st.from >= from {
			code, from = st.code, st.from
		}
	}
	return code
}

// activeIn says whether the person was an active member on a day of the span,
// and still in the firm then.
func (one *person) activeIn(s span) bool {
	for _, a := range one.active {
		if both := (span{max(a.from, one.employed.from), min(a.to, one.employed.to)}); both.from <= both.to && both.meets(s) {
			return true
		}
	}
	return false
}

// audienceOn sums, by network, the audience that active members had declared by
// a day, and counts those of whom it is not known.
func (p *people) audienceOn(day int32, among map[int64]bool) (byNetwork map[string]int64) {
	byNetwork = map[string]int64{}
	for i := 0; i < len(p.audiences); {
		last, account := -1, p.audiences[i].account
		for ; i < len(p.audiences) && p.audiences[i].account == account; i++ {
			if d := p.audiences[i]; d.day <= day && d.closed > day && among[d.staff] && d.size <= share.MaxAudience {
				last = i
			}
		}
		if last >= 0 {
			byNetwork[p.audiences[last].network] += p.audiences[last].size
		}
	}
	return byNetwork
}
