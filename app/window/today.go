package window

import (
	"context"
	"time"

	"relais/backend/report"
)

// Today is the screen of what needs a person.
type Today struct{ w *Window }

// Overview is what the side bar and Today show.
type Overview struct {
	Company         string `json:"company"`
	NewArticles     int64  `json:"newArticles"`
	DraftsToApprove int64  `json:"draftsToApprove"`
	RepliesToReview int64  `json:"repliesToReview"`
	OnlyAsked       int64  `json:"onlyAsked"`
	OffersExpiring  int64  `json:"offersExpiring"`
	MailStuck       int64  `json:"mailStuck"`
	NotInvited      int64  `json:"notInvited"`
	Weeks           []Week `json:"weeks"`
}

// Week is one of the last twelve, by its Monday (YYYY-MM-DD).
type Week struct {
	Monday string `json:"monday"`
	Given  int64  `json:"given"`
	Asked  int64  `json:"asked"`
	Shared int64  `json:"shared"`
}

// Overview counts what needs a person and sums up the last twelve weeks.
func (t *Today) Overview() (Overview, error) {
	return call(t.w.app, "Today.Overview", func() (Overview, error) {
		ctx, ws := context.Background(), t.w.app.Workspace
		needs, err := report.Today(ctx, ws)
		if err != nil {
			return Overview{}, err
		}
		weeks, err := report.LastWeeks(ctx, ws, 12)
		if err != nil {
			return Overview{}, err
		}
		company, err := ws.Settings.Company(ctx)
		if err != nil {
			return Overview{}, err
		}
		out := Overview{Company: company.Name, NewArticles: needs.NewArticles, DraftsToApprove: needs.DraftsToApprove,
			RepliesToReview: needs.RepliesToReview, OnlyAsked: needs.OnlyAsked, OffersExpiring: needs.OffersExpiring,
			MailStuck: needs.MailStuck, NotInvited: needs.NotInvited, Weeks: make([]Week, 0, len(weeks))}
		for _, w := range weeks {
			out.Weeks = append(out.Weeks, Week{Monday: w.Monday.Format(time.DateOnly), Given: w.Given, Asked: w.Asked, Shared: w.Shared})
		}
		return out, nil
	})
}
