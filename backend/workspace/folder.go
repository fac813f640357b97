package workspace

import (
	"os"
	"path/filepath"
	"runtime"
)

// dataHome is where the system wants a user's data to be (XDG Base Directory
// 0.8 on Linux, Known Folders on Windows).
func dataHome() (string, error) {
	if runtime.GOOS == "linux" {
		if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
			return filepath.Join(dir, "relais"), nil
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	switch runtime.GOOS {
	case "windows":
		if dir := os.Getenv("LocalAppData"); dir != "" {
			return filepath.Join(dir, "Relais"), nil
		}
		return filepath.Join(home, "AppData", "Local", "Relais"), nil
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Relais"), nil
	default:
		return filepath.Join(home, ".local", "share", "relais"), nil
	}
}
