"""A register made from empty: words, people, places, staff, workshops, closed days, copies."""

import os
import stat

from ctl import PARTICIPANTS, ROSTER, Register, call, equal, expect, run, sentence, small

COMMANDS = (
    "init demo import export place participants staff workshops closed-days show roster mark absence away stand-in visit seen numbers check pin backup restore log places support".split()
    + ["add participant", "add staff", "add workshop", "add closed-day", "set staff", "set workshop", "remove closed-day"]
)


def every_command_has_help(folder):
    main = call("--help").out
    for command in COMMANDS:
        expect(f"  {command} " in main, f"{command} is not in the list of commands")
        text = call(*command.split(), "--help").out
        expect(text.startswith(f"Usage: framstegctl {command}"), text)
        expect("--register=FILE" in text and "--format=text|csv|json" in text, f"{command}: common options")
        equal(call("help", *command.split()).out, text, f"help {command}")
    expect("add closed-day" in call("add", "--help").out, "add --help")
    expect(call("--version").out.startswith("framstegctl "), "--version")


def wrong_usage_is_status_2(folder):
    for words in ([], ["dance"], ["add"], ["roster"], ["roster", "a", "b"], ["roster", "a", "--nothing"], ["roster", "a", "--date"],
                  ["--format", "xml", "participants"], ["--nothing", "participants"], ["mark", "snickeri"],
                  ["roster", "a", "--date", "2026-11-12", "--week", "2026-W46"], ["add", "participant", "--given", "A"],
                  ["place", "F1", "snickeri"], ["add", "closed-day", "2026-12-28"]):
        sentence(call(*words, status=2))


def init_makes_a_register_of_ones_own_and_never_twice(folder):
    register = Register(folder)
    expect(register.path in register("init", "--programme", "fram").out, "the name of the file")
    equal(stat.S_IMODE(os.stat(register.path).st_mode), 0o600, "mode")
    expect("already" in register.refuses("init"), "a second init")
    expect("already" in register.refuses("demo"), "a demonstration over it")
    equal(register("--format", "csv", "participants").out, PARTICIPANTS + "\r\n", "header")
    equal(register("--format", "csv", "roster", "snickeri").out, ROSTER + "\r\n", "header")
    equal(register.json("participants"), [], "json")
    equal(len(register.csv("workshops")), 6, "workshops")
    said = sentence(Register(folder, "other.db")("init", "--programme", "nosuch", status=1))
    expect("nosuch" in said and not os.path.exists(os.path.join(folder, "other.db")), said)


def without_register_it_is_the_one_of_the_window(folder):
    call("init", env={"XDG_DATA_HOME": folder})
    expect(os.path.exists(os.path.join(folder, "framsteg", "framsteg.db")), "the default file")
    said = sentence(call("participants", env={"XDG_DATA_HOME": os.path.join(folder, "none")}, status=1))
    expect("none" in said, said)
    expect(not os.path.exists(os.path.join(folder, "none")), "reading made something")


def from_empty_to_a_roster(folder):
    register = small(folder)
    found = register.csv("participants")
    equal([row["case"] for row in found], ["F2026-0001", "F2026-0003", "F2026-0002"], "in order of name, Å before Ö")
    equal(found[0], {"case": "F2026-0001", "name": "Amina Hassan", "sex": "F", "birth_date": "1994-03-02", "organisation": "AF",
                     "phase": "participation", "enrolled": "2026-09-01", "closed": "", "workshops": "snickeri"}, "row")
    roster = register.csv("roster", "snickeri", "--date", "2026-11-12")
    equal([(row["case"], row["planned_from"], row["planned_to"], row["planned_hours"], row["status"], row["hours"])
           for row in roster], [("F2026-0001", "09:00", "11:30", "2.5", "", ""), ("F2026-0002", "09:00", "11:30", "2.5", "", "")], "roster")
    equal(register.csv("roster", "snickeri", "--date", "2026-11-13"), [], "a day without plan")
    week = register.csv("roster", "snickeri", "--week", "2026-W46")
    equal([(row["date"], row["case"]) for row in week],
          [(day, case) for day in ("2026-11-09", "2026-11-12") for case in ("F2026-0001", "F2026-0002")], "week")
    equal(register.csv("roster", "snickeri", "--week", "46"), week, "the number of a week alone")


def search_phase_and_workshop_narrow_the_list(folder):
    register = small(folder)
    for words, wanted in ((["--search", "oz"], ["F2026-0003"]), (["--search", "ABERG orj"], ["F2026-0002"]),
                          (["--search", "F2026-0001"], ["F2026-0001"]), (["--search", "nobody"], []),
                          (["--workshop", "tradgard"], ["F2026-0003"]), (["--phase", "closed"], []),
                          (["--phase", "participation", "--search", "a"], ["F2026-0001", "F2026-0002"])):
        equal([row["case"] for row in register.csv("participants", *words)], wanted, words)
    expect("danced" in register.refuses("participants", "--phase", "danced"), "phase")
    expect("nosuch" in register.refuses("participants", "--workshop", "nosuch"), "workshop")


def show_tells_facts_plan_and_marks(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "late", "--minutes", "30", "--date", "2026-11-09")
    register("place", "F2026-0001", "snickeri", "--from", "2026-11-10", "--slots", "tue 08-12")
    record = register.json("show", "F2026-0001")
    equal((record["case"], record["name"], record["phase"]), ("F2026-0001", "Amina Hassan", "participation"), "facts")
    equal([(stay["activity"], stay["kind"], stay["from"], stay["to"], stay["slots"]) for stay in record["stays"]],
          [("snickeri", "workshop", "2026-11-10", None, "tue 08:00-12:00"),
           ("snickeri", "workshop", "2026-09-01", "2026-11-09", "mon 09:00-12:00,thu 09:00-11:30")], "a step")
    equal([(mark["date"], mark["status"], mark["minutes_late"], mark["hours"]) for mark in record["marks"]],
          [("2026-11-09", "late", 30, 2.5)], "marks")
    text = register("show", "F2026-0001").out
    expect("Amina Hassan" in text and "Tue 08" in text and "Late" in text, text)
    uuid = register.query("SELECT lower (hex (uuid)) FROM ident WHERE id = (SELECT id FROM participant WHERE given_name = 'Leyla')")[0][0]
    dashed = "-".join((uuid[:8], uuid[8:12], uuid[12:16], uuid[16:20], uuid[20:]))
    equal(register.json("show", dashed)["name"], "Leyla Öz", "by UUID")


def staff_and_roles_are_edited(folder):
    register = small(folder)
    register("set", "staff", "eva", "--role", "activity_leader:tradgard", "--role", "peer_mentor", "--email", "eva@example.org")
    eva = next(row for row in register.csv("staff") if row["login"] == "eva")
    equal(set(eva["roles"].split(";")), {"activity_leader:tradgard", "peer_mentor"}, "roles")
    equal((eva["name"], eva["email"], eva["active"]), ("Eva Lind", "eva@example.org", "yes"), "fields")
    register("set", "staff", "Eva Lind", "--left", "--no-roles")
    expect("eva" not in [row["login"] for row in register.csv("staff")], "who has left is still there")
    gone = next(row for row in register.csv("staff", "--all") if row["login"] == "eva")
    equal((gone["active"], gone["roles"]), ("no", ""), "who has left")
    for words, part in ((["add", "staff", "Eva Lind"], "Eva Lind"), (["set", "staff", "Nobody"], "Nobody"),
                        (["add", "staff", "New", "--role", "king"], "king"),
                        (["add", "staff", "New", "--role", "activity_leader:nosuch"], "nosuch")):
        expect(part in register.refuses(*words), words)


def workshops_and_hours_are_edited(folder):
    register = small(folder)
    register("set", "workshop", "snickeri", "--capacity", "20", "--name-en", "Joinery", "--hours", "mon-thu 08-16,fri 08:30-14")
    found = {row["code"]: row for row in register.csv("workshops")}
    equal((found["snickeri"]["capacity"], found["snickeri"]["name_en"], found["snickeri"]["name_sv"]), ("20", "Joinery", "Snickeri"), "fields")
    equal(found["snickeri"]["hours"], "mon 08:00-16:00,tue 08:00-16:00,wed 08:00-16:00,thu 08:00-16:00,fri 08:30-14:00", "hours")
    register("add", "workshop", "cykel", "--name-sv", "Cykel", "--name-en", "Bicycles", "--capacity", "8")
    equal(register.csv("roster", "cykel"), [], "a new workshop's roster")
    register("set", "workshop", "cykel", "--closed")
    expect("cykel" not in [row["code"] for row in register.csv("workshops")], "a closed workshop is listed")
    expect("cykel" in [row["code"] for row in register.csv("workshops", "--all")], "a closed workshop is lost")
    for words, part in ((["set", "workshop", "nosuch", "--capacity", "3"], "nosuch"), (["add", "workshop", "snickeri"], "snickeri"),
                        (["set", "workshop", "snickeri", "--capacity", "-3"], "-3"),
                        (["set", "workshop", "snickeri", "--hours", "mon 16-08"], "08:00"),
                        (["set", "workshop", "snickeri", "--hours", "someday 08-16"], "someday")):
        expect(part in register.refuses(*words), words)


def closed_days_empty_the_roster_and_can_be_taken_away(folder):
    register = small(folder)
    register("add", "closed-day", "2026-11-12", "--name", "Planning day")
    register("add", "closed-day", "2026-11-16", "--to", "2026-11-18", "--workshop", "snickeri", "--name", "Move")
    equal([(row["day"], row["to"], row["workshop"], row["name"]) for row in register.csv("closed-days")],
          [("2026-11-12", "", "", "Planning day"), ("2026-11-16", "2026-11-18", "snickeri", "Move")], "list")
    equal(register.csv("roster", "snickeri", "--date", "2026-11-12"), [], "closed")
    expect("Planning day" in register("roster", "snickeri", "--date", "2026-11-12").out, "the day's name")
    expect("Planning day" in register.refuses("mark", "snickeri", "F2026-0001", "present", "--date", "2026-11-12"), "mark")
    equal(len(register.csv("roster", "tradgard", "--date", "2026-11-16")), 1, "another workshop")
    register("remove", "closed-day", "2026-11-12")
    equal(len(register.csv("roster", "snickeri", "--date", "2026-11-12")), 2, "open again")
    for words, part in ((["remove", "closed-day", "2026-11-12"], "closed day"), (["add", "closed-day", "12/11", "--name", "x"], "12/11"),
                        (["add", "closed-day", "2026-11-20", "--to", "2026-11-19", "--name", "x"], "last day"),
                        (["add", "closed-day", "2026-11-20", "--workshop", "nosuch", "--name", "x"], "nosuch")):
        expect(part in register.refuses(*words), words)


def placing_and_adding_refuse_what_makes_no_sense(folder):
    register = small(folder)
    for words, part in ((["place", "F2026-0009", "snickeri", "--from", "2026-11-01", "--slots", "mon 09-12"], "F2026-0009"),
                        (["place", "F2026-0001", "nosuch", "--from", "2026-11-01", "--slots", "mon 09-12"], "nosuch"),
                        (["place", "F2026-0001", "snickeri", "--from", "2026-13-01", "--slots", "mon 09-12"], "2026-13-01"),
                        (["place", "F2026-0001", "snickeri", "--from", "2026-08-01", "--slots", "mon 09-12"], "enrolment"),
                        (["place", "F2026-0001", "snickeri", "--from", "2026-11-02", "--slots", "mon 12-09"], "12:00"),
                        (["place", "F2026-0001", "snickeri", "--from", "2026-11-02", "--slots", "mon"], "mon"),
                        (["place", "F2026-0001", "snickeri", "--from", "2026-11-02", "--slots", "mon 09-12,mon 11-13"], "Mon"),
                        (["place", "F2026-0001", "snickeri", "--from", "2026-11-02", "--to", "2026-11-01", "--slots", "mon 09-12"], "last day"),
                        (["add", "participant", "--given", "A", "--family", "B", "--sex", "X"], "X"),
                        (["add", "participant", "--given", "A", "--family", "B", "--born", "yesterday"], "yesterday"),
                        (["add", "participant", "--given", "A", "--family", "B", "--organisation", "XYZ"], "XYZ"),
                        (["add", "participant", "--given", "A", "--family", "B", "--case", "F2026-0001"], "F2026-0001"),
                        (["add", "participant", "--given", " ", "--family", "B"], "name")):
        said = register.refuses(*words)
        expect(part in said, f"{words}: {said}")


def backup_and_restore(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present")
    copy = os.path.join(folder, "copy.db")
    register("backup", copy)
    equal(stat.S_IMODE(os.stat(copy).st_mode), 0o600, "mode of the copy")
    register("mark", "snickeri", "F2026-0001", "sick")
    letter = os.path.join(folder, "letter")
    with open(letter, "w") as file:
        file.write("Dear all")
    expect("letter" in register.refuses("backup", letter), "a backup over something else")
    register.refuses("backup", register.path)
    before = set(os.listdir(folder))
    register("restore", copy)
    equal(register.csv("roster", "snickeri")[0]["status"], "present", "restored")
    kept = [name for name in set(os.listdir(folder)) - before if not name.endswith(("-wal", "-shm"))]
    equal(len(kept), 1, f"the copy of what was there: {kept}")
    equal(Register(folder, kept[0]).csv("roster", "snickeri")[0]["status"], "sick", "what was kept")
    junk = os.path.join(folder, "junk")
    with open(junk, "w") as file:
        file.write("no register\n" * 100)
    expect("junk" in register.refuses("restore", junk), "junk")
    expect("missing" in register.refuses("restore", os.path.join(folder, "missing")), "missing")
    fresh = Register(folder, "fresh.db")
    fresh("restore", copy)
    equal(fresh.csv("participants"), register.csv("participants"), "restored where nothing was")


def log_and_check(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present", as_="eva")
    register("mark", "snickeri", "F2026-0001", "late", "--minutes", "10", as_="eva")
    register("show", "F2026-0001", as_="hanna")
    lines = register.csv("log", "--participant", "F2026-0001")
    equal(list(lines[0]), "at,who,act,class,case,detail".split(","), "columns")
    opened = [line for line in lines if line["act"] == "opened"]
    equal([(line["who"], line["case"]) for line in opened[:1]], [("Hanna Dahl", "F2026-0001")], "who opened")
    changed = [line for line in lines if line["act"] == "changed" and line["who"] == "Eva Lind"]
    expect(len(changed) == 2 and "late" in changed[0]["detail"] and "present" in changed[1]["detail"], changed)
    expect(all(line["at"].endswith("Z") for line in lines), "instants")
    equal(len(register.csv("log", "--limit", "3")), 3, "limit")
    expect("nothing is wrong" in register("check").out, "check")
    expect("F2026-0099" in register.refuses("log", "--participant", "F2026-0099"), "whose")


def text_is_aligned(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0002", "late", "--minutes", "15")
    lines = register("roster", "snickeri").out.splitlines()
    equal(lines[0], "Woodwork · Thursday 12 November 2026", "heading")
    table = [line for line in lines if line.startswith(("Case", "F2026"))]
    equal(len({line.index(part) for line, part in zip(table, ("Attendance", "unmarked", "Late"))}), 1, f"columns {table}")
    expect(any(line.startswith("Expected: 2 · Late: 1 · Unmarked: 1 · Hours: 2.25 of 5") for line in lines), lines)


run(
    every_command_has_help,
    wrong_usage_is_status_2,
    init_makes_a_register_of_ones_own_and_never_twice,
    without_register_it_is_the_one_of_the_window,
    from_empty_to_a_roster,
    search_phase_and_workshop_narrow_the_list,
    show_tells_facts_plan_and_marks,
    staff_and_roles_are_edited,
    workshops_and_hours_are_edited,
    closed_days_empty_the_roster_and_can_be_taken_away,
    placing_and_adding_refuse_what_makes_no_sense,
    backup_and_restore,
    log_and_check,
    text_is_aligned,
)
