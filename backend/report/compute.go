package report

import (
	"context"
	"math"
)

// View computes everything that a filter shows. It fails with "date_unreadable"
// or "period_backwards" alone; what nobody has told is 'not known' in it.
func (s *Service) View(ctx context.Context, filter Filter) (*View, error) {
	if _, _, err := filter.period(); err != nil {
		return nil, err
	}
	f, err := s.facts(ctx, filter)
	if err != nil {
		return nil, err
	}
	return f.view(filter), nil
}

func (f *facts) view(filter Filter) *View {
	v := &View{Filter: filter, Days: [2]string{dayString(f.now.from), dayString(f.now.to)}, Step: stepFor(f.now), Groups: map[string][]Group{},
		Currency: f.currency, Figures: []Figure{}, Series: []Bucket{}, Compare: []Comparison{}}
	sc := newScan(f, filter)
	sc.run()
	m := f.membersIn(sc.asked, f.now)
	if v.Withheld = sc.withheld(sc.now, m); v.Withheld {
		return v
	}
	v.Undefined = sc.now.total.shares == 0 && sc.now.total.sent == 0
	v.Held = sc.now.held
	v.Figures = sc.figures(sc.now, m)
	if sc.before != nil {
		v.Previous = &[2]string{dayString(f.before.from), dayString(f.before.to)}
		sc.addBefore(v)
	}
	v.Series = sc.series(filter)
	v.Compare = sc.compare(m)
	if sc.now.total.sharers != nil && few(sc.now.total.sharers.len()) {
		v.Whole = true
		return v
	}
	v.Groups = sc.groups()
	return v
}

// spanOf gives the days of a filter; an open side ends where the data does.
func (f *facts) spanOf(filter Filter, requests []requestHead) span {
	s := span{math.MaxInt32, f.today}
	if filter.From == "" {
		for _, h := range f.ledger.Heads {
			s.from = min(s.from, h.DayFrom)
		}
		for _, h := range requests {
			s.from = min(s.from, h.dayFrom)
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

func spanBefore(filter Filter) *span {
	before, ok := filter.Before()
	if !ok {
		return nil
	}
	return &span{dayText(before.From), dayText(before.To)}
}

// addBefore sets beside each figure that of the period before.
func (s *scan) addBefore(v *View) {
	m := s.f.membersIn(s.asked, s.before.span)
	// Before the programme began there is nothing to compare with.
	nothing := s.before.total.shares == 0 && s.before.total.sent == 0
	if nothing || s.withheld(s.before, m) {
		return
	}
	for i, f := range s.figures(s.before, m) {
		v.Figures[i].Before = f.Value
	}
}

// series gives the buckets of the period.
func (s *scan) series(filter Filter) []Bucket {
	out := make([]Bucket, 0, len(s.now.cuts))
	active, sharers := s.activeByCut()
	for i, cut := range s.now.cuts {
		if cut.from > s.f.today && filter.To == "" {
			break
		}
		t := &s.now.byCut[i]
		b := Bucket{From: dayString(cut.from), To: dayString(cut.to), Shares: t.shares, Active: active[i], Sharers: sharers[i],
			Gives: s.now.cutGives[i], Asks: s.now.cutAsks[i]}
		b.Participation = ratio(float64(b.Sharers), float64(b.Active))
		b.Potential, b.Estimated = t.reach()
		out = append(out, b)
	}
	return out
}

// activeByCut counts, for each bucket, the active members and those of them who
// shared.
func (s *scan) activeByCut() (active, sharers []int64) {
	p := s.now
	active, sharers = make([]int64, len(p.cuts)), make([]int64, len(p.cuts))
	for _, one := range s.f.people.all {
		if !s.asked.speaks(one) {
			continue
		}
		next := int32(0) // the presence is in order: a bucket is never counted twice
		for i := range one.presence {
			at := &one.presence[i]
			if !at.meets(p.span) || (s.asked.department != anyCode && at.code != s.asked.department) {
				continue
			}
			last := p.byDay[min(at.to, p.to)-p.from]
			for cut := max(next, p.byDay[max(at.from, p.from)-p.from]); cut <= last; cut++ {
				active[cut]++
				if who := p.byCut[cut].sharers; who != nil && who.has(int(one.id)) {
					sharers[cut]++
				}
			}
			next = max(next, last+1)
		}
	}
	return active, sharers
}
