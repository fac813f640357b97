// Package icons carries the picture that the window shows in task bars where no desktop entry names one.
package icons

import _ "embed"

// Window is a PNG of 128 × 128 pixels.
//
//go:embed relais-128.png
var Window []byte
