package window

import (
	"sync"

	"relais/app"
)

// opened holds the files with which the window was opened until the page takes them: the page may not be there yet, or
// just be changing.
type opened struct {
	mu    sync.Mutex
	files []string
}

func (o *opened) add(files []string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.files = append(o.files, files...)
}

func (o *opened) take() []string {
	o.mu.Lock()
	defer o.mu.Unlock()
	files := append([]string{}, o.files...)
	o.files = nil
	return files
}

// open lets the page take files from outside, as if they had been dropped on it.
func (w *Window) open(files []string) {
	if len(files) == 0 {
		return
	}
	w.opened.add(files)
	w.emit("files:opened", len(files))
}

// Opened gives the files with which the window was opened since the last call, each once.
func (s *Shell) Opened() ([]string, error) {
	return call(s.w.app, "Shell.Opened", func() ([]string, error) { return s.w.opened.take(), nil })
}

// CheckFile says in a sentence why a file that arrives cannot be taken in, if so.
func (s *Shell) CheckFile(path string) error {
	return do(s.w.app, "Shell.CheckFile", func() error { return app.CheckArrival(path) })
}
