"""Tasks and rosters not taken: who is asked, who sees it, what is done, and which rosters are missing."""

from ctl import call, equal, expect, run, small, swedish


def asked_seen_and_done(folder):
    register = small(folder)
    case = register("add", "participant", "--given", "Carlos", "--family", "Molina", "--enrolled", "2026-09-01", as_="hanna").out.strip()
    register("place", case, "snickeri", "--from", "2026-09-01", "--slots", "thu 09-12", as_="hanna")
    equal(register("ask", case, "call", "--workshop", "snickeri", as_="eva").out, "Hanna Dahl is asked to call Carlos Molina.\n")
    asked = register.csv("tasks", as_="eva")[0]
    equal((asked["kind"], asked["case"], asked["title"], asked["due"], asked["whose"], asked["made_by"], asked["seen"], asked["done"]),
          ("call", case, "Call Carlos Molina", "2026-11-12", "Hanna Dahl", "Eva Lind", "", ""), "asked")
    equal(len(register.csv("tasks", as_="hanna")), 1, "for the case worker")
    equal(register.csv("tasks", as_="eva")[0]["seen"], "2026-11-12", "seen")
    equal(register("tasks", "--done", asked["id"], as_="hanna").out, "“Call Carlos Molina” is done.\n")
    equal(register.json("tasks", as_="eva")[0]["done"], "2026-11-12", "done")


def without_a_case_worker_the_manager_is_told(folder):
    register = small(folder)
    equal(register("ask", "F2026-0001", "absence", as_="eva").out, "The manager is told of Amina Hassan.\n")
    equal([(row["kind"], row["whose"], row["due"]) for row in register.csv("tasks", as_="mats")],
          [("absence", "the manager", "2026-11-13")], "the manager's")
    equal(register.csv("tasks", as_="hanna"), [], "nobody else's")


def what_is_refused(folder):
    register = small(folder)
    register("ask", "F2026-0001", "call", as_="eva")
    task = register.csv("tasks", as_="eva")[0]["id"]
    expect("somebody else's" in register.refuses("tasks", "--done", task, as_="eva"), "another's")
    expect("no task" in register.refuses("tasks", "--done", "17", as_="mats"), "no id")
    expect("F2026-0003" in register.refuses("ask", "F2026-0003", "call", as_="eva"), "a stranger")
    register.refuses("ask", "F2026-0001", "visit", status=2)
    register.refuses("tasks", "--due", "2026-11-20", status=2)
    register.refuses("tasks", "--add", "Order oil")
    register.refuses("tasks", "--add", " ", as_="eva")


def a_task_of_ones_own(folder):
    register = small(folder)
    equal(register("tasks", "--add", "Order oil", "--due", "2026-11-16", as_="eva").out, "“Order oil” is on your list.\n")
    equal([(row["title"], row["due"], row["seen"]) for row in register.csv("tasks", as_="eva")], [("Order oil", "2026-11-16", "2026-11-12")])
    expect("There are no tasks." in register("tasks", as_="mats").out, "nobody else's")


def rosters_not_taken(folder):
    register = small(folder)
    week = register.csv("rosters", "--week", "2026-W46")
    equal([(row["date"], row["workshop"], row["expected"], row["marked"], row["missing"], row["last_by"]) for row in week],
          [("2026-11-09", "snickeri", "2", "0", "2", ""), ("2026-11-09", "tradgard", "1", "0", "1", ""),
           ("2026-11-12", "snickeri", "2", "0", "2", ""), ("2026-11-12", "tradgard", "1", "0", "1", "")], "the week")
    register("mark", "snickeri", "F2026-0001", "present", "--date", "2026-11-09", as_="eva")
    register("mark", "snickeri", "F2026-0002", "sick", "--date", "2026-11-09", as_="eva")
    left = register.csv("rosters", "--week", "46", as_="mats")
    equal([(row["date"], row["workshop"]) for row in left],
          [("2026-11-09", "tradgard"), ("2026-11-12", "snickeri"), ("2026-11-12", "tradgard")], "taken on Monday")
    equal((left[1]["last_by"], left[1]["last_at"]), ("Eva Lind", "2026-11-12T08:00:00Z"), "who took it last")
    all_of_monday = register.json("rosters", "--date", "2026-11-09", "--all", as_="mats")[0]
    equal((all_of_monday["marked"], all_of_monday["present"], all_of_monday["missing"]), (2, 1, 0), "all")
    equal([row["workshop"] for row in register.csv("rosters", as_="eva")], ["snickeri"], "a leader's own")
    register.refuses("rosters", "--date", "2026-11-09", "--week", "46", status=2)


def later_today_is_not_missing(folder):
    register = small(folder)
    register("place", "F2026-0003", "snickeri", "--from", "2026-11-01", "--slots", "thu 13-15")
    row = register.csv("rosters", as_="eva")[0]
    equal((row["expected"], row["missing"]), ("3", "2"), "at nine")


def it_is_in_swedish(folder):
    register = small(folder)
    said = call("--register", register.path, "--as", "eva", "rosters", env=swedish()).out
    expect("snickeri" not in said and "Snickeri" in said, said)


run(asked_seen_and_done, without_a_case_worker_the_manager_is_told, what_is_refused, a_task_of_ones_own, rosters_not_taken,
    later_today_is_not_missing, it_is_in_swedish)
