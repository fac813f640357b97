package window

import (
	"runtime"

	"github.com/wailsapp/wails/v2/pkg/menu"
)

// menuBar is the system's menu bar where one is expected: on a Mac, whose copy and paste live in it. Elsewhere the
// side bar and the palette hold everything, and a bar would only be a second way to the same.
func menuBar() *menu.Menu {
	if runtime.GOOS != "darwin" {
		return nil
	}
	bar := menu.NewMenu()
	bar.Append(menu.AppMenu())
	bar.Append(menu.EditMenu())
	bar.Append(menu.WindowMenu())
	return bar
}
