package report

import (
	"context"
	"math"

	"relais/backend/share"
)

// View computes everything that a filter shows. It fails with "date_unreadable"
// or "period_backwards" alone; what nobody has told is 'not known' in it.
func (s *Service) View(ctx context.Context, filter Filter) (*View, error) {
	if _, _, err := filter.period(); err != nil {
		return nil, err
	}
	f, err := s.facts(ctx)
	if err != nil {
		return nil, err
	}
	return f.view(filter), nil
}

func (f *facts) view(filter Filter) *View {
	now := f.spanOf(filter)
	v := &View{Filter: filter, Days: [2]string{dayString(now.from), dayString(now.to)}, Step: stepFor(now), Groups: map[string][]Group{},
		Currency: f.currency, Figures: []Figure{}, Series: []Bucket{}, Compare: []Comparison{}}
	before := f.spanBefore(filter)
	sc := newScan(f, filter, now, before)
	sc.run()
	m := f.membersIn(filter, now)
	if v.Withheld = f.tooFew(filter, now, m, sc.now); v.Withheld {
		return v
	}
	v.Undefined = sc.now.total.shares == 0 && sc.now.sent == 0
	v.Held = sc.now.held
	v.Figures = sc.figures(sc.now, m)
	if before != nil {
		v.Previous = &[2]string{dayString(before.from), dayString(before.to)}
		sc.addBefore(v)
	}
	v.Series = sc.series(filter)
	v.Compare = sc.compare(m)
	if n := sc.now.total.sharers.len(); n > 0 && n < Fewest {
		v.Whole = true
		return v
	}
	v.Groups = sc.groups()
	return v
}

// spanOf gives the days of a filter; an open side ends where the data does.
func (f *facts) spanOf(filter Filter) span {
	s := span{math.MaxInt32, f.today}
	if filter.From == "" {
		for _, seg := range f.ledger.Segments {
			for i, day := range seg.Day {
				if seg.StateAt(i) != 0 && seg.StateAt(i) != share.PackedVoid {
					s.from = min(s.from, day)
				}
			}
		}
		for _, seg := range f.requests {
			for _, day := range seg.sent {
				if day != notSent {
					s.from = min(s.from, day)
				}
			}
		}
		s.from = min(s.from, f.today)
	} else {
		s.from = dayText(filter.From)
	}
	if filter.To != "" {
		s.to = dayText(filter.To)
	}
	s.from = max(s.from, s.to-maxSpan)
	s.to = max(s.from, s.to)
	return s
}

// maxSpan bounds a period, in days, whatever a slip of the finger in a date says.
const maxSpan = 40 * 366

func (f *facts) spanBefore(filter Filter) *span {
	before, ok := filter.Before()
	if !ok {
		return nil
	}
	return &span{dayText(before.From), dayText(before.To)}
}

// tooFew says whether a filter looks at fewer than 5 people, or at a group that
// the whole keeps in its rest: then nothing of it is shown.
func (f *facts) tooFew(filter Filter, now span, m members, p *period) bool {
	if !filter.narrow() {
		return false
	}
	who := append(set{}, m.active...)
	if p.total.sharers != nil {
		who.union(p.total.sharers)
	}
	if who.len() < Fewest {
		return true
	}
	wide := filter
	wide.Department, wide.Language = "", ""
	sc := newScan(f, wide, now, nil)
	for _, seg := range f.ledger.Segments {
		sc.shares(seg)
	}
	return filter.Department != "" && inRest(sc.departmentCells(), filter.Department) ||
		filter.Language != "" && inRest(sc.languageCells(), filter.Language)
}

func inRest(cells []cell, key string) bool {
	_, rest := protect(cells)
	for _, c := range rest {
		if c.key == key {
			return true
		}
	}
	return false
}

// addBefore sets beside each figure that of the period before.
func (s *scan) addBefore(v *View) {
	m := s.f.membersIn(s.filter, s.before.span)
	// Before the programme began there is nothing to compare with.
	nothing := s.before.total.shares == 0 && s.before.sent == 0
	if nothing || (s.filter.narrow() && m.count < Fewest) {
		return
	}
	for i, f := range s.figures(s.before, m) {
		v.Figures[i].Before = f.Value
	}
}

// series gives the buckets of the period.
func (s *scan) series(filter Filter) []Bucket {
	out := make([]Bucket, 0, len(s.now.cuts))
	for i, cut := range s.now.cuts {
		if cut.from > s.f.today && filter.To == "" {
			break
		}
		t := s.now.byCut[i]
		m := s.f.activeIn(filter, cut)
		b := Bucket{From: dayString(cut.from), To: dayString(cut.to), Shares: t.shares, Active: m.len(),
			Gives: s.now.cutGives[i], Asks: s.now.cutAsks[i]}
		if t.sharers != nil {
			b.Sharers = t.sharers.common(m)
		}
		b.Participation = ratio(float64(b.Sharers), float64(b.Active))
		b.Potential, b.Estimated = t.reach()
		out = append(out, b)
	}
	return out
}

func (f *facts) activeIn(filter Filter, s span) set {
	who := newSet(f.persons)
	for _, one := range f.people.all {
		if one.activeIn(s) && (filter.Language == "" || one.language == filter.Language) && one.belongs(filter.Department, s) {
			who.add(int(one.id))
		}
	}
	return who
}
