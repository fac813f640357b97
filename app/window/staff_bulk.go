package window

import (
	"context"

	"relais/backend/staff"
)

// StaffStep is what a step over several people did: how many it changed, and the entry that takes it back (0: none).
type StaffStep struct {
	Changed int   `json:"changed"`
	Undo    int64 `json:"undo"`
}

// Select gives the ids of everybody whom a filter lets through, at most staff.MaxBulk.
func (s *Staff) Select(f StaffFilter) ([]int64, error) {
	return call(s.w.app, "Staff.Select", func() ([]int64, error) {
		filter, err := s.narrow(context.Background(), f)
		if err != nil {
			return nil, err
		}
		return s.w.app.Staff.Select(context.Background(), filter)
	})
}

// Move puts several people into a department; ” takes them out of theirs.
func (s *Staff) Move(ids []int64, department string) (StaffStep, error) {
	return call(s.w.app, "Staff.Move", func() (StaffStep, error) {
		undo, changed, err := s.w.app.Staff.Move(context.Background(), ids, department)
		return StaffStep{changed, undo}, err
	})
}

// SetTopicOf notes that several people know the topic of a name, or (forget) that nothing is known of it.
func (s *Staff) SetTopicOf(ids []int64, name string, forget bool) (StaffStep, error) {
	return call(s.w.app, "Staff.SetTopicOf", func() (StaffStep, error) {
		ctx := context.Background()
		topic, err := s.w.app.Staff.EnsureTopic(ctx, name)
		if err != nil {
			return StaffStep{}, err
		}
		stance := staff.Declared
		if forget {
			stance = ""
		}
		undo, changed, err := s.w.app.Staff.SetTopicOf(ctx, ids, topic, stance)
		return StaffStep{changed, undo}, err
	})
}
