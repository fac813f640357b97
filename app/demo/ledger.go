package demo

import (
	"context"
	"fmt"
	"sort"
	"strings"
	"text/tabwriter"

	"relais/app/demo/company"
	"relais/app/demo/staffroom"
	"relais/backend/workspace"
)

// entry is a share as the ledger has it, or as the script implies it.
type entry struct{ Person, Network, Title, URL string }

func (e entry) String() string {
	return strings.Join([]string{e.Person, e.Network, e.Title, e.URL}, " · ")
}

// implied works out, from what the staff said, what must stand in the ledger:
// shares, memberships, and how many answers wait for a person.
func implied(said []staffroom.Said) (shares map[entry]bool, membership map[string]string, reviews int) {
	shares, membership = map[entry]bool{}, map[string]string{}
	for _, p := range company.People {
		membership[p.Address] = "invited"
	}
	for _, answer := range said {
		means, who := answer.Answer.Means, answer.Person
		if means.Review {
			reviews++
			continue
		}
		switch means.State {
		case "accepted":
			membership[who.Address] = "active"
		case "refused":
			membership[who.Address] = "refused"
		case "paused":
			membership[who.Address] = "paused"
		case "opt_out":
			membership[who.Address] = "left"
		case "shared":
			for i, on := range means.Networks {
				e := entry{Person: who.Address, Network: string(on), Title: answer.Title}
				if i == 0 {
					e.URL = means.URL
				}
				shares[e] = true
			}
		}
	}
	return shares, membership, reviews
}

// recorded reads the ledger as it stands.
func (s *stage) recorded(ctx context.Context) (shares []entry, membership map[string]string, err error) {
	db := s.app.Workspace.DB.Read(ctx)
	err = db.Raw(`SELECT a.address AS person, s.network, s.title, s.url FROM share s
		JOIN staff_address a ON a.staff_id = s.staff_id AND a.is_primary WHERE s.state <> 'void'`).Scan(&shares).Error
	if err != nil {
		return nil, nil, fmt.Errorf("demo: ledger: %w", err)
	}
	rows := []struct{ Address, Membership string }{}
	err = db.Raw(`SELECT a.address, p.membership FROM staff p JOIN staff_address a ON a.staff_id = p.id AND a.is_primary`).Scan(&rows).Error
	membership = map[string]string{}
	for _, row := range rows {
		membership[row.Address] = row.Membership
	}
	return shares, membership, err
}

// settle holds the ledger against the script and prints the table. Every
// difference is a line of its own.
func (s *stage) settle(ctx context.Context) error {
	said, received, err := s.room.Said()
	if err != nil {
		return err
	}
	wantShares, wantMembership, wantReviews := implied(said)
	gotShares, gotMembership, err := s.recorded(ctx)
	if err != nil {
		return err
	}
	wrong := []string{}
	seen := map[entry]bool{}
	for _, got := range gotShares {
		want, known := matching(wantShares, got)
		if !known {
			wrong = append(wrong, "recorded and never said: "+got.String())
		}
		if seen[want] && known {
			wrong = append(wrong, "recorded twice: "+got.String())
		}
		seen[want] = true
	}
	for want := range wantShares {
		if !seen[want] {
			wrong = append(wrong, "said and not recorded: "+want.String())
		}
	}
	for address, want := range wantMembership {
		if got := gotMembership[address]; got != want {
			wrong = append(wrong, fmt.Sprintf("%s is %s, and should be %s", address, got, want))
		}
	}
	reviews, err := s.reviews(ctx)
	if err != nil {
		return err
	}
	if reviews != wantReviews {
		wrong = append(wrong, fmt.Sprintf("%d answers wait for a person, and %d should", reviews, wantReviews))
	}
	if err := s.expectScript(said); err != nil {
		wrong = append(wrong, err.Error())
	}
	s.table(said, gotMembership, gotShares)
	fmt.Fprintf(s.Out, "\n%d letters received by the staff, %d answers, %d shares recorded, %d answers wait for a person\n", received, len(said), len(gotShares), reviews)
	sort.Strings(wrong)
	for _, line := range wrong {
		fmt.Fprintln(s.Out, "WRONG  "+line)
	}
	if len(wrong) > 0 {
		return workspace.NewFault("demo_mismatch", "count", len(wrong))
	}
	fmt.Fprintln(s.Out, "The ledger is exactly what the sample staff said.")
	return nil
}

// matching finds the share that was said. A letter's subject holds the title of
// what it asks for; a digest's item is the title itself.
func matching(said map[entry]bool, got entry) (entry, bool) {
	for want := range said {
		if want.Person == got.Person && want.Network == got.Network && strings.Contains(want.Title, got.Title) &&
			(want.URL == "" || sameURL(want.URL, got.URL)) {
			return want, true
		}
	}
	return entry{}, false
}

func sameURL(one, other string) bool {
	return strings.TrimSuffix(one, "/") == strings.TrimSuffix(other, "/")
}

// expectScript makes sure that the script was played: every answer in it was
// given, and so a loop that sends nothing cannot pass.
func (s *stage) expectScript(said []staffroom.Said) error {
	want := 0
	for _, p := range company.People {
		want += len(p.Invitation) + len(p.Digest) + len(p.Asks)
	}
	if len(said) != want {
		return fmt.Errorf("%d of the script's %d answers were given", len(said), want)
	}
	return nil
}

// table prints one line a person: what they answered, and what became of it.
func (s *stage) table(said []staffroom.Said, membership map[string]string, shares []entry) {
	answers := map[string]map[staffroom.Round]string{}
	for _, a := range said {
		if answers[a.Person.Address] == nil {
			answers[a.Person.Address] = map[staffroom.Round]string{}
		}
		answers[a.Person.Address][a.Round] = a.Answer.Means.State
	}
	where := map[string][]string{}
	for _, e := range shares {
		where[e.Person] = append(where[e.Person], e.Network)
	}
	fmt.Fprintln(s.Out)
	w := tabwriter.NewWriter(s.Out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "person\tinvitation\tdigest\task\tmembership\tshared on")
	for _, p := range company.People {
		row := []string{p.Name}
		for _, round := range []staffroom.Round{staffroom.Invitation, staffroom.Digest, staffroom.Ask} {
			state := answers[p.Address][round]
			if state == "" {
				state = "-"
			}
			row = append(row, state)
		}
		on := append([]string{}, where[p.Address]...)
		sort.Strings(on)
		row = append(row, membership[p.Address], strings.Join(on, ", "))
		fmt.Fprintln(w, strings.Join(row, "\t"))
	}
	_ = w.Flush()
}
