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
	digests      set // messages with a give, so that a digest counts once
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

// merge adds what another pass counted of the shares of the same span.
func (p *period) merge(o *period) {
	p.total.merge(&o.total)
	p.detail.merge(&o.detail)
	p.held += o.held
	p.orphans += o.orphans
	p.posts.union(o.posts)
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
		if from[i].shares > 0 {
			into[i].merge(&from[i])
		}
	}
}
