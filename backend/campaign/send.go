package campaign

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// Plan is a decision to send a post.
type Plan struct {
	PostID     int64
	Staff      []int64    // whom HR chose; hard rules are checked again
	NotBefore  *time.Time // nil: at once
	Word       string     // why people are asked against whom a soft rule speaks; kept with their request, may be empty
	SpreadDays int        // over how many days the letters leave; 0: all together
}

// Skipped is somebody who was chosen and left out, and why.
type Skipped struct {
	StaffID int64
	Name    string
	Address string
	Reason  Reason
}

// Outcome is what came of a plan.
type Outcome struct {
	DispatchID int64
	Queued     []Candidate
	Messages   []int64 // of the queued, in the same order
	Skipped    []Skipped
	Repeated   int // how many have the same words as a colleague of their team
}

// Send queues a post for the chosen people: requests and frozen messages in one transaction, or nothing. Who cannot be
// asked is left out, with the reason. It fails with post_not_approved, post_problem_… or audience_empty.
func (s *Service) Send(ctx context.Context, plan Plan) (Outcome, error) {
	out := Outcome{Queued: []Candidate{}, Messages: []int64{}, Skipped: []Skipped{}}
	if plan.Word = strings.Join(strings.Fields(plan.Word), " "); len(plan.Word) > 1000 {
		return out, workspace.NewFault("word_too_long")
	}
	if plan.SpreadDays < 0 || plan.SpreadDays > 60 {
		return out, workspace.NewFault("spread_range", "most", 60)
	}
	if _, err := s.ExpireDue(ctx); err != nil {
		return out, err
	}
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		p, candidates, err := s.audienceInTx(ctx, plan.PostID)
		if err != nil {
			return err
		}
		if err := s.sendable(p); err != nil {
			return err
		}
		company, err := s.ws.Settings.Company(ctx)
		if err != nil {
			return err
		}
		people, why := s.choose(candidates, plan.Staff, &out)
		ready := out.keepReady(deal(p, company.Name, people, why))
		if len(ready) == 0 {
			return workspace.NewFault("audience_empty", "title", p.Title, "skipped", len(out.Skipped))
		}
		return s.queue(ctx, plan, p, company, ready, &out)
	})
	if err != nil {
		out.Queued, out.Messages, out.DispatchID = []Candidate{}, []int64{}, 0
	}
	return out, err
}

// sendable refuses a post that nobody approved, or with which something became wrong since.
func (s *Service) sendable(p post.Full) error {
	if p.State == post.Expired {
		return workspace.NewFault("post_problem_expired", "title", p.Title, "network", "", "have", 0, "limit", 0, "text", "")
	}
	if p.State != post.Approved {
		return workspace.NewFault("post_not_approved", "title", p.Title)
	}
	return s.posts.Ready(p)
}

func (s *Service) choose(candidates []Candidate, ids []int64, out *Outcome) ([]staff.Advocate, map[int64][]Reason) {
	wanted := map[int64]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	for _, c := range candidates {
		if !wanted[c.ID] {
			continue
		}
		if !c.Possible() {
			out.Skipped = append(out.Skipped, Skipped{c.ID, c.Name, c.Address, c.Hard[0]})
			delete(wanted, c.ID)
			continue
		}
		out.Queued = append(out.Queued, c)
	}
	return pick(candidates, wanted)
}

// keepReady drops offers whose words are wrong for that person: a placeholder without value, or too long with it.
func (out *Outcome) keepReady(offers []offer) []offer {
	var ready []offer
	bad := map[int64]bool{}
	for _, o := range offers {
		if wrong := o.broken(); wrong != nil {
			bad[o.person.ID] = true
			out.Skipped = append(out.Skipped, Skipped{o.person.ID, o.person.Name, o.person.Address, *wrong})
			continue
		}
		if o.repeated {
			out.Repeated++
		}
		ready = append(ready, o)
	}
	kept := out.Queued[:0]
	for _, c := range out.Queued {
		if !bad[c.ID] {
			kept = append(kept, c)
		}
	}
	out.Queued = kept
	return ready
}

func (s *Service) queue(ctx context.Context, plan Plan, p post.Full, company workspace.Company, offers []offer, out *Outcome) error {
	d := Dispatch{Kind: MailRequest, PostID: &p.ID, State: Sending, SpreadDays: plan.SpreadDays, CreatedAt: s.now(), CreatedBy: workspace.Actor(ctx)}
	if plan.NotBefore != nil {
		d.NotBefore = workspace.AtPtr(*plan.NotBefore)
		if plan.NotBefore.After(s.ws.Now()) {
			d.State = Planned
		}
	}
	if err := s.ws.DB.Write(ctx).Create(&d).Error; err != nil {
		return fmt.Errorf("campaign: dispatch: %w", err)
	}
	mails := make([]Mail, len(offers))
	for i, o := range offers {
		mails[i] = s.requestMail(company, p, o)
		mails[i].DispatchID = d.ID
		mails[i].NotBefore = s.leaves(d, i, len(offers))
	}
	ids, err := s.outbox.Queue(ctx, mails)
	if err != nil {
		return err
	}
	soft := map[int64][]Reason{}
	for _, c := range out.Queued {
		soft[c.ID] = c.Soft
	}
	requests, variants := make([]Request, len(offers)), make([][]int64, len(offers))
	for i, o := range offers {
		requests[i] = Request{PostID: p.ID, StaffID: o.person.ID, MessageID: &ids[i], Number: 1, State: Open, Reasons: asJSON(withWord(o.why, soft[o.person.ID], plan.Word)), CreatedAt: s.now(), DispatchID: &d.ID}
		variants[i] = o.variants
	}
	if err := s.store.insert(ctx, requests, variants); err != nil {
		return err
	}
	if err := s.keepSkips(ctx, d.ID, out.Skipped); err != nil {
		return err
	}
	out.DispatchID, out.Messages = d.ID, ids
	_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "post.sent", Kind: "post", ID: p.ID, Params: map[string]any{"people": len(offers), "dispatch": d.ID}})
	return err
}

// withWord adds to the reasons what was overridden, and HR's word on it: the person finds both in their copy.
func withWord(why, soft []Reason, word string) []Reason {
	if len(soft) == 0 {
		return why
	}
	rules := make([]string, len(soft))
	for i, r := range soft {
		rules[i] = r.Code
	}
	return append(slices.Clone(why), because("overridden", "rules", strings.Join(rules, ", "), "word", word))
}

// leaves says when the i-th of n letters goes: spread evenly over the days, at the hour of the first.
func (s *Service) leaves(d Dispatch, i, n int) *workspace.Instant {
	if d.SpreadDays <= 1 {
		return d.NotBefore
	}
	first := s.ws.Now()
	if d.NotBefore != nil {
		first = d.NotBefore.Time().In(first.Location())
	}
	at := workspace.At(first.AddDate(0, 0, i*d.SpreadDays/n))
	return &at
}

func (s *Service) keepSkips(ctx context.Context, dispatchID int64, skipped []Skipped) error {
	var rows []dispatchSkip
	seen := map[int64]bool{}
	for _, k := range skipped {
		if k.StaffID != 0 && !seen[k.StaffID] {
			seen[k.StaffID] = true
			rows = append(rows, dispatchSkip{dispatchID, k.StaffID, k.Reason.Code, asJSON(k.Reason.Params)})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	if err := s.ws.DB.Write(ctx).CreateInBatches(&rows, batch).Error; err != nil {
		return fmt.Errorf("campaign: skips: %w", err)
	}
	return nil
}

func asJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil { // codes and words always marshal
		return "[]"
	}
	return string(text)
}
