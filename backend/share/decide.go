package share

import (
	"context"

	"relais/backend/workspace"
)

// Decide settles a doubt: accepted, the share counts as it stands; rejected, it
// is taken back, or, where the doubt is about the audience alone, the audience
// is 'not known'. The journal can undo it.
func (s *Service) Decide(ctx context.Context, flagID int64, accept bool) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		var f Flag
		if err := s.ws.DB.Write(ctx).Take(&f, "id = ? AND decision = ''", flagID).Error; err != nil {
			return workspace.NewFault("flag_gone").Wrap(err)
		}
		before, err := s.Get(ctx, f.ShareID)
		if err != nil {
			return err
		}
		if err := s.decide(ctx, f, &before, accept); err != nil {
			return err
		}
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{
			Verb: "share.decided", Kind: "share", ID: f.ShareID, Params: map[string]any{"flag": f.Kind, "accepted": accept},
			Undo: decided{Flag: f.ID, Share: f.ShareID, State: before.State},
		})
		return err
	}))
}

type decided struct {
	Flag, Share int64
	State       string
}

func (s *Service) decide(ctx context.Context, f Flag, sh *Share, accept bool) error {
	decision := "accepted"
	if !accept {
		decision = "rejected"
	}
	err := s.ws.DB.Write(ctx).Model(&Flag{}).Where("id = ?", f.ID).
		Updates(map[string]any{"decision": decision, "decided_at": s.now()}).Error
	if err != nil {
		return err
	}
	if !accept && (f.Holds == HoldsShare || f.Kind == FlagURLTwice) {
		return s.setVoid(ctx, sh.ID, VoidByFlag)
	}
	return s.restate(ctx, []int64{sh.ID})
}
