"""What each role sees and may do on the command line: the rights table, cell by command."""

from ctl import equal, expect, run, small


def nobody_unknown_sits_down(folder):
    register = small(folder)
    expect("nobody" in register.refuses("participants", as_="nobody").lower(), "unknown")
    register("set", "staff", "eva", "--left")
    register.refuses("participants", as_="eva")


def a_leader_sees_and_marks_the_own_workshop_only(folder):
    register = small(folder)
    equal([row["case"] for row in register.csv("participants", as_="eva")], ["F2026-0001", "F2026-0002"], "own people")
    equal(len(register.csv("roster", "snickeri", as_="eva")), 2, "own roster")
    register("mark", "snickeri", "F2026-0001", "present", as_="eva")
    register.refuses("roster", "tradgard", as_="eva")
    register.refuses("mark", "tradgard", "F2026-0003", "present", as_="eva")
    register.refuses("show", "F2026-0003", as_="eva")
    equal(register.csv("roster", "snickeri", as_="eva")[0]["marked_by"], "Eva Lind", "who marked")


def a_leader_sees_no_intake_and_changes_no_house(folder):
    register = small(folder)
    record = register.json("show", "F2026-0001", as_="eva")
    equal(record["organisation"], None, "intake")
    equal(len(record["stays"]), 1, "plan of one's own people")
    for words in (["add", "participant", "--given", "A", "--family", "B"], ["add", "staff", "X"], ["set", "workshop", "snickeri", "--capacity", "1"],
                  ["place", "F2026-0001", "snickeri", "--from", "2026-11-16", "--slots", "mon 09-12"],
                  ["add", "closed-day", "2026-12-01", "--name", "x"], ["log"], ["export", folder + "/out"]):
        register.refuses(*words, as_="eva")


def a_manager_reads_all_and_marks_nobody(folder):
    register = small(folder)
    equal(len(register.csv("participants", as_="mats")), 3, "site")
    equal(len(register.csv("roster", "tradgard", as_="mats")), 1, "any roster")
    register.refuses("mark", "snickeri", "F2026-0001", "present", as_="mats")
    expect(len(register.csv("log", as_="mats")) > 0, "the log is the manager's")


def a_case_worker_adds_places_and_marks(folder):
    register = small(folder)
    case = register("add", "participant", "--given", "Nora", "--family", "Ek", "--enrolled", "2026-11-02", as_="hanna").out.strip()
    register("place", case, "tradgard", "--from", "2026-11-02", "--slots", "thu 13-15", as_="hanna")
    register("mark", "tradgard", case, "present", as_="hanna")
    equal([row["status"] for row in register.csv("roster", "tradgard") if row["case"] == case], ["present"], "mark")
    register.refuses("add", "staff", "X", as_="hanna")


def a_place_finder_has_no_roster(folder):
    register = small(folder)
    equal(len(register.csv("participants", as_="petra")), 3, "names")
    register.refuses("roster", "snickeri", as_="petra")
    register.refuses("mark", "snickeri", "F2026-0001", "present", as_="petra")
    equal(register.json("show", "F2026-0001", as_="petra")["marks"], [], "no attendance")


def a_mentor_without_group_sees_nobody(folder):
    register = small(folder)
    equal(register.csv("participants", as_="mia"), [], "nobody")
    register.refuses("show", "F2026-0001", as_="mia")
    register.refuses("roster", "snickeri", as_="mia")


def an_administrator_edits_the_house(folder):
    register = small(folder)
    register("add", "staff", "New Person", "--role", "activity_leader:tradgard", as_="alva")
    register("set", "workshop", "snickeri", "--capacity", "12", as_="alva")
    register("add", "closed-day", "2026-12-28", "--name", "Between", as_="alva")
    equal(len(register.csv("closed-days", as_="eva")), 1, "reference data is everybody's")


def a_protected_person_is_bare_to_those_not_named(folder):
    register = small(folder)
    case = register("add", "participant", "--given", "Hemlig", "--family", "Person", "--enrolled", "2026-09-01", "--phone", "0700", "--protected").out.strip()
    register("place", case, "snickeri", "--from", "2026-09-01", "--slots", "thu 09-12")
    for who in ("eva", "mats", "hanna"):
        for words in (["participants"], ["roster", "snickeri"], ["participants", "--search", "hemlig"]):
            told = "".join(register("--format", form, *words, as_=who, status=0).out for form in ("text", "csv", "json"))
            expect("Hemlig" not in told and "0700" not in told, f"{who} {words}: {told}")
        register.refuses("show", case, as_=who)
        register.refuses("mark", "snickeri", case, "present", as_=who)
    expect(len(register.csv("roster", "snickeri", as_="eva")) in (2, 3), "the roster is still there")
    register("show", case)
    expect(case in register("--format", "csv", "log").out, "the owner sees whose record was opened")
    expect(case not in register("--format", "csv", "log", as_="mats").out, "the manager sees that, not whose")
    register.refuses("log", "--participant", case, as_="mats")


run(
    nobody_unknown_sits_down,
    a_leader_sees_and_marks_the_own_workshop_only,
    a_leader_sees_no_intake_and_changes_no_house,
    a_manager_reads_all_and_marks_nobody,
    a_case_worker_adds_places_and_marks,
    a_place_finder_has_no_roster,
    a_mentor_without_group_sees_nobody,
    an_administrator_edits_the_house,
    a_protected_person_is_bare_to_those_not_named,
)
