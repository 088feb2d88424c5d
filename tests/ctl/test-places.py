"""External places and support outside the programme: what is free, who is placed there, who sees what."""

from ctl import call, equal, expect, run, small

PLACES = "employer,tasks,fields,capacity,taken,free,free_from,contact,phone,email,address,areas,adaptations,active"
SUPPORT = "case,kind,provider,state,applied,waiting_since,started,ended,days_waited,text"


def demonstration(folder):
    """A small programme with employers."""
    from ctl import Register

    register = Register(folder)
    register("demo", "--participants", "60", "--years", "1")
    return register


def a_new_register_has_none(folder):
    register = small(folder)
    equal(register("--format", "csv", "places", as_="hanna").out, PLACES + "\r\n", "header")
    expect("no such places" in register("places", as_="hanna").out, "in words")


def what_is_free_on_a_day(folder):
    register = demonstration(folder)
    places = register.csv("places", "--all")
    expect(len(places) > 3, "employers")
    for place in places:
        if place["capacity"]:
            equal(max(0, int(place["capacity"]) - int(place["taken"])) >= int(place["free"]), True, place["employer"])
    for place in register.csv("places", "--free", "2026-12-01"):
        equal(place["free_from"], "2026-12-01", place["employer"])
    expect("soon" in register.refuses("places", "--free", "soon"), "no day")


def somebody_is_placed_at_an_employers(folder):
    register = demonstration(folder)
    free = [place for place in register.csv("places", "--free", "2026-11-16") if place["free"] == "1"]
    place = free[0]
    case = [row["case"] for row in register.csv("participants", "--phase", "participation")][0]
    said = register("place", case, place["employer"], "--from", "2026-11-16", "--slots", "mon 09-12").out
    expect(place["employer"] in said, said)
    kinds = [kind for (kind,) in register.query("SELECT b.kind FROM booking b JOIN participant p ON p.id = b.participant"
                                                " WHERE p.case_no = ? AND b.place = ? ORDER BY b.day", case, place["employer"])]
    equal(kinds, ["extern_plats_start"] + 3 * ["uppfoljning_extern_plats"], "start and follow-ups")
    equal([row for row in register.csv("places", "--free", "2026-11-16") if row["employer"] == place["employer"]], [], "full now")
    other = [row["case"] for row in register.csv("participants", "--phase", "participation")][1]
    expect("full" in register.refuses("place", other, place["employer"], "--from", "2026-11-16", "--slots", "mon 09-12"), "full")


def who_sees_places(folder):
    register = small(folder)
    for who in ("hanna", "petra", "mats", "alva"):
        register("places", as_=who)
    for who in ("eva", "mia"):
        expect("do not let you see" in register.refuses("places", as_=who), who)


def support_is_the_case_workers(folder):
    register = small(folder)
    case = register("add", "participant", "--given", "Carlos", "--family", "Molina", "--enrolled", "2026-09-01", as_="hanna").out.strip()
    equal(register("--format", "csv", "support", case, as_="hanna").out, SUPPORT + "\r\n", "header")
    expect("Nothing runs beside the programme" in register("support", case, as_="hanna").out, "gently")
    read = register.query("SELECT act, class, reason FROM access_log WHERE class = 'note'")
    equal(read, [("opened", "note", "support")] * 2, "that it was read is logged, each time")
    for who in ("petra", "mats", "alva"):
        expect("case worker" in register.refuses("support", case, as_=who), who)
    register.refuses("support", status=2)


def help_documents_the_columns(folder):
    for command, columns in (("places", PLACES), ("support", SUPPORT)):
        text = " ".join(call(command, "--help").out.split()).replace(" and ", ", ")
        expect(columns.replace(",", ", ") in text, text)


run(a_new_register_has_none, what_is_free_on_a_day, somebody_is_placed_at_an_employers, who_sees_places, support_is_the_case_workers,
    help_documents_the_columns)
