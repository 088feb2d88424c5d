-- What the way of a participant needs beside what is recorded already: the plan's goal, talks that are booked and written
-- down, waiting for support, places outside the house.

ALTER TABLE enrolment ADD COLUMN main_goal TEXT;
ALTER TABLE enrolment ADD COLUMN next_step_from TEXT -- when the next step begins
  CHECK (next_step_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
-- somebody was to come back, and did: not the same as going round (rundgång)
ALTER TABLE referral ADD COLUMN planned_return INTEGER NOT NULL DEFAULT 0 CHECK (planned_return IN (0, 1));

ALTER TABLE booking ADD COLUMN parties TEXT;
ALTER TABLE booking ADD COLUMN interpreter INTEGER NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1));
CREATE INDEX booking_of_staff ON booking (staff, day);

ALTER TABLE journal_entry ADD COLUMN interpreter INTEGER NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1));
ALTER TABLE journal_entry ADD COLUMN booking INTEGER; -- the next one, made in the same talk
ALTER TABLE journal_entry ADD COLUMN by_ot INTEGER NOT NULL DEFAULT 0 CHECK (by_ot IN (0, 1));
ALTER TABLE journal_entry ADD COLUMN begun INTEGER; -- when its first words were written: it signs itself at the next midnight
CREATE INDEX journal_entry_unsigned ON journal_entry (participant) WHERE signed IS NULL;

ALTER TABLE parallel_support ADD COLUMN waiting_since TEXT
  CHECK (waiting_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE parallel_support ADD COLUMN text TEXT;

ALTER TABLE external_place ADD COLUMN field TEXT; -- codes of kinds of work, ";" between
ALTER TABLE external_place ADD COLUMN areas TEXT; -- codes of areas in which adaptations are possible, ";" between
ALTER TABLE external_place ADD COLUMN contact_email TEXT;
ALTER TABLE external_place ADD COLUMN address TEXT;
ALTER TABLE external_place ADD COLUMN note TEXT;

ALTER TABLE document ADD COLUMN approved TEXT
  CHECK (approved GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE document ADD COLUMN staff INTEGER REFERENCES staff (id);

ALTER TABLE commitment ADD COLUMN note TEXT;
-- what is promised regularly, and the recorded fact that shows it to be done; registers made before learn it here
ALTER TABLE commitment_kind ADD COLUMN every_days INTEGER CHECK (every_days > 0);
ALTER TABLE commitment_kind ADD COLUMN done_by TEXT;
UPDATE commitment_kind SET every_days = due_days WHERE code IN ('contact', 'training_follow_up') AND due_days > 0;
UPDATE commitment_kind SET done_by = CASE code WHEN 'papers' THEN 'papers' WHEN 'study_visit' THEN 'study_visit'
    WHEN 'contact' THEN 'contact' WHEN 'handover' THEN 'handover' WHEN 'training_follow_up' THEN 'follow_up'
    WHEN 'parallel_steps' THEN 'support' WHEN 'takeover' THEN 'handover' WHEN 'final_document' THEN 'final_document'
    WHEN 'report_three_months' THEN 'report' END;
CREATE INDEX commitment_open ON commitment (done, due);
