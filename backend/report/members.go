package report

// members is who was there in a span of days, under a filter of people.
type members struct {
	active    set
	count     int64
	headcount int64 // employed on the last day
	invited   int64
	accepted  int64 // of those invited in the span
	ids       map[int64]bool
}

// membersIn counts active members of a span, and the headcount on its last day,
// as of then.
func (f *facts) membersIn(filter Filter, s span) members {
	m := members{active: newSet(f.persons), ids: map[int64]bool{}}
	for _, one := range f.people.all {
		if filter.Language != "" && one.language != filter.Language {
			continue
		}
		if one.employed.from <= s.to && one.employed.to >= s.to && one.belongs(filter.Department, span{s.to, s.to}) {
			m.headcount++
		}
		if !one.belongs(filter.Department, s) {
			continue
		}
		if one.activeIn(s) {
			m.active.add(int(one.id))
			m.ids[one.id] = true
			m.count++
		}
		m.invite(one, s)
	}
	return m
}

// invite counts a person who was invited in the span, and whether they joined
// after that.
func (m *members) invite(one *person, s span) {
	for _, day := range one.invited {
		if day < s.from || day > s.to {
			continue
		}
		m.invited++
		for _, joined := range one.accepted {
			if joined >= day {
				m.accepted++
				break
			}
		}
		return
	}
}

// belongs says whether a person was of the department on a day of the span; ""
// is any.
func (one *person) belongs(department string, s span) bool {
	if department == "" {
		return true
	}
	for _, name := range one.departmentsIn(s) {
		if name == department {
			return true
		}
	}
	return false
}
