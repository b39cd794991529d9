-- Schema 3: cases, approvals. Frozen: a released step is never edited.

-- The case that an act performed, 0 for none; a case is performed once.
ALTER TABLE act ADD COLUMN case_id INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX act_by_case ON act (case_id) WHERE case_id <> 0;

-- What a second person said: to a case, or as a witness of what an act takes back. Under seals like acts.
CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL DEFAULT 0, -- 0: of a witness
  act INTEGER NOT NULL DEFAULT 0,     -- of a witness: the first act of the transaction
  given TEXT NOT NULL,
  given_by INTEGER NOT NULL REFERENCES user (id),
  judgement TEXT NOT NULL,
  hash BLOB NOT NULL, -- of what was looked at
  ground TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX approval_by_case ON approval (case_id) WHERE case_id <> 0;
CREATE TRIGGER approval_is_never_changed BEFORE UPDATE ON approval BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER approval_is_never_deleted BEFORE DELETE ON approval BEGIN SELECT RAISE(ABORT, 'append only'); END;

-- Drafts: outside log, seals, dump and verification. A row stays, so that its number means one case for ever.
CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  subject_kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  wish BLOB NOT NULL, -- as written
  state TEXT NOT NULL,
  owner INTEGER NOT NULL,
  opened TEXT NOT NULL,
  changed TEXT NOT NULL,
  changed_by INTEGER NOT NULL,
  ground TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_file_open ON case_file (subject, subject_kind) WHERE state <> 'withdrawn';

CREATE TABLE case_step (
  case_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  turn TEXT NOT NULL,
  due TEXT NOT NULL DEFAULT '',
  done TEXT NOT NULL DEFAULT '',
  done_by INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
