package staff

import (
	"context"

	"relais/backend/workspace"
)

// Skip says why somebody was not invited: already (a member), invited, refused, left, left_firm, restricted,
// unreachable, gone.
type Skip struct {
	ID   int64
	Name string
	Code string
}

// Invite queues the invitation of each person who was never invited, and notes it in the consent record. Whoever
// cannot or must not be invited is given back with the reason. Everything is queued, or nothing.
func (s *Service) Invite(ctx context.Context, ids []int64) (invited []Person, skipped []Skip, err error) {
	return s.invite(ctx, ids, false)
}

// InviteAgain is Invite for people who refused or left and have asked to be invited after all.
func (s *Service) InviteAgain(ctx context.Context, ids []int64) (invited []Person, skipped []Skip, err error) {
	return s.invite(ctx, ids, true)
}

func (s *Service) invite(ctx context.Context, ids []int64, asked bool) (invited []Person, skipped []Skip, err error) {
	if s.inviter == nil {
		return nil, nil, workspace.NewFault("mail_not_set_up")
	}
	err = s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		invited, skipped = []Person{}, []Skip{}
		people, err := s.load(ctx, ids)
		if err != nil {
			return err
		}
		for _, p := range people {
			if code := s.mayInvite(p, asked); code != "" {
				skipped = append(skipped, Skip{p.ID, p.Name, code})
				continue
			}
			if err := s.SetMembership(ctx, p.ID, Change{State: Invited, Origin: OriginHR, Asked: asked}); err != nil {
				return err
			}
			invited = append(invited, p)
		}
		if len(invited) == 0 {
			return nil
		}
		return s.inviter.QueueInvitations(ctx, invited)
	})
	if err != nil {
		return nil, nil, err
	}
	return invited, skipped, nil
}

func (s *Service) mayInvite(p Person, asked bool) string {
	switch {
	case p.ErasedAt != nil:
		return "gone"
	case p.Membership == Active, p.Membership == Paused:
		return "already"
	case p.Membership == Invited:
		return "invited"
	case p.Membership == Refused && !asked:
		return "refused"
	case p.Membership == Left && !asked:
		return "left"
	}
	p.Membership = None
	return s.Obstacle(p, ForInvitation)
}
