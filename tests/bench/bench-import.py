"""Import of tests/data/fram beside the sqlite3 shell that inserts the same rows into the same schema. Prints figures."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

PROGRAM, SOURCE = sys.argv[1:3]
FRAM = os.path.join(SOURCE, "tests/data/fram")
DERIVED = {"person_name", "person_search"}  # what the program works out from rows; the shell has to write it as well
BOOKS = {"ident", "sender", "action", "change", "stamp", "access_log"}  # ids, change log and log of readings
ROUNDS = 3


def ctl(path, *words):
    begin = time.monotonic()
    subprocess.run([PROGRAM, "--register", path, *words], check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


def tables(base):
    rows = base.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in rows if not re.match(r"person_search_", name)]


def inserts(empty, full, script, books):
    """The rows that the import added, as a script in one transaction with the durability of the program."""
    base = sqlite3.connect(f"file:{full}?mode=ro", uri=True)
    base.execute("ATTACH ? AS old", (f"file:{empty}?mode=ro",))
    count = 0
    with open(script, "w", encoding="utf-8") as out:
        out.write("PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA cache_size=-200000;\nBEGIN IMMEDIATE;\nPRAGMA defer_foreign_keys=ON;\n")
        for name in sorted(tables(base), key=lambda n: (n != "ident", n not in BOOKS, n)):
            if name in ("meta", "person_search") or (not books and name in BOOKS - {"ident"}):
                continue
            columns = [row[1] for row in base.execute(f"PRAGMA table_info ({name})")]
            quoted = " || ',' || ".join(f"quote (n.{column})" for column in columns)
            same = " AND ".join(f"o.{row[1]} IS n.{row[1]}" for row in base.execute(f"PRAGMA table_info ({name})") if row[5])
            for (values,) in base.execute(f"SELECT {quoted} FROM main.{name} n WHERE NOT EXISTS (SELECT 1 FROM old.{name} o WHERE {same})"):
                out.write(f"INSERT INTO {name} VALUES ({values});\n")
                count += 1
        out.write("INSERT INTO person_search (rowid, words) SELECT participant, words FROM person_name WHERE participant NOT IN"
                  " (SELECT rowid FROM person_search);\nCOMMIT;\n")
    base.close()
    return count


def shell(path, script):
    begin = time.monotonic()
    with open(script, "rb") as file:
        done = subprocess.run(["sqlite3", "-bail", path], stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return time.monotonic() - begin


def main():
    if shutil.which("sqlite3") is None:
        print("the sqlite3 shell is not installed; nothing to compare with")
        return
    folder = tempfile.mkdtemp(prefix="framsteg-bench-")
    try:
        empty, full = os.path.join(folder, "empty.db"), os.path.join(folder, "full.db")
        ctl(empty, "init")
        times = {"import": [], "all": [], "facts": []}
        counts = {}
        for _ in range(ROUNDS):
            shutil.copy(empty, full)
            times["import"].append(ctl(full, "import", FRAM))
        for kind in ("all", "facts"):
            script = os.path.join(folder, kind + ".sql")
            counts[kind] = inserts(empty, full, script, kind == "all")
            for _ in range(ROUNDS):
                target = os.path.join(folder, "target.db")
                shutil.copy(empty, target)
                times[kind].append(shell(target, script))
        best = {kind: min(values) for kind, values in times.items()}
        print(f"import of tests/data/fram                      {best['import']:8.2f} s")
        print(f"sqlite3 shell, the same {counts['all']:7} rows           {best['all']:8.2f} s   import / shell {best['import'] / best['all']:6.2f} ×")
        print(f"sqlite3 shell, {counts['facts']:7} rows without change log {best['facts']:8.2f} s   import / shell {best['import'] / best['facts']:6.2f} ×")
        print(f"import again, nothing new                      {ctl(full, 'import', FRAM):8.2f} s")
        print(f"export                                         {ctl(full, 'export', os.path.join(folder, 'out')):8.2f} s")
    finally:
        shutil.rmtree(folder)


main()
