-- What one person is asked after a call, what the transcript gave, and what they answered: seen by nobody else.

CREATE TABLE companion.follow_up (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    meeting_id    text NOT NULL,
    made_at       timestamptz NOT NULL,
    revision      bigint NOT NULL DEFAULT 0,
    leased_until  timestamptz,
    is_held       boolean,
    transcript    text NOT NULL DEFAULT 'open' CHECK (transcript IN ('open', 'read', 'none')),
    looks         integer NOT NULL DEFAULT 0,
    look_at       timestamptz,
    why_none      jsonb,
    heard         jsonb,
    answers       jsonb NOT NULL DEFAULT '{}',
    tasks         jsonb NOT NULL DEFAULT '{}',
    task_problem  jsonb,
    checks        text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
COMMENT ON TABLE companion.follow_up IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.follow_up.is_held IS 'false: the person said that nobody came; null: they said nothing';
COMMENT ON COLUMN companion.follow_up.leased_until IS 'so long one worker alone looks after this call';
COMMENT ON COLUMN companion.follow_up.why_none IS 'why there is no transcript, as a key of the words with its arguments';
COMMENT ON COLUMN companion.follow_up.heard IS 'what was found in the transcript, in its own words; the transcript itself is not kept';
COMMENT ON COLUMN companion.follow_up.answers IS 'by the id of what was asked: ours, theirs or no';
COMMENT ON COLUMN companion.follow_up.tasks IS 'by the id of a promise: wanted, made or refused';

CREATE TABLE companion.lesson (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    meeting_id  text NOT NULL,
    client      text NOT NULL,
    met_at      timestamptz NOT NULL,
    said        text NOT NULL,
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX lesson_by_client ON companion.lesson (tenant_id, person_id, client, met_at);
COMMENT ON TABLE companion.lesson IS 'retention: while installed';
COMMENT ON COLUMN companion.lesson.meeting_id IS 'where it was learnt; the lesson outlives the stored meeting';

CREATE TABLE companion.check_in (
    tenant_id    text NOT NULL,
    person_id    text NOT NULL,
    client       text NOT NULL,
    meeting_id   text NOT NULL,
    check_in_on  date NOT NULL,
    set_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, client),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.check_in IS 'retention: while installed';
COMMENT ON COLUMN companion.check_in.check_in_on IS 'the day on which the person wants to look in on a client next, by their own word';

CREATE TABLE companion.impression (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    meeting_id  text NOT NULL,
    met_at      timestamptz NOT NULL,
    wanted      text NOT NULL DEFAULT '',
    went        text NOT NULL DEFAULT '' CHECK (went IN ('', 'well', 'mixed', 'badly')),
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.impression IS 'retention: while installed';
COMMENT ON COLUMN companion.impression.wanted IS 'the one word that the person wanted to leave behind, set before the call';
COMMENT ON COLUMN companion.impression.went IS 'how the person themself found that it went';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['follow_up', 'lesson', 'check_in', 'impression']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
        EXECUTE format('CREATE TRIGGER tell_panel AFTER INSERT OR UPDATE OR DELETE ON companion.%I '
            'FOR EACH ROW EXECUTE FUNCTION companion.tell_panel()', name);
    END LOOP;
END $$;
