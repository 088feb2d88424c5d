"""The form of the code: clang-format, sizes, nothing left for later."""

import re
import subprocess

from tap import ROOT, Skip, files, read, run

CODE = (".c", ".h", ".py", ".ui", ".css", ".sql", ".sh", ".build", ".programme")
LEFT = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def written():
    return files("src", "ui", "tests", "data", ends=CODE) + ["dev", "meson.build"]


def the_code_is_formatted():
    try:
        version = subprocess.run(["clang-format", "--version"], capture_output=True, text=True, check=True).stdout
    except FileNotFoundError:
        raise Skip("clang-format is not installed") from None
    if not re.search(r"version 14\.", version):
        raise Skip(f"the form is that of clang-format 14, here is{version.split('version')[-1].rstrip()}")
    paths = files("src", "tests", ends=(".c", ".h"))
    done = subprocess.run(["clang-format", "--dry-run", *paths], cwd=ROOT, capture_output=True, text=True)
    return sorted({line.split(":")[0] + ": run ./dev format" for line in done.stderr.splitlines() if "[-Wclang" in line})


def no_file_is_over_1000_lines():
    for path in written():
        lines = read(path).count("\n")
        if lines > 1000:
            yield f"{path} has {lines} lines"


def the_readme_is_short():
    lines = read("README.md").count("\n")
    if lines > 200:
        yield f"README.md has {lines} lines"


def nothing_is_left_for_later():
    for path in written():
        for number, line in enumerate(read(path).splitlines(), 1):
            if LEFT.search(line):
                yield f"{path}:{number}: {line.strip()}"


run(the_code_is_formatted, no_file_is_over_1000_lines, the_readme_is_short, nothing_is_left_for_later)
