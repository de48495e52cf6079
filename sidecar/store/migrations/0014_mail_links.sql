-- Where a mail can be opened, and the company that a signature names.

ALTER TABLE companion.evidence ADD COLUMN link text NOT NULL DEFAULT '';
COMMENT ON COLUMN companion.evidence.link IS 'opens the mail in the mailbox it was found in; empty for anything else';
ALTER TABLE companion.evidence DROP CONSTRAINT evidence_kind_check;
ALTER TABLE companion.evidence ADD CONSTRAINT evidence_kind_check CHECK (
    kind IN ('phone', 'city', 'country', 'mail_offset', 'working_hours', 'stated_hours', 'learned_hours', 'mail_from_them',
             'mail_to_them', 'question', 'title', 'company', 'promise', 'silence', 'absence'));
