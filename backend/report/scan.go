package report

import "relais/backend/share"

// period is what one pass over ledger and requests adds up for a span of days.
type period struct {
	span
	total   tally
	held    int64
	orphans int64 // shares of posts that Relais does not know
	posts   set   // offered or shared
	visits  int64
	strays  int64 // visits that match no post
	visited bool

	cuts      []span
	byDay     []int32 // the cut of each day since from
	byCut     []*tally
	byNetwork []tally // by code of the ledger, as the next two
	byDept    []tally
	byTongue  []tally
	byPost    []*tally

	sent, read, useful, met int64
	gives, asks             int64
	cutGives, cutAsks       []int64
	minutes                 answerTimes
	answerers               set
	digests                 set            // messages with a give, so that a digest counts once
	perDept, perTongue      []requestTally // by code of people.words
	perPost                 []requestTally
}

// requestTally counts requests of one group, and those with a share.
type requestTally struct{ sent, met int64 }

// scan is one view on its way: a filter over facts.
type scan struct {
	f      *facts
	filter Filter
	now    *period
	before *period // nil where there is none to compare with

	admit     []bool                             // by post id
	gives     []bool                             // by post id
	asked     struct{ department, language int } // codes of people.words
	network   int32                              // code, or -1 for any; -2 for one that no share has
	dept      int32
	tongue    int32
	factors   []float64 // by code of the ledger
	metShares set       // requests with a counted share, whenever
}

const (
	anyCode = -1
	noCode  = -2
)

func newScan(f *facts, filter Filter, now span, before *span) *scan {
	s := &scan{f: f, filter: filter, now: newPeriod(f, now, true)}
	if before != nil {
		s.before = newPeriod(f, *before, false)
	}
	s.admit = make([]bool, f.maxPost+1)
	for id := range s.admit {
		s.admit[id] = f.catalogue.admits(filter, int32(id))
	}
	s.gives = make([]bool, f.maxPost+1)
	for id, p := range f.catalogue.posts {
		s.gives[id] = p.give
	}
	s.asked.department, s.asked.language = f.people.find(filter.Department), f.people.find(filter.Language)
	s.network, s.dept, s.tongue = code(f, filter.Network), code(f, filter.Department), code(f, filter.Language)
	s.metShares = newSet(f.maxRequest + 1)
	s.factors = make([]float64, f.ledger.Codes())
	for c := range s.factors {
		s.factors[c] = f.assumptions.Factor[f.ledger.Word(uint16(c))]
	}
	return s
}

func code(f *facts, word string) int32 {
	if word == "" {
		return anyCode
	}
	if c, ok := f.ledger.Code(word); ok {
		return int32(c)
	}
	return noCode
}

func newPeriod(f *facts, s span, detailed bool) *period {
	p := &period{span: s, posts: newSet(f.maxPost + 1), answerers: newSet(f.persons), digests: newSet(f.maxMessage + 1)}
	if !detailed {
		return p
	}
	p.cuts = buckets(s, stepFor(s))
	p.byCut = make([]*tally, len(p.cuts))
	p.cutGives, p.cutAsks = make([]int64, len(p.cuts)), make([]int64, len(p.cuts))
	p.byDay = make([]int32, int(s.to-s.from)+1)
	for i, c := range p.cuts {
		p.byCut[i] = &tally{}
		for d := c.from; d <= c.to; d++ {
			p.byDay[d-s.from] = int32(i)
		}
	}
	codes := f.ledger.Codes()
	p.byNetwork, p.byDept, p.byTongue = make([]tally, codes), make([]tally, codes), make([]tally, codes)
	p.byPost = make([]*tally, f.maxPost+1)
	p.perDept, p.perTongue = make([]requestTally, len(f.people.words)), make([]requestTally, len(f.people.words))
	p.perPost = make([]requestTally, f.maxPost+1)
	return p
}

func (s *scan) run() {
	for _, seg := range s.f.ledger.Segments {
		s.shares(seg)
	}
	for _, seg := range s.f.requests {
		s.requests(seg)
	}
	s.clicks()
}

// shares adds one segment of the ledger.
func (s *scan) shares(seg *share.Segment) {
	for i := range seg.State {
		state := seg.StateAt(i)
		if state == 0 || state == share.PackedVoid || (s.network != anyCode && int32(seg.Network[i]) != s.network) {
			continue
		}
		if state == share.PackedCounted && seg.Request[i] != 0 {
			s.metShares.add(int(seg.Request[i]))
		}
		p := s.periodOf(seg.Day[i])
		if p == nil || !s.admit[seg.Post[i]] ||
			(s.dept != anyCode && int32(seg.Department[i]) != s.dept) || (s.tongue != anyCode && int32(seg.Language[i]) != s.tongue) {
			continue
		}
		if state == share.PackedHeld {
			p.held++
			continue
		}
		s.count(p, seg, i)
	}
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

func (s *scan) count(p *period, seg *share.Segment, i int) {
	who, network, people := s.f.place(seg.Person[i]), seg.Network[i], s.f.persons
	factor := s.factors[network]
	p.total.add(seg, i, who, people, factor)
	p.total.addDetail(seg, i)
	post := seg.Post[i]
	if post == 0 {
		p.orphans++
	} else {
		p.posts.add(int(post))
	}
	if p.byCut == nil {
		return
	}
	p.byCut[p.byDay[seg.Day[i]-p.from]].add(seg, i, who, people, factor)
	p.byNetwork[network].add(seg, i, who, people, factor)
	p.byDept[seg.Department[i]].add(seg, i, who, people, factor)
	p.byTongue[seg.Language[i]].add(seg, i, who, people, factor)
	if p.byPost[post] == nil {
		p.byPost[post] = &tally{}
	}
	p.byPost[post].add(seg, i, who, people, factor)
}

// requests adds one segment of the requests.
func (s *scan) requests(seg *requestSegment) {
	for i, state := range seg.state {
		if state == 0 || seg.sent[i] == notSent || !s.admit[seg.post[i]] {
			continue
		}
		p := s.periodOf(seg.sent[i])
		if p == nil {
			continue
		}
		one := s.f.people.one(seg.staff[i])
		if one == nil {
			continue
		}
		department := one.departmentOn(seg.sent[i])
		if (s.asked.department != anyCode && department != s.asked.department) || (s.asked.language != anyCode && one.tongue != s.asked.language) {
			continue
		}
		s.countRequest(p, seg, i, department, one.tongue)
	}
}

func (s *scan) countRequest(p *period, seg *requestSegment, i int, department, language int) {
	met := s.metShares.has(int(seg.first) + i)
	p.sent++
	p.posts.add(int(seg.post[i]))
	if met {
		p.met++
	}
	switch {
	case seg.state[i] == stateRead && !met:
		p.read++
		p.useful++
	case seg.state[i] == stateRead || seg.state[i] == stateShared || met:
		p.useful++
	}
	if seg.answer[i] != noAnswer {
		p.minutes.add(seg.answer[i])
		p.answerers.add(int(seg.staff[i]))
	}
	s.countBalance(p, seg, i)
	if p.perPost == nil {
		return
	}
	for _, t := range [...]*requestTally{&p.perDept[department], &p.perTongue[language], &p.perPost[seg.post[i]]} {
		t.sent++
		if met {
			t.met++
		}
	}
}

// countBalance counts gives and asks: a digest is one give, however many items
// it has (DESIGN, Balance).
func (s *scan) countBalance(p *period, seg *requestSegment, i int) {
	message, give := int(seg.message[i]), s.gives[seg.post[i]]
	if give && message != 0 {
		if p.digests.has(message) {
			return
		}
		p.digests.add(message)
	}
	cut := -1
	if p.byCut != nil {
		cut = int(p.byDay[seg.sent[i]-p.from])
	}
	if give {
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
