//go:build bindings

package window

import (
	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
)

// Bindings writes the page's side of the bound structs. It opens no workspace:
// only the types matter.
func Bindings() error {
	return wails.Run(&options.App{Title: "Relais", Bind: (&Window{}).Bound()})
}
