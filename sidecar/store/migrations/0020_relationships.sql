-- With whom a person was last in touch and how, what they wish for each client, and what was suggested: seen by nobody else.

CREATE TABLE companion.touch (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    client      text NOT NULL,
    touch_id    text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('meeting_held', 'visit', 'call', 'mail_personal_in', 'mail_personal_out', 'mail_bulk',
        'mail_commercial', 'mail_automatic', 'mail_unsure', 'meeting_unsure')),
    happened_at timestamptz NOT NULL,
    with_whom   text NOT NULL DEFAULT '',
    name        text NOT NULL DEFAULT '',
    doubt       text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, person_id, client, touch_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX touch_by_time ON companion.touch (tenant_id, person_id, client, happened_at DESC);
COMMENT ON TABLE companion.touch IS 'retention: 24 months after the contact';
COMMENT ON COLUMN companion.touch.doubt IS 'why it does not count; empty where nothing is doubted';

CREATE TABLE companion.relationship (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    client        text NOT NULL,
    soft_days     integer CHECK (soft_days BETWEEN 3 AND 365),
    hard_days     integer CHECK (hard_days BETWEEN 3 AND 730),
    is_key        boolean NOT NULL DEFAULT false,
    is_off        boolean NOT NULL DEFAULT false,
    snoozed_until date,
    known_since   date,
    mails_read_at timestamptz,
    seen_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, client),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.relationship IS 'retention: 24 months after the last contact or change';
COMMENT ON COLUMN companion.relationship.soft_days IS 'what the person set; null: learnt from the rhythm, or the default';
COMMENT ON COLUMN companion.relationship.is_off IS 'the person wants no suggestions for this client';
COMMENT ON COLUMN companion.relationship.known_since IS 'the first contact, or what the person said';

CREATE TABLE companion.suggestion (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    day         date NOT NULL,
    kind        text NOT NULL,
    client      text NOT NULL DEFAULT '',
    about       jsonb NOT NULL DEFAULT '{}',
    weight      integer NOT NULL DEFAULT 0,
    answer      text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, person_id, day, kind, client),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.suggestion IS 'retention: 13 months';
COMMENT ON COLUMN companion.suggestion.answer IS 'what the person tapped: called, not_now, plan; empty: nothing yet';

CREATE TABLE companion.kept (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    kept_id     text NOT NULL,
    client      text NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('asked', 'assumption', 'thanked')),
    what        text NOT NULL,
    said        text NOT NULL DEFAULT '',
    kept_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, kept_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX kept_by_client ON companion.kept (tenant_id, person_id, client);
COMMENT ON TABLE companion.kept IS 'retention: 24 months after it was written';
COMMENT ON COLUMN companion.kept.said IS 'asked: what they answered, in the words of the person';

CREATE TABLE companion.tended (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    tended_on   date NOT NULL,
    PRIMARY KEY (tenant_id, person_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.tended IS 'retention: while installed';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['touch', 'relationship', 'suggestion', 'kept', 'tended']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
    FOR name IN SELECT unnest(ARRAY['touch', 'relationship', 'suggestion', 'kept']) LOOP
        EXECUTE format('CREATE TRIGGER tell_panel AFTER INSERT OR UPDATE OR DELETE ON companion.%I '
            'FOR EACH ROW EXECUTE FUNCTION companion.tell_panel()', name);
    END LOOP;
END $$;
