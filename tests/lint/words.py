"""Every sentence is translatable and translated: POTFILES is complete, Swedish has no gap and nothing fuzzy."""

import os
import re
import subprocess
import tempfile

from tap import ROOT, files, read, run

C_CALL = re.compile(r"\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(")
TEXT_PROPERTY = re.compile(
    r'<property name="(label|title|subtitle|tooltip-text|placeholder-text|description|heading|body)">([^<]*\w[^<]*)</property>'
)
# As meson's preset "glib", which `ninja framsteg-pot` uses.
KEYWORDS = "_ N_ C_:1c,2 NC_:1c,2 g_dcgettext:2 g_dngettext:2,3 g_dpgettext2:2c,3 ngettext:1,2".split()


def listed():
    lines = (line.strip() for line in read("po/POTFILES").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def with_sentences():
    for path in files("src", ends=(".c", ".h")):
        if C_CALL.search(re.sub(r"^\s*#.*$", "", read(path), flags=re.MULTILINE)):
            yield path
    for path in files("ui", "src", ends=(".ui",)):
        if re.search(r'translatable="(yes|true|1)"', read(path)):
            yield path
    yield from files("data", ends=(".desktop.in", ".metainfo.xml.in", ".gschema.xml"))


def POTFILES_names_every_source_with_sentences():
    return [f"{path} is missing" for path in sorted(set(with_sentences()) - set(listed()))]


def POTFILES_names_nothing_else():
    names = listed()
    yield from (f"{path} does not exist" for path in names if not os.path.exists(os.path.join(ROOT, path)))
    yield from sorted({f"{path} is there twice" for path in names if names.count(path) > 1})


def sentences_in_templates_are_marked():
    for path in files("ui", "src", ends=(".ui",)):
        for name, words in TEXT_PROPERTY.findall(read(path)):
            if re.search(r"[^\W\d_]{2}", words) and words != "Framsteg":
                yield f'{path}: {name} "{words}" lacks translatable="yes"'


def tool(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})


def extract(pot):
    """The sentences as they stand in the sources now."""
    options = [f"--keyword={word}" for word in KEYWORDS]
    return tool("xgettext", "--from-code=UTF-8", "--add-comments", *options, "--files-from=po/POTFILES", f"--output={pot}")


def swedish_has_every_sentence():
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, "framsteg.pot")
        extracted = extract(pot)
        if extracted.returncode != 0 or extracted.stderr:  # a warning is a sentence that gettext cannot read
            return extracted.stderr.splitlines()
        compared = tool("msgcmp", "po/sv.po", pot)
        return compared.stderr.splitlines() if compared.returncode != 0 else []


def swedish_is_whole_and_well_formed():
    done = tool("msgfmt", "--check", "--statistics", "--output-file=/dev/null", "po/sv.po")
    if done.returncode != 0 or re.search(r"fuzzy|untranslated", done.stderr):
        yield from done.stderr.splitlines()


run(
    POTFILES_names_every_source_with_sentences,
    POTFILES_names_nothing_else,
    sentences_in_templates_are_marked,
    swedish_has_every_sentence,
    swedish_is_whole_and_well_formed,
)
