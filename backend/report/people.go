package report

import (
	"math"
	"sort"

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
	code int // of the department's name in people.words
}

// person is what figures need to know of one person over time. The days of
// presence are those on which they were an active member and in the firm, in
// their order, each with the department of then.
type person struct {
	id        int64
	employed  span
	now       int // code of today's department, where the history says nothing
	tongue    int // code of the language
	stays     []stay
	active    []span
	invited   []int32 // days of invitations
	accepted  []int32 // days on which they became active
	audiences []declared
	presence  []stay
}

// declared is one figure of somebody's audience.
type declared struct {
	network string
	account int64
	day     int32
	size    int64
	closed  int32 // the day on which the account was closed, or everTo
}

// people is everybody, with their history, in the order of ids.
type people struct {
	all   []*person
	at    []*person // by id
	words []string  // names of departments and languages, by code
	codes map[string]int
}

// code gives the number of a word, a new one where it has none.
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

// settle works out the days of presence.
func (one *person) settle() {
	for _, a := range one.active {
		both := span{max(a.from, one.employed.from), min(a.to, one.employed.to)}
		if both.from > both.to {
			continue
		}
		cuts := []int32{both.from}
		for _, st := range one.stays {
			if st.from > both.from && st.from <= both.to {
				cuts = append(cuts, st.from)
			}
			if st.to >= both.from && st.to < both.to {
				cuts = append(cuts, st.to+1)
			}
		}
		sort.Slice(cuts, func(i, j int) bool { return cuts[i] < cuts[j] })
		for i, from := range cuts {
			to := both.to
			if i+1 < len(cuts) {
				to = cuts[i+1] - 1
			}
			if from <= to {
				one.presence = append(one.presence, stay{span{from, to}, one.departmentOn(from)})
			}
		}
	}
	sort.Slice(one.presence, func(i, j int) bool { return one.presence[i].from < one.presence[j].from })
}

// presentIn says whether the person was an active member, in the firm and in the
// department, on a day of the span; anyCode is any department.
func (one *person) presentIn(s span, department int) bool {
	for i := range one.presence {
		p := &one.presence[i]
		if p.meets(s) && (department == anyCode || p.code == department) {
			return true
		}
	}
	return false
}

// audienceOn sums, by network, the audience that people had declared by a day,
// and counts those of whom none at all is known.
func (p *people) audienceOn(day int32, among set) (byNetwork map[string]int64, without int64) {
	byNetwork = map[string]int64{}
	for _, one := range p.all {
		if !among.has(int(one.id)) {
			continue
		}
		known := false
		for i := 0; i < len(one.audiences); {
			last, account := -1, one.audiences[i].account
			for ; i < len(one.audiences) && one.audiences[i].account == account; i++ {
				if d := one.audiences[i]; d.day <= day && d.closed > day && d.size <= share.MaxAudience {
					last = i
				}
			}
			if last >= 0 {
				byNetwork[one.audiences[last].network] += one.audiences[last].size
				known = true
			}
		}
		if !known {
			without++
		}
	}
	return byNetwork, without
}
