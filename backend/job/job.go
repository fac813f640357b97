// Package job runs work in the background: it starts, reports progress, can be
// cancelled, and what was interrupted by a kill is known at the next start.
package job

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"sync"
	"time"

	"relais/backend/workspace"
)

// States of a job.
const (
	Running     = "running"
	Done        = "done"
	Failed      = "failed"
	Cancelled   = "cancelled"
	Interrupted = "interrupted"
)

// interval is the shortest time between two snapshots of one job.
const interval = 100 * time.Millisecond

// kept is how many ended jobs List still shows.
const kept = 20

// Snapshot is a job as it stands. Total is 0 where the amount is not known.
type Snapshot struct {
	ID        int64
	Kind      string
	Params    map[string]any
	State     string
	Step      string // code of what it is doing now, for the page to translate
	Done      int64
	Total     int64
	Fault     *workspace.Fault
	Quiet     bool // it failed, but nobody need be told: see Quietly
	StartedAt time.Time
	EndedAt   time.Time
}

type record struct {
	ID        int64
	Kind      string
	Params    string
	State     string
	Done      int64
	Total     int64
	Fault     string
	StartedAt workspace.Instant
	EndedAt   *workspace.Instant
}

func (record) TableName() string { return "job" }

// Runner owns the goroutines of all jobs and ends them on Close.
type Runner struct {
	ws     *workspace.Workspace
	base   context.Context
	stop   context.CancelFunc
	group  sync.WaitGroup
	mu     sync.Mutex
	jobs   map[int64]*running
	listen func(Snapshot)
	closed bool
}

type running struct {
	snap   Snapshot
	cancel context.CancelFunc
	sent   time.Time
	timer  *time.Timer
	ended  chan struct{}
}

// New gives a runner. Jobs that were running when the program last ended are
// marked interrupted, with the fault "job_interrupted", and List gives them, so
// that a person is told.
func New(ctx context.Context, ws *workspace.Workspace) (*Runner, error) {
	// What the program does by itself is in nobody's name.
	base, stop := context.WithCancel(workspace.WithActor(context.WithoutCancel(ctx), ""))
	r := &Runner{ws: ws, base: base, stop: stop, jobs: map[int64]*running{}, listen: func(Snapshot) {}}
	if ws.ReadOnly() {
		return r, nil
	}
	if err := r.takeInterrupted(ctx); err != nil {
		stop()
		return nil, err
	}
	return r, nil
}

// takeInterrupted marks what a kill ended, and takes it into the list.
func (r *Runner) takeInterrupted(ctx context.Context) error {
	fault, over := workspace.NewFault("job_interrupted"), make(chan struct{})
	close(over)
	return r.ws.DB.Tx(ctx, func(ctx context.Context) error {
		rows := []record{}
		if err := r.ws.DB.Read(ctx).Order("id DESC").Find(&rows, "state = ?", Running).Error; err != nil {
			return fmt.Errorf("job: %w", err)
		}
		now := workspace.At(r.ws.Now())
		for i, row := range rows {
			err := r.ws.DB.Write(ctx).Model(&record{}).Where("id = ?", row.ID).
				Updates(map[string]any{"state": Interrupted, "ended_at": now, "fault": fault.Code}).Error
			if err != nil {
				return fmt.Errorf("job: %w", err)
			}
			if i >= kept {
				continue
			}
			params := map[string]any{}
			_ = json.Unmarshal([]byte(row.Params), &params) // written by Start
			r.jobs[row.ID] = &running{cancel: func() {}, ended: over, snap: Snapshot{ID: row.ID, Kind: row.Kind, Params: params, State: Interrupted,
				Done: row.Done, Total: row.Total, Fault: fault, StartedAt: row.StartedAt.Time(), EndedAt: now.Time()}}
		}
		return nil
	})
}

// Listen sets who gets a snapshot at every change: at most ten a second for each
// job, the last one always.
func (r *Runner) Listen(f func(Snapshot)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.listen = f
}

// Progress is how the work of a job reports.
type Progress struct {
	r  *Runner
	id int64
}

// Set says how much is done of how much; total 0 means not known.
func (p *Progress) Set(done, total int64) {
	if p != nil {
		p.r.change(p.id, func(s *Snapshot) { s.Done, s.Total = done, total })
	}
}

// Step says what the job is doing, as a code.
func (p *Progress) Step(code string) {
	if p != nil {
		p.r.change(p.id, func(s *Snapshot) { s.Step = code })
	}
}

// Quietly wraps the error of work that failed without anybody having to be told.
func Quietly(err error) error { return &quiet{err} }

type quiet struct{ error }

func (q *quiet) Unwrap() error { return q.error }

// Start runs work in the background and gives its id at once. While a job of the
// same kind with the same params runs, its id is given instead of a second one.
func (r *Runner) Start(kind string, params map[string]any, work func(ctx context.Context, p *Progress) error) (int64, error) {
	text, err := json.Marshal(params)
	if err != nil {
		return 0, fmt.Errorf("job: params: %w", err)
	}
	if params == nil {
		params, text = map[string]any{}, []byte("{}")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return 0, workspace.NewFault("closing")
	}
	for id, j := range r.jobs {
		same, _ := json.Marshal(j.snap.Params)
		if j.snap.State == Running && j.snap.Kind == kind && string(same) == string(text) {
			return id, nil
		}
	}
	now := r.ws.Now()
	row := record{Kind: kind, Params: string(text), State: Running, StartedAt: workspace.At(now)}
	if err := r.ws.DB.Write(r.base).Create(&row).Error; err != nil {
		return 0, fmt.Errorf("job: %w", err)
	}
	ctx, cancel := context.WithCancel(r.base)
	j := &running{cancel: cancel, ended: make(chan struct{}), snap: Snapshot{ID: row.ID, Kind: kind, Params: params, State: Running, StartedAt: now}}
	r.jobs[row.ID] = j
	r.emit(j)
	r.group.Add(1)
	go r.run(ctx, j, work)
	return row.ID, nil
}

func (r *Runner) run(ctx context.Context, j *running, work func(context.Context, *Progress) error) {
	defer r.group.Done()
	defer close(j.ended)
	defer j.cancel()
	err := guarded(ctx, &Progress{r: r, id: j.snap.ID}, work)
	r.mu.Lock()
	defer r.mu.Unlock()
	j.snap.EndedAt = r.ws.Now()
	switch {
	case err == nil:
		j.snap.State = Done
	case ctx.Err() != nil:
		j.snap.State = Cancelled
	default:
		var told *quiet
		j.snap.State, j.snap.Quiet = Failed, errors.As(err, &told)
		if !errors.As(err, &j.snap.Fault) {
			j.snap.Fault = workspace.NewFault("unexpected").Wrap(err)
		}
	}
	if j.timer != nil {
		j.timer.Stop()
	}
	code := ""
	if j.snap.Fault != nil {
		code = j.snap.Fault.Code
		if !j.snap.Quiet {
			r.ws.Log.Warn("job failed", "kind", j.snap.Kind, "code", code)
		}
	}
	// The job's end is kept even where the job itself was cancelled.
	err = r.ws.DB.Write(context.WithoutCancel(ctx)).Model(&record{}).Where("id = ?", j.snap.ID).Updates(map[string]any{
		"state": j.snap.State, "done": j.snap.Done, "total": j.snap.Total, "fault": code, "ended_at": workspace.At(j.snap.EndedAt),
	}).Error
	if err != nil {
		r.ws.Log.Error("job not recorded", "kind", j.snap.Kind)
	}
	r.listen(j.snap)
	r.forget()
}

// guarded turns a panic into an error: one broken job must not end the program.
func guarded(ctx context.Context, p *Progress, work func(context.Context, *Progress) error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("job: panic: %v", v)
		}
	}()
	return work(ctx, p)
}

func (r *Runner) change(id int64, apply func(*Snapshot)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if j, ok := r.jobs[id]; ok && j.snap.State == Running {
		apply(&j.snap)
		r.emit(j)
	}
}

// emit sends a snapshot now, or once the interval has passed.
func (r *Runner) emit(j *running) {
	wait := interval - time.Since(j.sent)
	if wait <= 0 {
		j.sent = time.Now()
		r.listen(j.snap)
		return
	}
	if j.timer == nil {
		j.timer = time.AfterFunc(wait, func() {
			r.mu.Lock()
			defer r.mu.Unlock()
			j.timer = nil
			if j.snap.State == Running {
				j.sent = time.Now()
				r.listen(j.snap)
			}
		})
	}
}

func (r *Runner) forget() {
	ended := []*running{}
	for _, j := range r.jobs {
		if j.snap.State != Running {
			ended = append(ended, j)
		}
	}
	sort.Slice(ended, func(a, b int) bool { return ended[a].snap.ID > ended[b].snap.ID })
	for i := kept; i < len(ended); i++ {
		delete(r.jobs, ended[i].snap.ID)
	}
}

// List gives what runs and what ended lately, newest first.
func (r *Runner) List() []Snapshot {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := make([]Snapshot, 0, len(r.jobs))
	for _, j := range r.jobs {
		all = append(all, j.snap)
	}
	sort.Slice(all, func(a, b int) bool { return all[a].ID > all[b].ID })
	return all
}

// Cancel asks a job to stop; it does nothing where the job has ended.
func (r *Runner) Cancel(id int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if j, ok := r.jobs[id]; ok {
		j.cancel()
	}
}

// Wait blocks until the job has ended and gives how; ctx bounds the wait.
func (r *Runner) Wait(ctx context.Context, id int64) (Snapshot, error) {
	r.mu.Lock()
	j, ok := r.jobs[id]
	r.mu.Unlock()
	if !ok {
		return Snapshot{}, workspace.ErrNotFound
	}
	select {
	case <-j.ended:
	case <-ctx.Done():
		return Snapshot{}, ctx.Err()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return j.snap, nil
}

// Close cancels all jobs and waits until each has ended.
func (r *Runner) Close() {
	r.mu.Lock()
	r.closed = true
	r.mu.Unlock()
	r.stop()
	r.group.Wait()
}
