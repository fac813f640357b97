package report

import (
	"errors"
	"testing"

	"relais/backend/share"
	"relais/backend/workspace"
)

func TestImportOfPastShares(t *testing.T) {
	ws, ctx := open(t)
	firm(t, ws)
	shares := share.New(ws, NewDirectory(ws))
	data := []byte("Date;Nom;Email;Réseau;Titre;Vues;Abonnés\n" +
		"14/03/2026;Lea MARTIN;;LinkedIn;le bim sans douleur;300;\n" +
		"15/03/2026;;lea@example.test;X;Une vieille publication;;950\n" +
		"02/01/2022;Paul Ancien;;LinkedIn;Une vieille publication;;\n" +
		"02/01/2022;Paul Ancien;;LinkedIn;Une vieille publication;;\n")
	plan, err := PlanPast(ctx, ws, "historique.csv", data)
	if err != nil || len(plan.New) != 3 || len(plan.Rejected) != 1 || plan.Rejected[0].Code != "past_twice" {
		t.Fatalf("%v %+v", err, plan)
	}
	rows := make([]share.PastShare, 0, len(plan.New))
	for _, r := range plan.New {
		rows = append(rows, r.PastShare)
	}
	if _, err := shares.ImportPast(ctx, plan.File, plan.Hash, rows, nil); err != nil {
		t.Fatal(err)
	}
	lines, err := New(ws, shares).Lines(ctx, LedgerFilter{})
	if err != nil || len(lines) != 3 {
		t.Fatalf("%v, %d lines", err, len(lines))
	}
	if l := lines[1]; l.StaffName != "Léa Martin" || *l.PostID != 1 || l.Figures["views"] != 300 || *l.Audience != 300 {
		t.Errorf("by name and title: %+v", l)
	}
	if l := lines[0]; *l.StaffID != 1 || l.PostTitle != "Une vieille publication" || *l.Audience != 950 {
		t.Errorf("by address: %+v", l)
	}
	if l := lines[2]; l.StaffID != nil || l.Person >= 0 {
		t.Errorf("somebody who is not in the list: %+v", l)
	}
	if _, err := shares.ImportPast(ctx, plan.File, plan.Hash, rows, nil); !errors.Is(err, workspace.NewFault("import_twice")) {
		t.Errorf("the same file again: %v", err)
	}
	again, err := PlanPast(ctx, ws, "copie.csv", append(data, '\n'))
	if err != nil || len(again.New) != 1 || again.Unchanged != 2 {
		// A stranger has no name in the ledger, so that one alone cannot be recognised.
		t.Errorf("%v: %d new, %d unchanged", err, len(again.New), again.Unchanged)
	}
	entries, err := ws.Journal.List(ctx, workspace.Filter{Kind: "share_import"})
	if err != nil || len(entries) != 1 {
		t.Fatalf("%v, %d entries", err, len(entries))
	}
	if err := ws.Journal.Undo(ctx, entries[0].ID); err != nil {
		t.Fatal(err)
	}
	if lines, _ := New(ws, shares).Lines(ctx, LedgerFilter{State: "any"}); len(lines) != 0 {
		t.Errorf("%d lines after the undo", len(lines))
	}
}

func TestImportOfVisits(t *testing.T) {
	ws, ctx := open(t)
	firm(t, ws)
	exec(t, ws, "UPDATE post SET link = 'https://atelier.example/bim?x=1' WHERE id = 1")
	shares := share.New(ws, NewDirectory(ws))
	for i, data := range []string{
		"Date,Campaign Name,Campaign Source,Visits\n2026-05-04,post-1,linkedin,40\n2026-05-05,newsletter,mail,7\n",
		"Date,Campaign Name,Campaign Source,Visits\n2026-05-04,post-1,linkedin,44\n2026-05-06,post-1,x,2\n", // the 4th again, grown
		"Landing page,Sessions\n/bim/,3\n/,90\n",
	} {
		plan, err := PlanVisits(ctx, ws, "export.csv", []byte(data))
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 && (plan.Matched != 40 || plan.Strays != 7) {
			t.Errorf("got %+v", plan)
		}
		if _, err := shares.ImportVisits(ctx, plan.Import, plan.Visits); err != nil {
			t.Fatal(err)
		}
	}
	v, err := New(ws, shares).View(ctx, Filter{From: "2026-01-01", To: "2026-12-31"})
	if err != nil {
		t.Fatal(err)
	}
	f := v.Figure(Visits)
	if f.Value == nil || *f.Value != 49 || f.Label != Measured || len(f.Asides) != 1 || f.Asides[0].Count != 97 {
		t.Fatalf("got %+v", f)
	}
	v, _ = New(ws, shares).View(ctx, Filter{From: "2026-01-01", To: "2026-12-31", Network: "x"})
	if f := v.Figure(Visits); f.Value == nil || *f.Value != 2 {
		t.Fatalf("on X %+v", f)
	}
}
