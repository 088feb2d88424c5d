"""The schedule on the command line: the sessions of the imported register are those of groups.csv less holidays, worked out
here once more, whoever asks; changes of single sessions have their word."""

import csv
import datetime
import os
import sqlite3
import tempfile
import uuid

from ctl import FRAM, Register, equal, expect, run

DAY = datetime.timedelta(1)
WEEKDAYS = ["mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag"]
COLUMNS = "date,start,end,group,kind,place,leaders,members,capacity,status"
imported = None


def easter(year):
    """Gauss, as printed by Meeus, chapter 8."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    n = h + k - 7 * m + 114
    return datetime.date(year, n // 31, n % 31 + 1)


def days_off(year):
    """Public holidays by the act 1989:253, and the eves that are as free."""
    sunday = easter(year)
    days = {datetime.date(year, month, day) for month, day in
            ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))}
    days |= {sunday + n * DAY for n in (-2, 0, 1, 39, 49)}
    midsummer = next(datetime.date(year, 6, day) for day in range(20, 27) if datetime.date(year, 6, day).weekday() == 5)
    saints = next(day for day in (datetime.date(year, 10, 31) + n * DAY for n in range(7)) if day.weekday() == 5)
    return days | {midsummer - DAY, midsummer, saints}


def table():
    with open(os.path.join(FRAM, "groups.csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def sessions(first, last, only=None):
    """Every week of every group from its first member's first day to its last member's last day."""
    groups, found = {}, []
    for row in table():
        groups.setdefault(row["group_id"], []).append(row)
    off = set().union(*(days_off(year) for year in range(first.year, last.year + 1)))
    for code, rows in groups.items():
        if only is not None and code not in only:
            continue
        begins, ends = min(row["start_date"] for row in rows), max(row["end_date"] for row in rows)
        hour, minute = map(int, rows[0]["start_time"].split(":"))
        start = hour * 60 + minute
        end = start + round(float(rows[0]["hours_per_session"]) * 60)
        day = max(first, datetime.date.fromisoformat(begins))
        while day <= min(last, datetime.date.fromisoformat(ends)):
            if day.weekday() == WEEKDAYS.index(rows[0]["weekday"]) and day not in off:
                members = sum(row["start_date"] <= day.isoformat() <= row["end_date"] for row in rows)
                found.append((day.isoformat(), clock(start), clock(end), code, rows[0]["group_type"], str(members)))
            day += DAY
    return sorted(found)


def told(rows):
    return sorted((r["date"], r["start"], r["end"], r["group"], r["kind"], r["members"]) for r in rows)


def fram():
    """The imported register, made once; three groups have leaders."""
    global imported
    if imported is None:
        imported = Register(tempfile.mkdtemp(prefix="framsteg-schedule-"))
        imported("init")
        imported("import", FRAM)
        for name, login, role in (("Lina Berg", "lina", "peer_mentor"), ("Petra Falk", "petra", "place_finder"),
                                  ("Mats Ek", "mats", "manager")):
            imported("add", "staff", name, "--login", login, "--role", role)
        for code in ("FRI-02", "ATH-03", "REDO-02"):
            lead(imported, code, "lina")
    return imported


def put(register, entity, sql, *values):
    """A row as the program would have written it, its number first."""
    base = sqlite3.connect(register.path)
    row = base.execute("SELECT max (id) FROM ident").fetchone()[0] + 1
    number, = base.execute("SELECT entity FROM ident WHERE id = (SELECT min (id) FROM activity_group)").fetchone()
    base.execute("INSERT INTO ident VALUES (?, ?, ?)", (row, uuid.uuid4().bytes, entity if entity is not None else number))
    base.execute(sql, (row, *values))
    base.commit()
    base.close()


def lead(register, code, login):
    put(register, 0, "INSERT INTO group_leader (id, activity_group, staff) SELECT ?, g.id, s.id FROM activity_group g, staff s"
        " WHERE g.code = ? AND s.login = ?", code, login)


def change(register, code, day, kind, **more):
    columns = ["id", "activity_group", "day", "kind", *more]
    put(register, 0, f"INSERT INTO group_session_change ({', '.join(columns)}) SELECT ?1, g.id, ?3, ?4"
        + "".join(f", ?{n}" for n in range(5, 5 + len(more))) + " FROM activity_group g WHERE g.code = ?2",
        code, day, kind, *more.values())


def the_sessions_are_those_of_the_files_less_holidays(folder):
    for year in (2021, 2022, 2023):
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        wanted = sessions(first, last)
        expect(len(wanted) > 150, f"{len(wanted)} sessions in {year}")
        equal(told(fram().csv("schedule", "--from", str(first), "--to", str(last))), wanted, f"sessions of {year}")


def a_week_is_seven_days_from_monday(folder):
    wanted = sessions(datetime.date(2022, 5, 23), datetime.date(2022, 5, 29))
    expect(not any(row[0] == "2022-05-26" for row in wanted), "Ascension Day is free")
    rows = fram().csv("schedule", "--week", "2022-W21")
    equal(told(rows), wanted, "week 21")
    equal([row["date"] for row in rows], sorted(row["date"] for row in rows), "order")
    equal(fram()("--format", "csv", "schedule", "--week", "2022-W21").out.splitlines()[0], COLUMNS, "columns")


def everybody_sees_the_whole_week_and_no_name(folder):
    year = ["schedule", "--from", "2022-01-01", "--to", "2022-12-31"]
    wanted = fram()("--format", "csv", *year).out
    names = {f"{given} {family}" for given, family in fram().query("SELECT given_name, family_name FROM participant")}
    names -= {name for name, in fram().query("SELECT name FROM staff")}
    cases = {row["case_id"] for row in table()}
    for who in ("lina", "petra", "mats"):
        equal(fram()("--format", "csv", *year, as_=who).out, wanted, f"what {who} is told")
        for form in ("text", "json"):
            printed = fram()("--format", form, *year, as_=who).out
            expect(not any(case in printed for case in cases), f"a case number is told to {who}")
            expect(not any(name in printed for name in names), f"a name is told to {who}")


def the_groups_that_one_person_leads(folder):
    first, last = datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)
    wanted = sessions(first, last, {"FRI-02", "ATH-03", "REDO-02"})
    expect(len(wanted) > 20, "there are some")
    year = ["--from", str(first), "--to", str(last)]
    rows = fram().csv("schedule", *year, "--leader", "Lina Berg")
    equal(told(rows), wanted, "of a leader")
    equal({row["leaders"] for row in rows}, {"Lina Berg"}, "leaders")
    equal(told(fram().csv("schedule", *year, "--mine", as_="lina")), wanted, "own groups")
    equal(fram().csv("schedule", *year, "--mine", as_="petra"), [], "own groups of who leads none")


def one_group_and_one_participant(folder):
    first, last = datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)
    year = ["--from", str(first), "--to", str(last)]
    equal(told(fram().csv("schedule", *year, "--group", "FRI-02")), sessions(first, last, {"FRI-02"}), "of a group")
    rows = [row for row in table() if row["case_id"] == "F2021-0001"]
    wanted = [s for row in rows for s in sessions(first, last, {row["group_id"]}) if row["start_date"] <= s[0] <= row["end_date"]]
    expect(len(wanted) > 20, "there are some")
    equal(told(fram().csv("schedule", *year, "--participant", "F2021-0001")), sorted(wanted), "of a participant")
    equal(told(fram().csv("schedule", *year, "--participant", "F2021-0001", as_="mats")), sorted(wanted), "to the manager")


def what_became_of_a_session_has_its_word(folder):
    register = Register(folder)
    register("init")
    register("import", FRAM)
    register("add", "staff", "Vera Vik", "--login", "vera", "--role", "peer_mentor")
    weeks = ["schedule", "--from", "2022-04-01", "--to", "2022-06-30", "--group", "FRI-10"]
    days = [row["date"] for row in register.csv(*weeks)]
    expect(len(days) > 4, f"days of FRI-10: {days}")
    moved = str(datetime.date.fromisoformat(days[2]) + DAY * 4)
    change(register, "FRI-10", days[1], "cancelled", reason="Golvet lagas")
    change(register, "FRI-10", days[2], "moved", to_day=moved, starts=13 * 60)
    extra = str(datetime.date.fromisoformat(days[3]) - DAY * 2)
    change(register, "FRI-10", extra, "extra", minutes=45)
    rows = {row["date"]: row for row in register.csv(*weeks)}
    equal(rows[days[0]]["status"], "held", "as planned")
    equal(rows[days[1]]["status"], "cancelled", "called off")
    expect(days[2] not in rows, "nothing on the day that it was moved from")
    equal((rows[moved]["status"], rows[moved]["start"], rows[moved]["end"]), ("moved", "13:00", "14:30"), "moved")
    equal((rows[extra]["status"], rows[extra]["end"]), ("extra", "10:45"), "extra")
    expect("cancelled: Golvet lagas" in register(*weeks).out, "the reason in words")


def what_is_wrong_is_said(folder):
    for words in (["--group", "XX-1"], ["--place", "Månen"], ["--leader", "Ingen Alls"], ["--participant", "F1999-0001"]):
        fram().refuses("schedule", *words)
    fram().refuses("schedule", "--week", "2022-W60")
    fram().refuses("schedule", "--week", "2022-W21", "--from", "2022-01-01", status=2)
    fram().refuses("schedule", "--mine", "--group", "FRI-02", status=2)
    fram().refuses("schedule", "--from", "2022-02-01", "--to", "2022-01-01", status=2)
    fram().refuses("schedule", "--participant", "F2021-0001", as_="lina")


run(the_sessions_are_those_of_the_files_less_holidays, a_week_is_seven_days_from_monday,
    everybody_sees_the_whole_week_and_no_name, the_groups_that_one_person_leads, one_group_and_one_participant,
    what_became_of_a_session_has_its_word, what_is_wrong_is_said)
