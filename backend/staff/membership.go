package staff

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"relais/backend/workspace"
)

// Change is a change of membership on somebody's word.
type Change struct {
	State     Membership
	Until     string // last day of a pause, YYYY-MM-DD
	Origin    string // OriginReply, OriginHR, OriginImport …; OriginHR where empty
	InboundID *int64 // the message that said so
	Words     string // the words that said so, or why HR enters it
	// Asked says that the person asked to be in the programme again: only then may who refused or left be invited.
	Asked bool
}

// SetMembership changes where a person stands and writes the line of the consent record. The same state again
// changes nothing. It fails with membership_never_again where who refused or left would be invited or joined without
// their word, membership_not_member where somebody who never joined would be paused, and membership_pause_end where
// a pause has no end in the future.
func (s *Service) SetMembership(ctx context.Context, id int64, c Change) error {
	if c.Origin == "" {
		c.Origin = OriginHR
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		p, err := s.brief(ctx, id)
		if err != nil {
			return err
		}
		if err := s.allowed(p, c); err != nil {
			return err
		}
		until := optional(c.Until)
		if p.Membership == c.State && same(p.PausedUntil, until) {
			return nil
		}
		if err := s.recordMembership(ctx, p, c); err != nil {
			return err
		}
		if c.Origin != OriginHR {
			return nil
		}
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.membership", Kind: "staff", ID: id,
			Params: map[string]any{"state": c.State}, Undo: membershipUndo{id, p.Membership, value(p.PausedUntil)}})
		return err
	})
}

// recordMembership writes state, line and tombstones; what is allowed was checked before.
func (s *Service) recordMembership(ctx context.Context, p Person, c Change) error {
	now := workspace.At(s.ws.Now())
	var until *string
	if c.State == Paused {
		until = optional(c.Until)
	}
	err := s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ?", p.ID).
		Updates(map[string]any{"membership": c.State, "paused_until": until, "changed_at": now}).Error
	if err != nil {
		return fmt.Errorf("staff: membership: %w", err)
	}
	event := MembershipEvent{StaffID: p.ID, State: c.State, UntilOn: until, At: now, Origin: c.Origin, InboundID: c.InboundID,
		Words: clipWords(c.Words), Actor: workspace.Actor(ctx)}
	if err := s.ws.DB.Write(ctx).Create(&event).Error; err != nil {
		return fmt.Errorf("staff: membership: %w", err)
	}
	return s.buryLeft(ctx, p, c.State)
}

// buryLeft keeps the leave of every address of the person as a hash, so that it holds after a restore; who comes back
// is taken off that list.
func (s *Service) buryLeft(ctx context.Context, p Person, state Membership) error {
	for _, a := range p.Addresses {
		var err error
		switch state {
		case Left, Refused:
			err = s.ws.Bury(ctx, workspace.TombstoneLeft, a.AddressKey)
		case Active, Invited, None:
			err = s.ws.Unbury(ctx, workspace.TombstoneLeft, a.AddressKey)
		}
		if err != nil {
			return fmt.Errorf("staff: membership: %w", err)
		}
	}
	return nil
}

func (s *Service) allowed(p Person, c Change) error {
	gone := p.Membership == Left || p.Membership == Refused
	switch c.State {
	case Invited:
		if gone && !c.Asked {
			return workspace.NewFault("membership_never_again", "name", p.Name)
		}
		if p.Membership == Active || p.Membership == Paused {
			return workspace.NewFault("membership_already", "name", p.Name)
		}
	case Active:
		if gone && c.Origin == OriginHR && !c.Asked && c.Words == "" {
			return workspace.NewFault("membership_never_again", "name", p.Name)
		}
		if gone && c.Origin == OriginImport {
			return workspace.NewFault("membership_never_again", "name", p.Name)
		}
	case Paused:
		if p.Membership != Active && p.Membership != Paused {
			return workspace.NewFault("membership_not_member", "name", p.Name)
		}
		day, err := time.Parse(time.DateOnly, c.Until)
		if err != nil || day.Format(time.DateOnly) < s.today() {
			return workspace.NewFault("membership_pause_end", "until", c.Until)
		}
	case Refused, Left, None:
	default:
		return workspace.NewFault("membership_unknown", "state", string(c.State))
	}
	return nil
}

type membershipUndo struct {
	ID     int64
	Before Membership
	Until  string
}

// undoMembership puts a membership that HR set by hand back; the record keeps both lines.
func (s *Service) undoMembership(ctx context.Context, data json.RawMessage) error {
	var u membershipUndo
	if err := json.Unmarshal(data, &u); err != nil {
		return fmt.Errorf("staff: undo membership: %w", err)
	}
	p, err := s.Get(ctx, u.ID)
	if err != nil {
		return err
	}
	return s.recordMembership(ctx, p, Change{State: u.Before, Until: u.Until, Origin: OriginHR})
}

// ResumePauses makes members of those whose pause has ended, as their own words said when they paused. It gives how
// many; run it before every sync.
func (s *Service) ResumePauses(ctx context.Context) (int, error) {
	resumed := 0
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var due []Staff
		if err := s.ws.DB.Write(ctx).Where("membership = 'paused' AND paused_until < ?", s.today()).Find(&due).Error; err != nil {
			return err
		}
		for _, p := range due {
			origin := OriginHR
			var last []MembershipEvent
			if err := s.ws.DB.Write(ctx).Where("staff_id = ?", p.ID).Order("at DESC, id DESC").Limit(1).Find(&last).Error; err != nil {
				return err
			}
			if len(last) == 1 {
				origin = last[0].Origin
			}
			if err := s.recordMembership(ctx, Person{Staff: p}, Change{State: Active, Origin: origin}); err != nil {
				return err
			}
			resumed++
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("staff: resume pauses: %w", err)
	}
	return resumed, nil
}

// ConsentRecord gives every change of a person's membership, oldest first.
func (s *Service) ConsentRecord(ctx context.Context, id int64) ([]MembershipEvent, error) {
	out := []MembershipEvent{}
	if err := s.ws.DB.Read(ctx).Where("staff_id = ?", id).Order("at, id").Find(&out).Error; err != nil {
		return nil, fmt.Errorf("staff: consent record: %w", err)
	}
	return out, nil
}

// ApplyTombstones honours leaves and erasures that a restored copy does not know of: who left stays out, who was
// erased is erased again. It gives how many of each; run it after every restore.
func (s *Service) ApplyTombstones(ctx context.Context) (left, erased int, err error) {
	var rows []Address
	if err := s.ws.DB.Read(ctx).Find(&rows).Error; err != nil {
		return 0, 0, fmt.Errorf("staff: tombstones: %w", err)
	}
	for _, a := range rows {
		gone, err := s.ws.Buried(ctx, workspace.TombstoneErased, a.AddressKey)
		if err != nil {
			return left, erased, err
		}
		if gone {
			if err := s.Erase(ctx, a.StaffID); err != nil && !notFound(err) {
				return left, erased, err
			}
			erased++
			continue
		}
		out, err := s.ws.Buried(ctx, workspace.TombstoneLeft, a.AddressKey)
		if err != nil {
			return left, erased, err
		}
		p, err := s.Get(ctx, a.StaffID)
		if err != nil && !notFound(err) {
			return left, erased, err
		}
		if out && err == nil && p.Membership != Left && p.Membership != Refused {
			if err := s.SetMembership(ctx, a.StaffID, Change{State: Left, Origin: OriginRestore}); err != nil {
				return left, erased, err
			}
			left++
		}
	}
	return left, erased, nil
}
