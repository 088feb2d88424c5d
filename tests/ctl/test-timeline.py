"""timeline: all that the files of shared/fram say of a case stands on its timeline, and what each role is told of it."""

import csv
import os
import shutil
import tempfile

from ctl import FRAM, Register, equal, expect, run, small

REGISTRATIONS = {"beslut", "anvisningssvar", "uppfoljning_3_manader"}
CHANGES = {"handlaggarbyte_anvisare", "handlaggarbyte_fram"}
COLUMNS = ["case", "date", "end_date", "lane", "kind", "text", "hours"]
imported = None


def table(name):
    with open(os.path.join(FRAM, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fram():
    """The imported register, made once: it is only read."""
    global imported
    if imported is None:
        imported = Register(tempfile.mkdtemp(prefix="framsteg-timeline-"))
        imported("init")
        imported("import", FRAM)
    return imported


def timeline(case):
    return fram().csv("timeline", case)


def rows(case, lane):
    return [row for row in timeline(case) if row["lane"] == lane]


def cases_of_the_files(folder):
    """Some that were enrolled, from the start, the middle and the end."""
    enrolled = [row["case_id"] for row in table("cases.csv") if row["enrolled_date"]]
    return enrolled[3::97]


def columns_and_order(folder):
    for case in cases_of_the_files(folder):
        found = timeline(case)
        equal(list(found[0]), COLUMNS, "columns")
        dates = [row["date"] for row in found]
        equal(dates, sorted(dates), "in order of date")
        expect(all(row["case"] == case for row in found), "one case")


def placements_as_in_the_files(folder):
    files = table("placements.csv")
    for case in cases_of_the_files(folder):
        wanted = sorted((row["start_date"], row["end_date"], row["workshop"], float(row["weekly_hours"]))
                        for row in files if row["case_id"] == case)
        found = sorted((row["date"], row["end_date"], row["kind"], float(row["hours"])) for row in rows(case, "workshops"))
        equal(found, wanted, case)


def meetings_as_in_the_files(folder):
    files = table("events.csv")
    for case in cases_of_the_files(folder):
        of_case = [row for row in files if row["case_id"] == case]
        wanted = sorted((row["date"], row["event_type"], row["status"]) for row in of_case
                        if row["event_type"] not in REGISTRATIONS | CHANGES)
        found = sorted((row["date"], row["kind"], row["text"]) for row in rows(case, "meetings"))
        equal(found, wanted, case)
        registered = sorted((row["date"], row["event_type"]) for row in of_case if row["event_type"] in REGISTRATIONS)
        found = sorted((row["date"], row["kind"]) for row in rows(case, "phases") if row["kind"] in REGISTRATIONS)
        equal(found, registered, case + ", registered")
        changes = sorted(row["date"] for row in of_case if row["event_type"] == "handlaggarbyte_anvisare")
        found = sorted(row["date"] for row in rows(case, "changes") if row["kind"] == "referrer")
        equal(found, changes, case + ", new referrer")


def groups_as_in_the_files(folder):
    files = table("groups.csv")
    for case in cases_of_the_files(folder):
        wanted = sorted((row["start_date"], row["end_date"] if row["end_date"] != row["start_date"] else "", row["group_type"])
                        for row in files if row["case_id"] == case)
        found = sorted((row["date"], row["end_date"], row["kind"]) for row in rows(case, "groups"))
        equal(found, wanted, case)


def a_row_for_each_day_of_attendance(folder):
    files = table("attendance.csv")
    for case in cases_of_the_files(folder):
        hours = {}
        for row in files:
            if row["case_id"] == case:
                hours[row["date"]] = hours.get(row["date"], 0) + float(row["hours"] or 0)
        found = {row["date"]: float(row["hours"]) for row in rows(case, "attendance")}
        equal(found, hours, case)


def gaps_as_the_command_gaps_has_them(folder):
    gaps = fram().csv("gaps", "--at", "2023-12-31")
    expect(len(gaps) > 0, "there are gaps")
    for gap in gaps[::25]:
        found = fram().csv("timeline", gap["case"], env={"FRAMSTEG_NOW": "2023-12-31T12:00"})
        wanted = (gap["last_planned"], gap["next_planned"], gap["days"])
        expect(wanted in [(row["date"], row["end_date"], row["text"]) for row in found if row["lane"] == "gaps"], gap["case"])


def a_role_is_told_what_it_may_see(folder):
    register = small(folder)
    case = register.csv("participants")[0]["case"]
    lanes = lambda who: {row["lane"] for row in register.csv("timeline", case, as_=who)}
    expect("workshops" in lanes("petra") and "attendance" not in lanes("petra"), "a place finder sees the plan")
    expect("workshops" in lanes("eva"), "a leader sees the plan of those placed there")
    others = [row["case"] for row in register.csv("participants") if row["workshops"] == "tradgard"]
    register.refuses("timeline", others[0], as_="eva")


def what_is_refused(folder):
    register = small(folder)
    case = register.csv("participants")[0]["case"]
    expect("F1999-0001" in register.refuses("timeline", "F1999-0001"), "nobody of that number")
    expect("2020-01-01" in register.refuses("timeline", case, "--enrolment", "2020-01-01"), "no enrolment of that day")
    register.refuses("timeline", case, "--enrolment", "yesterday")


def reading_it_is_logged(folder):
    register = small(folder)
    case = register.csv("participants")[0]["case"]
    register("timeline", case, as_="mats")
    equal(register.query("SELECT act, class FROM access_log WHERE act = 'opened'"), [("opened", "basic")], "in the log")


try:
    run(columns_and_order, placements_as_in_the_files, meetings_as_in_the_files, groups_as_in_the_files,
        a_row_for_each_day_of_attendance, gaps_as_the_command_gaps_has_them, a_role_is_told_what_it_may_see, what_is_refused,
        reading_it_is_logged)
finally:
    if imported is not None:
        shutil.rmtree(imported.folder, ignore_errors=True)
