"""Times windows from the start of the process to the first painted text, and weighs their process trees.

    paint.py RUNS NAME=COMMAND...

Runs the commands in turn, RUNS times each, on the display in DISPLAY. A window counts as painted once dark text
stands on a light ground in the upper left of the screen, read straight from the X server every few milliseconds.
Prints a line per command and the ratio of each to the first.
"""

import ctypes
import ctypes.util
import os
import shlex
import signal
import statistics
import subprocess
import sys
import time

WIDTH, HEIGHT = 640, 400  # of the corner that is looked at


class XImage(ctypes.Structure):
    _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                ("data", ctypes.POINTER(ctypes.c_char)), ("byte_order", ctypes.c_int), ("bitmap_unit", ctypes.c_int),
                ("bitmap_bit_order", ctypes.c_int), ("bitmap_pad", ctypes.c_int), ("depth", ctypes.c_int),
                ("bytes_per_line", ctypes.c_int), ("bits_per_pixel", ctypes.c_int)]


class Screen:
    """The root window of the display."""

    def __init__(self):
        self.x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.POINTER(XImage)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def painted(self):
        """More than a handful of dark pixels on a mostly light ground."""
        image = self.x11.XGetImage(self.display, self.root, 0, 0, WIDTH, HEIGHT, ctypes.c_ulong(0xFFFFFFFF), 2)
        if not image:
            return False
        raw = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * HEIGHT)
        self.x11.XDestroyImage(image)
        green = raw[1::4]
        light = sum(green[::97][i] > 200 for i in range(len(green[::97])))
        if light * 2 < len(green[::97]):
            return False
        dark = sum(1 for value in green[::7] if value < 70)
        return dark > 60


def tree(pid):
    pids = [pid]
    for line in subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split():
        pids += tree(int(line))
    return pids


def pss(pid):
    """Proportional set size of the process tree, in MiB."""
    total = 0
    for one in tree(pid):
        try:
            with open(f"/proc/{one}/smaps_rollup") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("Pss:"))
        except OSError:
            continue
    return total / 1024


def run(screen, command):
    began = time.monotonic()
    child = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while not screen.painted():
            if time.monotonic() - began > 30 or child.poll() is not None:
                raise SystemExit(f"paint: no window within 30 s: {command}")
            time.sleep(0.004)
        took = time.monotonic() - began
        time.sleep(2)
        return took, pss(child.pid)
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(20)
        while screen.painted():
            time.sleep(0.05)


def main(runs, commands):
    screen = Screen()
    times = {name: [] for name, _ in commands}
    sizes = {name: [] for name, _ in commands}
    for turn in range(runs + 1):
        for name, command in commands:
            took, size = run(screen, command)
            if turn > 0:  # the first turn warms the caches
                times[name].append(took)
                sizes[name].append(size)
    first = commands[0][0]
    for name, _ in commands:
        took, size = statistics.median(times[name]), statistics.median(sizes[name])
        print(f"window {name}: painted after {took * 1000:.0f} ms ({took / statistics.median(times[first]):.2f} x {first}), "
              f"process tree {size:.0f} MiB ({size / statistics.median(sizes[first]):.2f} x {first})")


if __name__ == "__main__":
    main(int(sys.argv[1]), [tuple(pair.split("=", 1)) for pair in sys.argv[2:]])
