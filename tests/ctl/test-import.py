"""The seven files of tests/data/fram: in, rosters, in again, out again; and files with faults."""

import collections
import csv
import os
import resource
import shutil
import signal

from ctl import FRAM, SOURCE, Register, equal, expect, rows, run, sentence

FILES = "cases placements groups attendance progression adaptations events".split()
ROWS = 972 + 1783 + 1095 + 30740 + 59741 + 410 + 11707


def read(name):
    with open(os.path.join(FRAM, name + ".csv"), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


made = {}


def imported(folder):
    """The register is made once and copied."""
    register = Register(folder)
    if not made:
        first = Register(os.path.dirname(folder), os.path.basename(folder) + ".db")
        first("init")
        made["said"] = first("import", FRAM, "--progress")
        made["path"] = first.path
    shutil.copy(made["path"], register.path)
    return register


def everything_is_read_with_a_progress_figure(folder):
    register = imported(folder)
    lines = made["said"].out.splitlines()
    equal(lines[0], f"{ROWS} rows were read.", "rows")
    expect("100 %" in made["said"].err.splitlines(), "progress")
    people = register.csv("participants")
    cases = {row["case_id"]: row for row in read("cases")}
    equal(len(people), len(cases), "participants")
    for row in people:
        case = cases[row["case"]]
        wanted = (f"{case['given_name']} {case['family_name']}", case["sex"], case["birth_date"], case["referring_org"], case["enrolled_date"], case["closed_date"])
        equal((row["name"], row["sex"], row["birth_date"], row["organisation"], row["enrolled"], row["closed"]), wanted, row["case"])
    equal(sum(row["phase"] == "not_started" for row in people), 250, "not started")
    equal(register.query("SELECT count (*) FROM mark")[0][0], 30740, "marks")


def days_of_workshops():
    """Every workshop on days spread over the three years, and the fullest day of each."""
    days = collections.defaultdict(list)
    for row in read("attendance"):
        days[row["activity"], row["date"]].append(row)
    workshops = "administration kreativt_hantverk kok_bageri snickeri tradgard butik_torsten".split()
    for workshop in workshops:
        dates = sorted(date for activity, date in days if activity == workshop)
        fullest = max(dates, key=lambda date: len(days[workshop, date]))
        for date in {*dates[:: max(len(dates) // 9, 1)], fullest}:
            yield workshop, date, days[workshop, date]


def number(text):
    return float(text) if text else None


def rosters_equal_the_attendance_file(folder):
    register = imported(folder)
    checked = 0
    for workshop, date, wanted in days_of_workshops():
        found = register.csv("roster", workshop, "--date", date)
        equal({(row["case"], row["status"], number(row["hours"]), number(row["planned_hours"])) for row in found},
              {(row["case_id"], row["status"], number(row["hours"]), number(row["planned_hours"])) for row in wanted}, f"{workshop} {date}")
        expect(all(row["planned_from"] == "" == row["planned_to"] and row["workshop"] == workshop and row["date"] == date for row in found), "no plan invented")
        equal(len(found), len(wanted), f"{workshop} {date}: people once each")
        checked += 1
    expect(checked >= 50, f"only {checked} workshop-days")


def a_week_is_its_days(folder):
    register = imported(folder)
    wanted = {(row["date"], row["case_id"], row["status"]) for row in read("attendance") if row["activity"] == "snickeri" and "2023-03-06" <= row["date"] <= "2023-03-12"}
    found = {(row["date"], row["case"], row["status"]) for row in register.csv("roster", "snickeri", "--week", "2023-W10")}
    expect(len(wanted) > 5, "the week is empty")
    equal(found, wanted, "week")


def importing_again_changes_nothing(folder):
    register = imported(folder)
    before = register.content()
    said = register("import", FRAM).out.splitlines()
    equal(said[1], "0 records are new.", "again")
    expect(not any("differ" in line for line in said), said)
    equal({name: len(content) for name, content in register.content().items()}, {name: len(content) for name, content in before.items()}, "rows")
    equal(register.content(), before, "the register")


def a_difference_is_told_and_nothing_is_overwritten(folder):
    register = imported(folder)
    register("mark", "snickeri", next(row["case_id"] for row in read("attendance") if row["activity"] == "snickeri" and row["date"] == "2023-03-06" and row["status"] == "present"),
             "sick", "--date", "2023-03-06", "--reason", "wrong row")
    before = register.content()
    found = register.json("import", FRAM)[0]
    equal((found["rows"], found["added"], found["differing"], len(found["differences"])), (ROWS, 0, 1, 1), "counts")
    expect(found["differences"][0].startswith("F20") and found["differences"][0].endswith(" snickeri 2023-03-06"), found["differences"])
    equal(register.content(), before, "the register")


def export_gives_the_files_back(folder):
    register = imported(folder)
    out = os.path.join(folder, "out")
    register("export", out)
    for name in FILES:
        with open(os.path.join(FRAM, name + ".csv"), "rb") as wanted, open(os.path.join(out, name + ".csv"), "rb") as found:
            expect(wanted.read() == found.read(), f"{name}.csv differs")
    equal(sorted(os.listdir(out)), sorted(name + ".csv" for name in FILES), "files")


def an_export_read_into_an_empty_register_is_the_same_export(folder):
    register = imported(folder)
    register("mark", "snickeri", next(row["case_id"] for row in read("attendance") if row["activity"] == "snickeri" and row["date"] == "2023-03-06" and row["status"] == "present"),
             "absent_notified", "--date", "2023-03-06", "--reason", "told us")
    first, second, other = os.path.join(folder, "first"), os.path.join(folder, "second"), Register(folder, "other.db")
    register("export", first)
    other("init")
    other("import", first)
    other("export", second)
    for name in FILES:
        with open(os.path.join(first, name + ".csv"), "rb") as wanted, open(os.path.join(second, name + ".csv"), "rb") as found:
            expect(wanted.read() == found.read(), f"{name}.csv differs")


def a_rehearsal_writes_nothing(folder):
    register = Register(folder)
    register("init")
    before = register.content()
    said = register("import", FRAM, "--dry-run").out
    expect("nothing was written" in said and f"{ROWS} rows were read." in said, said)
    equal(register.content(), before, "the register")
    told = int(said.splitlines()[1].split()[0])
    equal(told, register.json("import", FRAM)[0]["added"], "what would be new is what was new")
    expect("0 records would be new" in register("import", FRAM, "--dry-run").out, "a rehearsal of what is there")


def spoil(folder, name, old, new):
    path = os.path.join(folder, "files")
    shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(FRAM, path)
    with open(os.path.join(path, name), newline="", encoding="utf-8") as file:
        text = file.read()
    expect(old in text, f"{old} is not in {name}")
    with open(os.path.join(path, name), "w", newline="", encoding="utf-8") as file:
        file.write(text.replace(old, new, 1))
    return path


def every_fault_is_told_and_nothing_is_written(folder):
    register = Register(folder)
    register("init")
    before = register.content()
    path = spoil(folder, "attendance.csv", "F2021-0001,2021-03-22,introduktion,present,2,2", "F2021-0001,2021-02-30,introduktion,dancing,25,2")
    done = register("import", path, status=1)
    for part in ("attendance.csv", "2021-02-30", "dancing", "25"):
        expect(part in done.err, f"{part} is not told: {done.err}")
    expect(sum(":2" in line or " 2" in line for line in done.err.splitlines()) >= 3, f"line 2 of the file: {done.err}")
    equal(register.content(), before, "all or nothing")
    for spoiled, part in ((("cases.csv", "case_id,", "kase_id,"), "case_id"), (("groups.csv", "\r\nF", '\r\n"F'), "groups.csv"),
                          (("events.csv", "\r\nF20", "\r\nG20"), "events.csv")):
        expect(part in register("import", spoil(folder, *spoiled), status=1).err, spoiled)
    expect("nowhere" in register("import", os.path.join(folder, "nowhere"), status=1).err, "no directory")
    equal(register.content(), before, "all or nothing")


LISTS = os.path.join(SOURCE, "tests/data/import")


def with_people(folder):
    register = Register(folder)
    register("init")
    said = register("import", os.path.join(LISTS, "deltagare.csv")).out
    expect("deltagare.csv: Participants · tabs, UTF-16" in said, said)
    return register


def what_was_recognised_is_said(folder):
    register = with_people(folder)
    path = os.path.join(LISTS, "narvaro.csv")
    said = register("import", path, "--dry-run").out
    expect("narvaro.csv: Attendance · semicolons, Windows-1252, decimal commas" in said and "4 records would be new." in said, said)
    found = register.json("import", path)[0]
    equal((found["rows"], found["added"], found["read_as"]), (4, 4, ["narvaro.csv: Attendance · semicolons, Windows-1252, decimal commas"]), "json")
    roster = {row["case"]: (row["status"], row["hours"]) for row in register.csv("roster", "tradgard", "--date", "2026-10-05")}
    equal(roster, {"M2026-0101": ("present", "3.5")}, "Trädgård")
    done = register("import", os.path.join(LISTS, "narvaro-fel.csv"), status=1)
    expect(done.err.startswith("narvaro-fel.csv: Attendance · semicolons, UTF-8\n"), done.err)
    expect("narvaro-fel.csv:2:date: “05/10/2026” can be read as more than one day" in done.err, done.err)


def a_mapping_says_what_headings_mean(folder):
    register = with_people(folder)
    path, mapping = os.path.join(folder, "lista.csv"), os.path.join(folder, "lista.mapping")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Vem;När;Hur\nM2026-0101;2026-10-05;S\nM2026-0103;2026-10-08;S\n")
    with open(mapping, "w", encoding="utf-8") as file:
        file.write("[import]\nfile=attendance\nletters=sv\n[columns]\ncase_id=Vem\ndate=När\nstatus=Hur\n[constants]\nactivity=Snickeri\n")
    expect("has the columns of none of the files" in register.refuses("import", path), "without a mapping")
    before = register.content()
    expect("2 records would be new." in register("import", path, "--mapping", mapping, "--dry-run").out, "rehearsal")
    equal(register.content(), before, "the register after a rehearsal")
    register("import", path, "--mapping", mapping)
    equal([(row["case"], row["status"]) for row in register.csv("roster", "snickeri", "--date", "2026-10-08")], [("M2026-0103", "late")], "marks")
    expect("Vem" in register.refuses("import", os.path.join(LISTS, "narvaro.csv"), "--mapping", mapping), "a heading that is not there")
    expect("one file" in register.refuses("import", LISTS, "--mapping", mapping), "a directory")
    expect("cannot be read" in register.refuses("import", path, "--mapping", mapping + "x"), "no mapping")


def differences_of_other_things_are_told_by_field(folder):
    register = with_people(folder)
    path = os.path.join(folder, "changed.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Ärendenr;Förnamn;Efternamn;Kön;Födelsedatum;Anvisare;Anvisningsdatum;Beslut;Inskriven\n"
                   "M2026-0101;Åsa;Öberg;F;1988-04-02;FK;2026-08-10;Antagen;2026-09-02\n")
    said = register("import", path).out
    expect("M2026-0101, referral: organisation is “AF” in the register and “FK” in the file." in said, said)
    expect("M2026-0101, enrolment: enrolled is “2026-09-01” in the register and “2026-09-02” in the file." in said, said)
    equal(register.json("import", path)[0]["differences"],
          ["M2026-0101 referral organisation: AF → FK", "M2026-0101 enrolment enrolled: 2026-09-01 → 2026-09-02"], "json")


def memory_stays_bounded_however_large_the_file(folder):
    register = imported(folder)
    path = os.path.join(folder, "large.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("case_id,date,indicator,rated_by,value\r\n")
        for case in read("cases"):
            if case["enrolled_date"]:
                line = "".join(f"{case['case_id']},{case['enrolled_date'][:8]}{day},{i},caseworker,9\r\n" for day in range(10, 28) for i in range(1, 12))
                file.write(line * 8)
    expect(os.path.getsize(path) > 35_000_000, f"only {os.path.getsize(path)} bytes")
    done = register("import", path, status=1)
    expect(len(done.err) < 500_000 and "more problems." in done.err, "a list that a person can read")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"# {os.path.getsize(path) >> 20} MiB of faults, at most {peak:.0f} MiB of memory", flush=True)
    bound = 1200 if "ASAN_OPTIONS" in os.environ else 400  # a sanitizer keeps what was freed, and notes beside all memory
    expect(peak < bound, f"{peak:.0f} MiB of memory")


def limited():
    """A disk that is full after 100 kB: writing more fails and says so."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def an_export_onto_a_full_disk_changes_nothing(folder):
    register = imported(folder)
    out, fresh = os.path.join(folder, "out"), os.path.join(folder, "fresh")
    register("export", out)
    before = {name: open(os.path.join(out, name), "rb").read() for name in os.listdir(out)}
    said = sentence(register("export", out, status=1, preexec_fn=limited))
    expect(out in said, said)
    equal({name: open(os.path.join(out, name), "rb").read() for name in os.listdir(out)}, before, "the older export")
    register("export", fresh, status=1, preexec_fn=limited)
    expect(not os.path.exists(fresh), "half an export")


def one_file_alone(folder):
    register = imported(folder)
    found = rows(register("--format", "csv", "import", os.path.join(FRAM, "adaptations.csv")).out)[0]
    equal(found, {"rows": "410", "added": "0", "same": found["same"], "differing": "0"}, "one file")


def nobody_is_there_twice(folder):
    """Somebody who was added in the program, and comes again in a file: refused with a sentence; the other files find the person."""
    register = Register(folder)
    out = os.path.join(folder, "out")
    register("init")
    register("add", "participant", "--given", "Nora", "--family", "Ek", "--enrolled", "2026-09-01", "--organisation", "AF", "--case", "F2026-0001")
    register("rate", "F2026-0001", "avstamning-3:1", "3", "--rater", "participant", "--date", "2026-09-02")
    register("export", out)
    done = register("import", out, status=1)
    expect("F2026-0001 was added in the register itself" in done.err, done.err)
    equal(len(register.csv("participants")), 1, "one person")
    os.unlink(os.path.join(out, "cases.csv"))
    register("import", out)
    equal(len(register.csv("progression", "F2026-0001")), 1, "one rating")


try:
    run(
        everything_is_read_with_a_progress_figure,
        rosters_equal_the_attendance_file,
        a_week_is_its_days,
        importing_again_changes_nothing,
        a_difference_is_told_and_nothing_is_overwritten,
        export_gives_the_files_back,
        an_export_read_into_an_empty_register_is_the_same_export,
        a_rehearsal_writes_nothing,
        every_fault_is_told_and_nothing_is_written,
        one_file_alone,
        nobody_is_there_twice,
        what_was_recognised_is_said,
        a_mapping_says_what_headings_mean,
        differences_of_other_things_are_told_by_field,
        memory_stays_bounded_however_large_the_file,
        an_export_onto_a_full_disk_changes_nothing,
    )
finally:
    for suffix in ("", "-wal", "-shm"):
        if made and os.path.exists(made["path"] + suffix):
            os.unlink(made["path"] + suffix)
