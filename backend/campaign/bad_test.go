package campaign_test

import (
	"errors"
	"testing"
	"time"

	"relais/backend/campaign"
	"relais/backend/post"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// TestWhatWentBadAfterDrafting lets something become wrong between the drafting, the queueing and the leaving of an ask:
// nothing wrong leaves, and what happened is said.
func TestWhatWentBadAfterDrafting(t *testing.T) {
	exec := func(d *desk, sql string, args ...any) { d.must(d.ws.DB.Write(d.ctx).Exec(sql, args...).Error) }
	tests := []struct {
		name  string
		fault string // of queueing after it happened
		code  string // of a letter that was queued before
		do    func(d *desk, id int64, p post.Full)
	}{
		{"article discarded", "post_problem_article_gone", "post_withdrawn", func(d *desk, _ int64, p post.Full) {
			exec(d, "UPDATE article SET state = 'discarded' WHERE id = ?", *p.ArticleID)
		}},
		{"article expired", "post_problem_article_expired", "post_expired", func(d *desk, _ int64, p post.Full) {
			exec(d, "UPDATE article SET state = 'expired' WHERE id = ?", *p.ArticleID)
		}},
		{"post withdrawn", "post_not_approved", "post_withdrawn", func(d *desk, _ int64, p post.Full) { d.must(d.posts.Withdraw(d.ctx, p.ID)) }},
		{"words changed after approval", "post_not_approved", "post_withdrawn", func(d *desk, _ int64, p post.Full) {
			c := p.Content()
			c.Variants[0].Text = "D’autres mots. #KervenEmploi"
			_, err := d.posts.Save(d.ctx, p.ID, c)
			d.must(err)
		}},
		{"address went bad", "audience_empty", "unreachable", func(d *desk, id int64, _ post.Full) {
			p, err := d.staff.Get(d.ctx, id)
			d.must(err)
			d.must(d.staff.MarkBounced(d.ctx, p.Address(), staff.BounceHard))
		}},
		{"processing restricted", "audience_empty", "restricted", func(d *desk, id int64, _ post.Full) { d.must(d.staff.Restrict(d.ctx, id, true)) }},
		{"topic refused", "audience_empty", "topic_refused", func(d *desk, id int64, _ post.Full) {
			d.must(d.staff.SetTopic(d.ctx, id, d.topic("Soudage"), staff.RefusedTop, ""))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDesk(t)
			early, late := d.member("lea", "", "", "fr", "Soudage", 0), d.member("marc", "", "", "fr", "Soudage", 0)
			p := d.offer("Soudeur TIG", "Soudage", "Nous cherchons. #KervenEmploi")
			out := d.send(p.ID, early)
			tt.do(d, early, p)
			tt.do(d, late, p)
			if _, err := d.camp.Send(d.ctx, campaign.Plan{PostID: p.ID, Staff: []int64{late}}); !errors.Is(err, workspace.NewFault(tt.fault)) {
				t.Errorf("queued afterwards: %v, want %s", err, tt.fault)
			}
			if got := d.sync()[out.Messages[0]]; got != tt.code {
				t.Errorf("queued before: %q, want %q", got, tt.code)
			}
			left, err := d.camp.LeftOut(d.ctx, out.DispatchID)
			d.must(err)
			if len(left) != 1 || left[0].Reason.Code != tt.code {
				t.Errorf("HR is told %+v", left)
			}
		})
	}
}

// TestAnAudienceOfNobody is refused however it comes about, and nothing is queued.
func TestAnAudienceOfNobody(t *testing.T) {
	d := newDesk(t)
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	refused := d.member("lea", "", "", "fr", "Soudage", 0)
	d.must(d.staff.SetMembership(d.ctx, refused, staff.Change{State: staff.Left, Origin: staff.OriginReply}))
	for _, people := range [][]int64{nil, {0}, {-1}, {99999}, {refused}, {refused, refused}} {
		if _, err := d.camp.Send(d.ctx, campaign.Plan{PostID: p.ID, Staff: people}); !errors.Is(err, workspace.NewFault("audience_empty")) {
			t.Errorf("%v: %v", people, err)
		}
	}
	for _, plan := range []campaign.Plan{{PostID: p.ID, SpreadDays: -1}, {PostID: p.ID, SpreadDays: 61}, {PostID: 999}} {
		if _, err := d.camp.Send(d.ctx, plan); err == nil {
			t.Errorf("%+v was taken", plan)
		}
	}
	if all, _ := d.camp.Dispatches(d.ctx); len(all) != 0 || len(d.mails) != 0 {
		t.Errorf("%d sendings, %d mails", len(all), len(d.mails))
	}
}

// TestASpreadSurvivesAClockThatGoesBack: letters planned for later days neither leave early nor twice.
func TestASpreadSurvivesAClockThatGoesBack(t *testing.T) {
	d := newDesk(t)
	var ids []int64
	for _, name := range []string{"a", "b", "c", "d"} {
		ids = append(ids, d.member(name, "", "", "fr", "Soudage", 0))
	}
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	out, err := d.camp.Send(d.ctx, campaign.Plan{PostID: p.ID, Staff: ids, SpreadDays: 4})
	d.must(err)
	start := d.now
	for _, step := range []struct {
		at   time.Time
		sent int
	}{{start, 1}, {start.AddDate(0, 0, -1), 1}, {start.AddDate(0, 0, 1), 2}, {start, 2}, {start.AddDate(0, 0, 9), 4}} {
		d.now = step.at
		d.sync()
		if progress, _ := d.camp.Dispatch(d.ctx, out.DispatchID); progress.Sent != step.sent {
			t.Errorf("on %s: %d sent, want %d", step.at.Format(time.DateOnly), progress.Sent, step.sent)
		}
	}
}
