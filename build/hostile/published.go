package hostile

import (
	"bufio"
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Published gives the cases of OWASP's XSS filter evasion cheat sheet as the tests of bluemonday hold them, read from the
// module itself, and the lines of every file in the folder that RELAIS_XSS_LISTS names, where one is named.
func Published(ctx context.Context) ([]string, error) {
	out, err := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/microcosm-cc/bluemonday").Output()
	if err != nil {
		return nil, err
	}
	all, err := casesOf(filepath.Join(strings.TrimSpace(string(out)), "sanitize_test.go"))
	if err != nil {
		return nil, err
	}
	lists, err := listed(os.Getenv("RELAIS_XSS_LISTS"))
	return append(all, lists...), err
}

// casesOf collects the texts of the fields called 'in' of a test's tables.
func casesOf(file string) ([]string, error) {
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return nil, err
	}
	all := []string{}
	ast.Inspect(tree, func(n ast.Node) bool {
		field, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		name, isName := field.Key.(*ast.Ident)
		text, isText := field.Value.(*ast.BasicLit)
		if isName && isText && name.Name == "in" && text.Kind == token.STRING {
			if value, err := strconv.Unquote(text.Value); err == nil {
				all = append(all, value)
			}
		}
		return true
	})
	if len(all) < 100 {
		return nil, errors.New("hostile: bluemonday's tests no longer hold their cases where they did")
	}
	return all, nil
}

func listed(folder string) ([]string, error) {
	if folder == "" {
		return nil, nil
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return nil, err
	}
	all := []string{}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			if strings.TrimSpace(lines.Text()) != "" {
				all = append(all, lines.Text())
			}
		}
		if err := errors.Join(lines.Err(), f.Close()); err != nil {
			return nil, err
		}
	}
	return all, nil
}
