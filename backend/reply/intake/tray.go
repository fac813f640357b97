package intake

import (
	"context"

	"relais/backend/campaign"
	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// tray holds what follows from replies and is still to be written. The desk knows
// it already; whoever asks the database, or changes it by another way, flushes first.
type tray struct {
	at      workspace.Instant // when requests are answered
	answers []campaign.Answered
	reports []share.Report
	steps   []staff.Step
	letters []Letter
	replies []*Row // that the letters answer
}

// answered notes an answer to a request.
func (d *desk) answered(a campaign.Answered) {
	d.answers = append(d.answers, a)
	d.stands(a.After(d.at))
}

// moved notes that a person stands elsewhere.
func (d *desk) moved(t staff.Step) {
	d.steps = append(d.steps, t)
	if _, known := d.people[t.Person.ID]; known {
		d.people[t.Person.ID] = t.After()
	}
}

// send notes a letter that follows a reply.
func (d *desk) send(row *Row, letter Letter) {
	d.letters, d.replies = append(d.letters, letter), append(d.replies, row)
}

// flush writes what was noted, and tells the replies which letters were queued.
func (d *desk) flush(ctx context.Context) error {
	out := d.tray
	d.tray = tray{at: out.at}
	if len(out.answers) > 0 {
		if err := d.s.requests.AnswerAll(ctx, out.at, out.answers); err != nil {
			return err
		}
	}
	if len(out.reports) > 0 {
		if _, err := d.s.ledger.RecordAll(ctx, out.reports); err != nil {
			return err
		}
	}
	if len(out.steps) > 0 {
		if err := d.s.people.SetMemberships(ctx, out.steps); err != nil {
			return err
		}
	}
	if len(out.letters) == 0 {
		return nil
	}
	ids, err := d.s.letters.Write(ctx, out.letters)
	for i, id := range ids {
		if id != 0 {
			out.replies[i].Undo.Queued = append(out.replies[i].Undo.Queued, id)
		}
	}
	return err
}
