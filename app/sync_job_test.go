package app

import (
	"context"
	"errors"
	"testing"

	"relais/backend/job"
	"relais/backend/workspace"
)

func TestTroubleThatNobodyAskedAboutIsToldOnce(t *testing.T) {
	var told unasked
	var now error
	work := told.once(func(context.Context, *job.Progress) error { return now })
	for i, step := range []struct {
		code string
		told bool
	}{
		{"mail_login_refused", true}, {"mail_login_refused", false}, {"", false}, {"mail_login_refused", true},
		{"mail_offline", false}, {"mail_offline", false}, {"mail_consent_expired", true}, {"disk_full", true}, {"disk_full", false},
	} {
		now = nil
		if step.code != "" {
			now = workspace.NewFault(step.code)
		}
		err := work(context.Background(), nil)
		if (err != nil) != (step.code != "") {
			t.Errorf("step %d (%s): what went wrong passes for well: %v", i, step.code, err)
		}
		if quiet := errors.Unwrap(err) != nil; (err != nil && !quiet) != step.told {
			t.Errorf("step %d (%s): told %v", i, step.code, err)
		}
	}
}

// A sync that could not reach the server must not pass for one that has read the mail.
func TestASyncThatFailedQuietlyHasFailed(t *testing.T) {
	ws, err := workspace.Open(t.Context(), t.TempDir(), workspace.Options{Secrets: &workspace.MemorySecrets{}})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close() //nolint:errcheck // a test's folder
	jobs, err := job.New(t.Context(), ws)
	if err != nil {
		t.Fatal(err)
	}
	defer jobs.Close()
	var told unasked
	for code, quiet := range map[string]bool{"mail_server_closed": true, "mail_login_refused": false} {
		id, err := jobs.Start("sync", map[string]any{"code": code}, told.once(func(context.Context, *job.Progress) error { return workspace.NewFault(code) }))
		if err != nil {
			t.Fatal(err)
		}
		ended, err := jobs.Wait(t.Context(), id)
		if err != nil || ended.State != job.Failed || ended.Fault == nil || ended.Fault.Code != code || ended.Quiet != quiet {
			t.Errorf("%s: %+v %v", code, ended, err)
		}
	}
}
