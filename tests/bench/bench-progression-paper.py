"""A progression drawn process against process beside gnuplot: the same series, the same size, one run. Prints figures and ratios."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BENCH, PROGRAM = sys.argv[1:3]
ROUNDS = 9
QUESTIONS = 11
TERMINALS = {"pdf": "pdfcairo size 29.7cm,21cm font 'Cantarell,9'", "png": "pngcairo size 1280,800 font 'Cantarell,10'"}

# One chart of weeks over the whole width, eleven small panels of both sides below it: what the program draws.
HEAD = """set terminal {terminal}
set output '{output}'
set xdata time
set timefmt '%Y-%m-%d'
set format x '%b %y'
set datafile missing 'NaN'
set xrange ['{first}':'{last}']
set border 3
set tics nomirror
set multiplot
set size 1,0.32
set origin 0,0.68
set title 'Attendance and hours per week'
set y2range [0:100]
set y2tics
set yrange [0:*]
set boxwidth 500000
set style fill solid 0.6
plot '{data}' index 0 using 1:($2/60) with boxes fs empty lc rgb '#77767b' title 'planned', \\
     '' index 0 using 1:($3/60) with boxes lc rgb '#3584e4' title 'present', \\
     '' index 0 using 1:4 axes x1y2 with lines lw 2 lc rgb '#18794e' title 'rate'
unset y2tics
set yrange [0.5:5.5]
set ytics 1
set key off
set size 0.25,0.22
"""
PANEL = """set origin {x},{y}
set title 'Question {number}'
plot '{data}' index {own} using 1:2 with linespoints pt 7 ps 0.5 lw 2 lc rgb '#1a5fb4', \\
     '' index {other} using 1:2 with linespoints pt 4 ps 0.5 dt 2 lw 1.5 lc rgb '#a35200'
"""


def script(folder, data, kind):
    with open(data, encoding="ascii") as file:
        days = re.findall(r"^\d{4}-\d\d-\d\d", file.read(), re.M)
    text = HEAD.format(terminal=TERMINALS[kind], output=os.path.join(folder, "g." + kind), data=data, first=min(days), last=max(days))
    for number in range(QUESTIONS):
        text += PANEL.format(x=number % 4 * 0.25, y=0.45 - number // 4 * 0.22, number=number + 1, data=data, own=2 * number + 1,
                             other=2 * number + 2)
    path = os.path.join(folder, kind + ".gp")
    with open(path, "w", encoding="ascii") as file:
        file.write(text + "unset multiplot\n")
    return path


def measure(*words):
    """Seconds from start to end, and seconds of the processor, which a busy machine does not change."""
    begin = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{words} ended with {process.returncode}")
    return time.monotonic() - begin, used.ru_utime + used.ru_stime


def register(folder):
    """A register with the same series, so that opening, rights and the log count too."""
    files, path = os.path.join(folder, "files"), os.path.join(folder, "framsteg.db")
    os.mkdir(files)
    subprocess.run([BENCH, "--register", files], check=True)
    for words in (["init"], ["import", files]):
        done = subprocess.run([PROGRAM, "--register", path, *words], capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr.decode())
    return path


def has_terminals():
    if shutil.which("gnuplot") is None:
        return False
    shown = subprocess.run(["gnuplot", "-e", "set terminal"], capture_output=True, check=False)
    return all(name in (shown.stdout + shown.stderr).decode() for name in ("pngcairo", "pdfcairo"))


def compare(folder, path, data, kind):
    """In turn, so that a busy machine is busy for all of them."""
    out = os.path.join(folder, "f." + kind)
    size = [] if kind == "pdf" else ["--size", "1280x800"]
    command = [PROGRAM, "--register", path, "draw", "progression", "F2021-0001", "--output", out, *size]
    rows = {"gnuplot": ["gnuplot", script(folder, data, kind)], "the drawing alone": [BENCH, "--write", out],
            "framstegctl with its register": command}
    times = {name: [] for name in rows}
    for _ in range(ROUNDS + 1):
        for name, words in rows.items():
            times[name].append(measure(*words))
    middle = {name: [statistics.median(column) for column in zip(*found[1:])] for name, found in times.items()}
    for name, found in times.items():
        print(f"{kind}: {name:30} median {middle[name][0] * 1e3:7.1f} ms   least {min(found[1:])[0] * 1e3:7.1f} ms   "
              f"processor {middle[name][1] * 1e3:7.1f} ms")
    for name in list(rows)[1:]:
        elapsed, used = (middle["gnuplot"][i] / middle[name][i] for i in (0, 1))
        print(f"{kind}: gnuplot takes {elapsed:.1f} times as long as {name}, and {used:.1f} times as much of the processor")


def main():
    print(subprocess.run([BENCH], capture_output=True, check=True).stdout.decode(), end="")
    if not has_terminals():
        print("SKIP: gnuplot with pngcairo and pdfcairo is not installed (package gnuplot-nox); nothing to hold the figures against")
        return
    folder = tempfile.mkdtemp()
    try:
        data = os.path.join(folder, "series.dat")
        subprocess.run([BENCH, "--series", data], check=True)
        path = register(folder)
        for kind in TERMINALS:
            compare(folder, path, data, kind)
        print("aim: gnuplot takes three times as long")
    finally:
        shutil.rmtree(folder)


main()
