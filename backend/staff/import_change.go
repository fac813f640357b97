package staff

import (
	"context"

	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// change carries out a changed row and notes each step for the undo.
func (w *importWriter) change(ctx context.Context, row PlanRow) error {
	p, e, d := row.existing, row.entry, &delta{}
	columns := map[string]any{"changed_at": workspace.At(w.s.ws.Now())}
	text := func(column, before, after string) {
		if after != "" && after != before {
			columns[column] = after
			d.field(column, before, after)
		}
	}
	text("name", p.Name, e.Name)
	text("given_name", p.GivenName, e.GivenName)
	text("employee_number", p.EmployeeNumber, e.Number)
	text("job_title", p.JobTitle, e.Job)
	text("joined_on", value(p.JoinedOn), e.JoinedOn)
	text("left_on", value(p.LeftOn), e.LeftOn)
	if e.Name != p.Name {
		columns["name_key"] = roster.Fold(e.Name)
	}
	if err := w.s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ?", p.id).Updates(columns).Error; err != nil {
		return err
	}
	for _, step := range []func(context.Context, *snapshot, roster.Entry, *delta) error{
		w.changeDepartment, w.changeLanguages, w.changeAddresses, w.changeTopics, w.changeAccounts, w.changeMembership,
	} {
		if err := step(ctx, p, e, d); err != nil {
			return err
		}
	}
	w.changes = append(w.changes, importChange{ImportID: w.importID, StaffID: p.id, Row: row.Row, Kind: RowChanged})
	if w.deltas == nil {
		w.deltas = map[int64]*delta{}
	}
	w.deltas[p.id] = d
	return nil
}

func (w *importWriter) changeDepartment(ctx context.Context, p *snapshot, e roster.Entry, d *delta) error {
	if e.Department == "" || departmentKey(e.Department) == departmentKey(p.department) {
		return nil
	}
	department, err := w.department(ctx, e.Department)
	if err != nil {
		return err
	}
	d.Department = &[2]int64{0, department}
	from := optional(w.today)
	if p.DepartmentID != nil {
		d.Department[0] = *p.DepartmentID
	} else {
		from = optional(firstNonEmpty(e.JoinedOn, value(p.JoinedOn)))
	}
	return w.s.moveDepartment(ctx, p.id, department, from)
}

func firstNonEmpty(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func (w *importWriter) changeLanguages(ctx context.Context, p *snapshot, e roster.Entry, d *delta) error {
	if len(e.Languages) == 0 {
		return nil
	}
	after := languagesAfter(p.languages, e.Languages)
	if equal(after, p.languages) {
		return nil
	}
	d.Languages = &[2][]string{p.languages, after}
	return w.s.writeLanguages(ctx, p.id, after)
}

// writeLanguages sets the language to write in and all that are read.
func (s *Service) writeLanguages(ctx context.Context, id int64, list []string) error {
	first := ""
	if len(list) > 0 {
		first = list[0]
	}
	if err := s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ?", id).Update("language", first).Error; err != nil {
		return err
	}
	return s.setLanguages(ctx, id, list)
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (w *importWriter) changeAddresses(ctx context.Context, p *snapshot, e roster.Entry, d *delta) error {
	for _, a := range e.Addresses {
		if p.addresses[AddressKey(a)] {
			continue
		}
		if err := w.s.AddAddress(ctx, p.id, a, false); err != nil {
			return err
		}
		d.Addresses = append(d.Addresses, AddressKey(a))
	}
	return nil
}

func (w *importWriter) changeTopics(ctx context.Context, p *snapshot, e roster.Entry, d *delta) error {
	for _, name := range e.Topics {
		if p.topics[roster.Fold(name)] {
			continue
		}
		topic, err := w.topic(ctx, name)
		if err != nil {
			return err
		}
		if err := w.s.SetTopic(ctx, p.id, topic, Declared, ""); err != nil {
			return err
		}
		d.Topics = append(d.Topics, topic)
	}
	return nil
}

func (w *importWriter) changeAccounts(ctx context.Context, p *snapshot, e roster.Entry, d *delta) error {
	for _, a := range e.Accounts {
		have := p.accounts[string(a.Network)]
		account, err := w.s.openAccount(ctx, p.id, Figure{Network: a.Network, Address: a.Address})
		if err != nil {
			return err
		}
		if have == nil {
			d.Accounts = append(d.Accounts, account.ID)
		} else if a.Address != "" && a.Address != have.Account.Address {
			if d.Profiles == nil {
				d.Profiles = map[int64][2]string{}
			}
			d.Profiles[account.ID] = [2]string{have.Account.Address, a.Address}
		}
		if a.Audience == nil || have != nil && have.Audience != nil && (*have.Audience == *a.Audience || a.AsOf != "" && a.AsOf < have.AsOf) {
			continue
		}
		id, err := w.s.addAudience(ctx, account.ID, Figure{Size: a.Audience, AsOf: w.asOf(a), Origin: OriginImport})
		if err != nil {
			return err
		}
		if id != 0 {
			d.Audiences = append(d.Audiences, id)
		}
	}
	return nil
}

func (w *importWriter) changeMembership(ctx context.Context, p *snapshot, e roster.Entry, d *delta) error {
	if !refusalChanges(p.Membership, e.Membership) {
		return nil
	}
	d.Membership = &[2]Membership{p.Membership, Membership(e.Membership)}
	return w.s.SetMembership(ctx, p.id, Change{State: Membership(e.Membership), Origin: OriginImport})
}

// setManagers links people to their managers once everybody is there. Who is not found, or shares the name with
// somebody else, is noted and nobody is linked.
func (w *importWriter) setManagers(ctx context.Context, rows []PlanRow) ([]Note, error) {
	wanted := false
	for _, r := range rows {
		wanted = wanted || r.entry.Manager != "" && r.Kind != RowUnchanged
	}
	if !wanted {
		return nil, nil
	}
	everybody, err := w.s.loadKnown(ctx)
	if err != nil {
		return nil, err
	}
	var notes []Note
	for _, r := range rows {
		if r.entry.Manager == "" || r.Kind == RowUnchanged {
			continue
		}
		id := everybody.byAddress[AddressKey(r.entry.Addresses[0])]
		if r.existing != nil {
			id = r.existing.id
		}
		person := everybody.people[id]
		if person == nil || person.managedBy(r.entry.Manager) {
			continue
		}
		manager := everybody.find(r.entry.Manager)
		if manager == 0 || manager == id {
			notes = append(notes, Note{Row: r.Row, Code: "manager_not_found", Params: map[string]any{"manager": r.entry.Manager}})
			continue
		}
		if err := w.s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ?", id).Update("manager_id", manager).Error; err != nil {
			return nil, err
		}
		if d := w.deltas[id]; d != nil {
			d.Manager = &[2]int64{0, manager}
			if person.ManagerID != nil {
				d.Manager[0] = *person.ManagerID
			}
		}
	}
	return notes, nil
}

// find gives the one person of a name or address, 0 where there is none or several.
func (k *known) find(text string) int64 {
	if address, ok := roster.CleanAddress(text); ok {
		return k.byAddress[AddressKey(address)]
	}
	name, _ := roster.SplitName(text)
	for _, key := range []string{roster.Fold(text), roster.Fold(name)} {
		if ids := k.byName[key]; len(ids) == 1 {
			return ids[0]
		}
	}
	return 0
}
