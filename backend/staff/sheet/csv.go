package sheet

import (
	"strings"

	"relais/backend/workspace"
)

// Reasons why a line cannot be cut into cells.
const (
	BrokenQuote   = "row_quote_open"
	BrokenColumns = "row_too_many_columns"
)

const (
	delimiters = ";,\t|"
	// maxLines bounds a quoted cell: an address has three lines, a quote that nobody closed has thousands.
	maxLines = 40
	sample   = 200 // records that the delimiter is judged by
)

// readCSV cuts text into rows. encoding/csv is not used because it cannot go on after a broken record and skips
// blank lines, so that the numbers would no longer be those of the spreadsheet.
func readCSV(text string) (Table, rune, error) {
	text, delimiter := separatorLine(text)
	if delimiter == 0 {
		delimiter = guessDelimiter(text)
	}
	var table Table
	err := scanCSV(text, delimiter, func(r Row) error {
		if r.Number > maxRows {
			return workspace.NewFault("import_too_many_rows", "limit", maxRows)
		}
		if !r.Empty() {
			table.Rows = append(table.Rows, r)
		}
		return nil
	})
	if err == nil && len(table.Rows) == 0 {
		err = workspace.NewFault("import_empty")
	}
	return table, delimiter, err
}

// separatorLine takes off the line 'sep=;' that Excel obeys and does not show.
func separatorLine(text string) (string, rune) {
	line, rest, found := strings.Cut(text, "\n")
	line = strings.Trim(strings.TrimRight(line, "\r"), `"`)
	if found && len(line) == 5 && strings.EqualFold(line[:4], "sep=") {
		return rest, rune(line[4])
	}
	return text, 0
}

// guessDelimiter takes the character that cuts most records into the same number of cells, more than one. Titles
// above the table and commas in the text disturb it little.
func guessDelimiter(text string) rune {
	best, bestScore := ',', 0
	for _, d := range delimiters {
		counts, records := map[int]int{}, 0
		_ = scanCSV(text, d, func(r Row) error {
			counts[len(r.Cells)]++
			if records++; records == sample {
				return errEnough
			}
			return nil
		})
		for width, n := range counts {
			if score := n * min(width-1, 12); width > 1 && score > bestScore {
				best, bestScore = d, score
			}
		}
	}
	return best
}

var errEnough = workspace.NewFault("enough")

// scanCSV calls row for every record, blank ones too. A record whose quotes do not match is given line by line,
// each marked as broken only where it opens a quote that nothing closes.
func scanCSV(text string, delimiter rune, row func(Row) error) error {
	s := scanner{delimiter: byte(delimiter)}
	for number := 1; len(text) > 0; number++ {
		cells, n, ok := s.record(text)
		r := Row{Number: number, Cells: cells}
		if !ok {
			line, _, _ := strings.Cut(text, "\n")
			n = min(len(line)+1, len(text))
			r = Row{Number: number, Cells: []Cell{{Text: tidy(line)}}, Broken: BrokenQuote}
		}
		if len(r.Cells) > maxColumns {
			r.Cells, r.Broken = r.Cells[:maxColumns], BrokenColumns
		}
		if err := row(r); err != nil {
			return err
		}
		text = text[n:]
	}
	return nil
}

type scanner struct{ delimiter byte }

// record reads one record from the start of text: its cells and how many bytes it takes. False where a quoted cell
// runs over lines and does not end at a delimiter: then a quote was opened and never closed.
func (s scanner) record(text string) (cells []Cell, n int, ok bool) {
	for {
		cell, size, ok := s.cell(text[n:])
		if !ok {
			return nil, 0, false
		}
		if len(cells) <= maxColumns {
			cells = append(cells, Cell{Text: tidy(cell)})
		}
		n += size
		if n >= len(text) {
			return cells, n, true
		}
		c := text[n]
		n++
		if c == '\r' && n < len(text) && text[n] == '\n' {
			n++
		}
		if c != s.delimiter {
			return cells, n, true
		}
	}
}

// cell reads one cell, quoted or not; what follows it is a delimiter, the end of the line or the end of the text.
func (s scanner) cell(text string) (cell string, n int, ok bool) {
	if strings.HasPrefix(text, `"`) {
		if cell, n, ok := s.quoted(text); ok {
			return cell, n, true
		}
		// A quote that is text ('"Jo" Martin') is harmless where the line has no other way to be read.
		line := text[:s.lineEnd(text[:min(len(text), maxCell)])] // bounded: a hostile line is cells without end
		if strings.Count(line, `"`)%2 == 1 {
			return "", 0, false
		}
	}
	n = s.plainEnd(text)
	return text[:n], n, true
}

func (s scanner) quoted(text string) (cell string, n int, ok bool) {
	var b strings.Builder
	lines := 0
	for n = 1; n < len(text); n++ {
		c := text[n]
		switch {
		case c == '"' && n+1 < len(text) && text[n+1] == '"':
			b.WriteByte('"')
			n++
		case c == '"':
			n++
			for n < len(text) && text[n] == ' ' {
				n++
			}
			return b.String(), n, n == len(text) || s.ends(text[n])
		default:
			if c == '\n' {
				lines++
			}
			if lines > maxLines || b.Len() > maxCell {
				return "", 0, false
			}
			b.WriteByte(c)
		}
	}
	return "", 0, false
}

func (s scanner) ends(c byte) bool { return c == s.delimiter || c == '\n' || c == '\r' }

func (s scanner) plainEnd(text string) int {
	for i := 0; i < len(text); i++ {
		if s.ends(text[i]) {
			return i
		}
	}
	return len(text)
}

func (s scanner) lineEnd(text string) int {
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		return i
	}
	return len(text)
}
