package intake

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"relais/backend/campaign"
	"relais/backend/mailbox"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/share"
	"relais/backend/workspace"
)

func TestABatchIsKeptWholeOrNotAtAll(t *testing.T) {
	o := newOffice(t)
	o.mail("Partagé sur LinkedIn")
	broken := o.mail("Partagé sur LinkedIn hier")
	o.ledger.fails = func(r share.Report) bool { return r.InboundID == broken }
	if _, err := o.s.followed(o.ctx, o.read(), ""); err == nil {
		t.Fatal("the failure was swallowed")
	}
	rows, err := o.s.List(o.ctx, Filter{})
	o.must(err)
	unread, err := o.mailbox.CountBefore(o.ctx, 1, 0)
	o.must(err)
	if len(rows) != 0 || unread != 2 {
		t.Errorf("%d replies kept, %d mails unread; want none and 2", len(rows), unread)
	}
}

// One mail that cannot be followed up on waits for a person; the others are recorded.
func TestOneBadMailStopsNoOther(t *testing.T) {
	o := newOffice(t)
	o.mail("Partagé sur LinkedIn")
	broken := o.mail("Partagé sur LinkedIn hier")
	o.mail("Partagé sur LinkedIn, encore")
	o.ledger.fails = func(r share.Report) bool { return r.InboundID == broken }
	out, err := o.s.Take(o.ctx, nil)
	o.must(err)
	if out != (Outcome{Recorded: 2, Review: 1}) || o.requests.puts[0].State != campaign.Shared {
		t.Fatalf("%+v, the request is %s", out, o.requests.puts[0].State)
	}
	rows, err := o.s.List(o.ctx, Filter{Status: Waiting})
	o.must(err)
	if len(rows) != 1 || rows[0].InboundID != broken || !slices.Contains(rows[0].Doubts, "unexpected") || rows[0].Undo.Shares {
		t.Errorf("%+v", rows)
	}
}

func TestAFullDiskIsToldInsteadOfBlamedOnTheMail(t *testing.T) {
	o := newOffice(t)
	o.mail("Partagé sur LinkedIn")
	if !fatal(workspace.NewFault("disk_full")) || fatal(errBroken) {
		t.Fatal("which faults are those of the workspace")
	}
	o.must(o.s.ws.Close())
	if _, err := o.s.Take(o.ctx, nil); err == nil {
		t.Error("nothing could be read, and nobody was told")
	}
}

// An answer proves that a message of which this was not known has left, once; and the second answer of a batch sees
// what the first one did.
func TestAnswersOfOneBatchSeeEachOther(t *testing.T) {
	o := newOffice(t)
	o.outbox.open = true
	o.mail("Partagé sur LinkedIn")
	o.mail("Finalement non, celui-ci n'est pas pour moi.")
	_, err := o.s.Take(o.ctx, nil)
	o.must(err)
	rows, err := o.s.List(o.ctx, Filter{})
	o.must(err)
	if len(rows) != 2 || rows[1].State != reply.Shared || rows[1].Status != Handled {
		t.Fatalf("%+v", rows)
	}
	if rows[0].Status != Waiting || rows[0].Proposed == reply.Declined && !slices.Contains(rows[0].Doubts, "contradicts") {
		t.Errorf("taken back without a person: %s %s %v", rows[0].Status, rows[0].Proposed, rows[0].Doubts)
	}
	if len(o.outbox.proven) != 1 || o.requests.puts[0].State != campaign.Shared {
		t.Errorf("proven %v, the request is %s", o.outbox.proven, o.requests.puts[0].State)
	}
}

func TestAnAnswerIsWrittenWithItsBatch(t *testing.T) {
	o := newOffice(t)
	o.mail("Partagé sur LinkedIn")
	_, err := o.s.Take(o.ctx, nil)
	o.must(err)
	if want := []string{"asked for all", "11 shared"}; !slices.Equal(o.requests.log, want) || o.ledger.recorded != 1 {
		t.Errorf("%v, want %v; %d recorded", o.requests.log, want, o.ledger.recorded)
	}
}

// What the reader was told of the message that is answered may have changed before it is followed up on: then it reads
// again.
func TestReadAgainWhereTheMessageChanged(t *testing.T) {
	o := newOffice(t)
	o.mail("Oui, avec plaisir")
	mails := o.read()
	o.outbox.sent.Kind, o.outbox.sent.Recipient = outbox.Invitation, "Lea@example.test"
	rows, err := o.s.followed(o.ctx, mails, "")
	o.must(err)
	if len(rows) != 1 || rows[0].State != reply.Accepted {
		t.Errorf("%+v", rows)
	}
}

// What lies in Junk is set aside only where it can be nobody's answer.
func TestStrayJunkWaitsForNobody(t *testing.T) {
	for name, c := range map[string]struct {
		role       mailbox.Role
		from, more string
		text       string
		want       Status
	}{
		"advertising":                 {mailbox.Junk, "win@shop.test", "", "You have been selected to receive a voucher.", Ignored},
		"the same in the inbox":       {mailbox.Inbox, "win@shop.test", "", "You have been selected to receive a voucher.", Waiting},
		"a farewell from elsewhere":   {mailbox.Junk, "me@home.test", "", "STOP", Waiting},
		"an answer to something":      {mailbox.Junk, "me@home.test", "In-Reply-To: <x@example.test>\r\n", "Which article do you mean?", Waiting},
		"a question of a colleague's": {mailbox.Junk, léa, "", "Which article do you mean?", Waiting},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			_, _, err := o.mailbox.Import(o.ctx, fmt.Appendf(nil, "From: <%s>\r\nTo: <hr@example.test>\r\nSubject: x\r\n%sMessage-ID: <1@example.test>\r\n\r\n%s\r\n", c.from, c.more, c.text))
			o.must(err)
			mails := o.read()
			mails[0].in.Role = c.role
			rows, err := o.s.followed(o.ctx, mails, "")
			o.must(err)
			if len(rows) != 1 || rows[0].Status != c.want || (rows[0].State == Unwanted) != (c.want == Ignored) {
				t.Errorf("%+v", rows)
			}
		})
	}
}

// However fast the reading is, how far it came is told once no more come, too.
func TestTheEndIsTold(t *testing.T) {
	o := newOffice(t)
	var ended atomic.Bool
	told := 0
	_, err := o.s.TakeWhile(o.ctx, func(ctx context.Context, stored func()) error {
		defer ended.Store(true)
		o.mail("Partagé sur LinkedIn")
		stored()
		for range 500 {
			if n, err := o.mailbox.CountBefore(ctx, 1, 0); n == 0 || err != nil {
				return err
			}
			time.Sleep(10 * time.Millisecond)
		}
		return errBroken
	}, func(done, _ int) {
		if ended.Load() {
			told = done
		}
	})
	if err != nil || told != 1 {
		t.Errorf("%v; %d told at the end", err, told)
	}
}
