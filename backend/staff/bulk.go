package staff

import (
	"context"
	"encoding/json"
	"fmt"

	"gorm.io/gorm/clause"

	"relais/backend/workspace"
)

// MaxBulk bounds how many people one step may change.
const MaxBulk = 10_000

// Verbs of steps over several people.
const (
	verbMoved    = "staff.moved"
	verbTopicked = "staff.topic_set"
)

// movedUndo is where each person was before a move; 0 is no department.
type movedUndo struct {
	Day  string
	From map[int64]int64
	To   int64
}

// Move puts people into a department of this name ("" takes them out of theirs) from today on, all or none, and gives
// the journal's entry for undo, 0 where nothing changed. It fails with too_many_people where more than MaxBulk are named.
func (s *Service) Move(ctx context.Context, ids []int64, department string) (undo int64, changed int, err error) {
	if len(ids) > MaxBulk {
		return 0, 0, workspace.NewFault("too_many_people", "most", MaxBulk)
	}
	err = s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		people, err := s.load(ctx, ids)
		if err != nil {
			return err
		}
		to, err := s.EnsureDepartment(ctx, department)
		if err != nil {
			return err
		}
		was := movedUndo{Day: s.today(), From: map[int64]int64{}, To: to}
		for _, p := range people {
			before := departmentOf(p.Staff)
			if p.ErasedAt != nil || before == to {
				continue
			}
			from := optional(was.Day)
			if before == 0 { // the first department is known to have been theirs from the start
				from = p.JoinedOn
			}
			if err := s.moveDepartment(ctx, p.ID, to, from); err != nil {
				return err
			}
			was.From[p.ID] = before
		}
		undo, err = s.recordBulk(ctx, verbMoved, len(was.From), was)
		changed = len(was.From)
		return err
	})
	return undo, changed, err
}

func departmentOf(p Staff) int64 {
	if p.DepartmentID == nil {
		return 0
	}
	return *p.DepartmentID
}

func (s *Service) recordBulk(ctx context.Context, verb string, changed int, undo any) (int64, error) {
	if changed == 0 {
		return 0, nil
	}
	return s.ws.Journal.Record(ctx, workspace.Entry{Verb: verb, Kind: "staff", Params: map[string]any{"count": changed}, Undo: undo})
}

// undoMove takes back whoever still is where the move put them.
func (s *Service) undoMove(ctx context.Context, data json.RawMessage) error {
	var was movedUndo
	if err := json.Unmarshal(data, &was); err != nil {
		return fmt.Errorf("staff: undo move: %w", err)
	}
	for id, before := range was.From {
		p, err := s.Get(ctx, id)
		if notFound(err) || err == nil && departmentOf(p.Staff) != was.To {
			continue
		}
		if err != nil {
			return err
		}
		day := &was.Day
		if before == 0 {
			day = nil
		}
		if err := s.moveDepartment(ctx, id, before, day); err != nil {
			return err
		}
	}
	return s.removeEmptyDepartments(ctx)
}

// topickedUndo is each person's stance before; nil where there was none.
type topickedUndo struct {
	Topic  int64
	Stance string
	Before map[int64]*Topic
}

// SetTopicOf records the same stance towards a topic for several people, all or none; "" forgets it. Who refused a
// topic keeps the refusal: a step over many is not their own word. It gives the journal's entry for undo, 0 where
// nothing changed, and fails as Move does.
func (s *Service) SetTopicOf(ctx context.Context, ids []int64, topicID int64, stance string) (undo int64, changed int, err error) {
	if len(ids) > MaxBulk {
		return 0, 0, workspace.NewFault("too_many_people", "most", MaxBulk)
	}
	if stance != Declared && stance != "" {
		return 0, 0, workspace.NewFault("stance_unknown", "stance", stance)
	}
	err = s.ws.DB.Tx(ctx, func(ctx context.Context) error {
		people, err := s.load(ctx, ids)
		if err != nil {
			return err
		}
		was := topickedUndo{Topic: topicID, Stance: stance, Before: map[int64]*Topic{}}
		for _, p := range people {
			have, err := s.stanceOf(ctx, p.ID, topicID)
			if err != nil {
				return err
			}
			if p.ErasedAt != nil || have != nil && (have.Stance == RefusedTop || have.Stance == stance) || have == nil && stance == "" {
				continue
			}
			if err := s.SetTopic(ctx, p.ID, topicID, stance, ""); err != nil {
				return err
			}
			was.Before[p.ID] = have
		}
		undo, err = s.recordBulk(ctx, verbTopicked, len(was.Before), was)
		changed = len(was.Before)
		return err
	})
	return undo, changed, err
}

func (s *Service) stanceOf(ctx context.Context, id, topicID int64) (*Topic, error) {
	var rows []Topic
	if err := s.ws.DB.Write(ctx).Where("staff_id = ? AND topic_id = ?", id, topicID).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("staff: stance: %w", err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	return &rows[0], nil
}

// undoTopicOf puts back the stance of whoever still has the one that the step gave.
func (s *Service) undoTopicOf(ctx context.Context, data json.RawMessage) error {
	var was topickedUndo
	if err := json.Unmarshal(data, &was); err != nil {
		return fmt.Errorf("staff: undo topic: %w", err)
	}
	for id, before := range was.Before {
		if _, err := s.Get(ctx, id); notFound(err) {
			continue
		} else if err != nil {
			return err
		}
		have, err := s.stanceOf(ctx, id, was.Topic)
		if err != nil {
			return err
		}
		if (have == nil) != (was.Stance == "") || have != nil && have.Stance != was.Stance {
			continue
		}
		if before == nil {
			err = s.ws.DB.Write(ctx).Delete(&Topic{}, "staff_id = ? AND topic_id = ?", id, was.Topic).Error
		} else {
			err = s.ws.DB.Write(ctx).Clauses(clause.OnConflict{UpdateAll: true}).Create(before).Error
		}
		if err != nil {
			return fmt.Errorf("staff: undo topic: %w", err)
		}
	}
	return nil
}
