package share

import (
	"context"
	"errors"
	"math"
	"slices"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// ofRequests gives every share of the requests, void ones too, oldest first.
func (s *Service) ofRequests(ctx context.Context, requests []int64) ([]Share, error) {
	var rows []Share
	err := s.ws.DB.Write(ctx).Where("request_id IN ?", requests).Order("id").Find(&rows).Error
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

// settle fills in what the days of shares say: week, audience, department,
// language, and the keys of their addresses.
func (s *Service) settle(ctx context.Context, shares []*Share) error {
	var asked []Asked
	var of []*Share
	for _, sh := range shares {
		var err error
		if sh.Week, err = weekOf(sh.SharedOn); err != nil {
			return err
		}
		_, sh.URLKey = link(sh.URL)
		if sh.StaffID == nil {
			continue
		}
		a := Asked{StaffID: *sh.StaffID, Network: sh.Network, Day: sh.SharedOn}
		if sh.PostID != nil {
			a.PostID = *sh.PostID
		}
		asked, of = append(asked, a), append(of, sh)
	}
	if len(asked) == 0 {
		return nil
	}
	known, err := s.directory.About(ctx, asked)
	for i, k := range known {
		of[i].take(k)
	}
	return err
}

func (sh *Share) take(k Known) {
	if !sh.AudienceGiven {
		sh.Audience, sh.AudienceAsOf = nil, nil
		if k.Audience != nil && sh.Network != unspecified {
			sh.Audience, sh.AudienceAsOf = &k.Audience.Size, &k.Audience.AsOf
		}
	}
	sh.Department = k.Department
	if sh.Specialist == nil { // of the day on which it was recorded: topics have no history
		sh.Specialist = k.Specialist
	}
	if sh.Language == "" {
		sh.Language = k.Language
	}
}

// keepTogether is how many rows go into one INSERT: the driver takes time with the
// square of the values in it.
const keepTogether = 10

// keep writes shares, new and changed ones, and looks at the doubts about them.
func (s *Service) keep(ctx context.Context, shares ...*Share) error {
	if err := s.settle(ctx, shares); err != nil {
		return err
	}
	var fresh, changed, standing []*Share
	for _, sh := range shares {
		sh.ChangedAt = s.now()
		if sh.State != Void {
			standing = append(standing, sh)
		}
		if sh.ID != 0 {
			changed = append(changed, sh)
			continue
		}
		sh.CreatedAt = sh.ChangedAt
		fresh = append(fresh, sh)
	}
	db := s.ws.DB.Write(ctx)
	var err error
	if len(fresh) > 0 {
		err = db.CreateInBatches(fresh, keepTogether).Error
	}
	for _, sh := range changed {
		if err == nil {
			err = db.Save(sh).Error
		}
	}
	if errors.Is(err, gorm.ErrDuplicatedKey) {
		return workspace.NewFault("share_twice").Wrap(err)
	}
	if err != nil {
		return err
	}
	return s.examine(ctx, standing)
}

// addFigures adds reported numbers, each kind once a message, and says which of
// them were not there.
func (s *Service) addFigures(ctx context.Context, figures ...Figure) ([]bool, error) {
	if len(figures) == 0 {
		return nil, nil
	}
	for i, f := range figures {
		if f.Value < 0 || f.Value > math.MaxInt32 {
			return nil, workspace.NewFault("figure_out_of_range", "kind", f.Kind)
		}
		figures[i].CreatedAt = s.now()
	}
	known, err := s.figuresOf(ctx, sharesOf(figures))
	if err != nil {
		return nil, err
	}
	var fresh []Figure
	added := make([]bool, len(figures))
	for i, f := range figures {
		if added[i] = !slices.ContainsFunc(known, f.again); added[i] {
			known, fresh = append(known, f), append(fresh, f)
		}
	}
	if len(fresh) == 0 {
		return added, nil
	}
	if err := s.ws.DB.Write(ctx).CreateInBatches(fresh, keepTogether).Error; err != nil {
		return nil, err
	}
	return added, s.examineFigures(ctx, sharesOf(fresh)...)
}

func sharesOf(figures []Figure) []int64 {
	var ids []int64
	for _, f := range figures {
		if !slices.Contains(ids, f.ShareID) {
			ids = append(ids, f.ShareID)
		}
	}
	return ids
}

// figuresAt are the numbers of one share that were told at a time, by kind.
func figuresAt(at workspace.Instant, share int64, origin string, values map[string]int64) []Figure {
	var all []Figure
	for _, kind := range Kinds() {
		if value, ok := values[kind]; ok {
			all = append(all, Figure{ShareID: share, Kind: kind, Value: value, ReportedAt: at, Origin: origin})
		}
	}
	return all
}

// again says that a message said the same twice: a correction beside it is of HR.
func (f Figure) again(other Figure) bool {
	return f.InboundID != nil && other.InboundID != nil && *f.InboundID == *other.InboundID &&
		f.ShareID == other.ShareID && f.Kind == other.Kind && other.Supersedes == nil
}

func (s *Service) figuresOf(ctx context.Context, shares []int64) ([]Figure, error) {
	var rows []Figure
	err := s.ws.DB.Write(ctx).Where("share_id IN ?", shares).Order("id").Find(&rows).Error
	return rows, err
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
