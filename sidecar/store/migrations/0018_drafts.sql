-- Drafts that a person had written for them, what clients answered to the questions of a welcome, and who is not reached any more.

CREATE TABLE companion.draft (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    draft_key   text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('welcome', 'thanks', 'check_in', 'one_to_one', 'reschedule', 'warn')),
    client      text NOT NULL,
    meeting_id  text,
    people      text[] NOT NULL,
    said        text NOT NULL DEFAULT '',
    item_id     text NOT NULL,
    link        text NOT NULL DEFAULT '',
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, draft_key),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX draft_by_client ON companion.draft (tenant_id, person_id, client, made_at DESC);
COMMENT ON TABLE companion.draft IS 'retention: 12 months after it was made';
COMMENT ON COLUMN companion.draft.said IS 'the text of a check-in, with which later ones are compared; empty for every other kind';
COMMENT ON COLUMN companion.draft.people IS 'whom it is addressed to, in small letters';
COMMENT ON COLUMN companion.draft.meeting_id IS 'what it is about; the draft outlives the stored meeting';

CREATE TABLE companion.client_answer (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    client      text NOT NULL,
    question    text NOT NULL CHECK (question IN ('experience', 'goal', 'joins')),
    said        text NOT NULL,
    depth       text CHECK (depth IN ('beginner', 'user', 'expert')),
    sender      text NOT NULL,
    said_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, client, question),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.client_answer IS 'retention: 24 months after it was said';
COMMENT ON COLUMN companion.client_answer.depth IS 'what experience the words plainly speak of; null: they do not, or contradict each other';

CREATE TABLE companion.contact_gone (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    address     text NOT NULL,
    how         text NOT NULL CHECK (how IN ('returned', 'left')),
    quote       text NOT NULL,
    successor   text NOT NULL DEFAULT '',
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, address),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.contact_gone IS 'retention: 24 months after it was seen';
COMMENT ON COLUMN companion.contact_gone.successor IS 'an address of the same organisation that the mail named; empty: the person is asked';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['draft', 'client_answer', 'contact_gone']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
        EXECUTE format('CREATE TRIGGER tell_panel AFTER INSERT OR UPDATE OR DELETE ON companion.%I '
            'FOR EACH ROW EXECUTE FUNCTION companion.tell_panel()', name);
    END LOOP;
END $$;
