"""Calendars as another program reads them: python3-icalendar reads each file and python3-recurring-ical-events, on top of
python3-dateutil, works out every session of a year. They share no code with the program, and the summer time they go by is
that of the system."""

import datetime
import subprocess
import sys

try:
    import icalendar
    import recurring_ical_events
except ImportError as missing:
    print("1..0 # SKIP %s; install python3-icalendar and python3-recurring-ical-events" % missing)
    sys.exit(0)

CASES = sys.argv[1]


def run(*arguments):
    return subprocess.run([CASES, *arguments], check=True, capture_output=True).stdout


def check_form(data):
    """RFC 5545, 3.1: lines end with CRLF, have at most 75 octets, and none is cut in the middle of a letter."""
    assert data.endswith(b"END:VCALENDAR\r\n"), data[-40:]
    assert b"\n" not in data.replace(b"\r\n", b""), "a line without CRLF"
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode("utf-8")
    head = data.split(b"BEGIN:VTIMEZONE")[0]
    assert b"PRODID:" in head and b"VERSION:2.0\r\n" in head and b"METHOD" not in data


def check_events(calendar):
    seen = set()
    zones = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
    assert zones == ["Europe/Stockholm"], zones
    for event in calendar.walk("VEVENT"):
        assert event["DTSTAMP"].to_ical() == b"20261112T080000Z", event["DTSTAMP"]
        assert "UID" in event and "SUMMARY" in event
        key = (str(event["UID"]), event["RECURRENCE-ID"].to_ical() if "RECURRENCE-ID" in event else None)
        assert key not in seen, key
        seen.add(key)
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
            if name in event and isinstance(event[name].dt, datetime.datetime):
                assert event[name].params["TZID"] == "Europe/Stockholm", event[name]
    assert str(calendar["X-WR-CALNAME"]).replace("\\", "") == "Återhämtning; kalender"


def clock(moment):
    return moment.strftime("%H:%M") if isinstance(moment, datetime.datetime) else ""


def sessions_of(calendar):
    found = []
    for event in recurring_ical_events.of(calendar).between((2026, 1, 1), (2027, 2, 1)):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        state = "cancelled" if event.get("STATUS") == "CANCELLED" else "held"
        found.append("|".join([start.strftime("%Y-%m-%d"), clock(start), clock(end), str(event.get("LOCATION", "")), state]))
    return sorted(found)


def check(name):
    data = run(name, "calendar")
    check_form(data)
    calendar = icalendar.Calendar.from_ical(data)
    check_events(calendar)
    wanted = sorted(run(name, "sessions").decode("utf-8").replace(".", ":").splitlines())
    found = sessions_of(calendar)
    assert wanted, "no sessions to compare"
    assert found == wanted, "\n# only in the file: %s\n# only in the program: %s" % (
        sorted(set(found) - set(wanted))[:5], sorted(set(wanted) - set(found))[:5])
    return len(wanted)


def main():
    names = run().decode().split()
    failed = False
    print("1..%d" % len(names))
    for number, name in enumerate(names, 1):
        try:
            print("ok %d - %s: the same %d sessions" % (number, name, check(name)))
        except AssertionError as error:
            failed = True
            print("not ok %d - %s\n# %s" % (number, name, error))
    return 1 if failed else 0


sys.exit(main())
