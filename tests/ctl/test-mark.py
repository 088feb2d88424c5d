"""One mark at a time: what is written, what is printed, and every input that is refused."""

from ctl import ROSTER, call, equal, expect, run, sentence, small, swedish


def mark_says_what_changed(folder):
    register = small(folder)
    equal(register("mark", "snickeri", "F2026-0001", "present").out, "F2026-0001 snickeri 2026-11-12: unmarked → present\n")
    equal(register("mark", "snickeri", "F2026-0001", "late", "--minutes", "15").out,
          "F2026-0001 snickeri 2026-11-12: present → late, 15 min\n")
    equal(register("mark", "snickeri", "F2026-0001", "none").out, "F2026-0001 snickeri 2026-11-12: late, 15 min → unmarked\n")
    equal(register.csv("mark", "snickeri", "F2026-0001", "sick"),
          [{"case": "F2026-0001", "workshop": "snickeri", "date": "2026-11-12", "before": "", "after": "sick"}], "csv")
    equal(register.json("mark", "snickeri", "F2026-0001", "leave"),
          [{"case": "F2026-0001", "workshop": "snickeri", "date": "2026-11-12", "before": "sick", "after": "leave"}], "json")


def a_mark_is_read_back_with_who_and_when(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "late", "--minutes", "20", "--note", 'bus, "late"\nagain', as_="eva")
    done = register("--format", "csv", "roster", "snickeri")
    equal(done.out.split("\r\n")[0], ROSTER, "columns")
    expect("\r\n" in done.out and '"bus, ""late""\nagain"' in done.out, "RFC 4180")
    row = register.csv("roster", "snickeri")[0]
    equal(row, {"case": "F2026-0001", "name": "Amina Hassan", "workshop": "snickeri", "date": "2026-11-12", "planned_from": "09:00",
                "planned_to": "11:30", "planned_hours": "2.5", "status": "late", "minutes_late": "20", "hours": "2.1667",
                "marked_by": "Eva Lind", "marked_at": "2026-11-12T08:00:00Z", "note": 'bus, "late"\nagain'}, "row")
    found = register.json("roster", "snickeri")[0]
    equal(list(found), ROSTER.split(",") + ["adaptations"], "keys")
    equal((found["planned_hours"], found["minutes_late"], found["adaptations"]), (2.5, 20, []), "numbers")
    equal(register.json("roster", "snickeri")[1]["status"], None, "no value")


def hours_times_and_other_days(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present", "--hours", "1.5")
    register("mark", "snickeri", "F2026-0002", "present", "--came", "09:30", "--left", "11")
    equal([row["hours"] for row in register.csv("roster", "snickeri")], ["1.5", "1.5"], "hours")
    register("mark", "snickeri", "F2026-0001", "absent_unnotified", "--date", "2026-11-09", "--reason", "wrong list")
    equal([(row["status"], row["hours"]) for row in register.csv("roster", "snickeri", "--date", "2026-11-09")],
          [("absent_unnotified", "0"), ("", "")], "an older day")
    equal(register.query("SELECT reason FROM mark WHERE day = '2026-11-09'"), [("wrong list",)], "reason")
    register("mark", "snickeri", "F2026-0001", "leave", "--date", "2026-11-16")
    equal(register.csv("roster", "snickeri", "--date", "2026-11-16")[0]["status"], "leave", "leave ahead")


def a_visitor_is_expected_once_marked(folder):
    register = small(folder)
    equal(register.csv("roster", "snickeri", "--date", "2026-11-11"), [], "nobody on a Wednesday")
    register("mark", "snickeri", "F2026-0002", "present", "--date", "2026-11-11", "--hours", "2")
    equal([(row["case"], row["planned_from"], row["planned_hours"], row["hours"])
           for row in register.csv("roster", "snickeri", "--date", "2026-11-11")], [("F2026-0002", "", "", "2")], "visitor")


def the_same_mark_again_changes_nothing(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present", as_="eva")
    before = register.content()
    register("mark", "snickeri", "F2026-0001", "present", as_="eva")
    equal(register.content(), before, "the register")


REFUSALS = [
    (["nosuch", "F2026-0001", "present"], "nosuch"),
    (["snickeri", "F2026-0099", "present"], "F2026-0099"),
    (["snickeri", "F2026-0001", "dancing"], "absent_unnotified"),
    (["snickeri", "F2026-0001", "present", "--date", "2026-02-30"], "2026-02-30"),
    (["snickeri", "F2026-0001", "present", "--date", "tomorrow"], "tomorrow"),
    (["snickeri", "F2026-0001", "present", "--date", "2026-11-14"], "Saturday"),
    (["snickeri", "F2026-0001", "leave", "--date", "2026-12-25"], "Christmas Day"),
    (["snickeri", "F2026-0001", "present", "--date", "2026-08-31"], "enrolment"),
    (["snickeri", "F2026-0001", "present", "--date", "2026-11-16"], "to come"),
    (["snickeri", "F2026-0001", "leave", "--date", "2036-11-13"], "year ahead"),
    (["snickeri", "F2026-0001", "present", "--hours", "25"], "24"),
    (["snickeri", "F2026-0001", "present", "--hours", "-1"], "-1"),
    (["snickeri", "F2026-0001", "present", "--hours", "two"], "two"),
    (["snickeri", "F2026-0001", "late", "--minutes", "-5"], "0 or more"),
    (["snickeri", "F2026-0001", "late", "--minutes", "-1"], "0 or more"),
    (["snickeri", "F2026-0001", "late", "--minutes", "25h"], "25h"),
    (["snickeri", "F2026-0001", "late", "--minutes", "1500"], "1500"),
    (["snickeri", "F2026-0001", "late", "--minutes", "99999999999999999999"], "99999999999999999999"),
    (["snickeri", "F2026-0001", "late", "--minutes", "200"], "150"),
    (["snickeri", "F2026-0001", "present", "--minutes", "5"], "late"),
    (["snickeri", "F2026-0001", "sick", "--hours", "2"], "absence"),
    (["snickeri", "F2026-0001", "present", "--came", "25:00"], "25:00"),
    (["snickeri", "F2026-0001", "present", "--came", "11:00", "--left", "10:00"], "10:00"),
    (["snickeri", "F2026-0001", "present", "--part", "3"], "3"),
    (["tradgard", "F2026-0001", "present"], "not placed"),
    (["snickeri", "F2026-0001", "present", "--date", "2026-11-14", "--hours", "25"], "."),
]


def every_bad_input_is_one_sentence_and_nothing_written(folder):
    register = small(folder)
    for words, part in REFUSALS:
        said = register.refuses("mark", *words)
        expect(part in said, f"{words}: {said}")


def the_sentences_are_swedish_too(folder):
    register = small(folder)
    for words, _ in REFUSALS:
        english = register.refuses("mark", *words)
        said = register.refuses("mark", *words, env=swedish())
        expect(said != english, f"{words}: {said}")


def after_closing_is_refused(folder):
    register = small(folder)
    register.set("UPDATE enrolment SET closed = '2026-10-30' WHERE id = (SELECT min (id) FROM enrolment)")
    said = register.refuses("mark", "snickeri", "F2026-0001", "present", "--date", "2026-11-09")
    expect("30 October" in said or "closed" in said, said)


def rosters_refuse_what_is_no_day_or_workshop(folder):
    register = small(folder)
    for words, part in ((["nosuch"], "nosuch"), (["snickeri", "--date", "12/11/2026"], "12/11/2026"), (["snickeri", "--week", "2026-W54"], "W54"),
                        (["snickeri", "--week", "2025-W53"], "W53"), (["snickeri", "--week", "soon"], "soon")):
        expect(part in register.refuses("roster", *words), words)
    equal(register.csv("roster", "snickeri", "--date", "2026-11-14"), [], "a Saturday is an empty roster")
    said = sentence(call("--now", "noon", "--register", register.path, "roster", "snickeri", status=1))
    expect("noon" in said, said)


def csv_and_json_never_follow_the_locale(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present", "--hours", "1.5")
    for command in (["roster", "snickeri"], ["roster", "snickeri", "--week", "2026-W46"], ["participants"], ["workshops"], ["closed-days"],
                    ["show", "F2026-0001"]):
        for format_ in ("csv", "json"):
            words = ["--format", format_, *command]
            equal(register(*words, env=swedish()).out, register(*words).out, f"{words} in Swedish")


run(
    mark_says_what_changed,
    a_mark_is_read_back_with_who_and_when,
    hours_times_and_other_days,
    a_visitor_is_expected_once_marked,
    the_same_mark_again_changes_nothing,
    every_bad_input_is_one_sentence_and_nothing_written,
    the_sentences_are_swedish_too,
    after_closing_is_refused,
    rosters_refuse_what_is_no_day_or_workshop,
    csv_and_json_never_follow_the_locale,
)
