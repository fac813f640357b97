package staff

import (
	"context"
	"fmt"

	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// Merge makes one person of two records: keep stays, and gets the addresses, languages, topics, accounts, history and
// mail of gone. Where both say something, what keep says stays; a refusal or a leave of either holds for both, since
// nobody may be written to again because their no stood in the other record.
func (s *Service) Merge(ctx context.Context, keep, gone int64) error {
	if keep == gone {
		return workspace.NewFault("merge_same")
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		a, err := s.Get(ctx, keep)
		if err != nil {
			return err
		}
		b, err := s.Get(ctx, gone)
		if err != nil {
			return err
		}
		for _, h := range s.holders {
			if err := h.MovePersonalData(ctx, gone, keep); err != nil {
				return fmt.Errorf("staff: merge %s: %w", h.PersonalDataName(), err)
			}
		}
		for _, step := range []func(context.Context, Person, Person) error{s.mergeRows, s.mergeAccounts, s.mergeCard} {
			if err := step(ctx, a, b); err != nil {
				return fmt.Errorf("staff: merge: %w", err)
			}
		}
		if err := s.remove(ctx, b); err != nil {
			return fmt.Errorf("staff: merge: %w", err)
		}
		if err := s.mergeMembership(ctx, a, b); err != nil {
			return err
		}
		if err := s.historyChanged(ctx, keep); err != nil {
			return err
		}
		_, err = s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.merged", Kind: "staff", ID: keep})
		return err
	})
}

func (s *Service) mergeRows(ctx context.Context, a, b Person) error {
	db := s.ws.DB.Write(ctx)
	for _, move := range []struct {
		model  any
		values map[string]any
	}{
		{&Address{}, map[string]any{"staff_id": a.ID, "is_primary": false}},
		{&MembershipEvent{}, map[string]any{"staff_id": a.ID}},
		{&importChange{}, map[string]any{"staff_id": a.ID, "kind": RowChanged, "after": "{}"}},
	} {
		if err := db.Model(move.model).Where("staff_id = ?", b.ID).Updates(move.values).Error; err != nil {
			return err
		}
	}
	if len(a.Addresses) == 0 && len(b.Addresses) > 0 {
		if err := s.settlePrimary(ctx, a.ID, b.Addresses[0].AddressKey, true); err != nil {
			return err
		}
	}
	for _, l := range b.Languages {
		if err := db.Clauses(clause.OnConflict{DoNothing: true}).Create(&Language{StaffID: a.ID, Language: l}).Error; err != nil {
			return err
		}
	}
	have := map[int64]string{}
	for _, t := range a.Topics {
		have[t.TopicID] = t.Stance
	}
	for _, t := range b.Topics {
		if weight(t.Stance) <= weight(have[t.TopicID]) {
			continue
		}
		row := Topic{StaffID: a.ID, TopicID: t.TopicID, Stance: t.Stance, Reason: t.Reason, ChangedAt: workspace.At(s.ws.Now())}
		if err := db.Clauses(clause.OnConflict{UpdateAll: true}).Create(&row).Error; err != nil {
			return err
		}
	}
	return db.Model(&Staff{}).Where("manager_id = ?", b.ID).Update("manager_id", a.ID).Error
}

// mergeAccounts moves accounts; where both have one on a network, its figures go to the one that stays.
func (s *Service) mergeAccounts(ctx context.Context, a, b Person) error {
	db := s.ws.DB.Write(ctx)
	open := map[string]int64{}
	for _, c := range a.Accounts {
		open[c.Network] = c.ID
	}
	for _, c := range b.Accounts {
		into, both := open[c.Network]
		if !both {
			continue
		}
		if err := db.Model(&Audience{}).Where("account_id = ?", c.ID).Update("account_id", into).Error; err != nil {
			return err
		}
		if err := db.Delete(&Account{}, "id = ?", c.ID).Error; err != nil {
			return err
		}
	}
	return db.Model(&Account{}).Where("staff_id = ?", b.ID).Update("staff_id", a.ID).Error
}

// mergeCard fills what the record that stays leaves blank, and takes the other's departments where it has none.
func (s *Service) mergeCard(ctx context.Context, a, b Person) error {
	db := s.ws.DB.Write(ctx)
	columns := map[string]any{"changed_at": workspace.At(s.ws.Now())}
	text := func(column, kept, other string) {
		if kept == "" && other != "" {
			columns[column] = other
		}
	}
	text("given_name", a.GivenName, b.GivenName)
	text("job_title", a.JobTitle, b.JobTitle)
	text("language", a.Language, b.Language)
	text("joined_on", value(a.JoinedOn), value(b.JoinedOn))
	text("employee_number", a.EmployeeNumber, b.EmployeeNumber)
	if columns["employee_number"] != nil { // unique: it leaves one record before it enters the other
		if err := db.Model(&Staff{}).Where("id = ?", b.ID).Update("employee_number", "").Error; err != nil {
			return err
		}
	}
	if a.ManagerID == nil && b.ManagerID != nil && *b.ManagerID != a.ID {
		columns["manager_id"] = *b.ManagerID
	}
	if a.ManagerID != nil && *a.ManagerID == b.ID {
		columns["manager_id"] = nil
	}
	if a.CapAsksMonth == nil && b.CapAsksMonth != nil {
		columns["cap_asks_month"] = *b.CapAsksMonth
	}
	if a.CapMailsMonth == nil && b.CapMailsMonth != nil {
		columns["cap_mails_month"] = *b.CapMailsMonth
	}
	if a.RestrictedAt == nil && b.RestrictedAt != nil {
		columns["restricted_at"] = *b.RestrictedAt
	}
	if a.DepartmentID == nil && b.DepartmentID != nil {
		columns["department_id"] = *b.DepartmentID
		if err := db.Delete(&Period{}, "staff_id = ?", a.ID).Error; err != nil {
			return err
		}
		if err := db.Model(&Period{}).Where("staff_id = ?", b.ID).Update("staff_id", a.ID).Error; err != nil {
			return err
		}
	}
	return db.Model(&Staff{}).Where("id = ?", a.ID).Updates(columns).Error
}

// mergeMembership settles where the one person stands: a no of either record first, then a pause, then a yes.
func (s *Service) mergeMembership(ctx context.Context, a, b Person) error {
	order := map[Membership]int{None: 0, Invited: 1, Active: 2, Paused: 3, Refused: 4, Left: 5}
	if order[b.Membership] <= order[a.Membership] {
		if a.Membership == Left || a.Membership == Refused {
			p, err := s.Get(ctx, a.ID)
			if err != nil {
				return err
			}
			return s.buryLeft(ctx, []Step{{p, Change{State: a.Membership}}})
		}
		return nil
	}
	p, err := s.Get(ctx, a.ID)
	if err != nil {
		return err
	}
	return s.recordMemberships(ctx, Step{p, Change{State: b.Membership, Until: value(b.PausedUntil), Origin: OriginHR}})
}

// Twin is a pair of records that may be one person.
type Twin struct {
	A, B Person
}

// Twins gives pairs of people with the same name, for HR to decide.
func (s *Service) Twins(ctx context.Context) ([]Twin, error) {
	var pairs []struct{ One, Other int64 }
	err := s.ws.DB.Read(ctx).Raw(`SELECT a.id AS one, b.id AS other FROM staff a JOIN staff b ON b.name_key = a.name_key AND b.id > a.id
		WHERE a.name_key <> '' AND a.erased_at IS NULL AND b.erased_at IS NULL ORDER BY a.name_key LIMIT 100`).Scan(&pairs).Error
	if err != nil {
		return nil, fmt.Errorf("staff: twins: %w", err)
	}
	out := []Twin{}
	for _, p := range pairs {
		people, err := s.load(ctx, []int64{p.One, p.Other})
		if err != nil {
			return nil, err
		}
		if len(people) == 2 {
			out = append(out, Twin{people[0], people[1]})
		}
	}
	return out, nil
}
