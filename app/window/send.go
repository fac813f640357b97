package window

import (
	"context"
	"time"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/workspace"
)

// Send is the screen of who is asked, why, and what is on its way out.
type Send struct{ w *Window }

// most is how many people cross at once; a firm that has more works by topic.
const most = 1000

// SendAudience is everybody who could be asked, in alphabetical order.
type SendAudience struct {
	PostID  int64        `json:"postId"`
	Title   string       `json:"title"`
	Kind    string       `json:"kind"`
	State   string       `json:"state"`
	People  []SendPerson `json:"people"`
	Total   int          `json:"total"`
	Company string       `json:"company"`
}

// SendPerson is an advocate and what speaks for and against.
type SendPerson struct {
	ID         int64        `json:"id"`
	Name       string       `json:"name"`
	Job        string       `json:"job"`
	Department string       `json:"department"`
	Language   string       `json:"language"`
	Networks   []string     `json:"networks"`
	Gives      int          `json:"gives"`
	Asks       int          `json:"asks"`
	Useful     int          `json:"useful"`
	LastAsked  string       `json:"lastAsked"`
	CapAsks    int          `json:"capAsks"`
	CapMails   int          `json:"capMails"`
	Potential  *int64       `json:"potential"`
	Why        []SendReason `json:"why"`
	Hard       []SendReason `json:"hard"`
	Soft       []SendReason `json:"soft"`
	Suggested  bool         `json:"suggested"`
}

// SendReason is a code and its parameters.
type SendReason struct {
	Code   string            `json:"code"`
	Params map[string]string `json:"params"`
}

// SendReach is what a choice of people means; what is not known is null.
type SendReach struct {
	People    int    `json:"people"`
	Unknown   int    `json:"unknown"`
	Potential *int64 `json:"potential"`
	Estimated *int64 `json:"estimated"`
	Followers *int64 `json:"followers"`
}

// SendPlan is a decision to send.
type SendPlan struct {
	PostID     int64   `json:"postId"`
	Staff      []int64 `json:"staff"`
	NotBefore  string  `json:"notBefore"` // RFC 3339, or empty for now
	SpreadDays int     `json:"spreadDays"`
	Word       string  `json:"word"` // why those against whom a soft rule speaks are asked all the same
}

// SendOutcome is what came of it.
type SendOutcome struct {
	Dispatch int64         `json:"dispatch"`
	Queued   int           `json:"queued"`
	Repeated int           `json:"repeated"`
	Skipped  []SendSkipped `json:"skipped"`
}

// SendSkipped is somebody who was left out.
type SendSkipped struct {
	ID     int64      `json:"id"`
	Name   string     `json:"name"`
	Reason SendReason `json:"reason"`
}

// SendLetter is the very email that one person gets.
type SendLetter struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Subject string `json:"subject"`
	ReplyTo string `json:"replyTo"`
	Text    string `json:"text"`
	Source  string `json:"source"` // every byte as it leaves; empty before a mail account is set up
	Frame   string `json:"frame"`  // where the frame finds its HTML part
	Bytes   int    `json:"bytes"`
}

// SendDispatch is a sending and its progress.
type SendDispatch struct {
	ID         int64  `json:"id"`
	Kind       string `json:"kind"`
	State      string `json:"state"`
	Title      string `json:"title"`
	CreatedAt  string `json:"createdAt"`
	Next       string `json:"next"`
	SpreadDays int    `json:"spreadDays"`
	Total      int    `json:"total"`
	Waiting    int    `json:"waiting"`
	Sent       int    `json:"sent"`
	Withdrawn  int    `json:"withdrawn"`
	Stuck      int    `json:"stuck"`
	Answered   int    `json:"answered"`
}

func wireReason(r campaign.Reason) SendReason {
	params := r.Params
	if params == nil {
		params = map[string]string{}
	}
	return SendReason{r.Code, params}
}

func wireReasons(all []campaign.Reason) []SendReason {
	out := make([]SendReason, 0, len(all))
	for _, r := range all {
		out = append(out, wireReason(r))
	}
	return out
}

func wireCandidate(c campaign.Candidate) SendPerson {
	return SendPerson{ID: c.ID, Name: c.Name, Job: c.Job, Department: c.Department, Language: c.Language, Networks: c.Networks,
		Gives: c.Gives, Asks: c.Asks, Useful: c.Useful, LastAsked: c.LastAsked.RFC3339(), CapAsks: c.Caps.Asks, CapMails: c.Caps.Mails,
		Potential: c.Potential, Why: wireReasons(c.Why), Hard: wireReasons(c.Hard), Soft: wireReasons(c.Soft), Suggested: c.Suggested()}
}

// Audience weighs everybody for a post.
func (s *Send) Audience(postID int64) (SendAudience, error) {
	return call(s.w.app, "Send.Audience", func() (SendAudience, error) {
		ctx := context.Background()
		p, all, err := s.w.app.Campaigns.Audience(ctx, postID)
		if err != nil {
			return SendAudience{}, err
		}
		company, err := s.w.app.Workspace.Settings.Company(ctx)
		out := SendAudience{PostID: p.ID, Title: p.Title, Kind: string(p.Kind), State: string(p.State), People: []SendPerson{}, Total: len(all), Company: company.Name}
		for i, c := range all {
			if i < most {
				out.People = append(out.People, wireCandidate(c))
			}
		}
		return out, err
	})
}

// Reach says what a choice means in potential and estimated reach, against the company's pages.
func (s *Send) Reach(postID int64, staff []int64) (SendReach, error) {
	return call(s.w.app, "Send.Reach", func() (SendReach, error) {
		ctx := context.Background()
		_, all, err := s.w.app.Campaigns.Audience(ctx, postID)
		if err != nil {
			return SendReach{}, err
		}
		wanted := map[int64]bool{}
		for _, id := range staff {
			wanted[id] = true
		}
		var chosen []campaign.Candidate
		for _, c := range all {
			if wanted[c.ID] {
				chosen = append(chosen, c)
			}
		}
		r, err := s.w.app.Campaigns.Reach(ctx, chosen)
		return SendReach(r), err
	})
}

// Preview builds the very email of one person among those chosen.
func (s *Send) Preview(postID, staffID int64, chosen []int64) (SendLetter, error) {
	return call(s.w.app, "Send.Preview", func() (SendLetter, error) {
		p, err := s.w.app.Campaigns.SeeAsTheyWill(context.Background(), postID, staffID, chosen)
		if err != nil {
			return SendLetter{}, err
		}
		return SendLetter{From: p.From, To: p.To, Subject: p.Subject, ReplyTo: p.ReplyTo, Text: p.Text, Source: string(p.Raw),
			Frame: s.w.letters.keep(p.HTML), Bytes: len(p.Raw)}, nil
	})
}

// GiveFor names the approved give that suits most of these people, 0 where none suits any of them.
func (s *Send) GiveFor(staff []int64) (int64, error) {
	return call(s.w.app, "Send.GiveFor", func() (int64, error) {
		return s.w.app.Campaigns.GiveFor(context.Background(), staff)
	})
}

// Send queues a post for the chosen people.
func (s *Send) Send(plan SendPlan) (SendOutcome, error) {
	return call(s.w.app, "Send.Send", func() (SendOutcome, error) {
		p := campaign.Plan{PostID: plan.PostID, Staff: plan.Staff, SpreadDays: plan.SpreadDays, Word: plan.Word}
		if plan.NotBefore != "" {
			at, err := time.Parse(time.RFC3339, plan.NotBefore)
			if err != nil {
				return SendOutcome{}, workspace.NewFault("date_unreadable", "text", plan.NotBefore)
			}
			p.NotBefore = &at
		}
		out, err := s.w.app.Campaigns.Send(context.Background(), p)
		if err == nil && (p.NotBefore == nil || p.NotBefore.Before(s.w.app.Workspace.Now())) {
			_, err = app.StartSync(s.w.app) // 'now' is now, not at the next round
		}
		return SendOutcome{Dispatch: out.DispatchID, Queued: len(out.Queued), Repeated: out.Repeated, Skipped: wireSkipped(out.Skipped)}, err
	})
}

func wireSkipped(all []campaign.Skipped) []SendSkipped {
	out := make([]SendSkipped, 0, len(all))
	for _, k := range all {
		out = append(out, SendSkipped{k.StaffID, k.Name, wireReason(k.Reason)})
	}
	return out
}

// Dispatches lists what was sent or is on its way.
func (s *Send) Dispatches() ([]SendDispatch, error) {
	return call(s.w.app, "Send.Dispatches", func() ([]SendDispatch, error) {
		all, err := s.w.app.Campaigns.Dispatches(context.Background())
		out := make([]SendDispatch, 0, len(all))
		for _, d := range all {
			out = append(out, SendDispatch{ID: d.ID, Kind: d.Kind, State: string(d.State), Title: d.Title, CreatedAt: (&d.CreatedAt).RFC3339(), Next: d.Next.RFC3339(),
				SpreadDays: d.SpreadDays, Total: d.Total, Waiting: d.Waiting, Sent: d.Sent, Withdrawn: d.Withdrawn, Stuck: d.Stuck, Answered: d.Answered})
		}
		return out, err
	})
}

// Turn pauses, resumes or cancels a sending; for a cancellation it says how many letters were withdrawn.
func (s *Send) Turn(id int64, to string) (int, error) {
	return call(s.w.app, "Send.Turn", func() (int, error) {
		ctx, c := context.Background(), s.w.app.Campaigns
		switch to {
		case "pause":
			return 0, c.Hold(ctx, id)
		case "resume":
			return 0, c.Resume(ctx, id)
		case "cancel":
			return c.Cancel(ctx, id)
		}
		return 0, workspace.NewFault("unexpected")
	})
}

// LeftOut says whom a sending left out, and why.
func (s *Send) LeftOut(id int64) ([]SendSkipped, error) {
	return call(s.w.app, "Send.LeftOut", func() ([]SendSkipped, error) {
		all, err := s.w.app.Campaigns.LeftOut(context.Background(), id)
		return wireSkipped(all), err
	})
}
