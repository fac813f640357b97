package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"

	"relais/backend/workspace"
)

// readXLSX reads every visible sheet. Values are taken raw, so that a date is its serial number and 1200 is 1200
// whatever the cell's format shows; of formulas, the result that was saved with them.
func readXLSX(data []byte) (File, error) {
	if err := checkArchive(data); err != nil {
		return File{}, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped,
		// Equal to the limit of the whole: no sheet of people is unpacked into the folder for temporary files.
		UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return File{}, workspace.NewFault("import_damaged").Wrap(err)
	}
	defer func() { _ = book.Close() }()
	file := File{Format: XLSX}
	props, err := book.GetWorkbookProps()
	dates1904 := err == nil && props.Date1904 != nil && *props.Date1904
	for i, name := range book.GetSheetList() {
		if visible, err := book.GetSheetVisible(name); i >= maxSheets || err == nil && !visible {
			continue
		}
		table, err := readSheet(book, name)
		if err != nil {
			return File{}, err
		}
		table.Dates1904 = dates1904
		if len(table.Rows) > 0 {
			file.Tables = append(file.Tables, table)
		}
	}
	if len(file.Tables) == 0 {
		return File{}, workspace.NewFault("import_empty")
	}
	return file, nil
}

// checkArchive refuses a ZIP that is no workbook, or that claims to unpack to more than is read.
func checkArchive(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return workspace.NewFault("import_damaged").Wrap(err)
	}
	var total uint64
	workbook := false
	for _, f := range archive.File {
		total += f.UncompressedSize64
		workbook = workbook || f.Name == "xl/workbook.xml" || f.Name == "[Content_Types].xml"
	}
	if total > maxUnzipped {
		return workspace.NewFault("import_too_large", "size_mb", total>>20, "limit_mb", maxUnzipped>>20)
	}
	if !workbook {
		return workspace.NewFault("import_unknown_format", "name", "ZIP")
	}
	return nil
}

func readSheet(book *excelize.File, name string) (table Table, err error) {
	rows, err := book.Rows(name)
	if err != nil {
		return Table{}, workspace.NewFault("import_damaged").Wrap(err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	table.Name = name
	for number := 1; rows.Next(); number++ {
		if number > maxRows {
			return Table{}, workspace.NewFault("import_too_many_rows", "limit", maxRows)
		}
		values, err := rows.Columns()
		if err != nil {
			return Table{}, workspace.NewFault("import_damaged").Wrap(err)
		}
		row := Row{Number: number, Cells: make([]Cell, 0, min(len(values), maxColumns))}
		for _, v := range values[:min(len(values), maxColumns)] {
			row.Cells = append(row.Cells, Cell{Text: tidy(v)})
		}
		table.Rows = append(table.Rows, row)
	}
	if err := rows.Error(); err != nil {
		return Table{}, workspace.NewFault("import_damaged").Wrap(err)
	}
	if err := fillMerged(book, name, &table); err != nil {
		return Table{}, err
	}
	addLinks(book, name, &table)
	return dropEmpty(table), nil
}

// fillMerged gives every cell of a merged area the text of its first: a department that is written once beside ten
// people is the department of each.
func fillMerged(book *excelize.File, name string, table *Table) error {
	areas, err := book.GetMergeCells(name, true)
	if err != nil {
		return workspace.NewFault("import_damaged").Wrap(err)
	}
	budget := maxRows * 4 // cells filled, so that areas over whole sheets cost nothing
	for _, area := range areas {
		x1, y1, err1 := excelize.CellNameToCoordinates(area.GetStartAxis())
		x2, y2, err2 := excelize.CellNameToCoordinates(area.GetEndAxis())
		if err1 != nil || err2 != nil || y1 > len(table.Rows) {
			continue
		}
		text := table.Rows[y1-1].Text(x1 - 1)
		if text == "" {
			continue
		}
		x2, y2 = min(x2, maxColumns), min(y2, len(table.Rows))
		for y := y1; y <= y2 && budget > 0; y++ {
			for x := x1; x <= x2; x++ {
				if x == x1 && y == y1 {
					continue
				}
				table.Rows[y-1].put(x-1, Cell{Text: text, Merged: true})
				budget--
			}
		}
	}
	return nil
}

func (r *Row) put(column int, c Cell) {
	for len(r.Cells) <= column {
		r.Cells = append(r.Cells, Cell{})
	}
	r.Cells[column] = c
}

// addLinks keeps the address behind cells such as 'Profile': in lists of people it is what the cell is for.
func addLinks(book *excelize.File, name string, table *Table) {
	cells, err := book.GetHyperLinkCells(name, "External")
	if err != nil {
		return
	}
	for _, axis := range cells[:min(len(cells), maxRows)] {
		x, y, err := excelize.CellNameToCoordinates(axis)
		if err != nil || y > len(table.Rows) || x > len(table.Rows[y-1].Cells) {
			continue
		}
		if found, target, err := book.GetCellHyperLink(name, axis); err == nil && found {
			table.Rows[y-1].Cells[x-1].Link = tidy(target)
		}
	}
}

func dropEmpty(t Table) Table {
	kept := t.Rows[:0]
	for _, r := range t.Rows {
		if !r.Empty() {
			kept = append(kept, r)
		}
	}
	t.Rows = kept
	return t
}

// ColumnName gives the letters of a column as a spreadsheet shows them, from 0 for A.
func ColumnName(column int) string {
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		return fmt.Sprint(column + 1)
	}
	return name
}

// ColumnIndex is the inverse of ColumnName; false where the letters name no column.
func ColumnIndex(letters string) (int, bool) {
	n, err := excelize.ColumnNameToNumber(letters)
	return n - 1, err == nil && n <= maxColumns
}
