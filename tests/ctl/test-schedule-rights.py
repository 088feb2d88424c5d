"""A peer mentor by every way in: every role sees the whole week of all groups; names, phones, own talks and attendance are for
those who lead a group, and nothing more of anybody comes out anywhere."""

import os
import sqlite3
import subprocess
import tempfile
import uuid

from ctl import PROGRAM, Register, environment, equal, expect, run

FORMATS = ("text", "csv", "json")
SAMIR, ZLATKO = "Samir Sandberg", "Zlatko Holmgren"
made = None


def demo():
    """A demonstration in which texts that a mentor must never read are words that nobody else writes. It is only read."""
    global made
    if made is not None:
        return made
    made = Register(tempfile.mkdtemp(prefix="framsteg-mentor-"))
    made("demo", "--participants", "120", "--years", "2")
    base = sqlite3.connect(made.path)
    for table, column in (("journal_entry", "text"), ("adaptation", "barrier"), ("adaptation", "measure"), ("instruction", "line"),
                          ("event", "note"), ("contact_details", "email"), ("contact_details", "address"),
                          ("contact_details", "emergency_name"), ("contact_details", "emergency_phone"),
                          ("enrolment", "main_goal"), ("enrolment", "extension_reason"), ("part_goal", "text"),
                          ("task", "text"), ("rating", "note")):
        try:
            base.execute(f"UPDATE {table} SET {column} = 'HEMLIGT{table}{column}' WHERE {column} IS NOT NULL")
        except sqlite3.IntegrityError:
            pass  # what cannot be written there cannot be read there
    base.commit()
    base.close()
    return made


def row_of(register, name):
    return register.query("SELECT id FROM staff WHERE name = ?", name)[0][0]


def groups_led(register, name):
    return {code for code, in register.query(
        """SELECT g.code FROM activity_group g WHERE g.gone = 0 AND (EXISTS (SELECT 1 FROM group_leader l WHERE l.activity_group = g.id
             AND l.staff = ?1 AND l.gone = 0 AND ifnull (l.from_day, '') <= '2026-11-19' AND ifnull (l.to_day, '9') >= '2026-10-13')
           OR EXISTS (SELECT 1 FROM role_grant r WHERE r.activity_group = g.id AND r.staff = ?1 AND r.gone = 0
             AND ifnull (r.from_day, '') <= '2026-11-12' AND ifnull (r.to_day, '9') >= '2026-11-12')
           OR EXISTS (SELECT 1 FROM group_session_change c WHERE c.activity_group = g.id AND c.leader = ?1 AND c.gone = 0
             AND c.kind <> 'cancelled' AND ifnull (c.to_day, c.day) IN ('2026-11-12', '2026-11-11')))""", row_of(register, name))}


def people_of(register, codes):
    """Who is in these groups, waits there, left less than thirty days ago or comes within seven."""
    marks = ", ".join("?" for _ in codes)
    return {case for case, in register.query(
        f"""SELECT DISTINCT p.case_no FROM membership m JOIN activity_group g ON g.id = m.activity_group
            JOIN enrolment e ON e.id = m.enrolment JOIN participant p ON p.id = e.participant WHERE m.gone = 0 AND g.code IN ({marks})
            AND m.from_day <= '2026-11-19' AND ifnull (m.to_day, '9') >= '2026-10-13'
            AND p.protected = 0""", *sorted(codes))}


def people_of_workshops(register, name):
    return {case for case, in register.query(
        """SELECT DISTINCT p.case_no FROM role_grant r JOIN placement t ON t.activity = r.workshop JOIN enrolment e ON e.id = t.enrolment
           JOIN participant p ON p.id = e.participant WHERE r.staff = ? AND r.gone = 0 AND t.gone = 0
           AND t.from_day <= '2026-11-19' AND ifnull (t.to_day, '9') >= '2026-10-13' AND p.protected = 0""", row_of(register, name))}


def ways(register, case):
    """Every command that prints something of people or of groups."""
    groups = [code for code, in register.query("SELECT code FROM activity_group WHERE gone = 0 AND ifnull (last_day, '9') > '2026-10-01'")]
    yield from (["participants"], ["participants", "--search", "a"], ["show", case], ["timeline", case], ["plan", case],
                ["progression", case], ["journal", case], ["journal", case, "--search", "HEMLIGT"], ["support", case], ["seen", case],
                ["seen"], ["gaps"], ["gaps", "--seams"], ["commitments"], ["tasks"], ["rosters"], ["places"], ["log"],
                ["log", "--participant", case], ["absence", case], ["staff"], ["workshops"], ["adaptations", case], ["adaptations"],
                ["questions"], ["proven"], ["own-week", case], ["schedule"], ["schedule", "--from", "2026-09-01", "--to", "2027-01-31"],
                ["schedule", "--participant", case], ["groups"], ["roster", "snickeri"], ["week", "snickeri"], ["capacity"])
    for code in groups[:12]:
        yield ["roster", code]
        yield ["week", code]


def told(register, words, name, form, now="2026-11-12T09:00"):
    done = subprocess.run([PROGRAM, "--register", register.path, "--as", name, "--now", now, "--format", form, *words],
                          capture_output=True, env=environment(), timeout=600)
    expect(done.returncode in (0, 1, 2), f"{name} {words}: ended with {done.returncode}")
    return done.stdout.decode() + done.stderr.decode()


def refused(register, words, name, now="2026-11-12T09:00"):
    done = subprocess.run([PROGRAM, "--register", register.path, "--as", name, "--now", now, *words], capture_output=True,
                          env=environment(), timeout=600)
    return done.returncode == 1


def named(register):
    """Names by case number, without those that two people have or somebody who works there."""
    rows = register.query("SELECT case_no, given_name || ' ' || family_name FROM participant")
    names = [name for _, name in rows] + [name for name, in register.query("SELECT name FROM staff")]
    return {case: name if names.count(name) == 1 else None for case, name in rows}


def a_mentor_is_told_of_nobody_outside_the_own_groups(folder):
    register, names = demo(), named(demo())
    own = people_of(register, groups_led(register, SAMIR)) | people_of_workshops(register, SAMIR)
    others = {case: name for case, name in names.items() if case not in own}
    expect(len(own) > 5 and len(others) > 30, f"{len(own)} own and {len(others)} others")
    stranger, member = sorted(others)[-1], sorted(people_of(register, groups_led(register, SAMIR)) - people_of_workshops(register, SAMIR))[0]
    for form in FORMATS:
        for case in (stranger, member):
            for words in ways(register, case):
                said = told(register, words, SAMIR, form)
                for other, name in others.items():
                    expect(other not in said or other in words, f"{words} as {form} tells of {other}:\n{said[:400]}")
                    expect(name is None or name not in said, f"{words} as {form} tells of {name}:\n{said[:400]}")


def of_a_member_name_phone_and_attendance_in_own_groups(folder):
    register = demo()
    led = groups_led(register, SAMIR)
    only = sorted(people_of(register, led) - people_of_workshops(register, SAMIR))
    expect(len(only) > 5, "there are some whom the mentor has in groups alone")
    for case in only:
        record = register.json("show", case, as_=SAMIR)
        expect(record["name"], "the name is there")
        for field in ("sex", "birth_date", "organisation", "workshops", "case_workers"):
            expect(not record.get(field), f"{field} of {case}: {record.get(field)!r}")
        for mark in record["marks"]:
            expect(mark["activity"] in led, f"{case} was marked in {mark['activity']}")
        for stay in record["stays"]:
            expect(stay["activity"] in led, f"{case} is in {stay['activity']}")
        said = "".join(told(register, words, SAMIR, form) for words in (["plan", case], ["timeline", case]) for form in FORMATS)
        expect("Target day" not in said and "phase" not in said.lower(), f"{case}: {said}")
    rows = {row["case"]: row for row in register.csv("participants", as_=SAMIR)}
    for case in only:
        equal((rows[case]["birth_date"], rows[case]["sex"], rows[case]["workshops"]), ("", "", ""), f"row of {case}")


def no_text_about_anybody_comes_out(folder):
    register = demo()
    for case in sorted(people_of(register, groups_led(register, SAMIR)) - people_of_workshops(register, SAMIR))[:3]:
        for form in FORMATS:
            for words in ways(register, case):
                said = told(register, words, SAMIR, form).replace("“HEMLIGT”", "")
                expect("HEMLIGT" not in said or words[0] in ("rosters",), f"{words} as {form}: {said[said.find('HEMLIGT') - 200:][:400]}")


def every_role_sees_the_whole_week(folder):
    register = demo()
    wanted = register.csv("schedule")
    expect(len(wanted) > 5, "there is a week")
    for role in ("activity_leader", "occupational_therapist", "peer_mentor", "case_worker", "place_finder", "liaison", "manager",
                 "administrator"):
        name = next(row["name"] for row in register.csv("staff") if role in row["roles"])
        equal(register.csv("schedule", as_=name), wanted, f"what the {role} sees")


def small_group(folder):
    """One group on Thursdays with one member; Mia leads it by being written down, Nils steps in, Eva has no part in it."""
    register = Register(folder)
    register("init")
    for name, login in (("Mia Nord", "mia"), ("Nils Ek", "nils"), ("Eva Lind", "eva")):
        register("add", "staff", name, "--login", login, "--role", "peer_mentor")
    case = register("add", "participant", "--given", "Amina", "--family", "Hassan", "--enrolled", "2026-09-01", "--phone", "0701").out.strip()
    base = sqlite3.connect(register.path)

    def put(sql, *values):
        row = base.execute("SELECT max (id) + 1 FROM ident").fetchone()[0]
        base.execute("INSERT INTO ident VALUES (?, ?, 0)", (row, uuid.uuid4().bytes))
        base.execute(sql, (row, *values))
        return row

    kind, = base.execute("SELECT id FROM group_kind WHERE code = 'redo'").fetchone()
    enrolment, = base.execute("SELECT id FROM enrolment").fetchone()
    staff = dict(base.execute("SELECT login, id FROM staff"))
    group = put("INSERT INTO activity_group (id, group_kind, code, rrule, first_day, starts, minutes)"
                " VALUES (?, ?, 'R-1', 'FREQ=WEEKLY;BYDAY=TH', '2026-09-03', 540, 120)", kind)
    put("INSERT INTO group_leader (id, activity_group, staff, from_day, to_day) VALUES (?, ?, ?, '2026-09-03', '2026-11-12')", group, staff["mia"])
    put("INSERT INTO group_session_change (id, activity_group, day, kind, leader) VALUES (?, ?, '2026-11-19', 'kept', ?)", group, staff["nils"])
    put("INSERT INTO membership (id, activity_group, enrolment, from_day) VALUES (?, ?, ?, '2026-09-03')", group, enrolment)
    base.commit()
    base.close()
    return register, case


def made_file(register, words, name, folder, ending):
    """What is in the file that a command writes; nothing where it is refused."""
    path = os.path.join(folder, "file" + ending)
    done = subprocess.run([PROGRAM, "--register", register.path, "--as", name, *words, path], capture_output=True, env=environment(),
                          timeout=600)
    expect((done.returncode == 0) == os.path.exists(path), f"{words}: a refusal leaves no file")
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        content = file.read().decode("utf-8", "replace")
    os.unlink(path)
    return content


def files_have_nobody_in_them_either(folder):
    register, case = small_group(folder)
    for name, leads in (("mia", True), ("eva", False)):
        equal(made_file(register, ["document", "members", "R-1", "--output"], name, folder, ".svg") is not None, leads,
              f"the list for signatures for {name}")
        equal(made_file(register, ["document", "invitation", "R-1", "--participant", case, "--output"], name, folder, ".svg") is not None,
              leads, f"an invitation with a name for {name}")
        equal(made_file(register, ["schedule", "--participant", case, "--ics"], name, folder, ".ics") is not None, leads,
              f"a participant's calendar for {name}")
        for words, ending in ((["schedule", "--group", "R-1", "--ics"], ".ics"), (["schedule", "--leader", "mia", "--ics"], ".ics"),
                              (["draw", "week", "--output"], ".svg")):
            content = made_file(register, words, name, folder, ending)
            expect(content, f"{words} is for everybody")
            expect("Amina" not in content and "Hassan" not in content and case not in content, f"{words} for {name}")
    cancel = ["group", "cancel", "R-1", "2026-11-26", "--scope=this", "--reason=Huset är stängt"]
    expect(refused(register, cancel, "eva"), "nobody else changes the group")
    register(*cancel, as_="mia")


def being_written_down_as_leader_is_enough(folder):
    register, case = small_group(folder)
    expect("Amina Hassan" in told(register, ["roster", "R-1"], "mia", "csv"), "the leader has the roster")
    register("mark", "R-1", case, "present", as_="mia")
    expect(refused(register, ["roster", "R-1"], "eva"), "somebody else has not")
    expect(refused(register, ["mark", "R-1", case, "absent"], "eva"), "nor marks")
    expect("Amina" not in told(register, ["participants"], "eva", "csv"), "nor is told who there is")


def thirty_days_after_leading_the_members_are_strangers(folder):
    register, case = small_group(folder)
    expect("Amina Hassan" in told(register, ["roster", "R-1", "--date", "2026-11-12"], "mia", "csv", "2026-12-12T09:00"), "thirty days after")
    expect(refused(register, ["roster", "R-1", "--date", "2026-11-12"], "mia", "2026-12-13T09:00"), "thirty-one days after")
    expect("Amina" not in told(register, ["participants"], "mia", "csv", "2026-12-13T09:00"), "nor in a list")


def a_substitute_has_the_day_and_the_day_after(folder):
    register, case = small_group(folder)
    for day, has in (("2026-11-18", False), ("2026-11-19", True), ("2026-11-20", True), ("2026-11-21", False)):
        equal(not refused(register, ["roster", "R-1", "--date", "2026-11-19"], "nils", f"{day}T09:00"), has, f"the roster on {day}")
        equal("Amina" in told(register, ["participants"], "nils", "csv", f"{day}T09:00"), has, f"the name on {day}")


def a_protected_person_is_a_bare_row_for_the_leader(folder):
    register, case = small_group(folder)
    register.set("UPDATE participant SET protected = 1")
    for words in (["roster", "R-1"], ["week", "R-1"], ["participants"], ["schedule"], ["show", case], ["own-week", case],
                  ["schedule", "--participant", case], ["numbers", case]):
        for form in FORMATS:
            said = told(register, words, "mia", form)
            expect("Amina" not in said and "Hassan" not in said and "0701" not in said, f"{words} as {form}: {said}")
    expect(refused(register, ["schedule", "--participant", case], "mia"), "nor the week of one's own")


run(a_mentor_is_told_of_nobody_outside_the_own_groups, of_a_member_name_phone_and_attendance_in_own_groups,
    no_text_about_anybody_comes_out, every_role_sees_the_whole_week, files_have_nobody_in_them_either,
    being_written_down_as_leader_is_enough,
    thirty_days_after_leading_the_members_are_strangers, a_substitute_has_the_day_and_the_day_after,
    a_protected_person_is_a_bare_row_for_the_leader)
