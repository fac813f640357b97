package cli_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"relais/backend/workspace"
)

func TestActivityTellsWhoDidWhat(t *testing.T) {
	ctx, dir := context.Background(), filepath.Join(t.TempDir(), "firm")
	ws, err := workspace.Open(ctx, dir, workspace.Options{Secrets: &workspace.MemorySecrets{}})
	must(t, err)
	must(t, ws.Work(ctx, "Claire"))
	must(t, ws.DB.Tx(ctx, func(ctx context.Context) error {
		_, err := ws.Journal.Record(ctx, workspace.Entry{Verb: "staff.imported", Kind: "import", ID: 1})
		return err
	}))
	must(t, ws.Close())
	code, out, errs := run(t, map[string]string{"LANG": "fr_FR.UTF-8"}, "--workspace", dir, "activity")
	if code != 0 || !strings.Contains(out, "Claire") || !strings.Contains(out, "A importé des personnes") {
		t.Errorf("code %d, %q, %q", code, out, errs)
	}
	code, out, errs = run(t, nil, "--workspace", dir, "activity", "--json", "--by", "Claire")
	var deeds []struct{ Actor, Verb string }
	if err := json.Unmarshal([]byte(out), &deeds); err != nil || code != 0 || len(deeds) != 1 || deeds[0].Verb != "staff.imported" {
		t.Errorf("code %d, %v, %q, %q", code, err, out, errs)
	}
	if _, out, _ = run(t, nil, "--workspace", dir, "activity", "--json", "--by", "Nobody"); strings.TrimSpace(out) != "[]" {
		t.Errorf("of nobody: %q", out)
	}
}
