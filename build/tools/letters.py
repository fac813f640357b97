"""Draws the letters of a folder in WebKitGTK, the engine of Apple's Mail: build/letters calls it.

    letters.py DIR

It writes a picture per letter, width and colour scheme, and says what runs over the edge.
"""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

WIDTHS = [360, 600, 1000]


def work(folder):
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            for path in sorted(folder.glob("*.html")):
                if not path.name.endswith(".bare.html"):
                    yield path, width, scheme


class Camera:
    def __init__(self, folder):
        self.queue = work(folder)
        self.faults = 0
        self.window = Gtk.OffscreenWindow()
        self.view = WebKit2.WebView()
        self.window.add(self.view)
        self.view.connect("load-changed", self.loaded)
        self.next()

    def next(self):
        try:
            self.path, self.width, self.scheme = next(self.queue)
        except StopIteration:
            Gtk.main_quit()
            return
        Gtk.Settings.get_default().set_property("gtk-application-prefer-dark-theme", self.scheme == "dark")
        self.view.set_size_request(self.width, 700)
        self.window.resize(self.width, 700)
        self.window.show_all()
        self.view.load_uri(self.path.as_uri())

    def loaded(self, view, event):
        if event == WebKit2.LoadEvent.FINISHED:
            GLib.timeout_add(60, self.measure)

    def measure(self):
        script = "return [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight].join()"
        self.view.call_async_javascript_function(script, -1, None, None, None, None, self.measured)
        return False

    def measured(self, view, result):
        over, height = map(int, view.call_async_javascript_function_finish(result).to_string().split(","))
        if over > 0:
            self.faults += 1
            print(f"webkit: {self.path.name} at {self.width} runs over the edge by {over} pixels", file=sys.stderr)
        self.height, self.patience = height, 50
        view.set_size_request(self.width, height)
        self.window.resize(self.width, height)
        GLib.timeout_add(80, self.shot)

    def shot(self):
        pixels = self.window.get_pixbuf()
        if pixels.get_height() < self.height and self.patience:
            self.patience -= 1
            return True
        name = f"{self.path.stem}.{self.width}.{self.scheme}.webkit.png"
        pixels.savev(str(self.path.with_name(name)), "png", [], [])
        self.next()
        return False


camera = Camera(pathlib.Path(sys.argv[1]))
Gtk.main()
sys.exit(1 if camera.faults else 0)
