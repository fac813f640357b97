package staff_test

import (
	"errors"
	"testing"

	"relais/backend/staff"
	"relais/backend/workspace"
)

const three = "Nom;Mail;Service;Thèmes;Date d'entrée\n" +
	"Léa Martin;lea@x.test;Études;Soudure;2020-01-06\n" +
	"Karim Benali;karim@x.test;;;2021-05-01\n" +
	"Ana Ruiz;ana@x.test;Ventes;;2022-02-01\n"

func (d desk) ids(addresses ...string) []int64 {
	d.t.Helper()
	out := []int64{}
	for _, a := range addresses {
		out = append(out, d.person(a).ID)
	}
	return out
}

func TestMoveSeveralAndTakeItBack(t *testing.T) {
	d := newDesk(t)
	d.load(three)
	d.clock.forward(30)
	ids := d.ids("lea@x.test", "karim@x.test", "ana@x.test")
	undo, changed, err := d.Move(d.ctx, ids, "Ventes")
	if err != nil || changed != 2 || undo == 0 {
		t.Fatalf("changed %d, undo %d, %v: Ana was there already", changed, undo, err)
	}
	for _, a := range []string{"lea@x.test", "karim@x.test", "ana@x.test"} {
		if got := d.person(a).Department; got != "Ventes" {
			t.Errorf("%s is in %q", a, got)
		}
	}
	// Somebody who was moved on since stays where they are now.
	if _, _, err := d.Move(d.ctx, ids[1:2], "Atelier"); err != nil {
		t.Fatal(err)
	}
	if err := d.ws.Journal.Undo(d.ctx, undo); err != nil {
		t.Fatal(err)
	}
	for a, want := range map[string]string{"lea@x.test": "Études", "karim@x.test": "Atelier", "ana@x.test": "Ventes"} {
		if got := d.person(a).Department; got != want {
			t.Errorf("after the undo %s is in %q, want %q", a, got, want)
		}
	}
	var periods int64
	if err := d.ws.DB.Read(d.ctx).Model(&staff.Period{}).Where("staff_id = ?", ids[0]).Count(&periods).Error; err != nil || periods != 1 {
		t.Errorf("Léa has %d periods, %v: a move taken back leaves no trace", periods, err)
	}
}

func TestATopicForSeveralKeepsRefusals(t *testing.T) {
	d := newDesk(t)
	d.load(three)
	topic, err := d.EnsureTopic(d.ctx, "Soudure")
	if err != nil {
		t.Fatal(err)
	}
	ids := d.ids("lea@x.test", "karim@x.test", "ana@x.test")
	if err := d.SetTopic(d.ctx, ids[1], topic, staff.RefusedTop, ""); err != nil {
		t.Fatal(err)
	}
	stances := func() string {
		out := ""
		for _, id := range ids {
			p, err := d.Get(d.ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range p.Topics {
				out += p.GivenName + p.Name + ":" + s.Stance + " "
			}
		}
		return out
	}
	before := stances()
	undo, changed, err := d.SetTopicOf(d.ctx, ids, topic, staff.Declared)
	if err != nil || changed != 1 {
		t.Fatalf("changed %d, %v: Léa declares it, Karim refused it", changed, err)
	}
	if p := d.person("karim@x.test"); p.Topics[0].Stance != staff.RefusedTop {
		t.Errorf("Karim's refusal became %s", p.Topics[0].Stance)
	}
	if err := d.ws.Journal.Undo(d.ctx, undo); err != nil {
		t.Fatal(err)
	}
	if got := stances(); got != before {
		t.Errorf("after the undo %q, before %q", got, before)
	}
	if undo, changed, err := d.SetTopicOf(d.ctx, ids, topic, ""); err != nil || changed != 1 || undo == 0 {
		t.Errorf("forget: changed %d, %v", changed, err)
	}
	if _, _, err := d.SetTopicOf(d.ctx, ids, topic, staff.RefusedTop); !errors.Is(err, workspace.NewFault("stance_unknown")) {
		t.Errorf("a refusal for many: %v", err)
	}
}

func TestSelectGivesWhomTheFilterLetsThrough(t *testing.T) {
	d := newDesk(t)
	d.load(three)
	ids, err := d.Select(d.ctx, staff.Filter{Query: "ventes"})
	if err != nil || len(ids) != 1 || ids[0] != d.person("ana@x.test").ID {
		t.Errorf("%v, %v", ids, err)
	}
	people, total, err := d.List(d.ctx, staff.Filter{IDs: d.ids("lea@x.test", "karim@x.test")})
	if err != nil || total != 2 || len(people) != 2 || people[0].Name != "Karim Benali" {
		t.Errorf("%d, %v", total, err)
	}
	if _, _, err := d.Move(d.ctx, make([]int64, staff.MaxBulk+1), "x"); !errors.Is(err, workspace.NewFault("too_many_people")) {
		t.Errorf("too many: %v", err)
	}
}
