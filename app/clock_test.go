package app_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"relais/app"
	"relais/backend/campaign"
	"relais/backend/post"
	"relais/backend/workspace"
)

// TestAClockThatJumpsHoldsEverything opens one workspace on days that follow each other and days that cannot.
func TestAClockThatJumpsHoldsEverything(t *testing.T) {
	ctx, dir, secrets := context.Background(), t.TempDir(), &workspace.MemorySecrets{}
	now := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	open := func() *app.App {
		a, err := app.Open(ctx, dir, workspace.Options{Secrets: secrets, Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	a := open()
	p, err := a.Posts.Create(ctx, post.Content{Kind: post.Give, Title: "Une lecture", Link: "https://www.example.test/a", ExpiresOn: "2026-12-31"})
	if err == nil {
		err = a.Posts.Approve(ctx, p.ID)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		name  string
		at    time.Time
		trust bool
		want  string
		state post.State
	}{
		{"five minutes on", now.Add(5 * time.Minute), false, "", post.Approved},
		{"a year ahead", now.AddDate(1, 0, 0), false, "clock_ahead", post.Approved},
		{"set right again", now.Add(time.Hour), false, "", post.Approved},
		{"an hour back, for the winter", now, false, "", post.Approved},
		{"a day back", now.AddDate(0, 0, -1), false, "clock_back", post.Approved},
		{"three weeks of holidays", now.AddDate(0, 0, 21), false, "", post.Approved},
		{"three months later, and it is so", now.AddDate(0, 0, 112), true, "", post.Expired},
	} {
		now = step.at
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
		a = open() // the start must not expire anything either
		if step.trust {
			if err := a.TrustClock(ctx); err != nil {
				t.Fatal(err)
			}
		}
		_, err := app.Sync(ctx, a, app.SyncOptions{NoFeeds: true}, nil)
		if step.want == "" && err != nil || step.want != "" && !errors.Is(err, workspace.NewFault(step.want)) {
			t.Errorf("%s: %v, want %q", step.name, err, step.want)
		}
		if p, err := a.Posts.Get(ctx, p.ID); err != nil || p.State != step.state {
			t.Errorf("%s: the post is %s, %v", step.name, p.State, err)
		}
	}
	if err := a.Close(); err != nil {
		t.Error(err)
	}
}

// TestWhatExpiredIsClosedAtEachStartAndSync: no command and no click is needed for it.
func TestWhatExpiredIsClosedAtEachStartAndSync(t *testing.T) {
	o := newOffice(t)
	m := o.ask()
	o.must(o.app.Workspace.DB.Tx(o.ctx, func(ctx context.Context) error {
		return o.app.Campaigns.Moved(ctx, m.ID, "sent", workspace.At(o.app.Workspace.Now()))
	}))
	o.must(o.app.Workspace.DB.Write(o.ctx).Exec("UPDATE post SET expires_on = '2020-01-01' WHERE id = ?", o.post).Error)
	// The mail servers of this office do not answer: what is due happens all the same at the next start.
	dir := o.app.Workspace.Dir
	o.must(o.app.Close())
	a, err := app.Open(o.ctx, dir, workspace.Options{Secrets: &workspace.MemorySecrets{}})
	o.must(err)
	defer func() { _ = a.Close() }()
	puts, err := a.Campaigns.RequestsOf(o.ctx, m.ID)
	o.must(err)
	if len(puts) != 1 || puts[0].State != campaign.Expired {
		t.Errorf("after the start: %+v", puts)
	}
}
