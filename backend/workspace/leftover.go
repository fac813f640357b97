package workspace

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Beginnings of the names of folders that hold a copy while it is being made.
const (
	workBackup  = ".backup-"
	workExport  = ".export-"
	workRestore = ".restore-"
	workImport  = ".import-"
	workProbe   = ".probe-"
)

// leftAfter is how long nothing has happened to a working copy when it is known
// to be left over: another copy of the program may be making one just now.
const leftAfter = time.Hour

// sweep takes away what a killed program left of copies that it was making: they
// are in clear, and nobody else would ever find them. It looks into the
// workspace's folder, and beside it for copies that never got their place.
func (w *Workspace) sweep() {
	w.expireCopies()
	for _, place := range []struct {
		dir   string
		names []string
	}{
		{w.Dir, []string{workBackup, workExport, workProbe}},
		{filepath.Dir(w.Dir), []string{workRestore, workImport}},
	} {
		entries, err := os.ReadDir(place.dir)
		if err != nil {
			continue
		}
		for _, entry := range entries {
			for _, name := range place.names {
				path := filepath.Join(place.dir, entry.Name())
				if strings.HasPrefix(entry.Name(), name) && w.leftOver(path) && ours(path, name) {
					_ = os.RemoveAll(path)
				}
			}
		}
	}
}

// expireCopies deletes what was kept aside long enough: who was erased since is
// still in it.
func (w *Workspace) expireCopies() {
	folder := filepath.Join(w.Dir, CopiesBeforeMigration)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > CopiesKept {
			_ = os.Remove(filepath.Join(folder, entry.Name()))
		}
	}
}

// ours says whether a working folder holds nothing but what we put there: beside
// the workspace stand other people's folders too.
func ours(path, name string) bool {
	if name != workRestore && name != workImport {
		return true
	}
	entries, err := os.ReadDir(path)
	if err != nil || len(entries) == 0 {
		return false
	}
	_, err = os.Stat(filepath.Join(path, DatabaseName))
	return err == nil
}

// leftOver says whether nothing in there has been touched lately.
func (w *Workspace) leftOver(path string) bool {
	newest := time.Time{}
	_ = filepath.WalkDir(path, func(_ string, entry os.DirEntry, err error) error {
		if err != nil {
			return nil //nolint:nilerr // it has just gone
		}
		if info, err := entry.Info(); err == nil && info.ModTime().After(newest) {
			newest = info.ModTime()
		}
		return nil
	})
	// The system's own clock, as it dates files; not the workspace's.
	return time.Since(newest) > leftAfter
}

// sweepPartial takes away backups that were never finished, in a folder of
// backups: hidden files with our name and nothing else.
func sweepPartial(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if err == nil && partialName.MatchString(entry.Name()) && info.Mode().IsRegular() && time.Since(info.ModTime()) > leftAfter {
			_ = os.Remove(filepath.Join(folder, entry.Name()))
		}
	}
}
