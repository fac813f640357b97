package intake

import (
	"context"
	"slices"
	"time"

	"relais/backend/campaign"
	"relais/backend/network"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// Decision is what a person says that a reply means.
type Decision struct {
	State    reply.State
	Networks []network.ID // of shared; those that the reader found where empty
	Until    string       // YYYY-MM-DD; of paused and deferred
	Requests []int64      // which of the message's requests; all where empty
	Put      int64        // the request that a mail without a match answers; 0: none
	Items    []Item       // what it says of each request, where that differs: in place of State, Requests and Put
}

// Item is what a person says that a reply means for one request: shared, read,
// declined or deferred.
type Item struct {
	Request int64
	State   reply.State
}

// Decide records what a person decided, in place of what was recorded before, and
// gives the journal's entry for undo. It fails with "reply_person_unknown" where
// nobody known wrote it, "reply_pause_end" where a pause has no end in the future,
// and "reply_request_unknown" where the state is about a request and none is known.
func (s *Service) Decide(ctx context.Context, id int64, d Decision) (int64, error) {
	var entry int64
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		row, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		if err := s.takeBack(ctx, &row); err != nil {
			return err
		}
		if row.Machine && row.State != reply.Complaint {
			return workspace.NewFault("reply_by_machine")
		}
		m, err := s.matchOf(ctx, row, d)
		if err != nil {
			return err
		}
		answers, err := s.decided(&row, m, d)
		if err != nil {
			return err
		}
		desk := s.bare(ctx)
		if err := desk.follow(ctx, &row, m, answers, ByPerson); err != nil {
			return err
		}
		if err := desk.flush(ctx); err != nil {
			return err
		}
		if row.State == reply.Suggestion {
			if err := s.accept(ctx, &row, m.person); err != nil {
				return err
			}
		}
		if err := s.keep(ctx, nil, []*Row{&row}, said(&row, answers)); err != nil {
			return err
		}
		entry, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "reply.decided", Kind: "reply", ID: id,
			Params: map[string]any{"state": row.State}, Undo: undoEntry{id}})
		return err
	})
	return entry, err
}

func (s *Service) accept(ctx context.Context, row *Row, person staff.Person) error {
	if len(row.Links) == 0 {
		return nil
	}
	var err error
	row.Undo.Article, err = s.library.Propose(ctx, row.Links[0], reply.PlainSubject(row.Subject), person)
	return err
}

// matchOf gives what a stored reply answers.
func (s *Service) matchOf(ctx context.Context, row Row, d Decision) (match, error) {
	m := match{by: row.MatchedBy}
	var err error
	if row.StaffID != nil {
		if m.person, err = s.people.Get(ctx, *row.StaffID); err != nil {
			return m, err
		}
	}
	if row.MessageID != nil {
		if m.message, err = s.outbox.Message(ctx, *row.MessageID); err != nil {
			return m, err
		}
		m.puts, err = s.requests.RequestsOf(ctx, *row.MessageID)
		return m, err
	}
	if m.person.ID == 0 {
		return m, nil
	}
	open, err := s.requests.OpenRequestsOf(ctx, m.person.ID)
	if err != nil {
		return m, err
	}
	for _, p := range open {
		if p.ID == d.Put || d.names(p.ID) || d.Put == 0 && len(d.Items) == 0 && len(open) == 1 {
			m.puts = append(m.puts, p)
		}
	}
	return m, nil
}

func (d Decision) names(request int64) bool {
	return slices.ContainsFunc(d.Items, func(i Item) bool { return i.Request == request })
}

// itemised applies a person's choice for each request.
func itemised(row *Row, m match, d Decision) ([]answer, error) {
	answers := make([]answer, 0, len(d.Items))
	for _, item := range d.Items {
		i := slices.IndexFunc(m.puts, func(p campaign.Put) bool { return p.ID == item.Request })
		twice := slices.ContainsFunc(answers, func(a answer) bool { return a.put.ID == item.Request })
		if i < 0 || twice || !aboutRequest(item.State) {
			return nil, workspace.NewFault("reply_request_unknown")
		}
		answers = append(answers, answer{m.puts[i], item.State})
	}
	row.State = overall(answers)
	return answers, nil
}

// decided applies a person's choice to the row and gives what it means for each request.
func (s *Service) decided(row *Row, m match, d Decision) ([]answer, error) {
	row.State, row.Doubts = d.State, nil
	if len(d.Networks) > 0 {
		row.Networks = d.Networks
	}
	if d.Until != "" {
		row.UntilOn = d.Until
	}
	if len(d.Items) > 0 {
		return itemised(row, m, d)
	}
	answers := []answer{}
	if aboutRequest(d.State) {
		if len(row.Items) > 0 && d.State == row.Proposed && len(d.Requests) == 0 {
			answers = answersOf(row, m)
			row.Doubts = nil
		}
		for _, p := range m.puts {
			if len(row.Items) == 0 || len(d.Requests) > 0 {
				if len(d.Requests) == 0 || slices.Contains(d.Requests, p.ID) {
					answers = append(answers, answer{p, d.State})
				}
			}
		}
		if len(answers) == 0 && d.State != reply.ReadOnly && d.State != reply.Declined && d.State != reply.Deferred {
			return nil, workspace.NewFault("reply_request_unknown")
		}
	}
	needsPerson := slices.Contains([]reply.State{reply.OptOut, reply.Paused, reply.Accepted, reply.Refused}, d.State)
	if needsPerson && m.person.ID == 0 {
		return nil, workspace.NewFault("reply_person_unknown")
	}
	if d.State == reply.Paused && row.UntilOn <= s.ws.Now().Format(time.DateOnly) {
		return nil, workspace.NewFault("reply_pause_end")
	}
	return answers, nil
}

// Reopen takes back what followed from a reply and puts it before a person
// again. A mail that was taken for a machine's is a person's from then on.
func (s *Service) Reopen(ctx context.Context, id int64) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		row, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		if row.Status == Waiting {
			return workspace.NewFault("undo_gone")
		}
		if row.Status == Ignored {
			row.Machine, row.Proposed = false, reply.Review
		}
		if err := s.takeBack(ctx, &row); err != nil {
			return err
		}
		row.State, row.Status, row.DecidedBy = row.Proposed, Waiting, ByPerson
		return s.keep(ctx, nil, []*Row{&row}, nil)
	})
}

// Assign says who wrote a waiting reply that came from an address nobody is known
// to have. With remember the address is theirs from then on, and the reply is read
// again with that knowledge.
func (s *Service) Assign(ctx context.Context, id, staffID int64, remember bool) error {
	row, err := s.Get(ctx, id)
	if err != nil {
		return err
	}
	if row.Status != Waiting {
		return workspace.NewFault("undo_gone")
	}
	err = s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if _, err := s.people.Get(ctx, staffID); err != nil {
			return err
		}
		if remember {
			if err := s.people.AddAddress(ctx, staffID, row.Sender, false); err != nil {
				return err
			}
		}
		return s.ws.DB.Write(ctx).Model(&Row{}).Where("id = ?", id).Update("staff_id", staffID).Error
	})
	if err != nil || !remember || row.DecidedBy == ByPerson {
		return err
	}
	return s.retake(ctx, row.InboundID)
}

// Choices gives the requests that a waiting reply may be about.
func (s *Service) Choices(ctx context.Context, row Row) ([]campaign.Put, outbox.Kind, error) {
	if row.MessageID != nil {
		message, err := s.outbox.Message(ctx, *row.MessageID)
		if err != nil {
			return nil, "", err
		}
		puts, err := s.requests.RequestsOf(ctx, *row.MessageID)
		return puts, message.Kind, err
	}
	if row.StaffID == nil {
		return []campaign.Put{}, "", nil
	}
	puts, err := s.requests.OpenRequestsOf(ctx, *row.StaffID)
	return puts, "", err
}
