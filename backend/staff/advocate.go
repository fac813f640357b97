package staff

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Advocate is what the choice of an audience needs to know of a person.
type Advocate struct {
	ID           int64
	Name         string
	GivenName    string
	Job          string
	DepartmentID int64
	Department   string
	Language     string   // the one to write in
	Languages    []string // all they read, Language among them
	Membership   Membership
	PausedUntil  string
	Caps         Caps
	Restricted   bool
	Address      string // "" where none works
	Topics       []Stance
	Accounts     []Presence
}

// Advocates gives everybody of the firm who was asked in or takes part (invited, active, paused), in alphabetical
// order. Pauses that have ended count as ended.
func (s *Service) Advocates(ctx context.Context) ([]Advocate, error) {
	caps, err := s.DefaultCaps(ctx)
	if err != nil {
		return nil, err
	}
	b := gathering{today: s.today(), caps: caps, index: map[int64]int{}, topics: map[int64]string{}}
	const who = "p.membership IN ('invited', 'active', 'paused') AND p.erased_at IS NULL AND (p.left_on IS NULL OR p.left_on >= ?)"
	for _, step := range []struct {
		query string
		scan  func(*sql.Rows) error
	}{
		{`SELECT p.id, p.name, p.given_name, p.job_title, COALESCE(p.department_id, 0), COALESCE(d.name, ''), p.language, p.membership, COALESCE(p.paused_until, ''),
			p.cap_asks_month, p.cap_mails_month, p.restricted_at IS NOT NULL,
			COALESCE((SELECT a.address FROM staff_address a WHERE a.staff_id = p.id AND a.bounce_kind <> 'hard' ORDER BY a.is_primary DESC, a.id LIMIT 1), '')
			FROM staff p LEFT JOIN department d ON d.id = p.department_id WHERE ` + who + ` ORDER BY p.name_key, p.id`, b.person},
		// Whom they belong to is looked up in memory: cheaper than a join against people for each.
		{"SELECT staff_id, language FROM staff_language", b.language},
		{"SELECT id, name FROM topic", b.topicName},
		{"SELECT staff_id, topic_id, stance, reason FROM staff_topic", b.topic},
		{`SELECT c.id, c.staff_id, c.network, c.address, c.instance, c.preferred, u.size, u.as_of FROM account c
			LEFT JOIN audience u ON u.id = (SELECT v.id FROM audience v WHERE v.account_id = c.id ORDER BY v.as_of DESC, v.id DESC LIMIT 1)
			WHERE c.closed_at IS NULL ORDER BY c.staff_id, c.preferred DESC, c.network`, b.account},
	} {
		if err := s.each(ctx, step.query, step.scan); err != nil {
			return nil, fmt.Errorf("staff: advocates: %w", err)
		}
	}
	return b.people, nil
}

func (s *Service) each(ctx context.Context, query string, scan func(*sql.Rows) error) error {
	args := []any{}
	if strings.Contains(query, "?") {
		args = append(args, s.today())
	}
	rows, err := s.ws.DB.Read(ctx).Raw(query, args...).Rows()
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// gathering builds advocates from one pass over each table: 10,000 people cost four queries.
type gathering struct {
	today  string
	caps   Caps
	people []Advocate
	index  map[int64]int
	topics map[int64]string // names
}

func (b *gathering) person(rows *sql.Rows) error {
	var a Advocate
	var p Staff
	err := rows.Scan(&a.ID, &a.Name, &a.GivenName, &a.Job, &a.DepartmentID, &a.Department, &a.Language, &a.Membership, &a.PausedUntil,
		&p.CapAsksMonth, &p.CapMailsMonth, &a.Restricted, &a.Address)
	if err != nil {
		return err
	}
	if a.Membership == Paused && a.PausedUntil < b.today {
		a.Membership, a.PausedUntil = Active, ""
	}
	a.Caps = p.caps(b.caps)
	if a.Language != "" {
		a.Languages = append(a.Languages, a.Language)
	}
	b.index[a.ID] = len(b.people)
	b.people = append(b.people, a)
	return nil
}

func (b *gathering) language(rows *sql.Rows) error {
	var id int64
	var language string
	if err := rows.Scan(&id, &language); err != nil {
		return err
	}
	if i, ok := b.index[id]; ok && !strings.EqualFold(b.people[i].Language, language) {
		b.people[i].Languages = append(b.people[i].Languages, language)
	}
	return nil
}

func (b *gathering) topicName(rows *sql.Rows) error {
	var id int64
	var name string
	err := rows.Scan(&id, &name)
	b.topics[id] = name
	return err
}

func (b *gathering) topic(rows *sql.Rows) error {
	var id int64
	var t Stance
	if err := rows.Scan(&id, &t.TopicID, &t.Stance, &t.Reason); err != nil {
		return err
	}
	t.Name = b.topics[t.TopicID]
	if i, ok := b.index[id]; ok {
		b.people[i].Topics = append(b.people[i].Topics, t)
	}
	return nil
}

func (b *gathering) account(rows *sql.Rows) error {
	var p Presence
	var day *string
	if err := rows.Scan(&p.ID, &p.StaffID, &p.Network, &p.Account.Address, &p.Instance, &p.Preferred, &p.Audience, &day); err != nil {
		return err
	}
	p.AsOf = value(day)
	if i, ok := b.index[p.StaffID]; ok {
		b.people[i].Accounts = append(b.people[i].Accounts, p)
	}
	return nil
}
