package intake

import (
	"context"
	"net/mail"
	"slices"
	"time"

	"relais/backend/campaign"
	"relais/backend/mailbox"
	"relais/backend/network"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// handle follows up on one message. A cautious handling records nothing and leaves
// all to a person, with the code as its reason.
func (t *sitting) handle(ctx context.Context, d *received, row *Row, again bool, cautious string) error {
	s := t.s
	if again {
		t.doubles.forget(*row)
		if err := t.takeBack(ctx, row); err != nil {
			return err
		}
	}
	m, err := t.match(ctx, d)
	if err != nil {
		return err
	}
	if about := circumstances(m, len(m.puts) > 1, t.trust); !d.read || d.about != about {
		d.understand(about)
	}
	r := d.reading
	s.fill(row, d.in, r, m)
	s.date(row, d.in, d.mail.Get("Date"))
	leavesByInvitation(row, m)
	if t.doubles.holds(*row) {
		row.State, row.Proposed, row.Status = Duplicate, Duplicate, Ignored
		return nil
	}
	if r.Machine {
		defer t.clear(m)
		return t.machine(ctx, row, m)
	}
	if cautious != "" {
		row.Doubts = append(row.Doubts, cautious)
	}
	if strayJunk(d, m) {
		row.State, row.Proposed, row.Status = Unwanted, Unwanted, Ignored
		return nil
	}
	if m.by == byToken && m.unsettled {
		if err := t.arrived(ctx, m, outbox.ByReply); err != nil {
			return err
		}
	}
	answers := answersOf(row, m)
	if err := t.settle(ctx, row, m, answers, r.Action == reply.Record && cautious == ""); err != nil {
		return err
	}
	t.said = append(t.said, said(row, answers)...)
	return nil
}

// strayJunk is what the server took for unwanted, from nobody known, that answers
// nothing and decides nothing: a thousand of them must not hide the one that
// counts. A farewell from a private address still waits for a person.
func strayJunk(d *received, m match) bool {
	r := d.reading
	undecided := r.State == reply.Review || r.State == reply.Question || r.State == reply.Suggestion
	answers := m.message.ID != 0 || len(d.tokens) > 0 || d.mail.Get("In-Reply-To") != "" || d.mail.Get("References") != ""
	return d.in.Role == mailbox.Junk && m.person.ID == 0 && !answers && undecided && !r.MayLeave
}

// takeBack undoes what followed from an earlier reading, on the desk too.
func (t *sitting) takeBack(ctx context.Context, row *Row) error {
	was := match{}
	if row.StaffID != nil {
		was.person.ID = *row.StaffID
	}
	for _, b := range row.Undo.Requests {
		was.puts = append(was.puts, campaign.Put{ID: b.ID})
	}
	t.clear(was)
	if err := t.flush(ctx); err != nil {
		return err
	}
	return t.s.takeBack(ctx, row)
}

// circumstances are what the reader may know of the message that is answered.
func circumstances(m match, numbered bool, server string) reply.Circumstances {
	return reply.Circumstances{Language: m.message.Language, OwnText: m.message.Text,
		Invitation: m.message.Kind == outbox.Invitation, Numbered: numbered, Server: server}
}

func (s *Service) fill(row *Row, in mailbox.Inbound, r reply.Reading, m match) {
	row.InboundID, row.ReceivedAt, row.ReaderVersion = in.ID, in.InternalDate, reply.ReaderVersion
	row.Machine, row.Proposed, row.State, row.Status = r.Machine, r.State, r.State, Waiting
	row.Networks, row.Figures, row.Audiences, row.Items, row.Links = r.Networks, r.Figures, r.Audiences, r.Items, r.Links
	row.URLs = nil
	for _, proof := range r.Proofs {
		row.URLs = append(row.URLs, proof.Clean)
	}
	row.Language, row.Text, row.Marks, row.Sender, row.Subject, row.HeaderID = r.Language, r.Fresh, r.Marks, r.From, r.Subject, r.MessageID
	row.Doubts = unique(append(slices.Clone(r.Doubts), m.doubts...))
	row.MatchedBy, row.MessageID, row.StaffID = m.by, idOf(m.message.ID), idOf(m.person.ID)
	row.DecidedBy, row.DecidedAt, row.Undo = "", nil, Undo{}
	row.MayLeave = r.MayLeave
	row.UntilOn = ""
	if r.State == reply.Paused || r.State == reply.Deferred {
		row.UntilOn = reply.UntilDate(r.Fresh, in.InternalDate.Time())
	}
}

// leavesByInvitation reads words of leaving in answer to an old invitation as such
// where the person has joined since: 'STOP' works from any mail they ever got.
func leavesByInvitation(row *Row, m match) {
	joined := m.person.Membership == staff.Active || m.person.Membership == staff.Paused
	if row.State == reply.Refused && row.MayLeave && joined {
		row.State, row.Proposed = reply.OptOut, reply.OptOut
	}
}

// date settles when the mail came. Where the server's date or the sender's cannot
// be right, it is the moment of storing, and a person looks at it.
func (s *Service) date(row *Row, in mailbox.Inbound, header string) {
	const slack = 30 * 24 * time.Hour // clocks that are wrong by a little harm nobody
	stored, came := in.StoredAt.Time(), in.InternalDate.Time()
	early := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	strange := came.After(stored.Add(slack)) || came.Before(early)
	if strange {
		row.ReceivedAt = in.StoredAt
	}
	if sent, err := mail.ParseDate(header); err == nil {
		strange = strange || sent.After(stored.Add(slack)) || sent.Before(early)
	}
	if strange {
		row.Doubts = unique(append(row.Doubts, "date_strange"))
	}
}

func idOf(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

func unique(codes []string) []string {
	out := []string{}
	for _, c := range codes {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// machine follows up on what a machine wrote: it proves that a message left, or
// that an address does not work. A complaint is somebody who wants out: a person
// looks at it.
func (d *desk) machine(ctx context.Context, row *Row, m match) error {
	row.Status = Ignored
	if m.message.ID == 0 {
		return nil
	}
	switch row.State {
	case reply.BounceHard, reply.BounceSoft:
		if m.unsettled {
			if err := d.arrived(ctx, m, outbox.ByBounce); err != nil {
				return err
			}
		}
		kind := staff.BounceSoft
		if row.State == reply.BounceHard {
			kind = staff.BounceHard
		}
		if m.message.Recipient == "" {
			return nil
		}
		return d.s.people.MarkBounced(ctx, m.message.Recipient, kind)
	case reply.AutoReply, reply.Delivered, reply.ReadReceipt, reply.Delayed:
		if !m.unsettled {
			return nil
		}
		return d.arrived(ctx, m, outbox.ByReply)
	case reply.Complaint:
		row.Status, row.Proposed = Waiting, reply.OptOut
		row.Doubts = append(row.Doubts, "complaint")
	}
	return nil
}

// arrived settles a message that an answer proves to have left; its requests move with it.
func (d *desk) arrived(ctx context.Context, m match, by outbox.Evidence) error {
	if err := d.flush(ctx); err != nil {
		return err
	}
	d.clear(m)
	return d.s.outbox.Arrived(ctx, m.message.ID, by)
}

// answer is what a reply says of one request.
type answer struct {
	put   campaign.Put
	state reply.State
}

// answersOf gives what a reply says of each request of its message. Where the
// items of a digest are named, each gets its own; where they are not, a share is
// a question of which one.
func answersOf(row *Row, m match) []answer {
	answers := []answer{}
	if len(row.Items) > 0 && len(m.puts) > 1 {
		sure := true
		for _, item := range row.Items {
			i := slices.IndexFunc(m.puts, func(p campaign.Put) bool { return p.Number == item.Number })
			if i < 0 || !aboutRequest(item.State) {
				sure = false
				continue
			}
			answers = append(answers, answer{m.puts[i], item.State})
		}
		if sure {
			// The numbers are those of this very digest: what made the reader ask is settled.
			row.Doubts = slices.DeleteFunc(row.Doubts, func(code string) bool { return code == "numbered" || code == "mixed" })
			row.Proposed = overall(answers)
			row.State = row.Proposed
			return answers
		}
		row.Doubts = unique(append(row.Doubts, "item_unknown"))
		return answers
	}
	if !aboutRequest(row.State) {
		return answers
	}
	for _, put := range m.puts {
		answers = append(answers, answer{put, row.State})
	}
	if len(m.puts) > 1 && row.State == reply.Shared {
		row.Doubts = unique(append(row.Doubts, "which_one"))
	}
	return answers
}

// overall is the state of a reply whose items differ, by precedence.
func overall(answers []answer) reply.State {
	for _, state := range []reply.State{reply.Shared, reply.Deferred, reply.Declined, reply.ReadOnly} {
		if slices.ContainsFunc(answers, func(a answer) bool { return a.state == state }) {
			return state
		}
	}
	return reply.Review
}

func aboutRequest(state reply.State) bool {
	return state == reply.Shared || state == reply.ReadOnly || state == reply.Declined || state == reply.Deferred
}

// settle acts where everything is sure, and else leaves the reply to a person.
func (d *desk) settle(ctx context.Context, row *Row, m match, answers []answer, sure bool) error {
	if suggestion := d.s.unasked(row, m); suggestion {
		return d.s.propose(ctx, row, m.person)
	}
	if m.message.ID == 0 && len(m.doubts) == 0 {
		row.Doubts = append(row.Doubts, "no_match")
	}
	itemised := len(row.Items) > 0 && len(answers) > 0 && len(row.Doubts) == 0
	d.s.examine(row, m, answers)
	if len(row.Doubts) > 0 || !sure && !itemised {
		row.Status = Waiting
		return nil
	}
	return d.follow(ctx, row, m, answers, ByReader)
}

// examine finds what only the ledger and the programme know: contradictions, and
// answers that do not fit what was asked.
func (s *Service) examine(row *Row, m match, answers []answer) {
	add := func(cond bool, code string) {
		if cond {
			row.Doubts = unique(append(row.Doubts, code))
		}
	}
	invitation := m.message.Kind == outbox.Invitation
	add(m.person.ID == 0, "unknown_sender")
	add((row.State == reply.Accepted || row.State == reply.Refused) && !invitation, "not_an_invitation")
	add(invitation && aboutRequest(row.State), "nothing_asked")
	add(!invitation && m.message.ID != 0 && aboutRequest(row.State) && len(answers) == 0, "nothing_asked")
	add(row.State == reply.Paused && m.person.ID != 0 && m.person.Membership != staff.Active && m.person.Membership != staff.Paused, "membership_not_member")
	add(row.State == reply.Paused && row.UntilOn == "", "pause_without_end")
	add(row.State == reply.Paused && row.UntilOn != "" && row.UntilOn <= s.ws.Now().Format(time.DateOnly), "pause_over")
	for _, a := range answers {
		add(contradicts(a.put.State, a.state), "contradicts")
	}
	add(invitation && row.State == reply.Accepted && m.person.Membership == staff.Left, "contradicts")
	add(invitation && row.State == reply.Accepted && m.person.Membership == staff.Refused, "contradicts")
	add(invitation && row.State == reply.Refused && m.person.Membership == staff.Active, "contradicts")
}

// contradicts says whether a new answer takes an earlier one back. To share after
// having read it or put it off is no contradiction; nor is the same answer again.
func contradicts(before string, now reply.State) bool {
	switch before {
	case campaign.Shared, campaign.Declined:
		return string(now) != before
	case campaign.Read:
		return now == reply.Declined || now == reply.Deferred
	default:
		return false
	}
}

// unasked is a mail that answers nothing and proposes a link: staff may write on
// their own.
func (s *Service) unasked(row *Row, m match) bool {
	return m.message.ID == 0 && m.person.ID != 0 && len(row.Links) > 0 && row.State != reply.OptOut && row.State != reply.Paused &&
		(row.State == reply.Suggestion || row.State == reply.Review || row.State == reply.Question) &&
		!slices.ContainsFunc(row.Doubts, func(c string) bool { return c == "dmarc_fail" || c == "several_senders" || c == "token_foreign" })
}

// propose puts the link into the library's inbox, under the person's name.
func (s *Service) propose(ctx context.Context, row *Row, person staff.Person) error {
	id, err := s.library.Propose(ctx, row.Links[0], reply.PlainSubject(row.Subject), person)
	if err != nil {
		return err
	}
	now := workspace.At(s.ws.Now())
	row.Proposed, row.State, row.Status, row.DecidedBy, row.DecidedAt = reply.Suggestion, reply.Suggestion, Handled, ByReader, &now
	row.Doubts, row.Undo.Article = nil, id
	return nil
}

func strs(ids []network.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
