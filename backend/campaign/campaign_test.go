package campaign_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"relais/backend/campaign"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// TestACampaignIsLivedThrough goes from gives to an ask, answers and a balance that was counted by hand.
func TestACampaignIsLivedThrough(t *testing.T) {
	d := newDesk(t)
	lea := d.member("lea", "Soudeuse", "Atelier", "fr", "Soudage", 400)
	marc := d.member("marc", "Comptable", "Gestion", "fr", "Finance", 900)
	offer := d.offer("Soudeur TIG (h/f)", "Soudage", "Notre atelier cherche un soudeur. #KervenEmploi")

	before := d.candidate(offer.ID, lea)
	if codes(before.Why) != "job topic " || codes(before.Soft) != "no_give " {
		t.Errorf("before any give: why %q, soft %q", codes(before.Why), codes(before.Soft))
	}
	if got := codes(d.candidate(offer.ID, marc).Soft); got != "no_give no_topic other_work " {
		t.Errorf("marc: soft %q", got)
	}

	first := d.approved(post.Give, "weld", "Soudage", "Ce qui fait durer une soudure. #KervenEmploi")
	second := d.approved(post.Give, "gas", "Soudage", "Choisir son gaz. #KervenEmploi")
	n, err := d.camp.DigestNow(d.ctx, campaign.DigestRules{EveryDays: 30, Most: 5})
	d.must(err)
	if n != 1 || len(d.sync()) != 0 {
		t.Fatalf("%d digests; one was due, for lea alone", n)
	}
	items, err := d.camp.RequestsOf(d.ctx, 1)
	d.must(err)
	if len(items) != 2 || items[0].Number != 1 || items[1].Number != 2 || items[0].StaffID != lea {
		t.Fatalf("items of the digest: %+v", items)
	}
	_, err = d.camp.CloseRequest(d.ctx, items[0].ID, campaign.Closing{State: campaign.Read, ReplyID: 7})
	d.must(err)
	_ = first
	_ = second

	d.now = d.now.AddDate(0, 0, 10)
	now := d.candidate(offer.ID, lea)
	if !now.Suggested() || now.Gives != 1 || now.Useful != 1 {
		t.Errorf("after the digest: soft %q, %d gives, %d useful", codes(now.Soft), now.Gives, now.Useful)
	}
	out := d.send(offer.ID, lea)
	if len(out.Queued) != 1 || len(d.sync()) != 0 {
		t.Fatalf("the ask: %+v", out)
	}
	asked, err := d.camp.RequestsOf(d.ctx, out.Messages[0])
	d.must(err)
	undo, err := d.camp.CloseRequest(d.ctx, asked[0].ID, campaign.Closing{State: campaign.Shared, ReplyID: 8})
	d.must(err)
	b, err := d.camp.Balance(d.ctx, lea)
	d.must(err)
	if b.Gives != 1 || b.Asks != 1 || b.Useful != 1 {
		t.Errorf("balance %+v, by hand: one give (a digest of two), one ask, one useful", b)
	}
	d.must(d.camp.Reopen(d.ctx, undo))
	if r, _ := d.camp.RequestsOf(d.ctx, out.Messages[0]); r[0].State != campaign.Open {
		t.Error("the answer was not taken back")
	}

	d.now = d.now.AddDate(0, 0, 91)
	if b, _ := d.camp.Balance(d.ctx, lea); b.Gives != 0 || b.Asks != 0 {
		t.Errorf("after 91 days the balance is %+v", b)
	}
}

func TestHardRules(t *testing.T) {
	d := newDesk(t)
	ask := d.approved(post.Ask, "news", "Soudage", "Nous ouvrons. #KervenEmploi")
	tests := []struct {
		name, want string
		do         func(id int64)
	}{
		{"active", "", func(int64) {}},
		{"paused", "paused ", func(id int64) {
			d.must(d.staff.SetMembership(d.ctx, id, staff.Change{State: staff.Paused, Until: "2026-12-01", Origin: staff.OriginReply}))
		}},
		{"refuses the topic", "topic_refused ", func(id int64) {
			d.must(d.staff.SetTopic(d.ctx, id, d.topic("Soudage"), staff.RefusedTop, ""))
		}},
		{"cap of nothing", "cap_asks ", func(id int64) {
			none := 0
			d.must(d.staff.SetCaps(d.ctx, id, &none, nil))
		}},
		{"address that bounces", "unreachable ", func(id int64) {
			p, err := d.staff.Get(d.ctx, id)
			d.must(err)
			d.must(d.staff.MarkBounced(d.ctx, p.Address(), staff.BounceHard))
		}},
		{"restricted", "restricted ", func(id int64) { d.must(d.staff.Restrict(d.ctx, id, true)) }},
	}
	for i, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			id := d.member("p"+string(rune('a'+i)), "", "", "fr", "Soudage", 0)
			tt.do(id)
			if got := codes(d.candidate(ask.ID, id).Hard); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			out, err := d.camp.Send(d.ctx, campaign.Plan{PostID: ask.ID, Staff: []int64{id}})
			if tt.want == "" {
				d.must(err)
				if got := codes(d.candidate(ask.ID, id).Hard); got != "already cap_asks " {
					t.Errorf("after being asked: %q", got)
				}
				return
			}
			if !errors.Is(err, workspace.NewFault("audience_empty")) || len(out.Skipped) != 1 || out.Skipped[0].Reason.Code+" " != tt.want {
				t.Errorf("err %v, skipped %+v", err, out.Skipped)
			}
		})
	}
	left := d.member("left", "", "", "fr", "", 0)
	d.must(d.staff.SetMembership(d.ctx, left, staff.Change{State: staff.Left, Origin: staff.OriginReply}))
	if _, err := d.camp.Send(d.ctx, campaign.Plan{PostID: ask.ID, Staff: []int64{left}}); !errors.Is(err, workspace.NewFault("audience_empty")) {
		t.Errorf("somebody who left was asked: %v", err)
	}
}

// TestTheGate queues for several people, lets something change for each, and sees what may still leave.
func TestTheGate(t *testing.T) {
	tests := []struct {
		name, want string
		do         func(d *desk, id int64, p post.Full, out campaign.Outcome)
	}{
		{"nothing changed", "", func(*desk, int64, post.Full, campaign.Outcome) {}},
		{"left meanwhile", "not_member", func(d *desk, id int64, _ post.Full, _ campaign.Outcome) {
			d.must(d.staff.SetMembership(d.ctx, id, staff.Change{State: staff.Left, Origin: staff.OriginReply}))
		}},
		{"paused meanwhile", "paused", func(d *desk, id int64, _ post.Full, _ campaign.Outcome) {
			d.must(d.staff.SetMembership(d.ctx, id, staff.Change{State: staff.Paused, Until: "2026-12-24", Origin: staff.OriginReply}))
		}},
		{"post archived", "post_withdrawn", func(d *desk, _ int64, p post.Full, _ campaign.Outcome) { d.must(d.posts.Archive(d.ctx, p.ID)) }},
		{"post's last day passed while the laptop was closed", "post_expired", func(d *desk, _ int64, p post.Full, _ campaign.Outcome) {
			d.must(d.ws.DB.Write(d.ctx).Exec("UPDATE post SET expires_on = '2026-11-05' WHERE id = ?", p.ID).Error)
			d.now = d.now.AddDate(0, 0, 14)
		}},
		{"dispatch paused", "hold_dispatch", func(d *desk, _ int64, _ post.Full, out campaign.Outcome) { d.must(d.camp.Hold(d.ctx, out.DispatchID)) }},
		{"cap reached by others", "cap_mails", func(d *desk, id int64, _ post.Full, _ campaign.Outcome) {
			none := 0
			d.must(d.staff.SetCaps(d.ctx, id, nil, &none))
		}},
		{"answered before it left", "answered", func(d *desk, _ int64, _ post.Full, out campaign.Outcome) {
			r, err := d.camp.RequestsOf(d.ctx, out.Messages[0])
			d.must(err)
			_, err = d.camp.CloseRequest(d.ctx, r[0].ID, campaign.Closing{State: campaign.Declined})
			d.must(err)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t)
			id := d.member("lea", "", "", "fr", "Soudage", 0)
			p := d.approved(post.Give, "weld", "Soudage", "Une soudure. #KervenEmploi")
			out := d.send(p.ID, id)
			tt.do(d, id, p, out)
			if got := d.sync()[out.Messages[0]]; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestALeaveThatWaitsHoldsEverything(t *testing.T) {
	d := newDesk(t)
	id := d.member("lea", "", "", "fr", "Soudage", 0)
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	out := d.send(p.ID, id)
	waiting := true
	d.camp.HoldWhile(func(context.Context, int64) (bool, error) { return waiting, nil })
	if got := d.sync()[out.Messages[0]]; got != "hold_reply" {
		t.Fatalf("got %q", got)
	}
	waiting = false
	if got := d.sync()[out.Messages[0]]; got != "" {
		t.Errorf("still held: %q", got)
	}
}

func TestNothingWrongLeaves(t *testing.T) {
	d := newDesk(t)
	id := d.member("lea", "", "", "fr", "", 0)
	draft, err := d.posts.Create(d.ctx, post.Content{Kind: post.Give, Title: "draft", Link: "https://a.example", Variants: []post.Wording{{Network: "linkedin", Text: "Bonjour {poste}"}}})
	d.must(err)
	if _, err := d.camp.Send(d.ctx, campaign.Plan{PostID: draft.ID, Staff: []int64{id}}); !errors.Is(err, workspace.NewFault("post_not_approved")) {
		t.Errorf("a draft: %v", err)
	}
	d.must(d.posts.Approve(d.ctx, draft.ID))
	out, err := d.camp.Send(d.ctx, campaign.Plan{PostID: draft.ID, Staff: []int64{id}})
	if !errors.Is(err, workspace.NewFault("audience_empty")) || len(out.Skipped) != 1 || out.Skipped[0].Reason.Code != "placeholder" {
		t.Errorf("a placeholder without value: %v, %+v", err, out.Skipped)
	}
	if len(d.mails) != 0 {
		t.Errorf("%d mails were queued", len(d.mails))
	}
	over, err := d.posts.Create(d.ctx, post.Content{Kind: post.Give, Title: "over", Link: "https://a.example", Variants: []post.Wording{{Network: "x", Text: strings.Repeat("a", 270)}}})
	d.must(err)
	if err := d.posts.Approve(d.ctx, over.ID); !errors.Is(err, workspace.NewFault("post_problem_over_limit")) {
		t.Errorf("270 characters and a link on X: %v", err)
	}
}

func TestReminderOnce(t *testing.T) {
	d := newDesk(t)
	id := d.member("lea", "", "", "fr", "Soudage", 0)
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	out := d.send(p.ID, id)
	d.sync()
	r, err := d.camp.RequestsOf(d.ctx, out.Messages[0])
	d.must(err)
	_, err = d.camp.CloseRequest(d.ctx, r[0].ID, campaign.Closing{State: campaign.Deferred, DeferredUntil: "2026-11-09"})
	d.must(err)
	rules := campaign.ReminderRules{AfterDays: 7}
	for _, step := range []struct {
		days, want int
	}{{1, 0}, {6, 1}, {1, 0}, {40, 0}} {
		d.now = d.now.AddDate(0, 0, step.days)
		n, err := d.camp.RemindNow(d.ctx, rules)
		d.must(err)
		if n != step.want {
			t.Errorf("%s: %d reminders, want %d", d.now.Format(time.DateOnly), n, step.want)
		}
		if codes := d.sync(); len(codes) != 0 {
			t.Errorf("held: %v", codes)
		}
	}
	if puts, _ := d.camp.RequestsOf(d.ctx, 2); len(puts) != 1 || puts[0].ID != r[0].ID {
		t.Errorf("an answer to the reminder finds %+v", puts)
	}
}

func TestColleaguesGetDifferentWords(t *testing.T) {
	d := newDesk(t)
	var ids []int64
	for _, name := range []string{"a", "b", "c"} {
		ids = append(ids, d.member(name, "", "Atelier", "fr", "Soudage", 100))
	}
	p := d.approved(post.Give, "weld", "Soudage", "Première façon de le dire.", "Une tout autre manière.", "Encore quelque chose.")
	d.send(p.ID, ids...)
	seen := map[string]bool{}
	for _, m := range d.mails {
		text := m.Write("", "").Text
		for _, v := range p.Variants {
			if strings.Contains(text, v.Text) {
				seen[v.Text] = true
			}
		}
	}
	if len(seen) != 3 {
		t.Errorf("three colleagues got %d different texts", len(seen))
	}
}

func TestSpreadAndCancel(t *testing.T) {
	d := newDesk(t)
	var ids []int64
	for _, name := range []string{"a", "b", "c", "d"} {
		ids = append(ids, d.member(name, "", "", "fr", "Soudage", 0))
	}
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	out, err := d.camp.Send(d.ctx, campaign.Plan{PostID: p.ID, Staff: ids, SpreadDays: 2})
	d.must(err)
	d.sync()
	progress, err := d.camp.Dispatch(d.ctx, out.DispatchID)
	d.must(err)
	if progress.Sent != 2 || progress.Waiting != 2 {
		t.Errorf("on the first day: %+v", progress)
	}
	n, err := d.camp.Cancel(d.ctx, out.DispatchID)
	d.must(err)
	if n != 2 {
		t.Errorf("%d withdrawn", n)
	}
	d.now = d.now.AddDate(0, 0, 3)
	d.sync()
	if progress, _ = d.camp.Dispatch(d.ctx, out.DispatchID); progress.Sent != 2 || progress.Withdrawn != 2 || progress.State != campaign.Cancelled {
		t.Errorf("after cancelling: %+v", progress)
	}
	again := d.send(p.ID, ids...)
	if len(again.Queued) != 2 || len(again.Skipped) != 2 {
		t.Errorf("again: %d queued, %d skipped; the two who got it are not asked twice", len(again.Queued), len(again.Skipped))
	}
}

func TestReach(t *testing.T) {
	d := newDesk(t)
	d.member("lea", "", "", "fr", "Soudage", 400)
	d.member("marc", "", "", "fr", "Soudage", 600)
	d.member("zoe", "", "", "fr", "Soudage", 0)
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	_, all, err := d.camp.Audience(d.ctx, p.ID)
	d.must(err)
	r, err := d.camp.Reach(d.ctx, all)
	d.must(err)
	if r.People != 3 || r.Unknown != 1 || *r.Potential != 1000 || *r.Estimated != 150 || r.Followers != nil {
		t.Errorf("%+v", r)
	}
}

func TestCalendarFile(t *testing.T) {
	ics := campaign.ICS([]campaign.Event{{Kind: "post_expires", ID: 3, Day: "2026-11-30", Title: "Soudeur, TIG; " + strings.Repeat("é", 60)}}, time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC), func(e campaign.Event) string { return e.Title })
	for _, line := range strings.Split(ics, "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d bytes in a line", len(line))
		}
	}
	if !strings.Contains(ics, `SUMMARY:Soudeur\, TIG\; é`) || !strings.Contains(ics, "DTSTART;VALUE=DATE:20261130") {
		t.Error(ics)
	}
}
