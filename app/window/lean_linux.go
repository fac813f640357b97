//go:build linux && (production || dev) && webkit2_41

package window

/*
#cgo pkg-config: webkit2gtk-4.1
#include <webkit2/webkit2.h>

static gboolean relais_lean(gpointer unused) {
	webkit_web_context_set_cache_model(webkit_web_context_get_default(), WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
	return G_SOURCE_REMOVE;
}

static void relais_lean_soon(void) { g_idle_add(relais_lean, NULL); }
*/
import "C"

// lean tells WebKit that this is no browser: it keeps no pages to go back to and no cache of what comes from the binary
// anyway. WebKit is to be spoken to on GTK's own thread alone.
func lean() { C.relais_lean_soon() }
