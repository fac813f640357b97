package staff

import "context"

// Purposes of a mail.
const (
	ForMember       = "member"       // requests, digests, reminders, thanks
	ForInvitation   = "invitation"   // to who was never invited before
	ForConfirmation = "confirmation" // the one line that confirms a leave or a refusal
)

// MayReceive says whether mail of a purpose may go to a person now, and the code of why not: gone, left_firm,
// restricted, not_member, paused, unreachable. It is asked again right before each message leaves.
func (s *Service) MayReceive(ctx context.Context, id int64, purpose string) (bool, string, error) {
	p, err := s.brief(ctx, id)
	if notFound(err) {
		return false, "gone", nil
	}
	if err != nil {
		return false, "", err
	}
	code := s.Obstacle(p, purpose)
	return code == "", code, nil
}

// Obstacle gives the code of why mail of a purpose may not go to a person, as they were read; "" where it may.
func (s *Service) Obstacle(p Person, purpose string) string {
	switch {
	case p.LeftOn != nil && *p.LeftOn < s.today():
		return "left_firm"
	case p.RestrictedAt != nil && purpose != ForConfirmation:
		return "restricted"
	case p.Address() == "":
		return "unreachable"
	case purpose == ForConfirmation:
		return ""
	case purpose == ForInvitation && (p.Membership == None || p.Membership == Invited):
		return ""
	case p.Membership == Paused:
		return "paused"
	case p.Membership != Active:
		return "not_member"
	}
	return ""
}
