-- What mails and shared calendars say of where clients are, found for one person of ours and seen by nobody else.

CREATE TABLE companion.evidence_look (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    address     text NOT NULL,
    claimed_at  timestamptz NOT NULL,
    looked_at   timestamptz,
    mail        text NOT NULL DEFAULT 'unread' CHECK (mail IN ('unread', 'read', 'refused')),
    PRIMARY KEY (tenant_id, person_id, address),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.evidence_look IS 'retention: 30 days after the last look';
COMMENT ON COLUMN companion.evidence_look.looked_at IS 'when a look last ended; null before the first did';
COMMENT ON COLUMN companion.evidence_look.mail IS 'refused: the mailbox may not be read';

CREATE TABLE companion.evidence (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    address     text NOT NULL,
    evidence_id bigint GENERATED ALWAYS AS IDENTITY,
    source      text NOT NULL CHECK (source IN ('mail', 'schedule')),
    kind        text NOT NULL CHECK (kind IN ('phone', 'city', 'country', 'mail_offset', 'working_hours', 'stated_hours',
                                              'learned_hours', 'mail_from_them', 'mail_to_them', 'question', 'title')),
    value       text NOT NULL,
    country     text,
    region      text,
    quote       text NOT NULL DEFAULT '',
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, evidence_id),
    FOREIGN KEY (tenant_id, person_id, address) REFERENCES companion.evidence_look ON DELETE CASCADE
);
CREATE INDEX evidence_by_address ON companion.evidence (tenant_id, person_id, address);
COMMENT ON TABLE companion.evidence IS 'retention: 30 days after the last look';
COMMENT ON COLUMN companion.evidence.person_id IS 'whose mailbox or calendar it was found through';
COMMENT ON COLUMN companion.evidence.region IS 'of a city; of hours: the zone they are in';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['evidence_look', 'evidence']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA companion TO companion_app;
