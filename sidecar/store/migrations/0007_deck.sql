-- What to look at again in an invitation and the documents attached to it, before the client sees them.

CREATE TABLE companion.deck (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    meeting_id  text NOT NULL,
    found       jsonb NOT NULL,
    digest      text NOT NULL,
    event_tag   text NOT NULL,
    checked_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.deck IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.deck.digest IS 'of everything the check rests on: while it stays, nothing is read again';
COMMENT ON COLUMN companion.deck.event_tag IS 'the state of the calendar entry that was checked last';

ALTER TABLE companion.deck OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.deck TO companion_app;
ALTER TABLE companion.deck ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.deck FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.deck USING (tenant_id = current_setting('companion.tenant', true));
