package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"relais/backend/report/words"
	"relais/backend/workspace"
)

// WriteCSV writes every number of the view as one line: table, row, column,
// value. A byte-order mark says UTF-8 to spreadsheet programs; texts that a
// spreadsheet would take for a formula are led by an apostrophe.
func WriteCSV(w io.Writer, v *View, b *words.Book) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("report: csv: %w", err)
	}
	out := csv.NewWriter(w)
	row := func(table, name, column string, value *float64, label Label) {
		text := b.Say("unknown")
		if value != nil {
			text = strconv.FormatFloat(*value, 'f', -1, 64)
		}
		kind := ""
		if label != "" {
			kind = b.Say("label." + string(label))
		}
		_ = out.Write([]string{workspace.Inert(table), workspace.Inert(name), workspace.Inert(column), text, kind})
	}
	_ = out.Write([]string{b.Say("column.table"), b.Say("column.name"), b.Say("column.breakdown"), b.Say("column.value"), b.Say("column.label")})
	for _, f := range v.Faces(b) {
		row(b.Say("sheet.figures"), f.Name, b.Say("column.value"), f.Value, f.Label)
		if f.Before != nil {
			row(b.Say("sheet.figures"), f.Name, b.Say("column.before"), f.Before, f.Label)
		}
	}
	for _, s := range v.Series {
		table, name := b.Say("sheet.series"), s.From
		row(table, name, b.Say("figure.shares"), count(s.Shares), Declared)
		row(table, name, b.Say("figure.sharers"), count(s.Sharers), Declared)
		row(table, name, b.Say("figure.active"), count(s.Active), Measured)
		row(table, name, b.Say("figure.participation"), s.Participation, Declared)
		row(table, name, b.Say("figure.potential_reach"), s.Potential, Declared)
		row(table, name, b.Say("figure.estimated_reach"), s.Estimated, Estimated)
	}
	for _, d := range Dimensions() {
		for _, g := range v.Groups[d] {
			if g.Hidden() {
				continue
			}
			table, name := b.Say("dimension."+d), GroupName(d, g, b)
			row(table, name, b.Say("figure.shares"), count(g.Shares), Declared)
			row(table, name, b.Say("figure.potential_reach"), g.Potential, Declared)
			row(table, name, b.Say("figure.estimated_reach"), g.Estimated, Estimated)
			if g.Participation != nil {
				row(table, name, b.Say("figure.participation"), g.Participation, Declared)
			}
		}
	}
	for _, c := range v.CompareFaces(b) {
		row(b.Say("sheet.compare"), c.Title, b.Say("column.value"), c.Value, c.Label)
		row(b.Say("sheet.compare"), c.Title, c.StaffName, c.Staff, c.Label)
		row(b.Say("sheet.compare"), c.Title, c.PageName, c.Page, c.Label)
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("report: csv: %w", err)
	}
	return nil
}

type jsonFigure struct {
	Code       string   `json:"code"`
	Name       string   `json:"name"`
	Value      *float64 `json:"value"` // null is not known
	Unit       string   `json:"unit"`
	Label      Label    `json:"label"`
	Why        string   `json:"why,omitempty"`
	Over       *float64 `json:"numerator,omitempty"`
	Under      *float64 `json:"denominator,omitempty"`
	Before     *float64 `json:"before"`
	Notes      []string `json:"notes"`
	Definition string   `json:"definition"`
	Source     string   `json:"source"`
}

type jsonBucket struct {
	From          string   `json:"from"`
	To            string   `json:"to"`
	Shares        int64    `json:"shares"`
	Sharers       int64    `json:"sharers"`
	Active        int64    `json:"active"`
	Participation *float64 `json:"participation"`
	Potential     *float64 `json:"potential_reach"`
	Estimated     *float64 `json:"estimated_reach"`
	Gives         int64    `json:"gives"`
	Asks          int64    `json:"asks"`
}

type jsonGroup struct {
	Key           string   `json:"key"`
	Name          string   `json:"name"`
	Rest          bool     `json:"rest,omitempty"`
	Shares        *int64   `json:"shares"` // null where fewer than 5 people
	Sharers       *int64   `json:"sharers"`
	Active        *int64   `json:"active,omitempty"`
	Participation *float64 `json:"participation"`
	Potential     *float64 `json:"potential_reach"`
	Estimated     *float64 `json:"estimated_reach"`
	Requests      *int64   `json:"requests,omitempty"`
	ShareRate     *float64 `json:"share_rate"`
}

type jsonComparison struct {
	Code     string   `json:"code"`
	Title    string   `json:"title"`
	Value    *float64 `json:"value"`
	Unit     string   `json:"unit"`
	Label    Label    `json:"label"`
	Staff    *float64 `json:"staff"`
	Page     *float64 `json:"page"`
	Sentence string   `json:"sentence"`
	Doubts   []string `json:"doubts"`
}

type jsonReport struct {
	From        string                 `json:"from"`
	To          string                 `json:"to"`
	Previous    *[2]string             `json:"previous,omitempty"`
	Language    string                 `json:"language"`
	Withheld    bool                   `json:"withheld"`
	Held        int64                  `json:"held"`
	Figures     []jsonFigure           `json:"figures"`
	Series      []jsonBucket           `json:"series"`
	Groups      map[string][]jsonGroup `json:"groups"`
	Comparisons []jsonComparison       `json:"comparisons"`
}

// WriteJSON writes the view for programs.
func WriteJSON(w io.Writer, v *View, b *words.Book) error {
	out := jsonReport{From: v.Days[0], To: v.Days[1], Previous: v.Previous, Language: b.Language, Withheld: v.Withheld, Held: v.Held,
		Figures: []jsonFigure{}, Series: []jsonBucket{}, Groups: map[string][]jsonGroup{}, Comparisons: []jsonComparison{}}
	for _, f := range v.Faces(b) {
		out.Figures = append(out.Figures, jsonFigure{f.Code, f.Name, f.Value, f.Unit, f.Label, f.Why, f.Over, f.Under, f.Before, f.Notes, f.Definition, f.Source})
	}
	for _, s := range v.Series {
		out.Series = append(out.Series, jsonBucket(s))
	}
	for _, d := range Dimensions() {
		out.Groups[d] = []jsonGroup{}
		for _, g := range v.Groups[d] {
			j := jsonGroup{Key: g.Key, Name: GroupName(d, g, b), Rest: g.Rest, Sharers: g.Sharers, Active: g.Active, Participation: g.Participation,
				Potential: g.Potential, Estimated: g.Estimated, Requests: g.Requests, ShareRate: g.ShareRate}
			if !g.Hidden() {
				j.Shares = &g.Shares
			}
			out.Groups[d] = append(out.Groups[d], j)
		}
	}
	for _, c := range v.CompareFaces(b) {
		out.Comparisons = append(out.Comparisons, jsonComparison{c.Code, c.Title, c.Value, c.Unit, c.Label, c.Staff, c.Page, c.Sentence, c.Notes})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("report: json: %w", err)
	}
	return nil
}
