package report

import (
	"fmt"
	"testing"

	"relais/backend/share"
)

// part is a group of people by department and language.
type part struct{ department, language string }

// TestNoSmallGroupByDifference asks for every choice of department and language,
// after anything has happened, and for the parts of each answer, and looks for two totals whose
// difference is of fewer than 5 people.
func TestNoSmallGroupByDifference(t *testing.T) {
	for seed := range seeds(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			w := newWorld(t, 100+seed)
			for range 20 {
				w.step()
			}
			s := New(w.ws, w.shares)
			period := Filter{From: "2026-01-01", To: "2026-06-30"}
			who := w.crowd(s, period)
			shown := w.shown(s, period, who)
			for a, groups := range shown {
				for b, others := range shown {
					if rest, subset := minus(groups, others); a != b && subset && len(rest) > 0 {
						if n := who.count(rest); n > 0 && n < Fewest {
							t.Fatalf("%s less %s tells of %d people: %v", a, b, n, rest)
						}
					}
				}
				if n := who.count(groups); n > 0 && n < Fewest {
					t.Fatalf("%s is of %d people", a, n)
				}
			}
		})
	}
}

// crowd is who was active or shared, by part.
type crowd map[part]map[int64]bool

func (c crowd) count(groups map[part]bool) int {
	all := map[int64]bool{}
	for g := range groups {
		for id := range c[g] {
			all[id] = true
		}
	}
	return len(all)
}

func (w *world) crowd(s *Service, period Filter) crowd {
	f, err := s.facts(w.ctx, period)
	if err != nil {
		w.t.Fatal(err)
	}
	out := crowd{}
	add := func(department, language string, id int64) {
		g := part{department, language}
		if out[g] == nil {
			out[g] = map[int64]bool{}
		}
		out[g][id] = true
	}
	for _, one := range f.people.all {
		for _, p := range one.presence {
			if p.meets(f.now) {
				add(f.people.words[p.code], f.people.words[one.tongue], one.id)
			}
		}
	}
	for _, r := range (&plain{t: w.t, ws: w.ws, filter: period, from: period.From, to: period.To}).shares(true) {
		if text(r["shared_on"]) >= period.From && text(r["shared_on"]) <= period.To && text(r["state"]) == share.Counted {
			add(text(r["department"]), text(r["language"]), num(r["person"]))
		}
	}
	return out
}

// shown gives every total that a view, or a part of one, shows, as the parts that it is of.
func (w *world) shown(s *Service, period Filter, who crowd) map[string]map[part]bool {
	departments, languages := []string{"", "Atelier", "Bureau", "Chantier"}, []string{"", "fr", "en"}
	of := func(department, language string) map[part]bool {
		out := map[part]bool{}
		for g := range who {
			if (department == "" || g.department == department) && (language == "" || g.language == language) {
				out[g] = true
			}
		}
		return out
	}
	out := map[string]map[part]bool{}
	for _, d := range departments {
		for _, l := range languages {
			f := period
			f.Department, f.Language = d, l
			v, err := s.View(w.ctx, f)
			if err != nil {
				w.t.Fatal(err)
			}
			if v.Withheld {
				continue
			}
			out[fmt.Sprintf("view %q %q", d, l)] = of(d, l)
			for _, g := range v.Groups[ByDepartment] {
				if !g.Rest && g.Key != "" {
					out[fmt.Sprintf("department %q of %q %q", g.Key, d, l)] = of(g.Key, l)
				}
			}
			for _, g := range v.Groups[ByLanguage] {
				if !g.Rest && g.Key != "" {
					out[fmt.Sprintf("language %q of %q %q", g.Key, d, l)] = of(d, g.Key)
				}
			}
		}
	}
	return out
}

// minus gives what is in a and not in b, and whether all of b is in a.
func minus(a, b map[part]bool) (map[part]bool, bool) {
	rest := map[part]bool{}
	for g := range a {
		if !b[g] {
			rest[g] = true
		}
	}
	for g := range b {
		if !a[g] {
			return nil, false
		}
	}
	return rest, true
}
