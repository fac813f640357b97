// Package app builds the program: one set of services over one workspace, which
// the window and the commands share.
package app

import (
	"context"
	"errors"
	"io"
	"sync"

	"relais/backend/article"
	"relais/backend/campaign"
	"relais/backend/job"
	"relais/backend/mailbox"
	"relais/backend/mailbox/account"
	"relais/backend/outbox"
	"relais/backend/post"
	"relais/backend/reply/intake"
	"relais/backend/report"
	"relais/backend/share"
	"relais/backend/source"
	"relais/backend/staff"
	"relais/backend/workspace"
)

// App is every service of an open workspace.
type App struct {
	Workspace *workspace.Workspace
	Jobs      *job.Runner
	Shares    *share.Service
	Reports   *report.Service
	Staff     *staff.Service
	Articles  *article.Service
	Sources   *source.Service
	Posts     *post.Service
	Campaigns *campaign.Service
	Account   *account.Service
	Outbox    *outbox.Service
	Mailbox   *mailbox.Service
	Replies   *intake.Service
	Backups   *workspace.Backups

	applied applied
	syncing sync.Mutex // one mail sync at a time
	log     io.Closer  // of the log in the workspace, or nil
}

// Open opens the workspace in dir and builds the services over it.
func Open(ctx context.Context, dir string, o workspace.Options) (*App, error) {
	ws, err := workspace.Open(ctx, dir, o)
	if err != nil {
		return nil, err
	}
	var logFile io.Closer
	if o.Log == nil && !o.ReadOnly {
		ws.Log, logFile = workspace.NewLog(ws.Dir)
	}
	a, err := Build(ctx, ws)
	if err != nil {
		return nil, errors.Join(ws.Known(err), ws.Close())
	}
	a.log = logFile
	a.begin(ctx)
	return a, nil
}

// Build wires the services. It is the one place that knows them all: what a
// feature needs of another it declares as an interface, and gets here.
func Build(ctx context.Context, ws *workspace.Workspace) (*App, error) {
	jobs, err := job.New(ctx, ws)
	if err != nil {
		return nil, err
	}
	a := &App{Workspace: ws, Jobs: jobs}
	a.wireLibrary(ws)
	a.Staff = staff.New(ws, a.Articles)
	a.Shares = share.New(ws, report.NewDirectory(ws))
	a.Reports = report.New(ws, a.Shares)
	a.Staff.WatchHistory(a.Shares.Refresh)
	a.Staff.WatchDepartments(a.Shares.RenameDepartment)
	a.Account = account.New(ws)
	a.Outbox = outbox.New(ws, a.Account)
	a.Mailbox = mailbox.New(ws, a.Account)
	a.Mailbox.SetMatcher(mailMatcher{a})
	a.wireCampaigns()
	a.wireReplies()
	if a.Backups, err = newBackups(ws); err != nil {
		return nil, err
	}
	a.Backups.WatchDepartures(ctx)
	a.Staff.UseInviter(invitations{a})
	a.Staff.Hold(holders(a)...)
	if err := a.finishRestore(ctx); err != nil {
		return nil, err
	}
	return a, nil
}

// Close ends background work, then closes the workspace.
func (a *App) Close() error {
	a.Jobs.Close()
	err := a.Workspace.Close()
	if a.log != nil {
		err = errors.Join(err, a.log.Close())
	}
	return err
}
