package window

import (
	"context"

	"relais/app"
	"relais/backend/network"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// StaffCard is what HR types for a person.
type StaffCard struct {
	Name           string   `json:"name"`
	GivenName      string   `json:"givenName"`
	EmployeeNumber string   `json:"employeeNumber"`
	Job            string   `json:"job"`
	Department     string   `json:"department"`
	Languages      []string `json:"languages"` // the one to write in first
	ManagerID      int64    `json:"managerId"` // 0: none
	JoinedOn       string   `json:"joinedOn"`
	LeftOn         string   `json:"leftOn"`
}

func (c StaffCard) domain() staff.Card {
	out := staff.Card{Name: c.Name, GivenName: c.GivenName, EmployeeNumber: c.EmployeeNumber, JobTitle: c.Job, Department: c.Department,
		Languages: c.Languages, JoinedOn: c.JoinedOn, LeftOn: c.LeftOn}
	if len(c.Languages) > 0 {
		out.Language = c.Languages[0]
	}
	if c.ManagerID != 0 {
		out.ManagerID = &c.ManagerID
	}
	return out
}

// Add enters a person by hand; confirmed says that somebody who was erased asked to be back.
func (s *Staff) Add(c StaffCard, address string, confirmed bool) (int64, error) {
	return call(s.w.app, "Staff.Add", func() (int64, error) {
		return s.w.app.Staff.Add(context.Background(), c.domain(), address, confirmed)
	})
}

// then does something to a person and gives their page as it stands then.
func (s *Staff) then(name string, id int64, change func(ctx context.Context) error) (StaffPerson, error) {
	return call(s.w.app, name, func() (StaffPerson, error) {
		ctx := context.Background()
		if err := change(ctx); err != nil {
			return StaffPerson{}, err
		}
		return s.page(ctx, id)
	})
}

// Save corrects a person's card.
func (s *Staff) Save(id int64, c StaffCard) (StaffPerson, error) {
	return s.then("Staff.Save", id, func(ctx context.Context) error { return s.w.app.Staff.Save(ctx, id, c.domain()) })
}

// SetMembership records where a person stands. Asked says that they asked to take part after all.
func (s *Staff) SetMembership(id int64, state, until, words string, asked bool) (StaffPerson, error) {
	return s.then("Staff.SetMembership", id, func(ctx context.Context) error {
		return s.w.app.Staff.SetMembership(ctx, id, staff.Change{State: staff.Membership(state), Until: until, Words: words, Origin: staff.OriginHR, Asked: asked})
	})
}

// SetCaps sets a person's own limits a month; -1 is the programme's.
func (s *Staff) SetCaps(id int64, asks, mails int) (StaffPerson, error) {
	own := func(n int) *int {
		if n < 0 {
			return nil
		}
		return &n
	}
	return s.then("Staff.SetCaps", id, func(ctx context.Context) error { return s.w.app.Staff.SetCaps(ctx, id, own(asks), own(mails)) })
}

// SetAudience notes an account and how many follow it on a day; size -1 is not known.
func (s *Staff) SetAudience(id int64, net, address string, size int64, asOf string) (StaffPerson, error) {
	return s.then("Staff.SetAudience", id, func(ctx context.Context) error {
		known, ok := network.Parse(net)
		if !ok {
			return workspace.NewFault("row_network_unknown", "text", net)
		}
		f := staff.Figure{Network: known, Address: address, AsOf: asOf, Origin: staff.OriginHR}
		if size >= 0 {
			f.Size = &size
		}
		return s.w.app.Staff.SetAudience(ctx, id, f)
	})
}

// SetPreferred says whether a person likes to share on a network.
func (s *Staff) SetPreferred(id int64, net string, preferred bool) (StaffPerson, error) {
	return s.then("Staff.SetPreferred", id, func(ctx context.Context) error {
		return s.w.app.Staff.SetPreferred(ctx, id, network.ID(net), preferred)
	})
}

// CloseAccount notes that a person no longer uses a network.
func (s *Staff) CloseAccount(id int64, net string) (StaffPerson, error) {
	return s.then("Staff.CloseAccount", id, func(ctx context.Context) error { return s.w.app.Staff.CloseAccount(ctx, id, network.ID(net)) })
}

// AddAddress gives a person a further address.
func (s *Staff) AddAddress(id int64, address string, primary bool) (StaffPerson, error) {
	return s.then("Staff.AddAddress", id, func(ctx context.Context) error { return s.w.app.Staff.AddAddress(ctx, id, address, primary) })
}

// RemoveAddress takes an address from a person.
func (s *Staff) RemoveAddress(id int64, address string) (StaffPerson, error) {
	return s.then("Staff.RemoveAddress", id, func(ctx context.Context) error { return s.w.app.Staff.RemoveAddress(ctx, id, address) })
}

// SetTopic records a stance (declared, refused, or ” to forget it) towards the topic of a name.
func (s *Staff) SetTopic(id int64, name, stance string) (StaffPerson, error) {
	return s.then("Staff.SetTopic", id, func(ctx context.Context) error {
		topic, err := s.w.app.Staff.EnsureTopic(ctx, name)
		if err != nil {
			return err
		}
		return s.w.app.Staff.SetTopic(ctx, id, topic, stance, "")
	})
}

// StaffSkip is somebody who was not invited, and the code of why.
type StaffSkip struct {
	ID   int64  `json:"id"`
	Name string `json:"name"`
	Code string `json:"code"`
}

// StaffInvited is what an invitation did.
type StaffInvited struct {
	Invited int         `json:"invited"`
	Skipped []StaffSkip `json:"skipped"`
}

// Invite queues the invitation of people who were never invited; asked is for who refused or left and asked again.
// An empty list means everybody of the firm who was never invited.
func (s *Staff) Invite(ids []int64, asked bool) (StaffInvited, error) {
	return call(s.w.app, "Staff.Invite", func() (StaffInvited, error) {
		ctx, service := context.Background(), s.w.app.Staff
		invite := service.Invite
		if asked {
			invite = service.InviteAgain
		}
		if len(ids) == 0 && !asked {
			people, _, err := service.List(ctx, staff.Filter{Memberships: []staff.Membership{staff.None}, Present: true})
			if err != nil {
				return StaffInvited{}, err
			}
			for _, p := range people {
				ids = append(ids, p.ID)
			}
		}
		invited, skipped, err := invite(ctx, ids)
		if err != nil {
			return StaffInvited{}, err
		}
		out := StaffInvited{Invited: len(invited), Skipped: []StaffSkip{}}
		for _, k := range skipped {
			out.Skipped = append(out.Skipped, StaffSkip(k))
		}
		if out.Invited > 0 {
			_, err = app.StartSync(s.w.app) // whoever said 'invite' means now, not the next round
		}
		return out, err
	})
}

// StaffDepartment is a department with its people of today.
type StaffDepartment struct {
	ID      int64  `json:"id"`
	Name    string `json:"name"`
	People  int64  `json:"people"`
	Members int64  `json:"members"`
}

// Departments gives every department, in alphabetical order.
func (s *Staff) Departments() ([]StaffDepartment, error) {
	return call(s.w.app, "Staff.Departments", func() ([]StaffDepartment, error) {
		all, err := s.w.app.Staff.Departments(context.Background())
		out := make([]StaffDepartment, 0, len(all))
		for _, d := range all {
			out = append(out, StaffDepartment(d))
		}
		return out, err
	})
}

// RenameDepartment renames a department; the name of another one makes the two one.
func (s *Staff) RenameDepartment(id int64, name string) error {
	return do(s.w.app, "Staff.RenameDepartment", func() error {
		return s.w.app.Staff.RenameDepartment(context.Background(), id, name)
	})
}

// StaffCoverage is who knows a topic, and what there is to read on it.
type StaffCoverage struct {
	ID       int64  `json:"id"`
	Name     string `json:"name"`
	Parent   int64  `json:"parent"` // 0: none
	Declared int    `json:"declared"`
	Proposed int    `json:"proposed"`
	Members  int    `json:"members"`
	Articles int    `json:"articles"`
}

// Coverage gives every topic, in alphabetical order.
func (s *Staff) Coverage() ([]StaffCoverage, error) {
	return call(s.w.app, "Staff.Coverage", func() ([]StaffCoverage, error) {
		all, err := s.w.app.Staff.Coverage(context.Background())
		out := make([]StaffCoverage, 0, len(all))
		for _, c := range all {
			row := StaffCoverage{ID: c.TopicID, Name: c.Name, Declared: c.Declared, Proposed: c.Proposed, Members: c.Members, Articles: c.Articles}
			if c.ParentID != nil {
				row.Parent = *c.ParentID
			}
			out = append(out, row)
		}
		return out, err
	})
}
