// Package roster understands lists of people: it finds the header of a table and what each column means, in French,
// English and German, and turns rows into entries or into rejections that say the row and why. It is pure.
package roster

import (
	"relais/backend/network"
	"relais/backend/staff/sheet"
)

// Entry is one person as a file says. A blank value means that the file does not say; it never clears what is known.
type Entry struct {
	Row        int
	Name       string
	GivenName  string
	Number     string // employee number
	Addresses  []string
	Job        string
	Department string
	Manager    string // a name or an address, as written
	Languages  []string
	JoinedOn   string // YYYY-MM-DD
	LeftOn     string
	Topics     []string
	Accounts   []Account
	// Membership is "refused" or "left" where the file says so. A file can say no for somebody, never yes.
	Membership string
}

// Account is a presence on a network.
type Account struct {
	Network  network.ID
	Address  string
	Audience *int64
	AsOf     string // day of the figure, "" where the file does not say
}

// Rejection says why a row is not taken: a code with parameters, as faults have them.
type Rejection struct {
	Row    int
	Code   string
	Params map[string]any
}

// Column is a column of the table and what it was taken for.
type Column struct {
	Index   int
	Header  string
	Field   Field
	Network network.ID // of the fields Profile and Audience
}

// Roster is a list as it was read.
type Roster struct {
	Sheet     string
	HeaderRow int // 0 where the list has no header
	Columns   []Column
	Entries   []Entry
	Rejected  []Rejection
}

// Options correct what was recognised.
type Options struct {
	// Sheet names the sheet to read; the one with the best header where empty.
	Sheet string
	// Fields replaces what columns were taken for, by column index.
	Fields map[int]Column
	// Today is the calendar day (YYYY-MM-DD), which two-digit years are judged by.
	Today string
}

// Read reads the list of people in a file. It fails with import_no_header where no sheet has columns for a name and
// an address, and with import_no_sheet where the sheet asked for is missing.
func Read(file sheet.File, o Options) (Roster, error) {
	if file.Format == sheet.VCard {
		return readCards(file.Cards, o), nil
	}
	table, head, err := choose(file, o)
	if err != nil {
		return Roster{}, err
	}
	for i, c := range head.columns {
		if fixed, ok := o.Fields[c.Index]; ok {
			head.columns[i].Field, head.columns[i].Network = fixed.Field, fixed.Network
		}
	}
	settleNames(head.columns)
	if !usable(head.columns) {
		return Roster{Columns: head.columns}, noHeader(table)
	}
	r := Roster{Sheet: table.Name, HeaderRow: head.number, Columns: head.columns}
	reader := newReader(table, head, o)
	for _, row := range table.Rows {
		if row.Number <= head.number {
			continue
		}
		r.add(reader.row(row))
	}
	r.refuseRepeats()
	return r, nil
}

func (r *Roster) add(e Entry, rejected *Rejection) {
	if rejected != nil {
		r.Rejected = append(r.Rejected, *rejected)
		return
	}
	r.Entries = append(r.Entries, e)
}

// refuseRepeats keeps the first of the rows that share an address or an employee number: two people cannot have
// one address, and one person twice in a file says nothing new or contradicts itself.
func (r *Roster) refuseRepeats() {
	seen, numbers := map[string]int{}, map[string]int{}
	kept := r.Entries[:0]
	for _, e := range r.Entries {
		if rejected := repeated(e, seen, numbers); rejected != nil {
			r.Rejected = append(r.Rejected, *rejected)
			continue
		}
		for _, a := range e.Addresses {
			seen[AddressKey(a)] = e.Row
		}
		if e.Number != "" {
			numbers[e.Number] = e.Row
		}
		kept = append(kept, e)
	}
	r.Entries = kept
	sortRejections(r.Rejected)
}

func repeated(e Entry, seen, numbers map[string]int) *Rejection {
	for _, a := range e.Addresses {
		if first, ok := seen[AddressKey(a)]; ok {
			return reject(e.Row, "row_address_repeated", "address", a, "first", first)
		}
	}
	if first, ok := numbers[e.Number]; ok && e.Number != "" {
		return reject(e.Row, "row_number_repeated", "number", e.Number, "first", first)
	}
	return nil
}
