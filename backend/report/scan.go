package report

import (
	"runtime"

	"relais/backend/share"
)

// scan is one view on its way: a filter over facts.
type scan struct {
	f      *facts
	filter Filter
	now    *period
	before *period // nil where there is none to compare with

	admit   []bool // by post id
	gives   []bool // by post id
	asked   asked
	network int32     // code of the ledger, anyCode or noCode
	words   []int32   // code of people.words, by code of the ledger
	factors []float64 // by code of the ledger
	met     set       // requests with a counted share, whenever, from facts.firstRequest on
}

const (
	anyCode = -1
	noCode  = -2
)

func newScan(f *facts, filter Filter) *scan {
	s := &scan{f: f, filter: filter, network: anyCode}
	if filter.Network != "" {
		s.network = noCode
		if c, ok := f.ledger.Code(filter.Network); ok {
			s.network = c
		}
	}
	s.words, s.factors = make([]int32, f.ledger.Codes()), make([]float64, f.ledger.Codes())
	for c := range s.words {
		word := f.ledger.Word(c)
		s.words[c], s.factors[c] = int32(f.people.code(word)), f.assumptions.Factor[word]
	}
	// Only now, since shares may know a department that no staff list has any more.
	s.asked = f.people.asked(filter)
	s.begin()
	s.admit, s.gives = make([]bool, f.maxPost+1), make([]bool, f.maxPost+1)
	for id := range s.admit {
		s.admit[id] = f.catalogue.admits(filter, int32(id))
		if p := f.catalogue.posts[int32(id)]; p != nil {
			s.gives[id] = p.give
		}
	}
	return s
}

// begin sets all counts to nothing.
func (s *scan) begin() {
	s.now = newPeriod(s.f, s.f.now, true)
	s.before = nil
	if s.f.before != nil {
		s.before = newPeriod(s.f, *s.f.before, false)
	}
	for _, p := range s.periods() {
		p.margins = newMargins(s.filter, len(s.f.people.words))
	}
	s.met = newSet(max(0, s.f.lastRequest-s.f.firstRequest+1))
}

func (s *scan) periods() []*period {
	if s.before == nil {
		return []*period{s.now}
	}
	return []*period{s.now, s.before}
}

func (s *scan) run() {
	s.allShares()
	s.allRequests()
	s.clicks()
}

func (s *scan) allShares() {
	n := len(s.f.shares)
	if n < s.f.together || runtime.GOMAXPROCS(0) == 1 {
		s.through(s.f.shares)
		return
	}
	other := *s
	other.begin()
	beside(func() { s.through(s.f.shares[:n/2]) }, func() { other.through(s.f.shares[n/2:]) })
	s.met.union(other.met)
	for i, p := range s.periods() {
		p.merge(other.periods()[i])
	}
}

// beside runs two things side by side.
func beside(one, other func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		other()
	}()
	one()
	<-done
}

func (s *scan) allRequests() {
	n := len(s.f.requests)
	if n < s.f.together || runtime.GOMAXPROCS(0) == 1 {
		s.asks(s.f.requests)
		return
	}
	other := *s
	other.begin()
	other.met = s.met
	beside(func() { s.asks(s.f.requests[:n/2]) }, func() {
		for _, p := range other.periods() {
			p.edge = map[int]int{}
		}
		other.asks(s.f.requests[n/2 : n/2+1])
		for _, p := range other.periods() {
			p.seam, p.edge = p.edge, nil
		}
		other.asks(s.f.requests[n/2+1:])
	})
	for i, p := range s.periods() {
		if !p.sew(other.periods()[i]) {
			// A digest lies on both sides, and not at the seam: one goes through all of it.
			s.forgetRequests()
			s.asks(s.f.requests)
			return
		}
	}
	for i, p := range s.periods() {
		p.merge(other.periods()[i])
	}
}

func (s *scan) asks(segments []*requestSegment) {
	var rows requestRows
	for _, seg := range segments {
		rows.read(seg)
		s.requests(&rows)
	}
}

func (s *scan) through(segments []*share.Segment) {
	var rows share.Rows
	for _, seg := range segments {
		rows.Read(seg)
		s.shares(&rows)
	}
}

// shares adds one segment of the ledger.
func (s *scan) shares(rows *share.Rows) {
	for i := range rows.Len() {
		state := rows.StateAt(i)
		if state != share.PackedCounted && state != share.PackedHeld {
			continue
		}
		if s.network != anyCode && rows.Network[i] != s.network {
			continue
		}
		if r := int(rows.Request[i]); state == share.PackedCounted && r >= s.f.firstRequest && r <= s.f.lastRequest {
			s.met.add(r - s.f.firstRequest)
		}
		p := s.periodOf(rows.Day[i])
		if p == nil || !s.admit[rows.Post[i]] {
			continue
		}
		department, language := s.words[rows.Department[i]], s.words[rows.Language[i]]
		if p.margins != nil && state == share.PackedCounted {
			p.margins.share(s.asked, department, language, s.f.place(rows.Person[i]), s.f.persons)
		}
		if !s.asked.has(department, language) {
			continue
		}
		if state == share.PackedHeld {
			p.held++
			continue
		}
		s.count(p, rows, i, department, language)
	}
}

// has says whether the filter of people lets a department and a language through.
func (a asked) has(department, language int32) bool {
	return (a.department == anyCode || int(department) == a.department) && (a.language == anyCode || int(language) == a.language)
}

func (s *scan) periodOf(day int32) *period {
	switch {
	case day >= s.now.from && day <= s.now.to:
		return s.now
	case s.before != nil && day >= s.before.from && day <= s.before.to:
		return s.before
	}
	return nil
}

func (s *scan) count(p *period, rows *share.Rows, i int, department, language int32) {
	who, network, people := s.f.place(rows.Person[i]), rows.Network[i], s.f.persons
	factor, audience, post := s.factors[network], rows.Audience[i], rows.Post[i]
	p.total.add(audience, who, people, factor)
	p.detail.add(rows, i)
	if post == 0 {
		p.orphans++
	} else {
		p.posts.add(int(post))
	}
	if p.byCut == nil {
		return
	}
	p.byCut[p.byDay[rows.Day[i]-p.from]].add(audience, who, people, factor)
	p.byNetwork[network].add(audience, who, people, factor)
	p.byDept[department].add(audience, who, people, factor)
	p.byTongue[language].add(audience, who, people, factor)
	for _, g := range s.f.catalogue.groupsOf(post) {
		p.byPosts[g].add(audience, who, people, factor)
	}
}

// requests adds one segment of the requests.
func (s *scan) requests(rows *requestRows) {
	for i, state := range rows.state {
		if state&wentOut == 0 || !s.admit[rows.post[i]] {
			continue
		}
		p := s.periodOf(rows.sent[i])
		if p == nil {
			continue
		}
		one := s.f.people.one(rows.staff[i])
		if one == nil {
			continue
		}
		department, language := int32(one.departmentOn(rows.sent[i])), int32(one.tongue)
		if p.margins != nil {
			p.margins.ask(s.asked, department, language)
		}
		if s.asked.has(department, language) {
			s.countRequest(p, rows, i, department, language)
		}
	}
}

func (s *scan) countRequest(p *period, rows *requestRows, i int, department, language int32) {
	met, state := s.met.has(int(rows.first)+i-s.f.firstRequest), rows.state[i]&stateMask
	p.total.ask(met)
	p.posts.add(int(rows.post[i]))
	switch {
	case state == stateRead && !met:
		p.read++
		p.useful++
	case state == stateRead || state == stateShared || met:
		p.useful++
	}
	if rows.answer[i] != noAnswer {
		p.minutes.add(rows.answer[i])
		p.answerers.add(int(rows.staff[i]))
	}
	s.countBalance(p, rows, i)
	if p.byCut == nil {
		return
	}
	p.byDept[department].ask(met)
	p.byTongue[language].ask(met)
	for _, g := range s.f.catalogue.groupsOf(rows.post[i]) {
		p.byPosts[g].ask(met)
	}
}

// countBalance counts gives and asks: a digest is one give, however many items
// it has (DESIGN, Balance).
func (s *scan) countBalance(p *period, rows *requestRows, i int) {
	message, give := int(rows.message[i]), s.gives[rows.post[i]]
	if give && message != 0 {
		if p.digests.has(message) {
			return
		}
		p.digests.add(message)
	}
	cut := -1
	if p.byCut != nil {
		cut = int(p.byDay[rows.sent[i]-p.from])
	}
	if give {
		if p.edge != nil && message != 0 {
			p.edge[message] = cut
		}
		p.gives++
		if cut >= 0 {
			p.cutGives[cut]++
		}
		return
	}
	p.asks++
	if cut >= 0 {
		p.cutAsks[cut]++
	}
}

// clicks adds the visits that web statistics counted; they are of no person.
func (s *scan) clicks() {
	for _, v := range s.f.visits {
		p := s.periodOf(v.day)
		if p == nil || (s.filter.Network != "" && v.net != s.filter.Network) {
			continue
		}
		if v.post == 0 {
			p.strays += v.visits
			continue
		}
		if int(v.post) < len(s.admit) && s.admit[v.post] {
			p.visited = true
			p.visits += v.visits
		}
	}
}
