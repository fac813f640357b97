package share

import (
	"context"
	"encoding/json"

	"relais/backend/workspace"
)

// AddFigure records by hand what a share reached, as of now.
func (s *Service) AddFigure(ctx context.Context, shareID int64, kind string, value int64) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		if _, err := s.Get(ctx, shareID); err != nil {
			return err
		}
		f := Figure{ShareID: shareID, Kind: kind, Value: value, ReportedAt: s.now(), Origin: OriginHand}
		f.CreatedAt = s.now()
		if value < 0 {
			return workspace.NewFault("figure_out_of_range", "kind", kind)
		}
		return s.keepFigure(ctx, &f)
	}))
}

// CorrectFigure puts another value in the place of one that was wrong; the old
// one stays and is shown as corrected. The time it was reported is kept.
func (s *Service) CorrectFigure(ctx context.Context, figureID, value int64) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		var old Figure
		if err := s.ws.DB.Write(ctx).Take(&old, "id = ? AND voided_at IS NULL", figureID).Error; err != nil {
			return workspace.NewFault("figure_gone").Wrap(err)
		}
		if value < 0 {
			return workspace.NewFault("figure_out_of_range", "kind", old.Kind)
		}
		// A second correction of the same row replaces the first.
		err := s.ws.DB.Write(ctx).Model(&Figure{}).Where("supersedes = ? AND voided_at IS NULL", old.ID).
			Update("voided_at", s.now()).Error
		if err != nil {
			return err
		}
		return s.keepFigure(ctx, &Figure{ShareID: old.ShareID, Kind: old.Kind, Value: value, ReportedAt: old.ReportedAt,
			Origin: OriginHand, Supersedes: ptr(old.ID), CreatedAt: s.now()})
	}))
}

func (s *Service) keepFigure(ctx context.Context, f *Figure) error {
	if err := s.ws.DB.Write(ctx).Create(f).Error; err != nil {
		return err
	}
	if err := s.examineFigures(ctx, f.ShareID); err != nil {
		return err
	}
	_, err := s.ws.Journal.Record(ctx, workspace.Entry{
		Verb: "share.figure", Kind: "share", ID: f.ShareID, Params: map[string]any{"kind": f.Kind}, Undo: f.ID,
	})
	return err
}

func (s *Service) undoFigure(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return wrap(err)
	}
	return s.change(ctx, func(ctx context.Context) error {
		err := s.ws.DB.Write(ctx).Model(&Figure{}).Where("id = ?", id).Update("voided_at", s.now()).Error
		if err != nil {
			return err
		}
		var f Figure
		if err := s.ws.DB.Write(ctx).Take(&f, "id = ?", id).Error; err != nil {
			return wrap(err)
		}
		return s.examineFigures(ctx, f.ShareID)
	})
}
