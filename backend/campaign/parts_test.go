package campaign_test

import (
	"strings"
	"testing"

	"relais/backend/campaign"
	"relais/backend/post"
)

// TestACampaignSaysWhoGotItNotWhatTheyDid looks at a campaign of a give and an ask.
func TestACampaignSaysWhoGotItNotWhatTheyDid(t *testing.T) {
	d := newDesk(t)
	zoe, lea := d.member("zoe", "", "", "fr", "Soudage", 0), d.member("lea", "", "", "fr", "Soudage", 0)
	c, err := d.camp.SaveCampaign(d.ctx, campaign.Campaign{Name: "Un soudeur", Objective: "referral"})
	d.must(err)
	ask, give := d.approved(post.Ask, "ask", "Soudage", "Venez. #KervenEmploi"), d.approved(post.Give, "give", "Soudage", "Une soudure.")
	d.must(d.ws.DB.Write(d.ctx).Exec("UPDATE post SET campaign_id = ?", c.ID).Error)
	out := d.send(give.ID, zoe, lea)
	d.send(ask.ID, lea)
	if put, err := d.camp.PutTo(d.ctx); err != nil || put[give.ID] != 2 || put[ask.ID] != 1 {
		t.Errorf("before anything left: %v, %v", put, err)
	}
	d.sync()
	requests, err := d.camp.RequestsOf(d.ctx, out.Messages[0])
	d.must(err)
	_, err = d.camp.CloseRequest(d.ctx, requests[0].ID, campaign.Closing{State: campaign.Declined})
	d.must(err)
	parts, names, err := d.camp.CampaignParts(d.ctx, c.ID)
	d.must(err)
	if len(parts) != 2 || parts[0].Title != "give" || parts[0].People != 2 || parts[1].People != 1 {
		t.Errorf("%+v", parts)
	}
	if got := strings.Join(names, " "); got != "lea zoe" {
		t.Errorf("who got it: %q", got)
	}
}
