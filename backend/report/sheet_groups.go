package report

import (
	"fmt"
	"strings"
)

func (w *workbook) groups(dimension string) {
	list := w.view.Groups[dimension]
	if len(list) == 0 {
		return
	}
	s := w.sheet("dimension." + dimension)
	w.widths(s, 34, 10, 20, 20, 16, 18, 18, 12, 12)
	w.head(s, 1, "dimension."+dimension, "figure.shares", "figure.sharers", "figure.active", "figure.participation",
		"figure.potential_reach", "figure.estimated_reach", "column.requests", "figure.share_rate")
	for i, g := range list {
		w.group(s, i+2, dimension, g)
	}
	w.freeze(s, 1)
}

func (w *workbook) group(s string, row int, dimension string, g Group) {
	w.text(s, 1, row, GroupName(dimension, g, w.words), "")
	if g.Hidden() {
		w.text(s, 2, row, w.words.Say("fewer"), "soft")
		return
	}
	w.number(s, 2, row, count(g.Shares), UnitCount)
	if g.Sharers == nil {
		w.text(s, 3, row, w.words.Say("fewer"), "soft")
	} else {
		w.number(s, 3, row, count(*g.Sharers), UnitCount)
	}
	if g.Active != nil {
		w.number(s, 4, row, count(*g.Active), UnitCount)
	}
	if g.Participation != nil {
		w.formula(s, 5, row, fmt.Sprintf(`IF(D%d=0,"%s",C%d/D%d)`, row, w.words.Say("unknown"), row, row), *g.Participation, UnitShare)
	}
	w.number(s, 6, row, g.Potential, UnitCount)
	w.number(s, 7, row, g.Estimated, UnitCount)
	if g.Requests != nil {
		w.number(s, 8, row, count(*g.Requests), UnitCount)
		w.number(s, 9, row, g.ShareRate, UnitShare)
	}
}

// Hidden says whether only the existence of a rest is told.
func (g Group) Hidden() bool { return g.Rest && g.Active == nil }

func (w *workbook) comparisons() {
	s := w.sheet("sheet.compare")
	w.widths(s, 24, 18, 14, 14, 14, 14, 70)
	w.head(s, 1, "column.name", "column.network", "column.value", "column.staff", "column.page", "column.as_of", "column.note")
	row := 2
	for _, f := range w.view.CompareFaces(w.words) {
		unit := UnitCount
		if f.Unit == UnitShare || f.Unit == UnitPer1000 {
			unit = f.Unit
		}
		w.text(s, 1, row, f.Title, "")
		w.number(s, 3, row, f.Value, f.Unit)
		if f.Code == Larger && f.Value != nil {
			w.formula(s, 3, row, fmt.Sprintf(`IF(E%d=0,"%s",D%d/E%d)`, row, w.words.Say("unknown"), row, row), *f.Value, f.Unit)
		}
		w.number(s, 4, row, f.Staff, unit)
		w.number(s, 5, row, f.Page, unit)
		note := strings.Join(append([]string{f.Sentence}, f.Notes...), " ")
		w.text(s, 7, row, note, "wrap")
		w.tall(s, row, []string{note}, []int{66})
		row++
		for _, p := range f.Pairs {
			w.text(s, 2, row, NetworkName(p.Network, w.words), "")
			w.number(s, 4, row, p.Staff, unit)
			w.number(s, 5, row, p.Page, unit)
			w.text(s, 6, row, p.AsOf, "")
			row++
		}
	}
	w.freeze(s, 1)
}

func (w *workbook) definitions() {
	s := w.sheet("sheet.notes")
	w.widths(s, 30, 14, 80, 60)
	w.head(s, 1, "column.name", "column.label", "column.definition", "column.source")
	row := 2
	for _, f := range w.view.Faces(w.words) {
		w.text(s, 1, row, f.Name, "")
		w.text(s, 2, row, f.LabelText, "")
		w.text(s, 3, row, f.Definition, "wrap")
		w.text(s, 4, row, f.Source, "wrap")
		w.tall(s, row, []string{f.Definition, f.Source}, []int{76, 56})
		row++
	}
	for _, label := range []Label{Declared, Estimated, Measured} {
		w.text(s, 1, row, w.words.Say("label."+string(label)), "")
		w.text(s, 3, row, w.words.Say("label."+string(label)+".help"), "wrap")
		row++
	}
	w.text(s, 3, row, w.words.Say("report.how.text"), "wrap")
	w.tall(s, row, []string{w.words.Say("report.how.text")}, []int{76})
}
