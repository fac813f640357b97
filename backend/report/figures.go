package report

import "slices"

// Codes of figures, in the order in which they are shown.
const (
	Adoption      = "adoption"
	Participation = "participation"
	Headcount     = "headcount"
	Active        = "active"
	Sharers       = "sharers"
	Shares        = "shares"
	ShareRate     = "share_rate"
	Amplification = "amplification"
	Potential     = "potential_reach"
	EstimatedCode = "estimated_reach"
	Per1000       = "reactions_per_1000"
	EMV           = "emv"
	Visits        = "visits"
	Balance       = "balance"
	Gives         = "gives"
	Asks          = "asks"
	ReadOnly      = "read_not_shared"
	Useful        = "useful_answers"
	Response      = "response_time"
	Referrals     = "referrals"
	Hires         = "hires"
	Topics        = "topics_covered"
)

// figures works out every figure of one period.
func (s *scan) figures(p *period, m members) []Figure {
	out := []Figure{}
	add := func(f Figure) {
		if f.Value != nil {
			f.Why = ""
		}
		out = append(out, f)
	}
	s.peopleFigures(p, m, add)
	s.shareFigures(p, add)
	s.requestFigures(p, add)
	s.otherFigures(p, add)
	return out
}

func (s *scan) peopleFigures(p *period, m members, add func(Figure)) {
	sharers := int64(0)
	if p.total.sharers != nil {
		sharers = p.total.sharers.common(m.active)
	}
	all := int64(0)
	if p.total.sharers != nil {
		all = p.total.sharers.len()
	}
	add(Figure{Code: Adoption, Unit: UnitShare, Label: Measured, Drill: "members", Why: WhyNobodyInvited,
		Value: ratio(float64(m.accepted), float64(m.invited)), Over: count(m.accepted), Under: count(m.invited)})
	add(Figure{Code: Participation, Unit: UnitShare, Label: Declared, Drill: "shares", Why: WhyNoMembers,
		Value: ratio(float64(sharers), float64(m.count)), Over: count(sharers), Under: count(m.count)})
	add(Figure{Code: Headcount, Unit: UnitPeople, Label: Measured, Drill: "members", Value: count(m.headcount)})
	add(Figure{Code: Active, Unit: UnitPeople, Label: Measured, Drill: "members", Value: count(m.count)})
	add(Figure{Code: Sharers, Unit: UnitPeople, Label: Declared, Drill: "shares", Value: count(all)})
}

func (s *scan) shareFigures(p *period, add func(Figure)) {
	t, d := &p.total, &p.detail
	asides := aside("held", p.held)
	reachAsides := append(slices.Clone(asides), aside("audience_unknown", t.shares-t.known)...)
	add(Figure{Code: Shares, Unit: UnitCount, Label: Declared, Drill: "shares", Value: count(t.shares), Asides: asides})
	posts := p.posts.len()
	add(Figure{Code: Amplification, Unit: UnitRatio, Label: Declared, Drill: "shares", Why: WhyNothingSent,
		Value: ratio(float64(t.shares-p.orphans), float64(posts)), Over: count(t.shares - p.orphans), Under: count(posts),
		Asides: append(slices.Clone(asides), aside("without_post", p.orphans)...)})
	potential, estimated := t.reach()
	add(Figure{Code: Potential, Unit: UnitCount, Label: Declared, Drill: "shares", Why: WhyNoAudience, Value: potential, Asides: reachAsides})
	add(Figure{Code: EstimatedCode, Unit: UnitCount, Label: Estimated, Drill: "shares", Why: WhyNoAudience, Value: estimated, Asides: reachAsides})
	add(Figure{Code: Per1000, Unit: UnitPer1000, Label: Declared, Drill: "shares", Why: WhyNoFigures,
		Value: ratio(float64(d.reactions)*1000, float64(d.views)), Over: count(d.reactions), Under: count(d.views),
		Asides: append(slices.Clone(asides), aside("no_figures", t.shares-d.told)...)})
	emv := Figure{Code: EMV, Unit: UnitMoney, Label: Estimated, Drill: "shares", Why: WhyNoCPM, Asides: reachAsides}
	if cpm := s.f.assumptions.CPM; cpm != nil {
		emv.Why = WhyNoAudience
		if estimated != nil {
			emv.Value = number(*estimated / 1000 * *cpm)
		}
	}
	add(emv)
	visits := Figure{Code: Visits, Unit: UnitCount, Label: Measured, Drill: "visits", Why: WhyNoStatistics, Asides: aside("unmatched", p.strays)}
	// Visits are of posts, not of people: under a filter of people there are none to tell.
	if p.visited && !s.filter.narrow() {
		visits.Value = count(p.visits)
	}
	add(visits)
}

func aside(code string, n int64) []Aside {
	if n <= 0 {
		return nil
	}
	return []Aside{{code, n}}
}

func (s *scan) requestFigures(p *period, add func(Figure)) {
	add(Figure{Code: ShareRate, Unit: UnitShare, Label: Declared, Drill: "requests", Why: WhyNothingSent,
		Value: ratio(float64(p.total.met), float64(p.total.sent)), Over: count(p.total.met), Under: count(p.total.sent)})
	add(Figure{Code: Balance, Unit: UnitRatio, Label: Measured, Drill: "requests", Why: WhyNothingSent,
		Value: ratio(float64(p.gives), float64(p.asks)), Over: count(p.gives), Under: count(p.asks)})
	add(Figure{Code: Gives, Unit: UnitCount, Label: Measured, Drill: "requests", Value: count(p.gives)})
	add(Figure{Code: Asks, Unit: UnitCount, Label: Measured, Drill: "requests", Value: count(p.asks)})
	add(Figure{Code: ReadOnly, Unit: UnitCount, Label: Declared, Drill: "requests", Value: count(p.read)})
	add(Figure{Code: Useful, Unit: UnitShare, Label: Declared, Drill: "requests", Why: WhyNothingSent,
		Value: ratio(float64(p.useful), float64(p.total.sent)), Over: count(p.useful), Under: count(p.total.sent)})
	response := Figure{Code: Response, Unit: UnitMinutes, Label: Measured, Why: WhyNoAnswers}
	// The time that one person takes is nobody's business (DESIGN): only of the
	// whole, and only where the whole is people enough.
	if n := p.answerers.len(); n >= Fewest && !s.filter.narrow() {
		response.Value = number(p.minutes.median())
	} else if n > 0 {
		response.Why = WhyTooFew
	}
	add(response)
}

func (s *scan) otherFigures(p *period, add func(Figure)) {
	var referrals, hires int64
	for _, r := range s.f.referrals {
		if int(r.post) >= len(s.admit) || !s.admit[r.post] || !s.admitsPerson(r.person, r.received) {
			continue
		}
		if r.received >= p.from && r.received <= p.to {
			referrals++
		}
		if r.hired != notSent && r.hired >= p.from && r.hired <= p.to {
			hires++
		}
	}
	add(Figure{Code: Referrals, Unit: UnitCount, Label: Measured, Drill: "referrals", Value: count(referrals)})
	add(Figure{Code: Hires, Unit: UnitCount, Label: Measured, Drill: "referrals", Value: count(hires)})
	covered := map[int64]bool{}
	for id, post := range s.f.catalogue.posts {
		if p.posts.has(int(id)) {
			for _, t := range post.topics {
				covered[t] = true
			}
		}
	}
	topics := Figure{Code: Topics, Unit: UnitCount, Label: Measured, Drill: "requests", Why: WhyNoTopics, Under: count(int64(len(s.f.catalogue.topics)))}
	if len(s.f.catalogue.topics) > 0 {
		topics.Value = count(int64(len(covered)))
	}
	add(topics)
}

func (s *scan) admitsPerson(id int64, day int32) bool {
	if !s.filter.narrow() {
		return true
	}
	one := s.f.people.one(int32(id))
	return one != nil && s.asked.speaks(one) && s.asked.at(one, day)
}
