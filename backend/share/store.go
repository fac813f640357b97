package share

import (
	"context"
	"errors"
	"math"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// ofRequest gives every share of a request, void ones too, oldest first.
func (s *Service) ofRequest(ctx context.Context, requestID int64) ([]Share, error) {
	var rows []Share
	err := s.ws.DB.Write(ctx).Where("request_id = ?", requestID).Order("id").Find(&rows).Error
	return rows, err
}

// Get gives one share. It fails with "share_gone" where there is none.
func (s *Service) Get(ctx context.Context, id int64) (Share, error) {
	var row Share
	err := s.ws.DB.Read(ctx).Take(&row, "id = ?", id).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, workspace.NewFault("share_gone", "id", id)
	}
	return row, wrap(err)
}

// settle fills in what the day of a share says: week, audience, department,
// language, and the key of its address.
func (s *Service) settle(ctx context.Context, sh *Share) error {
	var err error
	if sh.Week, err = weekOf(sh.SharedOn); err != nil {
		return err
	}
	_, sh.URLKey = link(sh.URL)
	if sh.StaffID == nil {
		return nil
	}
	if !sh.AudienceGiven {
		sh.Audience, sh.AudienceAsOf = nil, nil
		a, err := s.directory.AudienceOn(ctx, *sh.StaffID, sh.Network, sh.SharedOn)
		if err != nil {
			return err
		}
		if a != nil && sh.Network != unspecified {
			sh.Audience, sh.AudienceAsOf = &a.Size, &a.AsOf
		}
	}
	at, err := s.directory.SituationOn(ctx, *sh.StaffID, sh.SharedOn)
	if err != nil {
		return err
	}
	sh.Department = at.Department
	// Of the day on which it was recorded: topics have no history.
	if sh.PostID != nil && sh.Specialist == nil {
		if sh.Specialist, err = s.directory.Specialist(ctx, *sh.StaffID, *sh.PostID); err != nil {
			return err
		}
	}
	if sh.Language == "" {
		sh.Language = at.Language
	}
	return nil
}

// insert adds a share and raises the doubts about it.
func (s *Service) insert(ctx context.Context, sh *Share) error {
	sh.CreatedAt, sh.ChangedAt = s.now(), s.now()
	if err := s.settle(ctx, sh); err != nil {
		return err
	}
	err := s.ws.DB.Write(ctx).Create(sh).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return workspace.NewFault("share_twice").Wrap(err)
	}
	if err != nil {
		return err
	}
	return s.examineNew(ctx, sh)
}

// save writes a changed share and looks at its doubts again.
func (s *Service) save(ctx context.Context, sh Share) (Share, error) {
	sh.ChangedAt = s.now()
	if err := s.settle(ctx, &sh); err != nil {
		return sh, err
	}
	err := s.ws.DB.Write(ctx).Save(&sh).Error
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return sh, workspace.NewFault("share_twice").Wrap(err)
	}
	if err != nil || sh.State == Void {
		return sh, err
	}
	err = s.examine(ctx, &sh)
	return sh, err
}

// addFigure adds a reported number, once a message; false where it was there.
func (s *Service) addFigure(ctx context.Context, f Figure) (bool, error) {
	if f.Value < 0 || f.Value > math.MaxInt32 {
		return false, workspace.NewFault("figure_out_of_range", "kind", f.Kind)
	}
	f.CreatedAt = s.now()
	res := s.ws.DB.Write(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&f)
	if res.Error != nil || res.RowsAffected == 0 {
		return false, res.Error
	}
	return true, s.examineFigures(ctx, f.ShareID)
}

// Figures gives all figures of a share in time order, corrected and void ones
// too.
func (s *Service) Figures(ctx context.Context, shareID int64) ([]Figure, error) {
	rows := []Figure{}
	err := s.ws.DB.Read(ctx).Where("share_id = ?", shareID).Order("reported_at, id").Find(&rows).Error
	return rows, wrap(err)
}

// Flags gives all doubts about a share, decided ones too.
func (s *Service) Flags(ctx context.Context, shareID int64) ([]Flag, error) {
	rows := []Flag{}
	err := s.ws.DB.Read(ctx).Where("share_id = ?", shareID).Order("id").Find(&rows).Error
	return rows, wrap(err)
}

// Standing gives the figure of each kind that holds: of the rows that are
// neither void nor corrected, the one reported last.
func Standing(figures []Figure) map[string]int64 {
	corrected := map[int64]bool{}
	for _, f := range figures {
		if f.Supersedes != nil && f.VoidedAt == nil {
			corrected[*f.Supersedes] = true
		}
	}
	type place struct {
		at workspace.Instant
		id int64
	}
	last := map[string]place{}
	out := map[string]int64{}
	for _, f := range figures {
		if f.VoidedAt != nil || corrected[f.ID] {
			continue
		}
		p, seen := last[f.Kind]
		if !seen || f.ReportedAt > p.at || (f.ReportedAt == p.at && f.ID > p.id) {
			last[f.Kind] = place{f.ReportedAt, f.ID}
			out[f.Kind] = f.Value
		}
	}
	return out
}
