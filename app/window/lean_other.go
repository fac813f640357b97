//go:build !linux || !webkit2_41 || (!production && !dev)

package window

import "github.com/wailsapp/wails/v2/pkg/options"

// prepareToolkit has nothing to do: only GTK takes long to come, and only WebKitGTK keeps pages as a browser would.
func prepareToolkit() {}

func cover(*options.RGBA) {}

func toolkitReady() {}

func systemDark() (dark, known bool) { return false, false }
