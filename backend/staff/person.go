package staff

import (
	"context"
	"fmt"
	"strings"
	"time"

	"relais/backend/staff/roster"
	"relais/backend/workspace"
)

// Card is what HR types for a person.
type Card struct {
	Name           string
	GivenName      string
	EmployeeNumber string
	JobTitle       string
	Department     string
	Language       string
	Languages      []string
	ManagerID      *int64
	JoinedOn       string
	LeftOn         string
}

// Add enters a person by hand, with their first address. It fails as Save and AddAddress do, and with
// person_erased where the owner of the address asked to be erased and nobody confirmed that they are back.
func (s *Service) Add(ctx context.Context, c Card, address string, confirmed bool) (int64, error) {
	var id int64
	err := s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		erased, err := s.ws.Buried(ctx, workspace.TombstoneErased, AddressKey(address))
		if err != nil {
			return err
		}
		if erased && !confirmed {
			return workspace.NewFault("person_erased", "address", address)
		}
		now := workspace.At(s.ws.Now())
		row := Staff{Name: c.Name, Membership: None, CreatedAt: now, ChangedAt: now}
		if err := s.ws.DB.Write(ctx).Create(&row).Error; err != nil {
			return fmt.Errorf("staff: add: %w", err)
		}
		id = row.ID
		if err := s.Save(ctx, id, c); err != nil {
			return err
		}
		if err := s.AddAddress(ctx, id, address, true); err != nil {
			return err
		}
		if erased {
			return s.ws.Unbury(ctx, workspace.TombstoneErased, AddressKey(address))
		}
		return s.keepLeave(ctx, id, address)
	})
	return id, err
}

// keepLeave gives a person who left before, and whose record is gone, their leave back.
func (s *Service) keepLeave(ctx context.Context, id int64, address string) error {
	left, err := s.ws.Buried(ctx, workspace.TombstoneLeft, AddressKey(address))
	if err != nil || !left {
		return err
	}
	return s.SetMembership(ctx, id, Change{State: Left, Origin: OriginRestore})
}

// Save corrects a person's card. It fails with name_missing, date_unreadable, left_before_joined, number_taken and
// manager_circle.
func (s *Service) Save(ctx context.Context, id int64, c Card) error {
	c.Name = strings.Join(strings.Fields(c.Name), " ")
	if c.Name == "" {
		return workspace.NewFault("name_missing")
	}
	for _, day := range []string{c.JoinedOn, c.LeftOn} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return workspace.NewFault("date_unreadable", "date", day)
		}
	}
	if c.JoinedOn != "" && c.LeftOn != "" && c.LeftOn < c.JoinedOn {
		return workspace.NewFault("left_before_joined", "joined", c.JoinedOn, "left", c.LeftOn)
	}
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		before, err := s.Get(ctx, id)
		if err != nil {
			return err
		}
		if err := s.checkUnique(ctx, id, c); err != nil {
			return err
		}
		err = s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ?", id).Updates(map[string]any{
			"name": c.Name, "name_key": roster.Fold(c.Name), "given_name": strings.TrimSpace(c.GivenName), "employee_number": strings.TrimSpace(c.EmployeeNumber),
			"job_title": strings.TrimSpace(c.JobTitle), "language": c.Language, "manager_id": c.ManagerID, "joined_on": optional(c.JoinedOn),
			"left_on": optional(c.LeftOn), "changed_at": workspace.At(s.ws.Now()),
		}).Error
		if err != nil {
			return fmt.Errorf("staff: save: %w", err)
		}
		if err := s.setLanguages(ctx, id, c.Languages); err != nil {
			return err
		}
		if err := s.changeDepartment(ctx, before, c); err != nil {
			return err
		}
		_, err = s.ProposeTopics(ctx, id)
		return err
	})
}

func (s *Service) changeDepartment(ctx context.Context, before Person, c Card) error {
	department, err := s.EnsureDepartment(ctx, c.Department)
	if err != nil {
		return err
	}
	current := departmentOf(before.Staff)
	if current == department {
		return nil
	}
	from := optional(s.today())
	if current == 0 {
		from = optional(c.JoinedOn)
	}
	return s.moveDepartment(ctx, before.ID, department, from)
}

func (s *Service) checkUnique(ctx context.Context, id int64, c Card) error {
	if c.ManagerID != nil && *c.ManagerID == id {
		return workspace.NewFault("manager_circle", "name", c.Name)
	}
	if number := strings.TrimSpace(c.EmployeeNumber); number != "" {
		var n int64
		if err := s.ws.DB.Read(ctx).Model(&Staff{}).Where("employee_number = ? AND id <> ?", number, id).Count(&n).Error; err != nil {
			return fmt.Errorf("staff: save: %w", err)
		}
		if n > 0 {
			return workspace.NewFault("number_taken", "number", number)
		}
	}
	return nil
}

func (s *Service) setLanguages(ctx context.Context, id int64, languages []string) error {
	db := s.ws.DB.Write(ctx)
	if err := db.Delete(&Language{}, "staff_id = ?", id).Error; err != nil {
		return fmt.Errorf("staff: languages: %w", err)
	}
	seen := map[string]bool{}
	for _, l := range languages {
		if l == "" || seen[l] {
			continue
		}
		seen[l] = true
		if err := db.Create(&Language{StaffID: id, Language: l}).Error; err != nil {
			return fmt.Errorf("staff: languages: %w", err)
		}
	}
	return nil
}

// Restrict stops every use of a person's data but keeping it, as they may ask for while a question is open (GDPR,
// Article 18); or ends that.
func (s *Service) Restrict(ctx context.Context, id int64, on bool) error {
	return s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
		var at *workspace.Instant
		if on {
			at = workspace.AtPtr(s.ws.Now())
		}
		if err := s.ws.DB.Write(ctx).Model(&Staff{}).Where("id = ?", id).Update("restricted_at", at).Error; err != nil {
			return fmt.Errorf("staff: restrict: %w", err)
		}
		_, err := s.ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.restricted", Kind: "staff", ID: id, Params: map[string]any{"on": on}})
		return err
	})
}
