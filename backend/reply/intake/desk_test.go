package intake

import (
	"slices"
	"testing"

	"relais/backend/campaign"
	"relais/backend/staff"
)

func TestAnswersAreNotedUntilSomebodyAsks(t *testing.T) {
	o := newOffice(t)
	d := o.s.bare(o.ctx)
	reminder := int64(2)
	put := o.requests.puts[0]
	put.ReminderID = &reminder
	d.puts = map[int64][]campaign.Put{1: {put}, 2: {put}}
	d.answered(campaign.Answered{Put: d.puts[1][0], Closing: campaign.Closing{State: campaign.Shared, ReplyID: 5}})
	if len(o.requests.log) != 0 || d.puts[1][0].State != campaign.Shared || *d.puts[2][0].ReplyID != 5 {
		t.Fatalf("written %v; on the desk %+v", o.requests.log, d.puts)
	}
	delete(d.puts, 1)
	puts, err := d.requestsOf(o.ctx, 1)
	o.must(err)
	if want := []string{"11 shared", "asked"}; !slices.Equal(o.requests.log, want) || puts[0].State != campaign.Shared {
		t.Errorf("%v, want %v; read %s", o.requests.log, want, puts[0].State)
	}
	o.must(d.flush(o.ctx))
	if len(o.requests.log) != 2 {
		t.Errorf("written twice: %v", o.requests.log)
	}
}

func TestTheDeskKnowsWhoHasLeft(t *testing.T) {
	o := newOffice(t)
	d := o.s.bare(o.ctx)
	d.people[7] = staff.Person{Staff: staff.Staff{ID: 7, Membership: staff.Active}}
	d.moved(staff.Step{Person: d.people[7], Change: staff.Change{State: staff.Left}})
	if p, known, err := d.person(o.ctx, 7); err != nil || !known || p.Membership != staff.Left {
		t.Errorf("%v %v: %s", err, known, p.Membership)
	}
}

// A request may stand on two messages: the one that put it and the one that reminds of it.
func TestClearTakesAnsweredRequestsOffEveryMessage(t *testing.T) {
	answered, other := campaign.Put{ID: 11}, campaign.Put{ID: 12}
	d := &desk{people: map[int64]staff.Person{7: {}, 8: {}}, unsettled: map[int64]bool{1: true, 2: true},
		puts: map[int64][]campaign.Put{1: {answered}, 2: {other, answered}, 3: {other}}}
	m := match{puts: []campaign.Put{answered}}
	m.message.ID, m.person.ID = 1, 7
	d.clear(m)
	if len(d.puts) != 1 || d.puts[3] == nil {
		t.Errorf("requests left: %v", d.puts)
	}
	if len(d.people) != 1 || d.unsettled[1] || !d.unsettled[2] {
		t.Errorf("people %v, unsettled %v", d.people, d.unsettled)
	}
}

func TestSentMessagesAreAskedForAgainWhereTheyChanged(t *testing.T) {
	o := newOffice(t)
	o.mail("Partagé sur LinkedIn")
	mails := o.read()
	d, err := o.s.sentStill(o.ctx, mails)
	o.must(err)
	if o.outbox.asked != 1 || d.messages[token].ID != 1 {
		t.Fatalf("asked %d times, %v", o.outbox.asked, d.messages)
	}
	o.outbox.sent.Recipient, o.outbox.sent.StaffID = "", 0 // erased meanwhile
	d, err = o.s.sentStill(o.ctx, mails)
	o.must(err)
	if o.outbox.asked != 2 || d.messages[token].StaffID != 0 {
		t.Errorf("asked %d times; it still goes to %d", o.outbox.asked, d.messages[token].StaffID)
	}
}

func TestDoubles(t *testing.T) {
	known := doubles{}
	first := Row{ID: 1, HeaderID: "a@b", Sender: léa, Text: "fait"}
	known.add(first)
	known.add(first)
	for name, c := range map[string]struct {
		row  Row
		want bool
	}{
		"itself":           {first, false},
		"a copy":           {Row{ID: 2, HeaderID: "a@b", Sender: léa, Text: "fait"}, true},
		"other words":      {Row{ID: 2, HeaderID: "a@b", Sender: léa, Text: "non"}, false},
		"another's":        {Row{ID: 2, HeaderID: "a@b", Sender: "x@example.test", Text: "fait"}, false},
		"no Message-ID":    {Row{ID: 2, Sender: léa, Text: "fait"}, false},
		"a machine's mail": {Row{ID: 2, HeaderID: "a@b", Sender: léa, Text: "fait", Machine: true}, false},
	} {
		if got := known.holds(c.row); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	known.forget(first)
	if known.holds(Row{ID: 2, HeaderID: "a@b", Sender: léa, Text: "fait"}) {
		t.Error("what is read again still makes others doubles")
	}
}
