-- What adaptations need beside what is recorded already: a work aid follows its person, who reviewed, what is proven.

ALTER TABLE adaptation ADD COLUMN made TEXT CHECK (made GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE adaptation ADD COLUMN aid_carrier TEXT; -- who brings the work aid to a new place, before the first day there
CREATE INDEX adaptation_to_review ON adaptation (review_by)
  WHERE gone = 0 AND status IN ('proposed', 'on_trial', 'in_place');

ALTER TABLE adaptation_review ADD COLUMN staff INTEGER REFERENCES staff (id);
CREATE INDEX review_of_adaptation ON adaptation_review (adaptation);

CREATE INDEX instruction_of_adaptation ON instruction (adaptation);
ALTER TABLE instruction ADD COLUMN waits INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1)); -- written, not in force

ALTER TABLE workshop_question ADD COLUMN instruction INTEGER; -- of a trial: whether this line helps
CREATE INDEX workshop_question_in ON workshop_question (activity) WHERE gone = 0;
CREATE INDEX workshop_answer_of ON workshop_answer (workshop_question);

ALTER TABLE catalogue_entry ADD COLUMN line TEXT; -- what the workshop is told then
