package report

// period is what one pass over ledger and requests adds up for a span of days.
type period struct {
	span
	total   tally
	detail  detail
	held    int64
	orphans int64 // shares of posts that Relais does not know
	posts   set   // offered or shared
	visits  int64
	strays  int64 // visits that match no post
	visited bool

	margins *margins // where the filter is one of people

	cuts         []span
	byDay        []int32 // the cut of each day since from
	byCut        []tally
	byNetwork    []tally // by code of the ledger
	byDept       []tally // by code of people.words, as the next
	byTongue     []tally
	byPosts      []tally // by place in catalogue.groups: topics and campaigns
	cutGives     []int64
	cutAsks      []int64
	read, useful int64
	gives, asks  int64
	minutes      answerTimes
	answerers    set
	digests      set         // messages with a give, so that a digest counts once
	edge, seam   map[int]int // the cut of each such message in the first segment of a second half
}

func newPeriod(f *facts, s span, detailed bool) *period {
	p := &period{span: s, posts: newSet(f.maxPost + 1), answerers: newSet(f.persons), digests: newSet(f.maxMessage + 1)}
	words := len(f.people.words)
	if !detailed {
		return p
	}
	p.cuts = buckets(s, stepFor(s))
	p.byCut = make([]tally, len(p.cuts))
	p.cutGives, p.cutAsks = make([]int64, len(p.cuts)), make([]int64, len(p.cuts))
	p.byDay = make([]int32, int(s.to-s.from)+1)
	for i, c := range p.cuts {
		for d := c.from; d <= c.to; d++ {
			p.byDay[d-s.from] = int32(i)
		}
	}
	p.byNetwork, p.byDept, p.byTongue = make([]tally, f.ledger.Codes()), make([]tally, words), make([]tally, words)
	p.byPosts = make([]tally, len(f.catalogue.groups))
	return p
}

// sew takes out of a second half the digests that the first half has counted. It
// is false, and nothing is changed, where one of them is not at the seam.
func (p *period) sew(o *period) bool {
	twice := p.digests.both(o.digests)
	for _, message := range twice {
		if _, ok := o.seam[message]; !ok {
			return false
		}
	}
	for _, message := range twice {
		o.gives--
		if cut := o.seam[message]; cut >= 0 {
			o.cutGives[cut]--
		}
	}
	return true
}

// forgetRequests sets all that requests add up to back to nothing.
func (s *scan) forgetRequests() {
	for _, p := range s.periods() {
		p.read, p.useful, p.gives, p.asks = 0, 0, 0, 0
		p.minutes, p.answerers, p.digests = answerTimes{}, newSet(s.f.persons), newSet(s.f.maxMessage+1)
		clear(p.cutGives)
		clear(p.cutAsks)
		lists := [][]tally{p.byCut, p.byNetwork, p.byDept, p.byTongue, p.byPosts}
		if m := p.margins; m != nil {
			lists = append(lists, m.departments, m.languages, m.departmentsOfLanguage, m.languagesOfDepartment)
		}
		for _, list := range lists {
			for i := range list {
				list[i].sent, list[i].met = 0, 0
			}
		}
		p.total.sent, p.total.met = 0, 0
	}
}

// merge adds what another pass counted of the same span.
func (p *period) merge(o *period) {
	p.total.merge(&o.total)
	p.detail.merge(&o.detail)
	p.held += o.held
	p.orphans += o.orphans
	p.posts.union(o.posts)
	p.read += o.read
	p.useful += o.useful
	p.gives += o.gives
	p.asks += o.asks
	for i := range o.cutGives {
		p.cutGives[i] += o.cutGives[i]
		p.cutAsks[i] += o.cutAsks[i]
	}
	p.minutes.merge(&o.minutes)
	p.answerers.union(o.answerers)
	p.digests.union(o.digests)
	mergeAll(p.byCut, o.byCut)
	mergeAll(p.byNetwork, o.byNetwork)
	mergeAll(p.byDept, o.byDept)
	mergeAll(p.byTongue, o.byTongue)
	mergeAll(p.byPosts, o.byPosts)
	if p.margins != nil {
		mergeAll(p.margins.departments, o.margins.departments)
		mergeAll(p.margins.languages, o.margins.languages)
		mergeAll(p.margins.departmentsOfLanguage, o.margins.departmentsOfLanguage)
		mergeAll(p.margins.languagesOfDepartment, o.margins.languagesOfDepartment)
	}
}

func mergeAll(into, from []tally) {
	for i := range from {
		if from[i].shares > 0 || from[i].sent > 0 {
			into[i].merge(&from[i])
		}
	}
}
