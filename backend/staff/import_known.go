package staff

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"relais/backend/staff/roster"
)

// snapshot is what imports compare of a person.
type snapshot struct {
	id int64
	Staff
	department string
	managerKey string // folded name of the manager
	manager    string
	managerIs  map[string]bool // address keys of the manager
	addresses  map[string]bool // keys
	languages  []string
	topics     map[string]bool // folded names, whatever the stance
	accounts   map[string]*Presence
}

// known is everybody, by what rows are matched with.
type known struct {
	people    map[int64]*snapshot
	byAddress map[string]int64
	byNumber  map[string]int64
	byName    map[string][]int64
	erasures  bool // somebody was erased: addresses have to be looked up among the hashes
}

func (s *Service) loadKnown(ctx context.Context) (*known, error) {
	ids := []int64{}
	if err := s.ws.DB.Read(ctx).Model(&Staff{}).Where("erased_at IS NULL").Order("id").Pluck("id", &ids).Error; err != nil {
		return nil, err
	}
	people, err := s.load(ctx, ids)
	if err != nil {
		return nil, err
	}
	k := &known{people: map[int64]*snapshot{}, byAddress: map[string]int64{}, byNumber: map[string]int64{}, byName: map[string][]int64{}}
	for _, p := range people {
		k.add(p)
	}
	for _, p := range k.people {
		if p.ManagerID != nil {
			if m := k.people[*p.ManagerID]; m != nil {
				p.managerKey, p.manager, p.managerIs = m.NameKey, m.Name, m.addresses
			}
		}
	}
	return k, nil
}

func (k *known) add(p Person) {
	snap := &snapshot{id: p.ID, Staff: p.Staff, department: p.Department, addresses: map[string]bool{}, topics: map[string]bool{},
		accounts: map[string]*Presence{}, languages: p.Languages}
	for _, a := range p.Addresses {
		snap.addresses[a.AddressKey] = true
		k.byAddress[a.AddressKey] = p.ID
	}
	for _, t := range p.Topics {
		snap.topics[roster.Fold(t.Name)] = true
	}
	for i := range p.Accounts {
		snap.accounts[p.Accounts[i].Network] = &p.Accounts[i]
	}
	k.people[p.ID] = snap
	k.byName[p.NameKey] = append(k.byName[p.NameKey], p.ID)
	if p.EmployeeNumber != "" {
		k.byNumber[p.EmployeeNumber] = p.ID
	}
}

// match finds the person of a row by address, then by employee number; two different ones are a contradiction.
func (k *known) match(e roster.Entry) (*snapshot, *roster.Rejection) {
	var found *snapshot
	for _, a := range e.Addresses {
		id, ok := k.byAddress[AddressKey(a)]
		if !ok {
			continue
		}
		if found != nil && found.id != id {
			return nil, roster.Reject(e.Row, "row_two_people", "one", found.Name, "other", k.people[id].Name)
		}
		found = k.people[id]
	}
	if id, ok := k.byNumber[e.Number]; ok && e.Number != "" {
		if found != nil && found.id != id {
			return nil, roster.Reject(e.Row, "row_two_people", "one", found.Name, "other", k.people[id].Name)
		}
		found = k.people[id]
	}
	return found, nil
}

func (k *known) like(e roster.Entry) string {
	for _, id := range k.byName[roster.Fold(e.Name)] {
		return k.people[id].Name
	}
	return ""
}

// diff lists what a row would change. What the row leaves blank stays; topics, addresses and accounts are added to,
// never taken away.
func (p *snapshot) diff(e roster.Entry) []FieldChange {
	var out []FieldChange
	text := func(field, before, after string) {
		if after != "" && after != before {
			out = append(out, FieldChange{field, before, after})
		}
	}
	text("name", p.Name, e.Name)
	text("given_name", p.GivenName, e.GivenName)
	text("employee_number", p.EmployeeNumber, e.Number)
	text("job", p.JobTitle, e.Job)
	if departmentKey(e.Department) != departmentKey(p.department) {
		text("department", p.department, e.Department)
	}
	text("joined", value(p.JoinedOn), e.JoinedOn)
	text("left", value(p.LeftOn), e.LeftOn)
	if e.Manager != "" && !p.managedBy(e.Manager) {
		out = append(out, FieldChange{"manager", p.manager, e.Manager})
	}
	if len(e.Languages) > 0 {
		text("language", strings.Join(p.languages, ", "), strings.Join(languagesAfter(p.languages, e.Languages), ", "))
	}
	for _, a := range e.Addresses {
		if !p.addresses[AddressKey(a)] {
			out = append(out, FieldChange{"address", "", a})
		}
	}
	for _, t := range e.Topics {
		if !p.topics[roster.Fold(t)] {
			out = append(out, FieldChange{"topic", "", t})
		}
	}
	if refusalChanges(p.Membership, e.Membership) {
		out = append(out, FieldChange{"membership", string(p.Membership), e.Membership})
	}
	return append(out, p.diffAccounts(e)...)
}

func (p *snapshot) managedBy(text string) bool {
	if address, ok := roster.CleanAddress(text); ok {
		return p.managerIs[AddressKey(address)]
	}
	name, _ := roster.SplitName(text)
	return p.managerKey != "" && (p.managerKey == roster.Fold(text) || p.managerKey == roster.Fold(name))
}

// languagesAfter is the list of the file in its order; that is all the person's languages.
func languagesAfter(before, file []string) []string {
	if len(before) == 0 || before[0] != file[0] || len(before) != len(file) {
		return sortedTail(file)
	}
	have := map[string]bool{}
	for _, l := range before {
		have[l] = true
	}
	for _, l := range file {
		if !have[l] {
			return sortedTail(file)
		}
	}
	return before
}

func (p *snapshot) diffAccounts(e roster.Entry) []FieldChange {
	var out []FieldChange
	for _, a := range e.Accounts {
		have := p.accounts[string(a.Network)]
		if have == nil {
			out = append(out, FieldChange{"account", "", string(a.Network)})
		} else if a.Address != "" && a.Address != have.Account.Address {
			out = append(out, FieldChange{"profile", have.Account.Address, a.Address})
		}
		if a.Audience == nil {
			continue
		}
		after := strconv.FormatInt(*a.Audience, 10)
		switch {
		case have == nil || have.Audience == nil:
			out = append(out, FieldChange{"audience", "", fmt.Sprintf("%s %s", a.Network, after)})
		case *have.Audience != *a.Audience && (a.AsOf == "" || a.AsOf >= have.AsOf):
			out = append(out, FieldChange{"audience", fmt.Sprintf("%s %d", a.Network, *have.Audience), fmt.Sprintf("%s %s", a.Network, after)})
		}
	}
	return out
}

// refusalChanges: a file can say no for somebody who has said nothing, and leaving counts whatever was said before.
func refusalChanges(now Membership, file string) bool {
	switch file {
	case string(Refused):
		return now == None || now == Invited
	case string(Left):
		return now != Left && now != Refused
	}
	return false
}
