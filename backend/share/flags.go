package share

import (
	"context"
	"slices"

	"gorm.io/gorm/clause"
)

// examine raises the doubts about shares, lets go of those that no longer hold, and
// sets their states by them. What a person decided stays decided.
func (s *Service) examine(ctx context.Context, shares []*Share) error {
	if len(shares) == 0 {
		return nil
	}
	doubts, err := s.doubts(ctx, shares)
	if err != nil {
		return err
	}
	ids := idsOf(shares)
	if err := s.drop(ctx, ids, doubts); err != nil {
		return err
	}
	if err := s.raise(ctx, doubts...); err != nil {
		return err
	}
	released, err := s.release(ctx, ids...)
	if err != nil {
		return err
	}
	for _, f := range doubts {
		released = append(released, f.ShareID)
	}
	return s.restate(ctx, append(ids, released...), shares...)
}

func idsOf(shares []*Share) []int64 {
	ids := make([]int64, len(shares))
	for i, sh := range shares {
		ids[i] = sh.ID
	}
	return ids
}

// drop lets go of open doubts about shares that are none any more.
func (s *Service) drop(ctx context.Context, ids []int64, doubts []Flag) error {
	var open []Flag
	q := s.ws.DB.Write(ctx).Where("share_id IN ? AND decision = '' AND kind NOT IN ?", ids, []string{FlagReportedOnce, FlagFigure})
	if err := q.Find(&open).Error; err != nil {
		return err
	}
	var gone []int64
	for _, f := range open {
		if !contains(doubts, f) {
			gone = append(gone, f.ID)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return s.ws.DB.Write(ctx).Delete(&Flag{}, "id IN ?", gone).Error
}

// release lets go of the doubts about other shares that rested on an address
// which these no longer have, and gives those others.
func (s *Service) release(ctx context.Context, ids ...int64) (others []int64, err error) {
	var rows []struct{ ID, ShareID int64 }
	err = s.ws.DB.Write(ctx).Raw(`SELECT f.id, f.share_id FROM share_flag f JOIN share sh ON sh.id = f.other_id JOIN share o ON o.id = f.share_id
		WHERE f.other_id IN ? AND f.kind = ? AND f.decision = '' AND (o.url_key <> sh.url_key OR sh.state = ?)`, ids, FlagURLTwice, Void).Scan(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	gone := make([]int64, len(rows))
	for i, r := range rows {
		gone[i], others = r.ID, append(others, r.ShareID)
	}
	return others, s.ws.DB.Write(ctx).Delete(&Flag{}, "id IN ?", gone).Error
}

func contains(flags []Flag, f Flag) bool {
	return slices.ContainsFunc(flags, func(other Flag) bool {
		return other.ShareID == f.ShareID && other.Kind == f.Kind && other.Detail == f.Detail
	})
}

// examineFigures doubts figures of the shares that contradict each other.
func (s *Service) examineFigures(ctx context.Context, shares ...int64) error {
	rows, err := s.figuresOf(ctx, shares)
	if err != nil {
		return err
	}
	of := map[int64][]Figure{}
	for _, f := range rows {
		of[f.ShareID] = append(of[f.ShareID], f)
	}
	var doubts []Flag
	var plausible []int64
	for _, id := range shares {
		now := Standing(of[id])
		views, seen := now[Views]
		if seen && (now[Likes] > views || now[Comments] > views || now[Reposts] > views) {
			doubts = append(doubts, Flag{ShareID: id, Kind: FlagFigure})
		} else {
			plausible = append(plausible, id)
		}
	}
	if len(plausible) > 0 {
		err := s.ws.DB.Write(ctx).Delete(&Flag{}, "share_id IN ? AND kind = ? AND decision = ''", plausible, FlagFigure).Error
		if err != nil {
			return err
		}
	}
	return s.raise(ctx, doubts...)
}

// raise raises doubts, each once; one that was decided is not raised again.
func (s *Service) raise(ctx context.Context, doubts ...Flag) error {
	if len(doubts) == 0 {
		return nil
	}
	for i := range doubts {
		doubts[i].CreatedAt = s.now()
	}
	return s.ws.DB.Write(ctx).Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(doubts, keepTogether).Error
}

// restate sets the states of shares by their flags, of those at hand too; a void
// one stays void.
func (s *Service) restate(ctx context.Context, ids []int64, atHand ...*Share) error {
	var rows []struct {
		ID    int64
		State string
		Held  bool
	}
	err := s.ws.DB.Write(ctx).Raw(`SELECT id, state, EXISTS (SELECT 1 FROM share_flag f WHERE f.share_id = share.id AND f.holds = ? AND f.decision = '') AS held
		FROM share WHERE id IN ? AND state <> ?`, HoldsShare, ids, Void).Scan(&rows).Error
	if err != nil {
		return err
	}
	now, changed := make(map[int64]string, len(rows)), map[string][]int64{}
	for _, r := range rows {
		state := Counted
		if r.Held {
			state = Held
		}
		if now[r.ID] = state; state != r.State {
			changed[state] = append(changed[state], r.ID)
		}
	}
	for state, ids := range changed {
		if err := s.ws.DB.Write(ctx).Model(&Share{}).Where("id IN ?", ids).Update("state", state).Error; err != nil {
			return err
		}
	}
	for _, sh := range atHand {
		if state, ok := now[sh.ID]; ok {
			sh.State = state
		}
	}
	return nil
}
