package window

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// place is where the window stood when it was last closed.
type place struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
}

// placeKey is the setting that holds the place.
const placeKey = "window.place"

// Bounds of the window: the first start's, and the least that every screen is made for.
const (
	firstWidth, firstHeight = 1280, 800
	leastWidth, leastHeight = 760, 520
)

// lastPlace gives where the window stood; the first time, the system places it.
func (w *Window) lastPlace(ctx context.Context) place {
	p := place{}
	if _, err := w.app.Workspace.Settings.Get(ctx, placeKey, &p); err != nil || p.Width < leastWidth || p.Height < leastHeight {
		return place{Width: firstWidth, Height: firstHeight}
	}
	return p
}

func (p place) startState() options.WindowStartState {
	if p.Maximised {
		return options.Maximised
	}
	return options.Normal
}

// restore moves the window to where it stood, unless that is no longer on a screen.
func (p place) restore(ctx context.Context) {
	screens, err := runtime.ScreenGetAll(ctx)
	if p.Maximised || (p.X == 0 && p.Y == 0) || err != nil {
		return
	}
	width, height := 0, 0
	for _, s := range screens {
		width, height = width+s.Size.Width, max(height, s.Size.Height)
	}
	if p.X >= 0 && p.Y >= 0 && p.X+leastWidth/2 < width && p.Y+leastHeight/2 < height {
		runtime.WindowSetPosition(ctx, p.X, p.Y)
	}
}

// keepPlace remembers where the window stands. A maximised window keeps the size it had before.
func (w *Window) keepPlace(ctx context.Context) {
	p := w.lastPlace(ctx)
	p.Maximised = runtime.WindowIsMaximised(ctx)
	if !p.Maximised && !runtime.WindowIsMinimised(ctx) {
		p.Width, p.Height = runtime.WindowGetSize(ctx)
		p.X, p.Y = runtime.WindowGetPosition(ctx)
	}
	if err := w.app.Workspace.Settings.Set(context.WithoutCancel(ctx), placeKey, p); err != nil {
		w.app.Workspace.Log.Warn("window place not kept")
	}
}
