"""A leader's whole day with the keyboard alone, in the real program: who comes, who is late, what was told beforehand, who stays away
again, a visitor, standing in at another workshop, and a slip undone. What the window says is compared with what framstegctl reads.
Prints TAP. Run under tests/tools/gui-run.sh: e2e_leader_day.py FRAMSTEG FRAMSTEGCTL.
"""

import csv
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from a11y import Program, find, find_all, has, keys, wait, walk, write  # noqa: E402

FRAMSTEG, CTL = sys.argv[1:3]
NOW = "2026-11-12T09:10"  # a Thursday
PEOPLE = [("Amina", "Hassan", "snickeri", "thu 09-12,fri 09-12"), ("Björn", "Ek", "snickeri", "thu 09-11"),
          ("Carlos", "Mendes", "snickeri", "thu 09-15"), ("Göran", "Lind", "snickeri", "tue 09-14,wed 09-14,thu 09-14"),
          ("Leyla", "Aziz", "snickeri", "thu 13-15"), ("Ivar", "Nord", "tradgard", "mon 09-12,thu 09-12")]


class Register:
    """A small register in a folder of its own; Torsten leads the woodwork and may stand in at the garden."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="framsteg-day-")
        self.path = os.path.join(self.folder, "register.db")
        self.ctl("init")
        self.ctl("add", "staff", "Nadia Saleh", "--login=nadia", "--role=case_worker")
        self.ctl("add", "staff", "Torsten Ek", "--login=torsten", "--role=activity_leader:snickeri",
                 "--role=activity_leader:tradgard")
        for given, family, workshop, slots in PEOPLE:
            self.ctl("add", "participant", f"--given={given}", f"--family={family}", "--enrolled=2026-10-01")
        self.cases = {row["name"]: row["case"] for row in self.rows("participants")}
        for given, family, workshop, slots in PEOPLE:
            self.ctl("place", self.cases[f"{given} {family}"], workshop, "--from=2026-10-05", f"--slots={slots}")
        for day in ("2026-11-10", "2026-11-11"):
            self.ctl("mark", "snickeri", self.cases["Göran Lind"], "absent_unnotified", f"--date={day}")
        with sqlite3.connect(self.path) as db:  # an administrator's word: stands in, does not lead
            db.execute("UPDATE role_grant SET stand_in = 1 WHERE workshop = (SELECT id FROM workshop WHERE code = 'tradgard')")

    def ctl(self, *words):
        done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", *words], capture_output=True, text=True)
        assert done.returncode == 0, f"framstegctl {' '.join(words)}: {done.stderr}"
        return done.stdout

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.ctl(*words, "--format=csv"))))

    def marks(self, workshop="snickeri"):
        return {row["name"]: row["status"] for row in self.rows("roster", workshop, "--date=2026-11-12")}

    def program(self):
        return Program([FRAMSTEG, f"--register={self.path}", "--as=torsten", f"--now={NOW}"],
                       XDG_STATE_HOME=os.path.join(self.folder, "state"), GTK_A11Y="atspi")

    def remove(self):
        shutil.rmtree(self.folder)


def line(app, name, words=""):
    return wait(lambda: next((n for n in walk(app) if n.get_role_name() == "list item" and n.get_name().startswith(name)
                              and words in n.get_name()), None), 8)


def focused_line(app):
    return next((n for n in walk(app) if n.get_role_name() == "list item" and has(n, "focused")), None)


def on(app, name):
    """The keyboard is on this person."""
    return wait(lambda: (lambda n: n is not None and n.get_name().startswith(name))(focused_line(app)), 8)


def go_to(app, name):
    """With the arrows from the first line to the person."""
    keys("Home")
    for _ in range(12):
        here = wait(lambda: focused_line(app), 4)
        assert here, "nobody in the roster has the keyboard"
        if here.get_name().startswith(name):
            return
        keys("Down")
        wait(lambda: (lambda n: n is not None and n.get_name() != here.get_name())(focused_line(app)), 2)
    raise AssertionError(f"{name} cannot be reached with the arrows")


def until(condition, what):
    assert wait(condition, 8), what


def describes(app, name, words):
    """The line tells a screen reader these words."""
    return wait(lambda: (lambda n: n is not None and words in (n.get_description() or ""))(line(app, name)), 8)


def menu(app, item):
    """Opens the menu of the line and chooses an item by its mnemonic-free name, with the arrows."""
    keys("Menu")
    assert wait(lambda: find_all(app, "menu item", item), 5), f"the menu has no “{item}”"
    for _ in range(14):
        at = wait(lambda: next(iter(find_all(app, "menu item", states=("focused",))), None), 2)
        if at is not None and at.get_name() == item:
            keys("Return")
            return
        keys("Down")
    raise AssertionError(f"“{item}” cannot be reached with the arrows")


def entry(app, name):
    """The entry of this name has the keyboard."""
    assert wait(lambda: next(iter(find_all(app, name=name, states=("focused",))), None), 5), f"no entry “{name}” has the keyboard"


def the_morning(register, app):
    assert on(app, "Amina Hassan"), "the day does not begin with the first person"
    assert find(app, name="Later today (1)"), "who comes at one o'clock is not folded"
    keys("p", "l", "1", "5", "Return")
    assert line(app, "Björn Ek", "late 15 minutes"), "Björn is not late"
    until(lambda: (register.marks()["Amina Hassan"], register.marks()["Björn Ek"]) == ("present", "late"), "not on disk")


def a_reason_in_the_flow(register, app):
    go_to(app, "Carlos Mendes")
    keys("a")
    assert line(app, "Carlos Mendes", ", notified")
    assert find(app, name="Carlos Mendes: notified. Why?"), "the reason is not asked for"
    assert on(app, "Göran Lind"), "the question holds the keyboard"
    keys("Tab")
    write("Barnet hemma")
    keys("Return")
    until(lambda: describes(app, "Carlos Mendes", "Barnet hemma"), "the reason is not shown")
    assert on(app, "Göran Lind")


def an_absence_told_beforehand(register, app):
    go_to(app, "Carlos Mendes")
    keys("Delete")
    assert line(app, "Carlos Mendes", ", unmarked")
    menu(app, "Planned Absence …")
    assert wait(lambda: next((w for w in walk(app) if w.get_name() == "Planned absence: Carlos Mendes"), None), 5), "no dialog"
    assert wait(lambda: [n for n in walk(app) if "First day" in n.get_name()], 5), "the dialog asks for no day"
    keys("alt+s")
    assert describes(app, "Carlos Mendes", "Told beforehand: notified"), "the absence is not on the row"
    assert register.marks()["Carlos Mendes"] == "", "what was told is a mark already"
    go_to(app, "Carlos Mendes")
    keys("a")  # one key confirms it
    until(lambda: register.marks()["Carlos Mendes"] == "absent_notified", "it is not confirmed")
    keys("Escape")


def the_third_time_in_a_row(register, app):
    go_to(app, "Göran Lind")
    keys("u")
    assert describes(app, "Göran Lind", "3 unnotified in a row"), "nobody is warned"
    go_to(app, "Göran Lind")
    menu(app, "Tell the Case Worker of the Absence")
    assert describes(app, "Göran Lind", "The case worker is told"), "the row does not say that the case worker is told"


def a_visitor(register, app):
    find(app, "push button", "Add a Visitor")
    for _ in range(8):
        keys("Tab")
        if wait(lambda: find_all(app, "push button", "Add a Visitor", ("focused",)), 0.5):
            break
    else:
        raise AssertionError("“Add a Visitor” cannot be reached with Tab")
    keys("space")
    entry(app, "Case number of the visitor")
    write(register.cases["Ivar Nord"])
    keys("Return")
    assert on(app, "Ivar Nord"), "the keyboard is not on the visitor"
    keys("p")
    until(lambda: register.marks().get("Ivar Nord") == "present", f"the visitor is not present: {register.marks()}")


def a_slip_undone(register, app):
    go_to(app, "Amina Hassan")
    keys("s")
    assert line(app, "Amina Hassan", ", sick")
    keys("ctrl+z")
    assert line(app, "Amina Hassan", ", present"), "the slip is not undone"
    until(lambda: register.marks()["Amina Hassan"] == "present", "the slip is on disk")


def standing_in_elsewhere(register, app):
    keys("ctrl+k")
    write("Gard")
    wait(lambda: find_all(app, name="Garden"), 3)
    keys("Return")
    button = wait(lambda: next(iter(find_all(app, "push button", "I Stand In Here Today")), None), 8)
    assert button, "standing in is not offered"
    for _ in range(20):
        if has(button, "focused"):
            break
        keys("Tab")
    assert wait(lambda: has(button, "focused"), 2), "“I stand in here today” cannot be reached with Tab"
    keys("space")
    assert line(app, "Ivar Nord"), "the garden's roster is not shown"
    for _ in range(20):
        if focused_line(app):
            break
        keys("Tab")
    keys("p")
    until(lambda: register.marks("tradgard").get("Ivar Nord") == "present", f"not marked: {register.marks('tradgard')}")


STEPS = [the_morning, a_reason_in_the_flow, an_absence_told_beforehand, the_third_time_in_a_row, a_visitor, a_slip_undone,
         standing_in_elsewhere]


def main():
    failed = 0
    register = Register()
    print(f"1..{len(STEPS)}", flush=True)
    with register.program() as (_, app):
        for number, step in enumerate(STEPS, 1):
            try:
                step(register, app)
                print(f"ok {number} - {step.__name__.replace('_', ' ')}", flush=True)
            except (AssertionError, OSError) as error:
                failed += 1
                print(f"not ok {number} - {step.__name__.replace('_', ' ')}\n# {error}", flush=True)
    register.remove()
    sys.exit(failed > 0)


main()
