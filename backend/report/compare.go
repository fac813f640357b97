package report

import "sort"

// The four comparisons with the company's own pages.
const (
	Different   = "different"
	Specialised = "specialised"
	Larger      = "larger"
	Receptive   = "receptive"
)

// Doubts about a comparison, shown beside it.
const (
	DoubtDeclared   = "declared"         // rests on what people say
	DoubtOverlap    = "overlap_guess"    // the overlap is HR's own estimate
	DoubtOldPage    = "page_old"         // the page's figures are older than half a year
	DoubtAudience   = "audience_missing" // of so many members no audience is known
	DoubtFewReports = "few_reports"      // fewer than 10 shares came with figures
	DoubtNetworks   = "networks_missing" // networks without figures of the page are left out
	DoubtTopics     = "topics_declared"  // topics are those declared by people
	DoubtTwice      = "counted_twice"    // one follower of two colleagues counts twice
)

// Doubt is one, with the number that it is about.
type Doubt struct {
	Code  string
	Count int64
}

// Pair is one network of a comparison: staff against page.
type Pair struct {
	Network string
	Staff   *float64
	Page    *float64
	AsOf    string // of the page's figure
}

// Comparison is one of the four: staff against the company's pages.
type Comparison struct {
	Code   string
	Label  Label
	Unit   string
	Value  *float64 // a part of 1 (different, specialised), a factor (larger) or per 1,000 (receptive)
	Staff  *float64
	Page   *float64
	Why    string
	Pairs  []Pair
	Doubts []Doubt
}

// pageOld is after how many days a page's figures are called old; fewReports is
// how many shares with figures make a rate worth trusting.
const (
	pageOld    = 183
	fewReports = 10
)

// pageState is what was known of one page by a day: each figure the newest.
type pageState struct {
	followers, overlap, reach *int64
	reactions                 *float64
	day                       int32
}

func (f *facts) pagesOn(day int32, network string) map[string]*pageState {
	out := map[string]*pageState{}
	for _, p := range f.pages {
		if p.day > day || (network != "" && p.network != network) {
			continue
		}
		s := out[p.network]
		if s == nil {
			s = &pageState{}
			out[p.network] = s
		}
		s.day = p.day
		if p.followers != nil {
			s.followers = p.followers
		}
		if p.overlap != nil {
			s.overlap = p.overlap
		}
		if p.reachPer != nil && p.reactionsPer != nil {
			s.reach, s.reactions = p.reachPer, p.reactionsPer
		}
	}
	return out
}

func (s *scan) compare(m members) []Comparison {
	day := min(s.now.to, s.f.today)
	pages := s.f.pagesOn(day, s.filter.Network)
	audience, without := s.f.people.audienceOn(day, m.active)
	return []Comparison{
		s.different(pages, audience),
		s.specialised(),
		s.larger(pages, audience, without),
		s.receptive(pages),
	}
}

func networksOf(pages map[string]*pageState) []string {
	names := make([]string, 0, len(pages))
	for n := range pages {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// different is 1 − overlap, the overlaps of the networks weighted by the
// audience that staff have there.
func (s *scan) different(pages map[string]*pageState, audience map[string]int64) Comparison {
	c := Comparison{Code: Different, Label: Declared, Unit: UnitShare, Why: WhyNoOverlap}
	var weight, common float64
	for _, n := range networksOf(pages) {
		p := pages[n]
		if p.overlap == nil {
			continue
		}
		overlap := float64(*p.overlap) / 1000
		c.Pairs = append(c.Pairs, Pair{Network: n, Staff: number(1 - overlap), Page: number(overlap), AsOf: dayString(p.day)})
		w := max(float64(audience[n]), 1)
		weight += w
		common += w * overlap
	}
	if weight == 0 {
		return c
	}
	c.Value, c.Page, c.Why = number(1-common/weight), number(common/weight), ""
	c.Staff = c.Value
	c.Doubts = append(s.pageDoubts(pages), Doubt{Code: DoubtOverlap})
	return c
}

// specialised is the part of the audience reached that sits with people who have
// the post's topic.
func (s *scan) specialised() Comparison {
	t := &s.now.detail
	c := Comparison{Code: Specialised, Label: Declared, Unit: UnitShare, Why: WhyNoAudience}
	if t.topicAudience == 0 {
		return c
	}
	c.Value = ratio(float64(t.expertAudience), float64(t.topicAudience))
	c.Staff, c.Page, c.Why = count(t.expertAudience), count(t.topicAudience), ""
	c.Doubts = append(c.Doubts, Doubt{Code: DoubtTopics})
	if t.topicUnknown > 0 {
		c.Doubts = append(c.Doubts, Doubt{DoubtAudience, t.topicUnknown})
	}
	return c
}

// larger is the sum of staff audiences over the followers of the pages, on the
// networks where both are known.
func (s *scan) larger(pages map[string]*pageState, audience map[string]int64, without int64) Comparison {
	c := Comparison{Code: Larger, Label: Declared, Unit: UnitRatio, Why: WhyNoPages}
	var staff, page, missing int64
	for n, size := range audience {
		if p := pages[n]; (s.filter.Network == "" || n == s.filter.Network) && (p == nil || p.followers == nil) && size > 0 {
			missing++
		}
	}
	for _, n := range networksOf(pages) {
		p := pages[n]
		if p.followers == nil {
			continue
		}
		pair := Pair{Network: n, Page: count(*p.followers), AsOf: dayString(p.day)}
		if size, known := audience[n]; known {
			pair.Staff = count(size)
			staff += size
			page += *p.followers
		}
		c.Pairs = append(c.Pairs, pair)
	}
	if len(c.Pairs) > 0 && page == 0 {
		c.Why = WhyNoAudience
	}
	if page == 0 {
		return c
	}
	c.Value, c.Staff, c.Page, c.Why = ratio(float64(staff), float64(page)), count(staff), count(page), ""
	c.Doubts = append(s.pageDoubts(pages), Doubt{Code: DoubtTwice})
	if without > 0 {
		c.Doubts = append(c.Doubts, Doubt{DoubtAudience, without})
	}
	if missing > 0 {
		c.Doubts = append(c.Doubts, Doubt{DoubtNetworks, missing})
	}
	return c
}

// receptive is reactions per 1,000 reached: of the shares whose views and
// reactions people told, against an average post of the pages.
func (s *scan) receptive(pages map[string]*pageState) Comparison {
	t := &s.now.detail
	c := Comparison{Code: Receptive, Label: Declared, Unit: UnitPer1000, Why: WhyNoFigures}
	c.Staff = ratio(float64(t.reactions)*1000, float64(t.views))
	var reach, reactions float64
	for _, n := range networksOf(pages) {
		p := pages[n]
		if p.reach == nil || *p.reach == 0 {
			continue
		}
		reach += float64(*p.reach)
		reactions += *p.reactions
		c.Pairs = append(c.Pairs, Pair{Network: n, Page: ratio(*p.reactions*1000, float64(*p.reach)), AsOf: dayString(p.day)})
	}
	c.Page = ratio(reactions*1000, reach)
	switch {
	case c.Page == nil && c.Staff != nil:
		c.Why = WhyNoPages
	case c.Page != nil && c.Staff != nil:
		c.Why = ""
		c.Value = c.Staff
	}
	c.Doubts = append(s.pageDoubts(pages), Doubt{Code: DoubtDeclared, Count: t.told})
	if t.told < fewReports {
		c.Doubts = append(c.Doubts, Doubt{DoubtFewReports, t.told})
	}
	return c
}

func (s *scan) pageDoubts(pages map[string]*pageState) []Doubt {
	var old int64
	for _, p := range pages {
		if min(s.now.to, s.f.today)-p.day > pageOld {
			old++
		}
	}
	if old == 0 {
		return nil
	}
	return []Doubt{{DoubtOldPage, old}}
}
