package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"relais/backend/campaign"
	"relais/backend/outbox"
	"relais/backend/reply"
	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// follow notes what a reply calls for, and with the reply how to take it back.
func (d *desk) follow(ctx context.Context, row *Row, m match, answers []answer, by string) error {
	now := workspace.At(d.s.ws.Now())
	row.Status, row.DecidedBy, row.DecidedAt = Handled, by, &now
	for _, a := range answers {
		d.answer(row, a)
	}
	if err := d.membership(ctx, row, m); err != nil {
		return err
	}
	d.write(row, m, answers)
	return nil
}

// answer closes a request and reports its shares.
func (d *desk) answer(row *Row, a answer) {
	if a.state == reply.ReadOnly && a.put.State == campaign.Shared {
		return // 'a good read' after having shared it takes nothing back
	}
	row.Undo.Requests = append(row.Undo.Requests, campaign.BeforeOf(a.put))
	d.answered(campaign.Answered{Put: a.put, Closing: campaign.Closing{State: string(a.state), ReplyID: row.ID, DeferredUntil: deferredUntil(row, a.state)}})
	if a.state != reply.Shared {
		return
	}
	figures := make(map[string]int64, len(row.Figures))
	for kind, value := range row.Figures {
		figures[kind] = int64(value)
	}
	row.Undo.Shares = true
	d.reports = append(d.reports, share.Report{
		RequestID: a.put.ID, PostID: a.put.PostID, StaffID: a.put.StaffID, ReplyID: row.ID, InboundID: row.InboundID,
		Networks: networksOf(row, a), URLs: row.URLs, Figures: figures, Words: words(row), On: row.ReceivedAt.Time(),
	})
}

// networksOf gives the networks that were named; where none was and the person was
// offered one alone, it is that one. Of several nobody can say: 'unspecified'.
func networksOf(row *Row, a answer) []string {
	if len(row.Networks) > 0 || len(row.URLs) > 0 {
		return strs(row.Networks)
	}
	if len(a.put.Networks) == 1 {
		return strs(a.put.Networks)
	}
	return nil
}

func deferredUntil(row *Row, state reply.State) string {
	if state == reply.Deferred {
		return row.UntilOn
	}
	return ""
}

// words are those of the message that decided, as evidence in the ledger: the
// marked ones, or its beginning.
func words(row *Row) string {
	if len(row.Marks) > 0 {
		from, to := row.Marks[0].From, row.Marks[0].To
		for _, mark := range row.Marks {
			from, to = min(from, mark.From), max(to, mark.To)
		}
		if from >= 0 && to <= len(row.Text) && from < to && to-from <= 300 {
			return row.Text[from:to]
		}
	}
	if runes := []rune(row.Text); len(runes) > 200 {
		return string(runes[:200]) + "…"
	}
	return row.Text
}

// membership changes where the person stands.
func (d *desk) membership(ctx context.Context, row *Row, m match) error {
	change := staff.Change{Origin: staff.OriginReply, InboundID: &row.InboundID, Words: words(row)}
	switch row.State {
	case reply.OptOut:
		change.State = staff.Left
		if m.message.Kind == outbox.Invitation && m.person.Membership == staff.Invited {
			change.State = staff.Refused
		}
	case reply.Paused:
		change.State, change.Until = staff.Paused, row.UntilOn
	case reply.Accepted:
		change.State, change.Asked = staff.Active, true
	case reply.Refused:
		change.State = staff.Refused
	default:
		return nil
	}
	row.Undo.Membership = &Standing{State: string(m.person.Membership)}
	if m.person.PausedUntil != nil {
		row.Undo.Membership.Until = *m.person.PausedUntil
	}
	if m.person.Membership != change.State || change.State == staff.Paused { // else it would change nothing
		d.moved(staff.Step{Person: m.person, Change: change})
	}
	if row.State != reply.Accepted || len(row.Audiences) == 0 {
		return nil
	}
	if err := d.flush(ctx); err != nil { // an audience changes shares that stand
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(row.Audiences)) {
		size := int64(row.Audiences[id])
		figure := staff.Figure{Network: id, Size: &size, AsOf: row.ReceivedAt.Time().Format("2006-01-02"), Origin: staff.OriginReply, InboundID: &row.InboundID}
		if err := d.s.people.SetAudience(ctx, m.person.ID, figure); err != nil {
			return fmt.Errorf("intake: audience: %w", err)
		}
	}
	return nil
}

// write notes the letters that may follow by themselves.
func (d *desk) write(row *Row, m match, answers []answer) {
	switch row.State {
	case reply.Shared:
		for _, a := range answers {
			if a.state == reply.Shared && a.put.State != campaign.Shared {
				d.send(row, Letter{Kind: outbox.Thanks, Person: m.person, Title: a.put.Title, Networks: row.Networks, InReplyTo: row.HeaderID})
				break
			}
		}
	case reply.OptOut:
		if m.person.Membership != staff.Left { // who says it again has had the one confirmation
			d.send(row, Letter{Kind: outbox.Confirmation, Person: m.person, InReplyTo: row.HeaderID})
		}
	}
}

// takeBack undoes what followed from a reply.
func (s *Service) takeBack(ctx context.Context, row *Row) error {
	for i := len(row.Undo.Requests) - 1; i >= 0; i-- {
		if err := s.requests.Reopen(ctx, row.Undo.Requests[i]); err != nil {
			return err
		}
	}
	if row.Undo.Shares {
		if err := s.ledger.Withdraw(ctx, row.InboundID); err != nil {
			return err
		}
	}
	if was := row.Undo.Membership; was != nil && row.StaffID != nil {
		change := staff.Change{State: staff.Membership(was.State), Until: was.Until, Origin: staff.OriginHR, Undo: true, InboundID: &row.InboundID, Words: "undo"}
		if err := s.people.SetMembership(ctx, *row.StaffID, change); err != nil {
			return err
		}
	}
	if len(row.Undo.Queued) > 0 {
		if _, err := s.outbox.Cancel(ctx, "undone", row.Undo.Queued...); err != nil {
			return err
		}
	}
	row.Undo, row.DecidedBy, row.DecidedAt = Undo{}, "", nil
	return s.ws.DB.Write(ctx).Delete(&requestRow{}, "reply_id = ?", row.ID).Error
}

// undoEntry is the journal's data of a decision.
type undoEntry struct {
	Reply int64 `json:"reply"`
}

func (s *Service) undoDecision(ctx context.Context, data json.RawMessage) error {
	var e undoEntry
	if err := json.Unmarshal(data, &e); err != nil {
		return fmt.Errorf("intake: undo: %w", err)
	}
	return s.Reopen(ctx, e.Reply)
}
