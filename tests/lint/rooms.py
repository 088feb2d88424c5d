"""What a room of src/ may reach: the table of README.md, "Rooms"."""

import os
import re

from tap import files, read, run

MAY_INCLUDE = {
    "base": (),
    "model": ("base",),
    "calendar": ("model",),
    "rules": ("calendar",),
    "stats": ("rules",),
    "draw": ("stats",),
    "store": ("model",),
    "exchange": ("draw", "rules"),
    "desk": ("exchange", "store"),
    "sync": ("store",),
    "ctl": ("desk", "sync"),
    "app": ("desk", "sync"),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
CLOCKS = re.compile(r"\b(g_get_real_time|g_date_time_new_now\w*|gettimeofday|clock_gettime|time)\s*\(\s*(?!\))")
SHARED_PAGES = {"", "window", "widgets"}


def reach(room):
    rooms = {room}
    for other in MAY_INCLUDE[room]:
        rooms |= reach(other)
    return rooms


def sources():
    return files("src", ends=(".c", ".h"))


def room_of(path):
    return path.split(os.sep)[1]


def includes(path, quotes='<"'):
    return [name for quote, name in INCLUDE.findall(read(path)) if quote in quotes]


def outside(pattern, room):
    for path in sources():
        for name in includes(path):
            if re.match(pattern, name) and room_of(path) != room:
                yield f"{path} includes {name}, which only src/{room} may"


def only_the_store_knows_sqlite():
    return outside(r"sqlite3\.h$", "store")


def only_sync_knows_postgresql():
    return outside(r"libpq", "sync")


def only_the_window_knows_gtk():
    return outside(r"(gtk|gdk|gsk|adwaita)", "app")


def rooms_include_what_they_may():
    home = {os.path.basename(path): room_of(path) for path in sources() if path.endswith(".h")}
    for path in sources():
        room = room_of(path)
        if room not in MAY_INCLUDE:
            yield f"{path}: src/{room} is no room of the table"
            continue
        for name in includes(path, '"'):
            owner = home.get(os.path.basename(name))
            if owner is not None and owner not in reach(room):
                yield f"{path} includes {name} of src/{owner}"


def page_of(path):
    parts = path.split(os.sep)
    return parts[2] if parts[1] == "app" and len(parts) > 3 else ""


def pages_do_not_include_each_other():
    home = {os.path.basename(path): page_of(path) for path in sources() if path.endswith(".h")}
    for path in sources():
        if room_of(path) != "app" or page_of(path) in ("", "window"):
            continue
        for name in includes(path, '"'):
            page = home.get(os.path.basename(name), "")
            if page not in SHARED_PAGES | {page_of(path)}:
                yield f"{path} includes {name} of the page {page}: ask through an action"


def only_base_asks_for_the_time():
    for path in sources():
        if room_of(path) != "base":
            for match in CLOCKS.finditer(read(path)):
                yield f"{path} calls {match.group(1)}: the clock is in src/base"


run(
    only_the_store_knows_sqlite,
    only_sync_knows_postgresql,
    only_the_window_knows_gtk,
    rooms_include_what_they_may,
    pages_do_not_include_each_other,
    only_base_asks_for_the_time,
)
