package workspace

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

const diagnosticsReadme = `What Relais saved to find a fault with. Read it before you send it: it holds no addresses, no
names, no text of messages and no passwords.

about.json     version, system, what an examination of the workspace found
tables.json    how many rows each table has
logs/          what happened lately, in codes
`

// SaveDiagnostics writes a ZIP that a person can read before sending it. It works
// on a damaged workspace, too.
func SaveDiagnostics(ctx context.Context, file, version string, e Examination) error {
	out, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return NewFault("workspace_not_writable", "path", file).Wrap(err)
	}
	z := zip.NewWriter(out)
	findings := e.withoutPaths(Examine(ctx, e))
	tables, schema, _ := countTables(ctx, filepath.Join(e.Dir, DatabaseName))
	about := map[string]any{
		"version": version, "schema": schema, "system": runtime.GOOS, "processor": runtime.GOARCH, "go": runtime.Version(),
		"at": e.Now.UTC(), "findings": findings,
	}
	err = errors.Join(
		zipText(z, "README.txt", []byte(diagnosticsReadme)),
		zipJSON(z, "about.json", about),
		zipJSON(z, "tables.json", tables),
		e.zipLogs(z),
		z.Close(), out.Sync(), out.Close(),
	)
	return storageFault(err, file)
}

// withoutPaths leaves out parameters: a path holds the user's name.
func (e Examination) withoutPaths(findings []Finding) []Finding {
	for i := range findings {
		for _, private := range []string{"path", "file"} {
			delete(findings[i].Params, private)
		}
	}
	return findings
}

func (e Examination) zipLogs(z *zip.Writer) error {
	logs, err := os.ReadDir(filepath.Join(e.Dir, LogFolder))
	if err != nil {
		return nil //nolint:nilerr // nothing was logged yet
	}
	for _, log := range logs {
		f, err := os.Open(filepath.Join(e.Dir, LogFolder, log.Name()))
		if err != nil {
			return err
		}
		text, err := io.ReadAll(io.LimitReader(f, 4<<20))
		if err := errors.Join(err, f.Close(), zipText(z, "logs/"+log.Name(), text)); err != nil {
			return err
		}
	}
	return nil
}

func zipText(z *zip.Writer, name string, text []byte) error {
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(text)
	}
	return err
}

func zipJSON(z *zip.Writer, name string, value any) error {
	text, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return fmt.Errorf("workspace: diagnostics: %w", err)
	}
	return zipText(z, name, text)
}

// Usage is how much room the workspace takes, in bytes.
type Usage struct{ Database, Files, Backups, Logs, Copies int64 }

// Usage adds up the files of the workspace.
func (w *Workspace) Usage() (Usage, error) {
	u := Usage{}
	for _, part := range []struct {
		into *int64
		dir  string
	}{{&u.Backups, BackupFolder}, {&u.Logs, LogFolder}, {&u.Copies, CopiesBeforeMigration}} {
		size, err := folderSize(filepath.Join(w.Dir, part.dir))
		if err != nil {
			return u, storageFault(err, w.Dir)
		}
		*part.into = size
	}
	for _, suffix := range []string{"", "-wal"} {
		if info, err := os.Stat(filepath.Join(w.Dir, DatabaseName+suffix)); err == nil {
			u.Database += info.Size()
		}
	}
	err := w.eachFile(func(rel string) error {
		info, err := os.Stat(filepath.Join(w.Dir, rel))
		if err == nil {
			u.Files += info.Size()
		}
		return nil //nolint:nilerr // a file that has just gone takes no room
	})
	return u, storageFault(err, w.Dir)
}

func folderSize(dir string) (int64, error) {
	total := int64(0)
	err := filepath.WalkDir(dir, func(_ string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			if errors.Is(err, os.ErrNotExist) {
				return nil
			}
			return err
		}
		if info, err := entry.Info(); err == nil {
			total += info.Size()
		}
		return nil
	})
	return total, err
}
