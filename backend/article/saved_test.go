package article

import (
	"context"
	"fmt"
	"testing"
)

func TestSavedSearches(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	add(t, s, Draft{Title: "Le recrutement change", Language: "fr", Text: "Un."}, Draft{Title: "Solar roofs", Language: "en", Text: "Two."})
	if _, err := s.SaveSearch(ctx, "  ", "x"); faultCode(err) != "search_unnamed" {
		t.Errorf("without a name: %v", err)
	}
	second, err := s.SaveSearch(ctx, "watch", "lang:en solar ")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveSearch(ctx, " Embauche ", "recruter kind:article "); err != nil {
		t.Fatal(err)
	}
	all, err := s.Searches(ctx)
	if err != nil || len(all) != 2 || all[0].Name != "Embauche" || all[1].ID != second {
		t.Fatalf("searches %+v, %v", all, err)
	}
	for i, want := range []string{"Le recrutement change", "Solar roofs"} {
		if got := titles(t, s, Filter{Query: all[i].Query}); len(got) != 1 || got[0] != want {
			t.Errorf("%q finds %v, want %s", all[i].Query, got, want)
		}
	}
	if err := s.DeleteSearch(ctx, second); err != nil {
		t.Fatal(err)
	}
	if all, _ = s.Searches(ctx); len(all) != 1 || all[0].Name != "Embauche" {
		t.Errorf("after deleting: %+v", all)
	}
}

// A list that was remembered is not shown once something has changed.
func TestListsFollowChanges(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	var drafts []Draft
	for i := range deep + 200 {
		drafts = append(drafts, Draft{Title: fmt.Sprintf("Solar roof %d", i), Language: "en", URL: fmt.Sprintf("https://a.example/%d", i)})
	}
	added := add(t, s, drafts...)
	look := func(f Filter, offset int) Page {
		t.Helper()
		p, err := s.List(ctx, f, offset, 10)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	inbox, words := Filter{State: Inbox}, Filter{State: Inbox, Query: "roofs "}
	for range 2 {
		if a, b, c := look(inbox, 0), look(inbox, deep+50), look(words, 0); a.Total != len(drafts) || len(b.IDs) != 10 || c.Total != len(drafts) || b.IDs[0] != added[len(drafts)-deep-51].ID {
			t.Fatalf("totals %d %d, deep page %v", a.Total, c.Total, b.IDs)
		}
	}
	if _, err := s.Triage(ctx, Kept, added[len(added)-1].ID); err != nil {
		t.Fatal(err)
	}
	if a, b, c := look(inbox, 0), look(inbox, deep+50), look(words, 0); a.Total != len(drafts)-1 || c.Total != len(drafts)-1 || b.IDs[0] != added[len(drafts)-deep-52].ID {
		t.Errorf("after triage: totals %d %d, deep page %v", a.Total, c.Total, b.IDs)
	}
}

// Ranking in pieces gives the order that ranking at once gives.
func TestRankedInPieces(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	var drafts []Draft
	for i := range 3*alone + 50 {
		text := "wind"
		for range i % 7 {
			text += " solar"
		}
		drafts = append(drafts, Draft{Title: fmt.Sprintf("Number %d", i), Language: "en", Text: "Solar " + text})
	}
	add(t, s, drafts...)
	p, err := s.List(ctx, Filter{Query: "solar "}, 0, 500)
	if err != nil || p.Total != len(drafts) || p.Order != ByRank {
		t.Fatalf("%+v, %v", p.Total, err)
	}
	q := s.ParseQuery("solar ", noon)
	var want []int64
	err = s.db.Read(ctx).Raw("SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rank, rowid DESC LIMIT 500", s.index.Expression(q.clauses)).Scan(&want).Error
	if err != nil || fmt.Sprint(p.IDs) != fmt.Sprint(want) {
		t.Errorf("the order differs: %v\n%v %v", p.IDs[:20], want[:20], err)
	}
}

// The counts that triggers keep are those that counting gives.
func TestCounts(t *testing.T) {
	s := library(t)
	ctx := context.Background()
	story := "The regional council voted on Tuesday to fund forty new training places for heat pump fitters in the three western departments, "
	story += "after two years in which firms could not find anybody and pupils could not find a place; the first courses begin next autumn in the old mill by the river."
	var drafts []Draft
	for i := range 30 {
		drafts = append(drafts, Draft{Title: fmt.Sprintf("Number %d", i), URL: fmt.Sprintf("https://a.example/%d", i)})
	}
	got := add(t, s, drafts...)
	first := add(t, s, Draft{Title: "Council votes", URL: "https://b.example/1", Text: story, Full: true})
	if again := add(t, s, Draft{Title: "The council has voted", URL: "https://c.example/1", Text: story, Full: true}); again[0].DuplicateOf != first[0].ID {
		t.Fatalf("not seen as a repeat: %+v", again)
	}
	same := func(when string) {
		t.Helper()
		have, err := s.Counts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for state, n := range have {
			var counted int
			if err := s.db.Read(ctx).Raw("SELECT COUNT(*) FROM article WHERE state = ? AND duplicate_of IS NULL", state).Scan(&counted).Error; err != nil || counted != n {
				t.Errorf("%s: %d are %s, and %d are said; %v", when, counted, state, n, err)
			}
		}
	}
	same("added")
	undo, err := s.Triage(ctx, Kept, got[0].ID, got[1].ID, got[2].ID)
	if err != nil {
		t.Fatal(err)
	}
	same("kept")
	if err := s.ws.Journal.Undo(ctx, undo); err != nil {
		t.Fatal(err)
	}
	same("undone")
	// The repeat becomes an article of its own where the one that it repeats goes.
	if err := s.db.Write(ctx).Exec("DELETE FROM article WHERE id IN ?", []int64{first[0].ID, got[5].ID}).Error; err != nil {
		t.Fatal(err)
	}
	same("erased")
	if n, _ := s.Counts(ctx); n[Inbox] != 30 {
		t.Errorf("%d in the inbox, want 30", n[Inbox])
	}
}
