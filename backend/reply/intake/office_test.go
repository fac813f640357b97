package intake

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"relais/backend/campaign"
	"relais/backend/mailbox"
	"relais/backend/outbox"
	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// Of the office, the workspace and the mailbox are real: what is kept, and what a failure takes back, is theirs.

const (
	token = "aebagbafaydqqcikbmga2dqpca"
	léa   = "lea@example.test"
)

var errBroken = errors.New("broken")

// post is an outbox that sent one message.
type postOffice struct {
	Outbox
	sent   outbox.Message
	asked  int // for whole messages
	open   bool
	proven []int64
}

func (p *postOffice) MessagesByToken(_ context.Context, texts []string) (map[string]outbox.Message, map[string]bool, error) {
	p.asked++
	named := map[string]outbox.Message{}
	if slices.Contains(texts, token) {
		named[token] = p.sent
	}
	return named, map[string]bool{}, nil
}

func (p *postOffice) Addressees(context.Context, []int64) (map[int64]outbox.Addressee, error) {
	return map[int64]outbox.Addressee{p.sent.ID: {StaffID: p.sent.StaffID, Recipient: p.sent.Recipient}}, nil
}

func (p *postOffice) Unsettled(context.Context, []int64) (map[int64]bool, error) {
	return map[int64]bool{p.sent.ID: p.open}, nil
}

func (p *postOffice) Arrived(_ context.Context, id int64, _ outbox.Evidence) error {
	p.proven = append(p.proven, id)
	return nil
}

// desks of requests: what was put to whom, and every question and answer in order.
type requests struct {
	Requests
	puts []campaign.Put
	log  []string
}

func (r *requests) Numbered(context.Context, []int64) (map[int64]bool, error) {
	return map[int64]bool{}, nil
}

func (r *requests) RequestsOfAll(context.Context, []int64) (map[int64][]campaign.Put, error) {
	r.log = append(r.log, "asked for all")
	of := map[int64][]campaign.Put{}
	for _, p := range r.puts {
		of[p.MessageID] = append(of[p.MessageID], p)
	}
	return of, nil
}

func (r *requests) RequestsOf(_ context.Context, message int64) ([]campaign.Put, error) {
	r.log = append(r.log, "asked")
	return slices.DeleteFunc(slices.Clone(r.puts), func(p campaign.Put) bool { return p.MessageID != message }), nil
}

func (r *requests) OpenRequestsOf(context.Context, int64) ([]campaign.Put, error) { return nil, nil }

func (r *requests) AnswerAll(_ context.Context, _ workspace.Instant, all []campaign.Answered) error {
	for _, a := range all {
		r.log = append(r.log, fmt.Sprintf("%d %s", a.Put.ID, a.Closing.State))
		for i := range r.puts {
			if r.puts[i].ID == a.Put.ID {
				r.puts[i].State = a.Closing.State
			}
		}
	}
	return nil
}

// people are one colleague.
type people struct {
	People
	one staff.Person
}

func (p people) Owners(context.Context, []string) (map[string]int64, error) {
	return map[string]int64{léa: p.one.ID}, nil
}

func (p people) All(context.Context, []int64) (map[int64]staff.Person, error) {
	return map[int64]staff.Person{p.one.ID: p.one}, nil
}

// ledger counts, and fails where it is told to.
type ledger struct {
	Ledger
	recorded int
	fails    func(share.Report) bool
}

func (l *ledger) Together(ctx context.Context, fn func(ctx context.Context) error) error {
	return fn(ctx)
}

func (l *ledger) RecordAll(_ context.Context, reports []share.Report) ([]share.Outcome, error) {
	if l.fails != nil && slices.ContainsFunc(reports, l.fails) {
		return nil, errBroken
	}
	l.recorded += len(reports)
	return nil, nil
}

type noLetters struct{ Letters }

func (noLetters) Write(context.Context, []Letter) ([]int64, error) { return nil, nil }

type noNewsletters struct{ Newsletters }

func (noNewsletters) Is(context.Context, []byte) (bool, error) { return false, nil }

// office is an intake with everything around it.
type office struct {
	*testing.T
	ctx      context.Context
	s        *Service
	mailbox  *mailbox.Service
	outbox   *postOffice
	requests *requests
	ledger   *ledger
	n        int
}

func newOffice(t *testing.T) *office {
	t.Helper()
	ws, err := workspace.Open(context.Background(), t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	o := &office{T: t, ctx: context.Background(), mailbox: mailbox.New(ws, nil), ledger: &ledger{},
		outbox:   &postOffice{sent: outbox.Message{ID: 1, Kind: outbox.Request, StaffID: 7, Recipient: léa, Language: "fr", Token: token, State: outbox.Sent}},
		requests: &requests{puts: []campaign.Put{{ID: 11, Number: 1, PostID: 3, StaffID: 7, MessageID: 1, State: campaign.Open}}}}
	o.s = New(ws, Ports{Mailbox: o.mailbox, Outbox: o.outbox, Requests: o.requests, Ledger: o.ledger, Letters: noLetters{}, Aside: noNewsletters{},
		People: people{one: staff.Person{Staff: staff.Staff{ID: 7, Membership: staff.Active}}}, Trust: func(context.Context) string { return "" }})
	return o
}

func (o *office) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// mail stores an answer of Léa's.
func (o *office) mail(text string) int64 {
	o.Helper()
	o.n++
	id, _, err := o.mailbox.Import(o.ctx, fmt.Appendf(nil, "From: <%s>\r\nTo: <hr+r%s@example.test>\r\nSubject: Re: x\r\nMessage-ID: <%d@example.test>\r\n\r\n%s\r\n", léa, token, o.n, text))
	o.must(err)
	return id
}

// read gives the mails as they are read before they are followed up on.
func (o *office) read() []received {
	o.Helper()
	rows, err := o.mailbox.ReadBefore(o.ctx, 1, 0, 0)
	o.must(err)
	mails, err := o.s.readTogether(o.ctx, rows)
	o.must(err)
	return mails
}
