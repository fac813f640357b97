package report

// members is who was there in a span of days, under a filter of people.
type members struct {
	active    set
	count     int64
	headcount int64 // employed on the last day
	invited   int64
	accepted  int64 // of those invited in the span
}

// asked is a filter of people, as codes of people.words: anyCode is everybody,
// noCode nobody.
type asked struct{ department, language int }

func (p *people) asked(filter Filter) asked {
	return asked{p.find(filter.Department), p.find(filter.Language)}
}

func (a asked) speaks(one *person) bool { return a.language == anyCode || one.tongue == a.language }

func (a asked) at(one *person, day int32) bool {
	return a.department == anyCode || one.departmentOn(day) == a.department
}

// membersIn counts active members of a span, and the headcount on its last day,
// as of then: of a department are those who were there on the day in question.
func (f *facts) membersIn(a asked, s span) members {
	m := members{active: newSet(f.persons)}
	for _, one := range f.people.all {
		if !a.speaks(one) {
			continue
		}
		if one.employed.from <= s.to && one.employed.to >= s.to && a.at(one, s.to) {
			m.headcount++
		}
		if one.presentIn(s, a.department) {
			m.active.add(int(one.id))
			m.count++
		}
		m.invite(one, a, s)
	}
	return m
}

// invite counts a person who was invited in the span, and whether they joined
// after that.
func (m *members) invite(one *person, a asked, s span) {
	for _, day := range one.invited {
		if day < s.from || day > s.to || !a.at(one, day) {
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
