"""Adaptations on the command line: every imported row is there, word for word, and only for who may read needs."""

import csv
import os

from ctl import FRAM, Register, equal, expect, run

STATUSES = {
    "planerad": "proposed", "pagar": "on_trial", "genomford": "in_place", "avslutad": "ended", "ej_genomford": "not_carried_out"
}
COLUMNS = ["case", "area", "need", "measure", "aid", "applies_to", "instruction", "status", "from", "review", "outcome"]


def table(name):
    with open(os.path.join(FRAM, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def shown(row):
    return tuple(row[key] for key in ("case", "area", "need", "measure", "status", "review"))


def all_imported_rows_and_no_other(folder):
    register = Register(folder)
    register("init")
    register("import", FRAM)
    wanted = sorted((row["case_id"], row["area"], row["need"], row["measure"], STATUSES[row["status"]], row["review_date"])
                    for row in table("adaptations.csv"))
    rows = register.csv("adaptations")
    equal(len(wanted), 410, "rows of the file")
    equal(list(rows[0]), COLUMNS, "columns")
    equal(sorted(shown(row) for row in rows), wanted, "adaptations")
    # the measure is the line of what is in place, and of nothing else
    for row in rows:
        equal(row["instruction"], row["measure"] if row["status"] == "in_place" else "", row["case"])
        equal(row["applies_to"], "all", row["case"])
    one = register.csv("adaptations", "F2021-0005")
    equal([shown(row) for row in one], [row for row in wanted if row[0] == "F2021-0005"], "of one participant")


def every_line_in_place_stands_on_a_roster_and_no_other(folder):
    register = Register(folder)
    register("init")
    register("import", FRAM)
    shops = {row["code"] for row in register.csv("workshops")}
    lines = {}
    for row in table("adaptations.csv"):
        lines.setdefault(row["case_id"], {}).setdefault(row["status"] == "genomford", []).append(row["measure"])
    days = {row["case_id"]: (row["activity"], row["date"]) for row in table("attendance.csv")
            if row["activity"] in shops and row["case_id"] in lines}
    seen = {}
    for shop, day in sorted(set(days.values())):
        for row in register.json("roster", shop, "--date", day):
            if days.get(row["case"]) == (shop, day):
                seen[row["case"]] = row["adaptations"]
    equal(set(seen), set(days), "all who were ever in a workshop")
    for case, found in seen.items():
        equal(sorted(found), sorted(lines[case].get(True, [])), f"lines of {case}")
    expect(sum(len(found) for found in seen.values()) > 150, "most of the 230 in place were in a workshop")


def they_come_out_as_they_came_in(folder):
    register = Register(folder)
    register("init")
    register("import", FRAM)
    out = os.path.join(folder, "out")
    register("export", out)
    with open(os.path.join(FRAM, "adaptations.csv"), "rb") as wanted, open(os.path.join(out, "adaptations.csv"), "rb") as found:
        equal(found.read(), wanted.read(), "adaptations.csv")


def only_what_is_due(folder):
    register = Register(folder)
    register("init")
    register("import", FRAM)
    now = "2023-12-31T09:00"
    open_cases = {row["case_id"] for row in table("cases.csv") if row["enrolled_date"] and not row["closed_date"]}
    wanted = sorted((row["case_id"], row["review_date"]) for row in table("adaptations.csv")
                    if row["status"] in ("planerad", "pagar", "genomford") and row["case_id"] in open_cases
                    and "" < row["review_date"] <= "2024-01-15")
    rows = register.csv("--now", now, "adaptations", "--due", "2024-01-15")
    expect(wanted, "the file has some")
    equal(sorted((row["case"], row["review"]) for row in rows), wanted, "due")
    equal([row["review"] for row in rows], sorted(row["review"] for row in rows), "in order of the day")


def needs_are_for_the_therapist(folder):
    register = Register(folder)
    register("demo", "--participants", "40")
    people = register.csv("staff")
    rows = register.csv("adaptations")
    expect(rows, "the demonstration has some")
    for role, sees in (("occupational_therapist", True), ("activity_leader", False), ("peer_mentor", False), ("manager", False),
                       ("administrator", False)):
        name = next(row["name"] for row in people if row["roles"].split(";")[0].split(":")[0] == role)
        if sees:
            equal(len(register.csv("adaptations", as_=name)), len(rows), role)
            continue
        said = register.refuses("adaptations", as_=name)
        for row in rows:
            expect(row["need"] not in said and row["measure"] not in said, said)


def a_wrong_day_is_told(folder):
    register = Register(folder)
    register("init")
    register.refuses("adaptations", "--due", "tomorrow")
    register.refuses("adaptations", "F1999-0001")


run(all_imported_rows_and_no_other, every_line_in_place_stands_on_a_roster_and_no_other, they_come_out_as_they_came_in,
    only_what_is_due, needs_are_for_the_therapist, a_wrong_day_is_told)
