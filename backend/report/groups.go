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
		ByDepartment: s.peopleGroups(s.departmentCells()),
		ByLanguage:   s.peopleGroups(s.languageCells()),
		ByNetwork:    s.networkGroups(),
		ByTopic:      s.postGroups(s.topicsOf, s.f.catalogue.topics),
		ByCampaign:   s.postGroups(s.campaignOf, s.f.catalogue.campaigns),
	}
}

func (s *scan) departmentCells() []cell {
	return s.cells(s.now.byDept, s.now.perDept, func(one *person) []string { return one.departmentsIn(s.now.span) })
}

func (s *scan) languageCells() []cell {
	return s.cells(s.now.byTongue, s.now.perTongue, func(one *person) []string { return []string{one.language} })
}

// cells gathers the groups of people that a word names: who was active in each,
// what they shared and what was put to them.
func (s *scan) cells(shares []tally, sent []requestTally, words func(*person) []string) []cell {
	by := map[string]*cell{}
	get := func(word string) *cell {
		c := by[word]
		if c == nil {
			c = &cell{key: word, name: word, active: newSet(s.f.persons)}
			by[word] = c
		}
		return c
	}
	for _, one := range s.f.people.all {
		if !one.activeIn(s.now.span) || (s.filter.Language != "" && one.language != s.filter.Language) || !one.belongs(s.filter.Department, s.now.span) {
			continue
		}
		for _, word := range words(one) {
			get(word).active.add(int(one.id))
		}
	}
	for code := range shares {
		if shares[code].shares > 0 {
			get(s.f.ledger.Word(uint16(code))).shares = &shares[code]
		}
	}
	for code, t := range sent {
		if t.sent > 0 {
			get(s.f.people.words[code]).sent = t
		}
	}
	out := make([]cell, 0, len(by))
	for _, c := range by {
		who := append(set{}, c.active...)
		if c.shares != nil {
			who.union(c.shares.sharers)
		}
		c.people = who.len()
		out = append(out, *c)
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
	g := Group{Key: c.key, Name: c.name}
	active := c.active.len()
	g.Active = &active
	t := c.shares
	if t == nil {
		t = &tally{}
	}
	sharers := t.sharers.common(c.active)
	g.Shares, g.Sharers = t.shares, &sharers
	g.Participation = ratio(float64(sharers), float64(active))
	g.Potential, g.Estimated = t.reach()
	g.Requests, g.ShareRate = &c.sent.sent, ratio(float64(c.sent.met), float64(c.sent.sent))
	return g
}

// restOf adds up the groups that are too small to stand alone. Where even
// together they are fewer than 5 people, only that they exist is told.
func restOf(cells []cell, persons int) Group {
	whole := cell{shares: &tally{}, active: newSet(persons)}
	who := newSet(persons)
	for _, c := range cells {
		whole.active.union(c.active)
		who.union(c.active)
		if c.shares != nil {
			whole.shares.merge(c.shares)
			who.union(c.shares.sharers)
		}
		whole.sent.sent += c.sent.sent
		whole.sent.met += c.sent.met
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
			word := s.f.ledger.Word(uint16(code))
			out = append(out, postGroup(word, word, t, nil))
		}
	}
	sortGroups(out)
	return out
}

func postGroup(key, name string, t *tally, sent *requestTally) Group {
	g := Group{Key: key, Name: name, Shares: t.shares, Sharers: masked(t.sharers.len())}
	g.Potential, g.Estimated = t.reach()
	if sent != nil {
		g.Requests, g.ShareRate = &sent.sent, ratio(float64(sent.met), float64(sent.sent))
	}
	return g
}

func (s *scan) topicsOf(p *postFacts) []int64 { return p.topics }

func (s *scan) campaignOf(p *postFacts) []int64 {
	if p.campaign == 0 {
		return nil
	}
	return []int64{p.campaign}
}

// postGroups adds up posts by what they belong to; a post of two topics stands
// in both, so these groups do not add up to the whole.
func (s *scan) postGroups(of func(*postFacts) []int64, names map[int64]string) []Group {
	tallies, sent := map[int64]*tally{}, map[int64]*requestTally{}
	for id, t := range s.now.byPost {
		p := s.f.catalogue.posts[int32(id)]
		if p == nil || (t == nil && s.now.perPost[id].sent == 0) {
			continue
		}
		for _, key := range of(p) {
			if tallies[key] == nil {
				tallies[key], sent[key] = &tally{}, &requestTally{}
			}
			if t != nil {
				tallies[key].merge(t)
			}
			sent[key].sent += s.now.perPost[id].sent
			sent[key].met += s.now.perPost[id].met
		}
	}
	out := make([]Group, 0, len(tallies))
	for key, t := range tallies {
		out = append(out, postGroup(strconv.FormatInt(key, 10), names[key], t, sent[key]))
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
