package workspace

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// freeBytes is the room on the disk of dir for this user.
func freeBytes(dir string) (int64, error) {
	path, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(path, &free, nil, nil); err != nil {
		return 0, err
	}
	return int64(min(free, 1<<62)), nil
}

// sameDisk says whether two folders lie on one volume.
func sameDisk(one, other string) (bool, error) {
	return strings.EqualFold(filepath.VolumeName(one), filepath.VolumeName(other)), nil
}
