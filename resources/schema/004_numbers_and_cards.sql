-- Schema 4: where a number comes from; disability card and kind of special education. Frozen: a released step is never
-- edited.

ALTER TABLE student ADD COLUMN number_source TEXT NOT NULL DEFAULT '';
ALTER TABLE student ADD COLUMN disability_card TEXT NOT NULL DEFAULT '';
ALTER TABLE student ADD COLUMN special_education TEXT NOT NULL DEFAULT '';
