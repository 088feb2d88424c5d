"""The plan at the command line, and the individual plan as PDF text is read back: what stands there, for whom, and what not."""

import os
import shutil
import subprocess

from ctl import BUILD, Skip, equal, expect, run, small, swedish

PROTECTED = "Hemlige"


def text(path):
    if shutil.which("pdftotext") is None:
        raise Skip("pdftotext is not installed (package poppler-utils)")
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60).stdout.decode()


def words(path):
    return " ".join(text(path).split())


def house(folder):
    """The small house, with a step up of Amina's that is planned ahead."""
    register = small(folder)
    register("place", "F2026-0001", "snickeri", "--from", "2026-11-16", "--slots", "mon 09-12,wed 09-12,thu 09-12,fri 09-12")
    return register


def document(register, folder, case="F2026-0001", name="plan.pdf", **options):
    path = os.path.join(folder, name)
    equal(register("document", "plan", case, "--output", path, **options).out, path + "\n", "what was written")
    return path


def a_step_ahead_is_listed(folder):
    register = house(folder)
    steps = register.csv("plan", "F2026-0001")
    equal([(step["kind"], step["from"], step["to"], step["weekly_hours"]) for step in steps],
          [("workshop", "2026-09-01", "2026-11-15", "5.5"), ("workshop", "2026-11-16", "", "12")])
    equal(steps[1]["slots"], "mon 09:00-12:00,wed 09:00-12:00,thu 09:00-12:00,fri 09:00-12:00")
    plan = register.json("plan", "F2026-0001")
    equal((plan["hours_now"], plan["hours_next"], plan["next_from"]), (5.5, 12, "2026-11-16"))
    equal(plan["target"], "2027-02-28", "180 days from the enrolment")


def the_document_has_week_steps_and_signatures(folder):
    register = house(folder)
    found = words(document(register, folder))
    for part in ("My plan Amina Hassan", "Case number F2026-0001", "My week", "Monday", "Friday", "The next steps",
                 "12 hours a week", "From Monday 16 November 2026", "Until when", "28 February 2027", "Participant, date",
                 "Case worker, date", "Page 1 of", "12 November 2026"):
        expect(part in found, f"{part}: {found}")


def it_is_swedish_where_the_reader_is(folder):
    register = house(folder)
    found = words(document(register, folder, env={**swedish(), "FRAMSTEG_LOCALEDIR": os.path.join(BUILD, "po")}))
    expect("F2026-0001" in found and "Amina Hassan" in found and "måndag 16 november 2026" in found, found)
    for english in ("Monday", "November 2026", "workshop"):
        expect(english not in found, f"{english}: {found}")


def goals_are_left_out_for_who_may_not_see_them(folder):
    register = house(folder)
    register.set("UPDATE enrolment SET main_goal = 'Arbeta i kök'")
    expect("Arbeta i kök" in words(document(register, folder)), "the owner of the file sees the goal")
    found = words(document(register, folder, name="2.pdf", as_="hanna"))
    expect("Arbeta i kök" not in found and "My goal" not in found, found)
    expect("My week" in found, found)


def a_protected_person_is_initials(folder):
    register = house(folder)
    case = register("add", "participant", "--given", PROTECTED, "--family", "Namnsson", "--born", "1990-01-01",
                    "--enrolled", "2026-09-01", "--protected").out.strip()
    found = words(document(register, folder, case))
    expect(PROTECTED not in found and "Namnsson" not in found and "H. N." in found, found)
    path = os.path.join(folder, "no.pdf")
    register.refuses("document", "plan", case, "--output", path, as_="hanna")
    expect(not os.path.exists(path), "a refused document is not written")
    log = register("--format", "csv", "log", as_="mats").out
    expect("exported" in log and case not in log, f"the manager sees that it was, not whose: {log}")


def it_is_logged_as_exported(folder):
    register = house(folder)
    document(register, folder, as_="hanna")
    lines = register.query("SELECT act, class, reason, p.case_no FROM access_log a JOIN participant p"
                           " ON p.id = a.participant WHERE act = 'exported'")
    equal(lines, [("exported", "plan", "plan", "F2026-0001")])


def reading_it_is_logged(folder):
    register = house(folder)
    register("plan", "F2026-0001", as_="hanna")
    read = register.query("SELECT act, p.case_no FROM access_log a JOIN participant p ON p.id = a.participant"
                          " JOIN staff s ON s.id = a.staff WHERE s.login = 'hanna' ORDER BY a.id DESC LIMIT 1")
    equal(read, [("opened", "F2026-0001")])


def refusals_are_one_sentence(folder):
    register = house(folder)
    path = os.path.join(folder, "plan.pdf")
    register.refuses("document", "plan", "F2026-0001", status=2)
    register.refuses("document", "plan", "F2026-0001", "--output", os.path.join(folder, "plan.txt"))
    register.refuses("document", "plan", "F1999-0001", "--output", path)
    register.refuses("plan", "F1999-0001")
    # a leader of another workshop does not know the person
    register.refuses("plan", "F2026-0003", as_="eva")
    expect(not os.path.exists(path), "nothing was written")


run(a_step_ahead_is_listed, the_document_has_week_steps_and_signatures, it_is_swedish_where_the_reader_is,
    goals_are_left_out_for_who_may_not_see_them, a_protected_person_is_initials, it_is_logged_as_exported,
    reading_it_is_logged, refusals_are_one_sentence)
