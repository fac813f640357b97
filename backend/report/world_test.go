package report

import (
	"context"
	"fmt"

	"relais/backend/network"
	"relais/backend/share"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// sharesOf moves the ledger of people who are merged, as the program does.
type sharesOf struct{ ledger *share.Service }

func (sharesOf) PersonalDataName() string { return "shares" }
func (sharesOf) PersonalData(context.Context, int64) ([]map[string]any, error) {
	return nil, nil
}
func (h sharesOf) ErasePersonalData(ctx context.Context, id int64) error {
	return h.ledger.Anonymise(ctx, id)
}
func (h sharesOf) MovePersonalData(ctx context.Context, from, to int64) error {
	return h.ledger.Move(ctx, from, to)
}

// more lets rarer things happen, each by the service that does it in the program.
func (w *world) more(n int) string {
	id := w.somebody()
	switch n {
	case 0:
		size := int64(w.r.IntN(3000))
		_ = w.staff.SetAudience(w.ctx, id, staff.Figure{Network: []network.ID{"linkedin", "x"}[w.r.IntN(2)], Size: &size, AsOf: w.day()})
		return "audience of a day past"
	case 1:
		w.sql("UPDATE staff SET joined_on = ? WHERE id = ?", w.day(), id)
		return "joined earlier or later"
	case 2:
		if w.r.IntN(3) == 0 {
			_ = w.staff.Merge(w.ctx, id, w.somebody())
		}
		return "merged"
	case 3:
		w.importPast()
		return "past shares"
	case 4:
		w.importVisits()
		return "visits"
	case 5:
		w.refer(id)
		return "referral"
	case 6:
		w.sayOfPage()
		return "page"
	case 7:
		w.undo()
		return "undone"
	default:
		cpm := float64(w.r.IntN(40))
		if err := WriteAssumptions(w.ctx, w.ws, Assumptions{CPM: &cpm}); err != nil {
			w.t.Fatal(err)
		}
		return "price"
	}
}

func (w *world) importPast() {
	w.inbox++
	data := "Date;Nom;Réseau;Titre;Vues;Abonnés\n"
	for range w.r.IntN(5) + 1 {
		data += fmt.Sprintf("%s;%s;%s;%s;%d;%d\n", w.day(), []string{fmt.Sprintf("Person %d", w.r.IntN(20)+1), "Paul Ancien"}[w.r.IntN(2)],
			[]string{"LinkedIn", "X"}[w.r.IntN(2)], []string{"Post 3", fmt.Sprint("Une ancienne ", w.inbox)}[w.r.IntN(2)], w.r.IntN(500)+1, w.r.IntN(900))
	}
	plan, err := PlanPast(w.ctx, w.ws, "past.csv", []byte(data))
	if err != nil {
		w.t.Fatal(err)
	}
	rows := make([]share.PastShare, 0, len(plan.New))
	for _, r := range plan.New {
		rows = append(rows, r.PastShare)
	}
	if len(rows) > 0 {
		_, _ = w.shares.ImportPast(w.ctx, plan.File, plan.Hash, rows, nil)
	}
}

func (w *world) importVisits() {
	data := "Date,Campaign Name,Campaign Source,Visits\n"
	for range w.r.IntN(4) + 1 {
		data += fmt.Sprintf("%s,%s,%s,%d\n", w.day(), []string{"newsletter", "post-1", "post-2"}[w.r.IntN(3)], []string{"linkedin", "x"}[w.r.IntN(2)], w.r.IntN(90)+1)
	}
	plan, err := PlanVisits(w.ctx, w.ws, "visits.csv", []byte(data))
	if err != nil {
		w.t.Fatal(err)
	}
	_, _ = w.shares.ImportVisits(w.ctx, plan.Import, plan.Visits)
}

func (w *world) refer(id int64) {
	which := int64(w.r.IntN(4)) // 0 is another one
	entry := share.ReferralEntry{PostID: int64(w.r.IntN(worldPosts) + 1), StaffID: id, ReceivedOn: w.day(), Stage: share.StageReceived}
	if w.r.IntN(2) == 0 {
		entry.Stage, entry.HiredOn = share.StageHired, w.day()
	}
	_, _ = w.shares.SaveReferral(w.ctx, which, entry)
}

func (w *world) sayOfPage() {
	page, err := w.shares.SavePage(w.ctx, share.Page{Network: []string{"linkedin", "x"}[w.r.IntN(2)]})
	if err != nil {
		w.t.Fatal(err)
	}
	f := share.PageFigure{PageID: page.ID, AsOf: w.day()}
	maybe := func(n int) *int64 {
		if v := int64(w.r.IntN(n)); w.r.IntN(2) == 0 {
			return &v
		}
		return nil
	}
	f.Followers, f.ReachPerPost, f.OverlapPermille = maybe(4000), maybe(900), maybe(1000)
	if reactions := float64(w.r.IntN(30)); f.ReachPerPost != nil {
		f.ReactionsPerPost = &reactions
	}
	_, _ = w.shares.AddPageFigure(w.ctx, f)
}

// undo takes back one of the last steps that can be.
func (w *world) undo() {
	entries, err := w.ws.Journal.List(w.ctx, workspace.Filter{Limit: 8})
	if err != nil {
		w.t.Fatal(err)
	}
	if len(entries) > 0 {
		_ = w.ws.Journal.Undo(w.ctx, entries[w.r.IntN(len(entries))].ID)
	}
}
