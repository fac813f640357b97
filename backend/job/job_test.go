package job_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"relais/backend/job"
	"relais/backend/workspace"
)

func runner(t *testing.T, dir string) (*job.Runner, *workspace.Workspace) {
	t.Helper()
	ctx := context.Background()
	ws, err := workspace.Open(ctx, dir, workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := job.New(ctx, ws)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close(); _ = ws.Close() })
	return r, ws
}

func TestProgressIsThrottledAndTheLastReportArrives(t *testing.T) {
	r, _ := runner(t, t.TempDir())
	var mu sync.Mutex
	var seen []job.Snapshot
	r.Listen(func(s job.Snapshot) { mu.Lock(); seen = append(seen, s); mu.Unlock() })
	id, err := r.Start("count", nil, func(_ context.Context, p *job.Progress) error {
		for i := int64(1); i <= 10000; i++ {
			p.Set(i, 10000)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	end, err := r.Wait(context.Background(), id)
	if err != nil || end.State != job.Done || end.Done != 10000 {
		t.Fatalf("got %+v, %v", end, err)
	}
	mu.Lock()
	defer mu.Unlock()
	last := seen[len(seen)-1]
	if last.State != job.Done || last.Done != 10000 || len(seen) > 50 {
		t.Fatalf("%d reports, the last %+v", len(seen), last)
	}
}

func TestHowJobsEnd(t *testing.T) {
	r, _ := runner(t, t.TempDir())
	for _, c := range []struct {
		name, want, code string
		work             func(context.Context, *job.Progress) error
	}{
		{"fault", job.Failed, "mail_refused", func(context.Context, *job.Progress) error { return workspace.NewFault("mail_refused") }},
		{"error", job.Failed, "unexpected", func(context.Context, *job.Progress) error { return errors.New("boom") }},
		{"panic", job.Failed, "unexpected", func(context.Context, *job.Progress) error { panic("boom") }},
		{"cancel", job.Cancelled, "", func(ctx context.Context, _ *job.Progress) error { <-ctx.Done(); return ctx.Err() }},
	} {
		t.Run(c.name, func(t *testing.T) {
			id, err := r.Start(c.name, nil, c.work)
			if err != nil {
				t.Fatal(err)
			}
			if c.name == "cancel" {
				again, err := r.Start(c.name, nil, c.work)
				if err != nil || again != id {
					t.Fatalf("a second one started: %d, %v", again, err)
				}
				r.Cancel(id)
			}
			ctx, stop := context.WithTimeout(context.Background(), 10*time.Second)
			defer stop()
			end, err := r.Wait(ctx, id)
			if err != nil || end.State != c.want {
				t.Fatalf("got %+v, %v", end, err)
			}
			if c.code != "" && (end.Fault == nil || end.Fault.Code != c.code) {
				t.Fatalf("fault %v, want %s", end.Fault, c.code)
			}
		})
	}
}
