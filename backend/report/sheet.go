package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"relais/backend/report/words"
)

// workbook writes a view as a spreadsheet whose quotients are formulas.
type workbook struct {
	*excelize.File
	view  *View
	words *words.Book
	style map[string]int
	err   error
}

// WriteXLSX writes the report as a workbook: figures, the period in time,
// breakdowns, comparisons and definitions. Quotients are formulas over their
// cells, so that a changed number changes what depends on it. Groups of fewer
// than 5 people are not in it.
func WriteXLSX(w io.Writer, v *View, b *words.Book, company string) error {
	book := &workbook{File: excelize.NewFile(), view: v, words: b, style: map[string]int{}}
	defer func() { _ = book.Close() }()
	book.styles()
	book.figures(company)
	if !v.Withheld {
		book.series()
		for _, d := range Dimensions() {
			book.groups(d)
		}
		book.comparisons()
	}
	book.definitions()
	book.SetActiveSheet(0)
	_ = book.SetDocProps(&excelize.DocProperties{Title: b.Say("report.title"), Creator: "Relais", Language: b.Language})
	if book.err == nil {
		_, book.err = book.WriteTo(w)
	}
	if book.err != nil {
		return fmt.Errorf("report: xlsx: %w", book.err)
	}
	return nil
}

func (w *workbook) keep(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *workbook) styles() {
	percent, decimal, whole := "0.0%", "#,##0.0", "#,##0"
	for name, s := range map[string]*excelize.Style{
		"head":    {Font: &excelize.Font{Bold: true, Color: "FFFFFF", Family: "Calibri", Size: 11}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F5F6B"}}, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}},
		"title":   {Font: &excelize.Font{Bold: true, Size: 15, Family: "Calibri"}},
		"soft":    {Font: &excelize.Font{Color: "6E6861", Family: "Calibri", Size: 11}},
		"wrap":    {Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
		UnitShare: {CustomNumFmt: &percent},
		UnitRatio: {CustomNumFmt: &decimal},
		UnitCount: {CustomNumFmt: &whole},
	} {
		id, err := w.NewStyle(s)
		w.keep(err)
		w.style[name] = id
	}
	for _, unit := range []string{UnitPeople, UnitMoney, UnitMinutes} {
		w.style[unit] = w.style[UnitCount]
	}
	w.style[UnitPer1000] = w.style[UnitRatio]
}

// cell names a cell; columns from 1.
func cellName(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return "A1"
	}
	return name
}

// text writes words: as a string, so that none of it is ever a formula.
func (w *workbook) text(sheet string, col, row int, s, style string) {
	at := cellName(col, row)
	w.keep(w.SetCellStr(sheet, at, s))
	if id, ok := w.style[style]; ok {
		w.keep(w.SetCellStyle(sheet, at, at, id))
	}
}

// tall makes a row as high as its texts need in columns of the given widths, in
// letters: programs that only show a file do not work that out.
func (w *workbook) tall(sheet string, row int, texts []string, widths []int) {
	lines := 1
	for i, s := range texts {
		lines = max(lines, (len([]rune(s))+widths[i]-1)/widths[i])
	}
	w.keep(w.SetRowHeight(sheet, row, float64(15*lines)))
}

// number writes a value, or 'not known'.
func (w *workbook) number(sheet string, col, row int, v *float64, unit string) {
	if v == nil {
		w.text(sheet, col, row, w.words.Say("unknown"), "soft")
		return
	}
	at := cellName(col, row)
	w.keep(w.SetCellFloat(sheet, at, *v, -1, 64))
	w.keep(w.SetCellStyle(sheet, at, at, w.style[unit]))
}

// formula writes a formula and the value that it has now, for programs that show
// a file without computing it.
func (w *workbook) formula(sheet string, col, row int, formula string, v float64, unit string) {
	at := cellName(col, row)
	w.keep(w.SetCellFloat(sheet, at, v, -1, 64))
	w.keep(w.SetCellFormula(sheet, at, formula))
	w.keep(w.SetCellStyle(sheet, at, at, w.style[unit]))
}

func (w *workbook) head(sheet string, row int, keys ...string) {
	for i, key := range keys {
		w.text(sheet, i+1, row, w.words.Say(key), "head")
	}
	w.keep(w.SetRowHeight(sheet, row, 32))
}

// sheet adds a sheet; the first one takes the place of excelize's own.
func (w *workbook) sheet(key string) string {
	name := strings.NewReplacer("[", "", "]", "", ":", "", "*", "", "?", "", "/", "", `\`, "").Replace(w.words.Say(key))
	if w.SheetCount == 1 && w.GetSheetName(0) == "Sheet1" {
		w.keep(w.SetSheetName("Sheet1", name))
	} else {
		_, err := w.NewSheet(name)
		w.keep(err)
	}
	// Printed, a sheet is one page wide.
	landscape, a4, one, many, fit := "landscape", 9, 1, 0, true
	w.keep(w.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &one, FitToHeight: &many}))
	w.keep(w.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	return name
}

func (w *workbook) widths(sheet string, widths ...float64) {
	for i, width := range widths {
		col, err := excelize.ColumnNumberToName(i + 1)
		w.keep(err)
		w.keep(w.SetColWidth(sheet, col, col, width))
	}
}

func (w *workbook) freeze(sheet string, row int) {
	w.keep(w.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: row, TopLeftCell: cellName(1, row+1), ActivePane: "bottomLeft"}))
}

// titleRows is how many rows stand above the table of figures.
const titleRows = 4

func (w *workbook) figures(company string) {
	s := w.sheet("sheet.figures")
	w.widths(s, 32, 14, 13, 13, 14, 14, 60)
	w.text(s, 1, 1, w.words.Say("report.title")+" · "+company, "title")
	w.text(s, 1, 2, w.words.Say("report.period", "from", w.words.Day(w.view.Days[0]), "to", w.words.Day(w.view.Days[1])), "")
	if p := w.view.Previous; p != nil {
		w.text(s, 1, 3, w.words.Say("report.against", "from", w.words.Day(p[0]), "to", w.words.Day(p[1])), "")
	}
	if w.view.Withheld {
		w.text(s, 1, titleRows, w.words.Say("report.withheld"), "")
		return
	}
	w.head(s, titleRows, "column.name", "column.value", "column.over", "column.under", "column.before", "column.label", "column.note")
	for i, f := range w.view.Faces(w.words) {
		row := titleRows + 1 + i
		name := f.Name
		if f.Unit == UnitMinutes {
			name += " (min)"
		}
		w.text(s, 1, row, name, "")
		w.value(s, row, f)
		w.text(s, 6, row, f.LabelText, "")
		w.text(s, 7, row, strings.Join(append(f.Notes, f.Reason), " "), "soft")
	}
	w.freeze(s, titleRows)
}

// value writes a figure: as a formula over numerator and denominator where it is
// a quotient.
func (w *workbook) value(s string, row int, f Face) {
	quotient := f.Over != nil && f.Under != nil && f.Value != nil
	if f.Over != nil {
		w.number(s, 3, row, f.Over, UnitCount)
	}
	if f.Under != nil {
		w.number(s, 4, row, f.Under, UnitCount)
	}
	if f.Before != nil {
		w.number(s, 5, row, f.Before, f.Unit)
	}
	if !quotient {
		w.number(s, 2, row, f.Value, f.Unit)
		return
	}
	times := ""
	if f.Unit == UnitPer1000 {
		times = "*1000"
	}
	w.formula(s, 2, row, fmt.Sprintf(`IF(D%d=0,"%s",C%d/D%d%s)`, row, w.words.Say("unknown"), row, row, times), *f.Value, f.Unit)
}

func (w *workbook) series() {
	s := w.sheet("sheet.series")
	w.widths(s, 12, 12, 10, 20, 20, 18, 18, 18, 10, 10)
	w.head(s, 1, "column.from", "column.to", "figure.shares", "figure.sharers", "figure.active", "figure.participation",
		"figure.potential_reach", "figure.estimated_reach", "figure.gives", "figure.asks")
	for i, b := range w.view.Series {
		row := i + 2
		w.text(s, 1, row, b.From, "")
		w.text(s, 2, row, b.To, "")
		w.number(s, 3, row, count(b.Shares), UnitCount)
		w.number(s, 4, row, count(b.Sharers), UnitCount)
		w.number(s, 5, row, count(b.Active), UnitCount)
		if b.Participation == nil {
			w.number(s, 6, row, nil, UnitShare)
		} else {
			w.formula(s, 6, row, fmt.Sprintf(`IF(E%d=0,"%s",D%d/E%d)`, row, w.words.Say("unknown"), row, row), *b.Participation, UnitShare)
		}
		w.number(s, 7, row, b.Potential, UnitCount)
		w.number(s, 8, row, b.Estimated, UnitCount)
		w.number(s, 9, row, count(b.Gives), UnitCount)
		w.number(s, 10, row, count(b.Asks), UnitCount)
	}
	w.freeze(s, 1)
	if n := len(w.view.Series); n > 1 {
		w.chart(s, n)
	}
}

// chart draws shares and participation below their table.
func (w *workbook) chart(s string, n int) {
	at := func(col string) string { return fmt.Sprintf("'%s'!$%s$2:$%s$%d", s, col, col, n+1) }
	name := func(col string) string { return fmt.Sprintf("'%s'!$%s$1", s, col) }
	bars := &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: name("C"), Categories: at("A"), Values: at("C")}},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: w.words.Say("report.over_time")}}}, Legend: excelize.ChartLegend{Position: "bottom"},
		Dimension: excelize.ChartDimension{Width: 760, Height: 340}}
	over := &excelize.Chart{Type: excelize.Line, Series: []excelize.ChartSeries{{Name: name("F"), Categories: at("A"), Values: at("F")}},
		YAxis: excelize.ChartAxis{Secondary: true}}
	w.keep(w.AddChart(s, cellName(1, n+4), bars, over))
}
