package torture

import (
	"context"
	"fmt"
	"math/rand/v2"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/outbox"
)

// sayings are what people write, and what it means for the request.
var sayings = []struct{ state, text string }{
	{campaign.Shared, "Shared on LinkedIn"},
	{campaign.Shared, "I shared it on LinkedIn this morning, thanks!"},
	{campaign.Shared, "Shared on LinkedIn"},
	{campaign.Read, "Read, not sharing"},
	{campaign.Declined, "Not this one"},
	{campaign.Deferred, "Later"},
	{campaign.Deferred, "Later"},
}

// answers writes what people answer to requests and reminders that have left. Now and then somebody says it twice.
func (w *world) answers(ctx context.Context, a *app.App) (raws [][]byte) {
	rows, err := a.Outbox.List(ctx, outbox.Filter{States: []outbox.State{outbox.Sent}, Limit: 60})
	w.must(err)
	for _, m := range rows {
		if m.Kind != outbox.Request && m.Kind != outbox.Reminder || m.Recipient == "vacation@example.test" {
			continue
		}
		before, answered := w.said[m.ID]
		switch {
		case answered && before.State == campaign.Shared && rand.IntN(20) == 0:
			raws = append(raws, w.reply(m, fmt.Sprintf("again.%d.%d", w.done, m.ID), "As I said: shared on LinkedIn."))
		case answered || rand.IntN(3) == 0:
		case m.Kind == outbox.Reminder:
			w.said[m.ID] = campaign.Closing{State: campaign.Shared}
			raws = append(raws, w.reply(m, fmt.Sprintf("reminded.%d", m.ID), "Shared on LinkedIn"))
		default:
			s := sayings[rand.IntN(len(sayings))]
			w.said[m.ID] = campaign.Closing{State: s.state}
			raws = append(raws, w.reply(m, fmt.Sprintf("said.%d", m.ID), s.text))
		}
	}
	return raws
}

func (w *world) reply(m outbox.Message, id, text string) []byte {
	return w.mail(m.Recipient, m.ReplyTo, id, m.HeaderID, "Re: "+m.Subject, text)
}

// mail writes a message and remembers that it has to be taken in.
func (w *world) mail(from, to, id, answers, subject, text string) []byte {
	id = "<" + id + "@example.test>"
	w.replies[id] = true
	head := "From: " + from + "\r\nTo: " + to + "\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\nMessage-ID: " + id + "\r\nSubject: " + subject + "\r\n"
	if answers != "" {
		head += "In-Reply-To: " + answers + "\r\n"
	}
	return []byte(head + "\r\n" + text + "\r\n")
}
