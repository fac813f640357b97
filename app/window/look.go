package window

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// look is how the window last looked. The page keeps the whole of it; this much is needed before there is a page.
type look struct {
	Theme string `json:"theme"` // system, light or dark
	Dark  bool   `json:"dark"`  // what that came to
}

// lookKey is the setting that holds the look.
const lookKey = "window.look"

// dark says whether the window opens dark: as the person chose, or else as the system is now, where it can be asked.
func (l look) dark() bool {
	switch l.Theme {
	case "light":
		return false
	case "dark":
		return true
	}
	if dark, known := systemDark(); known {
		return dark
	}
	return l.Dark
}

// ground is what a window shows before its page: --paper of the page's tokens.css.
func ground(dark bool) *options.RGBA {
	if dark {
		return options.NewRGB(29, 28, 26)
	}
	return options.NewRGB(252, 251, 249)
}

// lastLook gives how the window last looked; the first time, and where that cannot be read, it looks as the system does.
func (w *Window) lastLook(ctx context.Context) look {
	last := look{}
	if _, err := w.app.Workspace.Settings.Get(ctx, lookKey, &last); err != nil {
		return look{}
	}
	return last
}

// KeepLook remembers the theme (system, light or dark) and whether that is dark now, so that the window opens on the same
// ground before its page is there.
func (s *Settings) KeepLook(theme string, dark bool) error {
	return do(s.w.app, "Settings.KeepLook", func() error {
		paper := ground(dark)
		runtime.WindowSetBackgroundColour(s.w.ctx, paper.R, paper.G, paper.B, paper.A)
		now := look{Theme: theme, Dark: dark}
		if s.w.lastLook(context.Background()) == now {
			return nil
		}
		return s.w.app.Workspace.Settings.Set(context.Background(), lookKey, now)
	})
}
