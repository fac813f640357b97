// Package sheet reads the files in which firms keep lists of people, CSV, XLSX and vCard, into plain tables of
// text. It is pure and bounded: it gets bytes, gives cells with the row number that a person sees in their
// spreadsheet program, and never trusts a size that the file claims.
package sheet

import (
	"bytes"
	"path/filepath"
	"strings"

	"relais/backend/workspace"
)

// Bounds of what is read. A list of 10,000 people takes 1 to 2 MB; these leave room and still fit in memory.
const (
	MaxBytes    = 32 << 20  // size of a file
	maxUnzipped = 256 << 20 // size of an XLSX once unpacked
	maxRows     = 100_000
	maxColumns  = 400
	maxCell     = 32 << 10 // bytes of text in a cell, as in Excel
	maxSheets   = 20
)

// Formats of files.
const (
	CSV   = "csv"
	XLSX  = "xlsx"
	VCard = "vcard"
)

// File is what a file holds: one table per sheet, or the cards of a vCard file.
type File struct {
	Format    string
	Encoding  string // utf-8, windows-1252, utf-16le, utf-16be, macintosh, mixed; of text files
	Delimiter rune   // of CSV
	Tables    []Table
	Cards     []Card
}

// Table is one sheet.
type Table struct {
	Name string
	// Dates1904 tells that serial dates count from 1904, as in spreadsheets of old Macs.
	Dates1904 bool
	Rows      []Row
}

// Row is a row that holds something.
type Row struct {
	// Number is the row as a spreadsheet program shows it, from 1, title rows and blank rows included.
	Number int
	Cells  []Cell
	// Broken says why the row could not be cut into cells, as a reason code; "" where it could.
	Broken string
}

// Cell is the text of a cell, without blanks around it.
type Cell struct {
	Text string
	// Link is the address behind the text, where the cell is a hyperlink.
	Link string
	// Merged is true where the text stems from a cell that was merged with this one.
	Merged bool
}

// Text gives the text of the cell in a column, "" beyond the last.
func (r Row) Text(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return r.Cells[column].Text
}

// Empty says whether no cell holds text.
func (r Row) Empty() bool {
	for _, c := range r.Cells {
		if c.Text != "" {
			return false
		}
	}
	return r.Broken == ""
}

// Read reads the file called name. Its kind is told by its content; the name only breaks ties. It fails with the
// faults import_too_large, import_too_many_rows, import_empty, import_old_excel, import_password, import_damaged
// and import_unknown_format.
func Read(name string, data []byte) (File, error) {
	if len(data) > MaxBytes {
		return File{}, TooLarge(int64(len(data)))
	}
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return File{}, workspace.NewFault("import_empty")
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readXLSX(data)
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		return File{}, oldExcel(data)
	case binary(data):
		return File{}, workspace.NewFault("import_unknown_format", "name", filepath.Base(name))
	}
	text, encoding := decode(data)
	if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(text[:min(len(text), 64)])), "BEGIN:VCARD") {
		cards, err := readCards(text)
		return File{Format: VCard, Encoding: encoding, Cards: cards}, err
	}
	table, delimiter, err := readCSV(text)
	return File{Format: CSV, Encoding: encoding, Delimiter: delimiter, Tables: []Table{table}}, err
}

// TooLarge is the fault of a file of size bytes.
func TooLarge(size int64) error {
	return workspace.NewFault("import_too_large", "size_mb", (size+1<<20-1)>>20, "limit_mb", MaxBytes>>20)
}

// oldExcel tells a password-protected workbook from one of Excel 97: both are OLE files.
func oldExcel(data []byte) error {
	encrypted := []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	if bytes.Contains(data, encrypted) {
		return workspace.NewFault("import_password")
	}
	return workspace.NewFault("import_old_excel")
}

// binary says whether the bytes are no text in any encoding that is read here: a NUL outside UTF-16.
func binary(data []byte) bool {
	if _, wide := utf16Order(data); wide {
		return false
	}
	return bytes.IndexByte(data[:min(len(data), 64<<10)], 0) >= 0
}

// tidy trims a cell, drops what cannot be seen, and bounds it.
func tidy(text string) string {
	if len(text) > maxCell {
		text = strings.ToValidUTF8(text[:maxCell], "")
	}
	plain := true
	for i := 0; i < len(text); i++ {
		if text[i] < ' ' || text[i] >= 0x7F {
			plain = false
			break
		}
	}
	if plain {
		return strings.TrimSpace(text)
	}
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00A0' || r == '\u202F' || r == '\u2007' || r == '\t' || r == '\r':
			return ' '
		case r == '\u200B' || r == '\uFEFF' || r == '\u2060' || r == '\u00AD' || r == '\u200E' || r == '\u200F':
			return -1
		case r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069': // bidirectional overrides disguise text
			return -1
		case r < ' ' && r != '\n', r == 0x7F:
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}
