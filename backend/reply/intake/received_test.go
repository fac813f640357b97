package intake

import (
	"slices"
	"strings"
	"testing"

	"relais/backend/mailbox"
	"relais/backend/reply"
)

func TestLargeMailsAreLoadedByThemselves(t *testing.T) {
	o := newOffice(t)
	o.mail("Partagé sur LinkedIn\r\n\r\n" + strings.Repeat("> cité\r\n", mailbox.AtHand/8))
	gone := o.mail("Partagé sur LinkedIn")
	rows, err := o.mailbox.ReadBefore(o.ctx, 1, 0, 0)
	o.must(err)
	if rows[0].Raw != nil || rows[1].Raw == nil {
		t.Fatalf("at hand: %d and %d bytes", len(rows[0].Raw), len(rows[1].Raw))
	}
	o.must(o.mailbox.Erase(o.ctx, gone)) // between the listing and the reading
	rows[1].Raw = nil
	mails, err := o.s.readTogether(o.ctx, rows)
	o.must(err)
	if mails[0].reading.State != reply.Shared {
		t.Errorf("read as %s", mails[0].reading.State)
	}
	if !mails[1].gone || mails[1].read {
		t.Errorf("%+v", mails[1])
	}
}

// Where the mail answers something else than what it was read with, it is read again: a 'oui' is one answer to an
// invitation and another to a request.
func TestUnderstandRestsOnWhatWasSent(t *testing.T) {
	o := newOffice(t)
	o.mail("Oui, avec plaisir")
	m := o.read()[0]
	if m.reading.State == reply.Accepted || !m.read || m.in.Raw != nil {
		t.Fatalf("as an answer to a request: %s; %d bytes are still held", m.reading.State, len(m.in.Raw))
	}
	m.understand(reply.Circumstances{Invitation: true})
	if m.reading.State != reply.Accepted || !m.about.Invitation {
		t.Errorf("as an answer to an invitation: %s", m.reading.State)
	}
}

func TestAtOnceBoundsWhatIsInMemory(t *testing.T) {
	rows := []mailbox.Inbound{{Size: batchBytes - 1}, {Size: 1}, {Size: 1}, {Size: 60 << 20}}
	for n, want := range map[int]int{0: 2, 2: 1, 3: 1} {
		if got := len(atOnce(rows[n:])); got != want {
			t.Errorf("from %d on: %d together, want %d", n, got, want)
		}
	}
}

// The total grows while mail arrives, and ends at what was done.
func TestTallyEndsAtItsTotal(t *testing.T) {
	o := newOffice(t)
	var said []int
	count := func(done, total int) { said = append(said, done, total) }
	first := o.mail("un")
	tally := tally{s: o.s, version: 1, progress: count}
	second := o.mail("deux")
	o.must(tally.add(o.ctx, []received{{in: mailbox.Inbound{ID: first}}}))
	third := o.mail("trois")
	o.must(tally.add(o.ctx, []received{{in: mailbox.Inbound{ID: second}}}))
	o.must(tally.add(o.ctx, []received{{in: mailbox.Inbound{ID: third}}}))
	if want := []int{1, 2, 2, 3, 3, 3}; !slices.Equal(said, want) {
		t.Errorf("%v, want %v", said, want)
	}
}
