package workspace

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// Backups makes, keeps and reads backups of one workspace.
type Backups struct {
	ws      *Workspace
	keys    Keys
	version string
	secrets func(context.Context) ([]string, error)
	mu      sync.Mutex // one backup at a time
}

// BackupOptions say what a backup needs to know beside the workspace.
type BackupOptions struct {
	Keys    Keys
	Version string // of the program
	// SecretNames lists the secrets that must travel, such as the one that wraps
	// the token keys: a restored workspace still knows its own mail.
	SecretNames func(context.Context) ([]string, error)
}

// NewBackups serves the backups of ws.
func NewBackups(ws *Workspace, o BackupOptions) *Backups {
	if o.SecretNames == nil {
		o.SecretNames = func(context.Context) ([]string, error) { return nil, nil }
	}
	return &Backups{ws: ws, keys: o.Keys, version: o.Version, secrets: o.SecretNames}
}

// Manifest tells what a backup holds.
type Manifest struct {
	Format      int              `json:"format"`
	MadeAt      time.Time        `json:"made_at"`
	Version     string           `json:"version"`
	Schema      int64            `json:"schema"`
	WorkspaceID string           `json:"workspace_id"`
	Tables      map[string]int64 `json:"tables"`
	Bytes       int64            `json:"database_bytes"`
	SHA256      string           `json:"database_sha256"`
}

const manifestFormat = 1

// BackupState is the setting of the backups, and what became of the last one.
type BackupState struct {
	Folder    string     `json:"folder"`     // chosen by the user; empty means in the workspace
	Public    string     `json:"public"`     // public half of the recovery key
	SealedKey []byte     `json:"sealed_key"` // recovery key under the passphrase, or empty
	KeyShown  bool       `json:"key_shown"`  // the recovery key has been shown to a person
	LastAt    *time.Time `json:"last_at"`
	LastFile  string     `json:"last_file"`
	LastFault string     `json:"last_fault"` // code of what went wrong last time, or empty
}

const backupSetting = "backup"

// State gives the setting.
func (b *Backups) State(ctx context.Context) (BackupState, error) {
	state := BackupState{}
	_, err := b.ws.Settings.Get(ctx, backupSetting, &state)
	return state, err
}

// change edits the setting in one transaction.
func (b *Backups) change(ctx context.Context, edit func(*BackupState) error) error {
	return b.ws.DB.Tx(ctx, func(ctx context.Context) error {
		state, err := b.State(ctx)
		if err != nil {
			return err
		}
		if err := edit(&state); err != nil {
			return err
		}
		return b.ws.Settings.Set(ctx, backupSetting, state)
	})
}

// EnsureKey makes the recovery key at the first backup. It gives the key's text
// where it was made just now, and "" otherwise.
func (b *Backups) EnsureKey(ctx context.Context) (string, error) {
	made := ""
	err := b.change(ctx, func(state *BackupState) error {
		if state.Public != "" {
			return nil
		}
		key, err := NewRecoveryKey()
		if err != nil {
			return err
		}
		state.Public, made = key.Public(), key.String()
		return b.keys.Keep(key)
	})
	return made, err
}

// ShowKey gives the recovery key that is kept on this machine, and notes that a
// person has seen it.
func (b *Backups) ShowKey(ctx context.Context) (string, error) {
	if _, err := b.EnsureKey(ctx); err != nil {
		return "", err
	}
	state, err := b.State(ctx)
	if err != nil {
		return "", err
	}
	key, err := b.keys.Find(state.Public)
	if err != nil {
		return "", NewFault("recovery_key_gone").Wrap(err)
	}
	return key.String(), b.change(ctx, func(state *BackupState) error { state.KeyShown = true; return nil })
}

// SetPassphrase lets a passphrase open the backups made from now on; "" takes it
// away. The recovery key opens them all the same.
func (b *Backups) SetPassphrase(ctx context.Context, passphrase string) error {
	if _, err := b.EnsureKey(ctx); err != nil {
		return err
	}
	return b.change(ctx, func(state *BackupState) error {
		state.SealedKey = nil
		if passphrase == "" {
			return nil
		}
		key, err := b.keys.Find(state.Public)
		if err != nil {
			return NewFault("recovery_key_gone").Wrap(err)
		}
		state.SealedKey, err = key.sealed(passphrase)
		return err
	})
}

// Create writes a backup to file, whole or not at all, while the workspace is in
// use: the copy is read from a snapshot and holds up no writer. It fails with
// "backup_folder_gone", "disk_full" or "workspace_not_writable".
func (b *Backups) Create(ctx context.Context, file string) (Manifest, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if _, err := b.EnsureKey(ctx); err != nil {
		return Manifest{}, err
	}
	state, err := b.State(ctx)
	if err != nil {
		return Manifest{}, err
	}
	if info, err := os.Stat(filepath.Dir(file)); err != nil || !info.IsDir() {
		return Manifest{}, NewFault("backup_folder_gone", "path", filepath.Dir(file)).Wrap(err)
	}
	copied, err := openSnapshot(ctx, filepath.Join(b.ws.Dir, DatabaseName))
	if err != nil {
		return Manifest{}, err
	}
	defer func() { _ = copied.close() }()
	manifest, err := b.describe(ctx, copied)
	if err != nil {
		return Manifest{}, b.ws.Known(err)
	}
	out, err := os.CreateTemp(filepath.Dir(file), "."+filepath.Base(file)+"-*")
	if err != nil {
		return Manifest{}, storageFault(err, file)
	}
	defer os.Remove(out.Name()) //nolint:errcheck // Gone already where the rename worked.
	err = b.write(ctx, &steady{File: out}, state, manifest, copied)
	err = errors.Join(err, out.Sync(), out.Close())
	if err == nil {
		err = os.Rename(out.Name(), file)
	}
	if err != nil {
		return Manifest{}, storageFault(err, file)
	}
	err = b.change(ctx, func(state *BackupState) error {
		state.LastAt, state.LastFile, state.LastFault = &manifest.MadeAt, file, ""
		return nil
	})
	if err != nil {
		return manifest, err
	}
	if err := b.KeepDepartures(ctx); err != nil {
		b.ws.Log.Warn("list of departures not kept", "error", err)
	}
	return manifest, nil
}

func (b *Backups) write(ctx context.Context, out io.Writer, state BackupState, manifest Manifest, copied *snapshot) error {
	w, err := newBackupWriter(out, state.Public, state.SealedKey)
	if err != nil {
		return err
	}
	if err := w.json(entryManifest, manifest); err != nil {
		return err
	}
	names, err := b.secrets(ctx)
	if err != nil {
		return err
	}
	secrets := map[string]string{}
	for _, name := range names {
		value, err := b.ws.Secrets.Get(name)
		if errors.Is(err, ErrNotFound) || errors.Is(err, ErrSecretsLost) { // all the rest is worth a backup
			continue
		}
		if err != nil {
			return err
		}
		secrets[name] = value
	}
	if err := w.json(entrySecrets, secrets); err != nil {
		return err
	}
	if err := w.database(ctx, copied, manifest); err != nil {
		return err
	}
	if err := b.ws.eachFile(func(rel string) error {
		return w.file(ctx, entryFiles+filepath.ToSlash(rel), filepath.Join(b.ws.Dir, rel))
	}); err != nil {
		return err
	}
	return w.close()
}

// notInBackups are entries of the folder that a backup leaves out: what belongs
// to the running copy, and other backups.
var notInBackups = []string{DatabaseName, lockName, secretsName, lostSecrets, CopiesBeforeMigration, BackupFolder, LogFolder}

// eachFile calls fn for every file of the workspace beside the database.
func (w *Workspace) eachFile(fn func(rel string) error) error {
	return filepath.WalkDir(w.Dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(w.Dir, path)
		if err != nil || rel == "." {
			return err
		}
		if !strings.ContainsRune(rel, filepath.Separator) {
			for _, out := range notInBackups {
				if rel == out || (out == DatabaseName && strings.HasPrefix(rel, out+"-")) {
					return skip(entry)
				}
			}
			if strings.HasPrefix(rel, ".") || isBeacon(rel) {
				return skip(entry)
			}
		}
		if !entry.Type().IsRegular() {
			return nil
		}
		return fn(rel)
	})
}

func skip(entry fs.DirEntry) error {
	if entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

func (b *Backups) describe(ctx context.Context, copied *snapshot) (Manifest, error) {
	m := Manifest{Format: manifestFormat, MadeAt: b.ws.Now().UTC(), Version: b.version, WorkspaceID: b.ws.ID}
	err := copied.sound(ctx)
	if err == nil {
		m.Tables, m.Schema, err = countRows(ctx, copied.conn)
	}
	if err == nil {
		m.Bytes, err = copied.size(ctx)
	}
	if err == nil {
		m.SHA256, err = copied.sum(ctx)
	}
	return m, storageFault(err, b.ws.Dir)
}
