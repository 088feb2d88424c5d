"""sum-results.py NAME=TESTLOG.json …: counts what `meson test` ran and ends with “N passed, N failed”.

A TAP program counts with each of its tests, any other program as one. A program that failed without a failed test of its own
(it crashed, hung, or ran fewer tests than planned) counts as one failed. No test at all is a failure too. Exit status: 0 only if
all passed. What a failed program said last stands above the sums, so that a log that is cut off at its beginning still tells it.
"""

import json
import re
import sys

LINE = re.compile(r"^(not )?ok\b(.*)$", re.MULTILINE)
GOOD = {"OK", "EXPECTEDFAIL", "SKIP"}
LAST_LINES = 40


def count(test):
    """(passed, failed, skipped) of one test program."""
    passed = failed = skipped = 0
    for refused, rest in LINE.findall(test.get("stdout") or ""):
        if re.search(r"#\s*skip", rest, re.IGNORECASE):
            skipped += 1
        elif refused:
            failed += 1
        else:
            passed += 1
    if test["result"] not in GOOD:
        return passed, max(failed, 1), skipped
    if passed + failed + skipped == 0:
        return (0, 0, 1) if test["result"] == "SKIP" else (1, 0, 0)
    return passed, failed, skipped


def read(path):
    try:
        with open(path, encoding="utf-8") as log:
            return [json.loads(line) for line in log if line.strip()]
    except OSError:
        return []


def tell(name, test):
    """Prints what a program that failed said last: its tests that failed, then the end of all it said."""
    out = (test.get("stdout") or "").splitlines()
    said = [line for line in out if line.startswith("not ok")] + (out + (test.get("stderr") or "").splitlines())[-LAST_LINES:]
    print(f"---- {name}: {test['name']} ({test['result']}, {test.get('duration', 0):.0f} s)")
    for line in said:
        print(f"  {line[:300]}")


def main(arguments):
    total_passed = total_failed = 0
    rounds = [(name, read(path)) for name, path in (argument.split("=", 1) for argument in arguments)]
    for name, tests in rounds:
        for test in tests:
            if count(test)[1]:
                tell(name, test)
    for name, tests in rounds:
        counts = [count(test) for test in tests]
        passed, failed, skipped = (sum(column) for column in zip(*counts)) if counts else (0, 0, 0)
        if passed + failed == 0:
            print(f"{name}: no test ran")
            failed = 1
        for test, (_, bad, _) in zip(tests, counts):
            if bad:
                print(f"{name}: {test['name']}: {bad} failed ({test['result']})")
        print(f"{name}: {len(tests)} programs, {passed} passed, {failed} failed, {skipped} skipped")
        total_passed += passed
        total_failed += failed
    print(f"{total_passed} passed, {total_failed} failed")
    return 0 if total_failed == 0 and total_passed > 0 else 1


sys.exit(main(sys.argv[1:]))
