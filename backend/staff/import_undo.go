package staff

import (
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm"

	"relais/backend/workspace"
)

// Undone is what the undo of an import did.
type Undone struct {
	Removed  int // people the import had brought, gone again
	Restored int // people whose earlier values are back
	// Kept are people the import had brought who stay, because something has happened with them since: they were
	// invited, answered, or were written to.
	Kept []string
}

// Import history, newest first.
type ImportRecord struct {
	ID        int64
	FileName  string
	At        workspace.Instant
	Added     int
	Changed   int
	Unchanged int
	Rejected  int
	Undone    bool
}

// Imports gives the imports so far, newest first.
func (s *Service) Imports(ctx context.Context) ([]ImportRecord, error) {
	var rows []importRow
	if err := s.ws.DB.Read(ctx).Order("id DESC").Limit(100).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("staff: imports: %w", err)
	}
	out := []ImportRecord{}
	for _, r := range rows {
		out = append(out, ImportRecord{r.ID, r.FileName, r.At, r.Added, r.Changed, r.Unchanged, r.Rejected, r.UndoneAt != nil})
	}
	return out, nil
}

// UndoImport takes back what an import did, where nothing has happened to it since: a value that was changed again
// stays, and so does a person who was invited, answered or was written to. It fails with undo_gone where the import
// was undone before.
func (s *Service) UndoImport(ctx context.Context, id int64) (Undone, error) {
	var out Undone
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := s.ws.DB.Write(ctx)
		var head []importRow
		if err := db.Where("id = ? AND undone_at IS NULL", id).Find(&head).Error; err != nil {
			return fmt.Errorf("staff: undo: %w", err)
		}
		if len(head) == 0 {
			return workspace.NewFault("undo_gone")
		}
		var changes []importChange
		if err := db.Where("import_id = ?", id).Order("id DESC").Find(&changes).Error; err != nil {
			return fmt.Errorf("staff: undo: %w", err)
		}
		for _, c := range changes {
			if err := s.undoChange(ctx, head[0], c, &out); err != nil {
				return fmt.Errorf("staff: undo: %w", err)
			}
		}
		if err := s.removeEmptyDepartments(ctx); err != nil {
			return fmt.Errorf("staff: undo: %w", err)
		}
		if err := db.Model(&importRow{}).Where("id = ?", id).Update("undone_at", workspace.At(s.ws.Now())).Error; err != nil {
			return fmt.Errorf("staff: undo: %w", err)
		}
		_, err := s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.import_undone", Kind: "staff_import", ID: id,
			Params: map[string]any{"removed": out.Removed, "restored": out.Restored, "kept": len(out.Kept)}})
		return err
	})
	return out, err
}

func (s *Service) undoImport(ctx context.Context, data json.RawMessage) error {
	var id int64
	if err := json.Unmarshal(data, &id); err != nil {
		return fmt.Errorf("staff: undo: %w", err)
	}
	_, err := s.UndoImport(ctx, id)
	return err
}

func (s *Service) undoChange(ctx context.Context, head importRow, c importChange, out *Undone) error {
	p, err := s.Get(ctx, c.StaffID)
	if notFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	if c.Kind == RowNew {
		used, err := s.inUse(ctx, p, head)
		if err != nil {
			return err
		}
		if used {
			out.Kept = append(out.Kept, p.Name)
			return nil
		}
		out.Removed++
		return s.remove(ctx, p)
	}
	var d delta
	if err := json.Unmarshal([]byte(c.After), &d); err != nil {
		return err
	}
	out.Restored++
	return s.restore(ctx, p, d, head.At)
}

// inUse says whether anything happened with a person that their removal would lose.
func (s *Service) inUse(ctx context.Context, p Person, head importRow) (bool, error) {
	if p.Membership != None {
		return true, nil
	}
	checks := []string{
		"SELECT COUNT(*) FROM membership_event WHERE staff_id = ?",
		"SELECT COUNT(*) FROM message WHERE staff_id = ?",
		"SELECT COUNT(*) FROM request WHERE staff_id = ?",
		"SELECT COUNT(*) FROM share WHERE staff_id = ?",
		"SELECT COUNT(*) FROM referral WHERE staff_id = ?",
	}
	for _, query := range checks {
		var n int64
		if err := s.ws.DB.Write(ctx).Raw(query, p.ID).Scan(&n).Error; err != nil {
			return false, err
		}
		if n > 0 {
			return true, nil
		}
	}
	var later int64
	err := s.ws.DB.Write(ctx).Model(&importChange{}).Joins("JOIN staff_import i ON i.id = staff_import_change.import_id").
		Where("staff_id = ? AND import_id > ? AND i.undone_at IS NULL", p.ID, head.ID).Count(&later).Error
	return later > 0, err
}

// remove forgets a person with whom nothing ever happened. Nothing is buried: they asked for nothing.
func (s *Service) remove(ctx context.Context, p Person) error {
	db := s.ws.DB.Write(ctx)
	if err := s.forgetActivity(db, p.ID); err != nil {
		return err
	}
	return db.Delete(&Staff{}, "id = ?", p.ID).Error
}

// restore puts back each value that still is what the import made it.
func (s *Service) restore(ctx context.Context, p Person, d delta, at workspace.Instant) error {
	db := s.ws.DB.Write(ctx)
	now := map[string]string{"name": p.Name, "given_name": p.GivenName, "employee_number": p.EmployeeNumber, "job_title": p.JobTitle,
		"joined_on": value(p.JoinedOn), "left_on": value(p.LeftOn)}
	columns := map[string]any{"changed_at": workspace.At(s.ws.Now())}
	for column, v := range d.Fields {
		if now[column] != v[1] {
			continue
		}
		columns[column] = v[0]
		if column == "joined_on" || column == "left_on" {
			columns[column] = optional(v[0])
		}
		if column == "name" {
			columns["name_key"] = foldName(v[0])
		}
	}
	if err := db.Model(&Staff{}).Where("id = ?", p.ID).Updates(columns).Error; err != nil {
		return err
	}
	if d.Department != nil && p.DepartmentID != nil && *p.DepartmentID == d.Department[1] {
		day := at.Time().Format("2006-01-02")
		if err := s.moveDepartment(ctx, p.ID, d.Department[0], &day); err != nil {
			return err
		}
	}
	if d.Languages != nil && equal(p.Languages, d.Languages[1]) {
		if err := s.writeLanguages(ctx, p.ID, d.Languages[0]); err != nil {
			return err
		}
	}
	if d.Manager != nil && p.ManagerID != nil && *p.ManagerID == d.Manager[1] {
		var before *int64
		if d.Manager[0] != 0 {
			before = &d.Manager[0]
		}
		if err := db.Model(&Staff{}).Where("id = ?", p.ID).Update("manager_id", before).Error; err != nil {
			return err
		}
	}
	return s.restoreParts(db, p, d)
}

// restoreParts takes back what was added; a membership that the file ended stays ended: only the person undoes that.
func (s *Service) restoreParts(db *gorm.DB, p Person, d delta) error {
	if len(d.Addresses) > 0 && len(d.Addresses) < len(p.Addresses) {
		if err := db.Delete(&Address{}, "staff_id = ? AND is_primary = 0 AND address_key IN ?", p.ID, d.Addresses).Error; err != nil {
			return err
		}
	}
	if len(d.Topics) > 0 {
		if err := db.Delete(&Topic{}, "staff_id = ? AND topic_id IN ? AND stance = 'declared'", p.ID, d.Topics).Error; err != nil {
			return err
		}
	}
	if len(d.Audiences) > 0 {
		if err := db.Delete(&Audience{}, "id IN ?", d.Audiences).Error; err != nil {
			return err
		}
	}
	for id, v := range d.Profiles {
		if err := db.Model(&Account{}).Where("id = ? AND address = ?", id, v[1]).Update("address", v[0]).Error; err != nil {
			return err
		}
	}
	if len(d.Accounts) > 0 {
		return db.Delete(&Account{}, "id IN ? AND NOT EXISTS (SELECT 1 FROM audience u WHERE u.account_id = account.id)", d.Accounts).Error
	}
	return nil
}
