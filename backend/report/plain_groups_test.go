package report

import (
	"fmt"
	"math"
	"strconv"
)

// compareMore compares what stands beside the figures: the comparisons, the
// period before, the series and the parts.
func (w *world) compareMore(v *View, p *plain, past []string) {
	w.t.Helper()
	active, _, _, _ := p.members()
	for code, want := range p.comparisons(active) {
		for _, c := range v.Compare {
			if c.Code == code && (c.Value == nil || !same(*c.Value, want.value) || !same(*c.Staff, want.staff) || !same(*c.Page, want.page)) {
				w.t.Fatalf("%s under %+v: %v %v %v, plainly %+v, after %v", code, p.filter, text3(c.Value), text3(c.Staff), text3(c.Page), want, past)
			}
		}
	}
	for _, c := range v.Compare {
		if c.Value != nil && !p.comparisons(active)[c.Code].has {
			w.t.Fatalf("%s under %+v is %v, plainly not known, after %v", c.Code, p.filter, *c.Value, past)
		}
	}
	if before, ok := p.filter.Before(); ok && v.Figure(Shares).Before != nil {
		earlier := (&plain{t: p.t, ws: p.ws, filter: p.filter, from: before.From, to: before.To}).figures()
		for _, f := range v.Figures {
			if f.Before != nil && !same(*f.Before, earlier[f.Code]) {
				w.t.Fatalf("%s of the period before %+v: %v, plainly %v, after %v", f.Code, p.filter, *f.Before, earlier[f.Code], past)
			}
		}
	}
	w.compareSeries(v, p, past)
	w.compareGroups(v, p, past)
}

func same(a, b float64) bool { return math.Abs(a-b) <= 1e-6*math.Max(1, math.Abs(b)) }

func text3(v *float64) string {
	if v == nil {
		return "not known"
	}
	return strconv.FormatFloat(*v, 'f', 3, 64)
}

func (w *world) compareSeries(v *View, p *plain, past []string) {
	w.t.Helper()
	if len(v.Series) == 0 {
		return
	}
	b := v.Series[w.r.IntN(len(v.Series))]
	part := (&plain{t: p.t, ws: p.ws, filter: p.filter, from: b.From, to: b.To}).figures()
	if !same(float64(b.Shares), part[Shares]) || !same(float64(b.Active), part[Active]) || !same(float64(b.Gives+b.Asks), part[Gives]+part[Asks]) ||
		(b.Participation != nil && !same(*b.Participation, part[Participation])) || (b.Potential != nil && !same(*b.Potential, part[Potential])) {
		w.t.Fatalf("%s to %s under %+v: %+v, plainly %v, after %v", b.From, b.To, p.filter, b, part, past)
	}
}

// compareGroups compares each part with the whole under a filter of that part.
func (w *world) compareGroups(v *View, p *plain, past []string) {
	w.t.Helper()
	for dimension, list := range v.Groups {
		for _, g := range list {
			if g.Rest {
				continue
			}
			f := p.filter
			switch id, _ := strconv.ParseInt(g.Key, 10, 64); dimension {
			case ByDepartment:
				f.Department = g.Key
			case ByLanguage:
				f.Language = g.Key
			case ByNetwork:
				f.Network = g.Key
			case ByTopic:
				f.Topic = id
			case ByCampaign:
				f.Campaign = id
			}
			if f == p.filter {
				continue
			}
			part := (&plain{t: p.t, ws: p.ws, filter: f, from: p.from, to: p.to}).figures()
			wrong := ""
			check := func(code string, got *float64) {
				if got != nil && !same(*got, part[code]) {
					wrong += fmt.Sprintf(" %s %v, plainly %v;", code, *got, part[code])
				}
			}
			shares := float64(g.Shares)
			check(Shares, &shares)
			check(Potential, g.Potential)
			check(EstimatedCode, g.Estimated)
			// A network filter also narrows what counts as a share of a request of another dimension.
			if dimension != ByNetwork {
				check(ShareRate, g.ShareRate)
			}
			if g.Active != nil {
				n := float64(*g.Active)
				check(Active, &n)
				check(Participation, g.Participation)
			}
			if g.Sharers != nil && g.Active == nil {
				n := float64(*g.Sharers)
				check(Sharers, &n)
			}
			if wrong != "" {
				w.t.Fatalf("%s %s under %+v:%s after %v", dimension, g.Key, p.filter, wrong, past)
			}
		}
	}
}
