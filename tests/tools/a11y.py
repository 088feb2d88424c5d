"""The window as a screen reader meets it: AT-SPI without a cache, for end-to-end tests of the real program.

Run under tests/tools/gui-run.sh with /usr/bin/python3. Nothing here sleeps for luck: every wait is for a condition and has an end.
"""

import os
import subprocess
import time
import warnings

import gi

warnings.simplefilter("ignore")
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

POLL = 0.01


def wait(condition, timeout=5.0):
    """Polls until condition() is true and returns its value; None when time is out. The program may change under us: try again."""
    end = time.monotonic() + timeout
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None
        if value:
            return value
        if time.monotonic() > end:
            return None
        time.sleep(POLL)


def children(node):
    try:
        return [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except GLib.Error:
        return []


def walk(root):
    """All of the tree under root, root first, in the order of reading."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node is not None:
            yield node
            pending.extend(reversed(children(node)))


def find_app(pid, timeout=10.0):
    """The program with this process id."""

    def look():
        for app in children(Atspi.get_desktop(0)):
            if app is not None and app.get_process_id() == pid:
                app.set_cache_mask(Atspi.Cache.NONE)
                return app
        return None

    app = wait(look, timeout)
    if app is None:
        raise AssertionError(f"process {pid} does not appear in the accessibility tree")
    return app


def has(node, state):
    return node.get_state_set().contains(getattr(Atspi.StateType, state.upper()))


def matches(node, role, name, states):
    try:
        return (
            (role is None or node.get_role_name() == role)
            and (name is None or node.get_name() == name)
            and all(has(node, state) for state in states)
        )
    except GLib.Error:
        return False


def find_all(root, role=None, name=None, states=()):
    return [node for node in walk(root) if matches(node, role, name, states)]


def find(root, role=None, name=None, timeout=5.0, states=()):
    """The first that matches; waits for it."""
    node = wait(lambda: next(iter(find_all(root, role, name, states)), None), timeout)
    if node is None:
        seen = sorted({f"{n.get_role_name()} “{n.get_name()}”" for n in walk(root)})
        raise AssertionError(f"no {role or 'object'} “{name}”; there are: {', '.join(seen)[:2000]}")
    return node


def actions(node):
    return [node.get_action_name(i) for i in range(node.get_n_actions())]


def act(node, name=None):
    """Does an action of the object: the one with this name, or its first."""
    names = actions(node)
    if not names or (name is not None and name not in names):
        raise AssertionError(f"no action {name} on “{node.get_name()}”, only {names}")
    return node.do_action(0 if name is None else names.index(name))


def text(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def keys(*names):
    """Presses keys one after the other, as xdotool names them: keys('ctrl+k', 'Return')."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "20", *names], check=True)


def write(words):
    subprocess.run(["xdotool", "type", "--delay", "20", words], check=True)


class Program:
    """The real program for the length of a with block: `with Program([exe, register]) as (process, app)`."""

    def __init__(self, command, **environment):
        self.command = command
        self.environment = {**os.environ, **environment}

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self.environment)
        try:
            return self.process, find_app(self.process.pid)
        except BaseException:
            self.__exit__(None, None, None)
            raise

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return False


Atspi.init()
