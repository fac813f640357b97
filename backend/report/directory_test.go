package report

import (
	"context"
	"testing"
	"time"

	"relais/backend/share"
	"relais/backend/workspace"
)

var now = time.Date(2026, 6, 15, 9, 0, 0, 0, time.UTC)

func open(t testing.TB) (*workspace.Workspace, context.Context) {
	t.Helper()
	ctx := context.Background()
	ws, err := workspace.Open(ctx, t.TempDir(), workspace.Options{Now: func() time.Time { return now }, Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ws.Close() })
	return ws, ctx
}

func exec(t testing.TB, ws *workspace.Workspace, statements ...string) {
	t.Helper()
	for _, sql := range statements {
		if err := ws.DB.Write(context.Background()).Exec(sql).Error; err != nil {
			t.Fatalf("%v in %s", err, sql)
		}
	}
}

// firm is two people in two departments, one of whom moved, and one post.
func firm(t testing.TB, ws *workspace.Workspace) {
	exec(t, ws,
		`INSERT INTO department (id, name, name_key, created_at) VALUES (1, 'Studio', 'studio', 0), (2, 'Chantier', 'chantier', 0)`,
		`INSERT INTO staff (id, name, language, department_id, membership, created_at, changed_at) VALUES
			(1, 'Léa Martin', 'fr', 1, 'active', 0, 0), (2, 'Marc Petit', 'fr', 2, 'active', 0, 0)`,
		`INSERT INTO staff_address (staff_id, address, address_key, is_primary) VALUES (1, 'lea@example.test', 'lea@example.test', 1)`,
		`INSERT INTO staff_department (staff_id, department_id, from_on, to_on) VALUES (1, 2, NULL, '2026-04-30'), (1, 1, '2026-05-01', NULL), (2, 2, NULL, NULL)`,
		`INSERT INTO account (id, staff_id, network, address) VALUES (1, 1, 'linkedin', 'https://www.linkedin.com/in/lea-martin/'), (2, 2, 'linkedin', 'marc-petit')`,
		`INSERT INTO audience (account_id, size, as_of, origin, recorded_at) VALUES (1, 300, '2026-01-10', 'reply', 0), (1, 480, '2026-05-20', 'reply', 0)`,
		`INSERT INTO post (id, kind, title, state, created_at, changed_at) VALUES (1, 'give', 'Le BIM sans douleur', 'approved', 1767225600000, 0)`,
		`INSERT INTO request (id, post_id, staff_id, state, created_at, sent_at) VALUES (1, 1, 1, 'open', 1767225600000, 1767312000000)`,
	)
}

func TestReachIsOfTheDay(t *testing.T) {
	ws, ctx := open(t)
	firm(t, ws)
	shares := share.New(ws, NewDirectory(ws))
	for _, tt := range []struct {
		day, department string
		audience        int64 // -1 is not known
	}{
		{"2026-01-09", "Chantier", -1},
		{"2026-03-01", "Chantier", 300},
		{"2026-05-20", "Studio", 480},
	} {
		t.Run(tt.day, func(t *testing.T) {
			sh, err := shares.Enter(ctx, share.Entry{PostID: 1, StaffID: 1, Network: "linkedin", SharedOn: tt.day}, true)
			if err != nil {
				t.Fatal(err)
			}
			got := int64(-1)
			if sh.Audience != nil {
				got = *sh.Audience
			}
			if got != tt.audience || sh.Department != tt.department || sh.Language != "fr" {
				t.Fatalf("audience %d, department %s, language %s", got, sh.Department, sh.Language)
			}
		})
	}
}

func TestOwnerOf(t *testing.T) {
	ws, ctx := open(t)
	firm(t, ws)
	d := NewDirectory(ws)
	for _, tt := range []struct {
		handle string
		want   int64
	}{{"lea-martin", 1}, {"Marc-Petit", 2}, {"martin", 0}, {"%", 0}} {
		if got, err := d.OwnerOf(ctx, "linkedin", tt.handle); got != tt.want || err != nil {
			t.Errorf("%s: %d, %v", tt.handle, got, err)
		}
	}
}

func TestLines(t *testing.T) {
	ws, ctx := open(t)
	firm(t, ws)
	shares := share.New(ws, NewDirectory(ws))
	out, err := shares.Record(ctx, share.Report{RequestID: 1, PostID: 1, StaffID: 1, InboundID: 5, Networks: []string{"linkedin"},
		Figures: map[string]int64{"views": 120}, Words: "Partagé !", On: now})
	if err != nil || out.Added != 1 {
		t.Fatalf("%v %+v", err, out)
	}
	lines, err := New(ws, shares).Lines(ctx, LedgerFilter{Words: "bim"})
	if err != nil || len(lines) != 1 {
		t.Fatalf("%v, %d lines", err, len(lines))
	}
	l := lines[0]
	if l.PostTitle != "Le BIM sans douleur" || l.StaffName != "Léa Martin" || l.StaffAddress != "lea@example.test" || l.Figures["views"] != 120 || l.Words != "Partagé !" {
		t.Fatalf("got %+v", l)
	}
	for name, f := range map[string]LedgerFilter{
		"later":      {Filter: Filter{From: "2026-06-16"}},
		"network":    {Filter: Filter{Network: "x"}},
		"department": {Filter: Filter{Department: "Chantier"}},
		"page two":   {Before: Cursor{l.SharedOn, l.ID}},
		"void":       {State: share.Void},
	} {
		if lines, err := New(ws, shares).Lines(ctx, f); err != nil || len(lines) != 0 {
			t.Errorf("%s: %v, %d lines", name, err, len(lines))
		}
	}
}

func emptyLedger(ws *workspace.Workspace) *share.Service { return share.New(ws, NewDirectory(ws)) }
