"""“Mina steg” at the command line: the sheet as PDF text is read back, what stands there and what never does; the yes."""

import os
import shutil
import subprocess

from ctl import Skip, equal, expect, run, small

NEVER = ("%", "percent", "absen", "Absen", "ttendance", "Knowing my goal", "Secret", "other appointment", "case worker's")


def words(path):
    if shutil.which("pdftotext") is None:
        raise Skip("pdftotext is not installed (package poppler-utils)")
    found = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    return " ".join(found.split())


def rate(register, case, question, side, *values):
    for day, value in values:
        register("rate", case, question, str(value), "--rater", side, "--date", day, "--note", "Secret")


def house(folder):
    """Amina comes for two hours a week and then for five; Hanna is her case worker."""
    register = small(folder)
    for week, hours in enumerate((2, 2, 2, 5, 5, 5, 5, 5, 5)):
        day = subprocess.run(["date", "-d", f"2026-09-10 +{7 * week} days", "+%F"], capture_output=True, check=True).stdout.decode().strip()
        register("mark", "snickeri", "F2026-0001", "present", "--date", day)
        register.set(f"UPDATE mark SET attended_minutes = {hours * 60} WHERE day = '{day}'")
    register("mark", "snickeri", "F2026-0001", "absent_unnotified", "--date", "2026-10-26")
    rate(register, "F2026-0001", "avstamning-3:1", "participant", ("2026-09-15", 2), ("2026-10-13", 4), ("2026-11-10", 4))
    rate(register, "F2026-0001", "indikator-11:3", "caseworker", ("2026-09-15", 1), ("2026-10-13", 4), ("2026-11-10", 4))
    register("seen", "F2026-0001", "Helped a newcomer", "--agreed")
    register("seen", "F2026-0001", "Careful with tools")
    return register


def sheet(register, folder, case="F2026-0001", name="steps.pdf", **options):
    path = os.path.join(folder, name)
    equal(register("document", "steps", case, "--output", path, **options).out, path + "\n", "what was written")
    return path


def the_sheet_says_what_has_become_better(folder):
    found = words(sheet(house(folder), folder))
    for part in ("My steps", "Amina Hassan", "September to November 2026", "FRAM, Pildammsvägen", "12 November 2026",
                 "You work 5 hours a week", "In September it was 2 hours", "You feel better",
                 "You put 2 in September and 4 in November", "Helped a newcomer"):
        expect(part in found, f"{part}: {found}")


def it_never_says_absence_rates_or_what_the_case_worker_rates(folder):
    register = house(folder)
    found = words(sheet(register, folder))
    for part in (*NEVER, "Careful with tools"):
        expect(part not in found, f"{part}: {found}")


def the_yes_can_come_later_and_be_taken_back(folder):
    register = house(folder)
    lines = register.csv("seen", "F2026-0001")
    equal([(line["text"], line["agreed"], line["date"]) for line in lines],
          [("Careful with tools", "no", "2026-11-12"), ("Helped a newcomer", "yes", "2026-11-12")])
    expect("says yes" in register("seen", "F2026-0001", "--yes", lines[0]["id"]).out, "sentence")
    expect("taken back" in register("seen", "F2026-0001", "--no", lines[1]["id"]).out, "sentence")
    equal([line["agreed"] for line in register.csv("seen", "F2026-0001")], ["yes", "no"])
    found = words(sheet(register, folder))
    expect("Careful with tools" in found and "Helped a newcomer" not in found, found)
    equal(register.query("SELECT count (*) FROM seen"), [(4,)], "nothing that was written is written over")


def nobody_gives_the_yes_of_another(folder):
    register = house(folder)
    line = register.csv("seen", "F2026-0001")[0]["id"]
    register.refuses("seen", "F2026-0002", "--yes", line)
    register.refuses("seen", "F2026-0001", "--yes", "no-such-line")
    register.refuses("seen", "F2026-0001", "Text", "--yes", line, status=2)


def a_protected_person_is_initials(folder):
    register = house(folder)
    register.set("UPDATE participant SET protected = 1 WHERE case_no = 'F2026-0001'")
    found = words(sheet(register, folder))
    expect("Amina" not in found and "Hassan" not in found and "A. H." in found, found)


def it_is_for_the_own_case_worker(folder):
    register = house(folder)
    path = os.path.join(folder, "no.pdf")
    for who in ("eva", "mats", "petra", "mia", "alva", "hanna"):
        register.refuses("document", "steps", "F2026-0001", "--output", path, as_=who)
    expect(not os.path.exists(path), "a refused sheet is not written")
    register.refuses("document", "steps", "F2026-0001", status=2)


def it_is_logged_as_exported(folder):
    register = house(folder)
    sheet(register, folder)
    lines = register.query("SELECT act, class, p.case_no FROM access_log a JOIN participant p ON p.id = a.participant"
                           " WHERE act = 'exported'")
    equal(lines, [("exported", "progress", "F2026-0001")])


run(the_sheet_says_what_has_become_better, it_never_says_absence_rates_or_what_the_case_worker_rates,
    the_yes_can_come_later_and_be_taken_back, nobody_gives_the_yes_of_another, a_protected_person_is_initials,
    it_is_for_the_own_case_worker, it_is_logged_as_exported)
