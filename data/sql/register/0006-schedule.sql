-- What the group schedule needs: courses, series that change from a day on, remarks about a session.

-- a course: so many sessions are held; days off and sessions that are called off do not count
ALTER TABLE activity_group ADD COLUMN sessions INTEGER CHECK (sessions > 0);
ALTER TABLE activity_group ADD COLUMN meets TEXT; -- for the invitation slip: who meets you, and where

-- a kind that is a course: so many sessions a new group of it usually has
ALTER TABLE group_kind ADD COLUMN sessions INTEGER CHECK (sessions > 0);

-- From a day on the sessions are otherwise; what a step leaves out is as it was before.
CREATE TABLE group_step (
  id INTEGER PRIMARY KEY REFERENCES ident (id),
  activity_group INTEGER NOT NULL REFERENCES activity_group (id),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rrule TEXT, -- counted from from_day
  starts INTEGER CHECK (starts BETWEEN 0 AND 1440),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 10080),
  place INTEGER REFERENCES place (id),
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT;
CREATE INDEX group_step_of_activity_group ON group_step (activity_group);

ALTER TABLE group_session_change ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 1 AND 1440);
ALTER TABLE group_session_change ADD COLUMN remark TEXT; -- about the session, never about a person
CREATE INDEX group_session_change_of_leader ON group_session_change (leader) WHERE leader IS NOT NULL;

CREATE INDEX group_leader_of_staff ON group_leader (staff);
