"""A few lines of TAP: each check is a function that returns the problems it found; none is a pass."""

import os
import sys

ROOT = sys.argv[1] if len(sys.argv) > 1 else "."


class Skip(Exception):
    """The check cannot be made here; the text says why."""


def files(*folders, ends):
    """Paths below the folders, relative to the source, in a fixed order."""
    found = []
    for folder in folders:
        for at, _, names in os.walk(os.path.join(ROOT, folder)):
            found += [os.path.relpath(os.path.join(at, name), ROOT) for name in names if name.endswith(tuple(ends))]
    return sorted(found)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def run(*checks):
    failures = 0
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, 1):
        name = check.__name__.replace("_", " ")
        try:
            problems = list(check())
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
            continue
        except Exception as error:  # a check that cannot be made has not passed
            problems = [f"{type(error).__name__}: {error}"]
        for problem in problems:
            print(f"# {problem}")
        failures += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {number} - {name}")
    sys.exit(failures > 0)
