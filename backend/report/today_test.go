package report

import (
	"fmt"
	"testing"

	"relais/backend/workspace"
)

// TestOnlyAsked: who is counted on Today is whom the list of staff shows.
func TestOnlyAsked(t *testing.T) {
	ws, ctx := open(t)
	firm(t, ws)
	recent := workspace.At(ws.Now().AddDate(0, 0, -10))
	old := workspace.At(ws.Now().AddDate(0, 0, -100))
	exec(t, ws,
		`INSERT INTO staff (id, name, language, membership, created_at, changed_at) VALUES (3, 'Zoé', 'fr', 'active', 0, 0), (4, 'Paul', 'fr', 'paused', 0, 0), (5, 'Ana', 'fr', 'active', 0, 0)`,
		`INSERT INTO post (id, kind, title, state, created_at, changed_at) VALUES (2, 'ask', 'Soudeur', 'approved', 0, 0)`,
		// Marc: asked and given; Zoé: asked, given long ago; Paul: asked, but paused; Ana: asked long ago.
		fmt.Sprintf(`INSERT INTO request (id, post_id, staff_id, state, created_at, sent_at) VALUES
			(11, 2, 2, 'open', 0, %[1]d), (12, 1, 2, 'open', 0, %[1]d), (13, 2, 3, 'open', 0, %[1]d), (14, 1, 3, 'open', 0, %[2]d),
			(15, 2, 4, 'open', 0, %[1]d), (16, 2, 5, 'open', 0, %[2]d)`, recent, old),
	)
	needs, err := Today(ctx, ws)
	if err != nil {
		t.Fatal(err)
	}
	ids, err := OnlyAsked(ctx, ws)
	if err != nil || len(ids) != 1 || ids[0] != 3 || needs.OnlyAsked != 1 {
		t.Fatalf("only asked: %v, %v; counted %d", ids, err, needs.OnlyAsked)
	}
}
