"""Times windows from the start of the process, and weighs their process trees.

    paint.py RUNS NAME=COMMAND...

Runs the commands in turn, RUNS times each, on the display in DISPLAY, which must be 1280 x 800. The screen is read straight
from the X server every few milliseconds. Three moments count:

  shell     text stands in the upper left, where the side bar and the heading are
  complete  the picture is the one that it stays: nothing changes any more but the strip at the foot
  memory    resident memory of the process tree, two seconds later: see weights

Prints a line per command, and the ratio of each figure to the first command's.
"""

import array
import ctypes
import ctypes.util
import os
import shlex
import signal
import statistics
import subprocess
import sys
import time
import zlib

WIDTH, HEIGHT = 1280, 800
FOOT = 110  # the strip at the foot, where background work comes and goes
SETTLED = 1.5  # seconds without a change: the picture stays


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

    def pixels(self, width, height):
        """The corner of the screen, four bytes a pixel, row by row."""
        image = self.x11.XGetImage(self.display, self.root, 0, 0, width, height, ctypes.c_ulong(0xFFFFFFFF), 2)
        if not image:
            return b""
        raw = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        self.x11.XDestroyImage(image)
        return raw


def legible(raw):
    """Dark text on a mostly light ground: in the upper left, and for a page with a side bar also beside it."""
    green = raw[1::4]
    sample = green[::97]
    if sum(value > 200 for value in sample) * 2 < len(sample):
        return False
    return sum(value < 110 for value in green[::7]) > 60


def tree(pid):
    pids = [pid]
    for line in subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split():
        pids += tree(int(line))
    return pids


PAGE = os.sysconf("SC_PAGE_SIZE")
PRESENT, FROM_FILE = 1 << 63, 1 << 61  # of an entry of /proc/PID/pagemap


def areas(pid):
    """The areas of a process: begin, end, the file's identity and offset or None, KiB of pages of its own."""
    found = []
    with open(f"/proc/{pid}/smaps") as file:
        for line in file:
            words = line.split()
            if not words[0].endswith(":"):
                begin, end = (int(part, 16) for part in words[0].split("-"))
                found.append([begin, end, (words[3], words[4]) if words[4] != "0" else None, int(words[2], 16), 0])
            elif words[0] == "Anonymous:":
                found[-1][4] = int(words[1])
    return found


def mapped(pid, begin, end):
    """Which pages of an area stand in memory and come from its file."""
    with open(f"/proc/{pid}/pagemap", "rb", buffering=0) as file:
        file.seek(begin // PAGE * 8)
        entries = array.array("Q", file.read((end - begin) // PAGE * 8))
    return [index for index, entry in enumerate(entries) if entry & PRESENT and entry & FROM_FILE]


def weights(pid):
    """MiB of a process tree by what holds it: the pages of its own of each process, by name, and those of files, each
    counted once. Nothing depends on what else runs: the proportional set size of a library would shrink with every other
    window that has it open."""
    own, files = {}, set()
    for one in tree(pid):
        try:
            name = open(f"/proc/{one}/comm").read().strip()
            for begin, end, identity, offset, anonymous in areas(one):
                own[name] = own.get(name, 0) + anonymous / 1024
                if identity:
                    files.update((identity, offset // PAGE + index) for index in mapped(one, begin, end))
        except OSError:
            continue
    return own | {"files": len(files) * PAGE / 2**20}


def weight(pid):
    return sum(weights(pid).values())


def run(screen, command):
    """Seconds to the shell and to the complete picture, and MiB."""
    began = time.monotonic()
    # Its own group, to end it as a whole; the same session, to keep its priority.
    child = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0)
    shell, changed, last = None, began, None
    try:
        while shell is None or time.monotonic() - changed < SETTLED:
            now = time.monotonic()
            if now - began > 30 or child.poll() is not None:
                raise SystemExit(f"paint: no window that settles within 30 s: {command}")
            raw = screen.pixels(WIDTH, HEIGHT - FOOT)
            sum_ = zlib.crc32(raw)
            if sum_ != last:
                changed, last = now, sum_
                if shell is None and legible(raw[: WIDTH * 4 * 400]):
                    shell = now - began
            time.sleep(0.004)
        time.sleep(0.5)
        return shell, changed - began, weight(child.pid)
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(20)
        while legible(screen.pixels(WIDTH, 400)):
            time.sleep(0.05)


def main(runs, commands):
    screen = Screen()
    taken = {name: [] for name, _ in commands}
    for turn in range(runs + 1):
        for name, command in commands:
            figures = run(screen, command)
            if turn > 0:  # the first turn warms the caches
                taken[name].append(figures)
    middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in taken.items()}
    first = middle[commands[0][0]]
    for name, (shell, complete, size) in middle.items():
        print(f"window {name}: shell {shell * 1000:.0f} ms ({shell / first[0]:.2f} x), "
              f"complete {complete * 1000:.0f} ms ({complete / first[1]:.2f} x), "
              f"process tree {size:.0f} MiB ({size / first[2]:.2f} x)", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), [tuple(pair.split("=", 1)) for pair in sys.argv[2:]])
