-- What progression needs: sets of indicators in versions, who wrote a rating and when, talks by agenda, drafts of a form.

-- 'scale' or 'agenda': areas to talk about, with notes and without values
ALTER TABLE indicator_set ADD COLUMN kind TEXT NOT NULL DEFAULT 'scale';
ALTER TABLE indicator_set ADD COLUMN every_days INTEGER CHECK (every_days > 0); -- a new talk is due after so many days
ALTER TABLE indicator_set ADD COLUMN rank INTEGER;
ALTER TABLE indicator_set ADD COLUMN replaces INTEGER REFERENCES indicator_set (id); -- the version before

ALTER TABLE indicator ADD COLUMN anchors_sv TEXT;
ALTER TABLE indicator ADD COLUMN anchors_en TEXT;
ALTER TABLE indicator ADD COLUMN languages TEXT; -- further languages: lines "so=…" and "so.anchors=…;…"
ALTER TABLE indicator ADD COLUMN continues INTEGER REFERENCES indicator (id); -- the same question in the version before
UPDATE indicator SET anchors_en = anchors;

ALTER TABLE rating ADD COLUMN given INTEGER; -- when it was written: of two of one day the later one counts
ALTER TABLE rating ADD COLUMN staff INTEGER REFERENCES staff (id);

ALTER TABLE seen ADD COLUMN replaces INTEGER REFERENCES seen (id);

-- What was said in a talk about an area of an agenda; as a journal it is only added to.
CREATE TABLE area_note (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  enrolment INTEGER NOT NULL,
  indicator INTEGER NOT NULL REFERENCES indicator (id),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL,
  staff INTEGER REFERENCES staff (id),
  given INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;
CREATE INDEX area_note_of_enrolment ON area_note (enrolment);

-- A form that is not finished, on this machine only: nobody reads it but who began it.
CREATE TABLE rating_draft (
  enrolment INTEGER NOT NULL,
  indicator_set INTEGER NOT NULL,
  staff INTEGER NOT NULL, -- 0: the file's owner
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answers TEXT NOT NULL,
  written INTEGER NOT NULL,
  PRIMARY KEY (enrolment, indicator_set, staff)
) STRICT, WITHOUT ROWID;
