//go:build bindings

package main

import (
	"fmt"
	"os"

	"relais/app/window"
)

// main writes the bindings: the build behind this tag is run by `make generate`
// and opens no workspace.
func main() {
	if err := window.Bindings(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
