package workspace

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/gofrs/flock"
)

// lock keeps a second copy out of the folder. The system lets it go when the
// process ends, however it ends.
type lock struct{ file *flock.Flock }

func takeLock(path string) (*lock, error) {
	file := flock.New(path, flock.SetPermissions(0o600))
	got, err := file.TryLock()
	if err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return nil, NewFault("workspace_not_writable", "path", path).Wrap(err)
		}
		return nil, storageFault(fmt.Errorf("lock: %w", err), path)
	}
	if !got {
		return nil, ErrInUse
	}
	return &lock{file: file}, nil
}

func (l *lock) release() error { return l.file.Unlock() }
