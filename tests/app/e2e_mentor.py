"""A peer mentor's morning in the real program: today's group, all here, a slip undone, a talk booked without a word of text. What
the window says is compared with what framstegctl reads.
Prints TAP. Run under tests/tools/gui-run.sh: e2e_mentor.py FRAMSTEG FRAMSTEGCTL.
"""

import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from a11y import Program, act, find_all, has, keys, wait, walk, write  # noqa: E402

FRAMSTEG, CTL = sys.argv[1:3]
NOW = "2026-11-12T09:14"  # a Thursday
TODAY = "2026-11-12"
GROUP = "ATER-28"  # of the demonstration: Thursdays at nine, led by both mentors


class Register:
    """The demonstration, whose mentor Samir Sandberg has a group this morning."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="framsteg-mentor-")
        self.path = os.path.join(self.folder, "register.db")
        self.ctl("demo")

    def ctl(self, *words):
        done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", *words], capture_output=True, text=True)
        assert done.returncode == 0, f"framstegctl {' '.join(words)}: {done.stderr}"
        return done.stdout

    def marks(self):
        rows = csv.DictReader(io.StringIO(self.ctl("roster", GROUP, f"--date={TODAY}", "--format=csv")))
        return {row["name"]: row["status"] for row in rows}

    def program(self):
        return Program([FRAMSTEG, f"--register={self.path}", "--as=Samir Sandberg", f"--now={NOW}"],
                       XDG_STATE_HOME=os.path.join(self.folder, "state"), GTK_A11Y="atspi")

    def remove(self):
        shutil.rmtree(self.folder)


def button(app, start):
    found = wait(lambda: next((n for n in walk(app) if n.get_role_name() in ("push button", "button")
                               and (n.get_name() or "").startswith(start)), None), 10)
    assert found, f"there is no button {start}"
    return found


def until(condition, what):
    assert wait(condition, 10), what


def all_here_and_undone(register, app):
    names = register.marks()
    assert len(names) >= 5 and not any(names.values()), names
    for name in names:
        button(app, name)
    act(button(app, "All here"))
    until(lambda: all(status == "present" for status in register.marks().values()), register.marks())
    keys("ctrl+z")
    until(lambda: not any(register.marks().values()), "the marks are still there")
    button(app, "All here")


def a_talk_without_text(register, app):
    who = next(iter(register.marks()))
    act(button(app, who))
    card = wait(lambda: next((n for n in walk(app) if n.get_role_name() in ("frame", "dialog") and n.get_name() == who), None), 10)
    assert card, "the card is not there"
    act(button(card, "Book a talk"))
    until(lambda: any((n.get_name() or "").startswith("Book a talk with") for n in walk(app)), "the dialog is not there")
    texts = [n.get_name() for n in find_all(app, "text") if has(n, "showing")]
    assert not any("takes part" in (name or "") or name == "Place" for name in texts), texts
    write("2026-11-17")
    keys("Tab")
    write("13.30")
    keys("Return")
    until(lambda: any("13.30" in (n.get_name() or "") and "17 November" in (n.get_name() or "") for n in walk(app)),
          "the talk is not on the card")


def main():
    register = Register()
    steps = [("all here, and undone", all_here_and_undone), ("a talk without text", a_talk_without_text)]
    print(f"1..{len(steps)}")
    failed = False
    try:
        with register.program() as (_, app):
            for number, (name, step) in enumerate(steps, 1):
                try:
                    step(register, app)
                    print(f"ok {number} - {name}", flush=True)
                except AssertionError as error:
                    failed = True
                    print(f"not ok {number} - {name}\n# {error}", flush=True)
    finally:
        register.remove()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
