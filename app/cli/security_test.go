package cli_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestEveryTestOfTheThreatModelIsThere holds build/security.md to what it says: each test, file and package that it
// names as its proof exists.
func TestEveryTestOfTheThreatModelIsThere(t *testing.T) {
	const root = "../.."
	text, err := os.ReadFile(filepath.Join(root, "build", "security.md"))
	must(t, err)
	tests := map[string]bool{}
	declared := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	must(t, filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && (entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".") && path != root) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		for _, found := range declared.FindAllSubmatch(source, -1) {
			tests[string(found[1])] = true
		}
		return err
	}))
	named := regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(string(text), -1)
	checked := 0
	for _, n := range named {
		name := n[1]
		switch {
		case strings.HasPrefix(name, "Test"):
			checked++
			if !tests[name] {
				t.Errorf("no test is called %s", name)
			}
		case strings.HasPrefix(name, "backend/"), strings.HasPrefix(name, "build/"), strings.HasPrefix(name, "frontend/"):
			checked++
			if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(name))); err != nil {
				t.Errorf("%s is not there", name)
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d proofs were found in the table", checked)
	}
}
