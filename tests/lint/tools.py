"""The suite's own tools: the private screen keeps what it promises, and the sum of a run cannot be fooled."""

import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

from tap import ROOT, Skip, run

GUI_RUN = os.path.join(ROOT, "tests/tools/gui-run.sh")
SUM = os.path.join(ROOT, "tests/tools/sum-results.py")


def screen(*command, **environment):
    if shutil.which("Xvfb") is None:
        raise Skip("Xvfb is not installed")
    return subprocess.Popen(
        [GUI_RUN, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, **environment},
    )


def a_screen_passes_everything_through():
    process = screen("sh", "-c", "cat; echo wrong >&2; exit 7")
    out, err = process.communicate("in", timeout=30)
    if (process.returncode, out, err) != (7, "in", "wrong\n"):
        yield f"got {process.returncode}, {out!r}, {err!r}"


def screens_differ_and_have_their_size():
    sizes = ("360x800", "1280x800", "800x600")
    show = 'echo "$DISPLAY"; xwininfo -root | sed -n "s/.*-geometry //p"'
    answers = [p.communicate(timeout=30)[0].split() for p in [screen("sh", "-c", show, SIZE=size) for size in sizes]]
    if len({answer[0] for answer in answers}) != len(sizes):
        yield f"two share a display: {answers}"
    if [answer[1].split("+")[0] for answer in answers] != list(sizes):
        yield f"sizes are {answers}"


def style_and_contrast_are_set():
    show = 'echo "$ADW_DEBUG_COLOR_SCHEME $ADW_DEBUG_HIGH_CONTRAST"'
    out, _ = screen("sh", "-c", show, THEME="dark", HIGH_CONTRAST="1").communicate(timeout=30)
    if out != "prefer-dark 1\n":
        yield f"got {out!r}"


def a_screen_leaves_nothing_behind():
    with tempfile.TemporaryDirectory() as folder:
        process = screen("sh", "-c", 'echo "$$ $XDG_RUNTIME_DIR"; exec sleep 60', TMPDIR=folder)
        pid = int(process.stdout.readline().split()[0])
        process.terminate()
        process.communicate(timeout=30)
        yield from glob.glob(folder + "/*")
        if os.path.exists(f"/proc/{pid}"):
            yield f"the command still runs as {pid}"


def total(*tests):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        log.write("\n".join(json.dumps(test) for test in tests))
        log.flush()
        done = subprocess.run([sys.executable, SUM, f"x={log.name}"], capture_output=True, text=True)
    return done.returncode, done.stdout.splitlines()[-1]


def program(result, stdout=""):
    return {"name": "x", "result": result, "stdout": stdout}


def the_sum_counts_every_test_once():
    cases = [
        ((), (1, "0 passed, 1 failed")),
        ((program("OK", "ok 1 a\nok 2 b # SKIP why\nok 3 c\n"),), (0, "2 passed, 0 failed")),
        ((program("FAIL", "ok 1 a\nnot ok 2 b\n"),), (1, "1 passed, 1 failed")),
        ((program("ERROR", "ok 1 a\n"), program("OK", "no TAP")), (1, "2 passed, 1 failed")),
        ((program("TIMEOUT"),), (1, "0 passed, 1 failed")),
        ((program("SKIP", "1..0 # SKIP all\n"),), (1, "0 passed, 1 failed")),
    ]
    for tests, wanted in cases:
        if total(*tests) != wanted:
            yield f"{tests} gives {total(*tests)}, not {wanted}"


def scripts_are_plain_shell():
    for script in ("dev", "tests/tools/gui-run.sh", ".ci/run"):
        done = subprocess.run(["bash" if script == ".ci/run" else "sh", "-n", script], cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0 or not os.access(os.path.join(ROOT, script), os.X_OK):
            yield f"{script}: {done.stderr or 'may not be executed'}"


run(
    a_screen_passes_everything_through,
    screens_differ_and_have_their_size,
    style_and_contrast_are_set,
    a_screen_leaves_nothing_behind,
    the_sum_counts_every_test_once,
    scripts_are_plain_shell,
)
