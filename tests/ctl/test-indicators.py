"""Sets of questions: listed, given away, taken in, offered; new versions and corrections; who may."""

import os

from ctl import equal, expect, run, sentence, small

HEADER = ("set,version,ordinal,name,raters,lowest,highest,low,high,belief,name_sv,low_sv,high_sv,languages,kind,every_days,"
          "offered")


def text_file(folder, text, name="set.txt"):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(text if isinstance(text, bytes) else text.encode())
    return path


def sets_of(rows):
    return list(dict.fromkeys(row["set"] for row in rows))


def rated(register):
    """Amina answers the short check-in."""
    case = register.csv("participants")[0]["case"]
    register("rate", case, "avstamning-3:1", "3", "--rater", "participant", "--date", "2026-11-05")
    return case


def the_offered_sets_in_order(folder):
    register = small(folder)
    equal(register("--format", "csv", "indicators").out.split("\r\n")[0], HEADER, "header")
    equal(sets_of(register.csv("indicators")), ["avstamning-3", "indikator-11", "fram-8"], "offered")
    equal(len(sets_of(register.csv("indicators", "--all"))), 6, "all")
    first = register.csv("indicators", "skapa-6")[0]
    equal((first["raters"], first["lowest"], first["highest"], first["offered"], first["name_sv"]),
          ("participant", "1", "5", "false", "Kan du få ett jobb?"), "a set that is not offered")
    last = register.csv("indicators", "indikator-11")[-1]
    equal((last["ordinal"], last["raters"], last["belief"]), ("11", "caseworker", "true"), "own belief")
    agenda = register.json("indicators", "fram-8")[0]
    equal((agenda["kind"], agenda["lowest"], agenda["every_days"]), ("agenda", None, None), "agenda")
    expect("--all" in register.refuses("indicators", "nothing"), "no such set")
    expect("Hur har du det?" in register("indicators", env={"LANGUAGE": "sv", "LC_ALL": "C.UTF-8"}).out
           or "How are you?" in register("indicators").out, "in words")


def what_is_given_away_can_be_taken_in(folder):
    register = small(folder)
    text = register("indicators", "export", "avstamning-3").out
    expect(text.startswith("[indicator_set avstamning-3]\n") and "name[sv]=Hur har du det?\n" in text, text)
    before = register.csv("indicators", "--all")
    expect("as it was" in register("indicators", "import", text_file(folder, text)).out, "nothing new")
    equal(register.csv("indicators", "--all"), before, "after taking in the same")
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    expect("as it was" in register("indicators", "import", text_file(folder, windows)).out, "from Windows")


def an_answered_set_gets_a_new_version(folder):
    register = small(folder)
    rated(register)
    old = register.query("SELECT * FROM rating")
    text = register("indicators", "export", "avstamning-3").out.replace("Hur har du det?", "Hur mår du?")
    said = register("indicators", "import", text_file(folder, text)).out
    expect("Old ratings stay with the words they were given under." in said, said)
    equal({row["version"] for row in register.csv("indicators", "avstamning-3")}, {"2"}, "version")
    equal(register.query("SELECT * FROM rating"), old, "ratings")
    equal(register.query("SELECT n.name_sv FROM rating t JOIN indicator n ON n.id = t.indicator"), [("Hur har du det?",)], "words")


def a_translation_and_a_slip_begin_none(folder):
    register = small(folder)
    rated(register)
    text = register("indicators", "export", "avstamning-3").out
    somali = text.replace("name[sv]=Hur har du det?\n", "name[sv]=Hur har du det?\nname[so]=Sidee tahay?\n")
    register("indicators", "import", text_file(folder, somali))
    equal([row["languages"] for row in register.csv("indicators", "avstamning-3")], ["so", "", ""], "languages")
    slip = somali.replace("How are you?", "How are you today?")
    expect("corrected" in register("indicators", "import", "--correction", text_file(folder, slip)).out, "a slip")
    equal({row["version"] for row in register.csv("indicators", "avstamning-3")}, {"1"}, "version")
    wider = slip.replace("highest=5", "highest=7")
    expect("new version" in register.refuses("indicators", "import", "--correction", text_file(folder, wider)), "a scale")


def what_is_wrong_is_told_by_its_place(folder):
    register = small(folder)
    text = register("indicators", "export", "avstamning-3").out
    for spoilt, place in (
        (text.replace("kind=scale", "kind scale"), "Line 2"),
        (text.replace("[indicator avstamning-3 2]", "[indicator avstamning-3 2"), "avstamning-3 2"),
        (text.replace("[indicator avstamning-3 2]", "[indicator avstamning-3 1]"), "twice"),
        (text.replace("[indicator avstamning-3 2]", "[indicator avstamning-3 7]"), "[indicator avstamning-3 2]"),
        (text.replace("rated_by=participant", "rated_by=mother", 1), "mother"),
        (text.replace("lowest=1", "lowest=9"), "9 to 5"),
        (text.replace("highest=5", "highest=many"), "many"),
        (text.replace("name[sv]=Hur har du det?\n", ""), "[indicator avstamning-3 1]"),
        (text.replace("[indicator_set avstamning-3]", "[indicator_set Å]").replace("r avstamning-3 ", "r Å "), "Å"),
        (text + "\n[indicator_set other]\nname=X\nname[sv]=Y\n", "several sets"),
        ("", "no set of questions"),
        (b"\x89PNG\x81\x8d\x9d", "not a text"),
    ):
        said = register.refuses("indicators", "import", text_file(folder, spoilt))
        expect(place in said, f"{place}: {said}")
    expect("cannot be read" in register.refuses("indicators", "import", os.path.join(folder, "none.txt")), "no file")


def what_is_not_known_is_not_kept(folder):
    register = small(folder)
    text = register("indicators", "export", "skapa-6").out
    more = "[programme]\nbelief=true\n\n[staff eva]\nrole=administrator\n\n" + text.replace("kind=scale\n", "kind=scale\nrun=rm -rf /\n")
    register("indicators", "import", text_file(folder, more))
    equal(register("indicators", "export", "skapa-6").out, text, "the set")
    expect("belief=false" in register.query("SELECT settings FROM programme")[0][0], "settings")


def offering_and_belief(folder):
    register = small(folder)
    before = register.query("SELECT settings FROM programme")[0][0].splitlines()
    register("indicators", "offer", "skapa-6,avstamning-3", as_="alva")
    register("indicators", "belief", "on", as_="alva")
    equal(sets_of(register.csv("indicators")), ["skapa-6", "avstamning-3"], "offered")
    after = register.query("SELECT settings FROM programme")[0][0].splitlines()
    equal([line for line in after if line not in before], ["belief=true", "indicator_sets=skapa-6;avstamning-3"], "settings")
    expect("skapa-9" in register.refuses("indicators", "offer", "skapa-9"), "no such set")
    sentence(register("indicators", "belief", "maybe", status=2))


def who_may(folder):
    register = small(folder)
    text = register("indicators", "export", "skapa-6", as_="eva").out.replace("Kan du få ett jobb?", "Får du ett jobb?")
    for who in ("eva", "hanna", "mats", "petra", "mia"):
        register("indicators", as_=who)
        for words in (["offer", "fram-8"], ["belief", "on"], ["import", text_file(folder, text)]):
            expect("do not let you change" in register.refuses("indicators", *words, as_=who), who)
    register("indicators", "import", text_file(folder, text), as_="alva")
    expect("questions of talks" in register("log").out, "the log")


run(
    the_offered_sets_in_order,
    what_is_given_away_can_be_taken_in,
    an_answered_set_gets_a_new_version,
    a_translation_and_a_slip_begin_none,
    what_is_wrong_is_told_by_its_place,
    what_is_not_known_is_not_kept,
    offering_and_belief,
    who_may,
)
