package app

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"relais/backend/workspace"
)

// CheckArrival says why a file that is opened or dropped cannot be taken in: it is missing, a folder, unreadable, or of
// no kind that Relais imports. It reads the first 512 bytes at most. Errors: file_missing, file_folder, file_unreadable,
// file_kind_unknown.
func CheckArrival(path string) error {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return workspace.NewFault("file_missing", "file", name)
	case err != nil:
		return workspace.NewFault("file_unreadable", "file", name).Wrap(err)
	case info.IsDir():
		return workspace.NewFault("file_folder", "file", name)
	case !info.Mode().IsRegular(): // a pipe would be waited for
		return workspace.NewFault("file_kind_unknown", "file", name)
	}
	head, err := headOf(path)
	if err != nil {
		return workspace.NewFault("file_unreadable", "file", name).Wrap(err)
	}
	if !knownKind(strings.ToLower(filepath.Ext(path)), head) {
		return workspace.NewFault("file_kind_unknown", "file", name)
	}
	return nil
}

func headOf(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 512))
}

// knownKind goes by the name first; saved pages and mailboxes often have none that says it.
func knownKind(ext string, head []byte) bool {
	switch ext {
	case ".csv", ".tsv", ".xlsx", ".xlsm", ".vcf", ".opml", ".eml", ".mbox", ".mbx", ".pdf", ".txt", ".md", ".html", ".htm", ".xhtml":
		return true
	}
	kind := http.DetectContentType(head)
	return strings.HasPrefix(kind, "text/") || kind == "application/pdf"
}
