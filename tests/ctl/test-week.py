"""A week and a month of a workshop: sums and rates per person, and weeks that are closed."""

from ctl import equal, expect, run, small


def sums_and_rates_per_person(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present")
    rows = {row["case"]: row for row in register.csv("week", "snickeri", "--week", "2026-W46")}
    amina = rows["F2026-0001"]
    equal((amina["from"], amina["to"], amina["attended"], amina["absent"]), ("2026-11-09", "2026-11-15", "1", "0"), "sums")
    equal((amina["hours"], amina["attended_percent"], amina["attended_or_notice_percent"]), ("2.5", "100", "100"), "rates")
    other = rows["F2026-0002"]
    equal((other["attended_percent"], other["hours"]), ("", "0"), "the unmarked are in no rate")
    expect("unmarked, not counted" in register("week", "snickeri").out, "what is left out is said")
    expect("Attended 100 %" in register("roster", "snickeri", "--week", "46").out, "the rate under a week's rosters")


def a_month_has_its_days(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "sick")
    row = register.csv("week", "snickeri", "--month", "2026-11")[0]
    equal((row["from"], row["to"], row["absent"], row["gave_notice"]), ("2026-11-01", "2026-11-30", "1", "1"), "month")
    equal(register.csv("week", "snickeri", "--month", "11")[0], row, "the number of a month alone")
    expect("2026-11-12" in {line["date"] for line in register.csv("roster", "snickeri", "--month", "2026-11")}, "roster of a month")


def a_closed_week_refuses_marks(folder):
    register = small(folder)
    done = register("week", "snickeri", "--close", as_="eva")
    expect("Week 46 in Woodwork is closed." in done.out and "was closed by Eva Lind" in done.out, "said who closed it")
    refused = register("mark", "snickeri", "F2026-0001", "present", status=1)
    equal(refused.err, "Week 46 was closed by Eva Lind; open the week again to change its marks.\n", "refused")
    refused = register("week", "snickeri", "--reopen", status=1)
    expect("Say why" in refused.err, "a reason is asked for")
    register("week", "snickeri", "--reopen", "--reason", "a slip of paper")
    register("mark", "snickeri", "F2026-0001", "present")
    equal(register.query("SELECT reason FROM action WHERE kind = 'reopen-week'"), [("a slip of paper",)], "history")


def wrong_usage(folder):
    register = small(folder)
    for words in (["--week", "46", "--month", "11"], ["--close", "--reopen"], ["--month", "11", "--close"], ["--reason", "x"]):
        register("week", "snickeri", *words, status=2)
    register("week", "snickeri", "--month", "13", status=1)
    register("week", "snickeri", "--week", "2026-W54", status=1)
    register("week", "smedja", status=1)


run(sums_and_rates_per_person, a_month_has_its_days, a_closed_week_refuses_marks, wrong_usage)
