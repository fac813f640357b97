package share

import (
	"context"
	"encoding/json"

	"relais/backend/workspace"
)

// Stages of a referral, in their order.
const (
	StageReceived  = "received"
	StageContacted = "contacted"
	StageInterview = "interview"
	StageOffer     = "offer"
	StageHired     = "hired"
	StageClosed    = "closed"
)

// Stages are all stages of a referral, in their order.
func Stages() []string {
	return []string{StageReceived, StageContacted, StageInterview, StageOffer, StageHired, StageClosed}
}

// Referral is a candidate whom a staff member brought for a job offer. The name
// is kept only with the candidate's consent, and all of it that speaks of the
// candidate goes on EraseOn.
type Referral struct {
	ID            int64
	PostID        *int64
	StaffID       *int64
	Person        int64
	Stage         string
	ReceivedOn    string
	HiredOn       *string
	CandidateName string
	ConsentOn     *string
	Note          string
	EraseOn       string
	ErasedAt      *workspace.Instant
	CreatedAt     workspace.Instant
	ChangedAt     workspace.Instant
	VoidedAt      *workspace.Instant
}

// TableName is the table of referrals.
func (Referral) TableName() string { return "referral" }

// ReferralEntry is a referral as HR enters or changes it.
type ReferralEntry struct {
	PostID        int64
	StaffID       int64
	Stage         string
	ReceivedOn    string // today where empty
	HiredOn       string // the day of the contract; today where a hired referral has none
	CandidateName string // refused without consent
	Consent       bool
	Note          string
}

// retentionSetting is for how many months a referral's personal part is kept.
const retentionSetting = "referral.months"

// defaultRetention is two years in months: what the CNIL's guide on recruitment
// (2023) gives for candidates who were not taken.
const defaultRetention = 24

// SaveReferral adds a referral (id 0) or changes one. The candidate's name needs
// their consent: without it the fault is "consent_needed" and nothing is kept.
func (s *Service) SaveReferral(ctx context.Context, id int64, e ReferralEntry) (Referral, error) {
	var row Referral
	if err := s.checkReferral(&e); err != nil {
		return row, err
	}
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		var before *Referral
		if id != 0 {
			if err := s.ws.DB.Write(ctx).Take(&row, "id = ? AND voided_at IS NULL", id).Error; err != nil {
				return workspace.NewFault("referral_gone").Wrap(err)
			}
			copied := row
			before = &copied
		} else {
			row = Referral{CreatedAt: s.now()}
		}
		if err := s.fillReferral(ctx, &row, e); err != nil {
			return err
		}
		if err := s.ws.DB.Write(ctx).Save(&row).Error; err != nil {
			return err
		}
		return s.noteReferral(ctx, row.ID, before)
	})
	return row, wrap(err)
}

func (s *Service) checkReferral(e *ReferralEntry) error {
	if e.PostID == 0 {
		return workspace.NewFault("share_needs_post")
	}
	if e.StaffID == 0 {
		return workspace.NewFault("share_needs_person")
	}
	if e.CandidateName != "" && !e.Consent {
		return workspace.NewFault("consent_needed")
	}
	if e.ReceivedOn == "" {
		e.ReceivedOn = day(s.ws.Now())
	}
	if e.Stage == "" {
		e.Stage = StageReceived
	}
	if e.Stage == StageHired && e.HiredOn == "" {
		e.HiredOn = day(s.ws.Now())
	}
	for _, date := range []string{e.ReceivedOn, e.HiredOn} {
		if date == "" {
			continue
		}
		if _, err := weekOf(date); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) fillReferral(ctx context.Context, row *Referral, e ReferralEntry) error {
	months := defaultRetention
	if _, err := s.ws.Settings.Get(ctx, retentionSetting, &months); err != nil {
		return err
	}
	row.PostID, row.StaffID, row.Person = ptr(e.PostID), ptr(e.StaffID), e.StaffID
	row.Stage, row.ReceivedOn, row.Note = e.Stage, e.ReceivedOn, clip(e.Note)
	row.HiredOn, row.CandidateName = nil, e.CandidateName
	if e.Stage == StageHired {
		row.HiredOn = &e.HiredOn
	}
	if !e.Consent {
		row.ConsentOn = nil
	} else if row.ConsentOn == nil {
		today := day(s.ws.Now())
		row.ConsentOn = &today
	}
	row.EraseOn, row.ChangedAt = day(s.ws.Now().AddDate(0, months, 0)), s.now()
	return nil
}

// referralUndo says how a change of a referral is taken back. The candidate's
// name is never in the journal: a change of the name is not undone.
type referralUndo struct {
	ID      int64
	Added   bool
	Stage   string
	HiredOn *string
}

func (s *Service) noteReferral(ctx context.Context, id int64, before *Referral) error {
	u := referralUndo{ID: id, Added: before == nil}
	if before != nil {
		u.Stage, u.HiredOn = before.Stage, before.HiredOn
	}
	_, err := s.ws.Journal.Record(ctx, workspace.Entry{Verb: "referral.changed", Kind: "referral", ID: id, Undo: u})
	return err
}

func (s *Service) undoReferral(ctx context.Context, data json.RawMessage) error {
	var u referralUndo
	if err := json.Unmarshal(data, &u); err != nil {
		return wrap(err)
	}
	set := map[string]any{"stage": u.Stage, "hired_on": u.HiredOn, "changed_at": s.now()}
	if u.Added {
		set = map[string]any{"voided_at": s.now(), "candidate_name": "", "note": ""}
	}
	return wrap(s.ws.DB.Write(ctx).Model(&Referral{}).Where("id = ?", u.ID).Updates(set).Error)
}

// Referrals gives all referrals, the newest first.
func (s *Service) Referrals(ctx context.Context) ([]Referral, error) {
	rows := []Referral{}
	err := s.ws.DB.Read(ctx).Where("voided_at IS NULL").Order("received_on DESC, id DESC").Find(&rows).Error
	return rows, wrap(err)
}

// EraseDueReferrals takes the candidate's name and the note out of every
// referral whose time is over, and gives how many. The count of referrals and
// hires stays true.
func (s *Service) EraseDueReferrals(ctx context.Context) (int64, error) {
	today := day(s.ws.Now())
	res := s.ws.DB.Write(ctx).Model(&Referral{}).Where("erase_on <= ? AND erased_at IS NULL", today).
		Updates(map[string]any{"candidate_name": "", "note": "", "consent_on": nil, "erased_at": s.now()})
	return res.RowsAffected, wrap(res.Error)
}
