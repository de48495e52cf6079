-- Who looked at what is stored of whom: colleagues by leave, and administrators by command. No content, and no names.

CREATE TABLE companion.seen (
    tenant_id  text NOT NULL,
    seen_id    bigint GENERATED ALWAYS AS IDENTITY,
    what       text NOT NULL CHECK (what IN ('explain_person', 'export', 'forget', 'handover', 'audit', 'card')),
    account    text NOT NULL DEFAULT '',
    who        text NOT NULL DEFAULT '',
    whose      text NOT NULL,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, seen_id)
);
CREATE INDEX seen_by_time ON companion.seen (tenant_id, seen_at);
COMMENT ON TABLE companion.seen IS 'retention: 12 months after it was seen';
COMMENT ON COLUMN companion.seen.account IS 'the account on the machine that ran the command; empty for a colleague';
COMMENT ON COLUMN companion.seen.who IS 'the colleague who saw a card, as a number; empty for an administrator';
COMMENT ON COLUMN companion.seen.whose IS 'whom it was about, as a number that says a name only while that person is stored';

ALTER TABLE companion.seen OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.seen TO companion_app;
ALTER TABLE companion.seen ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.seen FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.seen USING (tenant_id = current_setting('companion.tenant', true));
GRANT USAGE ON ALL SEQUENCES IN SCHEMA companion TO companion_app;
