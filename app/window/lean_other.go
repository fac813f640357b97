//go:build !linux || !webkit2_41 || (!production && !dev)

package window

// lean has nothing to tell: only WebKitGTK keeps pages as a browser would.
func lean() {}
