"""Places taken week by week: counted here once more from the files of shared/fram, day by day."""

import csv
import datetime
import os
import shutil
import subprocess
import tempfile

from ctl import FRAM, Register, equal, expect, run, small

imported = None


def table(name):
    with open(os.path.join(FRAM, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fram():
    """The imported register, made once: it is only read."""
    global imported
    if imported is None:
        imported = Register(tempfile.mkdtemp(prefix="framsteg-capacity-"))
        imported("init")
        imported("import", FRAM)
    return imported


def days_of(rows):
    """{day: people}, weekends too."""
    there = {}
    for case, first, last in rows:
        day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
        while day <= end:
            there.setdefault(day, set()).add(case)
            day += datetime.timedelta(days=1)
    return there


def most_in_week(there, week):
    year, number = week.split("-W")
    return max(len(there.get(datetime.date.fromisocalendar(int(year), int(number), day), ())) for day in range(1, 6))


def every_week_as_the_files_have_it(folder):
    closed = {case["case_id"]: case["closed_date"] or "2024-12-31" for case in table("cases.csv")}
    practice = days_of((row["case_id"], row["start_date"], min(row["end_date"] or closed[row["case_id"]], closed[row["case_id"]]))
                       for row in table("placements.csv"))
    groups = days_of((row["case_id"], row["start_date"], row["end_date"]) for row in table("groups.csv"))
    found = fram().csv("capacity", "--from", "2021-W10", "--to", "2023-W52")
    equal(len(found), 53 - 9 + 52 + 52 - 1, "weeks")
    for row in found:
        wanted = {"week": row["week"], "practice": str(most_in_week(practice, row["week"])), "practice_places": "100",
                  "groups": str(most_in_week(groups, row["week"])), "group_places": "70"}
        equal(row, wanted, row["week"])
    expect(any(int(row["practice"]) > 20 for row in found) and any(int(row["groups"]) > 5 for row in found), "there are people")


def who_gets_no_counts_of_the_house(folder):
    register = small(folder)
    for who in ("eva", "petra"):
        done = register("capacity", as_=who, status=1)
        expect("case workers, managers and administrators" in done.err, done.err)
        register("draw", "capacity", "--output", os.path.join(folder, "c.png"), as_=who, status=1)
        expect(not os.path.exists(os.path.join(folder, "c.png")), "no picture")
    for who in ("mats", "hanna"):
        register("capacity", as_=who)


def weeks_that_are_none(folder):
    register = small(folder)
    register("capacity", "--from", "2026-W54", status=1)
    done = register("capacity", "--from", "2026-W10", "--to", "2026-W09", status=1)
    expect("later last one" in done.err, done.err)
    register("capacity", "--from", "1926-W10", status=1)


def on_paper_it_says_the_numbers(folder):
    path = os.path.join(folder, "capacity.pdf")
    fram()("draw", "capacity", "--from", "2021-W10", "--to", "2023-W52", "--output", path)
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout
    for words in ("Places taken week by week", "100 places", "70 places", "In practice", "In groups", "most "):
        expect(words in said, f"“{words}” in {said}")


try:
    run(every_week_as_the_files_have_it, who_gets_no_counts_of_the_house, weeks_that_are_none, on_paper_it_says_the_numbers)
finally:
    if imported is not None:
        shutil.rmtree(imported.folder, ignore_errors=True)
