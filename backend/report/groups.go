package report

import (
	"sort"
	"strconv"
	"strings"
)

// groups breaks the whole down. Departments and languages are groups of people
// and are protected by how many they have; networks, topics and campaigns are
// groups of posts, in which a number of people below 5 is not told.
func (s *scan) groups() map[string][]Group {
	return map[string][]Group{
		ByDepartment: s.peopleGroups(s.departmentCells(s.asked, s.now.byDept, s.now.span)),
		ByLanguage:   s.peopleGroups(s.languageCells(s.asked, s.now.byTongue, s.now.span)),
		ByNetwork:    s.networkGroups(),
		ByTopic:      s.postGroups(ByTopic),
		ByCampaign:   s.postGroups(ByCampaign),
	}
}

// departmentCells gathers departments: who of those asked for was active in each
// in the span, what they shared and what was put to them.
func (s *scan) departmentCells(a asked, tallies []tally, in span) []cell {
	return s.cells(tallies, func(active []set) {
		for _, one := range s.f.people.all {
			if !a.speaks(one) {
				continue
			}
			for i := range one.presence {
				if p := &one.presence[i]; p.meets(in) && (a.department == anyCode || a.department == p.code) {
					put(active, p.code, one, s.f.persons)
				}
			}
		}
	})
}

// languageCells gathers languages likewise.
func (s *scan) languageCells(a asked, tallies []tally, in span) []cell {
	return s.cells(tallies, func(active []set) {
		for _, one := range s.f.people.all {
			if a.speaks(one) && one.presentIn(in, a.department) {
				put(active, one.tongue, one, s.f.persons)
			}
		}
	})
}

func put(active []set, code int, one *person, persons int) {
	if active[code] == nil {
		active[code] = newSet(persons)
	}
	active[code].add(int(one.id))
}

func (s *scan) cells(tallies []tally, fill func(active []set)) []cell {
	if tallies == nil {
		return nil
	}
	active := make([]set, len(tallies))
	fill(active)
	var out []cell
	for code := range tallies {
		t := &tallies[code]
		if active[code] == nil && t.shares == 0 && t.sent == 0 {
			continue
		}
		c := cell{key: s.f.people.words[code], tally: t, active: active[code]}
		if c.active == nil {
			c.active = newSet(s.f.persons)
		}
		who := append(set{}, c.active...)
		if t.sharers != nil {
			who.union(t.sharers)
		}
		c.people = who.len()
		out = append(out, c)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].key < out[j].key })
	return out
}

func (s *scan) peopleGroups(cells []cell) []Group {
	shown, rest := protect(cells)
	out := make([]Group, 0, len(shown)+1)
	for _, c := range shown {
		out = append(out, c.group())
	}
	sortGroups(out)
	if len(rest) > 0 {
		out = append(out, restOf(rest, s.f.persons))
	}
	return out
}

func (c cell) group() Group {
	g := Group{Key: c.key, Name: c.key}
	active := c.active.len()
	g.Active = &active
	t, sharers := c.tally, int64(0)
	if t.sharers != nil {
		sharers = t.sharers.common(c.active)
	}
	g.Shares, g.Sharers = t.shares, &sharers
	g.Participation = ratio(float64(sharers), float64(active))
	g.Potential, g.Estimated = t.reach()
	g.Requests, g.ShareRate = &t.sent, ratio(float64(t.met), float64(t.sent))
	return g
}

// restOf adds up the groups that are too small to stand alone. Where even
// together they are fewer than 5 people, only that they exist is told.
func restOf(cells []cell, persons int) Group {
	whole := cell{tally: &tally{}, active: newSet(persons)}
	who := newSet(persons)
	for _, c := range cells {
		whole.active.union(c.active)
		who.union(c.active)
		whole.tally.merge(c.tally)
	}
	if whole.tally.sharers != nil {
		who.union(whole.tally.sharers)
	}
	if who.len() < Fewest {
		return Group{Rest: true}
	}
	g := whole.group()
	g.Rest = true
	return g
}

func (s *scan) networkGroups() []Group {
	var out []Group
	for code := range s.now.byNetwork {
		if t := &s.now.byNetwork[code]; t.shares > 0 {
			word := s.f.ledger.Word(code)
			out = append(out, postGroup(word, word, t, false))
		}
	}
	sortGroups(out)
	return out
}

func postGroup(key, name string, t *tally, asked bool) Group {
	sharers := int64(0)
	if t.sharers != nil {
		sharers = t.sharers.len()
	}
	g := Group{Key: key, Name: name, Shares: t.shares, Sharers: masked(sharers)}
	g.Potential, g.Estimated = t.reach()
	if asked {
		g.Requests, g.ShareRate = &t.sent, ratio(float64(t.met), float64(t.sent))
	}
	return g
}

// postGroups gives topics or campaigns; a post of two topics stands in both, so
// these groups do not add up to the whole.
func (s *scan) postGroups(dimension string) []Group {
	var out []Group
	for i, g := range s.f.catalogue.groups {
		t := &s.now.byPosts[i]
		if g.dimension == dimension && (t.shares > 0 || t.sent > 0) {
			out = append(out, postGroup(strconv.FormatInt(g.id, 10), g.name, t, true))
		}
	}
	sortGroups(out)
	return out
}

// sortGroups puts groups in alphabetical order, never by score.
func sortGroups(g []Group) {
	sort.Slice(g, func(i, j int) bool {
		a, b := strings.ToLower(g[i].Name), strings.ToLower(g[j].Name)
		if a != b {
			return a < b
		}
		return g[i].Key < g[j].Key
	})
}
