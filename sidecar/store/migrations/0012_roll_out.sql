-- Who of a group has been given the app, so that nobody who took it out is given it a second time.

CREATE TABLE companion.roll_out (
    tenant_id   text NOT NULL REFERENCES companion.tenant ON DELETE CASCADE,
    person_id   text NOT NULL,
    settled_at  timestamptz,
    problem     text NOT NULL DEFAULT '',
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id)
);
COMMENT ON TABLE companion.roll_out IS 'retention: 90 days after you were last seen in the group';
COMMENT ON COLUMN companion.roll_out.person_id IS 'an id of the directory, in lower case; empty: the group itself';
COMMENT ON COLUMN companion.roll_out.settled_at IS 'since when they have the app, or had it; null: they could not be given it yet';
COMMENT ON COLUMN companion.roll_out.problem IS 'why not, as Microsoft Graph said it; nothing of the person';
COMMENT ON COLUMN companion.roll_out.seen_at IS 'when they were last seen in the group: the row is kept for so long and 90 days';

ALTER TABLE companion.roll_out OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.roll_out TO companion_app;
ALTER TABLE companion.roll_out ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.roll_out FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.roll_out USING (tenant_id = current_setting('companion.tenant', true));
