-- Colleagues: who has the follow-up of a call they were in together, who hands a client to whom, who may see whose cards.

CREATE TABLE companion.follow_up_owner (
    tenant_id   text NOT NULL,
    call_uid    text NOT NULL,
    person_id   text NOT NULL,
    taken_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, call_uid),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.follow_up_owner IS 'retention: 30 days after it was taken';
COMMENT ON COLUMN companion.follow_up_owner.call_uid IS 'the calendar''s own id of the call and its time, the same in every mailbox';

CREATE TABLE companion.hand_over (
    tenant_id      text NOT NULL,
    hand_over_id   text NOT NULL,
    person_id      text NOT NULL,
    colleague_id   text NOT NULL,
    client         text NOT NULL,
    moves          text[] NOT NULL,
    state          text NOT NULL DEFAULT 'offered' CHECK (state IN ('taken_back', 'declined', 'accepted', 'offered')),
    offered_by     text NOT NULL CHECK (offered_by IN ('administrator', 'owner')),
    offered_at     timestamptz NOT NULL,
    settled_at     timestamptz,
    message        text NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, hand_over_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX hand_over_by_person ON companion.hand_over (tenant_id, person_id);
COMMENT ON TABLE companion.hand_over IS 'retention: 12 months after it was offered';
COMMENT ON COLUMN companion.hand_over.client IS 'empty: every client of somebody who has left';
COMMENT ON COLUMN companion.hand_over.moves IS 'what goes over: promises, rhythm, facts, notes, roles';
COMMENT ON COLUMN companion.hand_over.message IS 'where the one who offers it reads how it stands';

CREATE TABLE companion.card_grant (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    colleague_id  text NOT NULL,
    granted_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, person_id, colleague_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.card_grant IS 'retention: while installed';
COMMENT ON COLUMN companion.card_grant.colleague_id IS 'who may see the cards of person_id, until that person says otherwise';

CREATE TABLE companion.card_view (
    tenant_id     text NOT NULL,
    view_id       bigint GENERATED ALWAYS AS IDENTITY,
    person_id     text NOT NULL,
    colleague_id  text NOT NULL,
    meeting_id    text NOT NULL,
    viewed_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, view_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.card_view IS 'retention: 12 months after it was seen';
COMMENT ON COLUMN companion.card_view.colleague_id IS 'who saw the card of person_id, by that person''s leave';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['follow_up_owner', 'hand_over', 'card_grant', 'card_view']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA companion TO companion_app;
