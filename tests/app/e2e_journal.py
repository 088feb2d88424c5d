"""Writing in a participant's journal with the keyboard alone; a program that is killed loses at most the last second.
Prints TAP. Run under tests/tools/gui-run.sh: e2e_journal.py FRAMSTEG FRAMSTEGCTL.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tools"))
from a11y import Program, find_all, has, keys, wait, walk, write  # noqa: E402

FRAMSTEG, CTL = sys.argv[1:3]
NOW = "2026-11-12T09:00"
WORKER = "Rebecka Memic"


class Register:
    """A demonstration, in which the case worker has participants of the own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="framsteg-e2e-")
        self.path = os.path.join(self.folder, "register.db")
        self.ctl("demo", "--participants=40", "--years=1", "--until=2026-11-11")
        self.case = self.own_participant()

    def ctl(self, *words, who=None):
        seat = [f"--as={who}"] if who else []
        done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", *seat, *words], capture_output=True, text=True)
        assert done.returncode == 0, f"framstegctl {' '.join(words)}: {done.stderr}"
        return done.stdout

    def own_participant(self):
        """Whoever the case worker can write about, and has no draft."""
        for row in json.loads(self.ctl("--format=json", "participants", "--phase=participation")):
            for worker in self.workers():
                done = subprocess.run([CTL, f"--register={self.path}", f"--now={NOW}", f"--as={worker}", "journal", row["case"], "--add", "x", "--sign"],
                                      capture_output=True, text=True)
                if done.returncode == 0:
                    self.worker = worker
                    return row["case"]
        raise AssertionError("nobody can write about anybody")

    def workers(self):
        return [WORKER] + [row["name"] for row in json.loads(self.ctl("--format=json", "staff")) if "case_worker" in json.dumps(row)]

    def drafts(self):
        rows = json.loads(self.ctl("--format=json", "journal", self.case, who=self.worker))
        return [row["text"] for row in rows if not row["signed"] and row["author"]]

    def program(self):
        state = os.path.join(self.folder, "state")
        return Program([FRAMSTEG, f"--register={self.path}", f"--now={NOW}", f"--as={self.worker}"], XDG_STATE_HOME=state,
                       GTK_A11Y="atspi", GSETTINGS_BACKEND="memory")

    def remove(self):
        shutil.rmtree(self.folder)


def until(condition, what):
    assert wait(condition, 10), what


def focused(app, name):
    return any(has(node, "focused") and (node.get_name() or "").startswith(name) for node in walk(app))


def begin_entry(register, app):
    until(lambda: any(has(n, "active") for n in find_all(app, "frame")), "the window has not the keyboard")
    until(lambda: any((n.get_name() or "").startswith("Today") for n in walk(app)), "the first page is not there")
    keys("ctrl+k")
    until(lambda: any(has(n, "focused") and n.get_role_name() in ("entry", "text") for n in walk(app)), "no place to search")
    write(register.case)
    until(lambda: any(register.case in (n.get_name() or "") for n in walk(app)), "the search finds nobody")
    keys("Return")
    until(lambda: any(n.get_name() == "Journal" for n in walk(app)), "the participant is not there")
    keys("ctrl+6")
    until(lambda: any(n.get_name() == "New entry" for n in walk(app)), "the journal is not there")
    keys("ctrl+n")
    until(lambda: focused(app, "What is to be kept"), "there is nothing to write in")


def a_killed_program_loses_at_most_the_last_second(register):
    with register.program() as (process, app):
        begin_entry(register, app)
        write("Agreed on three days")
        until(lambda: "Agreed on three days" in register.drafts(), "the pause has not kept it")
        write(" a week")
        until(lambda: "Agreed on three days a week" in register.drafts(), "the second pause has not kept it")
        os.kill(process.pid, signal.SIGKILL)
    assert register.drafts() == ["Agreed on three days a week"], register.drafts()


def the_draft_is_signed_with_the_keyboard(register):
    with register.program() as (_, app):
        until(lambda: any(n.get_name() == "What is to be kept" for n in walk(app)), "the draft is not there again")
        keys("ctrl+6")
        until(lambda: focused(app, "What is to be kept"), "the keyboard is not on the draft")
        keys("ctrl+Return")
        until(lambda: register.drafts() == [], "it is not signed")


def main():
    tests = [a_killed_program_loses_at_most_the_last_second, the_draft_is_signed_with_the_keyboard]
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
