package window

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// emit sends an event to the page. Before the window has started it is dropped:
// the page asks for the state when it mounts.
func (w *Window) emit(name string, data any) {
	if w.ctx != nil && w.ctx.Value("events") != nil {
		runtime.EventsEmit(w.ctx, name, data)
	}
}

// raise brings the window to the front.
func (w *Window) raise() {
	if w.ctx != nil && w.ctx.Value("frontend") != nil {
		runtime.WindowUnminimise(w.ctx)
		runtime.Show(w.ctx)
	}
}

// work is the context in which the page's calls are done: they end with the
// process, not with the page.
func (w *Window) work() context.Context { return context.WithoutCancel(w.ctx) }
