"""Rosters on paper, as PDF text is read back: who stands there, when, with which sums; and every way it can be refused."""

import os
import re
import resource
import shutil
import signal
import struct
import subprocess

from ctl import PROGRAM, Skip, call, environment, equal, expect, run, sentence, small, swedish

DAY = "2026-11-12"
PROTECTED = "Hemlige"


def needs(tool, package):
    if shutil.which(tool) is None:
        raise Skip(f"{tool} is not installed (package {package})")


def text(path):
    needs("pdftotext", "poppler-utils")
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60).stdout.decode()


def lines(path):
    """The lines of a PDF with single spaces, as people read them."""
    return [" ".join(line.split()) for line in text(path).splitlines() if line.strip()]


def figures(line):
    """A line without the spaces that a PDF reader finds or does not find inside figures."""
    return re.sub(r"\s*([/%])\s*", r"\1 ", line).strip()


def draw(register, folder, *words, name="roster.pdf", **options):
    path = os.path.join(folder, name)
    equal(register("draw", "roster", "snickeri", *words, "--output", path, **options).out, path + "\n", "what was written")
    return path


def house(folder):
    """The small house, somebody with protected identity, and a day that is marked but for one."""
    register = small(folder)
    case = register("add", "participant", "--given", PROTECTED, "--family", "Namnsson", "--born", "1990-01-01",
                    "--enrolled", "2026-09-01", "--protected").out.strip()
    register("place", case, "snickeri", "--from", "2026-09-01", "--slots", "mon 09-12,thu 09-12")
    register("mark", "snickeri", "F2026-0001", "late", "--minutes", "20", "--date", DAY)
    register("mark", "snickeri", "F2026-0001", "present", "--date", "2026-11-09")
    register("mark", "snickeri", "F2026-0002", "absent_unnotified", "--date", "2026-11-09")
    return register


def a_list_for_signatures_has_names_and_times(folder):
    register = house(folder)
    path = draw(register, folder, "--date", DAY)
    found = lines(path)
    expect(found[0].startswith("Woodwork"), found[0])
    expect(any("Thursday 12 November 2026, week 46" in line for line in found), found)
    expect("Amina Hassan 09–11.30" in found and "Örjan Åberg 09–11.30" in found, found)
    whole = "\n".join(found)
    for word in ("Came", "Left", "Signature", "Page 1 of 1"):
        expect(word in whole, word)
    for word in ("Late", "20", "Unmarked", "Present", "hours", "system"):
        expect(word not in whole.replace("2026", ""), f"{word}: {whole}")


def a_week_to_sign_has_five_days(folder):
    register = house(folder)
    found = "\n".join(lines(draw(register, folder, "--week", "2026-W46", "--kind", "signatures")))
    for word in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "9/11", "13/11", "Week 46, 9–13 November 2026",
                 "Amina Hassan 09–12 09–11.30"):
        expect(word in found, f"{word}: {found}")


def a_filled_list_has_what_is_marked(folder):
    register = house(folder)
    found = lines(draw(register, folder, "--date", DAY, "--kind", "filled", as_="eva"))
    amina = next(line for line in found if line.startswith("Amina"))
    expect(re.fullmatch(r"Amina Hassan 09–11\.30 2:30 L Late 20 2:10", amina), amina)
    expect("Örjan Åberg 09–11.30 2:30 Unmarked" in found, found)
    whole = "\n".join(found)
    expect("2 expected · Late 1 · Unmarked 1" in whole, whole)
    expect("2:10/ 5" in figures(whole), whole)
    expect("1 is unmarked and is in no rate" in whole, whole)
    expect("Eva Lind" in whole, "who printed it")


def a_week_has_the_rates_and_says_what_they_leave_out(folder):
    register = house(folder)
    found = lines(draw(register, folder, "--week", "2026-W46", as_="eva"))
    amina = next(line for line in found if line.startswith("Amina"))
    equal(figures(amina), "Amina Hassan P L 20 min 5:10/ 5:30 100% 100% 0")
    other = next(line for line in found if line.startswith("Örjan"))
    equal(figures(other), "Örjan Åberg U 0/ 3 0% 0% 1")
    whole = figures("\n".join(found))
    expect("66.7%" in whole, whole)
    expect("1 is unmarked and is in no rate." in whole, whole)


def a_month_has_its_days_and_sums(folder):
    register = house(folder)
    found = lines(draw(register, folder, "--month", "2026-11", as_="eva"))
    amina = next(line for line in found if line.startswith("Amina"))
    expect(figures(amina).endswith("P L 5:10/ 5:30 100% 100% 2"), amina)
    whole = "\n".join(found)
    expect("November 2026" in whole and "Attendance of the month" in whole, whole)


def who_is_protected_is_nowhere_to_be_read(folder):
    register = house(folder)
    for words in (["--date", DAY], ["--week", "2026-W46", "--kind", "signatures"]):
        for who in (None, "eva"):
            found = text(draw(register, folder, *words, as_=who))
            for word in (PROTECTED, "Namnsson", "H. N.", "rotected"):
                expect(word not in found, f"{words} as {who}: {word}")
    for words in (["--date", DAY, "--kind", "filled"], ["--week", "2026-W46"], ["--month", "2026-11"]):
        found = text(draw(register, folder, *words))
        expect("H. N." in found, f"{words}: initials for the owner")
        expect(PROTECTED not in found and "Namnsson" not in found, f"{words}: {found}")
        found = text(draw(register, folder, *words, as_="eva"))
        expect("H. N." not in found and "rotected" not in found, f"{words} as eva: {found}")


def it_is_swedish_where_the_person_is(folder):
    register = house(folder)
    found = text(draw(register, folder, "--date", DAY, env=swedish()))
    expect("Snickeri" in found and "orsdag 12 november 2026" in found, found)


def many_people_break_over_pages(folder):
    needs("pdftotext", "poppler-utils")
    register = house(folder)
    names = [f"Deltagare Nummer{n:03}" for n in range(60)]
    for name in names:
        given, family = name.split()
        case = register("add", "participant", "--given", given, "--family", family, "--enrolled", "2026-09-01").out.strip()
        register("place", case, "snickeri", "--from", "2026-09-01", "--slots", "thu 09-12")
    path = draw(register, folder, "--date", DAY)
    pages = text(path).split("\f")[:-1]
    equal(len(pages), 4, "pages")
    for number, page in enumerate(pages, 1):
        expect(f"Page {number} of 4" in page and "Woodwork" in page and "Signature" in page, f"heading of page {number}")
    for name in names:
        equal(text(path).count(name), 1, name)


def pages_are_a4(folder):
    register = house(folder)
    for words, wanted in ((["--date", DAY], (595, 842)), (["--week", "2026-W46"], (842, 595))):
        with open(draw(register, folder, *words), "rb") as file:
            boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+)", file.read())
        equal([(round(float(width)), round(float(height))) for width, height in boxes], [wanted], words)


def pictures_have_the_size_and_style_asked_for(folder):
    register = house(folder)
    with open(draw(register, folder, "--size", "620x877", name="a.png"), "rb") as file:
        light = file.read()
    with open(draw(register, folder, "--size", "620x877", "--style", "dark", name="b.png"), "rb") as file:
        dark = file.read()
    equal((int.from_bytes(light[16:20], "big"), int.from_bytes(light[20:24], "big")), (620, 877), "size")
    expect(light != dark, "two styles")
    with open(draw(register, folder, name="c.svg"), encoding="utf-8") as file:
        expect("<svg" in file.read(), "svg")


def pictures_of_several_pages_are_several_files(folder):
    register = small(folder)
    for n in range(30):
        case = register("add", "participant", "--given", "A", "--family", f"B{n}", "--enrolled", "2026-09-01").out.strip()
        register("place", case, "snickeri", "--from", "2026-09-01", "--slots", "thu 09-12")
    path = os.path.join(folder, "list.png")
    written = register("draw", "roster", "snickeri", "--date", DAY, "--output", path).out.splitlines()
    equal(written, [path, os.path.join(folder, "list-2.png")], "files")
    expect(all(os.path.getsize(file) > 1000 for file in written), "sizes")


def every_bad_word_is_one_sentence(folder):
    register = house(folder)
    out = ["--output", os.path.join(folder, "x.pdf")]
    for words, status, part in (
            (["snickeri"], 2, "--output"), (["snickeri", "--kind", "party", *out], 2, "signatures"),
            (["snickeri", "--date", DAY, "--week", "2026-W46", *out], 2, "--week"),
            (["snickeri", "--month", "2026-11", "--kind", "filled", *out], 2, "month"),
            (["snickeri", "--week", "2026-W46", "--kind", "filled", *out], 2, "week"),
            (["snickeri", "--style", "pink", *out], 2, "dark"), (["snickeri", "--size", "big", *out], 2, "1240x1754"),
            (["snickeri", "--size", "0x10", *out], 1, "0"), (["snickeri", "--size", "100000x10", *out], 1, "100000"),
            (["snickeri", "--date", "2026-02-30", *out], 1, "2026-02-30"), (["snickeri", "--week", "2026-W60", *out], 1, "W60"),
            (["snickeri", "--month", "2026-13", *out], 1, "2026-13"), (["nosuch", *out], 1, "nosuch"),
            (["snickeri", "--output", os.path.join(folder, "x.doc")], 1, ".pdf"),
            (["snickeri", "--output", os.path.join(folder, "no", "x.pdf")], 1, "x.pdf"),
            (["snickeri", "--output", folder], 1, ".pdf")):
        said = register.refuses("draw", "roster", *words, status=status) if status == 1 else None
        if said is None:
            done = register("draw", "roster", *words, status=2)
            said = done.err
        expect(part in said, f"{words}: {said}")
        equal(sorted(name for name in os.listdir(folder) if not name.startswith("framsteg.db")), [], f"files after {words}")


def a_folder_without_rights_is_said(folder):
    if os.geteuid() != 0:
        raise Skip("needs root to be somebody else")
    register = house(folder)
    os.chmod(folder, 0o777)
    for name in os.listdir(folder):
        os.chmod(os.path.join(folder, name), 0o666)
    shut = os.path.join(folder, "shut")
    os.mkdir(shut, 0o755)
    words = ["--register", register.path, "draw", "roster", "snickeri", "--output", os.path.join(shut, "x.pdf")]
    try:
        done = subprocess.run([PROGRAM, *words], capture_output=True, env=environment(), user=65534, group=65534, extra_groups=[])
    except PermissionError:
        raise Skip("the program cannot be run by somebody else here") from None
    if done.returncode == 126 or b"ermission denied" in done.stderr and not done.stderr.startswith("“".encode()):
        raise Skip("the program cannot be run by somebody else here")
    equal(done.returncode, 1, done.stderr.decode())
    expect("may not be written" in done.stderr.decode(), done.stderr.decode())
    equal(os.listdir(shut), [], "files")


def limit_files():
    """Writes fail after so many bytes, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def a_write_that_fails_leaves_the_old_file(folder):
    register = house(folder)
    register.set("PRAGMA journal_mode = DELETE")
    os.chmod(register.path, 0o400)
    path = os.path.join(folder, "roster.pdf")
    with open(path, "w", encoding="utf-8") as file:
        file.write("the old one")
    done = subprocess.run(
        [PROGRAM, "--register", register.path, "draw", "roster", "snickeri", "--output", path], capture_output=True,
        env=environment(), preexec_fn=limit_files, check=False)
    expect(done.returncode == 1 and len(done.stderr.decode().splitlines()) >= 1, done.stderr.decode())
    with open(path, encoding="utf-8") as file:
        equal(file.read(), "the old one", "the file that was there")
    equal([name for name in os.listdir(folder) if name.startswith("roster.pdf")], ["roster.pdf"], "files beside it")


FULL = """
mount -t tmpfs -o size=16k none "$1" || exit 99
echo old >"$1/roster.pdf"
shift_to=$1; shift
"$@" --output "$shift_to/roster.pdf"; status=$?
ls -A "$shift_to"; cat "$shift_to/roster.pdf"
exit $status
"""


def a_full_disk_is_said_and_nothing_half_is_left(folder):
    needs("unshare", "util-linux")
    register = house(folder)
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    for options in (["-m"], ["-Urm"]):
        done = subprocess.run(
            ["unshare", *options, "sh", "-c", FULL, "sh", disk, PROGRAM, "--register", register.path, "draw", "roster", "snickeri"],
            capture_output=True, env=environment(), check=False)
        if done.returncode == 1 and b"mount" not in done.stderr:
            break
    else:
        raise Skip("no small disk can be made here: " + done.stderr.decode().strip())
    expect("disk is full" in done.stderr.decode() and "Make room" in done.stderr.decode(), done.stderr.decode())
    equal(done.stdout.decode(), "roster.pdf\nold\n", "what is on the disk")


def what_was_drawn_is_in_the_log(folder):
    register = house(folder)
    draw(register, folder, "--date", DAY, as_="eva")
    log = register.csv("log")
    found = [(row["who"], row["act"], row["case"]) for row in log if row["act"] == "exported"] if "case" in log[0] else None
    whole = register("log").out
    expect(found is None or len(found) == 2, found)
    expect(whole.count("signatures snickeri 2026-11-12") == 2, whole)


def way(folder):
    """Somebody with meetings, a stay that grows and a gap, as a timeline on paper."""
    register = house(folder)
    return register, register("add", "participant", "--given", "Nour", "--family", "Berg", "--enrolled", "2026-09-01").out.strip()


def draw_way(register, folder, case, *words, name="way.pdf", **options):
    path = os.path.join(folder, name)
    equal(register("draw", "timeline", case, *words, "--output", path, **options).out, path + "\n", "what was written")
    return path


def a_timeline_on_paper_says_whose_when_and_what(folder):
    register, case = way(folder)
    register("place", case, "snickeri", "--from", "2026-10-05", "--slots", "mon 09-13,thu 09-13")
    whole = "\n".join(lines(draw_way(register, folder, case)))
    for word in ("Nour Berg", case, "Page 1 of 1", "Printed 12 November 2026", "Phases", "Attendance", "Workshops",
                 "Woodwork", "8 h", "Today", "October", "December"):
        expect(word.replace(" ", "") in whole.replace(" ", ""), f"{word}: {whole}")


def a_timeline_is_drawn_as_the_person_may_see_it(folder):
    register = house(folder)
    protected = next(row["case"] for row in register.csv("participants") if row["name"] == "H. N.")
    whole = text(draw_way(register, folder, protected))
    expect("H. N." in whole, whole)
    expect(PROTECTED not in whole and "Namnsson" not in whole, whole)
    said = register("draw", "timeline", protected, "--output", os.path.join(folder, "p.pdf"), as_="eva", status=1).err
    expect(protected in said and not os.path.exists(os.path.join(folder, "p.pdf")), said)
    log = register("log").out
    expect("exported" in log, log)


def a_timeline_as_a_picture_has_the_size_and_style_asked_for(folder):
    register, case = way(folder)
    pictures = []
    for style in ("light", "dark"):
        with open(draw_way(register, folder, case, "--size", "900x500", "--style", style, name=style + ".png"), "rb") as file:
            pictures.append(file.read())
        equal(struct.unpack(">II", pictures[-1][16:24]), (900, 500), "size")
    expect(pictures[0] != pictures[1], "two styles")
    with open(draw_way(register, folder, case, name="way.svg"), encoding="utf-8") as file:
        svg = file.read()
    expect("<svg" in svg and 'width="1280' in svg, svg[:300])


def a_timeline_is_refused_in_one_sentence(folder):
    register, case = way(folder)
    out = ["--output", os.path.join(folder, "x.pdf")]
    for words, status, part in (([case], 2, "--output"), (["F2099-0001", *out], 1, "F2099-0001"), ([case, "--size", "big", *out], 2, "1240x1754"),
                                ([case, "--style", "pink", *out], 2, "dark"), ([case, "--output", os.path.join(folder, "x.doc")], 1, ".pdf")):
        said = register("draw", "timeline", *words, status=status).err
        expect(part in said, f"{words}: {said}")


# --- progression ---

TALKS = ("2026-09-07", "2026-10-05", "2026-11-09")


def believe(register, on):
    """The programme turns the case workers' own belief on or off."""
    words = ("false", "true") if on else ("true", "false")
    register.set(f"UPDATE programme SET settings = replace (settings, 'belief={words[0]}', 'belief={words[1]}')")


def talks(folder):
    """Two questions of the light check-in at three talks, one that is also the case worker's, and a note."""
    register = house(folder)
    case = register("add", "participant", "--given", "Nour", "--family", "Berg", "--enrolled", "2026-09-01",
                    as_="hanna").out.strip()
    register("place", case, "snickeri", "--from", "2026-09-01", "--slots", "mon 09-13,thu 09-13")
    believe(register, True)
    for day, values in zip(TALKS, ((2, 3, 2), (3, 3, 3), (4, 2, 4))):
        register("rate", case, "avstamning-3:1", str(values[0]), "--rater", "participant", "--date", day, "--note", f"Dagen den {day}")
        register("rate", case, "3", str(values[1]), "--rater", "participant", "--date", day)
        register("rate", case, "3", str(values[2]), "--rater", "caseworker", "--date", day, "--note", f"Handledarens ord {day}")
        register("rate", case, "11", str(values[2]), "--rater", "caseworker", "--date", day, "--note", "Tilltron växer")
    believe(register, False)
    return register, case


def draw_progression(register, folder, case, *words, name="progression.pdf", **options):
    path = os.path.join(folder, name)
    equal(register("draw", "progression", case, *words, "--output", path, **options).out, path + "\n", "what was written")
    return path


def a_progression_on_paper_says_whose_when_and_what(folder):
    register, case = talks(folder)
    path = draw_progression(register, folder, case, as_="hanna")
    whole = "\n".join(lines(path))
    for word in ("Nour Berg", case, "1 September – 12 November 2026", "Page 1 of", "Printed 12 November 2026", "Hanna Dahl",
                 "What was said", "Dagen den 2026-10-05", "Handledarens", "Steps forward"):
        expect(word in whole, f"{word}: {whole}")
    log = [row for row in register.csv("log") if row["act"] == "exported"]
    expect(len(log) == 1 and "progression" in str(log), f"the log: {log}")


def belief_is_on_paper_only_where_it_is_asked_for(folder):
    register, case = talks(folder)
    expect("Tilltron" not in text(draw_progression(register, folder, case)), "the owner's paper")
    expect("Tilltron" in text(draw_progression(register, folder, case, "--belief")), "asked for by the file's owner")
    expect("Tilltron" not in text(draw_progression(register, folder, case, "--belief", as_="hanna")), "the programme has it off")
    believe(register, True)
    expect("Tilltron" in text(draw_progression(register, folder, case, "--belief", as_="hanna")), "turned on and asked for")
    expect("Tilltron" not in text(draw_progression(register, folder, case, as_="hanna")), "turned on and not asked for")


def ratings_of_one_side_and_of_one_set_stand_alone(folder):
    register, case = talks(folder)
    whole = text(draw_progression(register, folder, case, "--raters", "participant"))
    expect("Dagen den" in whole and "Handledarens" not in whole and "by the case worker" not in whole, whole)
    whole = text(draw_progression(register, folder, case, "--raters", "caseworker"))
    expect("Dagen den" not in whole and "Handledarens" in whole, whole)
    whole = text(draw_progression(register, folder, case, "--set", "fram-2021"))
    expect("Dagen den" not in whole and "Handledarens" in whole, whole)


def every_view_of_a_progression_is_drawn_in_its_size_and_style(folder):
    register, case = talks(folder)
    found = set()
    for view in ("panels", "lines", "change", "radar"):
        for style in ("light", "dark"):
            path = draw_progression(register, folder, case, "--view", view, "--size", "900x600", "--style", style, name=f"{view}-{style}.png")
            with open(path, "rb") as file:
                content = file.read()
            equal(struct.unpack(">II", content[16:24]), (900, 600), "size")
            found.add(content)
    equal(len(found), 8, "each is another picture")
    with open(draw_progression(register, folder, case, name="progression.svg"), encoding="utf-8") as file:
        svg = file.read()
    expect("<svg" in svg and 'width="1280' in svg and 'height="800' in svg, svg[:300])


def a_progression_is_refused_in_one_sentence(folder):
    register, case = talks(folder)
    path = os.path.join(folder, "x.pdf")
    out = ["--output", path]
    for words, status, part in (
            ([case], 2, "--output"), (["F2099-0001", *out], 1, "F2099-0001"), ([case, "--view", "pie", *out], 2, "radar"),
            ([case, "--raters", "leader", *out], 2, "participant,caseworker"), ([case, "--raters", "", *out], 2, "participant,caseworker"),
            ([case, "--set", "skapa-6", *out], 1, "skapa-6"), ([case, "--style", "pink", *out], 2, "dark"),
            ([case, "--size", "big", *out], 2, "1240x1754"), ([case, "--output", os.path.join(folder, "x.doc")], 1, ".pdf")):
        said = register("draw", "progression", *words, status=status).err
        expect(part in said, f"{words}: {said}")
    for role in ("eva", "mats", "mia"):
        sentence(register("draw", "progression", case, *out, as_=role, status=1))
    expect(not os.path.exists(path), "nothing is written of what is refused")


def help_names_the_options(folder):
    shown = call("draw", "roster", "--help").out
    for option in ("--date", "--week", "--month", "--kind", "--output", "--size", "--style"):
        expect(option in shown, option)
    expect("draw roster" in call("--help").out, "in the list")
    sentence(call("--register", os.path.join(folder, "no.db"), "draw", "roster", "x", "--output", "x.pdf", status=1))


run(
    a_list_for_signatures_has_names_and_times,
    a_week_to_sign_has_five_days,
    a_filled_list_has_what_is_marked,
    a_week_has_the_rates_and_says_what_they_leave_out,
    a_month_has_its_days_and_sums,
    who_is_protected_is_nowhere_to_be_read,
    it_is_swedish_where_the_person_is,
    many_people_break_over_pages,
    pages_are_a4,
    pictures_have_the_size_and_style_asked_for,
    pictures_of_several_pages_are_several_files,
    every_bad_word_is_one_sentence,
    a_folder_without_rights_is_said,
    a_write_that_fails_leaves_the_old_file,
    a_full_disk_is_said_and_nothing_half_is_left,
    what_was_drawn_is_in_the_log,
    a_timeline_on_paper_says_whose_when_and_what,
    a_timeline_is_drawn_as_the_person_may_see_it,
    a_timeline_as_a_picture_has_the_size_and_style_asked_for,
    a_timeline_is_refused_in_one_sentence,
    a_progression_on_paper_says_whose_when_and_what,
    belief_is_on_paper_only_where_it_is_asked_for,
    ratings_of_one_side_and_of_one_set_stand_alone,
    every_view_of_a_progression_is_drawn_in_its_size_and_style,
    a_progression_is_refused_in_one_sentence,
    help_names_the_options,
)
