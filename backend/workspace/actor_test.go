package workspace

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestTheJournalNamesWhoeverIsWorking(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	ws, err := Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	note := func(ctx context.Context) {
		must(t, ws.DB.Tx(ctx, func(ctx context.Context) error {
			_, err := ws.Journal.Record(ctx, Entry{Verb: "x.done", Kind: "x", Params: map[string]any{"inside": Actor(ctx)}})
			return err
		}))
	}
	note(ctx)
	must(t, ws.Work(ctx, "  Claire \t Aubertin "))
	note(ctx)
	_, err = ws.Journal.Record(ctx, Entry{Verb: "x.alone", Kind: "x"})
	must(t, err)
	note(WithActor(ctx, ""))
	note(WithActor(ctx, "Somebody Else"))
	must(t, ws.Work(ctx, "Ben"))
	must(t, ws.Close())

	ws, err = Open(ctx, dir, Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer ws.Close()
	note(ctx)
	must(t, ws.ForgetActor(ctx, "Ben"))
	note(ctx)
	rows, err := ws.Journal.List(ctx, Filter{Kind: "x"})
	must(t, err)
	got := []string{}
	for _, row := range slices.Backward(rows) {
		got = append(got, row.Actor)
	}
	want := []string{"", "Claire Aubertin", "Claire Aubertin", "", "Somebody Else", "Ben", ""}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	who, err := ws.Working(ctx)
	if err != nil || who.Now != "" || !slices.Equal(who.Names, []string{"Claire Aubertin"}) {
		t.Errorf("who %+v, %v", who, err)
	}
}

func TestNamesOfWhoWorksAreBounded(t *testing.T) {
	ctx := context.Background()
	ws, err := Open(ctx, t.TempDir(), Options{Secrets: &MemorySecrets{}})
	must(t, err)
	defer ws.Close()
	fault(t, ws.Work(ctx, strings.Repeat("é", maxActor+1)), "actor_invalid")
	fault(t, ws.Work(ctx, "a\x00b"), "actor_invalid")
	for i := range maxNames {
		must(t, ws.Work(ctx, fmt.Sprint("Person ", i)))
	}
	fault(t, ws.Work(ctx, "One More"), "actor_too_many")
}
