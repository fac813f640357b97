package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"os"
	"path/filepath"
)

// NewestBackup finds the last backup of a workspace that may be damaged: in its own
// folder of backups, and where its settings say that backups go, as far as they can
// still be read. It says false where there is none.
func NewestBackup(ctx context.Context, dir string) (KeptBackup, bool) {
	state := backupStateOf(ctx, filepath.Join(dir, DatabaseName))
	candidates := []KeptBackup{}
	for _, folder := range []string{filepath.Join(dir, BackupFolder), state.Folder} {
		if folder != "" {
			kept, _ := listBackups(folder) // a folder that is not there has none
			candidates = append(candidates, kept...)
		}
	}
	if info, err := os.Stat(state.LastFile); err == nil && state.LastAt != nil && info.Mode().IsRegular() {
		candidates = append(candidates, KeptBackup{File: state.LastFile, At: *state.LastAt, Bytes: info.Size()})
	}
	newest := KeptBackup{}
	for _, c := range candidates {
		if c.At.After(newest.At) {
			newest = c
		}
	}
	return newest, newest.File != ""
}

// backupStateOf reads the setting of the backups past everything that is damaged.
func backupStateOf(ctx context.Context, database string) (state BackupState) {
	pool, err := sql.Open("sqlite", "file:"+escapePath(database)+"?_pragma=query_only(1)&_pragma=busy_timeout(2000)")
	if err != nil {
		return state
	}
	defer pool.Close()
	var text string
	if pool.QueryRowContext(ctx, "SELECT value FROM setting WHERE key = ?", backupSetting).Scan(&text) != nil || json.Unmarshal([]byte(text), &state) != nil {
		return BackupState{}
	}
	return state
}
