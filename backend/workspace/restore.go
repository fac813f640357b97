package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// ReadManifest opens a backup and tells what it holds, without writing anything.
// It fails with "backup_locked" where a key is needed, "recovery_key_wrong",
// "passphrase_wrong" or "backup_unreadable".
func ReadManifest(name string, unlock Unlock) (Manifest, error) {
	r, err := openBackup(name, unlock)
	if err != nil {
		return Manifest{}, err
	}
	defer func() { _ = r.close() }()
	return r.manifest(name)
}

func (r *backupReader) manifest(file string) (Manifest, error) {
	m := Manifest{}
	name, _, err := r.next()
	if err == nil && name == entryManifest {
		err = json.NewDecoder(io.LimitReader(r.tar, 1<<20)).Decode(&m)
	}
	if err != nil || name != entryManifest {
		return m, NewFault("backup_unreadable", "file", filepath.Base(file)).Wrap(err)
	}
	newest, err := SchemaVersion()
	if err != nil {
		return m, err
	}
	if m.Format > manifestFormat || m.Schema > newest {
		return m, NewFault("workspace_newer", "have", m.Schema, "newest", newest)
	}
	return m, nil
}

// Restored is what Restore has laid out.
type Restored struct {
	Manifest Manifest
	Dir      string
	// Aside is the folder that stood there before, or "".
	Aside   string
	Secrets map[string]string
}

// RestoreOptions say where a backup goes.
type RestoreOptions struct {
	Unlock Unlock
	// Replace moves what stands in the folder aside instead of refusing it.
	Replace bool
	// Known are folders of workspaces on this machine: erasures and leaves that
	// they know of, and the backup does not, are taken over from those that are
	// the same workspace.
	Known []string
	Now   time.Time
}

// Restore lays a backup out in dir, whole or not at all, and checks it against
// its manifest. What else follows from a restore (queue in quarantine, leaves
// applied again) is the composition root's: see app.Restore.
func Restore(ctx context.Context, file, dir string, o RestoreOptions) (Restored, error) {
	out := Restored{}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return out, fmt.Errorf("workspace: restore: %w", err)
	}
	out.Dir = dir
	if _, err := os.Stat(file); err != nil {
		return out, NewFault("file_unreadable", "file", file).Wrap(err)
	}
	occupied, err := hasEntries(dir)
	if err != nil {
		return out, err
	}
	if occupied && !o.Replace {
		return out, NewFault("restore_folder_taken", "path", dir)
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o700); err != nil {
		return out, storageFault(err, dir)
	}
	work, err := WorkFolder(dir)
	if err != nil {
		return out, err
	}
	defer os.RemoveAll(work)
	if out.Manifest, out.Secrets, err = unpack(ctx, file, work, o.Unlock); err != nil {
		return out, err
	}
	lists := []string{filepath.Dir(file), filepath.Join(dir, BackupFolder), o.Unlock.Keys.Dir}
	if err := markRestored(ctx, filepath.Join(work, DatabaseName), append(o.Known, dir), lists, out.Manifest, o.Now); err != nil {
		return out, err
	}
	if occupied {
		out.Aside, err = MoveAside(dir, "before-restore", o.Now)
		if err != nil {
			return out, err
		}
	}
	return out, TakePlace(work, dir, out.Aside)
}

// WorkFolder is a new, empty folder beside dir, in which a workspace is laid out
// before it takes its place.
func WorkFolder(dir string) (string, error) {
	work, err := os.MkdirTemp(filepath.Dir(dir), workRestore)
	return work, storageFault(err, dir)
}

// MoveAside gives a workspace another name beside it, which it returns. It fails
// with ErrInUse where a running copy has it: none is moved from under itself.
func MoveAside(dir, why string, now time.Time) (string, error) {
	held, err := takeLock(filepath.Join(dir, lockName))
	if err != nil {
		return "", err
	}
	aside := fmt.Sprintf("%s-%s-%s", dir, why, now.UTC().Format(backupStamp))
	return aside, storageFault(errors.Join(held.release(), os.Rename(dir, aside)), dir)
}

// TakePlace moves a finished workspace to dir, which is empty or missing. Backups
// that lay in the one moved aside move to it: they go on being kept by the rule.
func TakePlace(work, dir, aside string) error {
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return storageFault(err, dir)
	}
	if err := os.Rename(work, dir); err != nil {
		return storageFault(err, dir)
	}
	if aside == "" {
		return nil
	}
	err := os.Rename(filepath.Join(aside, BackupFolder), filepath.Join(dir, BackupFolder))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return storageFault(err, dir)
}

func hasEntries(dir string) (bool, error) {
	f, err := os.Open(dir)
	if errors.Is(err, os.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, storageFault(err, dir)
	}
	defer f.Close()
	names, err := f.Readdirnames(1)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, storageFault(err, dir)
	}
	return len(names) > 0, nil
}

// unpack writes a backup's files into an empty folder and checks the database.
func unpack(ctx context.Context, file, into string, unlock Unlock) (Manifest, map[string]string, error) {
	r, err := openBackup(file, unlock)
	if err != nil {
		return Manifest{}, nil, err
	}
	defer func() { _ = r.close() }()
	m, err := r.manifest(file)
	if err != nil {
		return m, nil, err
	}
	secrets := map[string]string{}
	sum := ""
	for {
		name, size, err := r.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return m, nil, unreadable(file, err)
		}
		switch {
		case name == entrySecrets:
			err = json.NewDecoder(io.LimitReader(r.tar, 1<<20)).Decode(&secrets)
		case name == DatabaseName:
			sum, err = unpackFile(ctx, r.tar, filepath.Join(into, DatabaseName), size)
		case strings.HasPrefix(name, entryFiles):
			_, err = unpackFile(ctx, r.tar, filepath.Join(into, filepath.FromSlash(strings.TrimPrefix(name, entryFiles))), size)
		}
		if err != nil {
			return m, nil, unreadable(file, err)
		}
	}
	if sum != m.SHA256 {
		return m, nil, NewFault("backup_unreadable", "file", filepath.Base(file))
	}
	counts, _, err := countTables(ctx, filepath.Join(into, DatabaseName))
	if err != nil {
		return m, nil, unreadable(file, err)
	}
	for table, rows := range m.Tables {
		if counts[table] != rows {
			return m, nil, NewFault("backup_unreadable", "file", filepath.Base(file))
		}
	}
	return m, secrets, nil
}

func unreadable(file string, err error) error {
	var known *Fault
	if errors.As(err, &known) || errors.Is(err, context.Canceled) {
		return err
	}
	if fault := storageFault(err, file); errors.As(fault, &known) {
		return known
	}
	return NewFault("backup_unreadable", "file", filepath.Base(file)).Wrap(err)
}

func unpackFile(ctx context.Context, from io.Reader, path string, size int64) (string, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	n, err := io.Copy(io.MultiWriter(&steady{File: f}, hash), contextReader{ctx, from})
	if err == nil && n != size {
		err = io.ErrUnexpectedEOF
	}
	return hex.EncodeToString(hash.Sum(nil)), errors.Join(err, f.Sync(), f.Close())
}

// Verify unpacks a backup in the workspace's folder dir, or in the system's for
// temporary files where that cannot be written, checks every row count and the
// checksum, and takes the copy away again: a backup that was never restored is
// only a hope.
func Verify(ctx context.Context, file, dir string, unlock Unlock) (Manifest, error) {
	work, err := os.MkdirTemp(dir, workBackup)
	if err != nil {
		work, err = os.MkdirTemp("", "relais-verify-")
	}
	if err != nil {
		return Manifest{}, storageFault(err, os.TempDir())
	}
	defer os.RemoveAll(work)
	m, _, err := unpack(ctx, file, work, unlock)
	return m, err
}
