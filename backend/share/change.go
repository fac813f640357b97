package share

import (
	"context"
	"encoding/json"
	"fmt"

	"relais/backend/network"
	"relais/backend/workspace"
)

// Entry is a share as a person enters it.
type Entry struct {
	PostID   int64
	StaffID  int64
	Network  string
	URL      string
	SharedOn string // YYYY-MM-DD; today where empty
	Words    string // how HR knows
	Figures  map[string]int64
}

// Enter records a share by hand. The same person, post and network a second
// time is refused with "share_twice", unless again says that it was a second
// post of theirs.
func (s *Service) Enter(ctx context.Context, e Entry, again bool) (Share, error) {
	var sh Share
	if err := e.check(); err != nil {
		return sh, err
	}
	err := s.change(ctx, func(ctx context.Context) error {
		if !again {
			if err := s.refuseTwice(ctx, e); err != nil {
				return err
			}
		}
		sh = Share{
			ShareKey: s.handKey(), PostID: ptr(e.PostID), StaffID: ptr(e.StaffID), Person: e.StaffID, Network: e.Network,
			URL: e.URL, SharedOn: e.SharedOn, Origin: OriginHand, Words: clip(e.Words), State: Counted,
		}
		if sh.SharedOn == "" {
			sh.SharedOn = day(s.ws.Now())
		}
		if err := s.keep(ctx, &sh); err != nil {
			return err
		}
		if _, err := s.addFigures(ctx, figuresAt(s.now(), sh.ID, OriginHand, e.Figures)...); err != nil {
			return err
		}
		_, err := s.ws.Journal.Record(ctx, workspace.Entry{Verb: "share.entered", Kind: "share", ID: sh.ID, Undo: sh.ID})
		return err
	})
	return sh, wrap(err)
}

func (e *Entry) check() error {
	if e.PostID == 0 {
		return workspace.NewFault("share_needs_post")
	}
	if e.StaffID == 0 {
		return workspace.NewFault("share_needs_person")
	}
	if e.Network == "" {
		e.Network = unspecified
	}
	if e.URL == "" {
		return nil
	}
	l, ok := network.FromURL(e.URL)
	if !ok {
		return workspace.NewFault("link_unreadable", "text", e.URL)
	}
	e.URL = l.URL
	if l.Network != "" && e.Network == unspecified {
		e.Network = string(l.Network)
	}
	return nil
}

func (s *Service) refuseTwice(ctx context.Context, e Entry) error {
	var n int64
	err := s.ws.DB.Write(ctx).Model(&Share{}).
		Where("post_id = ? AND staff_id = ? AND network = ? AND state <> ?", e.PostID, e.StaffID, e.Network, Void).Count(&n).Error
	if err != nil {
		return err
	}
	if n > 0 {
		return workspace.NewFault("share_twice")
	}
	return nil
}

func (s *Service) undoEntered(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return wrap(err)
	}
	return s.change(ctx, func(ctx context.Context) error { return s.setVoid(ctx, id, VoidByHand) })
}

// Correction changes what a share says; nil leaves a field as it is.
type Correction struct {
	Network  *string
	URL      *string
	SharedOn *string
	PostID   *int64
	StaffID  *int64
	Audience *int64 // of that day, as the person says; -1 is not known
}

// revision is a share as it was before a correction.
type revision struct {
	ID      int64
	ShareID int64
	At      workspace.Instant
	Actor   string
	Before  string
}

func (revision) TableName() string { return "share_revision" }

type before struct {
	Key, Network, URL, SharedOn string
	PostID, StaffID             *int64
	Person                      int64
	Audience                    *int64
	AudienceAsOf                *string
	AudienceGiven               bool
}

func remember(sh Share) before {
	return before{Key: sh.ShareKey, Network: sh.Network, URL: sh.URL, SharedOn: sh.SharedOn, PostID: sh.PostID, StaffID: sh.StaffID,
		Person: sh.Person, Audience: sh.Audience, AudienceAsOf: sh.AudienceAsOf, AudienceGiven: sh.AudienceGiven}
}

func (b before) restore(sh *Share) {
	sh.ShareKey, sh.Network, sh.URL, sh.SharedOn = b.Key, b.Network, b.URL, b.SharedOn
	sh.PostID, sh.StaffID, sh.Person, sh.Specialist = b.PostID, b.StaffID, b.Person, nil
	sh.Audience, sh.AudienceAsOf, sh.AudienceGiven = b.Audience, b.AudienceAsOf, b.AudienceGiven
}

// Correct changes a share and keeps what it said before.
func (s *Service) Correct(ctx context.Context, id int64, c Correction) (Share, error) {
	var out Share
	err := s.change(ctx, func(ctx context.Context) error {
		sh, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		if sh.State == Void {
			return workspace.NewFault("share_gone", "id", id)
		}
		text, err := json.Marshal(remember(sh))
		if err != nil {
			return err
		}
		row := revision{ShareID: id, At: s.now(), Actor: workspace.Actor(ctx), Before: string(text)}
		if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
			return err
		}
		if err := c.apply(&sh); err != nil {
			return err
		}
		if err := s.keep(ctx, &sh); err != nil {
			return err
		}
		out = sh
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "share.corrected", Kind: "share", ID: id, Undo: row.ID})
		return err
	})
	return out, wrap(err)
}

func (c Correction) apply(sh *Share) error {
	if c.Network != nil && *c.Network != sh.Network {
		sh.Network = *c.Network
		if sh.Origin == OriginReply && sh.RequestID != nil {
			sh.ShareKey = requestKey(*sh.RequestID, sh.Network)
		}
	}
	if c.URL != nil {
		sh.URL = ""
		if *c.URL != "" {
			l, ok := network.FromURL(*c.URL)
			if !ok {
				return workspace.NewFault("link_unreadable", "text", *c.URL)
			}
			sh.URL = l.URL
		}
	}
	if c.SharedOn != nil {
		sh.SharedOn = *c.SharedOn
	}
	if c.PostID != nil {
		sh.PostID, sh.Title, sh.Specialist = c.PostID, "", nil
	}
	if c.StaffID != nil {
		sh.StaffID, sh.Person, sh.Specialist = c.StaffID, *c.StaffID, nil
	}
	if c.Audience != nil {
		sh.AudienceGiven, sh.Audience, sh.AudienceAsOf = false, nil, nil
		if *c.Audience >= 0 {
			sh.AudienceGiven, sh.Audience, sh.AudienceAsOf = true, c.Audience, &sh.SharedOn
		}
	}
	return nil
}

func (s *Service) undoCorrected(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return wrap(err)
	}
	return s.change(ctx, func(ctx context.Context) error {
		var row revision
		if err := s.ws.DB.Write(ctx).Take(&row, "id = ?", id).Error; err != nil {
			return workspace.NewFault("undo_gone").Wrap(err)
		}
		var b before
		if err := json.Unmarshal([]byte(row.Before), &b); err != nil {
			return wrap(err)
		}
		sh, err := s.Get(ctx, row.ShareID)
		if err != nil {
			return err
		}
		b.restore(&sh)
		if err := s.keep(ctx, &sh); err != nil {
			return err
		}
		return s.ws.DB.Write(ctx).Delete(&revision{}, "id = ?", id).Error
	})
}

// TakeBack voids a share: it stays as evidence and stands in no sum.
func (s *Service) TakeBack(ctx context.Context, id int64) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		sh, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		if sh.State == Void {
			return nil
		}
		if err := s.setVoid(ctx, id, VoidByHand); err != nil {
			return err
		}
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "share.voided", Kind: "share", ID: id, Undo: id})
		return err
	}))
}

func (s *Service) undoVoided(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return wrap(err)
	}
	return s.Restore(ctx, id)
}

// Restore brings back a share that was taken back.
func (s *Service) Restore(ctx context.Context, id int64) error {
	return wrap(s.change(ctx, func(ctx context.Context) error {
		sh, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		sh.State, sh.VoidReason, sh.VoidedAt = Counted, "", nil
		return s.keep(ctx, &sh)
	}))
}

func (s *Service) setVoid(ctx context.Context, id int64, reason string) error {
	now := s.now()
	err := s.ws.DB.Write(ctx).Model(&Share{}).Where("id = ?", id).
		Updates(map[string]any{"state": Void, "void_reason": reason, "voided_at": now, "changed_at": now}).Error
	if err != nil {
		return err
	}
	others, err := s.release(ctx, id)
	if err != nil || len(others) == 0 {
		return err
	}
	return s.restate(ctx, others)
}

func (s *Service) undoDecided(ctx context.Context, data json.RawMessage) error {
	var d decided
	if err := json.Unmarshal(data, &d); err != nil {
		return wrap(err)
	}
	return s.change(ctx, func(ctx context.Context) error {
		err := s.ws.DB.Write(ctx).Model(&Flag{}).Where("id = ?", d.Flag).
			Updates(map[string]any{"decision": "", "decided_at": nil}).Error
		if err != nil {
			return err
		}
		sh, err := s.Get(ctx, d.Share)
		if err != nil {
			return err
		}
		sh.State, sh.VoidReason, sh.VoidedAt = d.State, "", nil
		return s.keep(ctx, &sh)
	})
}

// Withdraw takes back everything that one message brought into the ledger, when
// its handling is undone or it is read again. Shares that other messages also
// speak of lose only what this one said.
func (s *Service) Withdraw(ctx context.Context, inboundID int64) error {
	if inboundID == 0 {
		return fmt.Errorf("share: withdraw needs a message")
	}
	return wrap(s.change(ctx, func(ctx context.Context) error {
		var figures []Figure
		if err := s.ws.DB.Write(ctx).Where("inbound_id = ?", inboundID).Find(&figures).Error; err != nil {
			return err
		}
		if err := s.ws.DB.Write(ctx).Where("inbound_id = ?", inboundID).Delete(&Figure{}).Error; err != nil {
			return err
		}
		if err := s.examineFigures(ctx, sharesOf(figures)...); err != nil {
			return err
		}
		var ids []int64
		err := s.ws.DB.Write(ctx).Model(&Share{}).Where("inbound_id = ? AND state <> ?", inboundID, Void).Pluck("id", &ids).Error
		for _, id := range ids {
			if err == nil {
				err = s.setVoid(ctx, id, VoidByReply)
			}
		}
		return err
	}))
}
