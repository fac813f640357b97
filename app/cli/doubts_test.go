package cli

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A person who is asked must be told why: every code of a doubt in the source has its sentence.
func TestEveryDoubtHasItsSentence(t *testing.T) {
	codes := map[string]bool{}
	for _, dir := range []string{"../../backend/reply", "../../backend/reply/intake"} {
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool { collectDoubts(codes, n); return true })
		}
	}
	// One of each way in which a doubt is raised: the search still finds them.
	for _, code := range []string{"by_post", "weak_words", "model_alone", "nothing_decides", "other_sender", "which_one", "no_match", "forwarded", "broken_mime"} {
		if !codes[code] {
			t.Errorf("the code %s is not found in the source any more", code)
		}
	}
	for code := range codes {
		for _, language := range []string{"en", "fr"} {
			if messages("replies", language)["replies_doubt_"+code] == "" {
				t.Errorf("%s: the doubt %s has no sentence", language, code)
			}
		}
	}
}

// collectDoubts notes the codes that a node raises: given to unless, doubt or add beside a condition, appended to the
// doubts or the trouble, or standing in a list of codes.
func collectDoubts(codes map[string]bool, n ast.Node) {
	switch n := n.(type) {
	case *ast.CallExpr:
		switch name := lastName(n.Fun); {
		case (name == "unless" || name == "doubt" || name == "add") && len(n.Args) == 2:
			noteCodes(codes, n.Args[1:])
		case (name == "append" || name == "unique") && len(n.Args) > 1 && doubtful(n.Args[0]):
			noteCodes(codes, n.Args[1:])
		}
	case *ast.ReturnStmt:
		for _, result := range n.Results {
			if list, ok := result.(*ast.CompositeLit); ok && isStrings(list) && len(list.Elts) == 1 {
				noteCodes(codes, list.Elts)
			}
			if call, ok := result.(*ast.CallExpr); ok && lastName(call.Fun) == "append" {
				noteCodes(codes, call.Args[1:])
			}
		}
	case *ast.KeyValueExpr:
		if list, ok := n.Value.(*ast.CompositeLit); ok && strings.HasPrefix(strings.ToLower(lastName(n.Key)), "doubt") {
			noteCodes(codes, list.Elts)
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if list, ok := rightOf(n, i).(*ast.CompositeLit); ok && doubtful(left) {
				noteCodes(codes, list.Elts)
			}
		}
	}
}

func rightOf(n *ast.AssignStmt, i int) ast.Expr {
	if i < len(n.Rhs) {
		return n.Rhs[i]
	}
	return nil
}

func doubtful(e ast.Expr) bool {
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) > 0 {
		e = call.Args[0]
	}
	name := strings.ToLower(lastName(e))
	return strings.HasPrefix(name, "doubt") || name == "trouble"
}

func isStrings(list *ast.CompositeLit) bool {
	array, ok := list.Type.(*ast.ArrayType)
	return ok && lastName(array.Elt) == "string"
}

func lastName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

var doubtCode = regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)

func noteCodes(codes map[string]bool, list []ast.Expr) {
	for _, e := range list {
		literal, ok := e.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			continue
		}
		if code, err := strconv.Unquote(literal.Value); err == nil && doubtCode.MatchString(code) {
			codes[code] = true
		}
	}
}

func TestInspectedReplySaysWhyAPersonIsAsked(t *testing.T) {
	file := filepath.Join(t.TempDir(), "paper.eml")
	mail := "From: a@example.test\r\nSubject: Re: Offre\r\n\r\nJe l'ai posté hier dans une enveloppe timbrée.\r\n"
	if err := os.WriteFile(file, []byte(mail), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, fault bytes.Buffer
	french := func(name string) string { return map[string]string{"LANG": "fr_FR.UTF-8"}[name] }
	env := Env{In: strings.NewReader(""), Out: &out, Err: &fault, Cwd: t.TempDir(), Getenv: french}
	code := Run(t.Context(), env, []string{"inspect", "reply", file})
	if code != 0 || !strings.Contains(out.String(), `"by_post: `+doubtSentence("by_post", "fr")+`"`) {
		t.Errorf("%d %s%s", code, out.String(), fault.String())
	}
}
