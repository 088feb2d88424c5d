"""A computer that several people share, with the keyboard alone and as a screen reader meets it: tiles, PIN, lock, another person.
Prints TAP. Run under tests/tools/gui-run.sh: e2e_shared_computer.py FRAMSTEG FRAMSTEGCTL.
"""

import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from a11y import Program, find, find_all, has, keys, wait, walk, write  # noqa: E402

FRAMSTEG, CTL = sys.argv[1:3]
NOW = "2026-11-12T09:00"  # a Thursday
PIN = "407193"


class Register:
    """A leader with a PIN, a case worker without one, and two people in the workshop."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="framsteg-e2e-")
        self.path = os.path.join(self.folder, "register.db")
        self.ctl("init")
        self.ctl("add", "staff", "Torsten Ek", "--login=torsten", "--role=activity_leader:snickeri")
        self.ctl("add", "staff", "Nadia Saleh", "--login=nadia", "--role=case_worker")
        for given, family in (("Amina", "Hassan"), ("Björn", "Åkesson")):
            case = self.ctl("add", "participant", f"--given={given}", f"--family={family}", "--enrolled=2026-10-01").strip()
            self.ctl("place", case, "snickeri", "--from=2026-10-05", "--slots=thu 09-12")
        self.ctl("pin", "torsten", "--set", input=PIN + "\n")

    def ctl(self, *words, **options):
        done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", *words], capture_output=True, text=True, **options)
        assert done.returncode == 0, f"framstegctl {' '.join(words)}: {done.stderr}"
        return done.stdout

    def program(self, *words, **environment):
        state = os.path.join(self.folder, "state")
        return Program([FRAMSTEG, f"--register={self.path}", f"--now={NOW}", *words], XDG_STATE_HOME=state, GTK_A11Y="atspi",
                       GSETTINGS_BACKEND="memory", **environment)

    def remove(self):
        shutil.rmtree(self.folder)


def hears(app, words):
    """Whether a screen reader finds these words anywhere in the program."""
    return any(words in (node.get_name() or "") for node in walk(app))


def until(condition, what):
    assert wait(condition, 10), what


def tile(app, name):
    """The keyboard is on this person's tile."""
    until(lambda: any(has(n, "active") for n in find_all(app, "frame")), "the window has not the keyboard")
    until(lambda: any(has(n, "focused") and n.get_name() == name for n in walk(app)), f"the keyboard is not on {name}")


def asked(app):
    until(lambda: any(has(n, "focused") for n in find_all(app, "password text")), "no place for the PIN")


def at_work(app):
    until(lambda: any(n.get_role_name() == "list item" and n.get_name().startswith("Amina Hassan") for n in walk(app)),
          "the roster is not there")
    until(lambda: any(has(n, "focused") and n.get_role_name() == "list item" for n in walk(app)), "nobody has the keyboard")


def sit_down(app):
    asked(app)
    write(PIN)
    keys("Return")
    at_work(app)


def from_the_tiles_to_the_roster(register):
    with register.program() as (_, app):
        tile(app, "Nadia Saleh")
        keys("Right")
        tile(app, "Torsten Ek")
        keys("Return")
        asked(app)
        assert not hears(app, "Amina Hassan")
        write("1111")
        keys("Return")
        until(lambda: hears(app, "That is not the PIN."), "a wrong PIN is not refused")
        keys("Escape")
        tile(app, "Nadia Saleh")
        keys("Right", "Return")
        sit_down(app)
        assert hears(app, "Torsten Ek is at the keyboard")


def nothing_is_heard_under_the_lock(register):
    with register.program("--as=torsten") as (_, app):
        sit_down(app)
        keys("p")
        until(lambda: hears(app, "Amina Hassan, planned 09–12, present"), "Amina is not marked")
        keys("ctrl+k")
        until(lambda: has(find(app, "entry", "Search people and workshops"), "focused"), "no search")
        write("bj")
        until(lambda: hears(app, "Björn Åkesson"), "the search finds nobody")
        keys("ctrl+l")
        asked(app)
        for words in ("Amina", "Björn", "Åkesson", "planned", "F2026"):
            assert not hears(app, words), f"“{words}” is heard under the lock"
        find(app, "label", "Locked")
        keys("ctrl+k", "ctrl+comma", "F1", "ctrl+shift+p")
        assert wait(lambda: hears(app, "Amina") or hears(app, "Preferences"), 0.5) is None, "a key opened something"
        write(PIN)
        keys("Return")
        until(lambda: hears(app, "Amina Hassan, planned 09–12, present"), "the roster is not as it was")


def the_screen_of_the_session_locks(register):
    with register.program("--as=torsten") as (_, app):
        sit_down(app)
        subprocess.run(["dbus-send", "--session", "--type=signal", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged",
                        "boolean:true"], check=True)
        asked(app)
        assert not hears(app, "Amina")


def another_person_finds_nothing_of_the_first(register):
    with register.program("--as=torsten") as (_, app):
        sit_down(app)
        keys("ctrl+l")
        asked(app)
        keys("Escape")
        tile(app, "Torsten Ek")
        keys("Right")
        tile(app, "Nadia Saleh")
        keys("Return")
        until(lambda: hears(app, "Nadia Saleh is at the keyboard"), "Nadia has not sat down")
        assert wait(lambda: hears(app, "Amina Hassan, planned"), 0.5) is None, "the roster of the other person is still there"
    with register.program() as (_, app):
        until(lambda: hears(app, "Nadia Saleh is at the keyboard"), "who sat here last does not come back")


TESTS = [from_the_tiles_to_the_roster, nothing_is_heard_under_the_lock, the_screen_of_the_session_locks,
         another_person_finds_nothing_of_the_first]


def main():
    failed = 0
    print(f"1..{len(TESTS)}", flush=True)
    for number, test in enumerate(TESTS, 1):
        register = Register()
        try:
            test(register)
            print(f"ok {number} - {test.__name__.replace('_', ' ')}", flush=True)
        except (AssertionError, OSError) as error:
            failed += 1
            print(f"not ok {number} - {test.__name__.replace('_', ' ')}\n# {error}", flush=True)
        finally:
            register.remove()
    sys.exit(failed > 0)


main()
