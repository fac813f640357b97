package staff

import (
	"context"
	"fmt"

	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

// ImportOptions correct and confirm an import.
type ImportOptions struct {
	roster.Options
	// BringBack are addresses of erased people whom HR confirms to be back, by AddressKey.
	BringBack map[string]bool
}

// Kinds of row in a plan.
const (
	RowNew       = "new"
	RowChanged   = "changed"
	RowUnchanged = "unchanged"
)

// PlanRow is what an import would do with one row.
type PlanRow struct {
	Row     int
	Kind    string
	Name    string
	Address string
	Changes []FieldChange
	// Like names a person with the same name and another address: perhaps the same one.
	Like string

	entry    roster.Entry
	existing *snapshot
}

// FieldChange is a value that a row would change; Before is "" where nothing was known.
type FieldChange struct {
	Field  string
	Before string
	After  string
}

// Note is something worth knowing that rejects nothing: a manager who was not found.
type Note struct {
	Row    int
	Code   string
	Params map[string]any
}

// Plan is what an import would do.
type Plan struct {
	FileName  string
	Format    string
	Encoding  string
	Delimiter string
	Sheets    []string
	Sheet     string
	HeaderRow int
	Columns   []roster.Column
	Samples   [][]string // the first values of each column, by its position in Columns
	New       int
	Changed   int
	Unchanged int
	Rows      []PlanRow
	Rejected  []roster.Rejection
	Notes     []Note
}

// PlanImport says what importing a file would do and changes nothing. It fails with the faults of sheet.Read and
// roster.Read; import_no_header comes with the columns found, so that a person can say what they are.
func (s *Service) PlanImport(ctx context.Context, name string, data []byte, o ImportOptions) (Plan, error) {
	file, err := sheet.Read(name, data)
	if err != nil {
		return Plan{}, err
	}
	if o.Today == "" {
		o.Today = s.today()
	}
	list, err := roster.Read(file, o.Options)
	plan := describe(name, file, list)
	if err != nil {
		return plan, err
	}
	return plan, s.compare(ctx, &plan, list, o)
}

func describe(name string, file sheet.File, list roster.Roster) Plan {
	p := Plan{FileName: name, Format: file.Format, Encoding: file.Encoding, Sheet: list.Sheet, HeaderRow: list.HeaderRow,
		Columns: list.Columns, Rejected: list.Rejected, Sheets: []string{}, Rows: []PlanRow{}, Notes: []Note{}}
	if file.Delimiter != 0 {
		p.Delimiter = string(file.Delimiter)
	}
	for _, t := range file.Tables {
		p.Sheets = append(p.Sheets, t.Name)
		if t.Name == list.Sheet {
			p.Samples = samples(t, list)
		}
	}
	return p
}

const sampleValues = 3

func samples(t sheet.Table, list roster.Roster) [][]string {
	out := make([][]string, len(list.Columns))
	for i, c := range list.Columns {
		out[i] = []string{}
		for _, row := range t.Rows {
			if row.Number > list.HeaderRow && len(out[i]) < sampleValues && row.Text(c.Index) != "" {
				out[i] = append(out[i], row.Text(c.Index))
			}
		}
	}
	return out
}

// compare sorts the entries into new, changed and unchanged against who is known.
func (s *Service) compare(ctx context.Context, plan *Plan, list roster.Roster, o ImportOptions) error {
	known, err := s.loadKnown(ctx)
	if err != nil {
		return fmt.Errorf("staff: import: %w", err)
	}
	var buried int64
	if err := s.ws.DB.Read(ctx).Model(&workspace.Tombstone{}).Where("kind = ?", workspace.TombstoneErased).Count(&buried).Error; err != nil {
		return fmt.Errorf("staff: import: %w", err)
	}
	known.erasures = buried > 0
	taken := map[int64]int{}
	for _, e := range list.Entries {
		row, rejected, err := s.compareRow(ctx, known, e, o, taken)
		if err != nil {
			return fmt.Errorf("staff: import: %w", err)
		}
		if rejected != nil {
			plan.Rejected = append(plan.Rejected, *rejected)
			continue
		}
		switch row.Kind {
		case RowNew:
			plan.New++
		case RowChanged:
			plan.Changed++
		default:
			plan.Unchanged++
		}
		plan.Rows = append(plan.Rows, row)
	}
	roster.SortRejections(plan.Rejected)
	if plan.Rejected == nil {
		plan.Rejected = []roster.Rejection{}
	}
	return nil
}

func (s *Service) compareRow(ctx context.Context, known *known, e roster.Entry, o ImportOptions, taken map[int64]int) (PlanRow, *roster.Rejection, error) {
	row := PlanRow{Row: e.Row, Kind: RowNew, Name: e.Name, Address: e.Addresses[0], entry: e}
	match, rejected := known.match(e)
	if rejected != nil {
		return row, rejected, nil
	}
	if match == nil {
		row.Like = known.like(e)
		if !known.erasures {
			return row, nil, nil
		}
		rejected, err := s.erasedBefore(ctx, e, o)
		return row, rejected, err
	}
	if first, ok := taken[match.id]; ok {
		return row, roster.Reject(e.Row, "row_same_person", "name", match.Name, "first", first), nil
	}
	taken[match.id] = e.Row
	row.existing = match
	row.Changes = match.diff(e)
	row.Kind = RowUnchanged
	if len(row.Changes) > 0 {
		row.Kind = RowChanged
	}
	return row, nil, nil
}

// erasedBefore refuses who asked to be erased, until HR says that they are back.
func (s *Service) erasedBefore(ctx context.Context, e roster.Entry, o ImportOptions) (*roster.Rejection, error) {
	for _, a := range e.Addresses {
		erased, err := s.ws.Buried(ctx, workspace.TombstoneErased, AddressKey(a))
		if err != nil {
			return nil, err
		}
		if erased && !o.BringBack[AddressKey(a)] {
			return roster.Reject(e.Row, "row_erased_before", "address", a), nil
		}
	}
	return nil, nil
}
