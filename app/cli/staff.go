package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"relais/app"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// staffGroup is `relais staff …`: who is in the programme.
func (s *session) staffGroup() *cobra.Command {
	group := &cobra.Command{Use: "staff", Short: "Who is in the programme: people, memberships and rights"}
	group.AddCommand(s.staffList(), s.staffShow(), s.staffInvite(), s.staffMembership(), s.staffPause(), s.staffCaps(), s.staffAudience(),
		s.staffTopic(), s.staffTopics(), s.staffDepartments(), s.staffCopy(), s.staffErase(), s.staffRestrict(), s.staffMerge(), s.staffExport(),
		s.staffImports(), s.staffUndoImport(), s.staffRetention(), s.staffDocument())
	return group
}

// personLine is a person in `staff list --json`.
type personLine struct {
	ID         int64          `json:"id"`
	Name       string         `json:"name"`
	Address    string         `json:"address"`
	Addresses  []string       `json:"addresses"`
	Job        string         `json:"job"`
	Department string         `json:"department"`
	Language   string         `json:"language"`
	Languages  []string       `json:"languages"`
	Membership string         `json:"membership"`
	Until      string         `json:"paused_until,omitempty"`
	JoinedOn   string         `json:"joined_on,omitempty"`
	LeftOn     string         `json:"left_on,omitempty"`
	Topics     []topicLine    `json:"topics"`
	Accounts   []accountLine  `json:"accounts"`
	Record     []consentLine  `json:"consent_record,omitempty"`
	Restricted bool           `json:"restricted,omitempty"`
	Caps       map[string]int `json:"caps,omitempty"`
}

type topicLine struct {
	Name   string `json:"name"`
	Stance string `json:"stance"`
	Reason string `json:"reason,omitempty"`
}

type accountLine struct {
	Network  string `json:"network"`
	Address  string `json:"address,omitempty"`
	Audience *int64 `json:"audience"` // null: not known
	AsOf     string `json:"as_of,omitempty"`
}

type consentLine struct {
	State  string `json:"state"`
	Until  string `json:"until,omitempty"`
	At     string `json:"at"`
	Origin string `json:"origin"`
	Words  string `json:"words,omitempty"`
}

func linePerson(p staff.Person) personLine {
	l := personLine{ID: p.ID, Name: p.Name, Address: p.Address(), Addresses: []string{}, Job: p.JobTitle, Department: p.Department, Language: p.Language,
		Languages: append([]string{}, p.Languages...), Membership: string(p.Membership), Topics: []topicLine{}, Accounts: []accountLine{}, Restricted: p.RestrictedAt != nil}
	for text, v := range map[*string]*string{&l.Until: p.PausedUntil, &l.JoinedOn: p.JoinedOn, &l.LeftOn: p.LeftOn} {
		if v != nil {
			*text = *v
		}
	}
	for _, a := range p.Addresses {
		l.Addresses = append(l.Addresses, a.Address)
	}
	for _, t := range p.Topics {
		l.Topics = append(l.Topics, topicLine{t.Name, t.Stance, t.Reason})
	}
	for _, a := range p.Accounts {
		l.Accounts = append(l.Accounts, accountLine{a.Network, a.Account.Address, a.Audience, a.AsOf})
	}
	return l
}

func (s *session) staffList() *cobra.Command {
	var f staff.Filter
	var memberships []string
	cmd := &cobra.Command{Use: "list", Short: "List people in alphabetical order", Args: cobra.NoArgs}
	cmd.Flags().StringVar(&f.Query, "search", "", "words in the name, the job, the department or an address")
	cmd.Flags().StringSliceVar(&memberships, "membership", nil, "none, invited, active, refused, paused or left")
	cmd.Flags().StringVar(&f.Network, "network", "", "only who has an account there")
	cmd.Flags().BoolVar(&f.Present, "present", false, "only who is in the firm today")
	cmd.RunE = s.reads(func(ctx context.Context, a *app.App, _ []string) error {
		for _, m := range memberships {
			f.Memberships = append(f.Memberships, staff.Membership(m))
		}
		people, _, err := a.Staff.List(ctx, f)
		if err != nil {
			return err
		}
		lines := make([]personLine, 0, len(people))
		for _, p := range people {
			lines = append(lines, linePerson(p))
		}
		return s.print(lines, func(w io.Writer) error {
			for _, l := range lines {
				fmt.Fprintln(w, printable(fmt.Sprintf("%-9s %-28s %-34s %s", l.Membership, l.Name, l.Address, l.Department)))
			}
			return nil
		})
	})
	return cmd
}

// find gives the person of an address, an id or a name that only one person has.
func (s *session) find(ctx context.Context, a *app.App, text string) (staff.Person, error) {
	p, ok, err := a.Staff.ByAddress(ctx, text)
	if err != nil || ok {
		return p, err
	}
	if strings.Contains(text, "@") {
		return p, workspace.NewFault("person_unknown", "address", text)
	}
	people, _, err := a.Staff.List(ctx, staff.Filter{Query: text, Limit: 2})
	switch {
	case err != nil:
		return p, err
	case len(people) == 0:
		return p, workspace.NewFault("person_unknown", "address", text)
	case len(people) > 1:
		return p, workspace.NewFault("name_ambiguous", "name", text)
	}
	return people[0], nil
}

func (s *session) staffShow() *cobra.Command {
	return &cobra.Command{Use: "show EMAIL", Short: "Show a person with their consent record", Args: cobra.ExactArgs(1),
		RunE: s.reads(func(ctx context.Context, a *app.App, args []string) error {
			p, err := s.find(ctx, a, args[0])
			if err != nil {
				return err
			}
			record, err := a.Staff.ConsentRecord(ctx, p.ID)
			if err != nil {
				return err
			}
			l := linePerson(p)
			for _, e := range record {
				line := consentLine{State: string(e.State), At: e.At.Time().Format(time.RFC3339), Origin: e.Origin, Words: e.Words}
				if e.UntilOn != nil {
					line.Until = *e.UntilOn
				}
				l.Record = append(l.Record, line)
			}
			return s.print(l, func(w io.Writer) error { return writePerson(w, l) })
		})}
}

func writePerson(w io.Writer, l personLine) error {
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintln(w, printable(fmt.Sprintf("%-12s %s", name, text)))
		}
	}
	line("name", l.Name)
	line("addresses", strings.Join(l.Addresses, ", "))
	line("job", l.Job)
	line("department", l.Department)
	line("languages", strings.Join(l.Languages, ", "))
	line("membership", strings.TrimSpace(l.Membership+" "+l.Until))
	for _, t := range l.Topics {
		line("topic", t.Name+" ("+t.Stance+")")
	}
	for _, a := range l.Accounts {
		size := "not known"
		if a.Audience != nil {
			size = fmt.Sprintf("%d on %s (declared)", *a.Audience, a.AsOf)
		}
		line("account", strings.TrimSpace(a.Network+" "+a.Address)+": "+size)
	}
	for _, c := range l.Record {
		line("record", c.At+"  "+c.State+"  "+c.Origin+"  "+c.Words)
	}
	return nil
}
