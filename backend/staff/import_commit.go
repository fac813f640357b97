package staff

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"sort"

	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// batch is how many rows GORM inserts at once: larger batches are slower with this driver.
const batch = 100

// Import reads a file and takes in what can be read, in one transaction: all of the plan, or nothing. It gives the
// plan that was carried out and the import's id, for UndoImport; 0 where nothing changed.
func (s *Service) Import(ctx context.Context, name string, data []byte, o ImportOptions) (Plan, int64, error) {
	var plan Plan
	var id int64
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var err error
		if plan, err = s.PlanImport(ctx, name, data, o); err != nil {
			return err
		}
		if plan.New+plan.Changed == 0 {
			return nil
		}
		id, err = s.carryOut(ctx, &plan)
		return err
	})
	return plan, id, err
}

func (s *Service) carryOut(ctx context.Context, plan *Plan) (int64, error) {
	head := importRow{FileName: filepath.Base(plan.FileName), Format: plan.Format, At: workspace.At(s.ws.Now()), Actor: workspace.Actor(ctx),
		Added: plan.New, Changed: plan.Changed, Unchanged: plan.Unchanged, Rejected: len(plan.Rejected)}
	if err := s.ws.DB.Write(ctx).Create(&head).Error; err != nil {
		return 0, fmt.Errorf("staff: import: %w", err)
	}
	w := &importWriter{s: s, importID: head.ID, today: s.today(), departments: map[string]int64{}, topics: map[string]int64{}}
	if err := w.addNew(ctx, plan.Rows); err != nil {
		return 0, fmt.Errorf("staff: import: %w", err)
	}
	for i := range plan.Rows {
		if plan.Rows[i].Kind == RowChanged {
			if err := w.change(ctx, plan.Rows[i]); err != nil {
				return 0, fmt.Errorf("staff: import: row %d: %w", plan.Rows[i].Row, err)
			}
		}
	}
	notes, err := w.setManagers(ctx, plan.Rows)
	if err != nil {
		return 0, fmt.Errorf("staff: import: %w", err)
	}
	plan.Notes = append(plan.Notes, notes...)
	if err := w.record(ctx); err != nil {
		return 0, fmt.Errorf("staff: import: %w", err)
	}
	if _, err := s.ProposeTopics(ctx); err != nil {
		return 0, err
	}
	_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.imported", Kind: "staff_import", ID: head.ID,
		Params: map[string]any{"new": plan.New, "changed": plan.Changed}, Undo: head.ID})
	return head.ID, err
}

// importWriter carries out one plan.
type importWriter struct {
	s           *Service
	importID    int64
	today       string
	departments map[string]int64
	topics      map[string]int64
	changes     []importChange
	deltas      map[int64]*delta
}

// delta is what an import did to a person, for its undo.
type delta struct {
	Fields     map[string][2]string `json:"fields,omitempty"` // column: before, after
	Department *[2]int64            `json:"department,omitempty"`
	Languages  *[2][]string         `json:"languages,omitempty"`
	Addresses  []string             `json:"addresses,omitempty"` // added, by key
	Topics     []int64              `json:"topics,omitempty"`    // added
	Accounts   []int64              `json:"accounts,omitempty"`  // added
	Profiles   map[int64][2]string  `json:"profiles,omitempty"`  // account: before, after
	Audiences  []int64              `json:"audiences,omitempty"` // added
	Membership *[2]Membership       `json:"membership,omitempty"`
	Manager    *[2]int64            `json:"manager,omitempty"`
}

func (d *delta) field(name, before, after string) {
	if d.Fields == nil {
		d.Fields = map[string][2]string{}
	}
	d.Fields[name] = [2]string{before, after}
}

func (w *importWriter) department(ctx context.Context, name string) (int64, error) {
	key := departmentKey(name)
	if id, ok := w.departments[key]; ok {
		return id, nil
	}
	id, err := w.s.EnsureDepartment(ctx, name)
	w.departments[key] = id
	return id, err
}

func (w *importWriter) topic(ctx context.Context, name string) (int64, error) {
	key := roster.Fold(name)
	if id, ok := w.topics[key]; ok {
		return id, nil
	}
	id, err := w.s.topics.EnsureTopic(ctx, name)
	w.topics[key] = id
	return id, err
}

// addNew inserts the new people of a plan table by table, in batches.
func (w *importWriter) addNew(ctx context.Context, rows []PlanRow) error {
	now := workspace.At(w.s.ws.Now())
	people, entries := []Staff{}, []roster.Entry{}
	for _, r := range rows {
		if r.Kind != RowNew {
			continue
		}
		e := r.entry
		department, err := w.department(ctx, e.Department)
		if err != nil {
			return err
		}
		p := Staff{Name: e.Name, NameKey: roster.Fold(e.Name), GivenName: e.GivenName, EmployeeNumber: e.Number, JobTitle: e.Job,
			JoinedOn: optional(e.JoinedOn), LeftOn: optional(e.LeftOn), Membership: None, CreatedAt: now, ChangedAt: now}
		if department != 0 {
			p.DepartmentID = &department
		}
		if len(e.Languages) > 0 {
			p.Language = e.Languages[0]
		}
		people, entries = append(people, p), append(entries, e)
	}
	if len(people) == 0 {
		return nil
	}
	if err := w.s.ws.DB.Write(ctx).CreateInBatches(&people, batch).Error; err != nil {
		return err
	}
	return w.addParts(ctx, people, entries)
}

func (w *importWriter) addParts(ctx context.Context, people []Staff, entries []roster.Entry) error {
	var addresses []Address
	var languages []Language
	var periods []Period
	var topics []Topic
	var accounts []Account
	for i, e := range entries {
		id := people[i].ID
		w.changes = append(w.changes, importChange{ImportID: w.importID, StaffID: id, Row: e.Row, Kind: RowNew})
		for n, a := range e.Addresses {
			addresses = append(addresses, Address{StaffID: id, Address: a, AddressKey: AddressKey(a), IsPrimary: n == 0})
		}
		for _, l := range e.Languages {
			languages = append(languages, Language{StaffID: id, Language: l})
		}
		if people[i].DepartmentID != nil {
			periods = append(periods, Period{StaffID: id, DepartmentID: *people[i].DepartmentID, FromOn: people[i].JoinedOn})
		}
		seen := map[int64]bool{}
		for _, name := range e.Topics {
			topic, err := w.topic(ctx, name)
			if err != nil {
				return err
			}
			if !seen[topic] {
				topics = append(topics, Topic{StaffID: id, TopicID: topic, Stance: Declared, ChangedAt: people[i].CreatedAt})
			}
			seen[topic] = true
		}
		for _, a := range e.Accounts {
			accounts = append(accounts, Account{StaffID: id, Network: string(a.Network), Address: a.Address, Instance: instance(a.Network, a.Address)})
		}
	}
	for _, err := range []error{
		insert(ctx, w, addresses), insert(ctx, w, languages), insert(ctx, w, periods), insert(ctx, w, topics), insert(ctx, w, accounts),
	} {
		if err != nil {
			return err
		}
	}
	if err := w.addFigures(ctx, accounts, entries); err != nil {
		return err
	}
	return w.settleMemberships(ctx, people, entries)
}

func insert[T any](ctx context.Context, w *importWriter, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	return w.s.ws.DB.Write(ctx).CreateInBatches(&rows, batch).Error
}

// addFigures adds the audiences of new accounts, which stand in the order of the entries.
func (w *importWriter) addFigures(ctx context.Context, accounts []Account, entries []roster.Entry) error {
	var figures []Audience
	n := 0
	for _, e := range entries {
		for _, a := range e.Accounts {
			if a.Audience != nil {
				figures = append(figures, Audience{AccountID: accounts[n].ID, Size: *a.Audience, AsOf: w.asOf(a), Origin: OriginImport, RecordedAt: workspace.At(w.s.ws.Now())})
			}
			n++
		}
	}
	return insert(ctx, w, figures)
}

func (w *importWriter) asOf(a roster.Account) string {
	if a.AsOf == "" || a.AsOf > w.today {
		return w.today
	}
	return a.AsOf
}

// settleMemberships keeps the no of new people: from the file, or from a leave that outlived their record. Who was
// erased and is confirmed to be back starts anew.
func (w *importWriter) settleMemberships(ctx context.Context, people []Staff, entries []roster.Entry) error {
	var buried int64
	if err := w.s.ws.DB.Write(ctx).Model(&workspace.Tombstone{}).Count(&buried).Error; err != nil {
		return err
	}
	for i, e := range entries {
		for _, a := range e.Addresses {
			if buried == 0 {
				break
			}
			if err := w.s.ws.Unbury(ctx, workspace.TombstoneErased, AddressKey(a)); err != nil {
				return err
			}
			if err := w.s.keepLeave(ctx, people[i].ID, a); err != nil {
				return err
			}
		}
		if e.Membership != "" {
			err := w.s.SetMembership(ctx, people[i].ID, Change{State: Membership(e.Membership), Origin: OriginImport})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// record writes what the import did to whom.
func (w *importWriter) record(ctx context.Context) error {
	for i := range w.changes {
		if d := w.deltas[w.changes[i].StaffID]; d != nil {
			text, err := json.Marshal(d)
			if err != nil {
				return err
			}
			w.changes[i].After = string(text)
		}
	}
	return insert(ctx, w, w.changes)
}

func sortedTail(list []string) []string {
	out := append([]string{}, list...)
	if len(out) > 1 {
		sort.Strings(out[1:])
	}
	return out
}
