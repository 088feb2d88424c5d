"""Files that are missing, something else, damaged, newer, not to be written or in use: a sentence, never a new file."""

import os
import sqlite3
import subprocess

from ctl import PROGRAM, Register, Skip, Wrong, call, environment, equal, expect, run, sentence, small

READING = (["participants"], ["roster", "snickeri"], ["show", "F2026-0001"], ["log"], ["staff"], ["check"])
WRITING = (["mark", "snickeri", "F2026-0001", "present"], ["add", "staff", "X"], ["add", "closed-day", "2026-12-28", "--name", "x"])


def a_missing_register_is_no_new_one(folder):
    register = Register(folder, "missing.db")
    for words in READING + WRITING:
        expect("missing.db" in sentence(register(*words, status=1)), words)
    equal(os.listdir(folder), [], "files")


def something_else_is_no_register(folder):
    for name, content in (("letter", b"Dear all,\n" * 500), ("empty", b""), ("short", b"SQLite format 3\0")):
        register = Register(folder, name)
        with open(register.path, "wb") as file:
            file.write(content)
        for words in READING[:2] + WRITING[:1]:
            said = sentence(register(*words, status=1))
            expect(name in said, said)
        with open(register.path, "rb") as file:
            equal(file.read(), content, f"{name} afterwards")
    other = Register(folder, "other.db")
    base = sqlite3.connect(other.path)
    base.execute("CREATE TABLE recipes (name TEXT)")
    base.commit()
    base.close()
    expect("not a Framsteg register" in sentence(other("participants", status=1)), "another program's base")
    os.mkdir(os.path.join(folder, "directory"))
    sentence(Register(folder, "directory")("participants", status=1))


def a_damaged_register_says_so(folder):
    register = small(folder)
    size = os.path.getsize(register.path)
    with open(register.path, "r+b") as file:
        for page in range(2, size // 4096):
            file.seek(page * 4096)
            file.write(b"\xa5" * 700)
    for words in READING[:3] + WRITING[:1] + (["check"],):
        done = register(*words, status=1)
        said = done.err.splitlines()[-1]
        expect("damaged" in said or "fault" in said or "backup" in said, f"{words}: {done.err}")


def a_cut_register_says_so(folder):
    register = small(folder)
    with open(register.path, "r+b") as file:
        file.truncate(os.path.getsize(register.path) // 3 // 4096 * 4096)
    done = register("roster", "snickeri", status=1)
    expect("damaged" in done.err, done.err)


def a_newer_register_is_read_and_not_changed(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present")
    register.set("PRAGMA user_version = 9999")
    before = register.content()
    done = register("--format", "csv", "roster", "snickeri")
    expect("F2026-0001" in done.out and "newer" in done.err, "reading")
    for words in WRITING:
        expect("newer" in register(*words, status=1).err, words)
    equal(register.content(), before, "the register")
    equal(register.query("PRAGMA user_version"), [(9999,)], "its version")


def another_user(*words, status):
    """Root writes everywhere; nobody does not."""
    if os.geteuid() != 0:
        return call(*words, status=status)
    try:
        done = subprocess.run([PROGRAM, *words], capture_output=True, env=environment(), user=65534, group=65534, extra_groups=[])
    except PermissionError:
        raise Skip("another user may not reach the program here") from None
    done.out, done.err = done.stdout.decode(), done.stderr.decode()
    if done.returncode == 126 or "ermission denied" in done.err and "error while loading" in done.err:
        raise Skip("another user may not reach the program here")
    if done.returncode != status:
        raise Wrong(f"{words}: exit status {done.returncode}: {done.err}")
    return done


def a_register_that_cannot_be_written_is_read(folder):
    register = small(folder)
    os.chmod(folder, 0o555)
    os.chmod(register.path, 0o444)
    try:
        another_user("--version", status=0)
        before = register.content()
        done = another_user("--register", register.path, "--format", "csv", "roster", "snickeri", status=0)
        expect("F2026-0001" in done.out and "write-protected" in done.err, done.err)
        for words in WRITING:
            done = another_user("--register", register.path, *words, status=1)
            expect("write-protected" in done.err, done.err)
        equal(register.content(), before, "the register")
        os.chmod(register.path, 0o000)
        if os.geteuid() == 0:
            expect("cannot be read" in another_user("--register", register.path, "participants", status=1).err, "unreadable")
    finally:
        os.chmod(folder, 0o700)


def a_register_in_use_is_waited_for_and_then_refused(folder):
    register = small(folder)
    other = sqlite3.connect(register.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    expect("roster" and "F2026-0001" in register("--format", "csv", "roster", "snickeri").out, "reading goes on")
    said = sentence(register("mark", "snickeri", "F2026-0001", "present", status=1))
    expect("try again" in said, said)
    other.execute("ROLLBACK")
    other.close()
    register("mark", "snickeri", "F2026-0001", "present")


def two_programs_write_in_turn(folder):
    register = small(folder)
    jobs = [subprocess.Popen([PROGRAM, "--register", register.path, "mark", "snickeri", case, status], env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for case in ("F2026-0001", "F2026-0002") for status in ("present", "sick", "leave", "none", "present")]
    for job in jobs:
        _, err = job.communicate()
        equal((job.returncode, err), (0, b""), "one of ten at once")
    expect("nothing is wrong" in register("check").out, "check")


def a_full_output_is_a_failure(folder):
    register = small(folder)
    with open("/dev/full", "w") as full:
        done = subprocess.run([PROGRAM, "--register", register.path, "participants"], stdout=full, stderr=subprocess.PIPE, env=environment())
    equal(done.returncode, 1, "exit status")
    expect(done.stderr.decode().strip().endswith("."), done.stderr)


def a_place_that_does_not_exist_is_told(folder):
    register = small(folder)
    with open(os.path.join(folder, "file"), "w") as file:
        file.write("x")
    below = os.path.join(folder, "file", "below")
    expect("below" in register.refuses("backup", below), "backup")
    register.refuses("export", below)
    sentence(Register(below)("init", status=1))


run(
    a_missing_register_is_no_new_one,
    something_else_is_no_register,
    a_damaged_register_says_so,
    a_cut_register_says_so,
    a_newer_register_is_read_and_not_changed,
    a_register_that_cannot_be_written_is_read,
    a_register_in_use_is_waited_for_and_then_refused,
    two_programs_write_in_turn,
    a_full_output_is_a_failure,
    a_place_that_does_not_exist_is_told,
)
