"""The adaptation card at the command line: its text is read back from the PDF; it goes to nobody without a consent."""

import os
import shutil
import subprocess

from ctl import Register, Skip, equal, expect, run

PLACE = "Blomsterhandeln Linnea"
THERAPIST = "Dragana Andersen"


def words(path):
    if shutil.which("pdftotext") is None:
        raise Skip("pdftotext is not installed (package poppler-utils)")
    found = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    return " ".join(found.split())



def house(folder):
    """A demonstration house; one of its people has something in place, and what was seen there."""
    register = Register(folder)
    register("demo", "--participants", "40")
    carried = {case for case, in register.query(
        "SELECT p.case_no FROM case_worker c JOIN enrolment e ON e.id = c.enrolment JOIN participant p ON p.id = e.participant"
        " WHERE c.gone = 0 AND c.from_day <= '2026-11-12' AND ifnull (c.to_day, '9') >= '2026-11-12' AND p.protected = 0")}
    row = next(row for row in register.csv("adaptations")
               if row["status"] == "in_place" and row["instruction"] and row["case"] in carried)
    register("seen", row["case"], "Helps who is new", "--agreed")
    register("seen", row["case"], "Not agreed to")
    return register, row


def card(register, folder, case, *options, name="card.pdf", as_=THERAPIST):
    path = os.path.join(folder, name)
    out = register("document", "card", case, "--output", path, *options, as_=as_).out
    expect(out.endswith(path + "\n"), out)
    return path


def the_card_says_what_works(folder):
    register, row = house(folder)
    path = card(register, folder, row["case"], "--own", "I am careful")
    found = words(path)
    for part in ("What works for me", "I am good at this", "I am careful", "Helps who is new", "Do it like this",
                 " ".join(row["instruction"].split()), "Questions? Ask my case worker.", "I decide who sees this."):
        expect(part in found, f"{part}: {found}")
    expect(found.index("Helps who is new") < found.index("Do it like this"), "strengths come first")
    for part in ("Not agreed to", row["need"], "diagnos"):
        expect(part not in found, f"{part}: {found}")


def what_stands_on_it_is_chosen(folder):
    register, row = house(folder)
    there = register.csv("document", "card", row["case"], "--list", as_=THERAPIST)
    equal(list(there[0]), ["id", "kind", "text", "aid", "stands"])
    seen = next(line for line in there if line["text"] == "Helps who is new")
    secret = next(line for line in there if line["text"] == "Not agreed to")
    equal((seen["kind"], seen["stands"], secret["stands"]), ("seen", "yes", "no"))
    found = words(card(register, folder, row["case"], "--choose", seen["id"]))
    expect("Helps who is new" in found and " ".join(row["instruction"].split()) not in found, found)
    path = os.path.join(folder, "no.pdf")
    register.refuses("document", "card", row["case"], "--output", path, "--choose", secret["id"], as_=THERAPIST)
    register.refuses("document", "card", row["case"], "--output", path, "--choose", "nothing", as_=THERAPIST)
    expect(not os.path.exists(path), "a refused card is not written")


def it_goes_to_nobody_without_a_consent(folder):
    register, row = house(folder)
    path = os.path.join(folder, "no.pdf")
    to = ("document", "card", row["case"], "--output", path, "--recipient", PLACE)
    said = register("document", "card", row["case"], "--output", path, "--recipient", PLACE, as_=THERAPIST, status=1).err
    expect(f"no consent that names “{PLACE}”" in said, said)
    register("document", "card", row["case"], "--recipient", "Kaffestugan", "--consent", "spoken", as_=THERAPIST)
    register(*to, as_=THERAPIST, status=1)
    expect(not os.path.exists(path), "a refused card is not written")
    found = words(card(register, folder, row["case"], "--recipient", PLACE, "--consent", "written", "--until", "2026-12-01"))
    expect(f"for {PLACE}" in found, found)
    equal(register.query("SELECT recipient, form, given, until, withdrawn FROM consent WHERE kind = 'card' ORDER BY id DESC LIMIT 1"),
          [(PLACE, "written", "2026-11-12", "2026-12-01", None)])
    card(register, folder, row["case"], "--recipient", f" {PLACE.upper()} ", name="again.pdf")


def a_consent_runs_out_and_is_taken_back(folder):
    register, row = house(folder)
    path = os.path.join(folder, "no.pdf")
    to = ("document", "card", row["case"], "--output", path, "--recipient", PLACE)
    register("document", "card", row["case"], "--recipient", PLACE, "--consent", "spoken", "--until", "2026-11-20")
    said = register("--now", "2026-11-21T09:00", *to, status=1).err
    expect("ran out on 20 November" in said, said)
    said = register("document", "card", row["case"], "--recipient", PLACE, "--withdraw").out
    expect("withdrawn" in said, said)
    said = register(*to, status=1).err
    expect("withdrew the consent" in said, said)
    register("document", "card", row["case"], "--recipient", PLACE, "--consent", "spoken", status=1)
    expect(not os.path.exists(path), "a refused card is not written")


def nobody_else_makes_it(folder):
    register, row = house(folder)
    path = os.path.join(folder, "no.pdf")
    own = {name for name, in register.query(
        "SELECT s.name FROM case_worker c JOIN staff s ON s.id = c.staff JOIN enrolment e ON e.id = c.enrolment"
        " JOIN participant p ON p.id = e.participant WHERE p.case_no = ? AND c.gone = 0 AND c.from_day <= '2026-11-12'"
        " AND ifnull (c.to_day, '9') >= '2026-10-13'", row["case"])}
    may = {name for name, in register.query(
        "SELECT s.name FROM role_grant g JOIN staff s ON s.id = g.staff WHERE g.role = 'occupational_therapist'")} | own
    people = [name for name, in register.query("SELECT name FROM staff WHERE gone = 0 AND active = 1")]
    expect(own and set(people) - may, "there are both")
    for who in people:
        if who not in may:
            register.refuses("document", "card", row["case"], "--output", path, as_=who)
            register.refuses("document", "card", row["case"], "--list", as_=who)
            register.refuses("document", "card", row["case"], "--recipient", PLACE, "--consent", "spoken", as_=who)
    expect(not os.path.exists(path), "a refused card is not written")
    card(register, folder, row["case"], as_=sorted(own)[0])


def it_is_logged_as_exported(folder):
    register, row = house(folder)
    card(register, folder, row["case"])
    card(register, folder, row["case"], "--recipient", PLACE, "--consent", "spoken")
    equal(register.query("SELECT act, class, p.case_no, reason FROM access_log a JOIN participant p ON p.id = a.participant"
                         " WHERE act = 'exported' ORDER BY a.id"),
          [("exported", "need", row["case"], "adaptation card"),
           ("exported", "need", row["case"], f"adaptation card for {PLACE}")])


def a_protected_person_is_initials(folder):
    register, row = house(folder)
    given, family = register.query("SELECT given_name, family_name FROM participant WHERE case_no = ?", row["case"])[0]
    register.set(f"UPDATE participant SET protected = 1 WHERE case_no = '{row['case']}'")
    found = words(card(register, folder, row["case"], as_=None))
    expect(given not in found and family not in found, found)


def one_page_and_what_has_no_room_is_said(folder):
    register, row = house(folder)
    many = [word for number in range(40) for word in ("--own", f"Line {number:02} of what I am good at")]
    path = os.path.join(folder, "many.pdf")
    done = register("document", "card", row["case"], "--output", path, *many)
    found = words(path)
    left = [number for number in range(40) if f"Line {number:02} " not in found]
    expect(left, "not all of it has room")
    for number in left:
        expect(f"“Line {number:02} of what I am good at”" in done.err, done.err)
    equal(len([line for line in done.err.splitlines() if "Line" in line]), len(left), "no other is said to be left out")
    expect("…" not in found, found)


def what_is_wrong_is_said(folder):
    register, row = house(folder)
    register.refuses("document", "card", row["case"], status=2)
    register.refuses("document", "card", row["case"], "--consent", "spoken", status=2)
    register.refuses("document", "card", row["case"], "--recipient", PLACE, "--until", "2027-01-01", "--output", "x.pdf", status=2)
    register.refuses("document", "card", row["case"], "--recipient", PLACE, "--consent", "rumour")
    register.refuses("document", "card", row["case"], "--recipient", PLACE, "--consent", "spoken", "--until", "2026-11-11")


run(the_card_says_what_works, what_stands_on_it_is_chosen, it_goes_to_nobody_without_a_consent,
    a_consent_runs_out_and_is_taken_back, nobody_else_makes_it, it_is_logged_as_exported, a_protected_person_is_initials,
    one_page_and_what_has_no_room_is_said, what_is_wrong_is_said)
