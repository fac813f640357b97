//go:build linux && (production || dev) && webkit2_41

package window

/*
#cgo pkg-config: gtk+-3.0 webkit2gtk-4.1
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdlib.h>
#include <webkit2/webkit2.h>

// A web process settles a little above what an open screen needs; above these it tidies up by itself: unused styles,
// decoded pictures and compiled scripts first, then whatever can be made again. It is never killed.
#define RELAIS_LIMIT 140 // MB
#define RELAIS_TIDY 0.35
#define RELAIS_STRICT 0.5
#define RELAIS_EVERY 20 // seconds

static void (*relais_plain_set)(GObject *, guint, const GValue *, GParamSpec *);

static WebKitMemoryPressureSettings *relais_limits(void) {
	WebKitMemoryPressureSettings *limits = webkit_memory_pressure_settings_new();
	webkit_memory_pressure_settings_set_memory_limit(limits, RELAIS_LIMIT);
	webkit_memory_pressure_settings_set_kill_threshold(limits, 0);
	webkit_memory_pressure_settings_set_strict_threshold(limits, RELAIS_STRICT);
	webkit_memory_pressure_settings_set_conservative_threshold(limits, RELAIS_TIDY);
	webkit_memory_pressure_settings_set_poll_interval(limits, RELAIS_EVERY);
	return limits;
}

// The limits can only be given while a context is made, and Wails uses the default context, which WebKit makes without
// any: so they are put in while it is made.
static void relais_set(GObject *object, guint id, const GValue *value, GParamSpec *spec) {
	if (g_strcmp0(spec->name, "memory-pressure-settings") != 0 || g_value_get_boxed(value)) {
		relais_plain_set(object, id, value, spec);
		return;
	}
	GValue with = G_VALUE_INIT;
	g_value_init(&with, G_VALUE_TYPE(value));
	g_value_take_boxed(&with, relais_limits());
	relais_plain_set(object, id, &with, spec);
	g_value_unset(&with);
}

// WebKit asks for an EGL display in our process too, only to see on which GPU pages could be drawn, and with it come a driver
// and a compiler. The loader reads once which drivers there are: it finds none here, and the page's process, whose
// environment is the plain one, finds its own, without which it does not start.
static void relais_without_egl(void) {
	static const char vendors[] = "__EGL_VENDOR_LIBRARY_FILENAMES";
	if (getenv(vendors))
		return;
	void *egl = dlopen("libEGL.so.1", RTLD_LAZY | RTLD_LOCAL);
	const char *(*query)(void *, int) = egl ? (const char *(*)(void *, int))dlsym(egl, "eglQueryString") : NULL;
	if (!query)
		return;
	setenv(vendors, "/dev/null", 1);
	query(NULL, 0x3055); // EGL_EXTENSIONS, without a display
	unsetenv(vendors);
}

static void relais_prepare(void) {
	if (relais_plain_set)
		return;
	relais_without_egl();
	if (!gtk_init_check(NULL, NULL))
		return;
	GObjectClass *class = g_type_class_ref(WEBKIT_TYPE_WEB_CONTEXT);
	relais_plain_set = class->set_property;
	class->set_property = relais_set;
	WebKitWebContext *context = webkit_web_context_get_default();
	class->set_property = relais_plain_set;
	webkit_web_context_set_cache_model(context, WEBKIT_CACHE_MODEL_DOCUMENT_VIEWER);
}

// What GTK draws before there is a page is the desk's own colour; dialogs come later, and keep theirs.
static GtkCssProvider *relais_first_ground;

static void relais_cover(int red, int green, int blue) {
	GdkScreen *screen = gdk_screen_get_default();
	if (!screen || relais_first_ground)
		return;
	gchar *css = g_strdup_printf("window.background { background: rgb(%d,%d,%d); }", red, green, blue);
	relais_first_ground = gtk_css_provider_new();
	gtk_css_provider_load_from_data(relais_first_ground, css, -1, NULL);
	gtk_style_context_add_provider_for_screen(screen, GTK_STYLE_PROVIDER(relais_first_ground), GTK_STYLE_PROVIDER_PRIORITY_USER);
	g_free(css);
}

static gboolean relais_uncover_now(gpointer unused) {
	if (relais_first_ground)
		gtk_style_context_remove_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(relais_first_ground));
	g_clear_object(&relais_first_ground);
	return G_SOURCE_REMOVE;
}

static void relais_uncover(void) { g_idle_add(relais_uncover_now, NULL); }

// WebKit's own rule for (prefers-color-scheme: dark).
static gboolean relais_dark(void) {
	GtkSettings *settings = gtk_settings_get_default();
	if (!settings)
		return FALSE;
	gboolean prefers = FALSE;
	gchar *theme = NULL;
	g_object_get(settings, "gtk-application-prefer-dark-theme", &prefers, "gtk-theme-name", &theme, NULL);
	const char *chosen = getenv("GTK_THEME");
	const char *name = chosen ? chosen : theme ? theme : "";
	gboolean dark = prefers || g_str_has_suffix(name, "-dark") || g_str_has_suffix(name, "-Dark") || g_str_has_suffix(name, ":dark");
	g_free(theme);
	return dark;
}
*/
import "C"

import (
	"os"
	"runtime"

	"github.com/wailsapp/wails/v2/pkg/options"
)

// lean are settings of GDK and WebKit, read until the page is there. No GL is loaded: the window draws without a GPU anyway
// (see Run), and the drivers cost 80 ms and 20 MB. Nor is the page's script compiled to machine code: every part of it runs
// seldom and briefly, keys and screens are as quick without, 30 MB stay free, and no page of memory is writable and
// executable in a process that shows what strangers wrote.
var lean = map[string]string{"GDK_GL": "disable", "WEBKIT_DISABLE_DMABUF_RENDERER": "1", "JSC_useJIT": "0"}

// prepareToolkit makes GTK and WebKit ready on the calling thread, which the window then stays on, and tells WebKit that
// this is no browser: it keeps no pages to go back to, no cache of what comes from the binary anyway, and little else that
// can be made again. Where there is no display nothing happens: Wails says so.
func prepareToolkit() {
	runtime.LockOSThread()
	session := os.Getenv("XDG_SESSION_TYPE")
	if os.Getenv("GDK_BACKEND") == "" && (session == "" || session == "unspecified" || session == "x11") {
		_ = os.Setenv("GDK_BACKEND", "x11") // as Wails does before it makes GTK ready
	}
	for name, value := range lean {
		if _, chosen := os.LookupEnv(name); !chosen {
			_ = os.Setenv(name, value)
		}
	}
	C.relais_prepare()
}

// systemDark says whether the system's own windows are dark; it is known once the toolkit is ready.
func systemDark() (dark, known bool) { return C.relais_dark() != 0, true }

// cover gives the window its ground before there is a page; on the thread of prepareToolkit.
func cover(ground *options.RGBA) {
	C.relais_cover(C.int(ground.R), C.int(ground.G), C.int(ground.B))
}

// toolkitReady takes back what only the window was to know: a browser that is opened from here begins without it, and
// dialogs have their own ground.
func toolkitReady() {
	C.relais_uncover()
	for name, value := range lean {
		if os.Getenv(name) == value {
			_ = os.Unsetenv(name)
		}
	}
}
