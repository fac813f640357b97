package app

import (
	"context"

	"relais/backend/article"
	"relais/backend/job"
	"relais/backend/source"
	"relais/backend/workspace"
)

// wireLibrary builds the library and the ways into it.
func (a *App) wireLibrary(ws *workspace.Workspace) {
	a.Articles = article.New(ws)
	a.Sources = source.New(ws, a.Articles, source.NewFetcher("Relais/"+Version+" (feed reader)"))
}

// RefreshLibrary asks the feeds that are due (all, where force is set), makes
// the offline copies that kept articles still lack, and applies the rules of
// retention.
func (a *App) RefreshLibrary(ctx context.Context, force bool, progress func(done, total int)) (source.Polled, error) {
	polled, err := a.Sources.Poll(ctx, force, progress)
	if err != nil {
		return polled, err
	}
	if _, err := a.Sources.CopyKept(ctx, true, nil); err != nil {
		return polled, err
	}
	_, err = a.Articles.Tidy(ctx)
	return polled, err
}

// StartRefresh does RefreshLibrary in the background.
func (a *App) StartRefresh(force bool) (int64, error) {
	return a.Jobs.Start("feeds", nil, func(ctx context.Context, p *job.Progress) error {
		_, err := a.RefreshLibrary(ctx, force, func(done, total int) { p.Set(int64(done), int64(total)) })
		return err
	})
}

// StartCopies makes the offline copies of kept articles in the background.
func (a *App) StartCopies() (int64, error) {
	return a.Jobs.Start("copies", nil, func(ctx context.Context, p *job.Progress) error {
		for { // what was kept meanwhile is copied too
			n, err := a.Sources.CopyKept(ctx, false, func(done, total int) { p.Set(int64(done), int64(total)) })
			if err != nil || n == 0 {
				return err
			}
		}
	})
}

// StartProposing proposes topics anew in the background.
func (a *App) StartProposing() (int64, error) {
	return a.Jobs.Start("topics", nil, func(ctx context.Context, p *job.Progress) error {
		return a.Articles.ProposeAgain(ctx, func(done, total int) { p.Set(int64(done), int64(total)) })
	})
}
