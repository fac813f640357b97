package app_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/mailbox/account"
	"relais/backend/mailbox/wire"
	"relais/backend/network"
	"relais/backend/outbox"
	"relais/backend/post"
	"relais/backend/reply"
	"relais/backend/reply/intake"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// office is an app over a workspace of its own, with one active advocate and one post.
type office struct {
	testing.TB
	ctx  context.Context
	app  *app.App
	lea  int64
	post int64
}

func newOffice(t testing.TB) *office {
	t.Helper()
	return newOfficeAt(t, nil)
}

// newOfficeAt is an office with a clock of its own.
func newOfficeAt(t testing.TB, now func() time.Time) *office {
	t.Helper()
	ctx := context.Background()
	a, err := app.Open(ctx, t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	o := &office{TB: t, ctx: ctx, app: a}
	o.must(a.Account.Save(ctx, account.Settings{Address: "hr@example.test", User: "hr@example.test", Auth: account.Password,
		IMAP: account.Server{Host: "127.0.0.1", Port: 1, Security: wire.Plain}, SMTP: account.Server{Host: "127.0.0.1", Port: 1, Security: wire.Plain}},
		account.Secret{Password: "x"}))
	yes := true
	o.must(a.Account.KeepFindings(ctx, account.Findings{Plus: &yes, KeepsID: &yes}))
	o.lea = o.member("lea@example.test")
	p, err := a.Posts.Create(ctx, post.Content{Kind: post.Give, Title: "Mesurer avant de changer", Link: "https://www.example.test/a",
		Variants: []post.Wording{{Network: "linkedin", Language: "fr", Text: "Mesurer avant de changer."}, {Network: "x", Language: "fr", Text: "Mesurer, puis changer."}}})
	o.must(err)
	o.must(a.Posts.Approve(ctx, p.ID))
	o.post = p.ID
	return o
}

func (o *office) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

func (o *office) member(address string) int64 {
	id, err := o.app.Staff.Add(o.ctx, staff.Card{Name: strings.Split(address, "@")[0], Language: "fr"}, address, false)
	o.must(err)
	o.must(o.app.Staff.SetMembership(o.ctx, id, staff.Change{State: staff.Active, Origin: staff.OriginReply, Words: "oui"}))
	return id
}

// ask puts the post to Léa and gives the message that carries it.
func (o *office) ask() outbox.Message {
	o.Helper()
	_, err := o.app.Campaigns.Send(o.ctx, campaign.Plan{PostID: o.post, Staff: []int64{o.lea}})
	o.must(err)
	rows, err := o.app.Outbox.List(o.ctx, outbox.Filter{})
	o.must(err)
	if len(rows) != 1 {
		o.Fatalf("%d messages queued", len(rows))
	}
	return rows[0]
}

// receive stores a mail and lets it be read; it gives the reply it became.
func (o *office) receive(from, to, id, text string) intake.Row {
	o.Helper()
	raw := fmt.Sprintf("From: <%s>\r\nTo: <%s>\r\nSubject: Re: Mesurer\r\nMessage-ID: <%s@example.test>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0100\r\n"+
		"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n%s\r\n", from, to, id, text)
	inbound, _, err := o.app.Mailbox.Import(o.ctx, []byte(raw))
	o.must(err)
	_, err = o.app.Replies.Take(o.ctx, nil)
	o.must(err)
	rows, err := o.app.Replies.List(o.ctx, intake.Filter{})
	o.must(err)
	for _, r := range rows {
		if r.InboundID == inbound {
			return r
		}
	}
	o.Fatalf("message %d became no reply", inbound)
	return intake.Row{}
}

func (o *office) counted() int {
	o.Helper()
	shares, err := o.app.Shares.Of(o.ctx, o.lea)
	o.must(err)
	n := 0
	for _, s := range shares {
		if s.State == "counted" {
			n++
		}
	}
	return n
}

func (o *office) standing() staff.Membership {
	o.Helper()
	p, err := o.app.Staff.Get(o.ctx, o.lea)
	o.must(err)
	return p.Membership
}

func TestAShareIsRecordedOnceAndCanBeTakenBack(t *testing.T) {
	o := newOffice(t)
	to := o.ask().ReplyTo
	row := o.receive("lea@example.test", to, "m1", "C'est fait, partagé sur LinkedIn ce matin.")
	if row.Status != intake.Handled || row.State != reply.Shared || o.counted() != 1 {
		t.Fatalf("%s %s %v, %d shares", row.Status, row.State, row.Doubts, o.counted())
	}
	copied := o.receive("lea@example.test", to, "m1", "C'est fait, partagé sur LinkedIn ce matin.")
	again := o.receive("lea@example.test", to, "m2", "Je confirme, c'est partagé sur LinkedIn.")
	if o.counted() != 1 {
		t.Fatalf("counted twice: %d (%s, %s)", o.counted(), copied.State, again.State)
	}
	o.must(o.app.Replies.Reopen(o.ctx, again.ID))
	o.must(o.app.Replies.Reopen(o.ctx, row.ID))
	if o.counted() != 0 {
		t.Fatalf("after undo: %d shares", o.counted())
	}
	if _, err := o.app.Replies.Decide(o.ctx, row.ID, intake.Decision{State: reply.Shared}); err != nil || o.counted() != 1 {
		t.Fatalf("decided again: %v, %d shares", err, o.counted())
	}
}

func TestWhatIsNotSureRecordsNothing(t *testing.T) {
	for _, c := range []struct{ name, from, to, text, doubt string }{
		{"a stranger", "stranger@example.org", "", "C'est fait, partagé sur LinkedIn.", "other_sender"},
		{"a colleague", "karim@example.test", "", "C'est fait, partagé sur LinkedIn.", "other_sender"},
		{"a foreign token", "lea@example.test", "hr+rcaaaaaaaafbl6bfoq4blcidyoi@example.test", "C'est fait, partagé sur LinkedIn.", "token_foreign"},
		{"no token", "lea@example.test", "hr@example.test", "C'est fait, partagé sur LinkedIn.", "no_match"},
		{"a question", "lea@example.test", "", "Est-ce que je peux changer le texte ?", ""},
		{"nothing", "lea@example.test", "", "", "empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOffice(t)
			o.member("karim@example.test")
			to := o.ask().ReplyTo
			if c.to != "" {
				to = c.to
			}
			row := o.receive(c.from, to, "m1", c.text)
			if row.Status != intake.Waiting || o.counted() != 0 {
				t.Fatalf("%s %s, %d shares", row.Status, row.State, o.counted())
			}
			if c.doubt != "" && !strings.Contains(strings.Join(row.Doubts, " "), c.doubt) {
				t.Fatalf("doubts %v, want %s", row.Doubts, c.doubt)
			}
		})
	}
}

func TestLeavingAndContradictions(t *testing.T) {
	o := newOffice(t)
	to := o.ask().ReplyTo
	o.receive("lea@example.test", to, "m1", "Partagé sur X !")
	row := o.receive("lea@example.test", to, "m2", "Finalement non merci, pas celui-ci.")
	if row.Status != intake.Waiting || o.counted() != 1 {
		t.Fatalf("a contradiction was acted on: %s %s %v", row.Status, row.State, row.Doubts)
	}
	left := o.receive("lea@example.test", to, "m3", "Merci de me retirer définitivement de cette liste.")
	if left.Status != intake.Handled || o.standing() != staff.Left {
		t.Fatalf("%s %s %v: %s", left.Status, left.State, left.Doubts, o.standing())
	}
	o.must(o.app.Replies.Reopen(o.ctx, left.ID))
	if o.standing() != staff.Active {
		t.Fatalf("after undo: %s", o.standing())
	}
	held, err := o.app.Replies.Held(o.ctx, o.lea)
	if err != nil || !held {
		t.Fatalf("mail to somebody who may leave is not held: %v, %v", held, err)
	}
}

func TestAMachineChangesNoMembershipAndRecordsNothing(t *testing.T) {
	o := newOffice(t)
	to := o.ask().ReplyTo
	raw := "From: <lea@example.test>\r\nTo: <" + to + ">\r\nSubject: Absence\r\nMessage-ID: <a@example.test>\r\nAuto-Submitted: auto-replied\r\n\r\nJe suis absente. C'est partagé, merci de me retirer de la liste.\r\n"
	_, _, err := o.app.Mailbox.Import(o.ctx, []byte(raw))
	o.must(err)
	out, err := o.app.Replies.Take(o.ctx, nil)
	o.must(err)
	if out.Ignored != 1 || o.counted() != 0 || o.standing() != staff.Active {
		t.Fatalf("%+v, %d shares, %s", out, o.counted(), o.standing())
	}
}

func TestAnAddressIsRememberedAndTheReplyReadAgain(t *testing.T) {
	o := newOffice(t)
	to := o.ask().ReplyTo
	row := o.receive("lea.private@mail.example", to, "m1", "C'est fait, partagé sur LinkedIn.")
	if row.Status != intake.Waiting {
		t.Fatalf("a stranger's answer was acted on: %s", row.State)
	}
	o.must(o.app.Replies.Assign(o.ctx, row.ID, o.lea, true))
	row, err := o.app.Replies.Get(o.ctx, row.ID)
	o.must(err)
	if row.Status != intake.Handled || o.counted() != 1 {
		t.Fatalf("%s %v, %d shares", row.Status, row.Doubts, o.counted())
	}
	// From then on it is an address of hers like any other.
	if next := o.receive("lea.private@mail.example", to, "m2", "STOP"); o.standing() != staff.Left {
		t.Fatalf("%s %v", next.State, next.Doubts)
	}
}

func TestAColleagueAnswersForAnother(t *testing.T) {
	o := newOffice(t)
	o.member("karim@example.test")
	row := o.receive("karim@example.test", o.ask().ReplyTo, "m1", "Léa l'a partagé sur LinkedIn.")
	if row.Status != intake.Waiting || row.StaffID == nil || *row.StaffID != o.lea {
		t.Fatalf("%s, %v", row.Status, row.StaffID)
	}
	if _, err := o.app.Replies.Decide(o.ctx, row.ID, intake.Decision{State: reply.Shared, Networks: []network.ID{"linkedin"}}); err != nil || o.counted() != 1 {
		t.Fatalf("%v, %d shares", err, o.counted())
	}
}

func TestAPersonTakenForAMachineIsRescued(t *testing.T) {
	o := newOffice(t)
	to := o.ask().ReplyTo
	raw := "From: <lea@example.test>\r\nTo: <" + to + ">\r\nSubject: Re: x\r\nMessage-ID: <a@example.test>\r\nAuto-Submitted: auto-replied\r\n\r\nPartagé sur LinkedIn\r\n"
	_, _, err := o.app.Mailbox.Import(o.ctx, []byte(raw))
	o.must(err)
	_, err = o.app.Replies.Take(o.ctx, nil)
	o.must(err)
	rows, err := o.app.Replies.List(o.ctx, intake.Filter{Status: intake.Ignored})
	o.must(err)
	o.must(o.app.Replies.Reopen(o.ctx, rows[0].ID))
	_, err = o.app.Replies.TakeAgain(o.ctx, nil) // a person's word stays
	o.must(err)
	step, err := o.app.Replies.Decide(o.ctx, rows[0].ID, intake.Decision{State: reply.Shared, Networks: []network.ID{"linkedin"}})
	if err != nil || o.counted() != 1 {
		t.Fatalf("%v, %d shares", err, o.counted())
	}
	o.must(o.app.Workspace.Journal.Undo(o.ctx, step))
	if o.counted() != 0 {
		t.Fatalf("after undo: %d shares", o.counted())
	}
}

// TestStopWorksFromAnyMail answers every kind of mail that one can get with 'STOP'.
func TestStopWorksFromAnyMail(t *testing.T) {
	for _, kind := range []outbox.Kind{outbox.Invitation, outbox.Request, outbox.Digest, outbox.Reminder, outbox.Thanks, outbox.Review} {
		t.Run(string(kind), func(t *testing.T) {
			o := newOffice(t)
			queued, err := o.app.Outbox.Queue(o.ctx, []outbox.Draft{{Kind: kind, StaffID: o.lea, Recipient: "lea@example.test", Language: "fr",
				Compose: func(outbox.Envelope) (outbox.Letter, error) { return outbox.Letter{Subject: "x", Text: "Bonjour"}, nil }}})
			o.must(err)
			if row := o.receive("lea@example.test", queued[0].ReplyTo, "m1", "STOP"); o.standing() != staff.Left {
				t.Errorf("%s %s %v", row.Status, row.State, row.Doubts)
			}
			if n := len(o.of(outbox.Confirmation)); n != 1 {
				t.Errorf("%d confirmations", n)
			}
		})
	}
}

func TestADigestIsAnsweredByNumbers(t *testing.T) {
	o := newOffice(t)
	digest := o.digest("Un", "Deux", "Trois", "Quatre", "Cinq")
	row := o.receive("lea@example.test", digest.ReplyTo, "m1", "1 et 3 partagés sur LinkedIn, pas le 2")
	if got := o.requestStates(digest.ID); got != "shared declined shared open open" || o.counted() != 2 {
		t.Errorf("%s %v: %v, %d shares", row.Status, row.Doubts, got, o.counted())
	}
}

func TestADigestIsDecidedItemByItem(t *testing.T) {
	o := newOffice(t)
	digest := o.digest("Un", "Deux", "Trois")
	row := o.receive("lea@example.test", digest.ReplyTo, "m1", "J'en ai partagé certains sur LinkedIn, d'autres pas !")
	if row.Status != intake.Waiting || o.counted() != 0 {
		t.Fatalf("%s %s %v, %d shares", row.Status, row.State, row.Doubts, o.counted())
	}
	puts, err := o.app.Campaigns.RequestsOf(o.ctx, digest.ID)
	o.must(err)
	each := func(states ...reply.State) intake.Decision {
		d := intake.Decision{Networks: []network.ID{"linkedin"}}
		for i, state := range states {
			d.Items = append(d.Items, intake.Item{Request: puts[i].ID, State: state})
		}
		return d
	}
	for _, wrong := range []intake.Decision{each(reply.Shared, reply.OptOut), {Items: []intake.Item{{Request: 999, State: reply.Shared}}},
		{Items: []intake.Item{{Request: puts[0].ID, State: reply.Shared}, {Request: puts[0].ID, State: reply.Declined}}}} {
		if _, err := o.app.Replies.Decide(o.ctx, row.ID, wrong); !errors.Is(err, workspace.NewFault("reply_request_unknown")) || o.counted() != 0 {
			t.Fatalf("%v: %v, %d shares", wrong.Items, err, o.counted())
		}
	}
	step, err := o.app.Replies.Decide(o.ctx, row.ID, each(reply.Shared, reply.Declined, reply.Shared))
	o.must(err)
	if got := o.requestStates(digest.ID); got != "shared declined shared" || o.counted() != 2 {
		t.Fatalf("%s, %d shares", got, o.counted())
	}
	o.must(o.app.Workspace.Journal.Undo(o.ctx, step))
	if got := o.requestStates(digest.ID); got != "open open open" || o.counted() != 0 {
		t.Fatalf("after undo: %s, %d shares", got, o.counted())
	}
	_, err = o.app.Replies.Decide(o.ctx, row.ID, each(reply.Deferred)) // nothing is said of the others
	o.must(err)
	if got := o.requestStates(digest.ID); got != "deferred open open" {
		t.Fatal(got)
	}
}

// digest sends Léa gives of these titles in one email.
func (o *office) digest(titles ...string) outbox.Message {
	o.Helper()
	topic, err := o.app.Articles.EnsureTopic(o.ctx, "Mesure")
	o.must(err)
	o.must(o.app.Staff.SetTopic(o.ctx, o.lea, topic, staff.Declared, ""))
	for _, title := range titles {
		p, err := o.app.Posts.Create(o.ctx, post.Content{Kind: post.Give, Title: title, Link: "https://www.example.test/" + title, Topics: []int64{topic},
			Variants: []post.Wording{{Network: "linkedin", Language: "fr", Text: title}}})
		o.must(err)
		o.must(o.app.Posts.Approve(o.ctx, p.ID))
	}
	n, err := o.app.Campaigns.DigestNow(o.ctx, campaign.DigestRules{On: true, EveryDays: 30, Most: len(titles)})
	o.must(err)
	if n != 1 {
		o.Fatalf("%d digests", n)
	}
	return o.of(outbox.Digest)[0]
}

func (o *office) requestStates(message int64) string {
	o.Helper()
	puts, err := o.app.Campaigns.RequestsOf(o.ctx, message)
	o.must(err)
	states := make([]string, len(puts))
	for i, p := range puts {
		states[i] = p.State
	}
	return strings.Join(states, " ")
}

func TestALinkOfTheirOwnBecomesASuggestion(t *testing.T) {
	o := newOffice(t)
	row := o.receive("lea@example.test", "hr@example.test", "m1", "À lire, ça peut intéresser les autres : https://www.example.org/un-article")
	if row.Status != intake.Handled || row.State != reply.Suggestion || row.Undo.Article == 0 {
		t.Fatalf("%s %s %v", row.Status, row.State, row.Doubts)
	}
}

func TestAnAcceptedInvitationIsTakenBack(t *testing.T) {
	o := newOffice(t)
	karim, err := o.app.Staff.Add(o.ctx, staff.Card{Name: "Karim", Language: "fr"}, "karim@example.test", false)
	o.must(err)
	_, _, err = o.app.Staff.Invite(o.ctx, []int64{karim})
	o.must(err)
	row := o.receive("karim@example.test", o.of(outbox.Invitation)[0].ReplyTo, "m1", "Oui, je participe !")
	standing := func() staff.Membership {
		p, err := o.app.Staff.Get(o.ctx, karim)
		o.must(err)
		return p.Membership
	}
	if row.Status != intake.Handled || standing() != staff.Active {
		t.Fatalf("%s %s %v: %s", row.Status, row.State, row.Doubts, standing())
	}
	o.must(o.app.Replies.Reopen(o.ctx, row.ID))
	if standing() != staff.Invited {
		t.Errorf("after undo: %s", standing())
	}
}

// Whoever floods the mailbox must not hide the answers of the firm's own people.
func TestStrangersHideNobodysAnswer(t *testing.T) {
	o := newOffice(t)
	own := []int64{o.receive("lea@example.test", "hr@example.test", "own1", "STOP").ID}
	var strange []int64
	for i := range 4 {
		strange = append([]int64{o.receive("bomb@evil.example", "hr@example.test", fmt.Sprintf("bomb%d", i), "I shared it on LinkedIn").ID}, strange...)
	}
	own = append([]int64{o.receive("lea@example.test", "hr@example.test", "own2", "Une question ?").ID}, own...)
	for _, size := range []int{1, 2, 3, 10} {
		var got []int64
		for last := int64(0); ; last = got[len(got)-1] {
			rows, err := o.app.Replies.Waiting(o.ctx, last, size)
			o.must(err)
			for _, row := range rows {
				got = append(got, row.ID)
			}
			if len(rows) < size {
				break
			}
		}
		if want := append(slices.Clone(own), strange...); !slices.Equal(got, want) {
			t.Errorf("in pages of %d: %v, want %v", size, got, want)
		}
	}
}
