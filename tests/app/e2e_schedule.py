"""A mentor's morning with the keyboard alone, in the real program: the week opens on the own group that is on, Enter opens it, everybody
is here, next week and back. What the window says is compared with what framstegctl reads. Prints TAP.
Run under tests/tools/gui-run.sh: e2e_schedule.py FRAMSTEG FRAMSTEGCTL.
"""

import csv
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import uuid

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from a11y import Program, has, keys, wait, walk  # noqa: E402

FRAMSTEG, CTL = sys.argv[1:3]
NOW = "2026-11-12T10:05"  # a Thursday


class Register:
    """The demonstration in a folder of its own; Samir leads a group that meets on Thursdays 09–11."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="framsteg-schedule-")
        self.path = os.path.join(self.folder, "register.db")
        self.ctl("demo")
        self.remember_the_schedule()

    def ctl(self, *words):
        done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", *words], capture_output=True, text=True)
        assert done.returncode == 0, f"framstegctl {' '.join(words)}: {done.stderr}"
        return done.stdout

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.ctl(*words, "--format=csv"))))

    def remember_the_schedule(self):
        """As if it had been in view when the program was closed."""
        with sqlite3.connect(self.path) as db:
            row = db.execute("SELECT i.uuid FROM staff s JOIN ident i ON i.id = s.id WHERE s.name = 'Samir Sandberg'").fetchone()
        os.makedirs(os.path.join(self.folder, "state", "framsteg"))
        with open(os.path.join(self.folder, "state", "framsteg", "session.ini"), "w") as file:
            file.write(f"[{uuid.UUID(bytes=row[0])}]\nwidth=1280\nheight=760\nmaximized=true\ntabs=schedule:@week;\nselected=0\n")

    def program(self):
        return Program([FRAMSTEG, f"--register={self.path}", "--as=Samir Sandberg", f"--now={NOW}"],
                       XDG_STATE_HOME=os.path.join(self.folder, "state"), GTK_A11Y="atspi")

    def remove(self):
        shutil.rmtree(self.folder)


def until(condition, what, seconds=10):
    assert wait(condition, seconds), what


def focused(app):
    return next((n for n in walk(app) if has(n, "focused")), None)


def says(app, words):
    return next((n for n in walk(app) if words in (n.get_name() or "")), None)


def open_schedule(app):
    until(lambda: (lambda n: n is not None and "Återhämtning tors" in n.get_name() and "09–11" in n.get_name())(focused(app)),
          "the keyboard is not on the own group that is on")


def the_week_opens_on_the_own_group(register):
    with register.program() as (_, app):
        open_schedule(app)
        assert "your group" in focused(app).get_name()


def everybody_is_here_by_key(register):
    with register.program() as (_, app):
        open_schedule(app)
        keys("Return")
        until(lambda: says(app, "All Here"), "the panel does not offer to mark all")
        for _ in range(40):
            found = wait(lambda: focused(app))
            if found is not None and "All Here" in (found.get_name() or ""):
                break
            keys("shift+Tab")
        keys("space")
        until(lambda: says(app, "7 here"), "the panel does not say that all are here")
    marks = [row["status"] for row in register.rows("roster", "ATER-28", "--date=2026-11-12")]
    assert marks and set(marks) == {"present"}, marks


def next_week_and_back(register):
    with register.program() as (_, app):
        open_schedule(app)
        keys("Next")
        until(lambda: says(app, "week 47"), "it is not the next week")
        until(lambda: focused(app) is not None and "19 November" in focused(app).get_name(), "the keyboard is not in its column")
        keys("t")
        until(lambda: says(app, "week 46"), "it is not this week again")


def main():
    cases = [("the week opens on the own group that is on", the_week_opens_on_the_own_group),
             ("everybody is here, by key", everybody_is_here_by_key),
             ("next week and back", next_week_and_back)]
    failed = 0
    print(f"1..{len(cases)}", flush=True)
    for n, (name, case) in enumerate(cases, 1):
        register = Register()
        try:
            case(register)
            print(f"ok {n} - {name}", flush=True)
        except Exception as error:  # noqa: BLE001
            failed += 1
            print(f"# {type(error).__name__}: {error}\nnot ok {n} - {name}", flush=True)
        finally:
            register.remove()
    return 1 if failed else 0


sys.exit(main())
