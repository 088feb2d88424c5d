"""What a leader does beside marking: absences told beforehand, away today, standing in, visitors, what was seen, whom to call."""

import sqlite3

from ctl import Register, equal, expect, run, sentence, small

THURSDAY = "2026-11-12"


def an_absence_told_beforehand_is_written_listed_and_removed(folder):
    register = small(folder)
    equal(register("absence", "F2026-0001").out, "No absence is told beforehand.\n", "nothing told")
    said = register("absence", "F2026-0001", "--from", THURSDAY, "--to", "2026-11-20", "--status", "leave", "--told-by", "participant").out
    equal(said, "Amina Hassan is away 12 November 2026 to 20 November 2026 (leave).\n", "sentence")
    listed = register.csv("absence", "F2026-0001")
    equal([(row["case"], row["from"], row["to"], row["begins"], row["status"], row["told_by"]) for row in listed],
          [("F2026-0001", THURSDAY, "2026-11-20", "", "leave", "participant")], "list")
    equal([row["status"] for row in register.csv("roster", "snickeri", "--date", THURSDAY)], ["", ""], "it is no mark")
    expect("F2026-0002" not in register("absence", "F2026-0001").out, "somebody else")
    expect(register.refuses("absence", "F2026-0002", "--remove", listed[0]["id"]), "not that person's")
    register("absence", "F2026-0001", "--remove", listed[0]["id"])
    equal(register.csv("absence", "F2026-0001"), [], "removed")


def senseless_absences_are_refused(folder):
    register = small(folder)
    for words in (["--from", "2026-11-20", "--to", THURSDAY], ["--from", THURSDAY, "--status", "present"],
                  ["--from", THURSDAY, "--status", "asleep"], ["--from", THURSDAY, "--begins", "13:00"],
                  ["--from", THURSDAY, "--begins", "15:00", "--ends", "13:00"], ["--from", "12/11"], ["--remove", "nonsense"]):
        register.refuses("absence", "F2026-0001", *words)
    register.refuses("absence", "F2026-9999")


def away_excuses_every_activity_of_the_day(folder):
    register = small(folder)
    register("place", "F2026-0001", "tradgard", "--from", "2026-10-01", "--slots", "thu 13-15")
    equal(register("away", "F2026-0001", "sick", "--date", THURSDAY).out, "Amina Hassan is marked as sick in 2 activities.\n", "sentence")
    for workshop in ("snickeri", "tradgard"):
        found = {row["case"]: row["status"] for row in register.csv("roster", workshop, "--date", THURSDAY)}
        equal(found["F2026-0001"], "sick", workshop)
    register("mark", "snickeri", "F2026-0002", "present", "--date", THURSDAY)
    expect("already" in register.refuses("away", "F2026-0002", "sick", "--date", THURSDAY), "who is here")
    register.refuses("away", "F2026-0002", "present", "--date", THURSDAY)


def an_older_day_is_marked_with_command_line_as_the_reason(folder):
    register = small(folder)
    register("add", "staff", "Per Wallin", "--role", "activity_leader:snickeri")
    before = {row["case"] for row in register.csv("roster", "snickeri", "--date", "2026-10-29")}
    expect("F2026-0001" in before, "nobody was expected that day")
    register("--as", "Per Wallin", "mark", "snickeri", "F2026-0001", "present", "--date", "2026-10-29")
    with sqlite3.connect(register.path) as db:
        equal(db.execute("SELECT reason FROM action WHERE kind = 'mark'").fetchall(), [("command line",)], "reason")


def a_half_day_is_marked_by_its_part(folder):
    register = small(folder)
    register("place", "F2026-0003", "snickeri", "--from", "2026-10-01", "--slots", "thu 10-15")
    register("mark", "snickeri", "F2026-0003", "present", "--date", THURSDAY)
    said = register("mark", "snickeri", "F2026-0003", "sick", "--part", "2", "--date", THURSDAY).out
    expect(said.endswith("present → sick\n") or said.endswith("unmarked → sick\n"), said)
    halves = [row for row in register.csv("roster", "snickeri", "--date", THURSDAY) if row["case"] == "F2026-0003"]
    equal([(row["planned_from"], row["planned_to"], row["status"], row["hours"]) for row in halves],
          [("10:00", "12:00", "present", "2"), ("12:00", "15:00", "sick", "0")], "halves")


def a_mark_that_is_on_disk_is_never_said_to_be_refused(folder):
    register = small(folder)
    with sqlite3.connect(register.path) as db:
        # the workshop is not to be found any more once the mark is written
        db.execute("CREATE TRIGGER trouble AFTER INSERT ON mark BEGIN UPDATE workshop SET gone = 1; END")
    done = register("mark", "snickeri", "F2026-0001", "present", "--date", THURSDAY)
    expect("This is saved" in sentence(done), done.err)
    equal(register.query("SELECT count (*) FROM mark WHERE status IS NOT NULL"), [(1,)], "marks on disk")


def standing_in_holds_until_midnight_and_the_clock_cannot_be_turned_back(folder):
    register = Register(folder)
    register("demo", "--participants", "60", "--years", "1", "--until", THURSDAY)
    leader = next(row["name"] for row in register.csv("staff") if "activity_leader" in row["roles"] and "kok_bageri" in row["roles"])
    places = register.csv("--as", leader, "stand-in")
    equal(len(places), 1, "places to stand in")
    code = places[0]["code"]
    register.refuses("--as", leader, "roster", code)
    expect("until midnight" in register("--as", leader, "stand-in", code).out, "sentence")
    register("--as", leader, "roster", code)
    equal(register.csv("--as", leader, "stand-in"), [], "begun already")
    expect("stands in" in register("log").out, "log")
    tomorrow = {"FRAMSTEG_NOW": "2026-11-13T08:00"}
    register("--as", leader, "roster", code, status=1, env=tomorrow)
    register("add", "closed-day", "2026-12-28", "--name", "Inventory", env=tomorrow)
    register.refuses("--as", leader, "roster", code)
    expect("clock" in register.refuses("--as", leader, "stand-in", code), "clock")


def nobody_stands_in_where_nobody_said_so(folder):
    register = small(folder)
    register("add", "staff", "Per Wallin", "--role", "activity_leader:snickeri")
    expect("administrator" in register.refuses("--as", "Per Wallin", "stand-in", "tradgard"), "no right")
    expect("already" in register.refuses("--as", "Per Wallin", "stand-in", "snickeri"), "one's own")


def a_visitor_comes_for_a_day_and_tells_nothing_of_others(folder):
    register = small(folder)
    register("add", "staff", "Per Wallin", "--role", "activity_leader:snickeri")
    as_per = ["--as", "Per Wallin"]
    register.refuses(*as_per, "show", "F2026-0003")
    said = register(*as_per, "visit", "snickeri", "F2026-0003").out
    expect("F2026-0003" in said and "Åsa" not in said, said)
    register(*as_per, "mark", "snickeri", "F2026-0003", "present")
    expect("already" in register.refuses(*as_per, "visit", "snickeri", "F2026-0003"), "twice")
    register.refuses(*as_per, "visit", "tradgard", "F2026-0001")
    unknown = register.refuses(*as_per, "visit", "snickeri", "F2026-9999")
    with sqlite3.connect(register.path) as db:
        db.execute("UPDATE enrolment SET closed = '2026-10-30' WHERE participant = (SELECT id FROM participant WHERE case_no = 'F2026-0003')")
    closed = register.refuses(*as_per, "visit", "snickeri", "F2026-0003", "--date", "2026-11-13")
    equal(closed.replace("F2026-0003", "F2026-9999"), unknown, "one answer for everybody who cannot come")


def what_was_seen_is_one_short_line(folder):
    register = small(folder)
    expect("written down" in register("seen", "F2026-0001", "Helped a newcomer", "--agreed").out, "sentence")
    with sqlite3.connect(register.path) as db:
        equal(db.execute("SELECT text, day, agreed FROM seen").fetchall(), [("Helped a newcomer", THURSDAY, THURSDAY)], "on disk")
    for text in ("", "a" * 141, "two\nlines"):
        register.refuses("seen", "F2026-0001", text)


def whom_to_call_is_shown_and_logged(folder):
    register = small(folder)
    register("add", "staff", "Stig Sök", "--role", "place_finder")
    with sqlite3.connect(register.path) as db:
        n = db.execute("SELECT count (*) FROM access_log WHERE class = 'phone'").fetchone()[0]
    found = register.csv("numbers", "F2026-0001")
    expect(all(set(row) == {"who", "name", "phone"} for row in found), found)
    with sqlite3.connect(register.path) as db:
        now = db.execute("SELECT count (*) FROM access_log WHERE class = 'phone'").fetchone()[0]
    equal(now - n, 1 if found else 0, "lines in the log")
    equal([row["who"] for row in register.csv("--as", "Stig Sök", "numbers", "F2026-0001")], [], "a place finder sees no phone")


run(an_absence_told_beforehand_is_written_listed_and_removed, senseless_absences_are_refused, away_excuses_every_activity_of_the_day,
    an_older_day_is_marked_with_command_line_as_the_reason, a_half_day_is_marked_by_its_part,
    a_mark_that_is_on_disk_is_never_said_to_be_refused, standing_in_holds_until_midnight_and_the_clock_cannot_be_turned_back,
    nobody_stands_in_where_nobody_said_so, a_visitor_comes_for_a_day_and_tells_nothing_of_others,
    what_was_seen_is_one_short_line, whom_to_call_is_shown_and_logged)
