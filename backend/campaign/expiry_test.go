package campaign_test

import (
	"testing"
	"time"

	"relais/backend/campaign"
	"relais/backend/post"
)

// TestWhatExpiredIsClosedAndIsNobodysAnswer puts posts to people in every state, lets their time pass, and looks.
func TestWhatExpiredIsClosedAndIsNobodysAnswer(t *testing.T) {
	d := newDesk(t)
	lea, marc, zoe, yann := d.member("lea", "", "", "fr", "Soudage", 0), d.member("marc", "", "", "fr", "Soudage", 0), d.member("zoe", "", "", "fr", "Soudage", 0), d.member("yann", "", "", "fr", "Soudage", 0)
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	lasting := d.approved(post.Give, "lasting", "Soudage", "Une autre.")
	out := d.send(p.ID, lea, marc, zoe)
	other := d.send(lasting.ID, lea)
	d.sync()
	late := d.send(p.ID, yann) // queued, and never leaves
	request := func(message int64) campaign.Put {
		t.Helper()
		puts, err := d.camp.RequestsOf(d.ctx, message)
		d.must(err)
		return puts[0]
	}
	_, err := d.camp.CloseRequest(d.ctx, request(out.Messages[1]).ID, campaign.Closing{State: campaign.Declined})
	d.must(err)
	_, err = d.camp.CloseRequest(d.ctx, request(out.Messages[2]).ID, campaign.Closing{State: campaign.Deferred, DeferredUntil: "2026-11-20"})
	d.must(err)
	d.must(d.ws.DB.Write(d.ctx).Exec("UPDATE post SET expires_on = '2026-11-05' WHERE id = ?", p.ID).Error)
	before, err := d.camp.Balance(d.ctx, lea)
	d.must(err)

	if n, err := d.camp.ExpireDue(d.ctx); err != nil || n != 0 {
		t.Fatalf("before its last day: %d, %v", n, err)
	}
	d.now = d.now.AddDate(0, 0, 4)
	for i, want := range []int64{2, 0} {
		if n, err := d.camp.ExpireDue(d.ctx); err != nil || n != want {
			t.Errorf("run %d: %d closed, want %d (%v)", i, n, want, err)
		}
	}
	for _, tt := range []struct {
		name    string
		message int64
		want    string
	}{
		{"unanswered", out.Messages[0], campaign.Expired}, {"answered", out.Messages[1], campaign.Declined},
		{"put off", out.Messages[2], campaign.Expired}, {"of a post that lasts", other.Messages[0], campaign.Open},
		{"not sent yet", late.Messages[0], campaign.Open},
	} {
		if got := request(tt.message).State; got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if after, _ := d.camp.Balance(d.ctx, lea); after.Gives != before.Gives || after.Asks != before.Asks || after.Useful != before.Useful {
		t.Errorf("the balance went from %+v to %+v", before, after)
	}
	if n, err := d.camp.RemindNow(d.ctx, campaign.ReminderRules{AfterDays: 1}); err != nil || n != 0 {
		t.Errorf("reminded of what has expired: %d, %v", n, err)
	}
	if got := d.sync()[late.Messages[0]]; got != "post_expired" {
		t.Errorf("the letter that had not left: %q", got)
	}
	if got := request(late.Messages[0]).State; got != campaign.Called {
		t.Errorf("what never left is %s: it may be put to the person again", got)
	}
	// A late answer is an answer.
	_, err = d.camp.CloseRequest(d.ctx, request(out.Messages[0]).ID, campaign.Closing{State: campaign.Shared})
	d.must(err)
	if n, err := d.camp.ExpireDue(d.ctx); err != nil || n != 0 || request(out.Messages[0]).State != campaign.Shared {
		t.Errorf("a late answer was expired: %d, %v", n, err)
	}
}

func TestAnArticleThatExpiredClosesItsRequests(t *testing.T) {
	d := newDesk(t)
	id := d.member("lea", "", "", "fr", "Soudage", 0)
	p := d.offer("Soudeur TIG", "Soudage", "Nous cherchons un soudeur.")
	out := d.send(p.ID, id)
	d.sync()
	d.must(d.ws.DB.Write(d.ctx).Exec("UPDATE article SET state = 'expired'").Error)
	if n, err := d.camp.ExpireDue(d.ctx); err != nil || n != 1 {
		t.Errorf("%d closed, %v", n, err)
	}
	if puts, _ := d.camp.RequestsOf(d.ctx, out.Messages[0]); puts[0].State != campaign.Expired {
		t.Errorf("%+v", puts)
	}
}

// TestTheCalendarHasTheUsersDays: half past midnight in Paris is no evening of the day before.
func TestTheCalendarHasTheUsersDays(t *testing.T) {
	d := newDesk(t)
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Skip("no time zones here")
	}
	d.now = time.Date(2026, 11, 10, 0, 20, 0, 0, paris)
	a, b := d.member("a", "", "", "fr", "Soudage", 0), d.member("b", "", "", "fr", "Soudage", 0)
	p := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	later := d.now.Add(40 * time.Minute)
	d.send(p.ID, a)
	d.sync()
	_, err = d.camp.Send(d.ctx, campaign.Plan{PostID: p.ID, Staff: []int64{b}, NotBefore: &later})
	d.must(err)
	events, err := d.camp.Calendar(d.ctx, "2026-11-10", "2026-11-10")
	d.must(err)
	if len(events) != 2 || events[0].Day != "2026-11-10" || events[0].Count+events[1].Count != 2 {
		t.Errorf("%+v", events)
	}
	if before, _ := d.camp.Calendar(d.ctx, "2026-11-09", "2026-11-09"); len(before) != 0 {
		t.Errorf("the day before: %+v", before)
	}
}
