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
// code of people.words.
type margins map[string][]tally

// Which whole a margin divides, and by what.
const (
	allByDepartment      = "all by department"
	allByLanguage        = "all by language"
	languageByDepartment = "language by department"
	departmentByLanguage = "department by language"
)

func newMargins(filter Filter, words int) margins {
	if !filter.narrow() {
		return nil
	}
	m := margins{allByDepartment: make([]tally, words), allByLanguage: make([]tally, words)}
	if filter.Department != "" && filter.Language != "" {
		m[languageByDepartment], m[departmentByLanguage] = make([]tally, words), make([]tally, words)
	}
	return m
}

// each hands over the groups that somebody of a department and a language
// stands in.
func (m margins) each(a asked, department, language int32, add func(*tally)) {
	add(&m[allByDepartment][department])
	add(&m[allByLanguage][language])
	if list, ok := m[languageByDepartment]; ok && int(language) == a.language {
		add(&list[department])
	}
	if list, ok := m[departmentByLanguage]; ok && int(department) == a.department {
		add(&list[language])
	}
}

func (m margins) share(a asked, department, language int32, who, people int) {
	m.each(a, department, language, func(t *tally) {
		t.shares++
		if t.sharers == nil {
			t.sharers = newSet(people)
		}
		t.sharers.add(who)
	})
}

func (m margins) ask(a asked, department, language int32) {
	m.each(a, department, language, func(t *tally) { t.sent++ })
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
	whole := []struct {
		margin string
		asked  asked
		key    string
		cells  func(asked, []tally, span) []cell
	}{
		{allByDepartment, everybody, s.filter.Department, s.departmentCells},
		{allByLanguage, everybody, s.filter.Language, s.languageCells},
		{languageByDepartment, asked{anyCode, s.asked.language}, s.filter.Department, s.departmentCells},
		{departmentByLanguage, asked{s.asked.department, anyCode}, s.filter.Language, s.languageCells},
	}
	for _, w := range whole {
		parts, ok := p.margins[w.margin]
		if !ok || w.key == "" {
			continue
		}
		if few(sharersOf(parts, s.f.persons)) || inRest(w.cells(w.asked, parts, p.span), w.key) {
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
