//go:build !windows

package workspace

import (
	"os"
	"syscall"
)

// freeBytes is the room on the disk of dir for this user.
func freeBytes(dir string) (int64, error) {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(dir, &fs); err != nil {
		return 0, err
	}
	return int64(fs.Bavail) * int64(fs.Bsize), nil //nolint:unconvert // the types differ between systems
}

// sameDisk says whether two folders lie on one device.
func sameDisk(one, other string) (bool, error) {
	x, err := os.Stat(one)
	if err != nil {
		return false, err
	}
	y, err := os.Stat(other)
	if err != nil {
		return false, err
	}
	a, okA := x.Sys().(*syscall.Stat_t)
	b, okB := y.Sys().(*syscall.Stat_t)
	return okA && okB && a.Dev == b.Dev, nil
}
