package handover_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"relais/app/handover"
)

func listen(t *testing.T, dir string, run handover.Runner) {
	t.Helper()
	s, err := handover.Listen(dir, run)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { s.Serve(ctx); close(done) }()
	t.Cleanup(func() { stop(); <-done })
}

func TestACommandRunsInTheWindowAndItsOutputComesBack(t *testing.T) {
	dir := t.TempDir()
	listen(t, dir, func(_ context.Context, args []string, cwd, _ string, in io.Reader, out, errs io.Writer) int {
		text, _ := io.ReadAll(in)
		fmt.Fprintf(out, "%s in %s with %q", strings.Join(args, " "), cwd, text)
		fmt.Fprint(errs, "one row rejected")
		return 1
	})
	var out, errs bytes.Buffer
	code, err := handover.Send(context.Background(), dir, handover.Call{
		Args: []string{"account", "set"}, Cwd: "/somewhere", In: strings.NewReader("secret"), Out: &out, Err: &errs})
	if err != nil || code != 1 {
		t.Fatalf("code %d, %v", code, err)
	}
	if got, want := out.String(), `account set in /somewhere with "secret"`; got != want {
		t.Errorf("output %q, want %q", got, want)
	}
	if got := errs.String(); got != "one row rejected" {
		t.Errorf("errors %q", got)
	}
}

func TestWithoutAWindowThereIsNobody(t *testing.T) {
	dir := t.TempDir()
	call := handover.Call{Out: io.Discard, Err: io.Discard}
	if _, err := handover.Send(context.Background(), dir, call); !errors.Is(err, handover.ErrNobody) {
		t.Fatalf("empty folder: %v", err)
	}
	stale := []byte(`{"addr":"127.0.0.1:1","key":"00"}`)
	if err := os.WriteFile(filepath.Join(dir, "window.json"), stale, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := handover.Send(context.Background(), dir, call); !errors.Is(err, handover.ErrNobody) {
		t.Fatalf("after a kill: %v", err)
	}
}

func TestAWrongKeyRunsNothing(t *testing.T) {
	dir := t.TempDir()
	ran := false
	listen(t, dir, func(context.Context, []string, string, string, io.Reader, io.Writer, io.Writer) int {
		ran = true
		return 0
	})
	path := filepath.Join(dir, "window.json")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || (runtime.GOOS != "windows" && info.Mode().Perm() != 0o600) {
		t.Fatalf("rights of the address: %v, %v", info.Mode(), err)
	}
	other := t.TempDir()
	forged := strings.Replace(string(raw), `"key":"`, `"key":"0`, 1)
	if err := os.WriteFile(filepath.Join(other, "window.json"), []byte(forged), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := handover.Send(context.Background(), other, handover.Call{Out: io.Discard, Err: io.Discard}); err == nil || ran {
		t.Fatalf("a forged key ran a command: %v", ran)
	}
}

func TestACallerThatGoesAwayStopsItsCommand(t *testing.T) {
	dir := t.TempDir()
	stopped := make(chan struct{})
	listen(t, dir, func(ctx context.Context, _ []string, _, _ string, _ io.Reader, _, _ io.Writer) int {
		<-ctx.Done()
		close(stopped)
		return 1
	})
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := handover.Send(ctx, dir, handover.Call{Out: io.Discard, Err: io.Discard}); err == nil {
		t.Fatal("no error after the call was cancelled")
	}
	select {
	case <-stopped:
	case <-time.After(5 * time.Second):
		t.Fatal("the command still runs")
	}
}
