package staff

import (
	"context"
	"fmt"
	"time"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// Erase makes a person go for good. Every feature removes what it has of them, keyed hashes of their addresses stay
// so that no restore or import brings them back unasked, and a row without a name keeps the firm's totals true: its
// department and dates, coarsened to months.
func (s *Service) Erase(ctx context.Context, id int64) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		p, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		for _, h := range s.holders {
			if err := h.ErasePersonalData(ctx, id); err != nil {
				return fmt.Errorf("staff: erase %s: %w", h.PersonalDataName(), err)
			}
		}
		for _, a := range p.Addresses {
			if err := s.ws.Bury(ctx, workspace.TombstoneErased, a.AddressKey); err != nil {
				return err
			}
		}
		if err := s.eraseRows(ctx, p); err != nil {
			return fmt.Errorf("staff: erase: %w", err)
		}
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.erased", Kind: "staff", ID: id})
		return err
	})
}

func (s *Service) eraseRows(ctx context.Context, p Person) error {
	db := s.ws.DB.Write(ctx)
	now := workspace.At(s.ws.Now())
	for _, model := range []any{&Address{}, &Language{}, &Topic{}, &importChange{}} {
		if err := db.Delete(model, "staff_id = ?", p.ID).Error; err != nil {
			return err
		}
	}
	if err := db.Where("account_id IN (SELECT id FROM account WHERE staff_id = ?)", p.ID).Delete(&Audience{}).Error; err != nil {
		return err
	}
	if err := db.Delete(&Account{}, "staff_id = ?", p.ID).Error; err != nil {
		return err
	}
	if err := db.Model(&Staff{}).Where("manager_id = ?", p.ID).Update("manager_id", nil).Error; err != nil {
		return err
	}
	if p.Membership != None && p.Membership != Left && p.Membership != Refused {
		event := MembershipEvent{StaffID: p.ID, State: Left, At: now, Origin: OriginErasure, Actor: workspace.Actor(ctx)}
		if err := db.Create(&event).Error; err != nil {
			return err
		}
		p.Membership = Left
	}
	err := db.Model(&MembershipEvent{}).Where("staff_id = ?", p.ID).Updates(map[string]any{"words": "", "inbound_id": nil}).Error
	if err != nil {
		return err
	}
	if err := s.coarsenPeriods(db, p.ID); err != nil {
		return err
	}
	if err := s.forgetActivity(db, p.ID); err != nil {
		return err
	}
	return db.Model(&Staff{}).Where("id = ?", p.ID).Updates(map[string]any{
		"name": "", "name_key": "", "given_name": "", "employee_number": "", "job_title": "", "language": "", "manager_id": nil,
		"membership": p.Membership, "paused_until": nil, "cap_asks_month": nil, "cap_mails_month": nil, "restricted_at": nil,
		"joined_on": monthStart(p.JoinedOn), "left_on": monthEndBefore(p.LeftOn), "erased_at": now, "changed_at": now,
	}).Error
}

func (s *Service) coarsenPeriods(db *gorm.DB, id int64) error {
	var periods []Period
	if err := db.Where("staff_id = ?", id).Find(&periods).Error; err != nil {
		return err
	}
	for _, h := range periods {
		err := db.Model(&Period{}).Where("id = ?", h.ID).Updates(map[string]any{"from_on": monthStart(h.FromOn), "to_on": monthEndBefore(h.ToOn)}).Error
		if err != nil {
			return err
		}
	}
	return nil
}

// forgetActivity empties the log's lines about the person: their parameters and what would undo them.
func (s *Service) forgetActivity(db *gorm.DB, id int64) error {
	return db.Exec("UPDATE activity SET params = '{}', undo = NULL WHERE thing = 'staff' AND thing_id = ?", id).Error
}

// monthStart moves a first day to the first of its month.
func monthStart(day *string) *string {
	t, err := time.Parse(time.DateOnly, value(day))
	if err != nil {
		return nil
	}
	return optional(t.AddDate(0, 0, 1-t.Day()).Format(time.DateOnly))
}

// monthEndBefore moves a last day to the end of the month before, unless it is the end of its own: who was gone at
// the end of a month still is.
func monthEndBefore(day *string) *string {
	t, err := time.Parse(time.DateOnly, value(day))
	if err != nil {
		return nil
	}
	if t.AddDate(0, 0, 1).Day() == 1 {
		return day
	}
	return optional(t.AddDate(0, 0, -t.Day()).Format(time.DateOnly))
}
