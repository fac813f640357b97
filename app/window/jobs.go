package window

import (
	"time"

	"relais/backend/job"
)

// Jobs is the background bar.
type Jobs struct{ w *Window }

// Job is a background job as the page shows it.
type Job struct {
	ID        int64          `json:"id"`
	Kind      string         `json:"kind"`
	Params    map[string]any `json:"params"`
	State     string         `json:"state"`
	Step      string         `json:"step"`
	Done      int64          `json:"done"`
	Total     int64          `json:"total"`
	Code      string         `json:"code"`
	CodeWith  map[string]any `json:"codeParams"`
	Quiet     bool           `json:"quiet"` // failed, but nobody need be told
	StartedAt string         `json:"startedAt"`
	EndedAt   string         `json:"endedAt"`
}

func wireJob(s job.Snapshot) Job {
	j := Job{ID: s.ID, Kind: s.Kind, Params: s.Params, State: s.State, Step: s.Step, Done: s.Done, Total: s.Total, Quiet: s.Quiet,
		StartedAt: s.StartedAt.UTC().Format(time.RFC3339), CodeWith: map[string]any{}}
	if s.Fault != nil {
		j.Code = s.Fault.Code
		if s.Fault.Params != nil {
			j.CodeWith = s.Fault.Params
		}
	}
	if !s.EndedAt.IsZero() {
		j.EndedAt = s.EndedAt.UTC().Format(time.RFC3339)
	}
	return j
}

// List gives what runs and what ended lately: the page asks when it mounts, since
// events before that are lost.
func (j *Jobs) List() ([]Job, error) {
	return call(j.w.app, "Jobs.List", func() ([]Job, error) {
		all := j.w.app.Jobs.List()
		out := make([]Job, 0, len(all))
		for _, s := range all {
			out = append(out, wireJob(s))
		}
		return out, nil
	})
}

// Cancel asks a job to stop.
func (j *Jobs) Cancel(id int64) error {
	return do(j.w.app, "Jobs.Cancel", func() error { j.w.app.Jobs.Cancel(id); return nil })
}
