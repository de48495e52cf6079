-- What the bot says of itself and in answer, and what Teams tells of calls.

ALTER TABLE companion.person ADD COLUMN welcomed_at timestamptz;
COMMENT ON COLUMN companion.person.welcomed_at IS 'when the welcome was sent; who takes the bot out and in again has had it';

CREATE TABLE companion.answer (
    tenant_id    text NOT NULL,
    answer_id    bigint GENERATED ALWAYS AS IDENTITY,
    person_id    text NOT NULL,
    meeting_id   text,
    activity_id  text,
    card         jsonb NOT NULL,
    summary      text NOT NULL,
    made_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, answer_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.answer IS 'retention: 2 days';
COMMENT ON COLUMN companion.answer.meeting_id IS 'whose card it is, where it is one';
COMMENT ON COLUMN companion.answer.activity_id IS 'the message it replaces; null: it is a new one';

CREATE TABLE companion.call_event (
    tenant_id    text NOT NULL REFERENCES companion.tenant ON DELETE CASCADE,
    event_id     bigint GENERATED ALWAYS AS IDENTITY,
    thread_id    text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('start', 'end', 'join', 'leave')),
    happened_at  timestamptz NOT NULL,
    person_id    text NOT NULL DEFAULT '',
    teams_id     text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, event_id),
    UNIQUE (tenant_id, thread_id, kind, happened_at, person_id)
);
CREATE INDEX call_event_by_time ON companion.call_event (tenant_id, happened_at);
COMMENT ON TABLE companion.call_event IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.call_event.thread_id IS 'the meeting chat, as it stands in the link to join';
COMMENT ON COLUMN companion.call_event.person_id IS 'who joined or left, in the directory; empty for the call itself and for guests';
COMMENT ON COLUMN companion.call_event.teams_id IS 'the meeting as Teams names it to bots';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['answer', 'call_event']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA companion TO companion_app;
