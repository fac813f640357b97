package post

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Proposer writes a text about an article, and from the article alone: a language model that the firm chose.
type Proposer interface {
	// ProposePost gives a text of at most limit characters for a network, in a language (fr, en, …) and a tone, which
	// may be empty.
	ProposePost(ctx context.Context, articleID int64, network, language, tone string, limit int) (string, error)
}

// UseProposer sets who writes proposals.
func (s *Service) UseProposer(p Proposer) { s.proposer = p }

// Proposal is what a language model proposed for a post.
type Proposal struct {
	ID       int64
	PostID   int64
	Network  string
	Language string
	Text     string
	At       workspace.Instant
}

// TableName is the table of proposals.
func (Proposal) TableName() string { return "post_proposal" }

// proposalLength is how long a proposal is at most, in characters, where the network would take more.
const proposalLength = 900

// Propose asks the language model for a text and keeps what it proposed. The wording that it gives belongs to no post
// yet: the editor offers it, and as long as no person has changed its words the post is not approved
// (post_problem_proposal_untouched). It fails with proposal_no_article, helper_off or helper_failed.
func (s *Service) Propose(ctx context.Context, id int64, on, language, tone string) (Wording, error) {
	p, err := s.store.full(ctx, id)
	if err != nil {
		return Wording{}, err
	}
	known, ok := network.Parse(on)
	if !ok {
		return Wording{}, workspace.NewFault("network_unknown", "network", on)
	}
	if p.Article == nil || s.proposer == nil {
		return Wording{}, workspace.NewFault("proposal_no_article", "title", p.Title)
	}
	if language == "" {
		language = p.Article.Language
	}
	text, err := s.proposer.ProposePost(ctx, p.Article.ID, network.Name(known), language, tone, roomFor(p.Post, known))
	if err != nil {
		return Wording{}, err
	}
	text = strings.TrimSpace(strings.Trim(strings.TrimSpace(text), "\"“”«»\u00a0"))
	if len(words(text)) == 0 || len(text) > maxText {
		return Wording{}, workspace.NewFault("proposal_empty")
	}
	row := Proposal{PostID: id, Network: string(known), Language: language, Text: text, At: s.now()}
	if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
		return Wording{}, fmt.Errorf("post: proposal: %w", err)
	}
	return Wording{Network: row.Network, Language: language, Tone: tone, Text: text}, nil
}

// roomFor is how long a text for a network may be, its link left out.
func roomFor(p Post, id network.ID) int {
	f, _ := network.Of(id)
	if f.Limit == 0 {
		return proposalLength
	}
	link := 0
	if carriesLink[id] && p.Link != "" {
		link = network.Count(id, "\n"+LinkFor(p, id))
	}
	return min(f.Limit-link, proposalLength)
}

// Untouched says whether a text still says what the model proposed: the same words, whatever stands between them.
// Hashtags and links do not count, since adding those is not editing.
func Untouched(text string, proposals []string) bool {
	mine := words(text)
	if len(mine) == 0 {
		return false
	}
	for _, p := range proposals {
		if slices.Equal(mine, words(p)) {
			return true
		}
	}
	return false
}

// Proposals gives what the model proposed for a post.
func (s *Service) Proposals(ctx context.Context, id int64) ([]string, error) {
	all, err := s.store.proposals(ctx, []int64{id})
	return all[id], err
}

func (s store) proposals(ctx context.Context, posts []int64) (map[int64][]string, error) {
	var rows []Proposal
	if err := s.ws.DB.Read(ctx).Where("post_id IN ?", posts).Order("id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("post: proposals: %w", err)
	}
	out := map[int64][]string{}
	for _, r := range rows {
		out[r.PostID] = append(out[r.PostID], r.Text)
	}
	return out, nil
}

// copyProposals lets a duplicate know what was proposed for the first.
func (s store) copyProposals(ctx context.Context, from, to int64) error {
	err := s.ws.DB.Write(ctx).Exec("INSERT INTO post_proposal (post_id, network, language, text, at) SELECT ?, network, language, text, at FROM post_proposal WHERE post_id = ? ORDER BY id", to, from).Error
	if err != nil {
		return fmt.Errorf("post: proposals: %w", err)
	}
	return nil
}
