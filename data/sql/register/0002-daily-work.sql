-- What a day at a roster needs beside the marks: tasks that are seen, first-day cards, who stands in, PINs.

ALTER TABLE task ADD COLUMN seen TEXT CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE task ADD COLUMN made TEXT CHECK (made GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE task ADD COLUMN activity INTEGER;
CREATE INDEX task_of_person ON task (whose, done);
CREATE INDEX task_of_maker ON task (made_by, done);

-- the first-day card: who greets, which tool, when coffee
ALTER TABLE workshop ADD COLUMN greets TEXT;
ALTER TABLE workshop ADD COLUMN first_tool TEXT;
ALTER TABLE workshop ADD COLUMN coffee TEXT;
-- what is worked on, in Swedish; tasks has it in English
ALTER TABLE workshop ADD COLUMN tasks_sv TEXT;

-- "I stand in here today"
CREATE TABLE stand_in (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  staff INTEGER NOT NULL REFERENCES staff (id),
  workshop INTEGER NOT NULL REFERENCES workshop (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;
CREATE INDEX stand_in_of_staff ON stand_in (staff, day);

CREATE INDEX roster_week_of_activity ON roster_week (activity, week);

-- PINs of a shared computer stay on it: no change is written of them and none is synced
CREATE TABLE pin (
  staff INTEGER PRIMARY KEY REFERENCES staff (id),
  hash TEXT NOT NULL,
  wrong INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER NOT NULL DEFAULT 0 -- UTC milliseconds
) STRICT;
