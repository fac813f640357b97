package window

import (
	"context"
	"time"

	"relais/backend/report"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// Staff is the screen of people, their consent and their rights.
type Staff struct{ w *Window }

// StaffFilter narrows the table. Attention is unreachable, no_audience or no_topic.
type StaffFilter struct {
	Query        string   `json:"query"`
	Memberships  []string `json:"memberships"`
	DepartmentID int64    `json:"departmentId"`
	TopicID      int64    `json:"topicId"`
	Network      string   `json:"network"`
	Language     string   `json:"language"`
	Attention    string   `json:"attention"`
	Gone         bool     `json:"gone"`
	IDs          []int64  `json:"ids"` // only these people, where there are any
	Offset       int      `json:"offset"`
	Limit        int      `json:"limit"`
}

// maxPeople is the longest page of the table.
const maxPeople = 200

// narrow gives the filter of the domain. Who was only asked is known to the report.
func (s *Staff) narrow(ctx context.Context, f StaffFilter) (staff.Filter, error) {
	out := f.domain()
	if f.Attention != "only_asked" {
		return out, nil
	}
	ids, err := report.OnlyAsked(ctx, s.w.app.Workspace)
	out.IDs = append(ids, 0) // no list at all would mean everybody; nobody has the id 0
	return out, err
}

func (f StaffFilter) domain() staff.Filter {
	out := staff.Filter{Query: f.Query, DepartmentID: f.DepartmentID, TopicID: f.TopicID, Network: f.Network, Language: f.Language,
		Unreachable: f.Attention == "unreachable", NoAudience: f.Attention == "no_audience", NoTopic: f.Attention == "no_topic",
		Present: !f.Gone, Gone: f.Gone, IDs: f.IDs, Offset: max(f.Offset, 0), Limit: min(max(f.Limit, 1), maxPeople)}
	for _, m := range f.Memberships {
		out.Memberships = append(out.Memberships, staff.Membership(m))
	}
	return out
}

// StaffRow is a person in the table.
type StaffRow struct {
	ID          int64    `json:"id"`
	Name        string   `json:"name"`
	Address     string   `json:"address"`
	Unreachable bool     `json:"unreachable"`
	Job         string   `json:"job"`
	Department  string   `json:"department"`
	Membership  string   `json:"membership"`
	PausedUntil string   `json:"pausedUntil"`
	Languages   []string `json:"languages"`
	Topics      []string `json:"topics"`
	Networks    []string `json:"networks"`
	Restricted  bool     `json:"restricted"`
}

// StaffPage is a page of the table, in alphabetical order.
type StaffPage struct {
	Rows   []StaffRow       `json:"rows"`
	Total  int64            `json:"total"`
	Counts map[string]int64 `json:"counts"`
}

func wireRow(p staff.Person) StaffRow {
	r := StaffRow{ID: p.ID, Name: p.Name, Address: p.Address(), Job: p.JobTitle, Department: p.Department, Membership: string(p.Membership),
		PausedUntil: orEmpty(p.PausedUntil), Languages: append([]string{}, p.Languages...), Topics: []string{}, Networks: []string{}, Restricted: p.RestrictedAt != nil}
	if r.Address == "" && len(p.Addresses) > 0 {
		r.Address, r.Unreachable = p.Addresses[0].Address, true
	}
	for _, t := range p.Topics {
		if t.Stance != staff.RefusedTop {
			r.Topics = append(r.Topics, t.Name)
		}
	}
	for _, a := range p.Accounts {
		r.Networks = append(r.Networks, a.Network)
	}
	return r
}

func orEmpty(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// List gives a page of people and how many stand where.
func (s *Staff) List(f StaffFilter) (StaffPage, error) {
	return call(s.w.app, "Staff.List", func() (StaffPage, error) {
		ctx := context.Background()
		filter, err := s.narrow(ctx, f)
		if err != nil {
			return StaffPage{}, err
		}
		people, total, err := s.w.app.Staff.List(ctx, filter)
		if err != nil {
			return StaffPage{}, err
		}
		counts, err := s.w.app.Staff.Counts(ctx)
		if err != nil {
			return StaffPage{}, err
		}
		out := StaffPage{Rows: make([]StaffRow, 0, len(people)), Total: total, Counts: map[string]int64{}}
		for _, p := range people {
			out.Rows = append(out.Rows, wireRow(p))
		}
		for _, c := range counts {
			out.Counts[string(c.Membership)] = c.People
		}
		return out, nil
	})
}

// StaffAddress is an address of a person.
type StaffAddress struct {
	Address string `json:"address"`
	Primary bool   `json:"primary"`
	Bounce  string `json:"bounce"` // hard, soft or ''
}

// StaffAccount is a presence on a network; audience -1 is not known.
type StaffAccount struct {
	Network   string `json:"network"`
	Address   string `json:"address"`
	Preferred bool   `json:"preferred"`
	Audience  int64  `json:"audience"`
	AsOf      string `json:"asOf"`
}

// StaffTopic is a stance towards a topic.
type StaffTopic struct {
	ID     int64  `json:"id"`
	Name   string `json:"name"`
	Stance string `json:"stance"`
	Reason string `json:"reason"`
}

// StaffConsent is a line of the consent record.
type StaffConsent struct {
	State   string `json:"state"`
	Until   string `json:"until"`
	At      string `json:"at"`
	Origin  string `json:"origin"`
	Words   string `json:"words"`
	Actor   string `json:"actor"`
	ReplyID int64  `json:"replyId"` // the answer that said so; 0: none, or gone
}

// StaffMoment is one thing between a person and the programme.
type StaffMoment struct {
	At    string `json:"at"`
	Kind  string `json:"kind"`
	Title string `json:"title"`
	Where string `json:"where"`
	Ref   int64  `json:"ref"`
}

// StaffPerson is a person's page. Caps of -1 are the programme's own.
type StaffPerson struct {
	Row            StaffRow       `json:"row"`
	GivenName      string         `json:"givenName"`
	EmployeeNumber string         `json:"employeeNumber"`
	Language       string         `json:"language"`
	ManagerID      int64          `json:"managerId"`
	Manager        string         `json:"manager"`
	JoinedOn       string         `json:"joinedOn"`
	LeftOn         string         `json:"leftOn"`
	CapAsks        int            `json:"capAsks"`
	CapMails       int            `json:"capMails"`
	DefaultAsks    int            `json:"defaultAsks"`
	DefaultMails   int            `json:"defaultMails"`
	Addresses      []StaffAddress `json:"addresses"`
	Accounts       []StaffAccount `json:"accounts"`
	Topics         []StaffTopic   `json:"topics"`
	Record         []StaffConsent `json:"record"`
	Timeline       []StaffMoment  `json:"timeline"`
	Gives          int            `json:"gives"`
	Asks           int            `json:"asks"`
	Useful         int            `json:"useful"`
	LastAsked      string         `json:"lastAsked"`
	LastGiven      string         `json:"lastGiven"`
}

// Get gives a person's page.
func (s *Staff) Get(id int64) (StaffPerson, error) {
	return call(s.w.app, "Staff.Get", func() (StaffPerson, error) { return s.page(context.Background(), id) })
}

func (s *Staff) page(ctx context.Context, id int64) (StaffPerson, error) {
	service := s.w.app.Staff
	p, err := service.Get(ctx, id)
	if err != nil {
		return StaffPerson{}, err
	}
	record, err := service.ConsentRecord(ctx, id)
	if err != nil {
		return StaffPerson{}, err
	}
	moments, err := service.Timeline(ctx, id)
	if err != nil {
		return StaffPerson{}, err
	}
	caps, err := service.DefaultCaps(ctx)
	if err != nil {
		return StaffPerson{}, err
	}
	balance, err := s.w.app.Campaigns.Balance(ctx, id)
	if err != nil {
		return StaffPerson{}, err
	}
	out := wirePerson(p)
	out.DefaultAsks, out.DefaultMails = caps.Asks, caps.Mails
	out.Gives, out.Asks, out.Useful = balance.Gives, balance.Asks, balance.Useful
	out.LastAsked, out.LastGiven = balance.LastAsked.RFC3339(), balance.LastGiven.RFC3339()
	replies, err := s.evidence(ctx, record)
	if err != nil {
		return StaffPerson{}, err
	}
	for _, e := range record {
		line := StaffConsent{State: string(e.State), Until: orEmpty(e.UntilOn), At: stamp(e.At), Origin: e.Origin, Words: e.Words, Actor: e.Actor}
		if e.InboundID != nil {
			line.ReplyID = replies[*e.InboundID]
		}
		out.Record = append(out.Record, line)
	}
	for _, m := range moments {
		out.Timeline = append(out.Timeline, StaffMoment{stamp(m.At), m.Kind, m.Title, m.Where, m.Ref})
	}
	return out, nil
}

// evidence gives the replies behind a consent record, by their messages.
func (s *Staff) evidence(ctx context.Context, record []staff.MembershipEvent) (map[int64]int64, error) {
	ids := []int64{}
	for _, e := range record {
		if e.InboundID != nil {
			ids = append(ids, *e.InboundID)
		}
	}
	return s.w.app.Replies.OfInbound(ctx, ids)
}

func stamp(at workspace.Instant) string { return at.Time().Format(time.RFC3339) }

func wirePerson(p staff.Person) StaffPerson {
	out := StaffPerson{Row: wireRow(p), GivenName: p.GivenName, EmployeeNumber: p.EmployeeNumber, Language: p.Language, Manager: p.Manager,
		JoinedOn: orEmpty(p.JoinedOn), LeftOn: orEmpty(p.LeftOn), CapAsks: -1, CapMails: -1, Addresses: []StaffAddress{}, Accounts: []StaffAccount{},
		Topics: []StaffTopic{}, Record: []StaffConsent{}, Timeline: []StaffMoment{}}
	if p.ManagerID != nil {
		out.ManagerID = *p.ManagerID
	}
	if p.CapAsksMonth != nil {
		out.CapAsks = *p.CapAsksMonth
	}
	if p.CapMailsMonth != nil {
		out.CapMails = *p.CapMailsMonth
	}
	for _, a := range p.Addresses {
		out.Addresses = append(out.Addresses, StaffAddress{a.Address, a.IsPrimary, a.BounceKind})
	}
	for _, a := range p.Accounts {
		account := StaffAccount{Network: a.Network, Address: a.Account.Address, Preferred: a.Preferred, Audience: -1, AsOf: a.AsOf}
		if a.Audience != nil {
			account.Audience = *a.Audience
		}
		out.Accounts = append(out.Accounts, account)
	}
	for _, t := range p.Topics {
		out.Topics = append(out.Topics, StaffTopic{t.TopicID, t.Name, t.Stance, t.Reason})
	}
	return out
}
