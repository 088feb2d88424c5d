-- The first schema of a register. Dates are ISO text, times and durations minutes, instants UTC milliseconds, flags 0 and 1.
-- Constraints between tables only within one class or towards reference data: a machine may hold an instruction without
-- its adaptation (SYNC.md, "Storage"). `gone` is a row that was removed; it stays for history, undo and the hub.

-- Name and value of what the file as a whole knows of itself.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

-- Integer row numbers inside, 16-byte ids outside.
CREATE TABLE ident (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  entity INTEGER NOT NULL
) STRICT;

-- A sender is a person on this file; its changes are numbered without gaps.
CREATE TABLE sender (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length (uuid) = 16),
  staff INTEGER, -- NULL: the system
  last_seq INTEGER NOT NULL DEFAULT 0,
  acknowledged INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a person did: it groups changes; undo reverses an action.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  staff INTEGER,
  at INTEGER NOT NULL,
  reason TEXT,
  undoes INTEGER REFERENCES action (id)
) STRICT;

-- Before-images: what came after is the next change's before, or the row as it is. `base` is the change the writer had
-- seen, so that the changes of a unit hang together as a chain from the row's stamp back to its beginning.
CREATE TABLE change (
  sender INTEGER NOT NULL REFERENCES sender (id),
  seq INTEGER NOT NULL,
  action INTEGER NOT NULL REFERENCES action (id),
  entity INTEGER NOT NULL,
  row INTEGER NOT NULL, -- of a mark: its enrolment
  unit INTEGER NOT NULL, -- 0: the row as such
  day TEXT, -- of a mark
  activity INTEGER, -- of a mark
  part INTEGER, -- of a mark
  before ANY, -- NULL with unit 0: there was no row
  base_sender INTEGER,
  base_seq INTEGER,
  clock INTEGER NOT NULL, -- hybrid logical clock: 48 bits of milliseconds, 16 of a counter
  PRIMARY KEY (sender, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_of_action ON change (action);

-- The newest change of a unit; marks carry theirs in the row. A field without a stamp of its own has the row's.
CREATE TABLE stamp (
  row INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  sender INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (row, unit)
) STRICT, WITHOUT ROWID;

-- Who read, searched, printed, exported and changed; hash-chained, never undone.
CREATE TABLE access_log (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  staff INTEGER,
  participant INTEGER,
  class TEXT,
  act TEXT NOT NULL CHECK (act IN ('opened', 'listed', 'searched', 'printed', 'exported', 'changed')),
  reason TEXT,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX access_log_of_participant ON access_log (participant) WHERE participant IS NOT NULL;

-- Worked out from `participant` when it is written: the order of lists and the folded words that are searched.
CREATE TABLE person_name (
  participant INTEGER PRIMARY KEY,
  sort_key TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX person_name_in_order ON person_name (sort_key);
CREATE VIRTUAL TABLE person_search USING fts5 (words, prefix='1 2 3', detail=none, columnsize=0);

CREATE TABLE staff (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  name TEXT NOT NULL,
  login TEXT,
  phone TEXT,
  email TEXT,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE role_grant (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  staff INTEGER NOT NULL REFERENCES staff (id),
  role TEXT NOT NULL,
  workshop INTEGER REFERENCES workshop (id),
  activity_group INTEGER,
  site INTEGER REFERENCES site (id),
  from_day TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  deputy_for INTEGER REFERENCES staff (id),
  organisation INTEGER REFERENCES organisation (id),
  stand_in INTEGER NOT NULL DEFAULT 0 CHECK (stand_in IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX role_grant_of_activity_group ON role_grant (activity_group);

CREATE INDEX role_grant_of_staff ON role_grant (staff);

CREATE TABLE role_right (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  role TEXT NOT NULL,
  class TEXT NOT NULL,
  reach TEXT NOT NULL,
  write INTEGER NOT NULL DEFAULT 0 CHECK (write IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE site (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE organisation (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT,
  rank INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE contact (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  organisation INTEGER REFERENCES organisation (id),
  name TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE programme (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  version INTEGER,
  starts TEXT CHECK (starts GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends TEXT CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  target_days INTEGER,
  goal_percent INTEGER,
  follow_up_months TEXT,
  settings TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE workshop (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  site INTEGER REFERENCES site (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  capacity INTEGER,
  rank INTEGER,
  tasks TEXT,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE group_kind (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 10080),
  rank INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE place (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  site INTEGER REFERENCES site (id),
  name TEXT NOT NULL,
  capacity INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE attendance_status (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  letter_sv TEXT NOT NULL,
  letter_en TEXT NOT NULL,
  shape TEXT NOT NULL,
  counts_as TEXT NOT NULL,
  asks_reason INTEGER NOT NULL DEFAULT 0 CHECK (asks_reason IN (0, 1)),
  rank INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE outcome (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  reached INTEGER NOT NULL DEFAULT 0 CHECK (reached IN (0, 1)),
  at_closing INTEGER NOT NULL DEFAULT 0 CHECK (at_closing IN (0, 1)),
  at_follow_up INTEGER NOT NULL DEFAULT 0 CHECK (at_follow_up IN (0, 1)),
  sus_reason INTEGER,
  rank INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  kind TEXT NOT NULL,
  rank INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE indicator_set (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  version INTEGER,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  lowest INTEGER,
  highest INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  indicator_set INTEGER NOT NULL REFERENCES indicator_set (id),
  ordinal INTEGER NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  rated_by TEXT,
  anchors TEXT,
  belief INTEGER NOT NULL DEFAULT 0 CHECK (belief IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE commitment_kind (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  whose TEXT,
  due_from TEXT,
  due_days INTEGER,
  rank INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE adaptation_area (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  code TEXT NOT NULL,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  rank INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE catalogue_entry (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  area INTEGER REFERENCES adaptation_area (id),
  text TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE survey_count (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  question TEXT NOT NULL,
  period TEXT NOT NULL,
  choice TEXT NOT NULL,
  answers INTEGER NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE improvement (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  text TEXT NOT NULL,
  proposed TEXT CHECK (proposed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  tried_from TEXT CHECK (tried_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  result TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE closed_day (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  workshop INTEGER REFERENCES workshop (id),
  name TEXT,
  from_time INTEGER CHECK (from_time BETWEEN 0 AND 1440),
  to_time INTEGER CHECK (to_time BETWEEN 0 AND 1440),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE opening_hours (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  workshop INTEGER REFERENCES workshop (id),
  weekday INTEGER NOT NULL,
  opens INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1440),
  closes INTEGER NOT NULL CHECK (closes BETWEEN 0 AND 1440),
  from_day TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE activity_group (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  group_kind INTEGER NOT NULL REFERENCES group_kind (id),
  code TEXT NOT NULL,
  name TEXT,
  place INTEGER REFERENCES place (id),
  capacity INTEGER,
  rrule TEXT,
  first_day TEXT CHECK (first_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_day TEXT CHECK (last_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  starts INTEGER CHECK (starts BETWEEN 0 AND 1440),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 10080),
  next_line TEXT,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE group_leader (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  activity_group INTEGER NOT NULL REFERENCES activity_group (id),
  staff INTEGER NOT NULL REFERENCES staff (id),
  from_day TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX group_leader_of_activity_group ON group_leader (activity_group);

CREATE TABLE group_session_change (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  activity_group INTEGER NOT NULL REFERENCES activity_group (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL,
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  starts INTEGER CHECK (starts BETWEEN 0 AND 1440),
  place INTEGER REFERENCES place (id),
  leader INTEGER REFERENCES staff (id),
  reason TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX group_session_change_of_activity_group ON group_session_change (activity_group);

CREATE TABLE participant (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  case_no TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  birth_date TEXT CHECK (birth_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sex TEXT,
  personal_number TEXT,
  language TEXT,
  interpreter INTEGER NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1)),
  protected INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX participant_case_no ON participant (case_no);

CREATE TABLE contact_details (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  phone TEXT,
  emergency_name TEXT,
  emergency_phone TEXT,
  email TEXT,
  address TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX contact_details_of_participant ON contact_details (participant);

CREATE TABLE consent (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL REFERENCES participant (id),
  kind TEXT NOT NULL,
  recipient TEXT,
  what TEXT,
  form TEXT,
  given TEXT CHECK (given GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  withdrawn TEXT CHECK (withdrawn GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text_version TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX consent_of_participant ON consent (participant);

CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL REFERENCES participant (id),
  programme INTEGER REFERENCES programme (id),
  referral INTEGER,
  enrolled TEXT NOT NULL CHECK (enrolled GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  introduction_until TEXT CHECK (introduction_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  chosen_start TEXT,
  target TEXT CHECK (target GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extended_to TEXT CHECK (extended_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extension_reason TEXT,
  income_source TEXT,
  income_until TEXT CHECK (income_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  documented INTEGER NOT NULL DEFAULT 0 CHECK (documented IN (0, 1)),
  wished_place TEXT,
  closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome INTEGER REFERENCES outcome (id),
  next_step TEXT,
  reopened_from INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX enrolment_of_participant ON enrolment (participant);

CREATE TABLE case_worker (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL REFERENCES enrolment (id),
  staff INTEGER NOT NULL REFERENCES staff (id),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX case_worker_of_staff ON case_worker (staff);

CREATE INDEX case_worker_of_enrolment ON case_worker (enrolment);

CREATE TABLE referral (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  organisation INTEGER REFERENCES organisation (id),
  referrer INTEGER REFERENCES contact (id),
  received TEXT NOT NULL CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  study_visit TEXT CHECK (study_visit GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  papers TEXT,
  screening TEXT,
  internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1)),
  comes_back INTEGER NOT NULL DEFAULT 0 CHECK (comes_back IN (0, 1)),
  decision INTEGER REFERENCES decision (id),
  decided TEXT CHECK (decided GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX referral_of_participant ON referral (participant);

CREATE TABLE pause (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX pause_of_enrolment ON pause (enrolment);

CREATE TABLE external_place (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  employer TEXT NOT NULL,
  tasks TEXT,
  contact_name TEXT,
  contact_phone TEXT,
  capacity INTEGER,
  adaptations TEXT,
  free_from TEXT CHECK (free_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE placement (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  activity INTEGER NOT NULL,
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  weekly_minutes INTEGER CHECK (weekly_minutes BETWEEN 0 AND 10080),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX placement_of_enrolment ON placement (enrolment);

CREATE INDEX placement_of_activity ON placement (activity, to_day);

CREATE TABLE event (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  enrolment INTEGER,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL,
  parties TEXT,
  status TEXT,
  note TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX event_of_participant ON event (participant);

CREATE INDEX event_of_enrolment ON event (enrolment);

CREATE TABLE plan_slot (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  activity INTEGER NOT NULL,
  weekday INTEGER NOT NULL,
  from_time INTEGER NOT NULL CHECK (from_time BETWEEN 0 AND 1440),
  to_time INTEGER NOT NULL CHECK (to_time BETWEEN 0 AND 1440),
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_to TEXT CHECK (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX plan_slot_of_enrolment ON plan_slot (enrolment);


CREATE TABLE membership (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  activity_group INTEGER NOT NULL,
  enrolment INTEGER NOT NULL,
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  waiting INTEGER NOT NULL DEFAULT 0 CHECK (waiting IN (0, 1)),
  planned_sessions INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX membership_of_enrolment ON membership (enrolment);

CREATE INDEX membership_of_activity_group ON membership (activity_group);

CREATE TABLE booking (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  enrolment INTEGER,
  kind TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  starts INTEGER CHECK (starts BETWEEN 0 AND 1440),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 10080),
  staff INTEGER REFERENCES staff (id),
  place TEXT,
  status TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX booking_of_participant ON booking (participant);

CREATE INDEX booking_of_enrolment ON booking (enrolment);

CREATE TABLE mark (
  enrolment INTEGER NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  activity INTEGER NOT NULL,
  part INTEGER NOT NULL DEFAULT 0 CHECK (part IN (0, 1, 2)),
  status INTEGER REFERENCES attendance_status (id), -- NULL: cleared again; the row stays for its history
  minutes_late INTEGER CHECK (minutes_late BETWEEN 0 AND 1440),
  came INTEGER CHECK (came BETWEEN 0 AND 1440),
  left_at INTEGER CHECK (left_at BETWEEN 0 AND 1440),
  attended_minutes INTEGER CHECK (attended_minutes BETWEEN 0 AND 1440),
  planned_minutes INTEGER CHECK (planned_minutes BETWEEN 0 AND 1440),
  task TEXT,
  reason TEXT,
  note TEXT,
  sender INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (enrolment, day, activity, part)
) STRICT, WITHOUT ROWID;

-- Who was marked where on a day, and the key order that grouping a million marks by activity and month wants.
CREATE INDEX mark_of_activity ON mark (activity, day);

CREATE TABLE roster_week (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  activity INTEGER NOT NULL,
  week TEXT NOT NULL,
  closed_by INTEGER REFERENCES staff (id),
  closed_at INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE planned_absence (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT NOT NULL CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  from_time INTEGER CHECK (from_time BETWEEN 0 AND 1440),
  to_time INTEGER CHECK (to_time BETWEEN 0 AND 1440),
  status INTEGER REFERENCES attendance_status (id),
  told_by TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX planned_absence_of_enrolment ON planned_absence (enrolment);

CREATE TABLE seen (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  enrolment INTEGER,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id),
  agreed TEXT CHECK (agreed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX seen_of_participant ON seen (participant);

CREATE INDEX seen_of_enrolment ON seen (enrolment);

CREATE TABLE adaptation (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  area INTEGER REFERENCES adaptation_area (id),
  barrier TEXT,
  measure TEXT,
  aid_kind TEXT,
  aid_from TEXT,
  aid_applied TEXT CHECK (aid_applied GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  aid_received TEXT CHECK (aid_received GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  applies TEXT,
  activity INTEGER,
  status TEXT NOT NULL,
  tried_from TEXT CHECK (tried_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  in_place_from TEXT CHECK (in_place_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended TEXT CHECK (ended GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review_by TEXT CHECK (review_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  own_words TEXT,
  agreed_by TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX adaptation_of_enrolment ON adaptation (enrolment);

CREATE TABLE instruction (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  adaptation INTEGER,
  enrolment INTEGER NOT NULL,
  activity INTEGER,
  line TEXT NOT NULL,
  from_day TEXT CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX instruction_of_enrolment ON instruction (enrolment);

CREATE TABLE adaptation_review (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  adaptation INTEGER NOT NULL REFERENCES adaptation (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome TEXT,
  note TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE workshop_question (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  activity INTEGER NOT NULL,
  text TEXT NOT NULL,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  staff INTEGER REFERENCES staff (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX workshop_question_of_enrolment ON workshop_question (enrolment);

CREATE TABLE workshop_answer (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  workshop_question INTEGER NOT NULL REFERENCES workshop_question (id),
  answer TEXT NOT NULL,
  text TEXT,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  staff INTEGER REFERENCES staff (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE rating (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rater TEXT NOT NULL,
  value INTEGER NOT NULL,
  note TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX rating_of_enrolment ON rating (enrolment);

CREATE TABLE part_goal (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  text TEXT NOT NULL,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reached TEXT CHECK (reached GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  workshop_line TEXT,
  activity INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX part_goal_of_enrolment ON part_goal (enrolment);

CREATE TABLE journal_entry (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  enrolment INTEGER,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 10080),
  attendees TEXT,
  text TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id),
  signed INTEGER,
  replaces INTEGER REFERENCES journal_entry (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX journal_entry_of_participant ON journal_entry (participant);

CREATE INDEX journal_entry_of_enrolment ON journal_entry (enrolment);

CREATE TABLE parallel_support (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  kind TEXT NOT NULL,
  provider TEXT,
  applied TEXT CHECK (applied GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  started TEXT CHECK (started GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended TEXT CHECK (ended GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX parallel_support_of_enrolment ON parallel_support (enrolment);

CREATE TABLE task (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  kind TEXT NOT NULL,
  text TEXT,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  whose INTEGER REFERENCES staff (id),
  done TEXT CHECK (done GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  participant INTEGER,
  made_by INTEGER REFERENCES staff (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX task_of_participant ON task (participant);

CREATE TABLE commitment (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  commitment_kind INTEGER NOT NULL REFERENCES commitment_kind (id),
  ordinal INTEGER NOT NULL,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  whose TEXT,
  done TEXT CHECK (done GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX commitment_of_enrolment ON commitment (enrolment);

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  months INTEGER NOT NULL,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  asked TEXT CHECK (asked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answered TEXT CHECK (answered GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  result INTEGER REFERENCES outcome (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX follow_up_of_enrolment ON follow_up (enrolment);

CREATE TABLE document (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  enrolment INTEGER,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  text TEXT,
  sent_to TEXT,
  at INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX document_of_participant ON document (participant);

CREATE INDEX document_of_enrolment ON document (enrolment);

CREATE TABLE joint_plan (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  met TEXT NOT NULL CHECK (met GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX joint_plan_of_enrolment ON joint_plan (enrolment);

CREATE TABLE joint_activity (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  joint_plan INTEGER NOT NULL REFERENCES joint_plan (id),
  text TEXT NOT NULL,
  months INTEGER,
  result TEXT,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE erasure (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  subject INTEGER NOT NULL,
  decided TEXT NOT NULL CHECK (decided GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reference TEXT NOT NULL,
  decided_by INTEGER REFERENCES staff (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE counted_case (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  programme INTEGER REFERENCES programme (id),
  year INTEGER NOT NULL,
  sex TEXT,
  young INTEGER NOT NULL DEFAULT 0 CHECK (young IN (0, 1)),
  organisation INTEGER REFERENCES organisation (id),
  outcome INTEGER REFERENCES outcome (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE TABLE named_access (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  staff INTEGER NOT NULL REFERENCES staff (id),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  to_day TEXT CHECK (to_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT,
  exceptional INTEGER NOT NULL DEFAULT 0 CHECK (exceptional IN (0, 1)),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX named_access_of_participant ON named_access (participant);

CREATE TABLE alias (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  participant INTEGER NOT NULL,
  activity INTEGER,
  alias TEXT NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX alias_of_participant ON alias (participant);
