"""The schedule on paper: the week for the wall without a name of a participant, the list for signatures, the invitation."""

import os
import re
import shutil
import subprocess

from ctl import Register, Skip, equal, expect, run

MENTOR = "Samir Sandberg"
GROUP = "Återhämtning tors"


def text(path):
    if shutil.which("pdftotext") is None:
        raise Skip("pdftotext is not installed (package poppler-utils)")
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True, timeout=60)
    return " ".join(done.stdout.decode().replace("-\n", "").split())


def house(folder):
    register = Register(folder)
    register("demo")
    return register


def draw(register, folder, *words, name="out.pdf", **options):
    path = os.path.join(folder, name)
    equal(register(*words, "--output", path, **options).out, path + "\n", "what was written")
    return path


def names(register):
    return [f"{given} {family}" for given, family in
            register.query("SELECT given_name, family_name FROM participant WHERE given_name IS NOT NULL")]


def the_wall_has_all_groups_and_nobody(folder):
    register = house(folder)
    called = {row["code"]: row["name"] for row in register.csv("groups", "--all")}
    for who in (None, MENTOR, "Teresa Sundberg"):
        found = text(draw(register, folder, "draw", "week", "--week", "2026-W46", as_=who))
        for word in ("Groups of the week", "week 46, 9–13 November 2026", "Printed 12 November 2026",
                     "Would you like to join a group? Talk to your case worker."):
            expect(word in found, f"{word}: {found}")
        for row in register.csv("schedule", "--week", "2026-W46"):
            expect(called[row["group"]] in found, f"{row['group']}: {found}")
            expect(row["place"] in found, f"{row['place']}: {found}")
        expect("Cancelled" in found and "Golvet" in found, found)
        expect("came" not in found and "expected" not in found, found)
        for name in names(register):
            expect(name not in found, name)
    equal(register.query("SELECT count(*), count(participant) FROM access_log WHERE reason = 'wall 2026-W46'"), [(3, 0)],
          "logged, and nobody is on it")


def a_picture_is_as_large_as_asked(folder):
    register = house(folder)
    path = draw(register, folder, "draw", "week", "--size", "1280x800", "--style", "dark", name="out.png")
    with open(path, "rb") as file:
        head = file.read(24)
    equal((int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")), (1280, 800), "size")
    with open(draw(register, folder, "draw", "week", name="out.svg"), encoding="utf-8") as file:
        expect("<svg" in file.read(400), "SVG")


def members_sign_and_nobody_protected(folder):
    register = house(folder)
    found = text(draw(register, folder, "document", "members", GROUP, "--date", "2026-11-12", as_=MENTOR))
    there = [name for name in names(register) if name in found]
    expect(len(there) >= 5, found)
    expect("Signature" in found and "Thursday 12 November 2026" in found, found)
    expect(not re.search("Present|Late|marked", found), found)
    logged = register.query("SELECT DISTINCT a.reason FROM access_log a WHERE a.reason LIKE 'signatures%'")
    expect(len(logged) == 1 and "2026-11-12" in logged[0][0], logged)
    given, family = there[0].split(" ", 1)
    register.set(f"UPDATE participant SET protected = 1 WHERE given_name = '{given}' AND family_name = '{family}'")
    found = text(draw(register, folder, "document", "members", GROUP, "--date", "2026-11-12"))
    expect(there[0] not in found and there[1] in found, found)


def members_are_for_those_who_see_the_roster(folder):
    register = house(folder)
    path = os.path.join(folder, "out.pdf")
    register.refuses("document", "members", GROUP, "--output", path, as_="Örjan Kadhim")
    expect(not os.path.exists(path), "a refused list is not there")


def an_invitation_has_plain_words(folder):
    register = house(folder)
    found = text(draw(register, folder, "document", "invitation", GROUP, "--date", "2026-11-19", "--bring", "en penna",
                      as_=MENTOR))
    for word in ("Welcome!", GROUP, "Thursday 19 November", "09–11", "Rum 1", "en penna"):
        equal(found.count(word), 2, word)
    register.refuses("document", "invitation", GROUP, "--date", "2026-11-20", "--output", os.path.join(folder, "no.pdf"))
    expect(not os.path.exists(os.path.join(folder, "no.pdf")), "there is no slip for a day without a session")


def an_invitation_names_who_is_in_the_group(folder):
    register = house(folder)
    case, given = register.query(
        "SELECT p.case_no, p.given_name FROM membership m JOIN enrolment e ON e.id = m.enrolment JOIN participant p"
        " ON p.id = e.participant JOIN activity_group g ON g.id = m.activity_group WHERE g.name = ? AND p.protected = 0"
        " AND m.to_day IS NULL AND m.waiting = 0 ORDER BY p.case_no", GROUP)[0]
    found = text(draw(register, folder, "document", "invitation", GROUP, "--participant", case, as_=MENTOR))
    expect(f"Welcome, {given}" in found, found)
    equal(register.query("SELECT count(*) FROM access_log a JOIN participant p ON p.id = a.participant WHERE p.case_no = ?"
                         " AND a.reason LIKE 'invitation%'", case), [(1,)], "logged")


run(the_wall_has_all_groups_and_nobody, a_picture_is_as_large_as_asked, members_sign_and_nobody_protected,
    members_are_for_those_who_see_the_roster, an_invitation_has_plain_words, an_invitation_names_who_is_in_the_group)
