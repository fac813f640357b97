package staff_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"relais/backend/staff"
)

// model is what must be true, kept apart from the code under test: who exists by address, who said no, who was erased.
type model struct {
	alive  map[string]bool // by address
	said   map[string]bool // left or refused for good
	erased map[string]bool
}

const crowd = 8

func address(i int) string { return fmt.Sprintf("p%d@x.test", i) }

// TestNobodyIsLostOrRaised runs random sequences of import, undo, merge, pause, leave and erase against a plain model:
// nobody who was imported disappears but by undo, merge or erasure, nobody who was erased comes back unasked, and
// nobody who left is a member again.
func TestNobodyIsLostOrRaised(t *testing.T) {
	runs := 12
	if testing.Short() {
		runs = 3
	}
	for seed := range runs {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { randomSequence(t, uint64(seed)) })
	}
}

func randomSequence(t *testing.T, seed uint64) {
	r := rand.New(rand.NewPCG(seed, 7))
	d := newDesk(t)
	m := model{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	var imports []int64
	for step := range 60 {
		d.clock.forward(r.IntN(3))
		a := address(r.IntN(crowd))
		what := ""
		switch r.IntN(8) {
		case 0, 1:
			what = "import"
			imports = append(imports, m.load(d, r)...)
		case 2:
			what = "undo"
			if len(imports) > 0 {
				i := r.IntN(len(imports))
				m.undo(d, imports[i])
				imports = append(imports[:i], imports[i+1:]...)
			}
		case 3:
			what = "merge"
			m.merge(d, a, address(r.IntN(crowd)))
		case 4:
			what = "join"
			m.set(d, a, staff.Change{State: staff.Active, Origin: staff.OriginHR})
		case 5:
			what = "pause"
			m.set(d, a, staff.Change{State: staff.Paused, Until: d.clock.now.AddDate(0, 1, 0).Format("2006-01-02"), Origin: staff.OriginReply})
		case 6:
			what = "leave"
			m.set(d, a, staff.Change{State: staff.Left, Origin: staff.OriginReply})
		case 7:
			what = "erase"
			m.erase(d, a)
		}
		m.check(d, fmt.Sprintf("step %d, %s %s", step, what, a))
	}
}

func (m model) load(d desk, r *rand.Rand) []int64 {
	d.t.Helper()
	var b strings.Builder
	b.WriteString("Nom;Mail;Service\n")
	listed := []string{}
	for i := range crowd {
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "Personne %c;%s;Service %d\n", 'A'+i, address(i), r.IntN(3))
			listed = append(listed, address(i))
		}
	}
	_, id, err := d.Import(d.ctx, "list.csv", []byte(b.String()), staff.ImportOptions{})
	if err != nil {
		if strings.Contains(err.Error(), "import_no_header") && len(listed) == 0 {
			return nil
		}
		d.t.Fatal(err)
	}
	for _, a := range listed {
		if !m.erased[a] {
			m.alive[a] = true
		}
	}
	if id == 0 {
		return nil
	}
	return []int64{id}
}

// undo may only take away people with whom nothing happened since.
func (m model) undo(d desk, id int64) {
	d.t.Helper()
	untouched := map[string]bool{}
	for a := range m.alive {
		p := d.person(a)
		record, err := d.ConsentRecord(d.ctx, p.ID)
		if err != nil {
			d.t.Fatal(err)
		}
		untouched[a] = len(record) == 0 && p.Membership == staff.None
	}
	if _, err := d.UndoImport(d.ctx, id); err != nil {
		d.t.Fatal(err)
	}
	for a := range m.alive {
		if _, ok, _ := d.ByAddress(d.ctx, a); !ok {
			if !untouched[a] {
				d.t.Fatalf("undo lost %s", a)
			}
			delete(m.alive, a)
		}
	}
}

func (m model) merge(d desk, a, b string) {
	d.t.Helper()
	if !m.alive[a] || !m.alive[b] || d.person(a).ID == d.person(b).ID {
		return
	}
	one, other := d.person(a), d.person(b)
	if err := d.Merge(d.ctx, one.ID, other.ID); err != nil {
		d.t.Fatal(err)
	}
	no := func(p staff.Person) bool { return p.Membership == staff.Left || p.Membership == staff.Refused }
	if no(one) || no(other) {
		for _, x := range append(one.Addresses, other.Addresses...) {
			m.said[x.Address] = true
		}
	}
}

func (m model) set(d desk, a string, c staff.Change) {
	if !m.alive[a] {
		return
	}
	p := d.person(a)
	err := d.SetMembership(d.ctx, p.ID, c)
	if c.State == staff.Left && err == nil {
		for _, x := range p.Addresses {
			m.said[x.Address] = true
		}
	}
}

func (m model) erase(d desk, a string) {
	d.t.Helper()
	if !m.alive[a] {
		return
	}
	p := d.person(a)
	if err := d.Erase(d.ctx, p.ID); err != nil {
		d.t.Fatal(err)
	}
	for _, x := range p.Addresses {
		delete(m.alive, x.Address)
		m.erased[x.Address] = true
	}
}

func (m model) check(d desk, when string) {
	d.t.Helper()
	for i := range crowd {
		a := address(i)
		p, ok, err := d.ByAddress(d.ctx, a)
		if err != nil {
			d.t.Fatalf("%s: %v", when, err)
		}
		if ok != m.alive[a] {
			d.t.Fatalf("%s: %s exists %v, should %v", when, a, ok, m.alive[a])
		}
		if ok && m.said[a] && p.Membership != staff.Left && p.Membership != staff.Refused {
			d.t.Fatalf("%s: %s had left and is %s", when, a, p.Membership)
		}
		if m.erased[a] {
			if where := d.trace(a); where != "" {
				d.t.Fatalf("%s: %s was erased and is in %s", when, a, where)
			}
		}
	}
}
