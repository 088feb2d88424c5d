"""The form of a talk with the keyboard alone: from the day's first page to the chart, drafts of a killed program, large type.
Prints TAP. Run under tests/tools/gui-run.sh: e2e_rating.py FRAMSTEG FRAMSTEGCTL.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from a11y import Program, children, has, keys, wait, walk, write  # noqa: E402

FRAMSTEG, CTL = sys.argv[1:3]
NOW = "2026-11-12T09:00"
TODAY = "2026-11-12"
WORKER = "Rebecka Memic"
QUESTIONS = ["How are you?", "How much do you feel like coming here?", "What was a little easier?"]


class Register:
    """A demonstration, in which the case worker has talks that are due."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="framsteg-e2e-")
        self.path = os.path.join(self.folder, "register.db")
        self.ctl("demo", "--participants=40", "--years=1", "--until=2026-11-11")
        due = json.loads(self.ctl("--format=json", "progression", "--due", who=WORKER))
        assert due, "no talk is due"
        self.case = next(row["case"] for row in due if row["set"] == "avstamning-3")

    def ctl(self, *words, who=None):
        seat = [f"--as={who}"] if who else []
        done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", *seat, *words], capture_output=True, text=True)
        assert done.returncode == 0, f"framstegctl {' '.join(words)}: {done.stderr}"
        return done.stdout

    def ratings(self):
        """What was rated today, by question."""
        rows = self.ctl("--format=csv", "progression", self.case, "--set=avstamning-3", who=WORKER).splitlines()[1:]
        fields = [row.split(",") for row in rows]
        return {f[2]: (f[4], ",".join(f[5:])) for f in fields if f[1] == TODAY}

    def program(self):
        state = os.path.join(self.folder, "state")
        return Program([FRAMSTEG, f"--register={self.path}", f"--now={NOW}", f"--as={WORKER}"], XDG_STATE_HOME=state,
                       GTK_A11Y="atspi", GSETTINGS_BACKEND="memory")

    def remove(self):
        shutil.rmtree(self.folder)


def until(condition, what, seconds=10):
    value = wait(condition, seconds)
    assert value, what
    return value


def name(node):
    return node.get_name() or ""


def front(app):
    """The window that has the keyboard: walking the pages behind it takes long."""
    return next((n for n in children(app) if n is not None and has(n, "active")), app)


def focused(app, start):
    return any(has(node, "focused") and name(node).startswith(start) for node in walk(front(app)))


def seen(app, text):
    return any(text in name(node) for node in walk(front(app)))


def chart_rows(app):
    """The rows of the chart of these questions, as they are read aloud."""
    return [n for n in walk(app) if "Last:" in name(n) and any(name(n).startswith(q) for q in QUESTIONS)]


def open_progression(register, app):
    until(lambda: any(n is not None and has(n, "active") for n in children(app)), "the window has not the keyboard")
    until(lambda: seen(app, "Today"), "the first page is not there")
    keys("ctrl+k")
    until(lambda: any(has(n, "focused") and n.get_role_name() in ("entry", "text") for n in walk(app)), "no place to search")
    write(register.case)
    until(lambda: seen(app, register.case), "the search finds nobody")
    keys("Return")
    until(lambda: any(name(n) == "Progression" for n in walk(app)), "the participant is not there")
    keys("ctrl+2")
    until(lambda: any(name(n) == "New rating" for n in walk(app)), "there is nothing to begin a rating with")


def press_with_keys(app, label):
    """The tabulator, backwards from where work begins on the page, until the control has the keyboard; then Enter."""
    control = next(n for n in walk(app) if name(n) == label)
    for _ in range(20):
        if wait(lambda: has(control, "focused"), 0.2):
            keys("Return")
            return
        keys("shift+Tab")
    raise AssertionError(f"the tabulator does not reach “{label}”")


def open_check_in(app):
    press_with_keys(app, "New rating")
    until(lambda: seen(app, "Which questions?"), "the form does not open")
    until(lambda: focused(app, "Short check-in"), "the keyboard is not on the light one")
    keys("Return")
    until(lambda: focused(app, QUESTIONS[0]) or focused(app, QUESTIONS[2]), "the keyboard is on no question")


def a_talk_is_rated_by_keys_and_seen_in_the_chart(register):
    with register.program() as (_, app):
        open_progression(register, app)
        rows = until(lambda: chart_rows(app), "the chart says nothing")
        before = [name(n) for n in rows]
        open_check_in(app)
        assert not seen(app, "Last time"), "last time is told before the new value is given"
        keys("4")
        until(lambda: focused(app, QUESTIONS[1]), "the digit does not go on")
        until(lambda: seen(app, "Last time"), "last time is not told afterwards")
        keys("3")
        until(lambda: focused(app, QUESTIONS[2]), "the second digit does not go on")
        keys("n")
        until(lambda: focused(app, "Note"), "the note does not open")
        write("The bus was on time")
        keys("Escape")
        until(lambda: focused(app, QUESTIONS[2]), "Escape does not leave the note")
        assert register.ratings() == {}, "a draft is not written down"
        keys("5")
        keys("ctrl+Return")
        until(lambda: len(register.ratings()) == 3, "the talk is not written down")
        given = register.ratings()
        assert [given[f"avstamning-3:{n}"][0] for n in (1, 2, 3)] == ["4", "3", "5"], given
        assert given["avstamning-3:3"][1] == "The bus was on time", given
        until(lambda: [name(n) for n in rows] != before, "the chart says what it said before")
        assert any("12 November" in name(n) for n in rows), [name(n) for n in rows]
        keys("ctrl+z")
        until(lambda: register.ratings() == {}, "one step back does not take the whole talk back")


def a_killed_program_loses_no_answer(register):
    with register.program() as (process, app):
        open_progression(register, app)
        open_check_in(app)
        keys("2")
        until(lambda: focused(app, QUESTIONS[1]), "the digit does not go on")
        keys("4")
        until(lambda: seen(app, "Kept as a draft"), "nothing says that it is kept")
        wait(lambda: False, 0.3)
        os.kill(process.pid, signal.SIGKILL)
    with register.program() as (_, app):
        open_progression(register, app)
        open_check_in(app)
        until(lambda: seen(app, "Begun 12 November"), "it does not say that it was begun")
        chosen = [name(n) for n in walk(app) if n.get_role_name() == "radio button" and has(n, "checked")]
        assert [c.split()[0] for c in chosen] == ["2", "4"], chosen


def large_type_can_be_locked_and_shows_nobody(register):
    with register.program() as (_, app):
        open_progression(register, app)
        open_check_in(app)
        keys("F11")
        until(lambda: seen(app, "3 of 3"), "large type does not open")
        keys("3")
        until(lambda: seen(app, "Thank you!"), "there are no thanks at the end")
        heard = [name(n) for n in walk(front(app))]
        assert not any(q in text for q in QUESTIONS for text in heard), heard
        keys("ctrl+l")
        until(lambda: seen(app, "Locked"), "it is not locked")
        until(lambda: not seen(app, "Thank you!"), "the form is not hidden by the lock")
        keys("Return")
        until(lambda: seen(app, "Thank you!"), "it is not there again")
        keys("Escape")
        until(lambda: seen(app, "Finish"), "Escape does not lead back to the form")


def main():
    tests = [a_talk_is_rated_by_keys_and_seen_in_the_chart, a_killed_program_loses_no_answer,
             large_type_can_be_locked_and_shows_nobody]
    print(f"1..{len(tests)}")
    register = Register()
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test(register)
            print(f"ok {number} {test.__name__}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} {test.__name__}\n# {error}", flush=True)
    register.remove()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
