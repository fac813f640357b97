package post

import (
	"strings"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Warning is something that a person should see before a post leaves. A blocking one keeps it from being approved.
type Warning struct {
	Code     string
	Blocking bool
	Variant  int // index of the variant, or -1 for the post
	Network  string
	Have     int
	Limit    int
	Text     string // the words that it is about, such as the placeholder's name
}

// fault is the warning as an error that a person reads.
func (w Warning) fault(title string) error {
	return workspace.NewFault("post_problem_"+w.Code, "title", title, "network", network.Name(network.ID(w.Network)), "have", w.Have, "limit", w.Limit, "text", w.Text)
}

// Ready gives the first blocking problem of a post as an error, or nil.
func (s *Service) Ready(p Full) error {
	for _, w := range s.Check(p) {
		if w.Blocking {
			return w.fault(p.Title)
		}
	}
	return nil
}

// Check looks a post over: limits by the network's own rule (link included), disclosure tag, placeholders, likeness of
// the variants, expiry, and what became of the article.
func (s *Service) Check(p Full) []Warning {
	out := []Warning{}
	add := func(w Warning) { out = append(out, w) }
	if strings.TrimSpace(p.Title) == "" {
		add(Warning{Code: "no_title", Blocking: true, Variant: -1})
	}
	if p.ExpiresOn != nil && *p.ExpiresOn < s.today() {
		add(Warning{Code: "expired", Blocking: true, Variant: -1, Text: *p.ExpiresOn})
	}
	if p.ArticleID != nil && (p.Article == nil || p.Article.State == "discarded") {
		add(Warning{Code: "article_gone", Blocking: true, Variant: -1})
	}
	if p.Article != nil && p.Article.State == "expired" {
		add(Warning{Code: "article_expired", Blocking: true, Variant: -1})
	}
	if len(p.Variants) == 0 && p.Link == "" {
		add(Warning{Code: "nothing_to_share", Blocking: true, Variant: -1})
	}
	if len(p.Variants) == 0 && p.Link != "" {
		add(Warning{Code: "no_variants", Variant: -1})
	}
	if p.Picture != "" && strings.TrimSpace(p.PictureAlt) == "" {
		add(Warning{Code: "no_alt", Variant: -1})
	}
	for i, v := range p.Variants {
		for _, w := range checkVariant(p, v) {
			w.Variant, w.Network = i, v.Network
			add(w)
		}
	}
	return append(out, alike(p.Variants)...)
}

// Sample stands in for a person while a text is measured: as long as most names are.
func Sample() Values {
	return Values{"first_name": "Christophe", "job": "Responsable de production", "company": "Entreprise", "department": "Production"}
}

func checkVariant(p Full, v Variant) []Warning {
	var out []Warning
	text, _ := Render(p.Post, v, Sample())
	for _, problem := range network.Measure(network.ID(v.Network), text).Problems {
		out = append(out, Warning{Code: problem.Code, Blocking: true, Have: problem.Have, Limit: problem.Limit})
	}
	_, unknown := Placeholders(v.Text)
	for _, name := range unknown {
		out = append(out, Warning{Code: "placeholder_unknown", Blocking: true, Text: name})
	}
	if Untouched(v.Text, p.Proposed) {
		out = append(out, Warning{Code: "proposal_untouched", Blocking: true})
	}
	if p.Disclosure != "" && !Discloses(text, p.Disclosure) {
		out = append(out, Warning{Code: "no_disclosure", Text: p.Disclosure})
	}
	return out
}

// Discloses says whether a text carries the company's hashtag, whatever its case.
func Discloses(text, tag string) bool {
	tag = strings.TrimLeft(strings.TrimSpace(tag), "#")
	for _, have := range network.Hashtags(text) {
		if strings.EqualFold(have, tag) {
			return true
		}
	}
	return false
}

// alike warns where variants of one network and language read as the same post, and where there is only one for
// everybody.
func alike(variants []Variant) []Warning {
	var out []Warning
	for i, v := range variants {
		for _, w := range variants[:i] {
			if v.Network != w.Network || v.Language != w.Language {
				continue
			}
			if near := Likeness(v.Text, w.Text); near >= TooAlike {
				out = append(out, Warning{Code: "too_alike", Variant: i, Network: v.Network, Have: int(near*100 + 0.5), Limit: int(TooAlike * 100)})
				break
			}
		}
	}
	seen := map[string]int{}
	for _, v := range variants {
		seen[v.Network+" "+v.Language]++
	}
	for i, v := range variants {
		if seen[v.Network+" "+v.Language] == 1 && strings.TrimSpace(v.Text) != "" {
			out = append(out, Warning{Code: "same_for_all", Variant: i, Network: v.Network})
		}
	}
	return out
}

// camel turns topics of several words into hashtags: 'Sécurité au travail' into 'SécuritéAuTravail'.
func camel(names []string) []string {
	out := make([]string, 0, len(names))
	for _, name := range names {
		words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" -’'/&,.()", r) })
		for i, w := range words {
			r := []rune(w)
			words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
		}
		out = append(out, strings.Join(words, ""))
	}
	return out
}
