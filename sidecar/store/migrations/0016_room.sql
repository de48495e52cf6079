-- The plan of the hour and the people in the room: what one person sets, ticks and remembers, seen by nobody else.

ALTER TABLE companion.note ADD COLUMN who text NOT NULL DEFAULT '';
ALTER TABLE companion.note ADD COLUMN made_nr bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE companion.note DROP CONSTRAINT note_kind_check;
ALTER TABLE companion.note ADD CONSTRAINT note_kind_check CHECK (kind IN ('note', 'parked', 'promise', 'concern', 'decision'));
COMMENT ON COLUMN companion.note.who IS 'who said it, in the words of whoever wrote it down; empty: nobody is named';
COMMENT ON COLUMN companion.note.made_nr IS 'the order in which they came, which is the order in which they were made';

ALTER TABLE companion.must_cover ADD COLUMN made_nr bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE companion.must_cover ADD COLUMN minutes smallint CHECK (minutes BETWEEN 1 AND 240);
ALTER TABLE companion.must_cover ADD COLUMN decides text NOT NULL DEFAULT '';
ALTER TABLE companion.must_cover ADD COLUMN is_moved boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN companion.must_cover.minutes IS 'how long it takes, where the person said so';
COMMENT ON COLUMN companion.must_cover.decides IS 'by whom it must be decided; empty: it is no decision';
COMMENT ON COLUMN companion.must_cover.is_moved IS 'moved to the next meeting with the client: it stands in companion.carried_must';

CREATE TABLE companion.carried_must (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    client        text NOT NULL,
    must_id       text NOT NULL,
    said          text NOT NULL,
    is_own        boolean NOT NULL,
    minutes       smallint,
    decides       text NOT NULL DEFAULT '',
    shown_after   timestamptz NOT NULL,
    done_in       text,
    changed_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, client, must_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.carried_must IS 'retention: 12 months after it was last changed';
COMMENT ON COLUMN companion.carried_must.shown_after IS 'meetings with the client that begin after this show it, until it is done';
COMMENT ON COLUMN companion.carried_must.done_in IS 'the meeting in which it was covered; null: not yet';

CREATE TABLE companion.client_wish (
    tenant_id        text NOT NULL,
    person_id        text NOT NULL,
    client           text NOT NULL,
    is_care          boolean,
    care_said_at     timestamptz,
    opening_minutes  smallint CHECK (opening_minutes BETWEEN 0 AND 60),
    changed_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, client),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.client_wish IS 'retention: 12 months after it was last changed';
COMMENT ON COLUMN companion.client_wish.is_care IS 'whether to take special care with an organisation, as the person said; null: they said nothing';
COMMENT ON COLUMN companion.client_wish.opening_minutes IS 'how long to talk before the agenda, as the person said; null: they said nothing';

CREATE TABLE companion.opener_used (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    client      text NOT NULL,
    opener_id   text NOT NULL,
    meeting_id  text NOT NULL,
    kind        text NOT NULL,
    about       text NOT NULL,
    used_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, client, opener_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.opener_used IS 'retention: 12 months after it was last changed';
COMMENT ON COLUMN companion.opener_used.about IS 'what was asked about, or shown of the person''s own surroundings';

CREATE TABLE companion.around (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    client      text NOT NULL,
    name        text NOT NULL,
    what        text NOT NULL,
    noted_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, client, name),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.around IS 'retention: while installed';
COMMENT ON COLUMN companion.around.name IS 'somebody beside the project whom the person wrote down: an assistant, the reception, IT';

CREATE TABLE companion.addressed (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    meeting_id    text NOT NULL,
    address       text NOT NULL,
    addressed_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, meeting_id, address),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
COMMENT ON TABLE companion.addressed IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.addressed.address IS 'who was spoken to, as the host ticked it; nobody''s speaking is measured';

CREATE TABLE companion.role_hint (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    address     text NOT NULL,
    role        text NOT NULL CHECK (role IN ('decision_maker', 'skeptic', 'trailblazer')),
    quote       text NOT NULL,
    meeting_id  text NOT NULL,
    said_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, address, role),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
COMMENT ON TABLE companion.role_hint IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.role_hint.quote IS 'what they said in a call that speaks for the role: a suggestion to one person, deleted with one tap';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['carried_must', 'client_wish', 'opener_used', 'around', 'addressed', 'role_hint']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
        EXECUTE format('CREATE TRIGGER tell_panel AFTER INSERT OR UPDATE OR DELETE ON companion.%I '
            'FOR EACH ROW EXECUTE FUNCTION companion.tell_panel()', name);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA companion TO companion_app;
