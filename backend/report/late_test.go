package report

import (
	"testing"

	"relais/backend/share"
	"relais/backend/staff"
)

// TestAudienceToldLate: a figure of a day already past changes the reach of the
// shares from that day on, and of no other.
func TestAudienceToldLate(t *testing.T) {
	ws, ctx := open(t)
	firm(t, ws)
	shares := share.New(ws, NewDirectory(ws))
	people := staff.New(ws, nil)
	people.WatchHistory(shares.Refresh)
	for _, day := range []string{"2026-02-01", "2026-03-15", "2026-05-25"} {
		if _, err := shares.Enter(ctx, share.Entry{PostID: 1, StaffID: 1, Network: "linkedin", SharedOn: day}, true); err != nil {
			t.Fatal(err)
		}
	}
	size := int64(1000)
	if err := people.SetAudience(ctx, 1, staff.Figure{Network: "linkedin", Size: &size, AsOf: "2026-03-01"}); err != nil {
		t.Fatal(err)
	}
	var got []int64
	if err := ws.DB.Read(ctx).Raw("SELECT audience FROM share ORDER BY shared_on").Scan(&got).Error; err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0] != 300 || got[1] != 1000 || got[2] != 480 {
		t.Fatalf("audiences %v", got)
	}
}
