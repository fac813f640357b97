package app

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"relais/backend/workspace"
)

// Salvage makes a workspace in into of what can be read of the damaged one in dir, and makes it safe to go on with as
// after a restore.
func Salvage(ctx context.Context, dir, into string) (workspace.Salvaged, error) {
	keys, err := workspace.DefaultKeys()
	if err != nil {
		return workspace.Salvaged{}, err
	}
	saved, err := workspace.Salvage(ctx, dir, into, workspace.SalvageOptions{Keys: keys, Now: time.Now()})
	if err != nil {
		return saved, err
	}
	return saved, finish(ctx, into)
}

// SalvageInPlace puts what can be read of the damaged workspace in dir in its place, and moves the damaged one aside.
// It gives the folder in which that lies now.
func SalvageInPlace(ctx context.Context, dir string) (saved workspace.Salvaged, aside string, err error) {
	keys, err := workspace.DefaultKeys()
	if err != nil {
		return saved, "", err
	}
	into, err := workspace.WorkFolder(dir)
	if err != nil {
		return saved, "", err
	}
	defer os.RemoveAll(into)
	now := time.Now()
	if saved, err = workspace.Salvage(ctx, dir, into, workspace.SalvageOptions{Keys: keys, Now: now}); err != nil {
		return saved, "", err
	}
	if aside, err = workspace.MoveAside(dir, "damaged", now); err != nil {
		return saved, "", err
	}
	saved.Dir = filepath.Clean(dir)
	if err := workspace.TakePlace(into, dir, aside); err != nil {
		return saved, aside, err
	}
	return saved, aside, finish(ctx, dir)
}

// finish opens a workspace once, so that what follows a restore is done before anybody works in it.
func finish(ctx context.Context, dir string) error {
	a, err := Open(ctx, dir, workspace.Options{})
	if err != nil {
		return err
	}
	return a.Close()
}
