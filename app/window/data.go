package window

import (
	"context"
	"path/filepath"
	"time"

	"relais/app"
	"relais/backend/job"
	"relais/backend/workspace"
)

// Data is what keeps the workspace safe: backups, restoring, what the examination
// of the workspace finds, and the room it takes.
type Data struct{ w *Window }

// BackupInfo is the state of the backups.
type BackupInfo struct {
	Folder     string         `json:"folder"` // where they go
	Chosen     bool           `json:"chosen"` // false: in the workspace itself
	LastAt     string         `json:"lastAt"` // RFC 3339, "" before the first
	LastFault  string         `json:"lastFault"`
	KeyShown   bool           `json:"keyShown"`
	Passphrase bool           `json:"passphrase"`
	Kept       []KeptBackup   `json:"kept"`
	Usage      WorkspaceUsage `json:"usage"`
}

// KeptBackup is a backup in the folder.
type KeptBackup struct {
	File  string `json:"file"`
	At    string `json:"at"`
	Bytes int64  `json:"bytes"`
}

// WorkspaceUsage is the room that the workspace takes, in bytes.
type WorkspaceUsage struct {
	Database int64 `json:"database"`
	Files    int64 `json:"files"`
	Backups  int64 `json:"backups"`
	Other    int64 `json:"other"` // logs, and copies made before migrations
}

// BackupPreview is what a backup holds.
type BackupPreview struct {
	File     string `json:"file"`
	MadeAt   string `json:"madeAt"`
	Staff    int64  `json:"staff"`
	Articles int64  `json:"articles"`
	Posts    int64  `json:"posts"`
	Sent     int64  `json:"sent"`
	Received int64  `json:"received"`
	Shares   int64  `json:"shares"`
}

// DoctorFinding is one thing that was examined; the page puts
// doctor_<code>_<verdict> into words.
type DoctorFinding struct {
	Code    string         `json:"code"`
	Verdict string         `json:"verdict"`
	Params  map[string]any `json:"params"`
}

// Backups gives the state of the backups and the room that everything takes.
func (d *Data) Backups() (BackupInfo, error) {
	return call(d.w.app, "Data.Backups", func() (BackupInfo, error) {
		ctx, b := context.Background(), d.w.app.Backups
		state, err := b.State(ctx)
		if err != nil {
			return BackupInfo{}, err
		}
		folder, err := b.Folder(ctx)
		if err != nil {
			return BackupInfo{}, err
		}
		info := BackupInfo{Folder: folder, Chosen: state.Folder != "", LastFault: state.LastFault, KeyShown: state.KeyShown,
			Passphrase: len(state.SealedKey) > 0, Kept: []KeptBackup{}}
		if state.LastAt != nil {
			info.LastAt = state.LastAt.Format(time.RFC3339)
		}
		kept, err := b.List(ctx)
		if err != nil {
			info.LastFault = codeOf(err) // the stick is out: the rest is shown all the same
		}
		for _, k := range kept {
			info.Kept = append(info.Kept, KeptBackup{File: k.File, At: k.At.Format(time.RFC3339), Bytes: k.Bytes})
		}
		usage, err := d.w.app.Workspace.Usage()
		info.Usage = WorkspaceUsage{Database: usage.Database, Files: usage.Files, Backups: usage.Backups, Other: usage.Logs + usage.Copies}
		return info, err
	})
}

// SetBackupFolder chooses where backups go; "" is the workspace's own folder.
func (d *Data) SetBackupFolder(folder string) error {
	return do(d.w.app, "Data.SetBackupFolder", func() error {
		return d.w.app.Backups.SetFolder(context.Background(), folder)
	})
}

// SetBackupPassphrase lets a passphrase open the backups from now on; "" takes it away.
func (d *Data) SetBackupPassphrase(passphrase string) error {
	return do(d.w.app, "Data.SetBackupPassphrase", func() error {
		return d.w.app.Backups.SetPassphrase(context.Background(), passphrase)
	})
}

// RecoveryKey shows the key that opens every backup, to be written down.
func (d *Data) RecoveryKey() (string, error) {
	return call(d.w.app, "Data.RecoveryKey", func() (string, error) {
		return d.w.app.Backups.ShowKey(context.Background())
	})
}

// BackUpNow makes a backup in the folder, in the background, and gives the job.
func (d *Data) BackUpNow() (int64, error) {
	return call(d.w.app, "Data.BackUpNow", func() (int64, error) {
		return d.w.app.Jobs.Start("backup", nil, func(ctx context.Context, _ *job.Progress) error {
			_, err := d.w.app.Backups.Automatic(ctx)
			return err
		})
	})
}

// BackUpTo writes one backup to a file of choice, in the background, and gives the job.
func (d *Data) BackUpTo(file string) (int64, error) {
	return call(d.w.app, "Data.BackUpTo", func() (int64, error) {
		if filepath.Ext(file) != workspace.BackupSuffix {
			file += workspace.BackupSuffix
		}
		return d.w.app.Jobs.Start("backup", nil, func(ctx context.Context, _ *job.Progress) error {
			_, err := d.w.app.Backups.Create(ctx, file)
			return err
		})
	})
}

// ExportTo writes everything in open formats into a ZIP, unencrypted, in the
// background, and gives the job.
func (d *Data) ExportTo(file string) (int64, error) {
	return call(d.w.app, "Data.ExportTo", func() (int64, error) {
		return d.w.app.Jobs.Start("export", nil, func(ctx context.Context, _ *job.Progress) error {
			return d.w.app.Workspace.Export(ctx, file, app.Version)
		})
	})
}

// PreviewBackup tells what a backup holds. Key and passphrase may be empty where
// it was made on this computer.
func (d *Data) PreviewBackup(file, key, passphrase string) (BackupPreview, error) {
	return call(d.w.app, "Data.PreviewBackup", func() (BackupPreview, error) {
		unlock, err := unlockWith(key, passphrase)
		if err != nil {
			return BackupPreview{}, err
		}
		m, err := workspace.ReadManifest(file, unlock)
		return BackupPreview{
			File: filepath.Base(file), MadeAt: m.MadeAt.Format(time.RFC3339), Staff: m.Tables["staff"], Articles: m.Tables["article"],
			Posts: m.Tables["post"], Sent: m.Tables["message"], Received: m.Tables["inbound"], Shares: m.Tables["share"],
		}, err
	})
}

// RestoreBackup lays a backup out in a new folder and opens it in a window of its
// own. This workspace stays as it is. It gives the folder.
func (d *Data) RestoreBackup(file, folder, key, passphrase string) (string, error) {
	return call(d.w.app, "Data.RestoreBackup", func() (string, error) {
		unlock, err := unlockWith(key, passphrase)
		if err != nil {
			return "", err
		}
		done, err := app.Restore(context.Background(), file, folder, workspace.RestoreOptions{Unlock: unlock, Known: []string{d.w.app.Workspace.Dir}})
		if err != nil {
			return "", err
		}
		if err := startAnew("--workspace", done.Dir); err != nil {
			d.w.app.Workspace.Log.Warn("restored, but its window has to be opened by hand", "error", err)
		}
		return done.Dir, nil
	})
}

func unlockWith(key, passphrase string) (workspace.Unlock, error) {
	keys, err := workspace.DefaultKeys()
	return workspace.Unlock{Key: key, Passphrase: passphrase, Keys: keys}, err
}

// Examine says whether the workspace, its backups and this computer are in order.
func (d *Data) Examine() ([]DoctorFinding, error) {
	return call(d.w.app, "Data.Examine", func() ([]DoctorFinding, error) {
		e, err := d.examination()
		if err != nil {
			return nil, err
		}
		e.Restore = true
		out := []DoctorFinding{}
		for _, f := range workspace.Examine(context.Background(), e) {
			out = append(out, DoctorFinding(f))
		}
		return out, nil
	})
}

// SaveDiagnostics writes a ZIP without personal data, to be read before it is sent.
func (d *Data) SaveDiagnostics(file string) error {
	return do(d.w.app, "Data.SaveDiagnostics", func() error {
		e, err := d.examination()
		if err != nil {
			return err
		}
		return workspace.SaveDiagnostics(context.Background(), file, app.Version, e)
	})
}

func (d *Data) examination() (workspace.Examination, error) {
	keys, err := workspace.DefaultKeys()
	dir := d.w.app.Workspace.Dir
	return workspace.Examination{Dir: dir, Keys: keys, Now: d.w.app.Workspace.Now(),
		MailServers: func(ctx context.Context) (string, error) { return app.MailWay(ctx, dir) }}, err
}

// dailyBackup makes the backup of the day once the window has settled. The sample
// company's workspace, whose secrets live in memory, is not worth one.
func (w *Window) dailyBackup(ctx context.Context) {
	ticker := time.NewTicker(time.Hour)
	defer ticker.Stop()
	wait := time.After(time.Minute)
	for {
		select {
		case <-ctx.Done():
			return
		case <-wait:
		case <-ticker.C:
		}
		due, err := w.app.Backups.Due(ctx)
		if err != nil || !due || w.app.Workspace.Secrets.Place() == "memory" {
			continue
		}
		_, err = w.app.Jobs.Start("backup", nil, func(ctx context.Context, _ *job.Progress) error {
			_, err := w.app.Backups.Automatic(ctx)
			return err
		})
		if err != nil {
			w.app.Workspace.Log.Warn("daily backup did not start", "error", err)
		}
	}
}
