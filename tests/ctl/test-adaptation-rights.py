"""What the therapist writes comes out on the command line to nobody but the therapist and the own case worker: every role by
every way in. The line for the workshop comes out where it is to be done, and nothing else of it."""

import os
import re
import sqlite3
import subprocess
import uuid

from ctl import PROGRAM, Register, Skip, environment, equal, expect, run

NEED = ("SVÅRTMED", "PRÖVARDETTA", "EGNAORD", "UPPFÖLJNINGSAGT", "HJÄLPMEDELX", "ÖVERENSMED")
LINE = "RADEN"
ROLES = {"leader": "activity_leader", "therapist": "occupational_therapist", "mentor": "peer_mentor", "case worker": "case_worker",
         "place finder": "place_finder", "liaison": "liaison", "manager": "manager", "administrator": "administrator"}
FORMATS = ("text", "csv", "json")


def planted(folder):
    """A demonstration in which each text of each adaptation is a word that nobody else writes, with the case number in it."""
    register = Register(folder)
    register("demo", "--participants", "60")
    base = sqlite3.connect(register.path)
    base.executescript("""
        CREATE TEMP TABLE whose AS SELECT e.id AS enrolment, replace (p.case_no, '-', '') AS tag, p.case_no AS case_no
          FROM enrolment e JOIN participant p ON p.id = e.participant;
        UPDATE adaptation SET barrier = 'SVÅRTMED', measure = 'PRÖVARDETTA', own_words = 'EGNAORD', aid_kind = 'HJÄLPMEDELX',
          agreed_by = 'ÖVERENSMED';
        UPDATE adaptation_review SET note = 'UPPFÖLJNINGSAGT';
        UPDATE instruction SET line = 'RADEN' || (SELECT tag FROM whose WHERE enrolment = instruction.enrolment);
    """)
    highest = base.execute("SELECT max (id) FROM ident").fetchone()[0]
    for adaptation, in base.execute("SELECT id FROM adaptation").fetchall():
        highest += 1
        base.execute("INSERT INTO ident VALUES (?, ?, 0)", (highest, uuid.uuid4().bytes))
        base.execute("INSERT INTO adaptation_review (id, adaptation, day, outcome, note) VALUES (?, ?, '2026-10-01', 'helps', 'UPPFÖLJNINGSAGT')",
                     (highest, adaptation))
    base.commit()
    base.close()
    return register


def staff_of(register):
    """One of each role: name by role."""
    rows = register.csv("staff")
    return {**{role: next(row["name"] for row in rows if code in [part.split(":")[0] for part in row["roles"].split(";")][:1])
               for role, code in ROLES.items()}, "case worker": busiest_case_worker(register)}


def busiest_case_worker(register):
    """Who has most people with adaptations, now."""
    return register.query("""SELECT s.name FROM adaptation a JOIN case_worker c ON c.enrolment = a.enrolment
        JOIN staff s ON s.id = c.staff JOIN enrolment e ON e.id = a.enrolment WHERE e.closed IS NULL AND c.to_day IS NULL
        GROUP BY s.id ORDER BY count (*) DESC, s.name LIMIT 1""")[0][0]


def cases_of(register, name):
    return {row["case"] for row in register.csv("participants", as_=name)} if name else set()


def lines_in(told):
    return set(re.findall(LINE + r"(F\d{4})(\d{4})", told))


def ways(case, shops, folder):
    """Every command that prints something of people."""
    yield from (["participants"], ["participants", "--search", NEED[0]], ["participants", "--search", NEED[2]],
                ["participants", "--search", LINE], ["show", case], ["timeline", case], ["plan", case], ["progression", case],
                ["journal", case], ["journal", case, "--search", NEED[1]], ["support", case], ["seen", case], ["seen"], ["gaps"],
                ["gaps", "--seams"], ["commitments"], ["tasks"], ["rosters"], ["places"], ["log"], ["log", "--participant", case],
                ["absence", case], ["numbers", case], ["staff"], ["workshops"], ["adaptations", case], ["adaptations"],
                ["adaptations", "--due", "2027-12-31"])
    for shop in shops:
        yield ["roster", shop]
        yield ["week", shop]


def told_by(register, words, name, form):
    """What is printed, refused or not."""
    done = subprocess.run([PROGRAM, "--register", register.path, "--as", name, "--format", form, *words], capture_output=True,
                          env=environment(), timeout=60)
    return (done.stdout + done.stderr).decode()


def needs_come_out_to_therapist_and_own_case_worker_only(folder):
    register = planted(folder)
    people = staff_of(register)
    shops = [row["code"] for row in register.csv("workshops")]
    cases = sorted({row["case"] for row in register.csv("adaptations")})
    now = {row["case"] for row in register.csv("participants", "--phase", "participation")}
    case = next(number for number in cases if number in now)
    for role, name in people.items():
        for words in ways(case, shops, folder):
            for form in FORMATS if words[0] in ("roster", "show", "adaptations", "participants") else ("text", "json"):
                told = told_by(register, words, name, form)
                found = [word for word in NEED if word in told and word not in words]
                if role in ("therapist", "case worker") and words[0] == "adaptations":
                    continue  # theirs to read; whose, is looked at below
                expect(not found, f"{role}, {form} {' '.join(words)}: {found}")
    equal(len(register.csv("adaptations", as_=people["therapist"])), len(register.csv("adaptations")), "the therapist")


def a_case_worker_reads_needs_of_the_own_people_only(folder):
    register = planted(folder)
    name = staff_of(register)["case worker"]
    every = {row["case"] for row in register.csv("adaptations")}
    own = {row["case"] for row in register.csv("adaptations", as_=name)}
    wanted = {number for number, in register.query(
        """SELECT p.case_no FROM participant p JOIN enrolment e ON e.participant = p.id JOIN case_worker c ON c.enrolment = e.id
           JOIN staff s ON s.id = c.staff WHERE s.name = ? AND (c.to_day IS NULL OR c.to_day >= '2026-10-13')""", name)}
    expect(own, "the case worker has people with adaptations")
    expect(own < every, "and there are others")
    expect(own <= wanted, f"not the own people: {own - wanted}")
    for number in sorted(every - wanted)[:5]:
        said = register.refuses("adaptations", number, as_=name)
        expect(not any(word in said for word in NEED), said)


def lines_come_out_on_own_rosters_only(folder):
    register = planted(folder)
    people = staff_of(register)
    shops = [row["code"] for row in register.csv("workshops")]
    reads_all = {"therapist", "administrator"}
    found = {}
    for role, name in people.items():
        found[role] = set()
        for shop in shops:
            for form in ("text", "json"):
                found[role] |= {"-".join(pair) for pair in lines_in(told_by(register, ["roster", shop], name, form))}
    expect(found["leader"], "a leader sees lines")
    equal(found["leader"] - cases_of(register, people["leader"]), set(), "a leader, of others")
    for role in ("manager", "liaison", "place finder"):
        equal(found[role], set(), role)
    for role in reads_all:
        expect(found[role] >= found["leader"], f"{role} reads those of all")
    # the mentor's rosters are those of the groups, and of the workshop that the mentor leads too
    mentor = people["mentor"]
    led = [row["roles"] for row in register.csv("staff") if row["name"] == mentor][0]
    expect("activity_leader:administration" in led, "the mentor of the demonstration leads a workshop too")
    there = {row["case"] for row in register.csv("roster", "administration", as_=mentor)}
    equal(found["mentor"] - there, set(), "a mentor, of others")


def text_of_pdf(path):
    try:
        return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout.decode()
    except FileNotFoundError:
        raise Skip("pdftotext is not here")


def what_is_on_paper_holds_no_need(folder):
    register = planted(folder)
    people = staff_of(register)
    case = next(row["case"] for row in register.csv("adaptations")
                if row["case"] in {one["case"] for one in register.csv("participants", "--phase", "participation")})
    path = os.path.join(folder, "paper.pdf")
    papers = 0
    for role, name in people.items():
        for words in (["draw", "roster", "snickeri", "--output", path], ["draw", "timeline", case, "--output", path],
                      ["draw", "progression", case, "--output", path], ["document", "plan", case, "--output", path],
                      ["document", "handover", case, "--output", path], ["document", "steps", case, "--output", path],
                      ["document", "card", case, "--output", path], ["document", "card", case, "--list"]):
            if os.path.exists(path):
                os.unlink(path)
            told = told_by(register, words, name, "text")
            if os.path.exists(path):
                papers += 1
                told += text_of_pdf(path)
            # the card says what works, for who may read needs; what is difficult stands on none
            works = ("PRÖVARDETTA", "HJÄLPMEDELX") if words[1] == "card" and role in ("therapist", "case worker") else ()
            expect(not any(word in told for word in NEED if word not in works), f"{role} {' '.join(words)}")
    expect(papers >= 8, f"papers were made: {papers}")


def an_export_is_the_owners(folder):
    register = planted(folder)
    for role, name in staff_of(register).items():
        out = os.path.join(folder, "out-" + role.replace(" ", "-"))
        told = told_by(register, ["export", out], name, "text")
        expect(not any(word in told for word in NEED), told)
        for path, _, files in os.walk(out):
            for file in files:
                with open(os.path.join(path, file), encoding="utf-8") as stream:
                    text = stream.read()
                expect(role == "therapist" or not any(word in text for word in NEED), f"{role}: {file}")


def a_protected_persons_needs_are_for_who_is_named(folder):
    register = planted(folder)
    people = staff_of(register)
    number = register.csv("adaptations")[0]["case"]
    register.set(f"UPDATE participant SET protected = 1 WHERE case_no = '{number}'")
    for role, name in people.items():
        for words in (["adaptations"], ["adaptations", number], ["adaptations", "--due", "2027-12-31"]):
            told = told_by(register, words, name, "csv")
            if words[-1] == number:
                expect(not any(word in told for word in NEED), f"{role} {' '.join(words)}")
            else:
                expect(number not in told, f"{role} {' '.join(words)}")


run(needs_come_out_to_therapist_and_own_case_worker_only, a_case_worker_reads_needs_of_the_own_people_only,
    lines_come_out_on_own_rosters_only, what_is_on_paper_holds_no_need, an_export_is_the_owners,
    a_protected_persons_needs_are_for_who_is_named)
