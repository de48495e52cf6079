-- What mails promise, ask not to be mentioned, and say of absences.

ALTER TABLE companion.evidence DROP CONSTRAINT evidence_kind_check;
ALTER TABLE companion.evidence ADD CONSTRAINT evidence_kind_check CHECK (
    kind IN ('phone', 'city', 'country', 'mail_offset', 'working_hours', 'stated_hours', 'learned_hours', 'mail_from_them',
             'mail_to_them', 'question', 'title', 'promise', 'silence', 'absence'));
COMMENT ON COLUMN companion.evidence.value IS 'what was found; of a promise, a wish for silence or an absence, its fields as JSON';
