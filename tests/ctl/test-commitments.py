"""Commitments and handover sheets from the command line: columns, facts of an imported register, rights, and the PDF's text."""

import os
import shutil
import subprocess

from ctl import FRAM, Skip, Register, equal, expect, run, small

COLUMNS = ["case", "commitment", "ordinal", "whose", "due", "done", "state"]
KINDS = ["papers", "study_visit", "contact", "handover", "training_follow_up", "parallel_steps", "next_step", "takeover",
         "final_document", "report_three_months"]


def the_columns_are_those_of_the_help(folder):
    register = small(folder)
    lines = register.csv("commitments", "F2026-0001")
    equal(list(lines[0]), COLUMNS, "columns")
    equal([line["commitment"] for line in lines if line["state"] == "late"], ["papers", "study_visit", "training_follow_up", "contact"], "late")
    told = register("commitments", "--help").out
    for word in COLUMNS + ["late", "due", "to_come", "done", "lapsed", "programme"]:
        expect(word in told, f"the help tells of {word}")
    equal(register.json("commitments", "F2026-0001", "--late")[0],
          {"case": "F2026-0001", "commitment": "papers", "ordinal": 1, "whose": "AF", "due": "2026-09-01", "done": None, "state": "late"}, "json")


def regular_ones_are_counted(folder):
    register = small(folder)
    contacts = [(line["ordinal"], line["due"], line["state"]) for line in register.csv("commitments", "F2026-0001")
                if line["commitment"] == "contact"]
    equal(contacts, [("1", "2026-10-01", "lapsed"), ("2", "2026-10-31", "late"), ("3", "2026-11-30", "to_come")], "contacts")


def whose_and_what_is_open(folder):
    register = small(folder)
    equal({line["whose"] for line in register.csv("commitments", "--whose", "AF")}, {"AF"}, "AF's")
    equal(register.csv("commitments", "--whose", "FK"), [], "nothing of FK's")
    expect(all(line["state"] in ("late", "due") for line in register.csv("commitments", "--open")), "open")
    expect("There are no such commitments." in register("commitments", "--whose", "FK").out, "in words")


def only_those_who_see_the_plan(folder):
    register = small(folder)
    equal(register.csv("commitments", "--own", as_="hanna"), [], "Hanna has nobody yet")
    equal({line["case"] for line in register.csv("commitments", as_="eva")}, {"F2026-0001", "F2026-0002"}, "a leader's own")
    expect(all(line["whose"] == "referrer" for line in register.csv("commitments", as_="eva")), "not whose")


def what_is_refused(folder):
    register = small(folder)
    register.refuses("commitments", "F2026-0099")
    register.refuses("commitments", "F2026-0001", "--own", status=2)
    register.refuses("commitments", "--whose", "", status=2)
    register.refuses("document", "handover", "F2026-0001", "--output", os.path.join(folder, "x.pdf"))
    register.refuses("document", "handover", "F2026-0001", status=2)


def facts_of_an_imported_register(folder):
    """What events.csv and cases.csv say was done is done, and nothing else."""
    if not os.path.exists(os.path.join(FRAM, "events.csv")):
        raise Skip("the fictitious register is not there")
    register = Register(folder)
    register("init")
    register("import", FRAM)
    lines = register.csv("--now", "2023-12-31T12:00", "commitments", "--closed")
    equal(sorted({line["commitment"] for line in lines}), sorted(KINDS), "kinds")
    closed = {case for (case,) in register.query("SELECT p.case_no FROM enrolment e JOIN participant p ON p.id = e.participant WHERE e.closed IS NOT NULL")}
    equal(len(closed), 535, "closings")
    done = {line["case"] for line in lines if line["commitment"] == "final_document" and line["state"] == "done"}
    equal(len(done), 504, "final documents, one for each anvisningssvar")
    visits = {line["case"] for line in lines if line["commitment"] == "study_visit" and line["done"] != ""}
    held = {case for (case,) in register.query(
        "SELECT p.case_no FROM referral r JOIN participant p ON p.id = r.participant JOIN enrolment e ON e.participant = p.id"
        " WHERE r.study_visit IS NOT NULL AND r.study_visit <= '2023-12-31'")}
    equal(visits, held, "study visits")
    over = [line for line in lines if line["case"] in closed and line["state"] in ("late", "due")]
    equal({line["commitment"] for line in over} - {"takeover", "final_document", "report_three_months"}, set(), "closed is not overdue")
    changes = sum(1 for line in lines if line["commitment"] == "handover")
    equal(changes, register.query("SELECT count (*) FROM (SELECT DISTINCT enrolment, day FROM event WHERE kind IN"
                                  " ('handlaggarbyte_anvisare', 'handlaggarbyte_fram') AND enrolment IS NOT NULL)")[0][0], "changes")


def the_sheet_is_read_back(folder):
    """What the participant approved stands on the paper, in Swedish, on one page."""
    if shutil.which("pdftotext") is None:
        raise Skip("pdftotext is not installed (package poppler-utils)")
    register = Register(folder)
    register("demo")
    sheets = register.query("SELECT p.case_no, d.text FROM document d JOIN participant p ON p.id = d.participant"
                            " WHERE d.kind = 'handover' AND d.approved IS NOT NULL AND d.gone = 0")
    if not sheets:
        raise Skip("the demonstration has no approved sheet")
    path = os.path.join(folder, "sheet.pdf")
    register("document", "handover", sheets[0][0], "--output", path)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    equal(text.count("\f"), 1, "pages")
    for words in ("Stafettpinnen", "Läs det här först.", "Jag har läst och godkänt det här"):
        expect(words in text, words)
    logged = register.query("SELECT count (*) FROM access_log WHERE act = 'exported' AND class = 'document'")
    equal(logged, [(1,)], "logged")


run(the_columns_are_those_of_the_help, regular_ones_are_counted, whose_and_what_is_open, only_those_who_see_the_plan,
    what_is_refused, facts_of_an_imported_register, the_sheet_is_read_back)
