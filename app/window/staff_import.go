package window

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"relais/backend/network"
	"relais/backend/staff"
	"relais/backend/staff/roster"
	"relais/backend/staff/sheet"
	"relais/backend/workspace"
)

// StaffColumn is a column of a list and what it is taken for: a field, with the network of profiles and audiences.
type StaffColumn struct {
	Index   int      `json:"index"`
	Letter  string   `json:"letter"`
	Header  string   `json:"header"`
	Field   string   `json:"field"`
	Network string   `json:"network"`
	Samples []string `json:"samples"`
}

// StaffImportOptions correct and confirm an import.
type StaffImportOptions struct {
	Sheet     string        `json:"sheet"`
	Columns   []StaffColumn `json:"columns"` // those that were corrected
	BringBack []string      `json:"bringBack"`
}

func (o StaffImportOptions) domain() staff.ImportOptions {
	out := staff.ImportOptions{BringBack: map[string]bool{}}
	out.Sheet, out.Fields = o.Sheet, map[int]roster.Column{}
	for _, c := range o.Columns {
		out.Fields[c.Index] = roster.Column{Index: c.Index, Field: roster.Field(c.Field), Network: network.ID(c.Network)}
	}
	for _, a := range o.BringBack {
		out.BringBack[staff.AddressKey(a)] = true
	}
	return out
}

// StaffPlanRow is what an import does with a row; kind is new, changed, unchanged or rejected.
type StaffPlanRow struct {
	Row     int                `json:"row"`
	Kind    string             `json:"kind"`
	Name    string             `json:"name"`
	Address string             `json:"address"`
	Like    string             `json:"like"`
	Changes []StaffFieldChange `json:"changes"`
	Code    string             `json:"code"`
	Params  map[string]any     `json:"params"`
}

// StaffFieldChange is a value that a row would change.
type StaffFieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// StaffPlan is what an import would do, or did.
type StaffPlan struct {
	ImportID  int64          `json:"importId"` // 0 before, and where nothing changed
	File      string         `json:"file"`
	Format    string         `json:"format"`
	Encoding  string         `json:"encoding"`
	Sheets    []string       `json:"sheets"`
	Sheet     string         `json:"sheet"`
	HeaderRow int            `json:"headerRow"`
	Columns   []StaffColumn  `json:"columns"`
	New       int            `json:"new"`
	Changed   int            `json:"changed"`
	Unchanged int            `json:"unchanged"`
	Rejected  int            `json:"rejected"`
	Rows      []StaffPlanRow `json:"rows"`
	More      int            `json:"more"` // rows that are not among Rows
	NoHeader  bool           `json:"noHeader"`
}

// maxPlanRows bounds what crosses to the page: rejected and changed rows first.
const maxPlanRows = 1000

// Preview says what importing a file would do, and changes nothing.
func (s *Staff) Preview(path string, o StaffImportOptions) (StaffPlan, error) {
	return call(s.w.app, "Staff.Preview", func() (StaffPlan, error) {
		data, err := readList(path)
		if err != nil {
			return StaffPlan{}, err
		}
		plan, err := s.w.app.Staff.PlanImport(context.Background(), path, data, o.domain())
		if err != nil && len(plan.Columns) == 0 {
			return StaffPlan{}, err
		}
		out := wirePlan(plan, 0)
		out.NoHeader = err != nil
		return out, nil
	})
}

// Import takes in what can be read of a file.
func (s *Staff) Import(path string, o StaffImportOptions) (StaffPlan, error) {
	return call(s.w.app, "Staff.Import", func() (StaffPlan, error) {
		data, err := readList(path)
		if err != nil {
			return StaffPlan{}, err
		}
		plan, id, err := s.w.app.Staff.Import(context.Background(), path, data, o.domain())
		if err != nil {
			return StaffPlan{}, err
		}
		return wirePlan(plan, id), nil
	})
}

func readList(path string) ([]byte, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", name).Wrap(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.IsDir() {
		return nil, workspace.NewFault("file_unreadable", "file", name)
	} else if info.Size() > sheet.MaxBytes {
		return nil, sheet.TooLarge(info.Size())
	}
	data, err := io.ReadAll(io.LimitReader(f, sheet.MaxBytes+1))
	if err != nil {
		return nil, workspace.NewFault("file_unreadable", "file", name).Wrap(err)
	}
	return data, nil
}

func wirePlan(p staff.Plan, id int64) StaffPlan {
	out := StaffPlan{ImportID: id, File: filepath.Base(p.FileName), Format: p.Format, Encoding: p.Encoding, Sheets: p.Sheets, Sheet: p.Sheet, HeaderRow: p.HeaderRow,
		Columns: []StaffColumn{}, New: p.New, Changed: p.Changed, Unchanged: p.Unchanged, Rejected: len(p.Rejected), Rows: []StaffPlanRow{}}
	if out.Sheets == nil {
		out.Sheets = []string{}
	}
	for i, c := range p.Columns {
		column := StaffColumn{Index: c.Index, Letter: sheet.ColumnName(c.Index), Header: c.Header, Field: string(c.Field), Network: string(c.Network), Samples: []string{}}
		if i < len(p.Samples) && p.Samples[i] != nil {
			column.Samples = p.Samples[i]
		}
		out.Columns = append(out.Columns, column)
	}
	for _, r := range p.Rejected {
		out.addRow(StaffPlanRow{Row: r.Row, Kind: "rejected", Code: r.Code, Params: r.Params, Changes: []StaffFieldChange{}})
	}
	for _, kind := range []string{staff.RowChanged, staff.RowNew, staff.RowUnchanged} {
		for _, r := range p.Rows {
			if r.Kind != kind {
				continue
			}
			row := StaffPlanRow{Row: r.Row, Kind: r.Kind, Name: r.Name, Address: r.Address, Like: r.Like, Changes: []StaffFieldChange{}, Params: map[string]any{}}
			for _, c := range r.Changes {
				row.Changes = append(row.Changes, StaffFieldChange(c))
			}
			out.addRow(row)
		}
	}
	return out
}

func (p *StaffPlan) addRow(r StaffPlanRow) {
	if len(p.Rows) >= maxPlanRows {
		p.More++
		return
	}
	p.Rows = append(p.Rows, r)
}

// StaffUndone is what the undo of an import did.
type StaffUndone struct {
	Removed  int      `json:"removed"`
	Restored int      `json:"restored"`
	Kept     []string `json:"kept"`
}

// UndoImport takes an import back where nothing has happened to it since.
func (s *Staff) UndoImport(id int64) (StaffUndone, error) {
	return call(s.w.app, "Staff.UndoImport", func() (StaffUndone, error) {
		out, err := s.w.app.Staff.UndoImport(context.Background(), id)
		if out.Kept == nil {
			out.Kept = []string{}
		}
		return StaffUndone(out), err
	})
}

// StaffImportRecord is an import of the past.
type StaffImportRecord struct {
	ID        int64  `json:"id"`
	File      string `json:"file"`
	At        string `json:"at"`
	New       int    `json:"new"`
	Changed   int    `json:"changed"`
	Unchanged int    `json:"unchanged"`
	Rejected  int    `json:"rejected"`
	Undone    bool   `json:"undone"`
}

// Imports gives the imports so far, newest first.
func (s *Staff) Imports() ([]StaffImportRecord, error) {
	return call(s.w.app, "Staff.Imports", func() ([]StaffImportRecord, error) {
		all, err := s.w.app.Staff.Imports(context.Background())
		out := make([]StaffImportRecord, 0, len(all))
		for _, i := range all {
			out = append(out, StaffImportRecord{i.ID, i.FileName, stamp(i.At), i.Added, i.Changed, i.Unchanged, i.Rejected, i.Undone})
		}
		return out, err
	})
}
