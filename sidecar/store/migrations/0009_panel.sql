-- What one person writes and ticks beside a meeting, seen by nobody else, and a word to open panels whenever something
-- of a person changed: "tenant person" on the channel companion_panel.

CREATE TABLE companion.note (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    note_id     text NOT NULL,
    meeting_id  text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('note', 'parked', 'promise')),
    said        text NOT NULL,
    is_done     boolean NOT NULL DEFAULT false,
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, note_id),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
CREATE INDEX note_by_meeting ON companion.note (tenant_id, person_id, meeting_id);
COMMENT ON TABLE companion.note IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.note.note_id IS 'made by the page, so that a note sent twice is stored once';

CREATE TABLE companion.must_cover (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    meeting_id  text NOT NULL,
    must_id     text NOT NULL,
    said        text,
    is_done     boolean NOT NULL,
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, meeting_id, must_id),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
COMMENT ON TABLE companion.must_cover IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.must_cover.said IS 'of the person''s own; null where the brief brought it';

CREATE TABLE companion.tick (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    meeting_id  text NOT NULL,
    check_id    text NOT NULL,
    ticked_at   timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, meeting_id, check_id),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
COMMENT ON TABLE companion.tick IS 'retention: 30 days after the meeting';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['note', 'must_cover', 'tick']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;

-- The Teams thread behind a join link, the part between "19:" and "@thread", however often it was percent-encoded; null
-- where the link holds none. A link in the text counts only where the event names none.
CREATE FUNCTION companion.thread_of(event jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT substring(
        left(coalesce(nullif(event #>> '{onlineMeeting,joinUrl}', ''), nullif(event ->> 'onlineMeetingUrl', ''),
            coalesce(event #>> '{location,displayName}', '') || ' ' || coalesce(event #>> '{body,content}', '')), 100000)
        from '19(?::|%(?:25)*3[aA])([A-Za-z0-9_-]{8,200})(?:@|%(?:25)*40)thread[.]')
$$;
ALTER FUNCTION companion.thread_of(jsonb) OWNER TO companion_owner;
ALTER TABLE companion.meeting ADD COLUMN thread_id text GENERATED ALWAYS AS (companion.thread_of(event)) STORED;
CREATE INDEX meeting_by_thread ON companion.meeting (tenant_id, person_id, thread_id) WHERE thread_id IS NOT NULL;

CREATE FUNCTION companion.tell_panel() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM pg_notify('companion_panel', OLD.tenant_id || ' ' || OLD.person_id);
    ELSE
        PERFORM pg_notify('companion_panel', NEW.tenant_id || ' ' || NEW.person_id);
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION companion.tell_panel() OWNER TO companion_owner;
COMMENT ON FUNCTION companion.tell_panel() IS 'for every table with tenant_id and person_id that a panel shows';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['note', 'must_cover', 'tick', 'meeting', 'delivery', 'correction', 'deck', 'evidence_look']) LOOP
        EXECUTE format('CREATE TRIGGER tell_panel AFTER INSERT OR UPDATE OR DELETE ON companion.%I '
            'FOR EACH ROW EXECUTE FUNCTION companion.tell_panel()', name);
    END LOOP;
END $$;
CREATE TRIGGER tell_panel AFTER UPDATE ON companion.person FOR EACH ROW
    WHEN ((OLD.preferences, OLD.zone, OLD.language, OLD.working_hours, OLD.address, OLD.name, OLD.is_watched, OLD.problem)
        IS DISTINCT FROM
        (NEW.preferences, NEW.zone, NEW.language, NEW.working_hours, NEW.address, NEW.name, NEW.is_watched, NEW.problem))
    EXECUTE FUNCTION companion.tell_panel();
