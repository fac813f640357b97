"""Drives the production window through the accessibility bus, as a screen reader sees it.

    smoke.py BINARY WORKSPACE

It goes through the welcome, opens every screen from the side bar and says what it cannot find. Every control
that it meets must have a name. Exit 0 when all is there, 1 otherwise.
"""

import os
import signal
import subprocess
import sys
import time

import pyatspi

# The first of each pair is what the side bar says in English, as the test runs with an English system.
SCREENS = ["Today", "Library", "Posts", "Send", "Replies", "Staff", "Results", "Settings"]
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_LINK, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_ENTRY,
    pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_SLIDER,
}


def walk(node, depth=0):
    """All accessible things below a node. What vanishes while we look is skipped."""
    if node is None or depth > 60:
        return
    yield node
    try:
        for index in range(node.childCount):
            yield from walk(node.getChildAtIndex(index), depth + 1)
    except Exception:  # the tree changes under our hands
        return


def window_of(pid):
    desktop = pyatspi.Registry.getDesktop(0)
    for app in desktop:
        try:
            if app is not None and app.get_process_id() == pid:
                return app
        except Exception:
            continue
    return None


def find(app, name, roles):
    for node in walk(app):
        try:
            if node.getRole() in roles and node.name == name:
                return node
        except Exception:
            continue
    return None


def wait(what, look, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.2)
    raise AssertionError(f"not found within {seconds} s: {what}")


def press(node):
    action = node.queryAction()
    action.doAction(0)


def button(app, name):
    roles = {pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON}
    return wait(f"button {name}", lambda: find(app, name, roles))


def starts_with(app, name, role):
    """A link of the side bar: 'Library', or 'Library, 3 items need you'."""
    for node in walk(app):
        try:
            if node.getRole() == role and (node.name == name or node.name.startswith(name + ",")):
                return node
        except Exception:
            continue
    return None


def nameless(app):
    out = []
    for node in walk(app):
        try:
            if node.getRole() in CONTROLS and not node.name and node.getState().contains(pyatspi.STATE_SHOWING):
                out.append(node.getRoleName())
        except Exception:
            continue
    return out


def main(binary, workspace):
    env = dict(os.environ, LC_ALL="C.UTF-8", LANG="C.UTF-8", RELAIS_PASSPHRASE="a passphrase for the tests")
    child = subprocess.Popen([binary, "--workspace", workspace], env=env, start_new_session=True)
    wrong = []
    try:
        app = wait("the window", lambda: window_of(child.pid), 30)
        wait("the welcome", lambda: find(app, "Welcome to Relais", {pyatspi.ROLE_HEADING}), 30)
        press(button(app, "Next"))
        wait("the question for the company", lambda: find(app, "What is your company called?", {pyatspi.ROLE_HEADING}))
        press(button(app, "Skip"))
        own = wait("the choice", lambda: next((n for n in walk(app) if (n.name or "").startswith("With our own company")), None))
        press(own)
        for name in SCREENS:
            link = wait(f"{name} in the side bar", lambda n=name: starts_with(app, n, pyatspi.ROLE_LINK))
            press(link)
            try:
                wait(f"the heading of {name}", lambda n=name: find(app, n, {pyatspi.ROLE_HEADING}), 15)
            except AssertionError as error:
                wrong.append(str(error))
                continue
            time.sleep(0.5)
            bare = nameless(app)
            if bare:
                wrong.append(f"{name}: {len(bare)} controls without a name ({', '.join(sorted(set(bare)))})")
            print(f"{name}: shown, every control has a name" if not bare else f"{name}: shown", flush=True)
        press(button(app, "Search, or say what to do"))
        wait("the palette", lambda: find(app, "Search, or say what to do", {pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_ENTRY, pyatspi.ROLE_DIALOG}))
        print("Palette: opened", flush=True)
    except AssertionError as error:
        wrong.append(str(error))
    finally:
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(20)
    for line in wrong:
        print("FAILED", line, flush=True)
    print(f"{0 if wrong else len(SCREENS) + 1} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
