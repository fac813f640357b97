package window

import (
	"net/url"
	"path/filepath"
	"strings"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// FileFilter is one line of a file dialog: a name, and patterns such as "*.csv;*.xlsx".
type FileFilter struct {
	Name    string `json:"name"`
	Pattern string `json:"pattern"`
}

func wailsFilters(filters []FileFilter) []runtime.FileFilter {
	out := make([]runtime.FileFilter, 0, len(filters))
	for _, f := range filters {
		out = append(out, runtime.FileFilter{DisplayName: f.Name, Pattern: f.Pattern})
	}
	return out
}

// ChooseFile asks for one file with the system's own dialog; "" where the person changed their mind.
func (s *Shell) ChooseFile(title string, filters []FileFilter) (string, error) {
	return call(s.w.app, "Shell.ChooseFile", func() (string, error) {
		return runtime.OpenFileDialog(s.w.ctx, runtime.OpenDialogOptions{Title: title, Filters: wailsFilters(filters)})
	})
}

// ChooseSave asks where to write, proposing a name; "" where the person changed their mind.
func (s *Shell) ChooseSave(title, name string, filters []FileFilter) (string, error) {
	return call(s.w.app, "Shell.ChooseSave", func() (string, error) {
		return runtime.SaveFileDialog(s.w.ctx, runtime.SaveDialogOptions{Title: title, DefaultFilename: name, Filters: wailsFilters(filters)})
	})
}

// ChooseFolder asks for a folder; "" where the person changed their mind.
func (s *Shell) ChooseFolder(title string) (string, error) {
	return call(s.w.app, "Shell.ChooseFolder", func() (string, error) {
		return runtime.OpenDirectoryDialog(s.w.ctx, runtime.OpenDialogOptions{Title: title, CanCreateDirectories: true})
	})
}

// ShowFolder shows a folder of the workspace, or the workspace itself, in the system's file manager. What lies
// outside is not shown: the page must not be a way to open anything.
func (s *Shell) ShowFolder(path string) error {
	return do(s.w.app, "Shell.ShowFolder", func() error {
		dir := s.w.app.Workspace.Dir
		if rel, err := filepath.Rel(dir, path); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			dir = path
		}
		runtime.BrowserOpenURL(s.w.ctx, (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}).String())
		return nil
	})
}

// askForNotices connects to what shows notices in this system. It takes a while, so it waits for the first notice.
func (w *Window) askForNotices() bool {
	return runtime.IsNotificationAvailable(w.ctx) && runtime.InitializeNotifications(w.ctx) == nil
}

// Notify shows a notice of the system, for what ends while the window is not in front. It does nothing where the
// system has none.
func (s *Shell) Notify(title, body string) error {
	return do(s.w.app, "Shell.Notify", func() error {
		if !s.w.notices() {
			return nil
		}
		return runtime.SendNotification(s.w.ctx, runtime.NotificationOptions{ID: "relais", Title: title, Body: body})
	})
}
