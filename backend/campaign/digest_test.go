package campaign_test

import (
	"fmt"
	"strings"
	"testing"

	"relais/backend/campaign"
	"relais/backend/campaign/letter"
	"relais/backend/post"
	"relais/backend/staff"
)

// TestDigestsSuitAndAreNeverEmpty gives one round of digests to people of several kinds.
func TestDigestsSuitAndAreNeverEmpty(t *testing.T) {
	d := newDesk(t)
	welder := d.member("lea", "", "", "fr", "Soudage", 0)
	both := d.member("marc", "", "", "fr", "Soudage", 0)
	d.must(d.staff.SetTopic(d.ctx, both, d.topic("Données"), staff.Declared, ""))
	d.member("zoe", "", "", "fr", "Cuisine", 0) // nothing for her: no letter
	full := d.member("yann", "", "", "fr", "Soudage", 0)
	none := 0
	d.must(d.staff.SetCaps(d.ctx, full, nil, &none))
	d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	d.approved(post.Give, "data", "Données", "Un chiffre.")
	d.approved(post.Ask, "ask", "Soudage", "Une demande. #KervenEmploi") // a digest asks for nothing
	rules := campaign.DigestRules{EveryDays: 30, Most: 5}
	n, err := d.camp.DigestNow(d.ctx, rules)
	d.must(err)
	if n != 2 {
		t.Errorf("%d digests, want those of two people", n)
	}
	for _, m := range d.mails {
		want := map[int64][]string{welder: {"weld"}, both: {"weld", "data"}}[m.StaffID]
		text := m.Write("a@b.example", "t").Text
		for _, title := range []string{"weld", "data", "ask"} {
			has := strings.Contains(text, ". "+title+"\n")
			if has != strings.Contains(strings.Join(want, " "), title) {
				t.Errorf("person %d: %q there: %v\n%s", m.StaffID, title, has, text)
			}
		}
	}
	d.sync()
	d.now = d.now.AddDate(0, 0, 40)
	d.approved(post.Give, "later", "Soudage", "Plus tard.")
	if n, err := d.camp.DigestNow(d.ctx, rules); err != nil || n != 2 {
		t.Errorf("after 40 days: %d digests, %v", n, err)
	}
	if b, _ := d.camp.Balance(d.ctx, both); b.Gives != 1 || b.Asks != 0 {
		t.Errorf("a digest of two items is one give: %+v", b)
	}
}

// TestADigestFitsTheMailbox: what would be cut off waits for the next one.
func TestADigestFitsTheMailbox(t *testing.T) {
	d := newDesk(t)
	id := d.member("lea", "", "", "fr", "Soudage", 0)
	for i := range 8 {
		d.approved(post.Give, fmt.Sprintf("weld-%d", i), "Soudage", strings.Repeat("Une très longue soudure. ", 100))
	}
	c := post.Content{Kind: post.Give, Title: "book", Link: "https://kerven.example/book", Topics: []int64{d.topic("Soudage")},
		Variants: []post.Wording{{Network: "facebook", Text: strings.Repeat("é & <b> ", 7000)}}}
	p, err := d.posts.Create(d.ctx, c)
	d.must(err)
	d.must(d.posts.Approve(d.ctx, p.ID))
	n, err := d.camp.DigestNow(d.ctx, campaign.DigestRules{EveryDays: 30, Most: 20})
	d.must(err)
	if n != 1 {
		t.Fatalf("%d digests", n)
	}
	html := d.mails[0].Write("relais+rtoken@kerven.example", "token").HTML
	puts, err := d.camp.RequestsOf(d.ctx, 1)
	d.must(err)
	if len(html) > letter.MaxHTML || len(puts) < 5 {
		t.Errorf("%d bytes, %d items for person %d", len(html), len(puts), id)
	}
	for i, put := range puts {
		if !strings.Contains(html, fmt.Sprintf("%d. %s", i+1, put.Title)) {
			t.Errorf("request %d (%s) is not in the letter under its number", i+1, put.Title)
		}
	}
}

func TestATextThatANameMakesTooLongIsNotSent(t *testing.T) {
	d := newDesk(t)
	short, long := d.member("lea", "", "", "fr", "Soudage", 0), d.member(strings.Repeat("Jean", 12), "", "", "fr", "Soudage", 0)
	c := post.Content{Kind: post.Give, Title: "x", Link: "https://kerven.example/x", Topics: []int64{d.topic("Soudage")},
		Variants: []post.Wording{{Network: "x", Text: "{prénom} " + strings.Repeat("a", 240)}}}
	p, err := d.posts.Create(d.ctx, c)
	d.must(err)
	d.must(d.posts.Approve(d.ctx, p.ID))
	out := d.send(p.ID, short, long)
	if len(out.Queued) != 1 || out.Queued[0].ID != short || len(out.Skipped) != 1 || out.Skipped[0].Reason.Code != "too_long" {
		t.Errorf("%d queued, skipped %+v", len(out.Queued), out.Skipped)
	}
}

// TestAGiveIsFoundForThoseWhoGotNothing, and what was said against the balance is kept with the request.
func TestAGiveIsFoundForThoseWhoGotNothing(t *testing.T) {
	d := newDesk(t)
	lea, marc, zoe := d.member("lea", "", "", "fr", "Soudage", 0), d.member("marc", "", "", "fr", "Soudage", 0), d.member("zoe", "", "", "fr", "Données", 0)
	ask := d.approved(post.Ask, "news", "Soudage", "Nous ouvrons. #KervenEmploi")
	if id, err := d.camp.GiveFor(d.ctx, []int64{lea, marc, zoe}); err != nil || id != 0 {
		t.Errorf("without a give: %d, %v", id, err)
	}
	weld := d.approved(post.Give, "weld", "Soudage", "Une soudure.")
	data := d.approved(post.Give, "data", "Données", "Un chiffre.")
	for _, tt := range []struct {
		people []int64
		want   int64
	}{{[]int64{lea, marc, zoe}, weld.ID}, {[]int64{zoe}, data.ID}, {nil, 0}} {
		if id, err := d.camp.GiveFor(d.ctx, tt.people); err != nil || id != tt.want {
			t.Errorf("for %v: %d, want %d, %v", tt.people, id, tt.want, err)
		}
	}
	_, err := d.camp.Send(d.ctx, campaign.Plan{PostID: ask.ID, Staff: []int64{lea}, Word: "Elle l’a demandé\nelle-même."})
	d.must(err)
	rows, err := d.camp.PersonalData(d.ctx, lea)
	d.must(err)
	if reasons := fmt.Sprint(rows[0]["reasons"]); !strings.Contains(reasons, "Elle l’a demandé elle-même.") || !strings.Contains(reasons, "no_give") {
		t.Errorf("her copy says %s", reasons)
	}
}
