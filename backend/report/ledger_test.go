package report

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"relais/backend/share"
)

// ledgerFilters are pages that a person may ask for.
func ledgerFilters() []LedgerFilter {
	return []LedgerFilter{
		{},
		{State: share.Held},
		{State: share.Void},
		{State: anyState, Filter: Filter{Network: "linkedin"}},
		{Filter: Filter{From: "2026-03-01", To: "2026-05-31", Department: "Atelier"}},
		{Filter: Filter{Topic: 1, Language: "fr"}},
		{Filter: Filter{Campaign: 1}},
		{Filter: Filter{Objective: "employer_brand", Network: "x"}},
		{Words: "PERSON 1"},
		{Words: "post 3"},
		{Words: "ancienne"},
		{Filter: Filter{Network: "xing"}},
		{PostID: 2},
		{StaffID: 3, State: anyState},
	}
}

// compareLedger reads every page of the ledger in small pages, and compares with
// all rows read, filtered and sorted plainly.
func (w *world) compareLedger(s *Service, past []string) {
	w.t.Helper()
	for _, f := range ledgerFilters() {
		f.Limit = 7
		want, got := w.plainLedger(f), []string{}
		for {
			lines, err := s.Lines(w.ctx, f)
			if err != nil {
				w.t.Fatal(err)
			}
			for _, l := range lines {
				got = append(got, fmt.Sprint(l.SharedOn, " ", l.ID))
			}
			if len(lines) < f.Limit {
				break
			}
			last := lines[len(lines)-1]
			f.Before = Cursor{last.SharedOn, last.ID}
		}
		if !slices.Equal(want, got) {
			w.t.Fatalf("ledger under %+v: %v, plainly %v, after %v", f, got, want, past)
		}
	}
}

func (w *world) plainLedger(f LedgerFilter) []string {
	p := &plain{t: w.t, ws: w.ws, filter: f.Filter, from: f.From, to: f.To}
	if f.To == "" {
		p.to = "9999"
	}
	out := []string{}
	for _, s := range p.rows(`SELECT s.*, COALESCE(p.title, '') AS of_post, COALESCE(st.name, '') AS of_person FROM share s
		LEFT JOIN post p ON p.id = s.post_id LEFT JOIN staff st ON st.id = s.staff_id`) {
		words := strings.ToLower(f.Words)
		hay := strings.ToLower(text(s["of_post"]) + "\n" + text(s["of_person"]) + "\n" + text(s["title"]))
		if !p.inFilter(s) || (f.Network != "" && text(s["network"]) != f.Network) || !strings.Contains(hay, words) ||
			(f.State == "" && text(s["state"]) == share.Void) || (f.State != "" && f.State != anyState && text(s["state"]) != f.State) ||
			(f.PostID != 0 && num(s["post_id"]) != f.PostID) || (f.StaffID != 0 && num(s["staff_id"]) != f.StaffID) {
			continue
		}
		out = append(out, fmt.Sprint(text(s["shared_on"]), " ", num(s["id"])))
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := strings.Fields(out[i]), strings.Fields(out[j])
		if a[0] != b[0] {
			return a[0] > b[0]
		}
		return len(a[1]) > len(b[1]) || (len(a[1]) == len(b[1]) && a[1] > b[1])
	})
	return out
}
