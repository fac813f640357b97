package workspace

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// staleAfter is when a backup is called old.
const staleAfter = 8 * 24 * time.Hour

// backups: are there fresh ones, elsewhere than on this disk, that can be
// restored, and is the key in somebody's hand?
func (e Examination) backups(ctx context.Context, pool *sql.DB) []Finding {
	state := BackupState{}
	var text string
	err := pool.QueryRowContext(ctx, "SELECT value FROM setting WHERE key = ?", backupSetting).Scan(&text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &state)
	}
	if errors.Is(err, sql.ErrNoRows) || (err == nil && state.LastAt == nil) {
		return []Finding{finding("backup_none", Concern)}
	}
	if err != nil {
		return []Finding{finding("backup", Unclear)}
	}
	days := int(e.Now.Sub(*state.LastAt).Hours() / 24)
	fresh := finding("backup", Sound, "days", days, "file", state.LastFile)
	switch {
	case state.LastFault != "":
		fresh = finding("backup", Broken, "days", days, "fault", state.LastFault)
	case e.Now.Sub(*state.LastAt) > staleAfter:
		fresh = finding("backup", Concern, "days", days)
	}
	return []Finding{fresh, e.elsewhere(state), e.restorable(ctx, state)}
}

// elsewhere: a backup on the same disk goes with the laptop.
func (e Examination) elsewhere(state BackupState) Finding {
	if state.Folder == "" || strings.HasPrefix(state.Folder+string(filepath.Separator), e.Dir+string(filepath.Separator)) {
		return finding("backup_place", Concern)
	}
	if same, err := sameDisk(e.Dir, state.Folder); err == nil && same {
		return finding("backup_place", Concern)
	}
	return finding("backup_place", Sound, "path", state.Folder)
}

func (e Examination) restorable(ctx context.Context, state BackupState) Finding {
	if !e.Restore {
		return finding("backup_restore", Unclear)
	}
	if _, err := os.Stat(state.LastFile); err != nil {
		return finding("backup_restore", Concern, "file", state.LastFile)
	}
	if _, err := Verify(ctx, state.LastFile, e.Dir, Unlock{Keys: e.Keys}); err != nil {
		return finding("backup_restore", Broken, "file", state.LastFile)
	}
	if !state.KeyShown && len(state.SealedKey) == 0 {
		return finding("backup_restore", Concern, "file", "")
	}
	return finding("backup_restore", Sound, "file", state.LastFile)
}
