package report

import (
	"database/sql"
	"time"

	"gorm.io/gorm"

	"relais/backend/share"
)

// peopleSpan is how many staff ids one packed segment covers.
const peopleSpan = 256

// raw is a person as the tables have them: words are written out.
type raw struct {
	person
	language, department string
	places               []string // the departments of the stays
}

// readRaw reads the people of one segment from the tables.
func readRaw(db *gorm.DB, segment int64) ([]*raw, error) {
	r := &rawReader{db: db, from: segment * peopleSpan, byID: map[int64]*raw{}}
	for _, read := range []func() error{r.staff, r.stays, r.events, r.audiences} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return r.all, nil
}

type rawReader struct {
	db   *gorm.DB
	from int64
	byID map[int64]*raw
	all  []*raw
}

func (r *rawReader) each(row func(scan func(...any) error) error, query string) error {
	return scanEach(r.db, row, query, r.from, r.from+peopleSpan-1)
}

func (r *rawReader) staff() error {
	return r.each(func(scan func(...any) error) error {
		one := &raw{}
		var joined, left sql.NullString
		if err := scan(&one.id, &one.language, &one.department, &joined, &left); err != nil {
			return err
		}
		one.employed = span{dayFrom(joined, everFrom), dayFrom(left, everTo)}
		r.byID[one.id] = one
		r.all = append(r.all, one)
		return nil
	}, `SELECT s.id, s.language, COALESCE(d.name, ''), s.joined_on, s.left_on FROM staff s LEFT JOIN department d ON d.id = s.department_id
		WHERE s.id BETWEEN ? AND ? ORDER BY s.id`)
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

func (r *rawReader) stays() error {
	return r.each(func(scan func(...any) error) error {
		var id int64
		var name string
		var from, to sql.NullString
		if err := scan(&id, &name, &from, &to); err != nil {
			return err
		}
		if one := r.byID[id]; one != nil {
			one.stays = append(one.stays, stay{span: span{dayFrom(from, everFrom), dayFrom(to, everTo)}})
			one.places = append(one.places, name)
		}
		return nil
	}, `SELECT sd.staff_id, d.name, sd.from_on, sd.to_on FROM staff_department sd JOIN department d ON d.id = sd.department_id
		WHERE sd.staff_id BETWEEN ? AND ? ORDER BY sd.id`)
}

// events turns the consent record into spans of active membership. A pause with
// an end is over on that day, whether or not an event says so.
func (r *rawReader) events() error {
	open := map[int64]int32{}
	closeAt := func(one *raw, day int32) {
		if from, ok := open[one.id]; ok {
			if day >= from {
				one.active = append(one.active, span{from, day})
			}
			delete(open, one.id)
		}
	}
	err := r.each(func(scan func(...any) error) error {
		var id, at int64
		var state string
		var until sql.NullString
		if err := scan(&id, &state, &until, &at); err != nil {
			return err
		}
		one := r.byID[id]
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
	}, "SELECT staff_id, state, until_on, at FROM membership_event WHERE staff_id BETWEEN ? AND ? ORDER BY staff_id, at, id")
	for id := range open {
		closeAt(r.byID[id], everTo)
	}
	return err
}

func (r *rawReader) audiences() error {
	return r.each(func(scan func(...any) error) error {
		var id int64
		var d declared
		var asOf sql.NullString
		var closed sql.NullInt64
		if err := scan(&id, &d.network, &d.account, &asOf, &d.size, &closed); err != nil {
			return err
		}
		d.day, d.closed = dayFrom(asOf, everFrom), everTo
		if closed.Valid {
			d.closed = dayOf(closed.Int64)
		}
		if one := r.byID[id]; one != nil {
			one.audiences = append(one.audiences, d)
		}
		return nil
	}, `SELECT ac.staff_id, ac.network, ac.id, au.as_of, au.size, ac.closed_at FROM audience au JOIN account ac ON ac.id = au.account_id
		WHERE ac.staff_id BETWEEN ? AND ? ORDER BY ac.id, au.as_of, au.id`)
}
