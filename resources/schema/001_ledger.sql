-- Schema 1 of a register. Frozen: a released step is never edited; a change is a new numbered step.
-- Texts are never NULL: '' means not given. Days are yyyy-MM-dd, moments ISO 8601 in UTC with milliseconds.

CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL -- JSON
) WITHOUT ROWID;

CREATE TABLE user (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  added TEXT NOT NULL,
  removed TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX user_active_name ON user (name) WHERE removed = '';

-- What is true today. sort_key: bytes in the order of people's names; *_folded: as searched by.
CREATE TABLE student (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  status INTEGER NOT NULL, -- codes of JY/T 1001; 0: enrolment declared void
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
);
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
) WITHOUT ROWID;
CREATE INDEX guardian_by_phone ON guardian (phone);

-- Student numbers, names and documents as dated rows. valid_to: first day on which it no longer holds, '' while it does.
CREATE TABLE number_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  student INTEGER NOT NULL REFERENCES student (id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  document_type TEXT NOT NULL DEFAULT '',
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL DEFAULT '',
  act INTEGER NOT NULL DEFAULT 0,
  voided INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX number_history_by_student ON number_history (student, kind);
CREATE INDEX number_history_by_value ON number_history (kind, value);

CREATE TABLE status_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  student INTEGER NOT NULL REFERENCES student (id),
  status INTEGER NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT NOT NULL DEFAULT '',
  act INTEGER NOT NULL DEFAULT 0,
  voided INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX status_history_by_student ON status_history (student);
CREATE INDEX status_history_by_day ON status_history (valid_from, valid_to, status, voided, student);

CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  made TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES user (id),
  source TEXT NOT NULL,
  source_hash BLOB NOT NULL,
  count INTEGER NOT NULL,
  undone TEXT NOT NULL DEFAULT '',
  undone_by INTEGER NOT NULL DEFAULT 0
);

-- The ledger.
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  student INTEGER NOT NULL REFERENCES student (id),
  effective TEXT NOT NULL,
  entered TEXT NOT NULL,
  entered_by INTEGER NOT NULL REFERENCES user (id),
  approved_by INTEGER NOT NULL,
  batch INTEGER REFERENCES batch (id),
  voids INTEGER REFERENCES act (id),
  ground TEXT NOT NULL,
  rule_set TEXT NOT NULL,
  findings TEXT NOT NULL,   -- JSON
  exceptions TEXT NOT NULL, -- JSON
  proofs TEXT NOT NULL,     -- JSON
  before TEXT NOT NULL,     -- JSON
  after TEXT NOT NULL       -- JSON
);
CREATE INDEX act_by_student ON act (student);
CREATE INDEX act_by_batch ON act (batch) WHERE batch IS NOT NULL;
CREATE UNIQUE INDEX act_by_voided ON act (voids) WHERE voids IS NOT NULL;
CREATE TRIGGER act_is_never_changed BEFORE UPDATE ON act BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER act_is_never_deleted BEFORE DELETE ON act BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE proof (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  student INTEGER REFERENCES student (id),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  seen_on TEXT NOT NULL,
  added TEXT NOT NULL,
  added_by INTEGER NOT NULL REFERENCES user (id)
);
CREATE INDEX proof_by_student ON proof (student) WHERE student IS NOT NULL;

CREATE TABLE proof_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  proof INTEGER NOT NULL REFERENCES proof (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL
);
CREATE INDEX proof_file_by_proof ON proof_file (proof);

-- mac = HMAC-SHA-256(log key, mac of the row before || this row)
CREATE TABLE log (
  id INTEGER PRIMARY KEY,
  time TEXT NOT NULL,
  user INTEGER NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  mac BLOB NOT NULL
);
CREATE INDEX log_by_object ON log (object);
CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER log_is_never_deleted BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'append only'); END;
