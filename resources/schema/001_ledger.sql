-- Schema 1 of a register. Frozen: a released step is never edited; a change is a new numbered step.
-- Texts are never NULL: '' means not given. Days are yyyy-MM-dd, moments ISO 8601 in UTC with milliseconds.

CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL -- JSON
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  added TEXT NOT NULL,
  removed TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE UNIQUE INDEX user_active_name ON user (name) WHERE removed = '';

-- The ledger: acts, and what they did as dated facts. Rows are inserted; only voided_by changes, once.

CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  made TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES user (id),
  source TEXT NOT NULL DEFAULT '',
  source_hash BLOB NOT NULL,
  count INTEGER NOT NULL,
  undoes INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TRIGGER batch_is_never_changed BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER batch_is_never_deleted BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  entered TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES user (id),
  batch INTEGER NOT NULL DEFAULT 0,
  refers INTEGER NOT NULL DEFAULT 0, -- void: the act it voids; redate: the enrolment it moves; done again: the voided act
  ground TEXT NOT NULL DEFAULT '',
  rule_sets TEXT NOT NULL DEFAULT '',
  findings TEXT NOT NULL DEFAULT '[]',   -- JSON
  exceptions TEXT NOT NULL DEFAULT '[]', -- JSON
  papers TEXT NOT NULL DEFAULT '[]'      -- JSON
) STRICT;
CREATE INDEX act_by_subject ON act (subject, subject_kind);
CREATE INDEX act_by_batch ON act (batch) WHERE batch <> 0;
CREATE UNIQUE INDEX act_by_voided ON act (refers) WHERE kind = 'void';
CREATE TRIGGER act_is_never_changed BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER act_is_never_deleted BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- day: the first day on which the row holds, '' = from the beginning.

CREATE TABLE fact_enrolment (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  school TEXT NOT NULL DEFAULT '',
  stage TEXT NOT NULL DEFAULT '',
  cohort INTEGER NOT NULL DEFAULT 0,
  entry_month TEXT NOT NULL DEFAULT '',
  entry_mode TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_enrolment_by_subject ON fact_enrolment (subject, day);
CREATE TRIGGER fact_enrolment_is_never_changed BEFORE UPDATE OF id, act, subject, day, school, stage, cohort, entry_month, entry_mode ON fact_enrolment
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_enrolment_is_voided_once BEFORE UPDATE OF voided_by ON fact_enrolment
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_enrolment_is_never_deleted BEFORE DELETE ON fact_enrolment
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_status (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  value TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_status_by_subject ON fact_status (subject, day);
CREATE TRIGGER fact_status_is_never_changed BEFORE UPDATE OF id, act, subject, day, value ON fact_status
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_status_is_voided_once BEFORE UPDATE OF voided_by ON fact_status
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_status_is_never_deleted BEFORE DELETE ON fact_status
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_number (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  value TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_number_by_subject ON fact_number (subject, day);
CREATE INDEX fact_number_by_value ON fact_number (value);
CREATE TRIGGER fact_number_is_never_changed BEFORE UPDATE OF id, act, subject, day, value, source ON fact_number
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_number_is_voided_once BEFORE UPDATE OF voided_by ON fact_number
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_number_is_never_deleted BEFORE DELETE ON fact_number
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_name (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  value TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_name_by_subject ON fact_name (subject, day);
CREATE TRIGGER fact_name_is_never_changed BEFORE UPDATE OF id, act, subject, day, value ON fact_name
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_name_is_voided_once BEFORE UPDATE OF voided_by ON fact_name
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_name_is_never_deleted BEFORE DELETE ON fact_name
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_reading (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  full TEXT NOT NULL DEFAULT '',
  initials TEXT NOT NULL DEFAULT '',
  by_person INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX fact_reading_by_subject ON fact_reading (subject, day);
CREATE TRIGGER fact_reading_is_never_changed BEFORE UPDATE OF id, act, subject, day, full, initials, by_person ON fact_reading
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_reading_is_voided_once BEFORE UPDATE OF voided_by ON fact_reading
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_reading_is_never_deleted BEFORE DELETE ON fact_reading
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_document (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  type TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_document_by_subject ON fact_document (subject, day);
CREATE INDEX fact_document_by_number ON fact_document (number);
CREATE TRIGGER fact_document_is_never_changed BEFORE UPDATE OF id, act, subject, day, type, number ON fact_document
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_document_is_voided_once BEFORE UPDATE OF voided_by ON fact_document
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_document_is_never_deleted BEFORE DELETE ON fact_document
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_item (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  items TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_item_by_subject ON fact_item (subject, day);
CREATE TRIGGER fact_item_is_never_changed BEFORE UPDATE OF id, act, subject, day, items ON fact_item
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_item_is_voided_once BEFORE UPDATE OF voided_by ON fact_item
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_item_is_never_deleted BEFORE DELETE ON fact_item
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_paper (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT '',
  issued TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  withdraws INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX fact_paper_by_subject ON fact_paper (subject, day);
CREATE TRIGGER fact_paper_is_never_changed BEFORE UPDATE OF id, act, subject, day, kind, number, issuer, level, issued, note, withdraws ON fact_paper
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_paper_is_voided_once BEFORE UPDATE OF voided_by ON fact_paper
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_paper_is_never_deleted BEFORE DELETE ON fact_paper
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_school_profile (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  content TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_school_profile_by_subject ON fact_school_profile (subject, day);
CREATE TRIGGER fact_school_profile_is_never_changed BEFORE UPDATE OF id, act, subject, day, content ON fact_school_profile
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_school_profile_is_voided_once BEFORE UPDATE OF voided_by ON fact_school_profile
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_school_profile_is_never_deleted BEFORE DELETE ON fact_school_profile
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_school_stages (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  content TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_school_stages_by_subject ON fact_school_stages (subject, day);
CREATE TRIGGER fact_school_stages_is_never_changed BEFORE UPDATE OF id, act, subject, day, content ON fact_school_stages
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_school_stages_is_voided_once BEFORE UPDATE OF voided_by ON fact_school_stages
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_school_stages_is_never_deleted BEFORE DELETE ON fact_school_stages
BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE fact_school_rules (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id),
  voided_by INTEGER NOT NULL DEFAULT 0,
  subject INTEGER NOT NULL,
  day TEXT NOT NULL,
  county TEXT NOT NULL DEFAULT '',
  school TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fact_school_rules_by_subject ON fact_school_rules (subject, day);
CREATE TRIGGER fact_school_rules_is_never_changed BEFORE UPDATE OF id, act, subject, day, county, school ON fact_school_rules
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_school_rules_is_voided_once BEFORE UPDATE OF voided_by ON fact_school_rules
WHEN old.voided_by <> 0 OR new.voided_by <= 0
BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER fact_school_rules_is_never_deleted BEFORE DELETE ON fact_school_rules
BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- What is true today: computed from the facts. sort_key: bytes in the order of people's names; *_folded: as searched by.
CREATE TABLE student (
  id INTEGER PRIMARY KEY,
  revision INTEGER NOT NULL, -- newest act that touches the child
  status TEXT NOT NULL,
  entry_year INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  enrolled_on TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  former_folded TEXT NOT NULL,
  pinyin_folded TEXT NOT NULL,
  sort_key BLOB NOT NULL,
  name TEXT NOT NULL DEFAULT '',
  sex TEXT NOT NULL DEFAULT '',
  birth_date TEXT NOT NULL DEFAULT '',
  birth_place TEXT NOT NULL DEFAULT '',
  ancestral_place TEXT NOT NULL DEFAULT '',
  ethnic_group TEXT NOT NULL DEFAULT '',
  nationality TEXT NOT NULL DEFAULT '',
  id_document_type TEXT NOT NULL DEFAULT '',
  id_document_number TEXT NOT NULL DEFAULT '',
  overseas_status TEXT NOT NULL DEFAULT '',
  political_status TEXT NOT NULL DEFAULT '',
  health TEXT NOT NULL DEFAULT '',
  photo TEXT NOT NULL DEFAULT '',
  name_pinyin TEXT NOT NULL DEFAULT '',
  former_name TEXT NOT NULL DEFAULT '',
  id_document_validity TEXT NOT NULL DEFAULT '',
  household_place TEXT NOT NULL DEFAULT '',
  household_kind TEXT NOT NULL DEFAULT '',
  talents TEXT NOT NULL DEFAULT '',
  auxiliary_number TEXT NOT NULL DEFAULT '',
  number_in_class TEXT NOT NULL DEFAULT '',
  grade TEXT NOT NULL DEFAULT '',
  class TEXT NOT NULL DEFAULT '',
  entry_month TEXT NOT NULL DEFAULT '',
  entry_mode TEXT NOT NULL DEFAULT '',
  study_mode TEXT NOT NULL DEFAULT '',
  origin TEXT NOT NULL DEFAULT '',
  current_address TEXT NOT NULL DEFAULT '',
  mail_address TEXT NOT NULL DEFAULT '',
  family_address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  postal_code TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  home_page TEXT NOT NULL DEFAULT '',
  only_child TEXT NOT NULL DEFAULT '',
  preschool TEXT NOT NULL DEFAULT '',
  left_behind TEXT NOT NULL DEFAULT '',
  migrant_child TEXT NOT NULL DEFAULT '',
  orphan TEXT NOT NULL DEFAULT '',
  martyr_family TEXT NOT NULL DEFAULT '',
  inclusive_education TEXT NOT NULL DEFAULT '',
  disability TEXT NOT NULL DEFAULT '',
  purchased_place TEXT NOT NULL DEFAULT '',
  aid_requested TEXT NOT NULL DEFAULT '',
  living_subsidy TEXT NOT NULL DEFAULT '',
  school_distance TEXT NOT NULL DEFAULT '',
  school_transport TEXT NOT NULL DEFAULT '',
  school_bus TEXT NOT NULL DEFAULT '',
  school_code TEXT NOT NULL DEFAULT '',
  student_number TEXT NOT NULL DEFAULT '',
  blood_group TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX student_by_order ON student (sort_key, status, entry_year, stage, sex, ethnic_group, class);
CREATE INDEX student_by_filter ON student (status, entry_year, stage, sex, ethnic_group, class);
CREATE INDEX student_by_document ON student (id_document_number);
CREATE INDEX student_by_number ON student (student_number);
CREATE INDEX student_by_phone ON student (phone);
CREATE INDEX student_by_name ON student (name_folded);
CREATE INDEX student_by_former_name ON student (former_folded) WHERE former_folded <> '';
CREATE INDEX student_by_pinyin ON student (pinyin_folded);
CREATE INDEX student_by_initials ON student (initials);

CREATE TABLE guardian (
  student INTEGER NOT NULL REFERENCES student (id),
  position INTEGER NOT NULL, -- 1 or 2, as on the collection form
  name TEXT NOT NULL DEFAULT '',
  relation TEXT NOT NULL DEFAULT '',
  relation_note TEXT NOT NULL DEFAULT '',
  ethnic_group TEXT NOT NULL DEFAULT '',
  employer TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  household TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  is_guardian TEXT NOT NULL DEFAULT '',
  id_type TEXT NOT NULL DEFAULT '',
  id_number TEXT NOT NULL DEFAULT '',
  job TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (student, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX guardian_by_phone ON guardian (phone);

-- mac = HMAC-SHA-256(log key, mac of the row before || this row)
CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  user INTEGER NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  mac BLOB NOT NULL
) STRICT;
CREATE INDEX log_by_object ON log (object);
CREATE INDEX log_by_time ON log (time);
CREATE INDEX log_by_clock ON log (id) WHERE action = 'clock_confirmed';
CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'append only'); END;
