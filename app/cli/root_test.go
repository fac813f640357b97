package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"relais/app/cli"
	"relais/backend/workspace"
)

func run(t *testing.T, vars map[string]string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	env := cli.Env{In: strings.NewReader(""), Out: &o, Err: &e, Cwd: t.TempDir(), Getenv: func(k string) string { return vars[k] }}
	code = cli.Run(context.Background(), env, args)
	return code, o.String(), e.String()
}

func TestExitCodes(t *testing.T) {
	newer := t.TempDir()
	ws, err := workspace.Open(context.Background(), newer, workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := ws.DB.Write(context.Background()).Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)").Error; err != nil {
		t.Fatal(err)
	}
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		vars map[string]string
		args []string
		code int
		says string
	}{
		{"help", nil, []string{"--help"}, 0, ""},
		{"unknown command", nil, []string{"frobnicate"}, 2, "There is no command “frobnicate”. ‘relais --help’ lists them."},
		{"nearly a command", nil, []string{"shraes"}, 2, "Did you mean ‘relais shares’?"},
		{"nearly a command in French", map[string]string{"LANG": "fr_FR.UTF-8"}, []string{"staff", "lst"}, 2, "Vouliez-vous dire « relais staff list » ?"},
		{"unknown flag", nil, []string{"--frobnicate"}, 2, "“--frobnicate” is not an option of ‘relais’"},
		{"unknown letter", nil, []string{"shares", "-x"}, 2, "“-x” is not an option of ‘relais shares’"},
		{"flag without its value", nil, []string{"report", "--out"}, 2, "The option “--out” needs a value"},
		{"flag with a wrong value", nil, []string{"shares", "--post", "abc"}, 2, "“abc” is not a value that “--post” takes"},
		{"too few arguments", nil, []string{"send"}, 2, "‘relais send POST --to all|topic:X|EMAIL...’"},
		{"flag that must be given", nil, []string{"referral", "add", "3"}, 2, "‘relais referral add POST --by EMAIL’"},
		{"newer workspace", nil, []string{"--workspace", newer, "shares"}, 1, "newer version of Relais"},
		{"newer workspace in French", map[string]string{"LANG": "fr_FR.UTF-8"}, []string{"--workspace", newer, "shares"}, 1, "version plus récente"},
		{"workspace that is a file", nil, []string{"--workspace", file, "shares"}, 1, "may not write to"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, _, errs := run(t, c.vars, c.args...)
			if code != c.code || !strings.Contains(errs, c.says) {
				t.Fatalf("exit %d, says %q; want %d, %q", code, errs, c.code, c.says)
			}
			if strings.Count(strings.TrimSpace(errs), "\n") > 0 {
				t.Fatalf("more than one line: %q", errs)
			}
		})
	}
}
