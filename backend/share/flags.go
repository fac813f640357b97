package share

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// A person's network rarely has more than MaxAudience followers, and one firm's
// staff never: LinkedIn stops connections at 30,000. Such a figure is a slip of
// the finger until somebody says otherwise.
const MaxAudience = 1_000_000

// examine raises the doubts about a share, lets go of those that no longer
// hold, and sets its state by them. What a person decided stays decided.
func (s *Service) examine(ctx context.Context, sh *Share) error {
	doubts, err := s.doubts(ctx, sh)
	if err != nil {
		return err
	}
	var open []Flag
	q := s.ws.DB.Write(ctx).Where("share_id = ? AND decision = '' AND kind <> ?", sh.ID, FlagReportedOnce)
	if err := q.Find(&open).Error; err != nil {
		return err
	}
	for _, f := range open {
		if f.Kind != FlagFigure && !contains(doubts, f) {
			if err := s.ws.DB.Write(ctx).Delete(&Flag{}, "id = ?", f.ID).Error; err != nil {
				return err
			}
		}
	}
	if err := s.raise(ctx, sh, doubts); err != nil {
		return err
	}
	return s.restate(ctx, sh)
}

// examineNew is examine of a share of which nothing was said before.
func (s *Service) examineNew(ctx context.Context, sh *Share) error {
	doubts, err := s.doubts(ctx, sh)
	if err != nil {
		return err
	}
	holds := slices.ContainsFunc(doubts, func(f Flag) bool { return f.Holds == HoldsShare })
	if err := s.raise(ctx, sh, doubts); err != nil || !holds && sh.State == Counted {
		return err
	}
	return s.restate(ctx, sh)
}

// raise flags what is doubtful about a share, and lets go of what was about others for its sake.
func (s *Service) raise(ctx context.Context, sh *Share, doubts []Flag) error {
	for _, f := range doubts {
		if err := s.flag(ctx, f); err != nil {
			return err
		}
	}
	return s.release(ctx, sh)
}

// release lets go of the doubts about other shares that rested on an address
// which this one no longer has.
func (s *Service) release(ctx context.Context, sh *Share) error {
	var others []Share
	err := s.ws.DB.Write(ctx).
		Where("id IN (SELECT share_id FROM share_flag WHERE other_id = ? AND kind = ? AND decision = '')", sh.ID, FlagURLTwice).
		Where("url_key <> ? OR ? = ?", sh.URLKey, sh.State, Void).Find(&others).Error
	if err != nil {
		return err
	}
	for i := range others {
		err := s.ws.DB.Write(ctx).Delete(&Flag{}, "share_id = ? AND other_id = ? AND decision = ''", others[i].ID, sh.ID).Error
		if err := errors.Join(err, s.restate(ctx, &others[i])); err != nil {
			return err
		}
	}
	return nil
}

func contains(flags []Flag, f Flag) bool {
	for _, other := range flags {
		if other.Kind == f.Kind && other.Detail == f.Detail {
			return true
		}
	}
	return false
}

// doubts looks at a share with suspicion.
func (s *Service) doubts(ctx context.Context, sh *Share) ([]Flag, error) {
	var found []Flag
	add := func(kind, detail string, other *int64, holds int) {
		found = append(found, Flag{ShareID: sh.ID, Kind: kind, Detail: detail, OtherID: other, Holds: holds})
	}
	// A day of grace: the message was written where the clock may say yesterday.
	if sh.SharedOn > day(s.ws.Now().AddDate(0, 0, 1)) {
		add(FlagFuture, sh.SharedOn, nil, HoldsShare)
	}
	if sh.PostID != nil {
		first, err := s.directory.FirstOffered(ctx, *sh.PostID)
		if err != nil {
			return nil, err
		}
		if first != "" && sh.SharedOn < dayBefore(first) {
			add(FlagBeforePost, first, nil, HoldsShare)
		}
	}
	if sh.Audience != nil && *sh.Audience > MaxAudience {
		add(FlagAudience, "", nil, HoldsAudience)
	}
	err := s.doubtURL(ctx, sh, add)
	return found, err
}

// doubtURL compares the address with what others reported and with whose
// account it names.
func (s *Service) doubtURL(ctx context.Context, sh *Share, add func(string, string, *int64, int)) error {
	l, key := link(sh.URL)
	if key == "" {
		return nil
	}
	var others []Share
	err := s.ws.DB.Write(ctx).Where("url_key = ? AND person <> ? AND state <> ?", key, sh.Person, Void).Order("id").Find(&others).Error
	if err != nil {
		return err
	}
	for _, o := range others {
		// Whoever came first counts until a person decides, but shows the doubt.
		holds, mirrored := HoldsShare, HoldsNothing
		if sh.ID < o.ID {
			holds, mirrored = HoldsNothing, HoldsShare
		}
		add(FlagURLTwice, strconv.FormatInt(o.ID, 10), ptr(o.ID), holds)
		mirror := Flag{ShareID: o.ID, Kind: FlagURLTwice, Detail: strconv.FormatInt(sh.ID, 10), OtherID: ptr(sh.ID), Holds: mirrored}
		if err := errors.Join(s.flag(ctx, mirror), s.restate(ctx, &o)); err != nil {
			return err
		}
	}
	if l.Handle == "" || sh.StaffID == nil {
		return nil
	}
	owner, err := s.directory.OwnerOf(ctx, sh.Network, l.Handle)
	if err != nil {
		return err
	}
	if owner != 0 && owner != *sh.StaffID {
		add(FlagURLOfOther, "", nil, HoldsShare)
	}
	return nil
}

// examineFigures doubts figures that contradict each other.
func (s *Service) examineFigures(ctx context.Context, shareID int64) error {
	var rows []Figure
	if err := s.ws.DB.Write(ctx).Where("share_id = ?", shareID).Find(&rows).Error; err != nil {
		return err
	}
	now := Standing(rows)
	views, seen := now[Views]
	doubt := seen && (now[Likes] > views || now[Comments] > views || now[Reposts] > views)
	if !doubt {
		return s.ws.DB.Write(ctx).Delete(&Flag{}, "share_id = ? AND kind = ? AND decision = ''", shareID, FlagFigure).Error
	}
	return s.flag(ctx, Flag{ShareID: shareID, Kind: FlagFigure})
}

// flag raises a doubt once; one that was decided is not raised again.
func (s *Service) flag(ctx context.Context, f Flag) error {
	f.CreatedAt = s.now()
	return s.ws.DB.Write(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&f).Error
}

// restate sets the state of a share by its flags.
func (s *Service) restate(ctx context.Context, sh *Share) error {
	if sh.State == Void {
		return nil
	}
	var n int64
	q := s.ws.DB.Write(ctx).Model(&Flag{}).Where("share_id = ? AND holds = ? AND decision = ''", sh.ID, HoldsShare)
	if err := q.Count(&n).Error; err != nil {
		return err
	}
	state := Counted
	if n > 0 {
		state = Held
	}
	if state == sh.State {
		return nil
	}
	sh.State = state
	return s.ws.DB.Write(ctx).Model(&Share{}).Where("id = ?", sh.ID).Update("state", state).Error
}

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
	copied := *sh
	return s.restate(ctx, &copied)
}

func dayBefore(date string) string {
	t, err := time.Parse(dayLayout, date)
	if err != nil {
		return date
	}
	return day(t.AddDate(0, 0, -1))
}
