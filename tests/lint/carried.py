"""What the programs carry: templates, desktop files, settings, icons, the profile, the names."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

from tap import ROOT, Skip, files, read, run

BUILT = sys.argv[2]
APP = "se.framsteg.Framsteg"
BUTTONS = {"GtkButton", "GtkToggleButton", "GtkMenuButton", "GtkLinkButton", "AdwSplitButton"}


def validated(*command):
    if shutil.which(command[0]) is None:
        raise Skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).splitlines()


def templates():
    """(path, tree) of every template, those of list items inside them included."""
    for path in files("ui", "src", ends=(".ui",)):
        pending = [read(path)]
        while pending:
            tree = xml.fromstring(pending.pop().strip())
            yield path, tree
            pending += [p.text for p in tree.iter("property") if p.get("name") == "bytes" and p.text]


def templates_parse():
    for path in files("ui", "src", ends=(".ui",)):
        try:
            xml.fromstring(read(path).strip())
        except xml.ParseError as problem:
            yield f"{path}: {problem}"


def properties(thing):
    return {p.get("name").replace("_", "-") for p in thing.findall("property")}


def named(thing):
    notes = thing.findall("accessibility/*")
    return any(note.get("name") in ("label", "labelled-by") for note in notes)


def icon_buttons_have_a_name():
    for path, tree in templates():
        for thing in tree.iter("object"):
            if thing.get("class") in BUTTONS and "icon-name" in properties(thing) and not named(thing):
                yield f"{path}: {thing.get('class')} {thing.get('id') or ''} has an icon and no accessible label"


def every_template_has_its_code():
    code = {os.path.splitext(os.path.basename(path))[0] for path in files("src/app", ends=(".c",))}
    for path in files("ui", ends=(".ui",)):
        name = os.path.splitext(os.path.basename(path))[0]
        if name not in code and not any(f"{name}.ui" in read(c) for c in files("src/app", ends=(".c",))):
            yield f"{path} belongs to no source file"


def the_desktop_file_is_valid():
    return validated("desktop-file-validate", os.path.join(BUILT, f"{APP}.desktop"))


def the_metainfo_is_valid():
    return validated("appstreamcli", "validate", "--no-net", os.path.join(BUILT, f"{APP}.metainfo.xml"))


def the_settings_are_valid():
    return validated("glib-compile-schemas", "--strict", "--dry-run", os.path.join(ROOT, "data"))


def the_icons_are_drawings():
    for name in (f"scalable/apps/{APP}.svg", f"symbolic/apps/{APP}-symbolic.svg"):
        path = f"data/icons/hicolor/{name}"
        tree = xml.fromstring(read(path))
        if not tree.tag.endswith("svg") or tree.get("viewBox") is None:
            yield f"{path} is no drawing with a viewBox"


def profiles():
    for path in files("data/programmes", ends=(".programme",)):
        keys = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), strict=True)
        keys.optionxform = str
        keys.read_string(read(path))
        yield path, keys


def profiles_speak_two_languages():
    for path, keys in profiles():
        for group in keys.sections():
            for key in ("name", "letter", "anchors", "tasks"):
                if keys.has_option(group, key) != keys.has_option(group, f"{key}[sv]"):
                    yield f"{path}: [{group}] has {key} in one language only"


def codes_and_letters_are_unambiguous():
    for path, keys in profiles():
        statuses = [keys[group] for group in keys.sections() if group.startswith("attendance_status ")]
        for key in ("letter", "letter[sv]", "shape", "rank"):
            values = [status[key] for status in statuses]
            if len(set(values)) != len(values):
                yield f"{path}: two attendance statuses share a {key}: {values}"
        for status in statuses:
            if status["counts_as"] not in ("present", "absent", "neither"):
                yield f"{path}: counts_as={status['counts_as']}"


def faults_of_a_set(code, keys, questions):
    scale = keys["kind"] == "scale"
    if keys["kind"] not in ("scale", "agenda") or not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code):
        yield f"kind={keys['kind']}"
    if scale and not 1 <= int(keys["lowest"]) < int(keys["highest"]) <= 10:
        yield "the scale is upside down or not within 1 to 10"
    if sorted(questions) != list(range(1, len(questions) + 1)) or not questions:
        yield f"questions {sorted(questions)}"
    for ordinal, question in questions.items():
        sides = set(question["rated_by"].split(";"))
        if not sides <= {"participant", "caseworker"}:
            yield f"question {ordinal}: rated_by"
        if question.get("belief") == "true" and "caseworker" not in sides:
            yield f"question {ordinal}: belief without the case worker's side"
        for ends in ("anchors", "anchors[sv]"):
            if scale and len(list(filter(None, question.get(ends, "").split(";")))) != 2:
                yield f"question {ordinal}: {ends}"


def sets_of_a_profile(keys):
    for group in keys.sections():
        if group.startswith("indicator_set "):
            code = group.split()[1]
            names = [name for name in keys.sections() if name.startswith(f"indicator {code} ")]
            yield code, keys[group], {int(name.split()[2]): keys[name] for name in names}


def indicator_sets_can_be_answered():
    for path, keys in profiles():
        sets = {code: (group, questions) for code, group, questions in sets_of_a_profile(keys)}
        for code, (group, questions) in sets.items():
            yield from (f"{path}: {code}: {fault}" for fault in faults_of_a_set(code, group, questions))
        for code in keys["programme"]["indicator_sets"].split(";"):
            if code not in sets or code == "fram-2021":
                yield f"{path}: offers {code}"


def names_for_the_demonstration_are_enough():
    lines = [line for line in read("data/demo/names.txt").splitlines() if not line.startswith("#")]
    yield from (f"names.txt: {line}" for line in lines if not re.fullmatch(r"[FMN] \w[\w’-]*", line))
    if len(set(lines)) != len(lines):
        yield "names.txt: a name is there twice"
    given, family = (sum(line[0] in kind for line in lines) for kind in ("FM", "N"))
    if given < 150 or family < 150:
        yield f"names.txt: {given} given names and {family} family names"


def resources_name_every_file():
    carried = set(re.findall(r"<file[^>]*>([^<]+)</file>", read("data/fram-data.gresource.xml")))
    wanted = files("data/programmes", ends=(".programme",)) + files("data/sql/register", ends=(".sql",))
    yield from (f"{path} is not in the resource" for path in wanted if os.path.relpath(path, "data") not in carried)


run(
    templates_parse,
    icon_buttons_have_a_name,
    every_template_has_its_code,
    the_desktop_file_is_valid,
    the_metainfo_is_valid,
    the_settings_are_valid,
    the_icons_are_drawings,
    profiles_speak_two_languages,
    codes_and_letters_are_unambiguous,
    indicator_sets_can_be_answered,
    names_for_the_demonstration_are_enough,
    resources_name_every_file,
)
