"""Gaps: the register of shared/fram has those that its README defines and no others, worked out here once more."""

import csv
import datetime
import os
import shutil
import tempfile

from ctl import BUILD, FRAM, Register, call, equal, expect, run, small, swedish

REGISTRATIONS = {"beslut", "handlaggarbyte_anvisare", "handlaggarbyte_fram", "anvisningssvar", "uppfoljning_3_manader"}
AT = "2023-12-31"
imported = None


def table(name):
    with open(os.path.join(FRAM, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fram():
    """The imported register, made once: it is only read."""
    global imported
    if imported is None:
        imported = Register(tempfile.mkdtemp(prefix="framsteg-gaps-"))
        imported("init")
        imported("import", FRAM)
    return imported


def planned_days():
    """Every attendance row, whatever its status, and every planned meeting."""
    days = {}
    for row in table("attendance.csv"):
        days.setdefault(row["case_id"], set()).add(row["date"])
    for row in table("events.csv"):
        if row["event_type"] not in REGISTRATIONS:
            days.setdefault(row["case_id"], set()).add(row["date"])
    return days


def defined(over):
    """Gaps as the README of the data defines them."""
    days, found = planned_days(), []
    for case in table("cases.csv"):
        if not case["enrolled_date"]:
            continue
        inside = sorted(day for day in days.get(case["case_id"], ()) if case["enrolled_date"] <= day <= (case["closed_date"] or AT))
        for last, following in zip(inside, inside[1:]):
            length = (datetime.date.fromisoformat(following) - datetime.date.fromisoformat(last)).days
            if length > over:
                found.append({"case": case["case_id"], "last_planned": last, "next_planned": following, "days": str(length)})
    return sorted(found, key=lambda row: (row["case"], row["last_planned"]))


def every_gap_that_the_data_defines_and_no_other(folder):
    wanted = defined(14)
    equal(len(wanted), 101, "gaps in the files")
    equal(fram().csv("gaps", "--over", "14", "--at", AT), wanted, "gaps")
    equal(fram().csv("gaps", "--at", AT), wanted, "fourteen days are the programme's own")
    head = fram()("--format", "csv", "gaps", "--at", AT).out.splitlines()[0]
    equal(head, "case,last_planned,next_planned,days", "columns")


def with_another_limit(folder):
    for over in (10, 20):
        found = fram().csv("gaps", "--over", str(over), "--at", AT)
        equal([row for row in found if row["next_planned"]], defined(over), f"over {over}")


def an_open_end_has_no_next_day(folder):
    found = [row for row in fram().csv("gaps", "--over", "13", "--at", AT) if not row["next_planned"]]
    equal([(row["last_planned"], row["days"]) for row in found], [("2023-12-15", "14")] * 3, "14 days to Friday 29 December")


def seams_only_when_they_are_asked_for(folder):
    plain = fram().csv("gaps", "--at", AT)
    seams = fram().csv("gaps", "--at", AT, "--seams")
    equal(list(seams[0]), ["case", "last_planned", "next_planned", "days", "kind"], "columns")
    equal([{key: value for key, value in row.items() if key != "kind"} for row in seams if row["kind"] == "between"], plain, "gaps")
    days = planned_days()
    closed = {}
    for case in table("cases.csv"):
        if case["closed_date"]:
            last = max(day for day in days[case["case_id"]] if case["enrolled_date"] <= day <= case["closed_date"])
            length = (datetime.date.fromisoformat(case["closed_date"]) - datetime.date.fromisoformat(last)).days
            if length > 14:
                closed[case["case_id"]] = (last, case["closed_date"], str(length))
    equal({row["case"]: (row["last_planned"], row["next_planned"], row["days"]) for row in seams if row["kind"] == "closing"}, closed,
          "from the last activity to closing")
    expect({row["kind"] for row in seams} <= {"between", "first_contact", "first_placement", "closing"}, "kinds")


def an_earlier_day_knows_nothing_of_later_ones(folder):
    found = fram().csv("gaps", "--at", "2022-06-30")
    expect(all(row["last_planned"] <= "2022-06-30" and row["next_planned"] <= "2022-06-30" for row in found), "later days")
    until = [row for row in defined(14) if row["next_planned"] <= "2022-06-30"]
    equal([row for row in found if row["next_planned"]], until, "gaps that had ended by then")


def in_json_days_are_numbers(folder):
    row = fram().json("gaps", "--at", AT)[0]
    equal(set(row), {"case", "last_planned", "next_planned", "days"}, "names")
    expect(isinstance(row["days"], int), "a number")


def a_plan_has_gaps_before_they_come(folder):
    register = small(folder)  # Mondays and Thursdays from September on, without an end
    equal(register.csv("gaps"), [], "everything is planned")
    equal(register.csv("gaps", "--current"), [], "now too")
    case = register("add", "participant", "--given", "Carlos", "--family", "Molina", "--enrolled", "2026-10-01").out.strip()
    equal(register.csv("gaps"), [{"case": case, "last_planned": "2026-10-01", "next_planned": "", "days": "42"}], "nothing planned at all")
    register("place", case, "snickeri", "--from", "2026-10-05", "--slots", "mon 09-12")
    equal(register.csv("gaps"), [], "planned")
    register.set("UPDATE placement SET to_day = '2026-10-19' WHERE id = (SELECT max (id) FROM placement)")
    equal(register.csv("gaps"), [{"case": case, "last_planned": "2026-10-19", "next_planned": "", "days": "24"}], "the placement ended")
    row = register.csv("gaps", "--current")[0]
    equal((row["case"], row["kind"], row["days"]), (case, "open", "24"), "it is now")
    expect("Carlos Molina" in register("gaps").out and "since 19 October" in register("gaps").out, register("gaps").out)
    equal(register.csv("gaps", as_="petra"), register.csv("gaps"), "a place finder sees plans")
    equal(register.csv("gaps", as_="eva"), register.csv("gaps"), "a leader those who were there until lately")
    equal(register.csv("gaps", as_="mia"), [], "and a mentor without a group nobody")
    register.set("INSERT INTO ident VALUES (9000, CAST ('0123456789abcdef' AS BLOB), 0)")
    register.set("INSERT INTO pause (id, enrolment, from_day, to_day, kind) SELECT 9000, max (id), '2026-10-22', '2026-11-01', 'leave' FROM enrolment")
    equal(register.csv("gaps"), [], "a leave makes it too short")


def closed_weeks_are_a_pause(folder):
    register = small(folder)
    case = register("add", "participant", "--given", "Carlos", "--family", "Molina", "--enrolled", "2026-10-01").out.strip()
    register("place", case, "snickeri", "--from", "2026-10-01", "--slots", "thu 09-12")
    register.set("UPDATE placement SET to_day = '2026-10-22' WHERE id = (SELECT max (id) FROM placement)")
    equal([row["days"] for row in register.csv("gaps")], ["21"], "open")
    register("add", "closed-day", "2026-10-26", "--to", "2026-11-01", "--name", "Autumn break")
    equal(register.csv("gaps"), [], "the house was closed for a week of them")


def what_is_refused(folder):
    register = small(folder)
    for number in ("0", "-3", "many", "99999", "1.5"):
        expect(number in register.refuses("gaps", f"--over={number}"), number)
    expect("2026-13-01" in register.refuses("gaps", "--at", "2026-13-01"), "no day")
    register.refuses("gaps", "F2026-0001", status=2)


def a_protected_identity_shows_initials_to_who_is_named(folder):
    register = small(folder)
    case = register("add", "participant", "--given", "Carlos", "--family", "Molina", "--enrolled", "2026-10-01", "--protected").out.strip()
    equal([row["case"] for row in register.csv("gaps")], [case], "the owner of the file")
    said = register("gaps").out
    expect("C. M." in said and "Molina" not in said, said)
    equal(register.csv("gaps", as_="mats"), [], "nobody who is not named")


def reading_the_list_is_logged(folder):
    register = small(folder)
    register("gaps", as_="mats")
    equal(register.query("SELECT act, class, reason FROM access_log WHERE act = 'listed'"), [("listed", "plan", "gaps")], "in the log")


def it_is_in_swedish(folder):
    said = call("--register", fram().path, "gaps", "--at", AT, env={**swedish(), "FRAMSTEG_LOCALEDIR": os.path.join(BUILD, "po")}).out
    expect("14 juli 2021" in said and "July" not in said, said[:300])


try:
    run(every_gap_that_the_data_defines_and_no_other, with_another_limit, an_open_end_has_no_next_day, seams_only_when_they_are_asked_for,
        an_earlier_day_knows_nothing_of_later_ones, in_json_days_are_numbers, a_plan_has_gaps_before_they_come, closed_weeks_are_a_pause,
        what_is_refused, a_protected_identity_shows_initials_to_who_is_named, reading_the_list_is_logged, it_is_in_swedish)
finally:
    if imported is not None:
        shutil.rmtree(imported.folder, ignore_errors=True)
