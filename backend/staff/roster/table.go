package roster

import (
	"net/mail"
	"strings"
	"unicode"

	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

// maxTitleRows is how far down the header is looked for.
const maxTitleRows = 40

type head struct {
	number  int // row number; 0 without a header
	columns []Column
	score   int
}

// choose takes the sheet and the row that look most like the header of a list of people.
func choose(file sheet.File, o Options) (sheet.Table, head, error) {
	r := recogniser{headerIndex()}
	var best head
	var table sheet.Table
	found := false
	for _, t := range file.Tables {
		if o.Sheet != "" && !strings.EqualFold(t.Name, o.Sheet) {
			continue
		}
		h := findHead(r, t)
		if !found || h.score > best.score {
			table, best, found = t, h, true
		}
	}
	if !found {
		return table, best, workspace.NewFault("import_no_sheet", "sheet", o.Sheet)
	}
	if best.score == 0 && len(o.Fields) == 0 {
		if best = addressOnly(r, table); best.score == 0 {
			best = guess(table)
		}
		if best.score == 0 {
			return table, best, noHeader(table)
		}
	}
	inferAddress(table, &best)
	return table, best, nil
}

// addressOnly serves lists whose header names only the address in a way that is known ('Membre;E-mail'): the first
// other column whose cells look like names is taken for them.
func addressOnly(r recogniser, t sheet.Table) head {
	for i, row := range t.Rows[:min(len(t.Rows), maxTitleRows)] {
		if i+1 == len(t.Rows) || row.Broken != "" {
			break
		}
		h := head{number: row.Number}
		address := -1
		for n, cell := range row.Cells {
			c := Column{Index: n, Header: cell.Text}
			if f, _ := r.field(cell.Text); f == Addresses && address < 0 {
				c.Field, address = f, n
			}
			h.columns = append(h.columns, c)
		}
		if address < 0 {
			continue
		}
		if _, ok := CleanAddress(t.Rows[i+1].Text(address)); !ok {
			continue
		}
		for n, c := range h.columns {
			if text := t.Rows[i+1].Text(n); c.Field == Ignored && c.Header != "" && letters(text) {
				h.columns[n].Field, h.score = FullName, 1
				return h
			}
		}
	}
	return head{}
}

func letters(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(text, unicode.IsDigit) && !strings.Contains(text, "@")
}

// inferAddress finds the column of addresses by what it holds, where its header says something else ('Contact').
func inferAddress(t sheet.Table, h *head) {
	for _, c := range h.columns {
		if c.Field == Addresses {
			return
		}
	}
	for i, c := range h.columns {
		if c.Field != Ignored {
			continue
		}
		mails, filled := 0, 0
		for _, row := range t.Rows {
			if text := row.Text(c.Index); row.Number > h.number && text != "" {
				filled++
				if _, ok := CleanAddress(text); ok {
					mails++
				}
			}
		}
		if mails > 0 && mails*2 > filled {
			h.columns[i].Field = Addresses
			return
		}
	}
}

func noHeader(t sheet.Table) error {
	return workspace.NewFault("import_no_header", "sheet", t.Name)
}

// findHead scores each of the first rows by the fields it names. A header that only names one field is none.
func findHead(r recogniser, t sheet.Table) head {
	var best head
	for i, row := range t.Rows[:min(len(t.Rows), maxTitleRows)] {
		if row.Broken != "" {
			continue
		}
		var above sheet.Row
		if i > 0 {
			above = t.Rows[i-1]
		}
		h := readHead(r, row, above)
		if h.score > best.score {
			best = h
		}
	}
	if best.number == 0 {
		best.columns = unnamed(t)
	}
	return best
}

// readHead reads a row as a header. A column whose own words say little ('Abonnés') takes the words above it
// ('LinkedIn', often merged over several columns) along.
func readHead(r recogniser, row, above sheet.Row) head {
	h := head{number: row.Number}
	distinct := map[Field]bool{}
	for i, cell := range row.Cells {
		c := Column{Index: i, Header: cell.Text}
		c.Field, c.Network = r.field(cell.Text)
		if over := above.Text(i); over != "" && over != cell.Text && weak(c) {
			if f, n := r.field(over + " " + cell.Text); n != "" && f != Ignored {
				c.Field, c.Network, c.Header = f, n, over+" "+cell.Text
			}
		}
		if strings.Contains(cell.Text, "@") {
			return head{}
		}
		if c.Field != Ignored && !cell.Merged {
			distinct[c.Field] = true
		}
		h.columns = append(h.columns, c)
	}
	if len(distinct) < 2 {
		return head{}
	}
	h.score = len(distinct)
	if distinct[Addresses] {
		h.score += 3
	}
	return h
}

func weak(c Column) bool {
	return c.Field == Ignored || c.Network == "" && (c.Field == Profile || c.Field == Audience)
}

func unnamed(t sheet.Table) []Column {
	width := 0
	for _, row := range t.Rows[:min(len(t.Rows), maxTitleRows)] {
		width = max(width, len(row.Cells))
	}
	columns := make([]Column, width)
	for i := range columns {
		columns[i] = Column{Index: i, Header: sheet.ColumnName(i)}
	}
	return columns
}

// guess serves lists without any header: the column with addresses, and the text beside it as names. With two columns
// of single words it is not told which holds given names: then a person has to say.
func guess(t sheet.Table) head {
	h := head{columns: unnamed(t)}
	address, name := -1, -1
	for i := range h.columns {
		var mails, texts, full int
		for _, row := range t.Rows {
			text := row.Text(i)
			if _, err := mail.ParseAddress(text); err == nil && strings.Contains(text, "@") {
				mails++
			} else if text != "" {
				texts++
				if strings.Contains(text, " ") {
					full++
				}
			}
		}
		switch {
		case address < 0 && mails*2 > len(t.Rows):
			address = i
		case name < 0 && full*2 > len(t.Rows):
			name = i
		}
	}
	if address < 0 || name < 0 {
		return h
	}
	h.columns[address].Field, h.columns[name].Field = Addresses, FullName
	h.score = 1
	return h
}

// settleNames says whether 'Nom' is a surname, and lets each single-valued field be read from one column only.
func settleNames(columns []Column) {
	given := false
	for _, c := range columns {
		given = given || c.Field == GivenName
	}
	taken := map[Field]bool{}
	for i, c := range columns {
		if c.Field == Nom {
			c.Field = FullName
			if given {
				c.Field = FamilyName
			}
			columns[i].Field = c.Field
		}
		switch c.Field {
		case Addresses, Topics, Languages, Profile, Audience, Ignored, Network:
		default:
			if taken[c.Field] {
				columns[i].Field = Ignored
			}
			taken[c.Field] = true
		}
	}
}

func usable(columns []Column) bool {
	var name, address bool
	for _, c := range columns {
		name = name || c.Field == FullName || c.Field == FamilyName || c.Field == GivenName
		address = address || c.Field == Addresses
	}
	return name && address
}
