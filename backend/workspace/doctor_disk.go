package workspace

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// encryption: what a thief of the laptop could read. Each system is asked in its
// own way; where it does not say, neither do we.
func (e Examination) encryption(ctx context.Context) Finding {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	switch runtime.GOOS {
	case "linux":
		return linuxEncryption(e.Dir)
	case "darwin":
		out, err := exec.CommandContext(ctx, "fdesetup", "status").Output()
		return encryptionFrom(err, string(out), "FileVault is On", "FileVault is Off")
	case "windows":
		// 1 and 3 and 5 stand for on, 2 for off (Shell property System.Volume.BitLockerProtection).
		script := "(New-Object -ComObject Shell.Application).NameSpace('" + filepath.VolumeName(e.Dir) + "').Self.ExtendedProperty('System.Volume.BitLockerProtection')"
		out, err := exec.CommandContext(ctx, "powershell", "-NoProfile", "-NonInteractive", "-Command", script).Output()
		return encryptionFrom(err, "="+strings.TrimSpace(string(out))+"=", "=1=", "=2=")
	}
	return finding("encryption", Unclear)
}

func encryptionFrom(err error, out, on, off string) Finding {
	switch {
	case err != nil:
		return finding("encryption", Unclear)
	case strings.Contains(out, on):
		return finding("encryption", Sound)
	case strings.Contains(out, off):
		return finding("encryption", Concern)
	}
	return finding("encryption", Unclear)
}

// linuxEncryption looks for a dm-crypt device under the mount that holds dir
// (its UUID begins with CRYPT-), or a file system of eCryptfs or gocryptfs.
func linuxEncryption(dir string) Finding {
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return finding("encryption", Unclear)
	}
	device, kind, longest := "", "", -1
	for _, line := range strings.Split(string(mounts), "\n") {
		fields := strings.Fields(line)
		before, after, ok := strings.Cut(line, " - ")
		if !ok || len(fields) < 5 || len(strings.Fields(before)) < 5 {
			continue
		}
		point := strings.ReplaceAll(fields[4], `\040`, " ")
		if (dir == point || strings.HasPrefix(dir, strings.TrimSuffix(point, "/")+"/")) && len(point) > longest {
			longest, device, kind = len(point), fields[2], strings.Fields(after)[0]
		}
	}
	if kind == "ecryptfs" || kind == "fuse.gocryptfs" || kind == "fuse.encfs" {
		return finding("encryption", Sound)
	}
	if device == "" || strings.HasPrefix(device, "0:") {
		return finding("encryption", Unclear) // a network or memory file system
	}
	if encrypted("/sys/dev/block/"+device, 0) {
		return finding("encryption", Sound)
	}
	return finding("encryption", Concern)
}

// encrypted follows a block device down to what it is made of (LVM on LUKS).
func encrypted(device string, depth int) bool {
	if depth > 8 {
		return false
	}
	if id, err := os.ReadFile(filepath.Join(device, "dm", "uuid")); err == nil && strings.HasPrefix(string(id), "CRYPT-") {
		return true
	}
	below, err := os.ReadDir(filepath.Join(device, "slaves"))
	if err != nil {
		return false
	}
	for _, entry := range below {
		if encrypted(filepath.Join(device, "slaves", entry.Name()), depth+1) {
			return true
		}
	}
	return false
}
