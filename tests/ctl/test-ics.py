"""Calendars out and in. What is written is read by python3-icalendar and worked out by python3-recurring-ical-events, which
share no code with the program, and held against what the program itself says of the same days."""

import datetime
import os

from ctl import Register, Skip, equal, expect, run, small

try:
    import icalendar
    import recurring_ical_events
except ImportError:
    icalendar = None

FROM, TO = datetime.date(2026, 1, 12), datetime.date(2027, 11, 7)  # two changes to summer time, two back, and a week 53


def demonstration(folder):
    if icalendar is None:
        raise Skip("python3-icalendar and python3-recurring-ical-events are not installed")
    register = Register(folder)
    register("demo")
    return register


def write(register, *words, **options):
    path = os.path.join(register.folder, "calendar.ics")
    register("schedule", *words, "--ics", path, **options)
    with open(path, "rb") as file:
        data = file.read()
    for line in data.split(b"\r\n"):
        expect(len(line) <= 75 and b"\n" not in line, f"line {line!r}")
    return data


def clock(moment):
    return moment.strftime("%H:%M") if isinstance(moment, datetime.datetime) else ""


def events(data, first=FROM, last=TO):
    """(day, start, end, place, cancelled) of each session, as the other programs work them out."""
    found = []
    after = last + datetime.timedelta(days=1)
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(first, after):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        found.append((start.strftime("%Y-%m-%d"), clock(start), clock(end), str(event.get("LOCATION", "")),
                      event.get("STATUS") == "CANCELLED"))
    return sorted(found)


def sessions(register, *words):
    return sorted((row["date"], row["start"], row["end"], row["place"], row["status"] == "cancelled")
                  for row in register.csv("schedule", *words, "--from", str(FROM), "--to", str(TO)))


def same(found, wanted, what):
    expect(wanted, f"{what}: nothing to compare")
    equal(sorted(set(found) - set(wanted))[:4], [], f"{what}: only in the file")
    equal(sorted(set(wanted) - set(found))[:4], [], f"{what}: only in the program")
    equal(len(found), len(wanted), f"{what}: how many")


def every_session_of_a_year(folder):
    register = demonstration(folder)
    same(events(write(register)), sessions(register), "all groups")
    for group in [code for (code,) in register.query("SELECT code FROM activity_group ORDER BY code LIMIT 60")]:
        wanted = sessions(register, "--group", group)
        if wanted:
            same(events(write(register, "--group", group)), wanted, group)


def a_leader_and_a_place(folder):
    register = demonstration(folder)
    same(events(write(register, "--leader", "Samir Sandberg")), sessions(register, "--leader", "Samir Sandberg"), "leader")
    same(events(write(register, "--place", "Rum 1")), sessions(register, "--place", "Rum 1"), "place")
    expect(b"Samir Sandberg" in write(register, "--mine", as_="Samir Sandberg"), "name of the calendar")


def names(register):
    staff = {name for (name,) in register.query("SELECT name FROM staff")}
    people = {f"{given} {family}" for given, family in register.query("SELECT given_name, family_name FROM participant")} - staff
    cases = {case for (case,) in register.query("SELECT case_no FROM participant")}
    return staff, people | cases


def nothing_of_a_participant_in_the_calendars_of_groups(folder):
    register = demonstration(folder)
    text = write(register).replace(b"\r\n ", b"").decode()
    _, people = names(register)
    equal([name for name in people if name in text], [], "participants")
    ids = [case for (case,) in register.query("SELECT lower (hex (uuid)) FROM ident JOIN participant USING (id)")]
    equal([one for one in ids if one in text.replace("-", "")], [], "ids of participants")
    remarks = [text_ for (text_,) in register.query("SELECT remark FROM group_session_change WHERE remark IS NOT NULL")]
    equal([one for one in remarks if one in text], [], "remarks")


def own_week(register, case):
    """The same from `own-week`, week for week."""
    found, day = [], datetime.date(2026, 9, 7)
    while day <= datetime.date(2027, 1, 11):
        for row in register.csv("own-week", case, "--week", "%d-W%02d" % day.isocalendar()[:2]):
            if row["kind"] in ("work", "group", "talk") and row["status"] != "moved-away":
                found.append((row["date"], row["start"], row["end"], row["place"], row["status"] == "cancelled"))
        day += datetime.timedelta(days=7)
    return sorted(found)


def busy(register):
    """Three participants with hours in a workshop, a group and something booked."""
    return [case for (case,) in register.query(
        "SELECT DISTINCT p.case_no FROM participant p JOIN enrolment e ON e.participant = p.id AND e.closed IS NULL"
        " JOIN membership m ON m.enrolment = e.id AND m.gone = 0 AND m.waiting = 0 JOIN plan_slot s ON s.enrolment = e.id"
        " JOIN booking b ON b.participant = p.id AND b.day > '2026-11-12' WHERE p.protected = 0 ORDER BY p.case_no LIMIT 3")]


def a_participants_own_calendar(folder):
    register = demonstration(folder)
    staff, people = names(register)
    reasons = {reason for (reason,) in register.query("SELECT reason FROM group_session_change")}
    for case in busy(register):
        data = write(register, "--participant", case)
        first, last = datetime.date(2026, 9, 7), datetime.date(2027, 1, 17)
        leave = [event for event in icalendar.Calendar.from_ical(data).walk("VEVENT") if str(event["SUMMARY"]) == "Agreed leave"]
        found = [one for one in events(data, first, last) if one[1] != "" or not leave]
        same(found, own_week(register, case), case)
        text = data.replace(b"\r\n ", b"").decode()
        equal([name for name in staff | people if name in text], [], "names")
        told = {str(event["DESCRIPTION"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT") if "DESCRIPTION" in event}
        equal(told - reasons, set(), "nothing but why a session of a group is changed")
    expect(register.query("SELECT count (*) FROM access_log WHERE act = 'exported' AND reason = 'calendar'")[0][0] == 3, "log")


def who_may_not_see_a_plan_gets_no_calendar(folder):
    register = demonstration(folder)
    case = busy(register)[0]
    path = os.path.join(folder, "refused.ics")
    register.refuses("schedule", "--participant", case, "--ics", path, as_="Samir Sandberg")
    expect(not os.path.exists(path), "no file")
    expect("--week" in register("schedule", "--week", "46", "--ics", path, status=2).err, "a week and a calendar")


HOLIDAYS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//kommunen//SV
BEGIN:VEVENT
UID:1
DTSTART;VALUE=DATE:20261130
SUMMARY:Planeringsdag för a
 lla arbetslag
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20261221
DTEND;VALUE=DATE:20270109
SUMMARY:Jullov
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART;VALUE=DATE:20261225
SUMMARY:Juldagen
END:VEVENT
BEGIN:VEVENT
UID:4
DTSTART;VALUE=DATE:20261030
SUMMARY:Höstlov
END:VEVENT
BEGIN:VEVENT
UID:5
DTSTART:20261112T090000
DTEND:20261112T100000
SUMMARY:Möte
END:VEVENT
END:VCALENDAR
"""


def holidays_of_a_file(folder):
    register = small(folder)
    path = os.path.join(folder, "lov.ics")
    with open(path, "w", encoding="utf-8", newline="\r\n") as file:
        file.write(HOLIDAYS)
    wanted = [("2026-10-30", "", "Höstlov", "over"), ("2026-11-30", "", "Planeringsdag för alla arbetslag", "new"),
              ("2026-12-21", "2027-01-08", "Jullov", "new"), ("2026-12-25", "", "Juldagen", "public")]
    lines = lambda *words: [tuple(row.values()) for row in register.csv("import-holidays", path, *words)]
    equal(lines("--dry-run"), wanted, "looked at")
    equal(register.csv("closed-days"), [], "nothing was written")
    expect("1 event with a time of day is no day off." in register("import-holidays", path, "--dry-run").out, "the meeting")
    equal(lines(), wanted, "added")
    equal([(row["day"], row["to"], row["name"]) for row in register.csv("closed-days")],
          [("2026-11-30", "", "Planeringsdag för alla arbetslag"), ("2026-12-21", "2027-01-08", "Jullov")], "closed days")
    equal(register.query("SELECT count (*) FROM action WHERE kind = 'closed-day'"), [(1,)], "one step")
    equal([line[3] for line in lines()], ["over", "there", "there", "public"], "a second time")
    equal(len(register.csv("closed-days")), 2, "nothing twice")


def bad_files_and_who_may_not(folder):
    register = small(folder)
    path = os.path.join(folder, "lov.ics")
    for text in ("", "case,name\r\n", HOLIDAYS[:300], "\0" * 50):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        register.refuses("import-holidays", path)
    register.refuses("import-holidays", os.path.join(folder, "none.ics"))
    with open(path, "w", encoding="utf-8") as file:
        file.write(HOLIDAYS)
    register.refuses("import-holidays", path, as_="mia")


run(every_session_of_a_year, a_leader_and_a_place, nothing_of_a_participant_in_the_calendars_of_groups,
    a_participants_own_calendar, who_may_not_see_a_plan_gets_no_calendar, holidays_of_a_file, bad_files_and_who_may_not)
