package window

import (
	"context"
	"slices"

	"relais/app"
	"relais/backend/network"
	"relais/backend/reply"
	"relais/backend/reply/intake"
)

// Replies is the screen of answers: what needs a person, and what was handled.
type Replies struct{ w *Window }

// Reply is one answer as the page shows it.
type Reply struct {
	ID         int64          `json:"id"`
	StaffID    int64          `json:"staffId"`
	Name       string         `json:"name"`
	Sender     string         `json:"sender"`
	Subject    string         `json:"subject"`
	Parts      []ReplyPart    `json:"parts"`
	Proposed   string         `json:"proposed"`
	State      string         `json:"state"`
	Status     string         `json:"status"`
	DecidedBy  string         `json:"decidedBy"`
	Doubts     []string       `json:"doubts"`
	Networks   []string       `json:"networks"`
	URLs       []string       `json:"urls"`
	Figures    map[string]int `json:"figures"`
	Audiences  map[string]int `json:"audiences"`
	Links      []string       `json:"links"`
	Until      string         `json:"until"`
	Language   string         `json:"language"`
	ReceivedAt string         `json:"receivedAt"`
	MessageID  int64          `json:"messageId"`
	Kind       string         `json:"kind"`
	Requests   []ReplyRequest `json:"requests"`
}

// ReplyPart is a piece of a message; marked where its words led to the proposal.
type ReplyPart struct {
	Text string `json:"text"`
	Mark bool   `json:"mark"`
}

// ReplyRequest is a post that the reply may be about.
type ReplyRequest struct {
	ID       int64    `json:"id"`
	Number   int      `json:"number"`
	PostID   int64    `json:"postId"`
	Title    string   `json:"title"`
	State    string   `json:"state"`
	Said     string   `json:"said"` // what the message was read to say of it; "" for nothing
	Networks []string `json:"networks"`
}

// ReplyPage is a page of answers and how many there are of each status.
type ReplyPage struct {
	Rows    []Reply `json:"rows"`
	Waiting int     `json:"waiting"`
	Handled int     `json:"handled"`
	Ignored int     `json:"ignored"`
	More    bool    `json:"more"`
}

// ReplyDecision is what a person says that an answer means.
type ReplyDecision struct {
	State    string   `json:"state"`
	Networks []string `json:"networks"`
	Until    string   `json:"until"`
	Requests []int64  `json:"requests"`
	Put      int64    `json:"put"`
	// Items say it of each request, where that differs; in place of state, requests and put.
	Items []ReplyItem `json:"items"`
}

// ReplyItem is what an answer means for one request: shared, read, declined or deferred.
type ReplyItem struct {
	Request int64  `json:"request"`
	State   string `json:"state"`
}

const replyPage = 50

// List gives a page of answers of one status (waiting, handled or ignored), the
// newest first, and of those that wait strangers' last; before is the id of the last one of the page above, or 0.
func (r *Replies) List(status string, before int64) (ReplyPage, error) {
	return call(r.w.app, "Replies.List", func() (ReplyPage, error) {
		ctx := r.w.work()
		page := ReplyPage{Rows: []Reply{}}
		counts, err := r.w.app.Replies.Counts(ctx)
		if err != nil {
			return page, err
		}
		page.Waiting, page.Handled, page.Ignored = counts[intake.Waiting], counts[intake.Handled], counts[intake.Ignored]
		rows, err := repliesOf(ctx, r.w.app, intake.Status(status), before)
		if err != nil {
			return page, err
		}
		if page.More = len(rows) > replyPage; page.More {
			rows = rows[:replyPage]
		}
		for _, row := range rows {
			one, err := wireReply(ctx, r.w.app, row)
			if err != nil {
				return page, err
			}
			page.Rows = append(page.Rows, one)
		}
		return page, nil
	})
}

// repliesOf gives a page and one more.
func repliesOf(ctx context.Context, a *app.App, status intake.Status, before int64) ([]intake.Row, error) {
	if status == intake.Waiting {
		return a.Replies.Waiting(ctx, before, replyPage+1)
	}
	return a.Replies.List(ctx, intake.Filter{Status: status, Before: before, Limit: replyPage + 1})
}

// Get gives one answer.
func (r *Replies) Get(id int64) (Reply, error) {
	return call(r.w.app, "Replies.Get", func() (Reply, error) {
		row, err := r.w.app.Replies.Get(r.w.work(), id)
		if err != nil {
			return Reply{}, err
		}
		return wireReply(r.w.work(), r.w.app, row)
	})
}

// Decide records what a person decided and gives the step to undo it.
func (r *Replies) Decide(id int64, d ReplyDecision) (int64, error) {
	return call(r.w.app, "Replies.Decide", func() (int64, error) {
		networks := make([]network.ID, len(d.Networks))
		for i, n := range d.Networks {
			networks[i] = network.ID(n)
		}
		items := make([]intake.Item, len(d.Items))
		for i, item := range d.Items {
			items[i] = intake.Item{Request: item.Request, State: reply.State(item.State)}
		}
		return r.w.app.Replies.Decide(r.w.work(), id, intake.Decision{State: reply.State(d.State), Networks: networks,
			Until: d.Until, Requests: d.Requests, Put: d.Put, Items: items})
	})
}

// Reopen takes back what followed from an answer, or that it was taken for a machine's, and puts it before a person again.
func (r *Replies) Reopen(id int64) error {
	return do(r.w.app, "Replies.Reopen", func() error { return r.w.app.Replies.Reopen(r.w.work(), id) })
}

// Assign says who wrote an answer that came from an unknown address; remember keeps the address as theirs and has the
// answer read again.
func (r *Replies) Assign(id, staffID int64, remember bool) error {
	return do(r.w.app, "Replies.Assign", func() error { return r.w.app.Replies.Assign(r.w.work(), id, staffID, remember) })
}

// ReadAgain lets the newest reader read what an older one read.
func (r *Replies) ReadAgain() (int64, error) {
	return call(r.w.app, "Replies.ReadAgain", func() (int64, error) {
		return app.StartReadingAgain(r.w.app)
	})
}

func wireReply(ctx context.Context, a *app.App, row intake.Row) (Reply, error) {
	out := Reply{ID: row.ID, Sender: row.Sender, Subject: row.Subject, Parts: replyParts(row), Proposed: string(row.Proposed), State: string(row.State),
		Status: string(row.Status), DecidedBy: row.DecidedBy, Doubts: append([]string{}, row.Doubts...), Networks: names(row.Networks),
		URLs: append([]string{}, row.URLs...), Figures: row.Figures, Audiences: map[string]int{}, Links: append([]string{}, row.Links...),
		Until: row.UntilOn, Language: row.Language, ReceivedAt: row.ReceivedAt.RFC3339(), Requests: []ReplyRequest{}}
	for id, size := range row.Audiences {
		out.Audiences[string(id)] = size
	}
	if row.MessageID != nil {
		out.MessageID = *row.MessageID
	}
	if row.StaffID != nil {
		person, err := a.Staff.Get(ctx, *row.StaffID)
		if err != nil {
			return out, err
		}
		out.StaffID, out.Name = person.ID, person.Name
	}
	if row.Machine && row.Status == intake.Ignored {
		return out, nil
	}
	puts, kind, err := a.Replies.Choices(ctx, row)
	if err != nil {
		return out, err
	}
	out.Kind = string(kind)
	for _, p := range puts {
		out.Requests = append(out.Requests, ReplyRequest{ID: p.ID, Number: p.Number, PostID: p.PostID, Title: p.Title, State: p.State, Said: said(row, p.Number), Networks: names(p.Networks)})
	}
	return out, nil
}

// said gives what the reader found a message to say of a numbered item.
func said(row intake.Row, number int) string {
	for _, item := range row.Items {
		if item.Number == number {
			return string(item.State)
		}
	}
	return ""
}

func names(ids []network.ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// replyParts cuts the text at the words that decided.
func replyParts(row intake.Row) []ReplyPart {
	marks := slices.Clone(row.Marks)
	slices.SortFunc(marks, func(a, b reply.Span) int { return a.From - b.From })
	parts, at := []ReplyPart{}, 0
	for _, mark := range marks {
		if mark.From < at || mark.To > len(row.Text) || mark.From >= mark.To {
			continue
		}
		if mark.From > at {
			parts = append(parts, ReplyPart{Text: row.Text[at:mark.From]})
		}
		parts = append(parts, ReplyPart{Text: row.Text[mark.From:mark.To], Mark: true})
		at = mark.To
	}
	if at < len(row.Text) {
		parts = append(parts, ReplyPart{Text: row.Text[at:]})
	}
	return parts
}
