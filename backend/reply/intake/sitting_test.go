package intake

import (
	"slices"
	"testing"

	"relais/backend/campaign"
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
