package window

import (
	"context"

	"relais/backend/outbox"
)

// StuckMessage is a message that needs a person: nobody knows whether it left, it was refused, or a restore holds it.
type StuckMessage struct {
	ID        int64  `json:"id"`
	Kind      string `json:"kind"`
	Recipient string `json:"recipient"`
	Subject   string `json:"subject"`
	State     string `json:"state"` // unknown, rejected, deferred or quarantined
	Reason    string `json:"reason"`
	At        string `json:"at"`
}

// Stuck lists messages that did not leave, or of which nobody knows: at most 200, newest first.
func (c *Account) Stuck() ([]StuckMessage, error) {
	return call(c.w.app, "Account.Stuck", func() ([]StuckMessage, error) {
		ctx := context.Background()
		rows, err := c.w.app.Outbox.List(ctx, outbox.Filter{States: []outbox.State{outbox.Unknown, outbox.Rejected, outbox.Deferred, outbox.Queued}})
		if err != nil {
			return nil, err
		}
		out := []StuckMessage{}
		for _, m := range rows {
			state := string(m.State)
			switch {
			case m.Quarantined:
				state = "quarantined"
			case m.State == outbox.Queued:
				continue // on its way
			}
			line := StuckMessage{ID: m.ID, Kind: string(m.Kind), Recipient: m.Recipient, Subject: m.Subject, State: state, At: (&m.ChangedAt).RFC3339()}
			attempts, err := c.w.app.Outbox.Attempts(ctx, m.ID)
			if err != nil {
				return nil, err
			}
			if len(attempts) > 0 {
				line.Reason = attempts[len(attempts)-1].SMTPText
			}
			out = append(out, line)
		}
		return out, nil
	})
}

// Arrived says that an unknown message did arrive.
func (c *Account) Arrived(id int64) error {
	return do(c.w.app, "Account.Arrived", func() error { return c.w.app.Outbox.Arrived(context.Background(), id, outbox.ByPerson) })
}

// SendAgain says that an unknown message did not arrive: it is queued again.
func (c *Account) SendAgain(id int64) error {
	return do(c.w.app, "Account.SendAgain", func() error { return c.w.app.Outbox.SendAgain(context.Background(), id) })
}

// Release lets a message that a restore held back go.
func (c *Account) Release(id int64) error {
	return do(c.w.app, "Account.Release", func() error { return c.w.app.Outbox.Release(context.Background(), id) })
}

// Withdraw takes a message that has not left out of the queue.
func (c *Account) Withdraw(id int64) error {
	return do(c.w.app, "Account.Withdraw", func() error {
		_, err := c.w.app.Outbox.Cancel(context.Background(), "by_person", id)
		return err
	})
}
