"""From starting the program to its first frame and its first mark, beside an empty libadwaita window. Prints figures."""

import os
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

FRAMSTEG, EMPTY, WATCH, REGISTER = sys.argv[1:5]
ROUNDS = 5
PATIENCE = 30


def memory(pid):
    """What the process alone takes, in megabytes: pages of files are shared."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        values = dict(line.split(":", 1) for line in file)
    return int(values["RssAnon"].split()[0]) / 1024


def leader(register):
    """Somebody who leads a workshop: the roster opens by itself."""
    base = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
    sql = "SELECT s.login FROM staff s JOIN role_grant g ON g.staff = s.id WHERE g.role = 'activity_leader' AND g.workshop IS NOT NULL AND s.active = 1"
    return base.execute(sql).fetchone()[0]


def started(words, wanted, env):
    """Starts a program, types into it, and gives the times of what it told; ends it."""
    begin = time.monotonic()
    program = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env={**env, "LD_PRELOAD": WATCH})
    keys, told = None, {}
    try:
        for line in program.stderr:
            if not line.startswith(b"watch "):
                continue
            what, at = line.decode().split()[1:3]
            told.setdefault(what, int(at) / 1e6 - begin)
            if keys is None:  # a window is there: from now on a key every ten milliseconds
                keys = subprocess.Popen(["xdotool", "key", "--repeat", "600", "--repeat-delay", "10", "p"])
            if wanted in told or time.monotonic() > begin + PATIENCE:
                break
        told["memory"] = memory(program.pid)
        return told
    finally:
        for process in (keys, program):
            if process is not None and process.poll() is None:
                process.send_signal(signal.SIGKILL)
                process.wait()


def row(what, times, key):
    values = [told[key] * 1000 for told in times if key in told]
    if not values:
        print(f"{what:46} was not seen")
        return None
    print(f"{what:46} median {statistics.median(values):8.1f} ms   least {min(values):8.1f} ms   most {max(values):8.1f} ms")
    return statistics.median(values), min(values)


def ratio(own, base):
    """Of the medians, and of the quickest: on a busy machine the second tells more."""
    return f"median {own[0] / base[0]:8.2f} ×    least {own[1] / base[1]:8.2f} ×"


def main():
    if "DISPLAY" not in os.environ or shutil.which("xdotool") is None:
        print("no screen here; ./dev bench makes one")
        return
    env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    folder = tempfile.mkdtemp(prefix="framsteg-bench-")
    try:
        empty, window = [], []
        for _ in range(ROUNDS):
            empty.append(started([EMPTY], "key", env))
            copy = os.path.join(folder, "framsteg.db")
            for suffix in ("-wal", "-shm"):
                if os.path.exists(copy + suffix):
                    os.unlink(copy + suffix)
            shutil.copy(REGISTER, copy)
            state = {name: os.path.join(folder, name.lower()) for name in ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
            window.append(started([FRAMSTEG, "--as", leader(REGISTER), copy], "mark", {**env, **state}))
        base_frame, frame = row("empty window, first frame", empty, "frame"), row("Framsteg, first frame", window, "frame")
        base_key, mark = row("empty window, first key", empty, "key"), row("Framsteg, first mark on disk and drawn", window, "mark")
        if base_frame and frame:
            print(f"{'  first frame, Framsteg / empty window':46} {ratio(frame, base_frame)}")
        if base_key and mark:
            print(f"{'  first mark / first key of the empty window':46} {ratio(mark, base_key)}")
        base, own = (statistics.median(told["memory"] for told in times) for times in (empty, window))
        print(f"{'memory of its own: empty window, Framsteg':46} {base:8.1f} MB, {own:8.1f} MB: {own / base:.2f} ×")
    finally:
        shutil.rmtree(folder)


main()
