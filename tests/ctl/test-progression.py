"""progression: the ratings of the files of shared/fram stand in it row for row, hours are those of the attendance, and
each role is told what it may see of it."""

import csv
import datetime
import os
import tempfile

from ctl import FRAM, Register, equal, expect, run, small

COLUMNS = "case,date,indicator,rater,value,note"
imported = None


def table(name):
    with open(os.path.join(FRAM, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fram():
    """The imported register, made once: it is only read."""
    global imported
    if imported is None:
        imported = Register(tempfile.mkdtemp(prefix="framsteg-progression-"))
        imported("init")
        imported("import", FRAM)
    return imported


def some_cases():
    """Some that were enrolled, from the start, the middle and the end."""
    enrolled = [row["case_id"] for row in table("cases.csv") if row["enrolled_date"]]
    return enrolled[5::61]


def an_imported_case_is_its_rows_of_the_file(folder):
    files = table("progression.csv")
    for case in some_cases():
        out = fram()("--format", "csv", "progression", case).out
        equal(out.splitlines()[0], COLUMNS, "columns")
        found = [list(row.values()) for row in csv.DictReader(out.splitlines())]
        wanted = [[*row.values(), ""] for row in files if row["case_id"] == case]
        equal(found, wanted, case)


def monday_of(day):
    date = datetime.date.fromisoformat(day)
    return (date - datetime.timedelta(days=date.weekday())).isoformat()


def hours(rows, column):
    return sum(float(row[column]) for row in rows)


def weeks_are_the_sums_of_the_attendance(folder):
    files = table("attendance.csv")
    for case in some_cases():
        of_case = [row for row in files if row["case_id"] == case]
        weeks = fram().json("progression", case)["weeks"]
        by_week = {week["monday"]: [row for row in of_case if monday_of(row["date"]) == week["monday"]] for week in weeks}
        equal(sum(len(rows) for rows in by_week.values()), len(of_case), f"{case}, every session in a week")
        for week in weeks:
            rows = by_week[week["monday"]]
            counted = [row for row in rows if row["status"] != "leave"]
            planned = hours(rows, "planned_hours") if rows else None
            attended = hours(counted, "hours") if counted else None
            equal(week["planned_hours"] and float(week["planned_hours"]), planned, f"{case}, planned, {week['monday']}")
            found = None if week["hours"] is None else float(week["hours"])
            equal(found, attended, f"{case}, attended, {week['monday']}")


def the_rate_is_that_of_four_open_weeks(folder):
    files = table("attendance.csv")
    for case in some_cases()[::3]:
        weeks = fram().json("progression", case)["weeks"]
        of_case = [row for row in files if row["case_id"] == case and row["status"] != "leave"]
        window = []
        for week in weeks:
            rows = [row for row in of_case if monday_of(row["date"]) == week["monday"]]
            if week["state"] != "open":
                continue
            window = [*window, rows][-4:]
            counted = sum(len(rows) for rows in window)
            attended = sum(row["status"] in ("present", "late") for rows in window for row in rows)
            rate = None if not rows else int(attended / counted * 100 + 0.5)
            equal(week["rate"] if week["rate"] is None else int(week["rate"]), rate, f"{case}, {week['monday']}")


def put(register, folder, *lines):
    path = os.path.join(folder, "progression.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("case_id,date,indicator,rated_by,value,note,given\n" + "".join(line + "\n" for line in lines))
    return register("import", path)


def house(folder):
    """Nora's case worker is Hanna; an occupational therapist has mapped her."""
    register = small(folder)
    register("add", "staff", "Dora Ros", "--login", "dora", "--role", "occupational_therapist:snickeri")
    register("add", "staff", "Olga Sten", "--login", "olga", "--role", "case_worker")
    case = register("add", "participant", "--given", "Nora", "--family", "Ek", "--sex", "F", "--born", "1994-03-02",
                    "--organisation", "AF", "--enrolled", "2026-09-01", as_="hanna").out.strip()
    register("place", case, "snickeri", "--from", "2026-09-01", "--slots", "mon 09-12,thu 09-11:30")
    put(register, folder,
        f"{case},2026-09-10,avstamning-3:1,participant,2,\"Dipp: flytten, och allt\",",
        f"{case},2026-09-10,indikator-11:2,participant,3,,", f"{case},2026-09-10,indikator-11:2,caseworker,4,,",
        f"{case},2026-09-10,indikator-11:11,caseworker,2,Vad skulle få den att växa?,")
    return register, case


WAYS = (["--format", "csv"], ["--format", "json"], [])


def only_the_own_case_worker_and_therapist_see_it(folder):
    register, case = house(folder)
    for who in ("eva", "mats", "petra", "mia", "alva", "olga"):
        for way in WAYS:
            done = register(*way, "progression", case, as_=who, status=1)
            equal(done.out, "", f"{who} is told nothing")
            expect("Dipp" not in done.err and "indikator" not in done.err, f"{who}: {done.err}")
            equal(len(done.err.splitlines()), 1, f"{who}: one sentence")
    for who in ("hanna", "dora"):
        equal(len(register.csv("progression", case, as_=who)), 3, who)
        expect("Dipp: flytten" in register("progression", case, as_=who).out, f"{who} reads notes")


def own_belief_is_off_until_the_programme_turns_it_on(folder):
    register, case = house(folder)
    code = "indikator-11:11"

    def told(who, *asked):
        found = [row["indicator"] for row in register.csv("progression", case, *asked, as_=who)]
        for way in WAYS[1:]:
            out = register(*way, "progression", case, *asked, as_=who).out
            equal("växa" in out, code in found, f"{who}, the same every way")
        return code in found

    equal([told(who, "--belief") for who in (None, "hanna", "dora")], [True, False, False], "off")
    register.set("UPDATE programme SET settings = replace (settings, 'belief=false', 'belief=true')")
    equal([told(who, "--belief") for who in (None, "hanna", "dora")], [True, True, False], "on")
    equal([told(who) for who in (None, "hanna", "dora")], [True, False, False], "in no list that is not asked for")


def a_protected_person_is_for_those_who_are_named(folder):
    register, case = house(folder)
    register.set(f"UPDATE participant SET protected = 1 WHERE case_no = '{case}'")
    for who in ("dora", "olga", "mats"):
        for way in WAYS:
            done = register(*way, "progression", case, as_=who, status=1)
            expect("Nora" not in done.err + done.out and done.out == "", f"{who}: {done.err}")
    register.set("INSERT INTO ident (id, uuid, entity) SELECT max (id) + 1, randomblob (16), 1 FROM ident")
    register.set("INSERT INTO named_access (id, participant, staff, from_day) SELECT (SELECT max (id) FROM ident), p.id, s.id, "
                 f"'2026-01-01' FROM participant p, staff s WHERE p.case_no = '{case}' AND s.login = 'hanna'")
    equal(len(register.csv("progression", case, as_="hanna")), 3, "named")
    expect("Nora" not in register("progression", case, as_="hanna").out, "initials only")


def of_two_of_a_day_both_are_told_in_order(folder):
    register, case = house(folder)
    put(register, folder, f"{case},2026-10-01,avstamning-3:2,participant,2,,", f"{case},2026-10-01,avstamning-3:2,participant,4,ändrat,")
    rows = [row for row in register.csv("progression", case) if row["date"] == "2026-10-01"]
    equal([(row["value"], row["note"]) for row in rows], [("2", ""), ("4", "ändrat")], "as they were written")


def one_set_alone(folder):
    register, case = house(folder)
    equal({row["indicator"] for row in register.csv("progression", case, "--set", "avstamning-3")}, {"avstamning-3:1"}, "set")
    expect("fram-2021" in register.refuses("progression", case, "--set", "fram-2021"), "never rated with it")
    register.refuses("progression", "F1999-0001")


def what_was_planned_and_not_marked_is_planned(folder):
    register, case = house(folder)
    register("mark", "snickeri", case, "present", "--date", "2026-11-09")
    register("mark", "snickeri", case, "absent_unnotified", "--date", "2026-11-02")
    weeks = {week["monday"]: week for week in register.json("progression", case)["weeks"]}
    told = {day: tuple(weeks[day][name] for name in ("planned_hours", "hours")) for day in ("2026-10-26", "2026-11-02", "2026-11-09")}
    equal(told["2026-10-26"], (5.5, None), "nothing is marked: a gap, no nought")
    equal(told["2026-11-02"], (5.5, 0), "an absence is nought hours")
    equal(told["2026-11-09"], (3, 3), "today's session was not due before today")


def opening_it_is_logged(folder):
    register, case = house(folder)
    register("progression", case, as_="hanna")
    rows = [row for row in register.csv("log", "--participant", case) if row.get("person", row.get("who")) == "Hanna Dahl"]
    expect(any("opened" in row.values() for row in rows), f"opened: {rows[:3]}")


def the_register_says_no_more_after_reading(folder):
    register, case = house(folder)
    before = register.content()
    register("progression", case, as_="hanna")
    equal(register.content(), before, "only the log")


def an_export_of_written_ratings_read_again_adds_nothing(folder):
    register, case = house(folder)
    register("rate", case, "avstamning-3:1=3", "avstamning-3:2=2", "--rater", "participant", as_="hanna")
    register("rate", case, "fram-8:2", "--note", "Säger till själv", "--rater", "caseworker", as_="hanna")
    out = os.path.join(folder, "out")
    register("export", out)
    count = "SELECT (SELECT count(*) FROM rating), (SELECT count(*) FROM area_note)"
    equal(register.query(count), [(6, 1)], "written")
    register("import", os.path.join(out, "progression.csv"))
    equal(register.query(count), [(6, 1)], "read again")


if __name__ == "__main__":
    run(
        an_imported_case_is_its_rows_of_the_file,
        weeks_are_the_sums_of_the_attendance,
        the_rate_is_that_of_four_open_weeks,
        only_the_own_case_worker_and_therapist_see_it,
        own_belief_is_off_until_the_programme_turns_it_on,
        a_protected_person_is_for_those_who_are_named,
        of_two_of_a_day_both_are_told_in_order,
        one_set_alone,
        what_was_planned_and_not_marked_is_planned,
        opening_it_is_logged,
        the_register_says_no_more_after_reading,
        an_export_of_written_ratings_read_again_adds_nothing,
    )
