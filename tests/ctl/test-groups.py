"""Groups and their sessions: what is kept, what becomes of sessions, and who may change what."""

from ctl import call, equal, expect, run, small

GROUPS = "code,name,kind,place,leaders,capacity,members,waiting,first,last,rrule,starts,minutes,sessions"


def house(folder):
    """A group on Tuesdays that Samir leads."""
    register = small(folder)
    register("add", "staff", "Samir Sandberg", "--role", "peer_mentor")
    register("group", "add", "--kind", "aterhamtningsgrupp", "--name", "Clay", "--rrule", "FREQ=WEEKLY;BYDAY=TU",
             "--first", "2026-11-03", "--starts", "10:00", "--minutes", "120", "--sessions", "0", "--place", "Room 1",
             "--capacity", "8", "--leader", "Samir Sandberg")
    return register


def days(register, *words):
    """Those that are held: day and time."""
    held = register.csv("schedule", "--from", "2026-11-01", "--to", "2026-12-11", "--group", "Clay", *words)
    return " ".join(f"{row['date'][5:]}@{row['start']}" for row in held if row["status"] != "cancelled")


def a_new_register_has_no_groups(folder):
    register = small(folder)
    equal(register("--format", "csv", "groups").out, GROUPS + "\r\n", "header")
    expect("no groups" in register("groups").out, "in words")


def a_group_is_added_and_changed(folder):
    register = house(folder)
    row = register.csv("groups")[0]
    equal(row, {"code": "ATE-01", "name": "Clay", "kind": "aterhamtningsgrupp", "place": "Room 1",
                "leaders": "Samir Sandberg", "capacity": "8", "members": "0", "waiting": "0", "first": "2026-11-03",
                "last": "", "rrule": "FREQ=WEEKLY;BYDAY=TU", "starts": "10:00", "minutes": "120", "sessions": ""}, "row")
    register("group", "change", "Clay", "--last", "2026-12-01", "--capacity", "6")
    row = register.csv("groups")[0]
    equal((row["last"], row["capacity"], row["place"], row["leaders"]), ("2026-12-01", "6", "Room 1", "Samir Sandberg"))
    register("group", "change", "ATE-01", "--used", "no")
    equal(register.csv("groups"), [], "used")
    equal(len(register.csv("groups", "--all")), 1, "all")


def a_course_begins_as_its_kind(folder):
    register = small(folder)
    register("group", "add", "--kind", "redo", "--rrule", "FREQ=WEEKLY;BYDAY=WE", "--first", "2027-01-13", "--starts", "13:00")
    row = register.csv("groups")[0]
    equal((row["sessions"], row["minutes"], row["last"]), ("12", "150", "2027-03-31"), "course")


def sessions_are_moved_and_cancelled(folder):
    register = house(folder)
    register("group", "move", "Clay", "2026-11-17", "--scope", "this", "--to", "2026-11-18", "--starts", "13:00")
    equal(days(register), "11-03@10:00 11-10@10:00 11-18@13:00 11-24@10:00 12-01@10:00 12-08@10:00", "moved")
    register("group", "restore", "Clay", "2026-11-17")
    register("group", "cancel", "Clay", "2026-11-24", "--scope", "this", "--reason", "Planning day")
    equal(days(register), "11-03@10:00 11-10@10:00 11-17@10:00 12-01@10:00 12-08@10:00", "cancelled")
    register("group", "move", "Clay", "2026-12-01", "--scope", "following", "--to", "2026-12-03")
    equal(days(register), "11-03@10:00 11-10@10:00 11-17@10:00 12-03@10:00 12-10@10:00", "following")
    register("group", "extra", "Clay", "2026-11-25", "--starts", "09:00", "--reason", "for the one that was cancelled")
    equal(days(register), "11-03@10:00 11-10@10:00 11-17@10:00 11-25@09:00 12-03@10:00 12-10@10:00", "extra")
    register("group", "cancel", "Clay", "2026-12-03", "--scope", "following", "--reason", "over")
    equal(days(register), "11-03@10:00 11-10@10:00 11-17@10:00 11-25@09:00", "over")


def somebody_steps_in(folder):
    register = house(folder)
    names = [row["name"] for row in register.csv("staff")]
    other = [name for name in names if name != "Samir Sandberg"][0]
    done = register("group", "substitute", "Clay", "2026-11-17", other).out
    expect(other in done, done)
    expect(other in register.csv("schedule", "--from", "2026-11-17", "--to", "2026-11-17")[0]["leaders"], "leads it")
    register("group", "substitute", "Clay", "2026-11-17", "--nobody")
    expect("Samir" in register.csv("schedule", "--from", "2026-11-17", "--to", "2026-11-17")[0]["leaders"], "again")
    register("group", "leaders", "Clay", "--add", other)
    equal(len(register.csv("groups")[0]["leaders"].split(";")), 2, "leaders")
    register("group", "leaders", "Clay", "--remove", "Samir Sandberg")
    equal(register.csv("groups")[0]["leaders"], other, "leader")
    register("group", "remark", "Clay", "2026-11-17", "Bring clay")
    register("group", "next", "Clay", "We bring a photo")


def who_leads_changes_the_own(folder):
    register = house(folder)
    register("group", "add", "--kind", "friskvard", "--name", "Walks", "--rrule", "FREQ=WEEKLY;BYDAY=FR",
             "--first", "2026-11-06", "--starts", "10:00", "--minutes", "60")
    me = {"as_": "Samir Sandberg"}
    register("group", "cancel", "Clay", "2026-11-17", "--scope", "this", "--reason", "ill", **me)
    said = register.refuses("group", "cancel", "Walks", "2026-11-20", "--scope", "this", "--reason", "ill", **me)
    expect("groups that you lead" in said, said)
    said = register.refuses("group", "add", "--kind", "redo", **me)
    expect("manager" in said, said)


def wrong_words_are_told(folder):
    register = house(folder)
    for words, status, told in (
        (("group", "move", "Clay", "2026-11-17"), 2, "--scope"),
        (("group", "cancel", "Clay", "2026-11-17", "--scope", "some", "--reason", "x"), 2, "some"),
        (("group", "cancel", "Clay", "2026-11-17", "--scope", "this"), 1, "why"),
        (("group", "cancel", "Clay", "2026-11-18", "--scope", "this", "--reason", "x"), 1, "no session"),
        (("group", "move", "Clay", "2026-11-17", "--scope", "this", "--to", "2026-12-25"), 1, "closed"),
        (("group", "extra", "Clay", "2026-11-24"), 1, "already"),
        (("group", "add", "--kind", "nothing"), 1, "nothing"),
        (("group", "change", "Clay", "--rrule", "sometimes"), 1, "sometimes"),
        (("group", "substitute", "Clay", "2026-11-17"), 2, "--nobody"),
        (("group", "leaders", "Clay"), 2, "--add"),
        (("group", "cancel", "Clay", "2026-11-17", "--scope", "all", "--reason", "x"), 1, "this and following"),
    ):
        done = register(*words, status=status)
        expect(told in done.err, f"{' '.join(words)}: {done.err}")
    equal(days(register), "11-03@10:00 11-10@10:00 11-17@10:00 11-24@10:00 12-01@10:00 12-08@10:00", "nothing changed")


def every_command_has_help(folder):
    for verb in ("add", "change", "leaders", "next", "move", "cancel", "restore", "extra", "substitute", "remark"):
        expect("framstegctl group " + verb in call("group", verb, "--help").out, verb)


run(a_new_register_has_no_groups, a_group_is_added_and_changed, a_course_begins_as_its_kind,
    sessions_are_moved_and_cancelled, somebody_steps_in, who_leads_changes_the_own, wrong_words_are_told,
    every_command_has_help)
