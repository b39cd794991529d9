-- Schema 2: classes, who is in which class, and how a stage ended. Frozen: a released step is never edited.

CREATE TABLE fact_class (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT '',
  cohort INTEGER NOT NULL DEFAULT 0,
  number INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_class_by_subject ON fact_class (subject, day);
CREATE TRIGGER fact_class_is_never_changed BEFORE UPDATE OF id, act, subject, day, stage, cohort, number, kind ON fact_class
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_class_is_voided_once BEFORE UPDATE OF voided_by ON fact_class
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_class_is_never_deleted BEFORE DELETE ON fact_class
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_class_state (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  value TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_class_state_by_subject ON fact_class_state (subject, day);
CREATE TRIGGER fact_class_state_is_never_changed BEFORE UPDATE OF id, act, subject, day, value ON fact_class_state
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_class_state_is_voided_once BEFORE UPDATE OF voided_by ON fact_class_state
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_class_state_is_never_deleted BEFORE DELETE ON fact_class_state
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_class_profile (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  head_teacher TEXT NOT NULL DEFAULT '',
  capacity INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX fact_class_profile_by_subject ON fact_class_profile (subject, day);
CREATE TRIGGER fact_class_profile_is_never_changed BEFORE UPDATE OF id, act, subject, day, name, head_teacher, capacity ON fact_class_profile
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_class_profile_is_voided_once BEFORE UPDATE OF voided_by ON fact_class_profile
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_class_profile_is_never_deleted BEFORE DELETE ON fact_class_profile
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_placement (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  class INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX fact_placement_by_subject ON fact_placement (subject, day);
CREATE INDEX fact_placement_by_class ON fact_placement (class);
CREATE TRIGGER fact_placement_is_never_changed BEFORE UPDATE OF id, act, subject, day, class ON fact_placement
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_placement_is_voided_once BEFORE UPDATE OF voided_by ON fact_placement
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_placement_is_never_deleted BEFORE DELETE ON fact_placement
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_outcome (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  stage TEXT NOT NULL DEFAULT '',
  result TEXT NOT NULL DEFAULT '',
  certificate TEXT NOT NULL DEFAULT '',
  issued TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_outcome_by_subject ON fact_outcome (subject, day);
CREATE TRIGGER fact_outcome_is_never_changed BEFORE UPDATE OF id, act, subject, day, stage, result, certificate, issued ON fact_outcome
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_outcome_is_voided_once BEFORE UPDATE OF voided_by ON fact_outcome
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_outcome_is_never_deleted BEFORE DELETE ON fact_outcome
BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- What is true today of each class, computed from the facts like table student. A voided class stays, standing 0.
CREATE TABLE class (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL, -- newest act that touches the class
  standing INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  cohort INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  opened TEXT NOT NULL,
  closed TEXT NOT NULL DEFAULT '', -- first day on which it is closed, '' while it is not
  name TEXT NOT NULL DEFAULT '',
  head_teacher TEXT NOT NULL DEFAULT '',
  capacity INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The class of a child is one of table class, no longer a text: 0 = in none.
DROP INDEX student_by_order;
DROP INDEX student_by_filter;
ALTER TABLE student DROP COLUMN class;
ALTER TABLE student ADD COLUMN class INTEGER NOT NULL DEFAULT 0;
CREATE INDEX student_by_order ON student (sort_key, status, entry_year, stage, sex, ethnic_group, class);
CREATE INDEX student_by_filter ON student (status, entry_year, stage, sex, ethnic_group, class);
CREATE INDEX student_by_class ON student (class);
