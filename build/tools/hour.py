"""Weighs a window's process tree before and after an hour's worth of use.

    hour.py BARE HOURS NAME=COMMAND...

BARE is the command of a bare window, the peer. Each NAME is opened on the display in DISPLAY and gone through as somebody
would in an hour, HOURS times: forty times every screen, two hundred articles read, two thousand turns of the wheel over the
library's list. Prints the resident memory of the tree (paint.weights) when the window has settled, at the highest, and twenty
seconds after each hour, and the ratio of each to the bare window's.
"""

import os
import shlex
import signal
import subprocess
import sys
import time

from paint import weight, weights


def keys(*names, pause=0.0):
    for name in names:
        subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)
        time.sleep(pause)


def told(parts):
    """Weights of a tree in words."""
    return ", ".join(f"{name} {size:.0f}" for name, size in sorted(parts.items(), key=lambda item: -item[1]) if size >= 1)


def opened(command, title):
    child = subprocess.Popen(shlex.split(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0)
    for _ in range(300):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True, text=True).stdout.split()
        if found:
            subprocess.run(["xdotool", "windowfocus", found[-1]], check=False)
            time.sleep(4)
            return child
        time.sleep(0.1)
    raise SystemExit(f"hour: no window: {command}")


def ended(child):
    os.killpg(child.pid, signal.SIGTERM)
    child.wait(20)


def use(pid):
    """The hour, and the most that the tree weighed meanwhile."""
    most = 0
    for _ in range(40):
        for screen in range(1, 9):
            keys(f"ctrl+{screen}", pause=0.12)
        most = max(most, weight(pid))
    keys("ctrl+2", pause=1)
    for _ in range(20):
        keys(*["j"] * 10, pause=0.05)
        most = max(most, weight(pid))
    for _ in range(20):
        subprocess.run(["xdotool", "mousemove", "620", "400", "click", "--repeat", "100", "--delay", "4", "5"], check=True)
        most = max(most, weight(pid))
    keys("ctrl+1", pause=20)
    return most


def main(bare, hours, commands):
    child = opened(bare, "Bare")
    parts = weights(child.pid)
    peer = sum(parts.values())
    print(f"hour bare: {peer:.0f} MiB ({told(parts)})", flush=True)
    ended(child)
    for name, command in commands:
        child = opened(command, "Relais")
        parts = weights(child.pid)
        begin = sum(parts.values())
        print(f"hour {name}: opened {begin:.0f} MiB ({begin / peer:.2f} x bare; {told(parts)})", flush=True)
        for hour in range(1, hours + 1):
            most = use(child.pid)
            after = weights(child.pid)
            end = sum(after.values())
            print(f"hour {name}: after {hour} of use {end:.0f} MiB ({end / peer:.2f} x; {told(after)}), "
                  f"at most {most:.0f} ({most / peer:.2f} x) on the way", flush=True)
        ended(child)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), [tuple(pair.split("=", 1)) for pair in sys.argv[3:]])
