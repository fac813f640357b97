package window

import (
	"context"
	"os"
	"path/filepath"

	"relais/backend/report"
	"relais/backend/report/words"
	"relais/backend/workspace"
)

// Results is the screen of figures, and the ledger behind them.
type Results struct{ w *Window }

// ResultsFilter says what the screen looks at; days are YYYY-MM-DD, "" and 0 are no limit.
type ResultsFilter struct {
	From       string `json:"from"`
	To         string `json:"to"`
	Campaign   int64  `json:"campaign"`
	Objective  string `json:"objective"`
	Topic      int64  `json:"topic"`
	Department string `json:"department"`
	Network    string `json:"network"`
	Language   string `json:"language"`
}

func (f ResultsFilter) domain() report.Filter {
	return report.Filter{From: f.From, To: f.To, Campaign: f.Campaign, Objective: f.Objective, Topic: f.Topic,
		Department: f.Department, Network: f.Network, Language: f.Language}
}

// ResultsFigure is a figure as it is read; value is null where it is not known.
type ResultsFigure struct {
	Code       string   `json:"code"`
	Name       string   `json:"name"`
	Value      *float64 `json:"value"`
	Text       string   `json:"text"`
	Reason     string   `json:"reason"`
	Label      string   `json:"label"`
	Before     string   `json:"before"`
	Change     string   `json:"change"`
	Notes      []string `json:"notes"`
	Definition string   `json:"definition"`
	Source     string   `json:"source"`
	Drill      string   `json:"drill"`
}

// ResultsBucket is a week, a month or a year.
type ResultsBucket struct {
	From          string   `json:"from"`
	To            string   `json:"to"`
	Shares        int64    `json:"shares"`
	Sharers       int64    `json:"sharers"`
	Active        int64    `json:"active"`
	Participation *float64 `json:"participation"`
	Potential     *float64 `json:"potential"`
	Estimated     *float64 `json:"estimated"`
	Gives         int64    `json:"gives"`
	Asks          int64    `json:"asks"`
}

// ResultsGroup is one row of a breakdown; shares is null where fewer than 5 people stand behind it.
type ResultsGroup struct {
	Key           string   `json:"key"`
	Name          string   `json:"name"`
	Rest          bool     `json:"rest"`
	Shares        *int64   `json:"shares"`
	Sharers       *int64   `json:"sharers"`
	Active        *int64   `json:"active"`
	Participation *float64 `json:"participation"`
	Potential     *float64 `json:"potential"`
	Estimated     *float64 `json:"estimated"`
	ShareRate     *float64 `json:"shareRate"`
}

// ResultsBreakdown is a whole by one dimension.
type ResultsBreakdown struct {
	Dimension string         `json:"dimension"`
	Name      string         `json:"name"`
	Groups    []ResultsGroup `json:"groups"`
}

// ResultsPair is one network of a comparison.
type ResultsPair struct {
	Network string   `json:"network"`
	Staff   *float64 `json:"staff"`
	Page    *float64 `json:"page"`
	AsOf    string   `json:"asOf"`
}

// ResultsComparison is staff beside the company's pages.
type ResultsComparison struct {
	Code      string        `json:"code"`
	Title     string        `json:"title"`
	Question  string        `json:"question"`
	Sentence  string        `json:"sentence"`
	Known     bool          `json:"known"`
	Unit      string        `json:"unit"`
	Label     string        `json:"label"`
	StaffName string        `json:"staffName"`
	PageName  string        `json:"pageName"`
	Staff     *float64      `json:"staff"`
	Page      *float64      `json:"page"`
	StaffText string        `json:"staffText"`
	PageText  string        `json:"pageText"`
	Pairs     []ResultsPair `json:"pairs"`
	Notes     []string      `json:"notes"`
}

// ResultsView is everything that a filter shows.
type ResultsView struct {
	From       string              `json:"from"`
	To         string              `json:"to"`
	BeforeFrom string              `json:"beforeFrom"`
	BeforeTo   string              `json:"beforeTo"`
	Withheld   bool                `json:"withheld"`
	Whole      bool                `json:"whole"`
	Empty      bool                `json:"empty"`
	Step       string              `json:"step"`
	Held       int64               `json:"held"`
	Figures    []ResultsFigure     `json:"figures"`
	Series     []ResultsBucket     `json:"series"`
	Breakdowns []ResultsBreakdown  `json:"breakdowns"`
	Compare    []ResultsComparison `json:"compare"`
}

// View computes what a filter shows, in words of the language ("fr" or "en").
func (r *Results) View(filter ResultsFilter, language string) (ResultsView, error) {
	return call(r.w.app, "Results.View", func() (ResultsView, error) {
		v, err := r.w.app.Reports.View(context.Background(), filter.domain())
		if err != nil {
			return ResultsView{}, err
		}
		b, err := words.Open(language)
		if err != nil {
			return ResultsView{}, err
		}
		return wireView(v, b), nil
	})
}

func wireView(v *report.View, b *words.Book) ResultsView {
	out := ResultsView{From: v.Days[0], To: v.Days[1], Withheld: v.Withheld, Whole: v.Whole, Empty: v.Undefined, Step: v.Step, Held: v.Held,
		Figures: []ResultsFigure{}, Series: []ResultsBucket{}, Breakdowns: []ResultsBreakdown{}, Compare: []ResultsComparison{}}
	if p := v.Previous; p != nil {
		out.BeforeFrom, out.BeforeTo = p[0], p[1]
	}
	for _, f := range v.Faces(b) {
		out.Figures = append(out.Figures, ResultsFigure{Code: f.Code, Name: f.Name, Value: f.Value, Text: f.Text, Reason: f.Reason, Label: string(f.Label),
			Before: f.BeforeText, Change: f.Change, Notes: f.Notes, Definition: f.Definition, Source: f.Source, Drill: f.Drill})
	}
	for _, s := range v.Series {
		out.Series = append(out.Series, ResultsBucket(s))
	}
	for _, d := range report.Dimensions() {
		groups := []ResultsGroup{}
		for _, g := range v.Groups[d] {
			groups = append(groups, wireGroup(d, g, b))
		}
		out.Breakdowns = append(out.Breakdowns, ResultsBreakdown{Dimension: d, Name: b.Say("dimension." + d), Groups: groups})
	}
	for _, c := range v.CompareFaces(b) {
		out.Compare = append(out.Compare, wireComparison(c, b))
	}
	return out
}

func wireGroup(dimension string, g report.Group, b *words.Book) ResultsGroup {
	out := ResultsGroup{Key: g.Key, Name: report.GroupName(dimension, g, b), Rest: g.Rest, Sharers: g.Sharers, Active: g.Active,
		Participation: g.Participation, Potential: g.Potential, Estimated: g.Estimated, ShareRate: g.ShareRate}
	if !g.Hidden() {
		out.Shares = &g.Shares
	}
	return out
}

func wireComparison(c report.CompareFace, b *words.Book) ResultsComparison {
	out := ResultsComparison{Code: c.Code, Title: c.Title, Question: c.Question, Sentence: c.Sentence, Known: c.Value != nil, Unit: c.Unit,
		Label: string(c.Label), StaffName: c.StaffName, PageName: c.PageName, Staff: c.Staff, Page: c.Page, StaffText: c.StaffText,
		PageText: c.PageText, Notes: c.Notes, Pairs: []ResultsPair{}}
	for _, p := range c.Pairs {
		out.Pairs = append(out.Pairs, ResultsPair{Network: report.NetworkName(p.Network, b), Staff: p.Staff, Page: p.Page, AsOf: p.AsOf})
	}
	return out
}

// ResultsChoice is a line of a filter.
type ResultsChoice struct {
	Key  string `json:"key"`
	Name string `json:"name"`
}

// ResultsChoices is what can be filtered by.
type ResultsChoices struct {
	Departments []ResultsChoice `json:"departments"`
	Networks    []ResultsChoice `json:"networks"`
	Topics      []ResultsChoice `json:"topics"`
	Campaigns   []ResultsChoice `json:"campaigns"`
	Languages   []ResultsChoice `json:"languages"`
	First       string          `json:"first"` // the first day with anything to show, or ""
}

// Choices gives what there is to filter by.
func (r *Results) Choices(language string) (ResultsChoices, error) {
	return call(r.w.app, "Results.Choices", func() (ResultsChoices, error) {
		c, err := report.ReadChoices(context.Background(), r.w.app.Workspace)
		if err != nil {
			return ResultsChoices{}, err
		}
		b, err := words.Open(language)
		if err != nil {
			return ResultsChoices{}, err
		}
		out := ResultsChoices{First: c.First}
		for _, part := range []struct {
			into      *[]ResultsChoice
			from      []report.Choice
			dimension string
		}{
			{&out.Departments, c.Departments, report.ByDepartment}, {&out.Networks, c.Networks, report.ByNetwork},
			{&out.Topics, c.Topics, report.ByTopic}, {&out.Campaigns, c.Campaigns, report.ByCampaign}, {&out.Languages, c.Languages, report.ByLanguage},
		} {
			*part.into = []ResultsChoice{}
			for _, one := range part.from {
				*part.into = append(*part.into, ResultsChoice{Key: one.Key, Name: report.GroupName(part.dimension, report.Group{Key: one.Key, Name: one.Name}, b)})
			}
		}
		return out, nil
	})
}

// Export writes the report of a filter to a path that the person chose.
func (r *Results) Export(filter ResultsFilter, format, language, path string) error {
	return do(r.w.app, "Results.Export", func() error {
		data, err := r.w.app.Reports.Export(context.Background(), filter.domain(), format, language)
		if err != nil {
			return err
		}
		return writeWhole(path, data)
	})
}

// writeWhole writes a file as a whole, or leaves what was there.
func writeWhole(path string, data []byte) error {
	fault := func(err error) error {
		return workspace.NewFault("file_not_written", "file", filepath.Base(path)).Wrap(err)
	}
	part, err := os.CreateTemp(filepath.Dir(path), ".relais-*")
	if err != nil {
		return fault(err)
	}
	defer func() { _ = os.Remove(part.Name()) }()
	if _, err := part.Write(data); err != nil {
		_ = part.Close()
		return fault(err)
	}
	if err := part.Close(); err != nil {
		return fault(err)
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return fault(err)
	}
	return nil
}
