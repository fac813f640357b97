package report

import "sort"

// Fewest is the number of people below which a total is not broken down
// (DESIGN).
const Fewest = 5

// cell is a group of people before it is shown.
type cell struct {
	key    string
	people int64 // who could stand in it
	tally  *tally
	active set
}

// protect puts groups of fewer than 5 people together into a rest. Where that
// rest would be one group, or still of fewer than 5, the smallest of the others
// joins it: else the whole less what is shown would give it away. An empty group
// tells nothing about anybody and is left out.
func protect(cells []cell) (shown, rest []cell) {
	sort.SliceStable(cells, func(i, j int) bool { return cells[i].people < cells[j].people })
	var people int64
	for i, c := range cells {
		if c.people == 0 && (c.tally == nil || (c.tally.shares == 0 && c.tally.sent == 0)) {
			continue
		}
		tooFew := c.people < Fewest
		exposed := len(rest) > 0 && (len(rest) == 1 || people < Fewest)
		if tooFew || exposed {
			rest = append(rest, cells[i])
			people += c.people
			continue
		}
		shown = append(shown, cells[i])
	}
	return shown, rest
}

// inRest says whether the group of a key is not shown alone.
func inRest(cells []cell, key string) bool {
	shown, _ := protect(cells)
	for _, c := range shown {
		if c.key == key {
			return false
		}
	}
	return true
}

// few says whether a total is of some people, but of too few to be broken down.
func few(sharers int64) bool { return sharers > 0 && sharers < Fewest }

// masked hides a number of people from 1 to 4.
func masked(n int64) *int64 {
	if few(n) {
		return nil
	}
	return &n
}

// margins are the totals that a filter of people breaks down: those of everybody,
// and, where it names a department and a language, those of either. Each is by
// code of people.words; nil where it is not asked for.
type margins struct {
	departments, languages []tally // of everybody
	departmentsOfLanguage  []tally // of those who speak the language of the filter
	languagesOfDepartment  []tally // of those in its department
}

func newMargins(filter Filter, words int) *margins {
	if !filter.narrow() {
		return nil
	}
	m := &margins{departments: make([]tally, words), languages: make([]tally, words)}
	if filter.Department != "" && filter.Language != "" {
		m.departmentsOfLanguage, m.languagesOfDepartment = make([]tally, words), make([]tally, words)
	}
	return m
}

func (m *margins) share(a asked, department, language int32, who, people int) {
	m.departments[department].stand(who, people)
	m.languages[language].stand(who, people)
	if m.departmentsOfLanguage == nil {
		return
	}
	if int(language) == a.language {
		m.departmentsOfLanguage[department].stand(who, people)
	}
	if int(department) == a.department {
		m.languagesOfDepartment[language].stand(who, people)
	}
}

func (m *margins) ask(a asked, department, language int32) {
	m.departments[department].sent++
	m.languages[language].sent++
	if m.departmentsOfLanguage == nil {
		return
	}
	if int(language) == a.language {
		m.departmentsOfLanguage[department].sent++
	}
	if int(department) == a.department {
		m.languagesOfDepartment[language].sent++
	}
}

// withheld says whether a filter of people shows too few of them: fewer than 5,
// a group that the whole keeps in its rest, or a part of a total that is itself
// of too few to be broken down. Then nothing of it is shown.
func (s *scan) withheld(p *period, m members) bool {
	if !s.filter.narrow() {
		return false
	}
	who := append(set{}, m.active...)
	if p.total.sharers != nil {
		who.union(p.total.sharers)
	}
	if who.len() < Fewest {
		return true
	}
	everybody := asked{anyCode, anyCode}
	for _, w := range []struct {
		parts []tally
		key   string
		cells []cell
	}{
		{p.margins.departments, s.filter.Department, s.departmentCells(everybody, p.margins.departments, p.span)},
		{p.margins.languages, s.filter.Language, s.languageCells(everybody, p.margins.languages, p.span)},
		{p.margins.departmentsOfLanguage, s.filter.Department, s.departmentCells(asked{anyCode, s.asked.language}, p.margins.departmentsOfLanguage, p.span)},
		{p.margins.languagesOfDepartment, s.filter.Language, s.languageCells(asked{s.asked.department, anyCode}, p.margins.languagesOfDepartment, p.span)},
	} {
		if w.parts == nil || w.key == "" {
			continue
		}
		if few(sharersOf(w.parts, s.f.persons)) || inRest(w.cells, w.key) {
			return true
		}
	}
	return false
}

func sharersOf(parts []tally, persons int) int64 {
	who := newSet(persons)
	for i := range parts {
		if parts[i].sharers != nil {
			who.union(parts[i].sharers)
		}
	}
	return who.len()
}
