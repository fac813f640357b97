// Package crash kills the program at random moments of every command and of its work in the background, and then looks:
// the database is sound, every change that was acknowledged is there, a command that was cut off did all or nothing, no
// letter went twice, and no work is called running that nobody does.
package crash

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"relais/app"
	"relais/app/cli"
	"relais/app/demo/mailhost"
	"relais/backend/job"
	"relais/backend/workspace"
)

const (
	childEnv   = "RELAIS_CRASH_CHILD" // "command", or "window" for the work that an open window does
	company    = "hr@firm.example"
	seedLength = 12 // people who take part from the beginning
)

// TestMain is the program itself where a parent asks for it.
func TestMain(m *testing.M) {
	switch os.Getenv(childEnv) {
	case "command":
		os.Exit(cli.Run(context.Background(), cli.DefaultEnv(), os.Args[1:]))
	case "window":
		if err := behindTheWindow(os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// behindTheWindow does what runs in the background of an open window, all at once, until it is killed.
func behindTheWindow(dir, out string) error {
	ctx, stop := context.WithTimeout(context.Background(), 4*time.Second)
	defer stop()
	a, err := app.Open(ctx, dir, workspace.Options{})
	if err != nil {
		return err
	}
	for kind, work := range map[string]func(context.Context, *job.Progress) error{
		"backup": func(ctx context.Context, _ *job.Progress) error { _, err := a.Backups.Automatic(ctx); return err },
		"export": func(ctx context.Context, _ *job.Progress) error {
			return a.Workspace.Export(ctx, filepath.Join(out, "window.zip"), "test")
		},
		"feeds": func(ctx context.Context, _ *job.Progress) error {
			_, err := a.RefreshLibrary(ctx, true, func(int, int) {})
			return err
		},
	} {
		if _, err := a.Jobs.Start(kind, nil, work); err != nil {
			return err
		}
	}
	app.KeepInSync(ctx, a)
	return a.Close()
}

// world is what the parent knows to be true.
type world struct {
	t        *testing.T
	home     string
	dir      string // the workspace
	out      string // where commands write files
	host     *mailhost.Host
	site     *httptest.Server
	mu       sync.Mutex
	letters  map[string]int // Message-ID: how often it arrived
	answered int            // requests that were answered with "shared"
	news     int            // stories of the feed so far
	claims   map[string]claim
	spans    map[string]time.Duration // about how long each kind of step takes
	kills    map[string]int
	ran      map[string]int
	serial   int
}

// claim is something that must hold in the database from the moment when it was acknowledged.
type claim struct {
	query  string // gives one number
	args   []any
	before int64 // where the step did not happen
	after  int64
}

// step is one run of the program.
type step struct {
	kind   string
	args   []string
	stdin  string
	window bool
	// claims are what follows, by name; a later step of the same name replaces it. All of them happen, or none.
	claims map[string]claim
	// check looks at what else must hold, killed or not.
	check func(killed bool)
	// expect is the exit code of a run that was not killed.
	expect int
}

func TestKilledInEveryCommand(t *testing.T) {
	n, limit := runs(t)
	w := newWorld(t)
	began, done := time.Now(), 0
	for range n {
		if limit > 0 && time.Since(began) > limit {
			break
		}
		w.once(w.next())
		w.sound()
		if t.Failed() {
			break
		}
		done++
	}
	w.finish()
	killed := 0
	for _, kind := range sorted(w.ran) {
		killed += w.kills[kind]
		t.Logf("%-16s %3d runs, %3d killed", kind, w.ran[kind], w.kills[kind])
	}
	t.Logf("%d of %d runs, %d killed before their end; %d letters, %d answers, %d things acknowledged and there",
		done, n, killed, len(w.letters), w.answered, len(w.claims))
}

// runs gives how many runs there are, and the time after which no more are begun. Without being asked it is a short slice.
func runs(t *testing.T) (n int, limit time.Duration) {
	if testing.Short() {
		t.Skip("a torture is never short")
	}
	limit, _ = time.ParseDuration(os.Getenv("RELAIS_TORTURE_TIME"))
	n, err := strconv.Atoi(os.Getenv("RELAIS_TORTURE_RUNS"))
	if err != nil && limit == 0 {
		n, limit = 30, 20*time.Second
	} else if err != nil {
		n = 1 << 20
	}
	return n, limit
}

// once runs a step, and kills it somewhere between its start and its usual end; one in eight may end.
func (w *world) once(s step) {
	w.t.Helper()
	span, known := w.spans[s.kind]
	mayEnd := !known || rand.IntN(8) == 0
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := w.command(ctx, s)
	var said, told strings.Builder
	cmd.Stderr, cmd.Stdout, cmd.Stdin = &said, &told, strings.NewReader(s.stdin)
	began := time.Now()
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	killed := false
	var err error
	if mayEnd {
		err = <-ended
	} else {
		select {
		case err = <-ended:
		case <-time.After(time.Duration(rand.Int64N(int64(span) + 1))):
			killed = true
			_ = cmd.Process.Kill()
			err = <-ended
			// It may have ended by itself in that very moment: then its exit code was given, and counts.
			var exit *exec.ExitError
			if !errors.As(err, &exit) {
				killed = false
			}
		}
	}
	w.ran[s.kind]++
	if killed {
		w.kills[s.kind]++
		w.afterKill(s)
	} else {
		w.spans[s.kind] = (3*span + time.Since(began)) / 4
		if !known {
			w.spans[s.kind] = time.Since(began)
		}
		if code := cmd.ProcessState.ExitCode(); code != s.expect {
			w.t.Errorf("%s %q: exit %d (%v), said %s%s", s.kind, s.args, code, err, told.String(), said.String())
		}
		for name, c := range s.claims {
			w.claims[name] = c
		}
	}
	if s.check != nil {
		s.check(killed)
	}
}

func (w *world) command(ctx context.Context, s step) *exec.Cmd {
	mode, args := "command", s.args
	if s.window {
		mode, args = "window", []string{w.dir, w.out}
	}
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Dir = w.out
	cmd.Env = append(os.Environ(), childEnv+"="+mode)
	return cmd
}

// afterKill settles what a step that was cut off did: all of it, or none.
func (w *world) afterKill(s step) {
	done, not := []string{}, []string{}
	for name, c := range s.claims {
		if c.before == c.after {
			continue
		}
		switch got := w.number(c.query, c.args...); got {
		case c.after:
			done = append(done, name)
		case c.before:
			not = append(not, name)
		default:
			w.t.Errorf("%s was cut off and left %s at %d: neither %d nor %d", s.kind, name, got, c.before, c.after)
		}
	}
	if len(done) > 0 && len(not) > 0 {
		w.t.Errorf("%s was cut off half way: done %q, not done %q", s.kind, done, not)
	}
	if len(not) == 0 {
		for name, c := range s.claims {
			w.claims[name] = c
		}
	}
}
