-- The technology of a meeting: what a person measured on their own machine, the one-time link that lets them measure it in
-- an ordinary browser, and the options of the online meetings that they host.

CREATE TABLE companion.device_check (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    check_id    text NOT NULL,
    meeting_id  text,
    place       text NOT NULL CHECK (place IN ('browser', 'panel')),
    results     jsonb NOT NULL,
    taken_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, check_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX device_check_by_time ON companion.device_check (tenant_id, person_id, taken_at);
COMMENT ON TABLE companion.device_check IS 'retention: 90 days';
COMMENT ON COLUMN companion.device_check.check_id IS 'one for each run: results that come again for the same run replace the earlier ones';
COMMENT ON COLUMN companion.device_check.meeting_id IS 'the meeting it was made for; null where it was for none';

CREATE TABLE companion.one_time_link (
    tenant_id          text NOT NULL,
    link_hash          bytea NOT NULL,
    person_id          text NOT NULL,
    meeting_id         text,
    expires_at         timestamptz NOT NULL,
    used_at            timestamptz,
    session_hash       bytea,
    session_expires_at timestamptz,
    PRIMARY KEY (tenant_id, link_hash),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE UNIQUE INDEX one_time_link_by_session ON companion.one_time_link (tenant_id, session_hash) WHERE session_hash IS NOT NULL;
COMMENT ON TABLE companion.one_time_link IS 'retention: 2 days';
COMMENT ON COLUMN companion.one_time_link.link_hash IS 'SHA-256 of the secret in the link; the secret itself is never stored';

CREATE TABLE companion.online_meeting (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    meeting_id  text NOT NULL,
    state       text NOT NULL CHECK (state IN ('read', 'refused', 'absent')),
    options     jsonb NOT NULL,
    read_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.online_meeting IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.online_meeting.options IS 'lobby, presenters, recording and dial-in as Microsoft Graph gave them, and nothing else';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['device_check', 'one_time_link', 'online_meeting']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['device_check', 'online_meeting']) LOOP
        EXECUTE format('CREATE TRIGGER tell_panel AFTER INSERT OR UPDATE OR DELETE ON companion.%I '
            'FOR EACH ROW EXECUTE FUNCTION companion.tell_panel()', name);
    END LOOP;
END $$;
