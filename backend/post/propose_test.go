package post_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"relais/backend/post"
	"relais/backend/workspace"
)

// model answers with what it was given, and remembers what it was asked.
type model struct {
	text                    string
	article                 int64
	network, language, tone string
	limit                   int
	err                     error
}

func (m *model) ProposePost(_ context.Context, article int64, network, language, tone string, limit int) (string, error) {
	m.article, m.network, m.language, m.tone, m.limit = article, network, language, tone, limit
	return m.text, m.err
}

func (d *desk) fromArticle() post.Full {
	d.t.Helper()
	at := workspace.At(d.now)
	d.must(d.ws.DB.Write(d.ctx).Exec("INSERT INTO article (kind, state, title, url, language, added_at, changed_at) VALUES ('article', 'kept', 'Une mesure', 'https://acme.fr/mesure', 'fr', ?, ?)", at, at).Error)
	var id int64
	d.must(d.ws.DB.Read(d.ctx).Raw("SELECT MAX(id) FROM article").Scan(&id).Error)
	c, err := d.FromArticle(d.ctx, id)
	d.must(err)
	return d.create(c)
}

// TestAProposalIsEditedByAPerson: whatever way the words of a model take into a post, they are not approved as they are.
func TestAProposalIsEditedByAPerson(t *testing.T) {
	d := newDesk(t)
	m := &model{text: "«\u00a0Une mesure par semaine suffit, dit l’atelier.\u00a0»"}
	d.UseProposer(m)
	p := d.fromArticle()
	w, err := d.Propose(d.ctx, p.ID, "x", "", "sobre")
	d.must(err)
	if w.Text != "Une mesure par semaine suffit, dit l’atelier." || w.Language != "fr" || w.Network != "x" || w.Tone != "sobre" {
		t.Errorf("%+v", w)
	}
	if m.article != *p.ArticleID || m.language != "fr" || m.limit != 280-24 {
		t.Errorf("asked with %+v", m)
	}
	tests := []struct {
		name, text string
		ready      bool
	}{
		{"as it came", w.Text, false},
		{"other case, other stops, on two lines", "une MESURE par semaine\nsuffit… dit l'atelier", false},
		{"with a hashtag and a link", w.Text + " #Mesure https://acme.fr/mesure", false},
		{"one word changed", "Une mesure par mois suffit, dit l’atelier.", true},
		{"a word added", w.Text + " Essayons.", true},
	}
	for _, tt := range tests {
		c := p.Content()
		c.Variants = []post.Wording{{Network: "linkedin", Language: "fr", Text: tt.text}}
		saved, err := d.Save(d.ctx, p.ID, c)
		d.must(err)
		if err := d.Ready(saved); (err == nil) != tt.ready || err != nil && !errors.Is(err, workspace.NewFault("post_problem_proposal_untouched")) {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	c := p.Content()
	c.Variants = []post.Wording{{Network: "linkedin", Text: w.Text}}
	_, err = d.Save(d.ctx, p.ID, c)
	d.must(err)
	copied, err := d.Duplicate(d.ctx, p.ID, false)
	d.must(err)
	if err := d.Approve(d.ctx, copied.ID); !errors.Is(err, workspace.NewFault("post_problem_proposal_untouched")) {
		t.Errorf("a duplicate carried it past approval: %v", err)
	}
}

func TestNoProposalWithoutAnArticle(t *testing.T) {
	d := newDesk(t)
	m := &model{text: "Un texte."}
	d.UseProposer(m)
	if _, err := d.Propose(d.ctx, d.create(content()).ID, "linkedin", "fr", ""); !errors.Is(err, workspace.NewFault("proposal_no_article")) || m.limit != 0 {
		t.Errorf("%v, and the model was asked for %d characters", err, m.limit)
	}
	p := d.fromArticle()
	for _, empty := range []string{"", " \n", "« »", "#Mesure https://a.example"} {
		m.text = empty
		if _, err := d.Propose(d.ctx, p.ID, "linkedin", "fr", ""); !errors.Is(err, workspace.NewFault("proposal_empty")) {
			t.Errorf("%q: %v", empty, err)
		}
	}
	m.text, m.err = strings.Repeat("a", 10), workspace.NewFault("helper_failed")
	if _, err := d.Propose(d.ctx, p.ID, "linkedin", "fr", ""); !errors.Is(err, m.err) {
		t.Errorf("%v", err)
	}
	if kept, err := d.Proposals(d.ctx, p.ID); err != nil || len(kept) != 0 {
		t.Errorf("%d proposals were kept, %v", len(kept), err)
	}
}
