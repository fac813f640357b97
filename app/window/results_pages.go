package window

import (
	"context"
	"strconv"

	"relais/backend/report"
	"relais/backend/share"
)

func findChoices(r *Results, kind, text string) ([]ResultsChoice, error) {
	found, err := report.Find(context.Background(), r.w.app.Workspace, text)
	if err != nil {
		return nil, err
	}
	out := []ResultsChoice{}
	for _, f := range found {
		if f.Kind == kind {
			out = append(out, ResultsChoice{Key: strconv.FormatInt(f.ID, 10), Name: f.Title})
		}
	}
	return out, nil
}

// PageFigure is what the company says of its page as of a day; null is not known.
type PageFigure struct {
	Network          string   `json:"network"`
	AsOf             string   `json:"asOf"`
	Followers        *int64   `json:"followers"`
	ReachPerPost     *int64   `json:"reachPerPost"`
	ReactionsPerPost *float64 `json:"reactionsPerPost"`
	Overlap          *float64 `json:"overlap"` // part of 1
}

// PageFigures gives all standing figures of the company's pages, the newest first.
func (r *Results) PageFigures() ([]PageFigure, error) {
	return call(r.w.app, "Results.PageFigures", func() ([]PageFigure, error) {
		ctx := context.Background()
		pages, err := r.w.app.Shares.Pages(ctx)
		if err != nil {
			return nil, err
		}
		network := map[int64]string{}
		for _, p := range pages {
			network[p.ID] = p.Network
		}
		figures, err := r.w.app.Shares.PageFigures(ctx)
		if err != nil {
			return nil, err
		}
		out := make([]PageFigure, 0, len(figures))
		for i := len(figures) - 1; i >= 0; i-- {
			f := figures[i]
			wire := PageFigure{Network: network[f.PageID], AsOf: f.AsOf, Followers: f.Followers, ReachPerPost: f.ReachPerPost, ReactionsPerPost: f.ReactionsPerPost}
			if f.OverlapPermille != nil {
				overlap := float64(*f.OverlapPermille) / 1000
				wire.Overlap = &overlap
			}
			out = append(out, wire)
		}
		return out, nil
	})
}

// AddPageFigure keeps what a page reaches as of a day and gives the step that undoes it.
func (r *Results) AddPageFigure(f PageFigure) (int64, error) {
	return call(r.w.app, "Results.AddPageFigure", func() (int64, error) {
		ctx := context.Background()
		page, err := r.w.app.Shares.SavePage(ctx, share.Page{Network: f.Network})
		if err != nil {
			return 0, err
		}
		row := share.PageFigure{PageID: page.ID, AsOf: f.AsOf, Followers: f.Followers, ReachPerPost: f.ReachPerPost, ReactionsPerPost: f.ReactionsPerPost}
		if f.Overlap != nil {
			permille := int64(*f.Overlap*1000 + 0.5)
			row.OverlapPermille = &permille
		}
		if _, err := r.w.app.Shares.AddPageFigure(ctx, row); err != nil {
			return 0, err
		}
		return r.lastStep("page", page.ID)
	})
}

// Assumptions is what estimates rest on: the part of an audience that sees a share, by network, and the firm's price
// of 1,000 views (null until given).
type Assumptions struct {
	Factor map[string]float64 `json:"factor"`
	CPM    *float64           `json:"cpm"`
}

// Assumptions gives what estimates rest on.
func (r *Results) Assumptions() (Assumptions, error) {
	return call(r.w.app, "Results.Assumptions", func() (Assumptions, error) {
		a, err := report.ReadAssumptions(context.Background(), r.w.app.Workspace)
		return Assumptions(a), err
	})
}

// SetAssumptions keeps them.
func (r *Results) SetAssumptions(a Assumptions) error {
	return do(r.w.app, "Results.SetAssumptions", func() error {
		return report.WriteAssumptions(context.Background(), r.w.app.Workspace, report.Assumptions(a))
	})
}

// ReferralLine is a referral in the list.
type ReferralLine struct {
	ID            int64  `json:"id"`
	PostID        int64  `json:"postId"`
	PostTitle     string `json:"postTitle"`
	StaffID       int64  `json:"staffId"`
	StaffName     string `json:"staffName"`
	Stage         string `json:"stage"`
	ReceivedOn    string `json:"receivedOn"`
	HiredOn       string `json:"hiredOn"`
	CandidateName string `json:"candidateName"`
	Consent       bool   `json:"consent"`
	Note          string `json:"note"`
	EraseOn       string `json:"eraseOn"`
}

// Referrals gives all referrals, the newest first.
func (r *Results) Referrals() ([]ReferralLine, error) {
	return call(r.w.app, "Results.Referrals", func() ([]ReferralLine, error) {
		rows, err := report.ReferralLines(context.Background(), r.w.app.Workspace)
		if err != nil {
			return nil, err
		}
		out := make([]ReferralLine, 0, len(rows))
		for _, l := range rows {
			wire := ReferralLine{ID: l.ID, PostID: orZero(l.PostID), PostTitle: l.PostTitle, StaffID: orZero(l.StaffID), StaffName: l.StaffName, Stage: l.Stage,
				ReceivedOn: l.ReceivedOn, CandidateName: l.CandidateName, Consent: l.ConsentOn != nil, Note: l.Note, EraseOn: l.EraseOn}
			if l.HiredOn != nil {
				wire.HiredOn = *l.HiredOn
			}
			out = append(out, wire)
		}
		return out, nil
	})
}

// SaveReferral adds a referral (id 0) or changes one, and gives the step that undoes it.
func (r *Results) SaveReferral(l ReferralLine) (int64, error) {
	return call(r.w.app, "Results.SaveReferral", func() (int64, error) {
		row, err := r.w.app.Shares.SaveReferral(context.Background(), l.ID, share.ReferralEntry{PostID: l.PostID, StaffID: l.StaffID, Stage: l.Stage,
			ReceivedOn: l.ReceivedOn, HiredOn: l.HiredOn, CandidateName: l.CandidateName, Consent: l.Consent, Note: l.Note})
		if err != nil {
			return 0, err
		}
		return r.lastStep("referral", row.ID)
	})
}
