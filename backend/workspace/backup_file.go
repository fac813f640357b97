package workspace

import (
	"archive/tar"
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"
)

// A backup is a ZIP of three members, so that it can be opened by hand years
// from now: README.txt, key.age (the recovery key under the passphrase, where
// there is one) and data.tar.zst.age (everything, under the recovery key).
const (
	memberReadme = "README.txt"
	memberKey    = "key.age"
	memberPublic = "public.txt"
	memberData   = "data.tar.zst.age"

	entryManifest = "manifest.json"
	entrySecrets  = "secrets.json"
	entryFiles    = "files/"

	// maxBackupEntry bounds one file of a backup, against crafted ones (bytes).
	maxBackupEntry = 64 << 30
	maxEntries     = 5_000_000
)

const readme = `This is a backup made by Relais.

Relais restores it: Settings, Data, Restore; or 'relais restore FILE'.

Without Relais: data.tar.zst.age is encrypted with age (age-encryption.org) under the
recovery key, compressed with zstd and packed with tar:
    age --decrypt -i recovery-key.txt data.tar.zst.age | zstd -d | tar x
relais.db in it is an SQLite database. Where a passphrase was set, key.age holds the
recovery key under it: age --decrypt key.age
`

// backupWriter packs entries into the encrypted member of a ZIP.
type backupWriter struct {
	zip  *zip.Writer
	age  io.WriteCloser
	zstd *zstd.Encoder
	tar  *tar.Writer
}

func newBackupWriter(out io.Writer, public string, sealedKey []byte) (*backupWriter, error) {
	recipient, err := age.ParseX25519Recipient(public)
	if err != nil {
		return nil, fmt.Errorf("workspace: backup: %w", err)
	}
	w := &backupWriter{zip: zip.NewWriter(out)}
	plain := map[string][]byte{memberReadme: []byte(readme), memberPublic: []byte(public + "\n"), memberKey: sealedKey}
	for _, name := range []string{memberReadme, memberPublic, memberKey} {
		if len(plain[name]) == 0 {
			continue
		}
		member, err := w.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = member.Write(plain[name])
		}
		if err != nil {
			return nil, fmt.Errorf("workspace: backup: %w", err)
		}
	}
	member, err := w.zip.CreateHeader(&zip.FileHeader{Name: memberData, Method: zip.Store})
	if err != nil {
		return nil, fmt.Errorf("workspace: backup: %w", err)
	}
	if w.age, err = age.Encrypt(member, recipient); err != nil {
		return nil, fmt.Errorf("workspace: backup: %w", err)
	}
	// One thread at the fastest level: the window must stay quick meanwhile.
	w.zstd, err = zstd.NewWriter(w.age, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("workspace: backup: %w", err)
	}
	w.tar = tar.NewWriter(w.zstd)
	return w, nil
}

func (w *backupWriter) bytes(name string, data []byte) error {
	if err := w.tar.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(data))}); err != nil {
		return fmt.Errorf("workspace: backup: %w", err)
	}
	_, err := w.tar.Write(data)
	return err
}

func (w *backupWriter) json(name string, value any) error {
	data, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("workspace: backup: %w", err)
	}
	return w.bytes(name, data)
}

// database packs the pages of a snapshot, of which m knows how many bytes they are.
func (w *backupWriter) database(ctx context.Context, copied *snapshot, m Manifest) error {
	if err := w.tar.WriteHeader(&tar.Header{Name: DatabaseName, Mode: 0o600, Size: m.Bytes, ModTime: m.MadeAt}); err != nil {
		return fmt.Errorf("workspace: backup: %w", err)
	}
	return copied.writeTo(ctx, w.tar)
}

func (w *backupWriter) file(ctx context.Context, name, from string) error {
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if err := w.tar.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: info.Size(), ModTime: info.ModTime()}); err != nil {
		return fmt.Errorf("workspace: backup: %w", err)
	}
	n, err := io.Copy(w.tar, contextReader{ctx, io.LimitReader(f, info.Size())})
	if err == nil && n < info.Size() {
		err = io.ErrUnexpectedEOF
	}
	return err
}

func (w *backupWriter) close() error {
	return errors.Join(w.tar.Close(), w.zstd.Close(), w.age.Close(), w.zip.Close())
}

// contextReader ends a copy when its context does.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// backupReader walks the entries of a backup.
type backupReader struct {
	zip  *zip.ReadCloser
	zstd *zstd.Decoder
	tar  *tar.Reader
	data io.Closer
	seen int
}

// Unlock says what opens a backup; the first that is given and fits serves. With
// nothing given, the keys kept on this machine are tried.
type Unlock struct {
	Key        string
	Passphrase string
	Keys       Keys
}

func openBackup(name string, unlock Unlock) (*backupReader, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, os.ErrPermission) {
			return nil, NewFault("file_unreadable", "file", name).Wrap(err)
		}
		return nil, NewFault("backup_unreadable", "file", filepath.Base(name)).Wrap(err)
	}
	r := &backupReader{zip: z}
	if err := r.open(unlock); err != nil {
		_ = z.Close()
		var known *Fault
		if !errors.As(err, &known) {
			err = NewFault("backup_unreadable", "file", filepath.Base(name)).Wrap(err)
		}
		return nil, err
	}
	return r, nil
}

func (r *backupReader) open(unlock Unlock) error {
	key, err := r.key(unlock)
	if err != nil {
		return err
	}
	member, err := r.zip.Open(memberData)
	if err != nil {
		return err
	}
	plain, err := age.Decrypt(member, key.identity)
	if err != nil {
		return NewFault("recovery_key_wrong").Wrap(errors.Join(err, member.Close()))
	}
	if r.zstd, err = zstd.NewReader(plain, zstd.WithDecoderMaxMemory(256<<20)); err != nil {
		return errors.Join(err, member.Close())
	}
	r.data, r.tar = member, tar.NewReader(r.zstd)
	return nil
}

func (r *backupReader) key(unlock Unlock) (RecoveryKey, error) {
	if unlock.Key != "" {
		return ParseRecoveryKey(unlock.Key)
	}
	sealed, _ := r.member(memberKey)
	if unlock.Passphrase != "" && len(sealed) > 0 {
		return unsealKey(sealed, unlock.Passphrase)
	}
	public, err := r.member(memberPublic)
	if err != nil {
		return RecoveryKey{}, err
	}
	key, err := unlock.Keys.Find(strings.TrimSpace(string(public)))
	if err != nil {
		return RecoveryKey{}, NewFault("backup_locked").Wrap(err)
	}
	return key, nil
}

func (r *backupReader) member(name string) ([]byte, error) {
	f, err := r.zip.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 64<<10))
}

// next gives the next entry, or io.EOF. Names that would leave the folder they
// are unpacked into are refused.
func (r *backupReader) next() (string, int64, error) {
	header, err := r.tar.Next()
	if err != nil {
		return "", 0, err
	}
	r.seen++
	name := header.Name
	if header.Typeflag != tar.TypeReg || path.Clean(name) != name || !filepath.IsLocal(filepath.FromSlash(name)) ||
		strings.Contains(name, `\`) || header.Size > maxBackupEntry || r.seen > maxEntries {
		return "", 0, NewFault("backup_unreadable", "file", path.Base(name))
	}
	return name, header.Size, nil
}

func (r *backupReader) close() error {
	r.zstd.Close()
	return errors.Join(r.data.Close(), r.zip.Close())
}
