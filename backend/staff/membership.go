package staff

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
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
	// Undo says that it puts back how they stood before somebody's words were misread, whatever that was.
	Undo bool
}

// SetMembership changes where a person stands and writes the line of the consent record. The same state again
// changes nothing. It fails with membership_never_again where who refused or left would be invited or joined without
// their word, membership_not_member where somebody who never joined would be paused, and membership_pause_end where
// a pause has no end in the future.
func (s *Service) SetMembership(ctx context.Context, id int64, c Change) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		p, err := s.brief(ctx, id)
		if err != nil {
			return err
		}
		return s.SetMemberships(ctx, []Step{{p, c}})
	})
}

// Step is a change of where a person stands, as they were before it.
type Step struct {
	Person Person
	Change Change
}

// After is the person after it.
func (t Step) After() Person {
	p := t.Person
	p.Membership, p.PausedUntil = t.Change.State, nil
	if p.Membership == Paused {
		p.PausedUntil = optional(t.Change.Until)
	}
	return p
}

// SetMemberships is SetMembership for many, in their order. The people are as they were read in the same transaction,
// and as the steps before left them.
func (s *Service) SetMemberships(ctx context.Context, steps []Step) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var changes []Step
		for _, t := range steps {
			if t.Change.Origin == "" {
				t.Change.Origin = OriginHR
			}
			if err := s.allowed(t.Person, t.Change); err != nil {
				return err
			}
			if t.Person.Membership != t.Change.State || !same(t.Person.PausedUntil, optional(t.Change.Until)) {
				changes = append(changes, t)
			}
		}
		if err := s.recordMemberships(ctx, changes...); err != nil {
			return err
		}
		for _, t := range changes {
			if t.Change.Origin != OriginHR {
				continue
			}
			_, err := s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.membership", Kind: "staff", ID: t.Person.ID,
				Params: map[string]any{"state": t.Change.State}, Undo: membershipUndo{t.Person.ID, t.Person.Membership, value(t.Person.PausedUntil)}})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// recordMemberships writes states, lines and tombstones; what is allowed was checked before.
func (s *Service) recordMemberships(ctx context.Context, steps ...Step) error {
	if len(steps) == 0 {
		return nil
	}
	now := workspace.At(s.ws.Now())
	type standing struct {
		state Membership
		until string
	}
	last := map[int64]standing{}
	lines := make([]MembershipEvent, len(steps))
	for i, t := range steps {
		p, c := t.After(), t.Change
		last[p.ID] = standing{p.Membership, value(p.PausedUntil)}
		lines[i] = MembershipEvent{StaffID: p.ID, State: p.Membership, UntilOn: p.PausedUntil, At: now, Origin: c.Origin, InboundID: c.InboundID,
			Words: clipWords(c.Words), Actor: workspace.Actor(ctx)}
	}
	alike := map[standing][]int64{}
	for id, to := range last {
		alike[to] = append(alike[to], id)
	}
	for to, ids := range alike {
		err := s.ws.DB.Write(ctx).Model(&Staff{}).Where("id IN ?", ids).
			Updates(map[string]any{"membership": to.state, "paused_until": optional(to.until), "changed_at": now}).Error
		if err != nil {
			return fmt.Errorf("staff: membership: %w", err)
		}
	}
	if err := s.ws.DB.Write(ctx).CreateInBatches(lines, linesTogether).Error; err != nil {
		return fmt.Errorf("staff: membership: %w", err)
	}
	return s.buryLeft(ctx, steps)
}

// linesTogether is how many lines go into one INSERT: the driver takes time with the square of the values in it.
const linesTogether = 25

// buryLeft keeps the leave of every address of who left as a hash, so that it holds after a restore; who comes back is
// taken off that list.
func (s *Service) buryLeft(ctx context.Context, steps []Step) error {
	gone := map[string]bool{}
	for _, t := range steps {
		for _, a := range t.Person.Addresses {
			switch t.Change.State {
			case Left, Refused:
				gone[a.AddressKey] = true
			case Active, Invited, None:
				gone[a.AddressKey] = false
			}
		}
	}
	var left, back []string
	for _, address := range slices.Sorted(maps.Keys(gone)) {
		if gone[address] {
			left = append(left, address)
		} else {
			back = append(back, address)
		}
	}
	if err := errors.Join(s.ws.Bury(ctx, workspace.TombstoneLeft, left...), s.ws.Unbury(ctx, workspace.TombstoneLeft, back...)); err != nil {
		return fmt.Errorf("staff: membership: %w", err)
	}
	return nil
}

func (s *Service) allowed(p Person, c Change) error {
	if c.Undo {
		return nil
	}
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
	return s.recordMemberships(ctx, Step{p, Change{State: u.Before, Until: u.Until, Origin: OriginHR}})
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
			if err := s.recordMemberships(ctx, Step{Person{Staff: p}, Change{State: Active, Origin: origin}}); err != nil {
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
