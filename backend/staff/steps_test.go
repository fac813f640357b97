package staff_test

import (
	"testing"

	"relais/backend/staff"
	"relais/backend/workspace"
)

// Of several steps of one person the record keeps each, and the last one holds.
func TestStepsTogether(t *testing.T) {
	for _, c := range []struct {
		name    string
		changes []staff.Change
		want    staff.Membership
		until   string
		buried  bool
	}{
		{"left", []staff.Change{{State: staff.Active}, {State: staff.Left}}, staff.Left, "", true},
		{"left and back", []staff.Change{{State: staff.Left}, {State: staff.Active}}, staff.Active, "", false},
		{"a pause", []staff.Change{{State: staff.Active}, {State: staff.Paused, Until: "2026-05-01"}}, staff.Paused, "2026-05-01", false},
		{"an undo of what no rule would allow", []staff.Change{{State: staff.Active}, {State: staff.Invited, Undo: true}}, staff.Invited, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.load(list)
			p := d.person("lea@x.test")
			var steps []staff.Step
			for _, change := range c.changes {
				change.Origin = staff.OriginReply
				steps = append(steps, staff.Step{Person: p, Change: change})
				p = steps[len(steps)-1].After()
			}
			if err := d.SetMemberships(d.ctx, steps); err != nil {
				t.Fatal(err)
			}
			got, err := d.Get(d.ctx, p.ID)
			if err != nil || got.Membership != c.want || (got.PausedUntil != nil) != (c.until != "") || c.until != "" && *got.PausedUntil != c.until {
				t.Errorf("%v: %s until %v, want %s", err, got.Membership, got.PausedUntil, c.want)
			}
			record, err := d.ConsentRecord(d.ctx, p.ID)
			if err != nil || len(record) != len(steps) || record[len(steps)-1].State != c.want {
				t.Errorf("%v: %+v", err, record)
			}
			if buried, err := d.ws.Buried(d.ctx, workspace.TombstoneLeft, "lea@x.test"); buried != c.buried || err != nil {
				t.Errorf("kept out: %v, %v", buried, err)
			}
		})
	}
}
