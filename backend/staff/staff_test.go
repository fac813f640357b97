package staff_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"relais/backend/staff"
	"relais/backend/workspace"
)

// clock is a time that tests move.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func (c *clock) forward(days int) { c.now = c.now.AddDate(0, 0, days) }

type desk struct {
	*staff.Service
	ws    *workspace.Workspace
	clock *clock
	ctx   context.Context
	t     testing.TB
}

func newDesk(t testing.TB) desk {
	t.Helper()
	c := &clock{time.Date(2026, 3, 16, 9, 0, 0, 0, time.UTC)}
	ctx := context.Background()
	ws, err := workspace.Open(ctx, t.TempDir(), workspace.Options{Now: c.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return desk{staff.New(ws, nil), ws, c, ctx, t}
}

func (d desk) load(text string) (staff.Plan, int64) {
	d.t.Helper()
	plan, id, err := d.Import(d.ctx, "list.csv", []byte(text), staff.ImportOptions{})
	if err != nil {
		d.t.Fatal(err)
	}
	return plan, id
}

func (d desk) person(address string) staff.Person {
	d.t.Helper()
	p, ok, err := d.ByAddress(d.ctx, address)
	if err != nil || !ok {
		d.t.Fatalf("%s: %v %v", address, ok, err)
	}
	return p
}

const list = "Nom;Prénom;Mail;Service;Langues;Manager;LinkedIn;Abonnés LinkedIn;Thèmes;Date d'entrée\n" +
	"Martin;Léa;lea@x.test;Études;fr, en;;https://www.linkedin.com/in/lea;1200;Soudure;2020-01-06\n" +
	"Roux;Paul;paul@x.test;Achats;fr;Léa Martin;;;Achats, Soudure;2021-02-01\n" +
	"Noir;Eva;eva@x.test;études;de;lea@x.test;;;;\n" +
	"Blanc;;;;;;;;;\n"

func TestImportAgainChangesNothing(t *testing.T) {
	d := newDesk(t)
	plan, _ := d.load(list)
	if plan.New != 3 || plan.Changed != 0 || len(plan.Rejected) != 1 || len(plan.Notes) != 0 {
		t.Fatalf("%+v", plan)
	}
	lea := d.person("LEA@x.test")
	if lea.Department != "Études" || lea.Language != "fr" || len(lea.Languages) != 2 || *lea.Accounts[0].Audience != 1200 || len(lea.Topics) != 1 {
		t.Errorf("%+v", lea)
	}
	if d.person("eva@x.test").Manager != "Léa MARTIN" && d.person("eva@x.test").Manager != "Léa Martin" {
		t.Errorf("manager: %q", d.person("eva@x.test").Manager)
	}
	again, id := d.load(list)
	if again.New != 0 || again.Changed != 0 || again.Unchanged != 3 || id != 0 {
		t.Errorf("again: %d %d %d", again.New, again.Changed, again.Unchanged)
	}
	departments, err := d.Departments(d.ctx)
	if err != nil || len(departments) != 2 {
		t.Errorf("departments: %v %v", departments, err)
	}
}

func TestImportChangesOnlyDifferencesAndUndoes(t *testing.T) {
	d := newDesk(t)
	d.load(list)
	d.clock.forward(30)
	next := strings.NewReplacer("1200", "1500", "Achats;fr", "Ventes;fr, en", "Noir;Eva;eva@x.test;études;de;lea@x.test", "Noir;Eva;eva@x.test;études;de;paul@x.test").Replace(list)
	plan, id := d.load(next)
	if plan.Changed != 3 || plan.New != 0 {
		t.Fatalf("changed %d new %d", plan.Changed, plan.New)
	}
	if p := d.person("paul@x.test"); p.Department != "Ventes" || len(p.Languages) != 2 {
		t.Errorf("%+v", p)
	}
	lea := d.person("lea@x.test")
	then, ok, err := d.AudienceOn(d.ctx, lea.ID, "linkedin", "2026-03-20")
	if err != nil || !ok || then.Size != 1200 {
		t.Errorf("audience of the day: %+v %v", then, err)
	}
	undone, err := d.UndoImport(d.ctx, id)
	if err != nil || undone.Restored != 3 {
		t.Fatalf("%+v %v", undone, err)
	}
	if again, _ := d.load(list); again.Changed != 0 || again.Unchanged != 3 {
		t.Errorf("after undo: %+v", again.Rows)
	}
	if _, err := d.UndoImport(d.ctx, id); err == nil {
		t.Error("undone twice")
	}
}

func TestMembershipIsAConsentRecord(t *testing.T) {
	d := newDesk(t)
	d.load(list)
	id := d.person("lea@x.test").ID
	set := func(c staff.Change) error { return d.SetMembership(d.ctx, id, c) }
	inbound := int64(7)
	steps := []struct {
		change staff.Change
		fault  string
	}{
		{staff.Change{State: staff.Paused, Until: "2026-05-01"}, "membership_not_member"},
		{staff.Change{State: staff.Invited}, ""},
		{staff.Change{State: staff.Active, Origin: staff.OriginReply, InboundID: &inbound, Words: "oui"}, ""},
		{staff.Change{State: staff.Active, Origin: staff.OriginReply}, ""},
		{staff.Change{State: staff.Invited}, "membership_already"},
		{staff.Change{State: staff.Paused, Until: "2026-01-01"}, "membership_pause_end"},
		{staff.Change{State: staff.Paused, Until: "2026-05-01", Origin: staff.OriginReply}, ""},
		{staff.Change{State: staff.Left, Origin: staff.OriginReply}, ""},
		{staff.Change{State: staff.Invited}, "membership_never_again"},
		{staff.Change{State: staff.Active}, "membership_never_again"},
		{staff.Change{State: staff.Invited, Asked: true}, ""},
	}
	for i, step := range steps {
		err := set(step.change)
		if step.fault == "" && err != nil || step.fault != "" && (err == nil || !strings.HasPrefix(err.Error(), step.fault)) {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	record, err := d.ConsentRecord(d.ctx, id)
	if err != nil || len(record) != 5 || record[1].Words != "oui" || *record[1].InboundID != 7 {
		t.Errorf("%+v %v", record, err)
	}
}

func TestPausesEnd(t *testing.T) {
	d := newDesk(t)
	d.load(list)
	id := d.person("lea@x.test").ID
	for _, c := range []staff.Change{{State: staff.Active}, {State: staff.Paused, Until: "2026-03-20"}} {
		if err := d.SetMembership(d.ctx, id, c); err != nil {
			t.Fatal(err)
		}
	}
	if ok, code, _ := d.MayReceive(d.ctx, id, staff.ForMember); ok || code != "paused" {
		t.Error("paused people are left alone", code)
	}
	d.clock.forward(5)
	if ok, code, _ := d.MayReceive(d.ctx, id, staff.ForMember); !ok {
		t.Error("the pause has ended", code)
	}
	if n, err := d.ResumePauses(d.ctx); n != 1 || err != nil {
		t.Error(n, err)
	}
	if got := d.person("lea@x.test").Membership; got != staff.Active {
		t.Error(got)
	}
}

type postbox struct{ to []string }

func (p *postbox) QueueInvitations(_ context.Context, people []staff.Person) error {
	for _, x := range people {
		p.to = append(p.to, x.Address())
	}
	return nil
}

func TestNobodyIsInvitedTwice(t *testing.T) {
	d := newDesk(t)
	d.load(list)
	box := &postbox{}
	d.UseInviter(box)
	ids := []int64{d.person("lea@x.test").ID, d.person("paul@x.test").ID, d.person("eva@x.test").ID}
	if err := d.MarkBounced(d.ctx, "eva@x.test", staff.BounceHard); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, _, err := d.Invite(d.ctx, ids); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.SetMembership(d.ctx, ids[0], staff.Change{State: staff.Refused, Origin: staff.OriginReply}); err != nil {
		t.Fatal(err)
	}
	_, skipped, err := d.Invite(d.ctx, ids)
	if err != nil || fmt.Sprint(box.to) != "[lea@x.test paul@x.test]" || len(skipped) != 3 || skipped[0].Code != "refused" || skipped[2].Code != "unreachable" {
		t.Errorf("%v %v %v", box.to, skipped, err)
	}
}

func TestErasureLeavesTotalsAndNoTrace(t *testing.T) {
	d := newDesk(t)
	d.load(list)
	before, err := d.HeadcountOn(d.ctx, "2026-02-28")
	if err != nil {
		t.Fatal(err)
	}
	id := d.person("lea@x.test").ID
	if err := d.SetMembership(d.ctx, id, staff.Change{State: staff.Active, Words: "Léa Martin a dit oui"}); err != nil {
		t.Fatal(err)
	}
	if err := d.Erase(d.ctx, id); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Get(d.ctx, id); err == nil {
		t.Error("still there")
	}
	after, err := d.HeadcountOn(d.ctx, "2026-02-28")
	if err != nil || before.Total != after.Total || fmt.Sprint(before.ByDepartment) != fmt.Sprint(after.ByDepartment) {
		t.Errorf("%+v %+v %v", before, after, err)
	}
	for _, word := range []string{"lea@x.test", "Léa", "linkedin.com/in/lea"} {
		if where := d.trace(word); where != "" {
			t.Errorf("%q is still in %s", word, where)
		}
	}
	plan, _ := d.load(list)
	if plan.New != 0 || len(plan.Rejected) != 2 || plan.Rejected[0].Code != "row_erased_before" {
		t.Errorf("%+v", plan.Rejected)
	}
	confirmed := staff.ImportOptions{BringBack: map[string]bool{"lea@x.test": true}}
	if plan, _, err := d.Import(d.ctx, "list.csv", []byte(list), confirmed); err != nil || plan.New != 1 {
		t.Errorf("%+v %v", plan, err)
	}
}

// trace searches every column of every table for a word.
func (d desk) trace(word string) string {
	d.t.Helper()
	var tables []string
	db := d.ws.DB.Read(d.ctx)
	if err := db.Raw("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").Scan(&tables).Error; err != nil {
		d.t.Fatal(err)
	}
	for _, table := range tables {
		var columns []string
		if err := db.Raw("SELECT name FROM pragma_table_info(?)", table).Scan(&columns).Error; err != nil {
			d.t.Fatal(err)
		}
		for _, c := range columns {
			var n int64
			if err := db.Raw(fmt.Sprintf("SELECT COUNT(*) FROM %q WHERE instr(CAST(%q AS TEXT), ?) > 0", table, c), word).Scan(&n).Error; err != nil {
				continue // virtual tables of the full-text index have columns that cannot be cast
			}
			if n > 0 {
				return table + "." + c
			}
		}
	}
	return ""
}

func TestTenThousandPeople(t *testing.T) {
	if testing.Short() {
		t.Skip("slow: 10,000 people")
	}
	d := newDesk(t)
	var b strings.Builder
	b.WriteString("Nom;Prénom;Mail;Service;Langues;LinkedIn;Abonnés LinkedIn;Thèmes;Date d'entrée\n")
	for i := range 10_000 {
		fmt.Fprintf(&b, "Nom%d;Prénom%d;p%d@x.test;Service %d;fr;https://www.linkedin.com/in/p%d;%d;Thème %d, Thème %d;2020-01-06\n", i, i, i, i%40, i, i, i%30, (i+1)%30)
	}
	start := time.Now()
	plan, _ := d.load(b.String())
	first := time.Since(start)
	start = time.Now()
	again, _ := d.load(b.String())
	t.Logf("10,000 new in %v, unchanged in %v", first, time.Since(start))
	if plan.New != 10_000 || again.Unchanged != 10_000 {
		t.Errorf("%d %d", plan.New, again.Unchanged)
	}
	if err := d.ws.DB.Write(d.ctx).Exec("UPDATE staff SET membership = 'active'").Error; err != nil {
		t.Fatal(err)
	}
	start = time.Now()
	people, total, err := d.List(d.ctx, staff.Filter{Query: "nom99", Limit: 100})
	t.Logf("list in %v: %d of %d, %v", time.Since(start), len(people), total, err)
	start = time.Now()
	advocates, err := d.Advocates(d.ctx)
	t.Logf("advocates in %v: %d, %v", time.Since(start), len(advocates), err)
	if len(advocates) != 10_000 || advocates[0].Accounts[0].Audience == nil || len(advocates[0].Topics) != 2 {
		t.Errorf("%+v", advocates[0])
	}
}
