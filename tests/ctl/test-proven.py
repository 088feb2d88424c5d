"""Measures that can be suggested, on the command line: of the imported rows only what three people have word for word."""

import csv
import os

from ctl import FRAM, Register, equal, expect, run


def imported_measures_of_three_people_and_more(folder):
    register = Register(folder)
    register("init")
    register("import", FRAM)
    users = {}
    with open(os.path.join(FRAM, "adaptations.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["status"] in ("genomford", "avslutad"):
                users.setdefault((row["area"], row["measure"]), set()).add(row["case_id"])
    wanted = {key: len(people) for key, people in users.items() if len(people) >= 3}
    expect(wanted, "the file has some")
    rows = register.csv("proven")
    equal(list(rows[0]), ["area", "measure", "instruction", "people", "kept"], "columns")
    equal({(row["area"], row["measure"]): int(row["people"]) for row in rows}, wanted, "measures")
    equal([int(row["people"]) for row in rows], sorted((int(row["people"]) for row in rows), reverse=True), "most used first")
    equal([row for row in rows if row["area"] == "socialt"], register.csv("proven", "--area", "socialt"), "of one area")
    register.refuses("proven", "--area", "nowhere")


def one_is_kept_and_dropped(folder):
    register = Register(folder)
    register("init")
    register("add", "staff", "Dragana Andersen", "--login", "dragana", "--role", "occupational_therapist")
    register("add", "staff", "Mats Ek", "--login", "mats", "--role", "manager")
    register("proven", "--area", "socialt", "--keep", "Liten grupp", "--line", "Högst fyra", as_="dragana")
    wanted = [{"area": "socialt", "measure": "Liten grupp", "instruction": "Högst fyra", "people": "0", "kept": "yes"}]
    equal(register.csv("proven", as_="mats"), wanted, "kept")
    register.refuses("proven", "--area", "socialt", "--keep", "liten grupp", as_="dragana")
    register.refuses("proven", "--area", "socialt", "--keep", "Eget rum", as_="mats")
    register.refuses("proven", "--area", "socialt", "--drop", "Liten grupp", as_="mats")
    register("proven", "--area", "socialt", "--drop", "Liten grupp", as_="dragana")
    equal(register.csv("proven"), [], "dropped")
    register.refuses("proven", "--area", "socialt", "--drop", "Liten grupp")


run(imported_measures_of_three_people_and_more, one_is_kept_and_dropped)
