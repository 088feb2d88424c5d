"""PINs of a shared computer from the command line: read from the standard input, kept as a hash, and nobody sets another's."""

import os

from ctl import equal, expect, run, sentence, small

PIN = b"407193"


def kept(register):
    return register.query("SELECT s.login, p.hash FROM pin p JOIN staff s ON s.id = p.staff")


def refused(register, *words, status=1, **options):
    before = kept(register)
    said = sentence(register(*words, status=status, **options))
    equal(kept(register), before, f"PINs after {words}")
    return said


def the_owner_sets_and_removes_anybodys(folder):
    register = small(folder)
    expect("eva has a new PIN" in register("pin", "eva", "--set", input=PIN + b"\n").out, "what is said")
    (login, found), = kept(register)
    equal(login, "eva")
    expect(found.startswith("$") and PIN.decode() not in found, f"no hash: {found}")
    register("pin", "eva", "--set", input=b"60718\n")
    expect(kept(register)[0][1] != found, "the second PIN is the first")
    expect("no PIN any more" in register("pin", "Eva Lind", "--clear").out, "what is said")
    equal(kept(register), [], "PINs afterwards")


def a_pin_is_in_no_file(folder):
    register = small(folder)
    register("pin", "eva", "--set", input=PIN + b"\n")
    register("pin", "eva", "--set", as_="eva", input=b"999\n60718\n", status=1)
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        expect(PIN not in content and b"60718" not in content, f"it is in {name}")
    expect(PIN.decode() not in register("log").out, "it is in the log")


def ones_own_needs_the_old_one(folder):
    register = small(folder)
    register("pin", "eva", "--set", input=PIN + b"\n")
    before = kept(register)[0][1]
    expect("That is not the PIN." in sentence(register("pin", "eva", "--set", as_="eva", input=b"999\n60718\n", status=1)), "wrong")
    equal(kept(register)[0][1], before, "the PIN after a wrong one")
    register("pin", "eva", "--set", as_="eva", input=PIN + b"\n60718\n")
    expect(kept(register)[0][1] != before, "the PIN is not changed")


def guessing_waits(folder):
    register = small(folder)
    register("pin", "eva", "--set", input=PIN + b"\n")
    for _ in range(3):
        register("pin", "eva", "--set", as_="eva", input=b"1\n60718\n", status=1)
    said = sentence(register("pin", "eva", "--set", as_="eva", input=PIN + b"\n60718\n", status=1))
    expect("too many wrong tries" in said and "Try again in" in said, said)
    # neither does another time, told to the program
    said = sentence(register("--now", "2027-11-12", "pin", "eva", "--set", as_="eva", input=PIN + b"\n60718\n", status=1))
    expect("too many wrong tries" in said, said)


def nobody_sets_anothers(folder):
    register = small(folder)
    expect("own PIN" in refused(register, "pin", "eva", "--set", as_="mats", input=PIN + b"\n"), "another's")
    expect("own PIN" in refused(register, "pin", "eva", "--set", as_="alva", input=PIN + b"\n"), "an administrator")
    register("pin", "eva", "--set", input=PIN + b"\n")
    expect("administrator" in refused(register, "pin", "eva", "--clear", as_="mats"), "a manager removes it")
    register("pin", "eva", "--clear", as_="alva")
    equal(kept(register), [], "PINs afterwards")
    expect("pin removed: Eva Lind" in register("log").out, "that it was removed is not in the log")


def what_is_no_pin_is_refused(folder):
    register = small(folder)
    for pin in (b"0000", b"1234", b"12", b"abcd", b"", b"1234567890123"):
        refused(register, "pin", "eva", "--set", input=pin + b"\n")
    refused(register, "pin", "eva", "--set", input=b"")
    refused(register, "pin", "nobody", "--set", input=PIN + b"\n")
    refused(register, "pin", "eva", status=2)
    refused(register, "pin", "eva", "--set", "--clear", status=2)


run(
    the_owner_sets_and_removes_anybodys,
    a_pin_is_in_no_file,
    ones_own_needs_the_old_one,
    guessing_waits,
    nobody_sets_anothers,
    what_is_no_pin_is_refused,
)
