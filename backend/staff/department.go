package staff

import (
	"context"
	"fmt"
	"strings"
	"time"

	"gorm.io/gorm/clause"

	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// EnsureDepartment finds the department of this name, whatever its case and accents, or makes it. 0 for "".
func (s *Service) EnsureDepartment(ctx context.Context, name string) (int64, error) {
	name = strings.Join(strings.Fields(name), " ")
	key := departmentKey(name)
	if key == "" {
		return 0, nil
	}
	var rows []Department
	if err := s.ws.DB.Read(ctx).Where("name_key = ?", key).Limit(1).Find(&rows).Error; err != nil {
		return 0, fmt.Errorf("staff: department: %w", err)
	}
	if len(rows) == 1 {
		return rows[0].ID, nil
	}
	row := Department{Name: name, NameKey: key, CreatedAt: workspace.At(s.ws.Now())}
	if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
		return 0, fmt.Errorf("staff: department: %w", err)
	}
	return row.ID, nil
}

// departmentKey keeps the name itself where folding leaves nothing ('***'), so that no name is lost.
func departmentKey(name string) string {
	if key := roster.Fold(name); key != "" {
		return key
	}
	return strings.ToLower(strings.TrimSpace(name))
}

// moveDepartment puts a person into a department (0: none) from a day on. What began on that day or later is
// replaced, so that the same move again, or its undo, leaves no trace.
func (s *Service) moveDepartment(ctx context.Context, id, department int64, from *string) error {
	if err := s.writeMove(ctx, id, department, from); err != nil {
		return err
	}
	return s.historyChanged(ctx, id)
}

func (s *Service) writeMove(ctx context.Context, id, department int64, from *string) error {
	db := s.ws.DB.Write(ctx)
	var current *int64
	if department != 0 {
		current = &department
	}
	if err := db.Model(&Staff{}).Where("id = ?", id).Update("department_id", current).Error; err != nil {
		return fmt.Errorf("staff: move: %w", err)
	}
	if from == nil {
		if err := db.Delete(&Period{}, "staff_id = ?", id).Error; err != nil {
			return fmt.Errorf("staff: move: %w", err)
		}
		return s.openPeriod(ctx, id, department, nil)
	}
	if err := db.Delete(&Period{}, "staff_id = ? AND from_on >= ?", id, *from).Error; err != nil {
		return fmt.Errorf("staff: move: %w", err)
	}
	var last []Period
	if err := db.Where("staff_id = ?", id).Order("from_on DESC, id DESC").Limit(1).Find(&last).Error; err != nil {
		return fmt.Errorf("staff: move: %w", err)
	}
	before := dayBefore(*from)
	if len(last) == 1 && (last[0].ToOn == nil || *last[0].ToOn >= before) {
		if last[0].DepartmentID == department {
			return db.Model(&Period{}).Where("id = ?", last[0].ID).Update("to_on", nil).Error
		}
		if err := db.Model(&Period{}).Where("id = ?", last[0].ID).Update("to_on", before).Error; err != nil {
			return fmt.Errorf("staff: move: %w", err)
		}
	}
	return s.openPeriod(ctx, id, department, from)
}

func (s *Service) openPeriod(ctx context.Context, id, department int64, from *string) error {
	if department == 0 {
		return nil
	}
	if err := s.ws.DB.Write(ctx).Create(&Period{StaffID: id, DepartmentID: department, FromOn: from}).Error; err != nil {
		return fmt.Errorf("staff: move: %w", err)
	}
	return nil
}

func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}

// DepartmentCount is a department and who is in it.
type DepartmentCount struct {
	ID      int64
	Name    string
	People  int64
	Members int64
}

// Departments gives every department with its people of today, in alphabetical order.
func (s *Service) Departments(ctx context.Context) ([]DepartmentCount, error) {
	out := []DepartmentCount{}
	err := s.ws.DB.Read(ctx).Raw(`SELECT d.id, d.name, COUNT(p.id) AS people,
			COALESCE(SUM(CASE WHEN p.membership IN ('active', 'paused') THEN 1 ELSE 0 END), 0) AS members
		FROM department d LEFT JOIN staff p ON p.department_id = d.id AND p.erased_at IS NULL AND (p.left_on IS NULL OR p.left_on >= ?)
		GROUP BY d.id, d.name ORDER BY d.name_key`, s.today()).Scan(&out).Error
	if err != nil {
		return nil, fmt.Errorf("staff: departments: %w", err)
	}
	return out, nil
}

// WatchDepartments calls renamed in the transaction in which a department gets another name.
func (s *Service) WatchDepartments(renamed func(ctx context.Context, from, to string) error) {
	s.onRename = renamed
}

// RenameDepartment gives a department another name. Where that is the name of another one, the two become one.
func (s *Service) RenameDepartment(ctx context.Context, id int64, name string) error {
	name = strings.Join(strings.Fields(name), " ")
	key := departmentKey(name)
	if key == "" {
		return workspace.NewFault("name_missing")
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		db := s.ws.DB.Write(ctx)
		if err := s.renamed(ctx, id, name); err != nil {
			return err
		}
		var other []Department
		if err := db.Where("name_key = ? AND id <> ?", key, id).Limit(1).Find(&other).Error; err != nil {
			return fmt.Errorf("staff: rename: %w", err)
		}
		if len(other) == 0 {
			return db.Model(&Department{}).Where("id = ?", id).Updates(map[string]any{"name": name, "name_key": key}).Error
		}
		for _, table := range []string{"staff", "staff_department"} {
			if err := db.Table(table).Where("department_id = ?", id).Update("department_id", other[0].ID).Error; err != nil {
				return fmt.Errorf("staff: rename: %w", err)
			}
		}
		return db.Delete(&Department{}, "id = ?", id).Error
	})
}

func (s *Service) renamed(ctx context.Context, id int64, to string) error {
	if s.onRename == nil {
		return nil
	}
	var before []Department
	if err := s.ws.DB.Write(ctx).Where("id = ?", id).Limit(1).Find(&before).Error; err != nil || len(before) == 0 {
		return err
	}
	// Where the name is that of another department, the two become one under its spelling.
	var other []Department
	if err := s.ws.DB.Write(ctx).Where("name_key = ? AND id <> ?", departmentKey(to), id).Limit(1).Find(&other).Error; err != nil {
		return err
	}
	if len(other) > 0 {
		to = other[0].Name
	}
	return s.onRename(ctx, before[0].Name, to)
}

// RemoveEmptyDepartments forgets departments in which nobody is or was.
func (s *Service) removeEmptyDepartments(ctx context.Context) error {
	return s.ws.DB.Write(ctx).Clauses(clause.Where{}).Exec(`DELETE FROM department WHERE id NOT IN (SELECT department_id FROM staff_department)
		AND id NOT IN (SELECT department_id FROM staff WHERE department_id IS NOT NULL)`).Error
}
