-- How far ahead of its rhythm each limit is that must hold across processes: one row for each, moved with every message.

CREATE TABLE companion.pace (
    tenant_id  text NOT NULL REFERENCES companion.tenant ON DELETE CASCADE,
    person_id  text NOT NULL,
    name       text NOT NULL,
    next_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, name)
);
COMMENT ON TABLE companion.pace IS 'retention: 2 days';
COMMENT ON COLUMN companion.pace.person_id IS 'empty for a limit of the whole tenant';

ALTER TABLE companion.pace OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.pace TO companion_app;
ALTER TABLE companion.pace ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.pace FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.pace USING (tenant_id = current_setting('companion.tenant', true));
