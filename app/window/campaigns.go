package window

import (
	"context"

	"relais/backend/campaign"
)

// CampaignLine is a campaign with what came of it.
type CampaignLine struct {
	ID           int64  `json:"id"`
	Name         string `json:"name"`
	Objective    string `json:"objective"`
	StartsOn     string `json:"startsOn"`
	EndsOn       string `json:"endsOn"`
	Target       string `json:"target"`
	TargetShares int    `json:"targetShares"` // 0: none set
	State        string `json:"state"`
	Posts        int    `json:"posts"`
	Requests     int    `json:"requests"`
	People       int    `json:"people"`
	Answered     int    `json:"answered"`
	Shares       int    `json:"shares"`
}

// Campaigns lists campaigns, those that run first.
func (p *Posts) Campaigns() ([]CampaignLine, error) {
	return call(p.w.app, "Posts.Campaigns", func() ([]CampaignLine, error) {
		all, err := p.w.app.Campaigns.Campaigns(context.Background())
		out := make([]CampaignLine, 0, len(all))
		for _, c := range all {
			line := CampaignLine{ID: c.ID, Name: c.Name, Objective: c.Objective, Target: c.Target, State: c.State, Posts: c.Posts,
				Requests: c.Requests, People: c.People, Answered: c.Answered, Shares: c.Shares}
			for from, to := range map[*string]*string{c.StartsOn: &line.StartsOn, c.EndsOn: &line.EndsOn} {
				if from != nil {
					*to = *from
				}
			}
			if c.TargetShares != nil {
				line.TargetShares = *c.TargetShares
			}
			out = append(out, line)
		}
		return out, err
	})
}

// CampaignParts is what a campaign is made of, and everybody to whom a part of it went.
type CampaignParts struct {
	Posts  []CampaignPost `json:"posts"`
	People []string       `json:"people"` // names, in alphabetical order
}

// CampaignPost is one post of a campaign.
type CampaignPost struct {
	ID     int64  `json:"id"`
	Title  string `json:"title"`
	Kind   string `json:"kind"`
	State  string `json:"state"`
	People int    `json:"people"`
	Shares int    `json:"shares"`
}

// CampaignParts gives the posts of a campaign and who got one.
func (p *Posts) CampaignParts(id int64) (CampaignParts, error) {
	return call(p.w.app, "Posts.CampaignParts", func() (CampaignParts, error) {
		parts, names, err := p.w.app.Campaigns.CampaignParts(context.Background(), id)
		out := CampaignParts{Posts: make([]CampaignPost, 0, len(parts)), People: append([]string{}, names...)}
		for _, part := range parts {
			out.Posts = append(out.Posts, CampaignPost(part))
		}
		return out, err
	})
}

// SaveCampaign adds a campaign (id 0) or changes one, and gives its id.
func (p *Posts) SaveCampaign(c CampaignLine) (int64, error) {
	return call(p.w.app, "Posts.SaveCampaign", func() (int64, error) {
		row := campaign.Campaign{ID: c.ID, Name: c.Name, Objective: c.Objective, Target: c.Target, State: c.State}
		if c.StartsOn != "" {
			row.StartsOn = &c.StartsOn
		}
		if c.EndsOn != "" {
			row.EndsOn = &c.EndsOn
		}
		if c.TargetShares > 0 {
			row.TargetShares = &c.TargetShares
		}
		saved, err := p.w.app.Campaigns.SaveCampaign(context.Background(), row)
		return saved.ID, err
	})
}
