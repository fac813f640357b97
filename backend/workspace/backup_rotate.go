package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

// Folders of the workspace that are the program's own.
const (
	BackupFolder = "backups"
	LogFolder    = "logs"
)

// How many automatic backups are kept: the newest of each of the last days,
// weeks and months in which there is one.
const (
	keptDays   = 7
	keptWeeks  = 4
	keptMonths = 12
)

// BackupSuffix ends the name of every backup.
const BackupSuffix = ".relais"

const backupStamp = "2006-01-02-150405"

var (
	automaticName = regexp.MustCompile(`^relais-(\d{4}-\d{2}-\d{2}-\d{6})\.relais$`)
	// partialName is one of them that is being written.
	partialName = regexp.MustCompile(`^\.relais-\d{4}-\d{2}-\d{2}-\d{6}\.relais-\d+$`)
)

// KeptBackup is a backup in the folder.
type KeptBackup struct {
	File  string
	At    time.Time
	Bytes int64
}

// Folder is where automatic backups go.
func (b *Backups) Folder(ctx context.Context) (string, error) {
	state, err := b.State(ctx)
	if err != nil || state.Folder != "" {
		return state.Folder, err
	}
	return filepath.Join(b.ws.Dir, BackupFolder), nil
}

// SetFolder chooses where automatic backups go; it must exist and be writable.
// "" means the workspace's own folder.
func (b *Backups) SetFolder(ctx context.Context, folder string) error {
	if folder != "" {
		probe, err := os.CreateTemp(folder, ".relais-probe-*")
		if err != nil {
			return NewFault("backup_folder_gone", "path", folder).Wrap(err)
		}
		err = errors.Join(probe.Close(), os.Remove(probe.Name()))
		if err != nil {
			return NewFault("backup_folder_gone", "path", folder).Wrap(err)
		}
	}
	return b.change(ctx, func(state *BackupState) error { state.Folder = folder; return nil })
}

// List gives the automatic backups in the folder, newest first.
func (b *Backups) List(ctx context.Context) ([]KeptBackup, error) {
	folder, err := b.Folder(ctx)
	if err != nil {
		return nil, err
	}
	return listBackups(folder)
}

func listBackups(folder string) ([]KeptBackup, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return []KeptBackup{}, nil
	}
	if err != nil {
		return nil, NewFault("backup_folder_gone", "path", folder).Wrap(err)
	}
	kept := []KeptBackup{}
	for _, entry := range entries {
		found := automaticName.FindStringSubmatch(entry.Name())
		if found == nil {
			continue
		}
		at, err := time.ParseInLocation(backupStamp, found[1], time.UTC)
		info, statErr := entry.Info()
		if err != nil || statErr != nil {
			continue
		}
		kept = append(kept, KeptBackup{File: filepath.Join(folder, entry.Name()), At: at, Bytes: info.Size()})
	}
	slices.SortFunc(kept, func(x, y KeptBackup) int { return y.At.Compare(x.At) })
	return kept, nil
}

// Due says whether a day has begun since the last automatic backup.
func (b *Backups) Due(ctx context.Context) (bool, error) {
	state, err := b.State(ctx)
	if err != nil {
		return false, err
	}
	now := b.ws.Now()
	return state.LastAt == nil || !sameDay(*state.LastAt, now) || state.LastAt.After(now.Add(time.Hour)), nil
}

func sameDay(x, y time.Time) bool {
	return x.Local().Format(time.DateOnly) == y.Local().Format(time.DateOnly)
}

// Automatic makes today's backup in the folder and lets go of those that the
// rule no longer keeps. What went wrong is kept for Today to show.
func (b *Backups) Automatic(ctx context.Context) (string, error) {
	file, err := b.automatic(ctx)
	if err == nil {
		return file, nil
	}
	noted := b.change(ctx, func(state *BackupState) error {
		state.LastFault = "backup_failed"
		var fault *Fault
		if errors.As(err, &fault) {
			state.LastFault = fault.Code
		}
		return nil
	})
	return file, errors.Join(err, noted)
}

func (b *Backups) automatic(ctx context.Context) (string, error) {
	folder, err := b.Folder(ctx)
	if err != nil {
		return "", err
	}
	if folder == filepath.Join(b.ws.Dir, BackupFolder) {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return "", storageFault(err, folder)
		}
	}
	sweepPartial(folder)
	file := filepath.Join(folder, "relais-"+b.ws.Now().UTC().Format(backupStamp)+BackupSuffix)
	if _, err := b.Create(ctx, file); err != nil {
		return "", err
	}
	kept, err := b.List(ctx)
	if err != nil {
		return file, err
	}
	for _, old := range superfluous(kept) {
		if err := os.Remove(old.File); err != nil {
			return file, storageFault(err, old.File)
		}
	}
	return file, nil
}

// superfluous names the backups, given newest first, that the rule lets go.
func superfluous(all []KeptBackup) []KeptBackup {
	rules := []struct {
		count  int
		period func(time.Time) string
	}{
		{keptDays, func(t time.Time) string { return t.Format(time.DateOnly) }},
		{keptWeeks, func(t time.Time) string { year, week := t.ISOWeek(); return fmt.Sprintf("%d-W%02d", year, week) }},
		{keptMonths, func(t time.Time) string { return t.Format("2006-01") }},
	}
	keep := make([]bool, len(all))
	for _, rule := range rules {
		last, count := "", 0
		for i, backup := range all {
			if period := rule.period(backup.At); period != last && count < rule.count {
				keep[i], last = true, period
				count++
			}
		}
	}
	gone := []KeptBackup{}
	for i, backup := range all {
		if !keep[i] {
			gone = append(gone, backup)
		}
	}
	return gone
}
