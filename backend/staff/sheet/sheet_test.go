package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

func TestFilesThatAreRefused(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	for _, c := range []struct {
		name, code string
		data       []byte
	}{
		{"empty", "import_empty", nil},
		{"blank", "import_empty", []byte(" \r\n\t")},
		{"200 MB", "import_too_large", make([]byte, sheet.MaxBytes+1)},
		{"Excel 97", "import_old_excel", []byte(ole)},
		{"password", "import_password", []byte(ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")},
		{"picture", "import_unknown_format", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")},
		{"other archive", "import_unknown_format", archive(t, "word/document.xml", "<x/>")},
		{"torn workbook", "import_damaged", workbook(t)[:900]},
		{"bomb", "import_too_large", bomb(t)},
		{"workbook without a sheet", "import_damaged", archive(t, "xl/workbook.xml", "<workbook/>")},
		{"too many rows", "import_too_many_rows", []byte(strings.Repeat("a,b\n", 100_002))},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := sheet.Read("list", c.data)
			var fault *workspace.Fault
			if !errors.As(err, &fault) || fault.Code != c.code {
				t.Errorf("got %v, want %s", err, c.code)
			}
		})
	}
}

func archive(t testing.TB, name, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bomb unpacks to more than is read, from a few hundred kilobytes.
func bomb(t testing.TB) []byte {
	t.Helper()
	return archive(t, "xl/workbook.xml", strings.Repeat(" ", 300<<20))
}

func workbook(t testing.TB) []byte {
	t.Helper()
	book := excelize.NewFile()
	if err := book.SetSheetRow("Sheet1", "A1", &[]any{"Nom", "Mail"}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestRowNumbersAreThoseOfTheSpreadsheet: blank lines, cells over several lines and broken quotes count as a
// spreadsheet program counts them.
func TestRowNumbersAreThoseOfTheSpreadsheet(t *testing.T) {
	file, err := sheet.Read("l.csv", []byte("a,b\n\n\"x\ny\",1\n\"open,2\nz,\"q\"\"r\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range file.Tables[0].Rows {
		got = append(got, strings.Join([]string{string(rune('0' + r.Number)), r.Text(0), r.Text(1), r.Broken}, "|"))
	}
	want := "1|a|b| 3|x\ny|1| 4|\"open,2||row_quote_open 5|z|q\"r|"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q\nwant %q", strings.Join(got, " "), want)
	}
}

// TestHostileLinesAreLinear: one line of opened quotes as long as a file may be is read in a moment, not in hours.
func TestHostileLinesAreLinear(t *testing.T) {
	for _, unit := range []string{`"a,`, `"`, `"a" ,`, "\"a\n", `,`, "\"\"\n", ";\"x"} {
		data := []byte(strings.Repeat(unit, (4<<20)/len(unit)))
		if _, err := sheet.Read("l.csv", data); err != nil && !errors.Is(err, workspace.NewFault("import_too_many_rows")) && !errors.Is(err, workspace.NewFault("import_empty")) {
			t.Errorf("%q: %v", unit, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("Nom;Mail\nLéa;lea@x.test\n"))
	f.Add([]byte("\xFF\xFEN\x00o\x00m\x00"))
	f.Add([]byte("BEGIN:VCARD\r\nVERSION:2.1\r\nN;ENCODING=QUOTED-PRINTABLE:D=C3=A9;Z=\r\n =C3=A9\r\nEND:VCARD\r\n"))
	f.Add(workbook(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := sheet.Read("list", data)
		if err != nil {
			return
		}
		for _, table := range file.Tables {
			last := 0
			for _, r := range table.Rows {
				if r.Number <= last {
					t.Fatalf("row %d after %d", r.Number, last)
				}
				last = r.Number
			}
		}
	})
}
