package app

import (
	"context"
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
		if err := work(context.Background(), nil); (err != nil) != step.told {
			t.Errorf("step %d (%s): told %v", i, step.code, err)
		}
	}
}
