package window

import (
	"context"
	"errors"
	"time"

	"relais/backend/report"
	"relais/backend/workspace"
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
	BackupFault     string `json:"backupFault"` // code of what the last backup failed by, or ""
	Staff           int64  `json:"staff"`
	Invited         int64  `json:"invited"`
	Sources         int64  `json:"sources"`
	MailSet         bool   `json:"mailSet"`
	FirstSteps      bool   `json:"firstSteps"` // the first steps are shown until they are done or hidden
	Welcomed        bool   `json:"welcomed"`
	Weeks           []Week `json:"weeks"`
	// Copy is why nothing is sent from this copy of the workspace; its code is "" where all is well.
	Copy CopyFault `json:"copy"`
}

// CopyFault says that another copy of the workspace is about; the page puts error_<code> into words.
type CopyFault struct {
	Code   string         `json:"code"`
	Params map[string]any `json:"params"`
}

// Week is one of the last twelve, by its Monday (YYYY-MM-DD).
type Week struct {
	Monday string `json:"monday"`
	Given  int64  `json:"given"`
	Asked  int64  `json:"asked"`
	Shared int64  `json:"shared"`
}

// stepsHiddenKey is the setting that says the first steps are not shown any more.
const stepsHiddenKey = "window.first_steps_hidden"

// HideFirstSteps hides the first steps on Today, or shows them again.
func (t *Today) HideFirstSteps(hidden bool) error {
	return do(t.w.app, "Today.HideFirstSteps", func() error {
		return t.w.app.Workspace.Settings.Set(context.Background(), stepsHiddenKey, hidden)
	})
}

// Overview counts what needs a person and sums up the last twelve weeks.
func (t *Today) Overview() (Overview, error) {
	return call(t.w.app, "Today.Overview", func() (Overview, error) {
		out, err := t.overview()
		if errors.Is(t.w.app.Workspace.Known(err), workspace.ErrDamaged) { // the page then leads to the rescue
			return Overview{Welcomed: true, Weeks: []Week{}, Copy: t.w.copyFault()}, nil
		}
		return out, err
	})
}

func (t *Today) overview() (Overview, error) {
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
	out.Staff, out.Invited, out.Sources = needs.Staff, needs.Invited, needs.Sources
	for key, into := range map[string]*bool{welcomeKey: &out.Welcomed, stepsHiddenKey: &out.FirstSteps} {
		if _, err := ws.Settings.Get(ctx, key, into); err != nil {
			return Overview{}, err
		}
	}
	out.FirstSteps = !out.FirstSteps
	backups, err := t.w.app.Backups.State(ctx)
	if err != nil {
		return Overview{}, err
	}
	out.BackupFault = backups.LastFault
	if _, out.MailSet, err = t.w.app.Account.Get(ctx); err != nil {
		return Overview{}, err
	}
	out.Copy = t.w.copyFault()
	for _, w := range weeks {
		out.Weeks = append(out.Weeks, Week{Monday: w.Monday.Format(time.DateOnly), Given: w.Given, Asked: w.Asked, Shared: w.Shared})
	}
	return out, nil
}

func (w *Window) copyFault() CopyFault {
	var fault *workspace.Fault
	if errors.As(w.app.Workspace.OtherCopy(), &fault) {
		return CopyFault{Code: fault.Code, Params: fault.Params}
	}
	return CopyFault{Params: map[string]any{}}
}
