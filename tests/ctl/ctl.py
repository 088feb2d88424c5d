"""Drives the real framstegctl: a register of its own per check, TAP, and what each refusal must keep."""

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback

PROGRAM, SOURCE, BUILD = sys.argv[1:4]
FRAM = os.path.join(SOURCE, "tests/data/fram")
NOW = "2026-11-12T09:00"  # a Thursday
ROSTER = "case,name,workshop,date,planned_from,planned_to,planned_hours,status,minutes_late,hours,marked_by,marked_at,note"
PARTICIPANTS = "case,name,sex,birth_date,organisation,phase,enrolled,closed,workshops"


class Skip(Exception):
    """The check cannot be made here; the text says why."""


class Wrong(Exception):
    """What a check found."""


def expect(held, what):
    if not held:
        raise Wrong(what)


def equal(found, wanted, what="value"):
    if found != wanted:
        raise Wrong(f"{what}: found {found!r}, wanted {wanted!r}")


def environment(**more):
    env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "XDG_"))}
    return {**env, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "FRAMSTEG_NOW": NOW, **more}


def swedish():
    """Swedish words and, where the locale is built, numbers with a comma."""
    places = [os.environ.get("LOCPATH", ""), os.path.join(BUILD, "tests/locale"), os.path.join(BUILD, "locale")]
    for place in places:
        if os.path.isdir(os.path.join(place, "sv_SE.UTF-8")):
            return {"LC_ALL": "sv_SE.UTF-8", "LOCPATH": place, "LANGUAGE": "sv"}
    return {"LC_ALL": "C.UTF-8", "LANGUAGE": "sv"}


def call(*words, status=0, env=None, **options):
    done = subprocess.run([PROGRAM, *words], capture_output=True, env=environment(**(env or {})), timeout=600, **options)
    done.out, done.err = done.stdout.decode(), done.stderr.decode()
    if done.returncode != status:
        raise Wrong(f"{' '.join(words)}: exit status {done.returncode}, wanted {status}\n{done.out[-1500:]}{done.err[-1500:]}")
    return done


def sentence(done):
    """A refusal is one sentence on the error output and nothing else."""
    lines = done.err.splitlines()
    equal(len(lines), 1, f"lines of {done.err!r}")
    expect(lines[0][0].isupper() or lines[0][0] in "“”0123456789", f"no sentence: {lines[0]}")
    expect(lines[0].endswith((".", "?")), f"no full stop: {lines[0]}")
    equal(done.out, "", "output of a refusal")
    return lines[0]


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


class Register:
    """A register in a folder of its own."""

    def __init__(self, folder, name="framsteg.db"):
        self.folder = folder
        self.path = os.path.join(folder, name)

    def __call__(self, *words, status=0, as_=None, **options):
        who = ["--as", as_] if as_ else []
        return call("--register", self.path, *who, *words, status=status, **options)

    def refuses(self, *words, status=1, **options):
        """The sentence of a refusal after which the register holds what it held."""
        before = self.content()
        said = sentence(self(*words, status=status, **options))
        equal(self.content(), before, f"the register after refusing {words}")
        return said

    def csv(self, *words, **options):
        return rows(self("--format", "csv", *words, **options).out)

    def json(self, *words, **options):
        return json.loads(self("--format", "json", *words, **options).out)

    def query(self, sql, *values):
        base = sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)
        try:
            return base.execute(sql, values).fetchall()
        finally:
            base.close()

    def content(self):
        """All that was recorded; the log of readings is not part of it."""
        names = [name for (name,) in self.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")]
        return {name: self.query(f"SELECT * FROM {name}") for name in names if name not in ("access_log", "meta")}

    def set(self, sql):
        base = sqlite3.connect(self.path)
        base.execute(sql)
        base.commit()
        base.close()


def small(folder):
    """Two workshops with three people; Eva leads one of them."""
    register = Register(folder)
    register("init")
    register("add", "staff", "Eva Lind", "--login", "eva", "--role", "activity_leader:snickeri")
    register("add", "staff", "Mats Ek", "--login", "mats", "--role", "manager")
    register("add", "staff", "Hanna Dahl", "--login", "hanna", "--role", "case_worker")
    register("add", "staff", "Petra Falk", "--login", "petra", "--role", "place_finder")
    register("add", "staff", "Mia Nord", "--login", "mia", "--role", "peer_mentor")
    register("add", "staff", "Alva Berg", "--login", "alva", "--role", "administrator")
    for given, family, workshop in (("Amina", "Hassan", "snickeri"), ("Örjan", "Åberg", "snickeri"), ("Leyla", "Öz", "tradgard")):
        case = register("add", "participant", "--given", given, "--family", family, "--sex", "F", "--born", "1994-03-02",
                        "--organisation", "AF", "--enrolled", "2026-09-01").out.strip()
        register("place", case, workshop, "--from", "2026-09-01", "--slots", "mon 09-12,thu 09-11:30")
    return register


def run(*checks):
    failures = 0
    print(f"1..{len(checks)}", flush=True)
    for number, check in enumerate(checks, 1):
        name = check.__name__.replace("_", " ")
        folder = tempfile.mkdtemp(prefix="framsteg-ctl-")
        try:
            check(folder)
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}", flush=True)
            continue
        except Exception as problem:  # whatever it is, it is this check that failed
            told = str(problem) if isinstance(problem, Wrong) else traceback.format_exc()
            print("".join(f"# {line}\n" for line in told.splitlines()), end="")
            failures += 1
            print(f"not ok {number} - {name}", flush=True)
            continue
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        print(f"ok {number} - {name}", flush=True)
    sys.exit(failures > 0)
