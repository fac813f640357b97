package post_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"relais/backend/post"
	"relais/backend/workspace"
)

type desk struct {
	*post.Service
	t   *testing.T
	ctx context.Context
	ws  *workspace.Workspace
	now time.Time
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, ctx: workspace.WithActor(context.Background(), "Claire"), now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
	ws, err := workspace.Open(d.ctx, t.TempDir(), workspace.Options{Now: func() time.Time { return d.now }, Secrets: &workspace.MemorySecrets{}})
	d.must(err)
	t.Cleanup(func() { _ = ws.Close() })
	d.ws, d.Service = ws, post.New(ws)
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func content(texts ...string) post.Content {
	c := post.Content{Kind: post.Give, Title: "Titre", Link: "https://acme.example/a", Tags: []string{}, Topics: []int64{}, Variants: []post.Wording{}}
	for _, text := range texts {
		c.Variants = append(c.Variants, post.Wording{Network: "linkedin", Language: "fr", Text: text})
	}
	return c
}

func (d *desk) create(c post.Content) post.Full {
	d.t.Helper()
	p, err := d.Create(d.ctx, c)
	d.must(err)
	return p
}

func TestSaveKeepsHistoryAndRevertsWhole(t *testing.T) {
	d := newDesk(t)
	p := d.create(content("Un.", "Deux."))
	first := p.Content()
	for _, text := range []string{"Un!", "Un!!", "Un!!!"} { // one stretch of writing
		c := p.Content()
		c.Variants[0].Text = text
		var err error
		p, err = d.Save(d.ctx, p.ID, c)
		d.must(err)
		d.now = d.now.Add(20 * time.Second)
	}
	d.now = d.now.Add(time.Hour)
	c := p.Content()
	c.Title, c.Variants = "Autre titre", c.Variants[:1]
	p, err := d.Save(d.ctx, p.ID, c)
	d.must(err)
	if len(p.Variants) != 1 {
		t.Errorf("%d variants after removing one", len(p.Variants))
	}
	history, err := d.History(d.ctx, p.ID)
	d.must(err)
	if len(history) != 2 {
		t.Fatalf("%d revisions; one stretch and one change an hour later make two", len(history))
	}
	back, err := d.Revert(d.ctx, p.ID, history[1].ID)
	d.must(err)
	if back.Title != first.Title || len(back.Variants) != 2 || back.Variants[0].Text != "Un." {
		t.Errorf("reverted to %q with %+v", back.Title, back.Variants)
	}
	steps, err := d.ws.Journal.List(d.ctx, workspace.Filter{Kind: "post", ID: p.ID, Limit: 1})
	d.must(err)
	d.must(d.ws.Journal.Undo(d.ctx, steps[0].ID))
	if again, _ := d.Get(d.ctx, p.ID); again.Title != "Autre titre" {
		t.Errorf("the revert was not undone: %q", again.Title)
	}
}

func TestApproval(t *testing.T) {
	d := newDesk(t)
	p := d.create(content("Un texte."))
	d.must(d.Approve(d.ctx, p.ID))
	c := p.Content()
	c.Variants[0].Text = "Un autre texte."
	p, err := d.Save(d.ctx, p.ID, c)
	d.must(err)
	if p.State != post.Draft {
		t.Errorf("changed words stayed %s: what was approved is what was read", p.State)
	}
	d.must(d.SetTwoEyes(d.ctx, true))
	if err := d.Approve(d.ctx, p.ID); !errors.Is(err, workspace.NewFault("post_second_pair")) {
		t.Errorf("approved without being submitted: %v", err)
	}
	d.must(d.Submit(d.ctx, p.ID))
	if err := d.Approve(d.ctx, p.ID); !errors.Is(err, workspace.NewFault("post_second_pair")) {
		t.Errorf("approved by the author: %v", err)
	}
	d.must(d.Approve(workspace.WithActor(d.ctx, "Paul"), p.ID))
	if p, _ = d.Get(d.ctx, p.ID); p.State != post.Approved || p.ApprovedBy != "Paul" {
		t.Errorf("%s by %q", p.State, p.ApprovedBy)
	}
}

func TestExpiry(t *testing.T) {
	d := newDesk(t)
	c := content("Un texte.")
	c.ExpiresOn = "2026-11-02"
	p := d.create(c)
	d.must(d.Approve(d.ctx, p.ID))
	if n, err := d.ExpireDue(d.ctx); err != nil || n != 0 {
		t.Errorf("on its last day: %d, %v", n, err)
	}
	d.now = d.now.AddDate(0, 0, 1)
	if n, err := d.ExpireDue(d.ctx); err != nil || n != 1 {
		t.Errorf("the day after: %d, %v", n, err)
	}
	later := p.Content()
	later.ExpiresOn = "2026-12-01"
	p, err := d.Save(d.ctx, p.ID, later)
	d.must(err)
	if p.State != post.Draft {
		t.Errorf("with a new last day it is %s", p.State)
	}
}

func TestRefused(t *testing.T) {
	d := newDesk(t)
	tests := map[string]func(c *post.Content){
		"network_unknown":   func(c *post.Content) { c.Variants[0].Network = "friendster" },
		"date_unreadable":   func(c *post.Content) { c.ExpiresOn = "31/12/2026" },
		"address_invalid":   func(c *post.Content) { c.Link = "pas un lien" },
		"post_kind_unknown": func(c *post.Content) { c.Kind = "gift" },
		"post_too_long":     func(c *post.Content) { c.Variants[0].Text = strings.Repeat("a", 300<<10) },
	}
	for code, spoil := range tests {
		c := content("Un texte.")
		spoil(&c)
		if _, err := d.Create(d.ctx, c); !errors.Is(err, workspace.NewFault(code)) {
			t.Errorf("%s: %v", code, err)
		}
	}
	if all, _ := d.List(d.ctx, post.Filter{}); len(all) != 0 {
		t.Errorf("%d posts were kept", len(all))
	}
}

func TestCheck(t *testing.T) {
	d := newDesk(t)
	c := content("Le même texte pour tout le monde, exactement.", "Le même texte pour tout le monde, exactement!", "Bonjour {prénom}, {surnom}")
	c.Disclosure = "#AcmeTeam"
	c.Variants = append(c.Variants, post.Wording{Network: "x", Language: "fr", Text: strings.Repeat("é", 260) + " #AcmeTeam"})
	got := map[string]int{}
	for _, w := range d.Check(d.create(c)) {
		got[w.Code]++
	}
	want := map[string]int{"too_alike": 1, "no_disclosure": 3, "placeholder_unknown": 1, "over_limit": 1, "same_for_all": 1}
	for code, n := range want {
		if got[code] != n {
			t.Errorf("%s: %d, want %d (%v)", code, got[code], n, got)
		}
	}
}

func TestDuplicateAsTemplate(t *testing.T) {
	d := newDesk(t)
	p := d.create(content("Un texte."))
	copied, err := d.Duplicate(d.ctx, p.ID, true)
	d.must(err)
	if !copied.Template || copied.Variants[0].ID == p.Variants[0].ID {
		t.Errorf("%+v", copied.Post)
	}
	if all, _ := d.List(d.ctx, post.Filter{}); len(all) != 1 {
		t.Errorf("%d posts; a template is none", len(all))
	}
	if err := d.Approve(d.ctx, copied.ID); !errors.Is(err, workspace.NewFault("post_wrong_state")) {
		t.Errorf("a template was approved: %v", err)
	}
}
