package post

import (
	"context"
	"encoding/json"
	"fmt"

	"relais/backend/workspace"
)

// TwoEyes says whether a second person has to approve.
func (s *Service) TwoEyes(ctx context.Context) (bool, error) {
	mode := "one"
	_, err := s.ws.Settings.Get(ctx, approvalKey, &mode)
	return mode == "two", err
}

// SetTwoEyes chooses between one and two pairs of eyes.
func (s *Service) SetTwoEyes(ctx context.Context, two bool) error {
	mode := "one"
	if two {
		mode = "two"
	}
	return s.ws.Settings.Set(ctx, approvalKey, mode)
}

// Submit hands a draft over for approval. A post with a blocking problem is refused with its own fault (post_problem_…).
func (s *Service) Submit(ctx context.Context, id int64) error {
	return s.move(ctx, id, Submitted, []State{Draft}, func(ctx context.Context, p Full, set map[string]any) error {
		set["submitted_by"] = workspace.Actor(ctx)
		return s.Ready(p)
	})
}

// Approve lets a post be sent. Where two pairs of eyes are asked for, it has to have been submitted by somebody else.
func (s *Service) Approve(ctx context.Context, id int64) error {
	return s.move(ctx, id, Approved, []State{Draft, Submitted}, func(ctx context.Context, p Full, set map[string]any) error {
		two, err := s.TwoEyes(ctx)
		if err != nil {
			return err
		}
		who := workspace.Actor(ctx)
		author := p.SubmittedBy
		if author == "" {
			author = p.CreatedBy
		}
		if two && (p.State != Submitted || who == "" || who == author) {
			return workspace.NewFault("post_second_pair", "author", author)
		}
		set["approved_at"], set["approved_by"] = s.now(), who
		return s.Ready(p)
	})
}

// Withdraw makes a submitted or approved post a draft again.
func (s *Service) Withdraw(ctx context.Context, id int64) error {
	return s.move(ctx, id, Draft, []State{Submitted, Approved, Expired, Archived}, func(_ context.Context, _ Full, set map[string]any) error {
		set["approved_at"], set["approved_by"], set["submitted_by"] = nil, "", ""
		return nil
	})
}

// Archive puts a post away. What is queued of it is withdrawn before it leaves.
func (s *Service) Archive(ctx context.Context, id int64) error {
	return s.move(ctx, id, Archived, []State{Draft, Submitted, Approved, Expired}, func(context.Context, Full, map[string]any) error { return nil })
}

type undoState struct {
	ID         int64
	State      State
	ApprovedAt *workspace.Instant
	ApprovedBy string
	Submitted  string
}

func (s *Service) move(ctx context.Context, id int64, to State, from []State, check func(context.Context, Full, map[string]any) error) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		p, err := s.store.full(ctx, id)
		if err != nil {
			return err
		}
		if p.State == to {
			return nil
		}
		allowed := false
		for _, state := range from {
			allowed = allowed || state == p.State
		}
		if !allowed || p.Template {
			return workspace.NewFault("post_wrong_state", "title", p.Title, "state", string(p.State))
		}
		set := map[string]any{"state": to, "changed_at": s.now()}
		if err := check(ctx, p, set); err != nil {
			return err
		}
		if err := s.store.update(ctx, id, set); err != nil {
			return err
		}
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "post.state", Kind: "post", ID: id, Params: map[string]any{"to": string(to)},
			Undo: undoState{id, p.State, p.ApprovedAt, p.ApprovedBy, p.SubmittedBy}})
		return err
	})
}

func (s *Service) undoState(ctx context.Context, data json.RawMessage) error {
	var u undoState
	if err := json.Unmarshal(data, &u); err != nil {
		return fmt.Errorf("post: undo: %w", err)
	}
	return s.store.update(ctx, u.ID, map[string]any{"state": u.State, "approved_at": u.ApprovedAt, "approved_by": u.ApprovedBy, "submitted_by": u.Submitted, "changed_at": s.now()})
}

// ExpireDue marks the posts whose last day has passed and gives how many. It runs before anything is sent, in the
// transaction of ctx where there is one.
func (s *Service) ExpireDue(ctx context.Context) (int64, error) {
	n, err := s.store.expireDue(ctx, s.today(), s.now())
	if err != nil {
		return 0, fmt.Errorf("post: expire: %w", err)
	}
	return n, nil
}
