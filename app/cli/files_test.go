package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"relais/app/cli"
	"relais/backend/workspace"
)

func TestFilesOpenTheWindow(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"team.csv": "name,email\n", "feeds.opml": "<opml/>", "Inbox": "From a@b.example\n", "photo.png": "\x89PNG\r\n\x1a\n\x00", "été.csv": "nom\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "lists"), 0o700); err != nil {
		t.Fatal(err)
	}
	in := func(names ...string) []string {
		for i, name := range names {
			names[i] = filepath.Join(dir, name)
		}
		return names
	}
	for _, c := range []struct {
		name  string
		args  []string
		files []string // nil where no window opens
		code  int
		says  string
	}{
		{"none", []string{}, []string{}, 0, ""},
		{"a list", []string{"team.csv"}, in("team.csv"), 0, ""},
		{"two, one with accents", []string{"été.csv", "feeds.opml"}, in("été.csv", "feeds.opml"), 0, ""},
		{"an absolute path", []string{filepath.Join(dir, "team.csv")}, in("team.csv"), 0, ""},
		{"beside a flag", []string{"--workspace", "here", "team.csv"}, in("team.csv"), 0, ""},
		{"a mailbox whose name says nothing", []string{"Inbox"}, in("Inbox"), 0, ""},
		{"a missing file", []string{"tema.csv"}, in("tema.csv"), 0, "There is no file “tema.csv”"},
		{"a folder", []string{"./lists"}, in("lists"), 0, "“lists” is a folder"},
		{"no known kind", []string{"photo.png"}, in("photo.png"), 0, "cannot take in a file such as “photo.png”"},
		{"a mistyped command", []string{"frobnicate"}, nil, 2, "There is no command “frobnicate”"},
		{"a mistyped command before a file", []string{"improt", "staff", "team.csv"}, nil, 2, "There is no command “improt”"},
		{"an address", []string{"https://example.com/a.csv"}, nil, 2, "There is no command"},
		{"an empty word", []string{""}, nil, 2, "There is no command"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var files []string
			var errs bytes.Buffer
			env := cli.Env{Err: &errs, Out: &bytes.Buffer{}, Cwd: dir, Getenv: func(string) string { return "" },
				Window: func(_ context.Context, _ string, _ workspace.Options, given []string) error {
					files = given
					return nil
				}}
			code := cli.Run(context.Background(), env, c.args)
			if code != c.code || !slices.Equal(files, c.files) || (files == nil) != (c.files == nil) {
				t.Fatalf("exit %d, opens %q; want %d, %q", code, files, c.code, c.files)
			}
			if !strings.Contains(errs.String(), c.says) || (c.says == "" && errs.Len() > 0) {
				t.Fatalf("says %q; want %q", errs.String(), c.says)
			}
		})
	}
}
