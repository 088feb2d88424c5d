"""The roster of the real program with the keyboard alone, as a person and a screen reader meet it; what the window says is compared
with what framstegctl reads from the file. Prints TAP. Run under tests/tools/gui-run.sh: e2e_roster.py FRAMSTEG FRAMSTEGCTL.
"""

import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from a11y import Program, act, find, find_all, has, keys, wait, walk, write  # noqa: E402

FRAMSTEG, CTL = sys.argv[1:3]
NOW = "2026-11-12T09:00"  # a Thursday
PEOPLE = [("Amina", "Hassan", "thu 09-12,fri 09-12"), ("Björn", "Ek", "thu 09-11"), ("Carlos", "Mendes", "thu 09-15"),
          ("Åsa", "Öberg", "thu 10-14")]


class Register:
    """A small register in a folder of its own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="framsteg-e2e-")
        self.path = os.path.join(self.folder, "register.db")
        self.ctl("init")
        self.ctl("add", "staff", "Torsten Ek", "--login=torsten", "--role=activity_leader:snickeri")
        for given, family, slots in PEOPLE:
            self.ctl("add", "participant", f"--given={given}", f"--family={family}", "--enrolled=2026-10-01")
        for row in self.rows("participants"):
            slots = next(s for g, f, s in PEOPLE if row["name"] == f"{g} {f}")
            self.ctl("place", row["case"], "snickeri", "--from=2026-10-05", f"--slots={slots}")

    def ctl(self, *words):
        done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", *words], capture_output=True, text=True)
        assert done.returncode == 0, f"framstegctl {' '.join(words)}: {done.stderr}"
        return done.stdout

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.ctl(*words, "--format=csv"))))

    def marks(self, day="2026-11-12"):
        return {row["name"]: row["status"] for row in self.rows("roster", "snickeri", f"--date={day}")}

    def program(self, **environment):
        state = os.path.join(self.folder, "state")
        return Program([FRAMSTEG, f"--register={self.path}", "--as=torsten", f"--now={NOW}"],
                       XDG_STATE_HOME=state, GTK_A11Y="atspi", **environment)

    def remove(self):
        shutil.rmtree(self.folder)


def line(app, name, words=""):
    """The row of a person, by how its name begins and what else is in it."""
    return wait(lambda: next((n for n in walk(app) if n.get_role_name() == "list item" and n.get_name().startswith(name)
                              and words in n.get_name()), None), 8)


def ready(app):
    """The roster is read and the keyboard is on the first unmarked person."""
    found = wait(lambda: next((n for n in walk(app) if n.get_role_name() == "list item" and has(n, "focused")), None), 8)
    assert found, "nobody in the roster has the keyboard"
    return found


def focused(app, name):
    return wait(lambda: (lambda n: n is not None and has(n, "focused"))(line(app, name)))


def until(condition, what):
    assert wait(condition, 8), what


def marking_with_the_keyboard_alone(register):
    with register.program() as (_, app):
        assert ready(app).get_name() == "Amina Hassan, planned 09–12, unmarked"
        keys("p", "l", "1", "5", "s", "u")
        assert line(app, "Amina Hassan", ", present"), "Amina is not shown as present"
        assert line(app, "Björn Ek", "late 15 minutes"), "Björn is not shown as late"
        assert line(app, "Åsa Öberg", ", unnotified"), "Åsa is not shown as unnotified"
        until(lambda: register.marks() == {"Amina Hassan": "present", "Björn Ek": "late", "Carlos Mendes": "sick",
                                           "Åsa Öberg": "absent_unnotified"}, f"on disk: {register.marks()}")


def a_restart_finds_the_marks(register):
    with register.program() as (_, app):
        ready(app)
        keys("p", "a")
        assert line(app, "Björn Ek", ", notified")
    with register.program() as (_, app):
        assert ready(app).get_name().startswith("Carlos Mendes")
        assert line(app, "Amina Hassan", ", present") and line(app, "Björn Ek", ", notified")


def undo_and_redo(register):
    with register.program() as (_, app):
        ready(app)
        keys("p")
        assert line(app, "Amina Hassan", ", present")
        keys("ctrl+z")
        assert line(app, "Amina Hassan", ", unmarked"), "undo is not shown"
        until(lambda: register.marks()["Amina Hassan"] == "", "undo is not on disk")
        keys("ctrl+shift+z")
        assert line(app, "Amina Hassan", ", present"), "redo is not shown"
        assert focused(app, "Björn Ek"), "undo took the keyboard away"


def several_at_once_and_clear(register):
    with register.program() as (_, app):
        ready(app)
        keys("shift+Down", "shift+Down", "v")
        assert line(app, "Carlos Mendes", ", leave")
        until(lambda: list(register.marks().values()) == ["leave", "leave", "leave", ""], f"on disk: {register.marks()}")
        keys("ctrl+a", "Delete")
        assert line(app, "Amina Hassan", ", unmarked")
        until(lambda: set(register.marks().values()) == {""}, f"on disk: {register.marks()}")


def days_with_the_keyboard(register):
    with register.program() as (_, app):
        ready(app)
        keys("p")
        assert line(app, "Amina Hassan", ", present")
        keys("alt+Right")
        assert line(app, "Amina Hassan", ", unmarked"), "Friday is not shown"
        keys("alt+Home")
        assert line(app, "Amina Hassan", ", present"), "today is not shown again"
        keys("ctrl+d")
        assert wait(lambda: next(iter(find_all(app, name="Day", states=("focused",))), None)), "no place to type a day"
        write("25/12")
        keys("Return")
        assert find(app, name="Christmas Day")
        keys("alt+Left")
        assert find(app, name="Nobody is planned for Wednesday 23 December 2026"), "not the working day before"


def the_strip_by_arrows_and_by_name(register):
    with register.program() as (_, app):
        ready(app)
        keys("Right", "Right", "Right", "space")
        assert line(app, "Amina Hassan", ", notified"), "space on a place of the strip does not mark"
        row = line(app, "Carlos Mendes")
        act(find(row, "push button", "Sick"))
        assert line(app, "Carlos Mendes", ", sick"), "a click does not mark"
        assert has(find(line(app, "Carlos Mendes"), "push button", "Sick"), "pressed")
        until(lambda: register.marks()["Carlos Mendes"] == "sick", "a click is not on disk")


def a_note_with_the_keyboard(register):
    with register.program() as (_, app):
        ready(app)
        keys("a", "Up", "F2")
        assert wait(lambda: next(iter(find_all(app, name="Note", states=("focused",))), None)), "no place for the note"
        write("Ringde 08.10")
        keys("Return")
        until(lambda: register.rows("roster", "snickeri")[0]["note"] == "Ringde 08.10", "the note is not on disk")
        assert focused(app, "Amina Hassan"), "the keyboard is not back on the line"


def the_rest_touches_only_the_unmarked(register):
    with register.program() as (_, app):
        ready(app)
        keys("s")
        assert line(app, "Amina Hassan", ", sick")
        act(find(app, "push button", "Mark the Rest Present"))
        assert line(app, "Åsa Öberg", ", present")
        until(lambda: list(register.marks().values()) == ["sick", "present", "present", "present"],
              f"on disk: {register.marks()}")


def swedish_letters(register):
    with register.program(LANGUAGE="sv") as (_, app):
        assert ready(app).get_name() == "Amina Hassan, planerad 09–12, omarkerad"
        keys("n", "s", "o", "j")
        assert line(app, "Åsa Öberg", ", sjuk")
        until(lambda: list(register.marks().values()) == ["present", "late", "absent_unnotified", "sick"],
              f"on disk: {register.marks()}")


TESTS = [marking_with_the_keyboard_alone, a_restart_finds_the_marks, undo_and_redo, several_at_once_and_clear,
         days_with_the_keyboard, the_strip_by_arrows_and_by_name, a_note_with_the_keyboard, the_rest_touches_only_the_unmarked,
         swedish_letters]


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
