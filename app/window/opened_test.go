package window

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"relais/app/handover"
)

func TestSecondStartHandsItsFilesOver(t *testing.T) {
	dir := t.TempDir()
	w := &Window{}
	w.opened.add([]string{"/first.csv"})
	server, err := handover.Listen(dir, w.runCommand)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go server.Serve(ctx)
	for _, files := range [][]string{{"/été.csv", "/b.opml"}, nil} {
		if err := showFirst(ctx, dir, files, os.ErrExist); err != nil {
			t.Fatal(err)
		}
	}
	if got := w.opened.take(); !slices.Equal(got, []string{"/first.csv", "/été.csv", "/b.opml"}) {
		t.Fatalf("the page gets %q", got)
	}
	if got := w.opened.take(); got == nil || len(got) != 0 {
		t.Fatalf("the page gets %q a second time", got)
	}
}

func TestSecondStartWaitsForTheFirst(t *testing.T) {
	dir := t.TempDir()
	w := &Window{}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	done := make(chan error, 1)
	go func() { done <- showFirst(ctx, dir, []string{"/a.csv"}, os.ErrExist) }()
	server, err := handover.Listen(dir, w.runCommand)
	if err != nil {
		t.Fatal(err)
	}
	go server.Serve(ctx)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if got := w.opened.take(); !slices.Equal(got, []string{"/a.csv"}) {
		t.Fatalf("the page gets %q", got)
	}
}

func TestDesktopEntryOffersToOpen(t *testing.T) {
	entry, err := os.ReadFile(filepath.FromSlash("../../build/package/linux/relais.desktop"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"Exec=relais %F\n", "text/csv;", "text/vcard;", "text/x-opml+xml;", "message/rfc822;", "application/mbox;"} {
		if !bytes.Contains(entry, []byte(line)) {
			t.Errorf("the desktop entry lacks %q", line)
		}
	}
}
