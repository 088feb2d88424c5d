"""The demonstration register, and Swedish: no English word in what a person reads."""

import os
import re

from ctl import NOW, Register, call, equal, expect, run, small, swedish

COMMANDS = [
    ["--help"], ["add", "--help"], ["workshops"], ["staff"], ["closed-days"], ["participants"], ["roster", "snickeri"],
    ["roster", "snickeri", "--week", "2026-W46"], ["roster", "snickeri", "--date", "2026-12-25"], ["roster", "kok_bageri"],
    ["show", "F2026-0001"], ["log"], ["log", "--participant", "F2026-0001"], ["check"], ["mark", "snickeri", "F2026-0002", "late", "--minutes", "5"],
    ["mark", "snickeri", "F2026-0002", "none"],
]
# Words that no Swedish sentence has.
ENGLISH = set(
    """the of is and with for not this day days week there from by are who which hours present name file option options command commands usage
    nobody expected unmarked marked attendance planned placed workshop workshops participant participants opened changed listed searched
    case born phase enrolled closed phone where when what whose details thursday woodwork garden late sick yes no works here roles
    participation activity leader manager weekly mark written read made nothing wrong whole""".split()
)


def english_in(text):
    text = re.sub(r"--[\w-]+|\b\w+_\w+\b|[“”][^”]*”|\S+/\S+|framstegctl( [\w-]+)*|text\|csv\|json", " ", text)
    return sorted(set(re.findall(r"[^\W\d_]+", text.lower())) & ENGLISH)


def names_of_commands_are_not_words(line):
    return re.sub(r"^  ([a-z]+ )?[a-z-]+  ", " ", line)


def swedish_has_no_english_word(folder):
    register = small(folder)
    register("mark", "snickeri", "F2026-0001", "present", as_="eva")
    register("add", "closed-day", "2026-12-28", "--name", "Planeringsdag")
    for words in COMMANDS:
        text = register(*words, env=swedish()).out
        text = "\n".join(names_of_commands_are_not_words(line) for line in text.splitlines())
        equal(english_in(text), [], f"{words}: {text}")


def help_in_swedish_has_no_english_word(folder):
    for line in call("--help", env=swedish()).out.splitlines():
        command = re.match(r"  ((?:add|set|remove) [a-z][a-z-]+|[a-z][a-z-]+)  ", line)
        if command:
            text = call(*command.group(1).split(), "--help", env=swedish()).out
            equal(english_in(text), [], text)


def hours_in_swedish_have_a_comma(folder):
    register = small(folder)
    expect("2,5" in register("roster", "snickeri", env=swedish()).out, "2,5")
    expect("2.5" in register("roster", "snickeri").out, "2.5")
    expect("torsdag 12 november 2026" in register("roster", "snickeri", env=swedish()).out, "date in words")


def a_demonstration_is_made_once_and_always_the_same(folder):
    first, second, third = (Register(folder, name) for name in ("first.db", "second.db", "third.db"))
    first("demo", "--participants", "60", "--years", "1", "--seed", "7")
    second("demo", "--participants", "60", "--years", "1", "--seed", "7", env={"LC_ALL": "C"})
    third("demo", "--participants", "60", "--years", "1", "--seed", "8")
    equal(len(first.csv("participants")), 60, "participants")
    for words in (["participants"], ["roster", "snickeri"], ["staff"]):
        equal(first.csv(*words), second.csv(*words), f"same seed: {words}")
    for name, register in (("1", first), ("2", second)):
        register("export", os.path.join(folder, name))
    for name in os.listdir(os.path.join(folder, "1")):
        with open(os.path.join(folder, "1", name), "rb") as one, open(os.path.join(folder, "2", name), "rb") as other:
            expect(one.read() == other.read(), f"same seed, other {name}")
    expect(first.csv("participants") != third.csv("participants"), "another seed, the same people")
    expect("already" in first.refuses("demo"), "over itself")
    equal(first("check").out.strip(), "The register is whole; nothing is wrong with it.", "check")


def the_demonstration_is_a_living_programme(folder):
    register = Register(folder)
    register("demo")
    present = [row for row in register.csv("participants") if row["phase"] in ("introduction", "participation")]
    expect(140 <= len(present) <= 180, f"{len(present)} present")
    expect(len(register.csv("staff")) >= 20, "staff")
    days = [day for (day,) in register.query("SELECT DISTINCT day FROM mark WHERE status IS NOT NULL ORDER BY day")]
    expect(days[0] < "2024-03" and days[-1] <= NOW[:10], f"{days[0]} to {days[-1]}")
    for workshop in (row["code"] for row in register.csv("workshops")):
        roster = register.csv("roster", workshop)
        expect(len(roster) >= 3 and all(row["planned_from"] for row in roster), f"{workshop}: {len(roster)}")
    leader = next(row["name"] for row in register.csv("staff") if "activity_leader:snickeri" in row["roles"])
    expect(len(register.csv("roster", "snickeri", as_=leader)) >= 3, "the leader's roster")
    expect(any(row["adaptations"] for workshop in ("snickeri", "tradgard", "kok_bageri") for row in register.json("roster", workshop)), "adaptation lines")


def what_makes_no_demonstration_is_refused(folder):
    register = Register(folder)
    for words, part in ((["--participants", "0"], "0"), (["--years", "many"], "many"), (["--until", "2026-02-31"], "2026-02-31"), (["--seed", "-4"], "-4")):
        done = register("demo", *words, status=1)
        expect(part in done.err and len(done.err.splitlines()) == 1, done.err)
        equal(os.listdir(folder), [], "files")


run(
    swedish_has_no_english_word,
    help_in_swedish_has_no_english_word,
    hours_in_swedish_have_a_comma,
    a_demonstration_is_made_once_and_always_the_same,
    the_demonstration_is_a_living_programme,
    what_makes_no_demonstration_is_refused,
)
