-- Who promised what to whom until when: of one person's calls, notes and mails, seen by nobody else.

CREATE TABLE companion.promise (
    tenant_id    text NOT NULL,
    person_id    text NOT NULL,
    promise_id   text NOT NULL,
    client       text NOT NULL,
    side         text NOT NULL CHECK (side IN ('ours', 'theirs')),
    who          text NOT NULL DEFAULT '',
    what         text NOT NULL,
    due_on       date,
    due_words    text NOT NULL DEFAULT '',
    zone         text NOT NULL DEFAULT '',
    quote        text NOT NULL DEFAULT '',
    origin       text NOT NULL CHECK (origin IN ('transcript', 'note', 'mail', 'own')),
    meeting_id   text,
    note_id      text,
    made_at      timestamptz NOT NULL,
    state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
    settled_at   timestamptz,
    waits_for    text NOT NULL DEFAULT '',
    waits_until  date,
    task         text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, person_id, promise_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX promise_by_client ON companion.promise (tenant_id, person_id, client);
CREATE INDEX promise_by_note ON companion.promise (tenant_id, person_id, note_id) WHERE note_id IS NOT NULL;
COMMENT ON TABLE companion.promise IS 'retention: 90 days after it was kept or let go of, 12 months after it was made or due';
COMMENT ON COLUMN companion.promise.client IS 'the organisation, or the address at a free-mail provider, as meetings name it';
COMMENT ON COLUMN companion.promise.zone IS 'where due_on is a day; empty: where the person is';
COMMENT ON COLUMN companion.promise.meeting_id IS 'where it was made; the promise outlives the stored meeting';
COMMENT ON COLUMN companion.promise.note_id IS 'the note in the side panel that it came from';
COMMENT ON COLUMN companion.promise.waits_for IS 'whose part it stands on: a supplier, a colleague, in the person''s words';

CREATE TABLE companion.nudge (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    day         date NOT NULL,
    key         text NOT NULL,
    place       integer NOT NULL,
    kind        text NOT NULL,
    client      text NOT NULL,
    said        text NOT NULL,
    detail      text NOT NULL DEFAULT '',
    taps        jsonb NOT NULL DEFAULT '[]',
    weight      integer NOT NULL DEFAULT 0,
    answer      text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, person_id, day, key),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.nudge IS 'retention: 30 days';
COMMENT ON COLUMN companion.nudge.day IS 'on which it stood in the one message of the day';
COMMENT ON COLUMN companion.nudge.key IS 'what it is about, so that it is not said again';
COMMENT ON COLUMN companion.nudge.answer IS 'what stands there since it was tapped; empty: it was not';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['promise', 'nudge']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;
CREATE TRIGGER tell_panel AFTER INSERT OR UPDATE OR DELETE ON companion.promise
    FOR EACH ROW EXECUTE FUNCTION companion.tell_panel();

INSERT INTO companion.promise (tenant_id, person_id, promise_id, client, side, what, origin, meeting_id, note_id, made_at, state, settled_at)
SELECT n.tenant_id, n.person_id, 'note:' || n.note_id, coalesce(m.client_domain, ''), 'ours', n.said, 'note', n.meeting_id, n.note_id,
    n.made_at, CASE WHEN n.is_done THEN 'done' ELSE 'open' END, CASE WHEN n.is_done THEN n.made_at END
FROM companion.note n JOIN companion.meeting m USING (tenant_id, person_id, meeting_id) WHERE n.kind = 'promise';
