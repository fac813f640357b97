package window

import (
	"context"
	"time"

	"relais/backend/network"
	"relais/backend/report"
	"relais/backend/report/words"
	"relais/backend/share"
	"relais/backend/workspace"
)

// LedgerFilter narrows the list of shares; before and beforeId are the last line of the page before.
type LedgerFilter struct {
	Filter   ResultsFilter `json:"filter"`
	PostID   int64         `json:"postId"`
	StaffID  int64         `json:"staffId"`
	State    string        `json:"state"`
	Words    string        `json:"words"`
	Before   string        `json:"before"`
	BeforeID int64         `json:"beforeId"`
}

// ShareFlag is a doubt about a share.
type ShareFlag struct {
	ID       int64  `json:"id"`
	Kind     string `json:"kind"`
	Detail   string `json:"detail"`
	OtherID  int64  `json:"otherId"`
	Holds    int    `json:"holds"`
	Decision string `json:"decision"`
}

// ShareLine is a share in the list.
type ShareLine struct {
	ID          int64            `json:"id"`
	SharedOn    string           `json:"sharedOn"`
	StaffID     int64            `json:"staffId"` // 0 once the person was erased, or was never in the list
	StaffName   string           `json:"staffName"`
	PostID      int64            `json:"postId"`
	PostTitle   string           `json:"postTitle"`
	Network     string           `json:"network"`
	NetworkName string           `json:"networkName"`
	URL         string           `json:"url"`
	Origin      string           `json:"origin"`
	State       string           `json:"state"`
	Words       string           `json:"words"`
	InboundID   int64            `json:"inboundId"`
	ReplyID     int64            `json:"replyId"`
	Audience    *int64           `json:"audience"`
	AudienceOf  string           `json:"audienceOf"` // the day on which it was declared
	Figures     map[string]int64 `json:"figures"`
	Flags       []ShareFlag      `json:"flags"`
}

// ShareFigure is one number that was reported, with what became of it.
type ShareFigure struct {
	ID         int64  `json:"id"`
	Kind       string `json:"kind"`
	Value      int64  `json:"value"`
	ReportedAt string `json:"reportedAt"`
	Origin     string `json:"origin"`
	Words      string `json:"words"`
	Corrects   int64  `json:"corrects"`
	Void       bool   `json:"void"`
}

// ShareDetail is a share with all its evidence.
type ShareDetail struct {
	Line    ShareLine     `json:"line"`
	History []ShareFigure `json:"history"`
	Flags   []ShareFlag   `json:"flags"`
}

// Ledger gives one page of shares, the newest day first.
func (r *Results) Ledger(f LedgerFilter, language string) ([]ShareLine, error) {
	return call(r.w.app, "Results.Ledger", func() ([]ShareLine, error) {
		return r.lines(report.LedgerFilter{Filter: f.Filter.domain(), PostID: f.PostID, StaffID: f.StaffID, State: f.State, Words: f.Words,
			Before: report.Cursor{SharedOn: f.Before, ID: f.BeforeID}}, language)
	})
}

func (r *Results) lines(f report.LedgerFilter, language string) ([]ShareLine, error) {
	b, err := words.Open(language)
	if err != nil {
		return nil, err
	}
	lines, err := r.w.app.Reports.Lines(context.Background(), f)
	if err != nil {
		return nil, err
	}
	out := make([]ShareLine, 0, len(lines))
	for _, l := range lines {
		out = append(out, wireLine(l, b))
	}
	return out, nil
}

func wireLine(l report.Line, b *words.Book) ShareLine {
	out := ShareLine{ID: l.ID, SharedOn: l.SharedOn, StaffID: orZero(l.StaffID), StaffName: l.StaffName, PostID: orZero(l.PostID), PostTitle: l.PostTitle,
		Network: l.Network, NetworkName: report.NetworkName(l.Network, b), URL: l.URL, Origin: l.Origin, State: l.State, Words: l.Words,
		InboundID: orZero(l.InboundID), ReplyID: orZero(l.ReplyID), Audience: l.Audience, Figures: l.Figures, Flags: wireFlags(l.OpenFlags)}
	if l.AudienceAsOf != nil {
		out.AudienceOf = *l.AudienceAsOf
	}
	return out
}

func orZero(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func wireFlags(flags []share.Flag) []ShareFlag {
	out := make([]ShareFlag, 0, len(flags))
	for _, f := range flags {
		out = append(out, ShareFlag{ID: f.ID, Kind: f.Kind, Detail: f.Detail, OtherID: orZero(f.OtherID), Holds: f.Holds, Decision: f.Decision})
	}
	return out
}

// Share gives one share with its figures over time and its doubts.
func (r *Results) Share(id int64, language string) (ShareDetail, error) {
	return call(r.w.app, "Results.Share", func() (ShareDetail, error) {
		ctx := context.Background()
		lines, err := r.lines(report.LedgerFilter{ID: id, State: "any"}, language)
		if err != nil {
			return ShareDetail{}, err
		}
		if len(lines) == 0 {
			return ShareDetail{}, workspace.NewFault("share_gone", "id", id)
		}
		figures, err := r.w.app.Shares.Figures(ctx, id)
		if err != nil {
			return ShareDetail{}, err
		}
		flags, err := r.w.app.Shares.Flags(ctx, id)
		if err != nil {
			return ShareDetail{}, err
		}
		out := ShareDetail{Line: lines[0], History: []ShareFigure{}, Flags: wireFlags(flags)}
		for _, f := range figures {
			out.History = append(out.History, ShareFigure{ID: f.ID, Kind: f.Kind, Value: f.Value, ReportedAt: f.ReportedAt.Time().Format(time.RFC3339),
				Origin: f.Origin, Words: f.Words, Corrects: orZero(f.Supersedes), Void: f.VoidedAt != nil})
		}
		return out, nil
	})
}

// ShareEntry is a share as it is entered by hand.
type ShareEntry struct {
	PostID   int64            `json:"postId"`
	StaffID  int64            `json:"staffId"`
	Network  string           `json:"network"`
	URL      string           `json:"url"`
	SharedOn string           `json:"sharedOn"`
	Words    string           `json:"words"`
	Figures  map[string]int64 `json:"figures"`
	Again    bool             `json:"again"` // a second post of theirs, not the same one twice
}

// Enter records a share by hand and gives the step that undoes it.
func (r *Results) Enter(e ShareEntry) (int64, error) {
	return call(r.w.app, "Results.Enter", func() (int64, error) {
		sh, err := r.w.app.Shares.Enter(context.Background(), share.Entry{PostID: e.PostID, StaffID: e.StaffID, Network: e.Network, URL: e.URL,
			SharedOn: e.SharedOn, Words: e.Words, Figures: e.Figures}, e.Again)
		if err != nil {
			return 0, err
		}
		return r.lastStep("share", sh.ID)
	})
}

// lastStep gives the journal's newest entry about a thing: what undoes it.
func (r *Results) lastStep(kind string, id int64) (int64, error) {
	entries, err := r.w.app.Workspace.Journal.List(context.Background(), workspace.Filter{Kind: kind, ID: id, Limit: 1})
	if err != nil || len(entries) == 0 {
		return 0, err
	}
	return entries[0].ID, nil
}

// ShareChange corrects a share; null leaves a field as it is, audience -1 is not known.
type ShareChange struct {
	Network  *string `json:"network"`
	URL      *string `json:"url"`
	SharedOn *string `json:"sharedOn"`
	Audience *int64  `json:"audience"`
}

// Correct changes what a share says and gives the step that undoes it.
func (r *Results) Correct(id int64, c ShareChange) (int64, error) {
	return call(r.w.app, "Results.Correct", func() (int64, error) {
		change := share.Correction{Network: c.Network, URL: c.URL, SharedOn: c.SharedOn, Audience: c.Audience}
		if _, err := r.w.app.Shares.Correct(context.Background(), id, change); err != nil {
			return 0, err
		}
		return r.lastStep("share", id)
	})
}

// TakeBack voids a share and gives the step that undoes it.
func (r *Results) TakeBack(id int64) (int64, error) {
	return call(r.w.app, "Results.TakeBack", func() (int64, error) {
		if err := r.w.app.Shares.TakeBack(context.Background(), id); err != nil {
			return 0, err
		}
		return r.lastStep("share", id)
	})
}

// Restore brings back a share that was taken back.
func (r *Results) Restore(id int64) error {
	return do(r.w.app, "Results.Restore", func() error { return r.w.app.Shares.Restore(context.Background(), id) })
}

// Decide settles a doubt and gives the step that undoes it.
func (r *Results) Decide(shareID, flagID int64, accept bool) (int64, error) {
	return call(r.w.app, "Results.Decide", func() (int64, error) {
		if err := r.w.app.Shares.Decide(context.Background(), flagID, accept); err != nil {
			return 0, err
		}
		return r.lastStep("share", shareID)
	})
}

// AddFigure records what a share reached and gives the step that undoes it.
func (r *Results) AddFigure(shareID int64, kind string, value int64) (int64, error) {
	return call(r.w.app, "Results.AddFigure", func() (int64, error) {
		if err := r.w.app.Shares.AddFigure(context.Background(), shareID, kind, value); err != nil {
			return 0, err
		}
		return r.lastStep("share", shareID)
	})
}

// CorrectFigure puts another value in the place of a wrong one.
func (r *Results) CorrectFigure(shareID, figureID, value int64) (int64, error) {
	return call(r.w.app, "Results.CorrectFigure", func() (int64, error) {
		if err := r.w.app.Shares.CorrectFigure(context.Background(), figureID, value); err != nil {
			return 0, err
		}
		return r.lastStep("share", shareID)
	})
}

// Find looks for people or posts by a part of their name, for entering a share.
func (r *Results) Find(kind, text string) ([]ResultsChoice, error) {
	return call(r.w.app, "Results.Find", func() ([]ResultsChoice, error) {
		return findChoices(r, kind, text)
	})
}

// Networks are all networks that a share may be on.
func (r *Results) Networks() ([]ResultsChoice, error) {
	return call(r.w.app, "Results.Networks", func() ([]ResultsChoice, error) {
		out := []ResultsChoice{}
		for _, n := range network.All() {
			out = append(out, ResultsChoice{Key: string(n.ID), Name: n.Name})
		}
		return out, nil
	})
}
