package article

import (
	"context"
	"strings"
	"testing"
	"time"

	"relais/backend/workspace"
)

// FuzzQuery asks the real index whatever somebody may type: no query is an
// error, and marking leaves the text as it was.
func FuzzQuery(f *testing.F) {
	ws, err := workspace.Open(context.Background(), f.TempDir(), workspace.Options{Now: func() time.Time { return noon }})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = ws.Close() })
	s := New(ws)
	const text = "Le recrutement à Évry : œuvre, Straße, 42 développeurs et l’énergie solaire."
	if _, err := s.Add(context.Background(), Draft{Title: "Le recrutement", Language: "fr", Text: text}); err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{"rec", `"de l’énergie" -x topic:"a b" source:b`, "before:2026-01 after:hier kind:offre lang:fr", `" « -" * ( NEAR OR NOT ^ {head}:`, "œuvre strasse ÉVRY", "'); DROP TABLE article;--"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if _, err := s.List(context.Background(), Filter{Query: typed}, 0, 10); err != nil {
			t.Fatalf("%q: %v", typed, err)
		}
		q := s.ParseQuery(typed, noon)
		whole := ""
		for _, p := range s.Mark(&q, "fr", text) {
			whole += p.Text
		}
		if whole != text {
			t.Errorf("marking gives %q", whole)
		}
		for _, p := range s.Excerpt(&q, "fr", text, 30) {
			if strings.ToValidUTF8(p.Text, "") != p.Text {
				t.Errorf("a passage with half a character: %q", p.Text)
			}
		}
	})
}
