package share

import (
	"context"

	"gorm.io/gorm"
)

// Refresh computes again what the ledger took over from a person's accounts and
// departments, after HR corrected those: reach is always that of the day.
func (s *Service) Refresh(ctx context.Context, staffID int64) error {
	var some int64
	err := s.ws.DB.Read(ctx).Raw("SELECT COUNT(*) FROM (SELECT 1 FROM share WHERE staff_id = ? LIMIT 1)", staffID).Scan(&some).Error
	if err != nil || some == 0 {
		return wrap(err)
	}
	return wrap(s.change(ctx, func(ctx context.Context) error {
		var rows []*Share
		if err := s.ws.DB.Write(ctx).Where("staff_id = ? AND state <> ?", staffID, Void).Find(&rows).Error; err != nil {
			return err
		}
		return s.keep(ctx, rows...)
	}))
}

// Move gives the shares and referrals of one record to another, when the two are
// found to be one person; what was doubted because they seemed two is looked at
// again.
func (s *Service) Move(ctx context.Context, from, to int64) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		for _, table := range []any{&Share{}, &Referral{}} {
			err := s.ws.DB.Write(ctx).Model(table).Where("staff_id = ?", from).Updates(map[string]any{"staff_id": to, "person": to, "changed_at": s.now()}).Error
			if err != nil {
				return err
			}
		}
		return s.Refresh(ctx, to)
	}))
}

// RenameDepartment gives the shares of a department its new name.
func (s *Service) RenameDepartment(ctx context.Context, from, to string) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		return s.ws.DB.Write(ctx).Model(&Share{}).Where("department = ?", from).Update("department", to).Error
	}))
}

// Anonymise takes a person out of the ledger when they are erased: what was
// shared stays, by nobody. Addresses, words and histories go, since they say who
// it was; the audience stays as a number.
func (s *Service) Anonymise(ctx context.Context, staffID int64) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		ids := s.ws.DB.Write(ctx).Model(&Share{}).Select("id").Where("staff_id = ?", staffID)
		for _, step := range []func() *gorm.DB{
			func() *gorm.DB {
				return s.ws.DB.Write(ctx).Model(&Figure{}).Where("share_id IN (?)", ids).Updates(map[string]any{"words": "", "inbound_id": nil})
			},
			func() *gorm.DB {
				return s.ws.DB.Write(ctx).Model(&Flag{}).Where("share_id IN (?)", ids).Where("kind = ?", FlagReportedOnce).Update("detail", "")
			},
			func() *gorm.DB { return s.ws.DB.Write(ctx).Where("share_id IN (?)", ids).Delete(&revision{}) },
			func() *gorm.DB {
				return s.ws.DB.Write(ctx).Model(&Share{}).Where("staff_id = ?", staffID).Updates(map[string]any{
					"staff_id": nil, "url": "", "url_key": "", "words": "", "inbound_id": nil, "reply_id": nil, "changed_at": s.now(),
				})
			},
			func() *gorm.DB {
				return s.ws.DB.Write(ctx).Model(&Referral{}).Where("staff_id = ?", staffID).
					Updates(map[string]any{"staff_id": nil, "candidate_name": "", "note": "", "consent_on": nil, "changed_at": s.now()})
			},
		} {
			if err := step().Error; err != nil {
				return err
			}
		}
		return nil
	}))
}

// Of gives every share of a person, newest first, for their page and their copy.
func (s *Service) Of(ctx context.Context, staffID int64) ([]Share, error) {
	rows := []Share{}
	err := s.ws.DB.Read(ctx).Where("staff_id = ?", staffID).Order("shared_on DESC, id DESC").Find(&rows).Error
	return rows, wrap(err)
}
