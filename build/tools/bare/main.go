// Bare is the least that a Wails window can be: the peer of the window's benchmark.
package main

import (
	"embed"
	"fmt"
	"os"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
)

//go:embed dist
var dist embed.FS

func main() {
	err := wails.Run(&options.App{Title: "Bare", Width: 1280, Height: 800, AssetServer: &assetserver.Options{Assets: dist}})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
