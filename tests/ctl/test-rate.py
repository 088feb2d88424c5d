"""What was answered in a talk, and talks that are due, from the command line: what is printed, refused, kept and not logged."""

from ctl import equal, expect, rows, run, small

COLUMNS = ["case", "date", "indicator", "rater", "before", "value", "note"]


def talks(folder):
    """Hanna is Amina's case worker."""
    register = small(folder)
    register.set("INSERT INTO ident (uuid, entity) VALUES (randomblob (16), 30)")
    register.set("INSERT INTO case_worker (id, enrolment, staff, from_day) SELECT (SELECT max (id) FROM ident), e.id, s.id, '2026-09-01'"
                 " FROM enrolment e JOIN participant p ON p.id = e.participant JOIN staff s ON s.name = 'Hanna Dahl' WHERE p.case_no = 'F2026-0001'")
    return register


def ratings(register):
    return register.query("SELECT q.ordinal, r.rater, r.day, r.value, r.note FROM rating r JOIN indicator q ON q.id = r.indicator"
                          " WHERE r.gone = 0 ORDER BY r.id")


def it_prints_what_changed(folder):
    register = talks(folder)
    said = register("rate", "F2026-0001", "avstamning-3:1", "4", "--rater", "participant", as_="hanna").out
    equal(said.splitlines(), ["F2026-0001 2026-11-12 avstamning-3:1 participant: 4", "“Short check-in” with Amina Hassan is written down."], "text")
    lines = register.csv("rate", "F2026-0001", "avstamning-3:1", "2", "--rater", "participant", "--note", "Slept, \"badly\"", as_="hanna")
    equal(list(lines[0]), COLUMNS, "columns")
    equal(list(lines[0].values()), ["F2026-0001", "2026-11-12", "avstamning-3:1", "participant", "4", "2", "Slept, \"badly\""], "line")
    again = register.json("rate", "F2026-0001", "avstamning-3:1", "3", "--rater", "participant", as_="hanna")
    equal(again[0], {"case": "F2026-0001", "date": "2026-11-12", "indicator": "avstamning-3:1", "rater": "participant", "before": 2,
                     "value": 3, "note": None}, "json")
    equal([value for (_, _, _, value, _) in ratings(register)], [4, 2, 3], "all are kept")
    told = register("rate", "--help").out
    for word in COLUMNS + ["avstamning-3:2", "fram-8:3", "fram-2021", "caseworker"]:
        expect(word in told, f"the help tells of {word}")


def several_answers_are_one_talk(folder):
    register = talks(folder)
    register("rate", "F2026-0001", "indikator-11:1=4", "indikator-11:2=3", "--rater", "caseworker", "--date", "2026-11-10", as_="hanna")
    equal(ratings(register), [(1, "caseworker", "2026-11-10", 4, None), (2, "caseworker", "2026-11-10", 3, None)], "ratings")
    equal(len(register.query("SELECT DISTINCT given FROM rating")), 1, "written at once")
    before = register.content()
    register("rate", "F2026-0001", "indikator-11:1=5", "indikator-11:2=6", "--rater", "caseworker", as_="hanna", status=1)
    equal(register.content(), before, "one wrong answer, none written")


def what_is_refused(folder):
    register = talks(folder)
    person = "F2026-0001"
    for words, sentence in (
        (["avstamning-3:1", "6", "--rater", "participant"], "“How are you?” goes from 1 to 5."),
        (["avstamning-3:1", "0", "--rater", "participant"], "“How are you?” goes from 1 to 5."),
        (["avstamning-3:1", "-1", "--rater", "participant"], None),
        (["avstamning-3:1", "half", "--rater", "participant"], "“half” is no value; write a whole number such as 3."),
        (["avstamning-3:1", "3", "--rater", "caseworker"], "“How are you?” is answered by the participant only, not by the case worker."),
        (["avstamning-3:9", "3", "--rater", "participant"], "There is no question “avstamning-3:9”; write a set and a number, such as avstamning-3:2."),
        (["nothing", "3", "--rater", "participant"], None),
        (["avstamning-3:1", "3", "--rater", "participant", "--date", "2026-11-13"], "The talk has not been held yet; choose today or an earlier day."),
        (["avstamning-3:1", "3", "--rater", "participant", "--date", "2026-08-31"],
         "The enrolment began Tuesday 1 September 2026; choose that day or a later one."),
        (["avstamning-3:1", "3", "--rater", "participant", "--date", "2026-02-30"], None),
        (["fram-8:1"], "Write a note about at least one area, then save."),
    ):
        status = 2 if "-1" in words else 1
        said = register.refuses("rate", person, *words, as_="hanna", status=status)
        expect(sentence is None or said == sentence, f"{words}: {said}")
    for words in ([], ["avstamning-3:1", "3"], ["avstamning-3:1", "3", "--rater", "mother"], ["avstamning-3:1=3", "indikator-11:1=3", "--rater", "participant"],
                  ["avstamning-3:1=3", "avstamning-3:2=3", "--rater", "participant", "--note", "x"], ["avstamning-3:1", "3", "4", "--rater", "participant"]):
        register.refuses("rate", person, *words, as_="hanna", status=2)
    register.refuses("rate", "F2026-0099", "avstamning-3:1", "3", "--rater", "participant", as_="hanna")


def only_the_case_worker_writes(folder):
    register = talks(folder)
    for who in ("eva", "mats", "petra", "mia", "alva"):
        register.refuses("rate", "F2026-0001", "avstamning-3:1", "3", "--rater", "participant", as_=who)
        register.refuses("rate", "F2026-0001", "fram-8:1", "--note", "x", as_=who)
        equal(register.csv("progression", "--due", as_=who), [], f"nothing is due for {who}")
    register.refuses("rate", "F2026-0002", "avstamning-3:1", "3", "--rater", "participant", as_="hanna")
    register("rate", "F2026-0002", "avstamning-3:1", "3", "--rater", "participant")


def notes_of_an_agenda_are_in_no_log(folder):
    register = talks(folder)
    lines = register.csv("rate", "F2026-0001", "fram-8:3", "--note", "Kommer gärna", as_="hanna")
    equal(list(lines[0].values()), ["F2026-0001", "2026-11-12", "fram-8:3", "", "", "", "Kommer gärna"], "line")
    equal(register.query("SELECT text, day FROM area_note"), [("Kommer gärna", "2026-11-12")], "note")
    register("rate", "F2026-0001", "avstamning-3:1", "4", "--rater", "participant", "--note", "Sov illa", as_="hanna")
    log = register("--format", "csv", "log").out
    expect(rows(log), "something is logged")
    for word in ("Kommer", "Sov illa", "Amina", "How are you", "Short check-in"):
        expect(word not in log, f"the log tells of “{word}”")


def talks_that_are_due(folder):
    register = talks(folder)
    first = register.csv("progression", "--due", as_="hanna")
    equal([list(line.values()) for line in first],
          [["F2026-0001", "avstamning-3", "", "2026-09-15"], ["F2026-0001", "indikator-11", "", "2026-09-15"]], "never yet")
    equal(list(first[0]), ["case", "set", "last", "due"], "columns")
    register("rate", "F2026-0001", "avstamning-3:1", "4", "--rater", "participant", as_="hanna")
    equal([line["set"] for line in register.csv("progression", "--due", as_="hanna")], ["indikator-11"], "one is done")
    later = register.csv("progression", "--due", "--until", "2026-12-31", as_="hanna")
    equal(list(later[1].values()), ["F2026-0001", "avstamning-3", "2026-11-12", "2026-12-03"], "the next one")
    equal({line["case"] for line in register.csv("progression", "--due")}, {"F2026-0001", "F2026-0002", "F2026-0003"}, "everyone's for the owner")
    early = register("rate", "F2026-0001", "avstamning-3:1", "5", "--rater", "participant", as_="hanna", env={"FRAMSTEG_NOW": "2026-11-20T09:00"}).out
    expect("It was not due before 3 December 2026." in early, early)
    register.refuses("progression", status=2)
    register.refuses("progression", "F2026-0001", "--due", status=2)
    register.refuses("progression", "F2026-0001", "--until", "2026-12-01", status=2)
    register.refuses("progression", "--due", "--until", "soon")


def drafts_stay_on_the_machine(folder):
    """What somebody has begun is that person's, until that person writes the talk down."""
    register = talks(folder)
    register.set("INSERT INTO rating_draft SELECT e.id, s.id, t.id, '2026-11-12', '[]', 1 FROM enrolment e, indicator_set s, staff t"
                 " WHERE s.code = 'avstamning-3' AND t.name = 'Hanna Dahl' AND e.id IN (SELECT enrolment FROM case_worker)")
    equal(len(register.query("SELECT 1 FROM rating_draft")), 1, "a draft")
    register("rate", "F2026-0001", "avstamning-3:1", "4", "--rater", "participant")
    equal(len(register.query("SELECT 1 FROM rating_draft")), 1, "somebody else's talk leaves it")
    register("rate", "F2026-0001", "avstamning-3:1", "4", "--rater", "participant", as_="hanna")
    equal(register.query("SELECT 1 FROM rating_draft"), [], "it is written down")


run(it_prints_what_changed, several_answers_are_one_talk, what_is_refused, only_the_case_worker_writes, notes_of_an_agenda_are_in_no_log,
    talks_that_are_due, drafts_stay_on_the_machine)
