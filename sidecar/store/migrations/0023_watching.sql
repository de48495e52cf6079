-- Notices of many tenants are stored in one go; renewals are spread; a person whose calendar is closed to us is told once;
-- what was armed is written down, so that the sweep looks only where the queue lacks something.

ALTER TABLE companion.subscription ADD COLUMN renew_at timestamptz;
COMMENT ON COLUMN companion.subscription.renew_at IS 'from when on it is renewed; null: of an older release, half of its life';

ALTER TABLE companion.person
    ADD COLUMN problem_at timestamptz,
    ADD COLUMN tried_at timestamptz,
    ADD COLUMN problem_told_at timestamptz,
    ADD COLUMN planned_at timestamptz,
    ADD COLUMN day_wakes text[],
    ADD COLUMN day_wakes_at timestamptz,
    ADD COLUMN day_wakes_for text;
COMMENT ON COLUMN companion.person.problem_at IS 'since when the calendar is closed to us';
COMMENT ON COLUMN companion.person.tried_at IS 'when it was last refused';
COMMENT ON COLUMN companion.person.problem_told_at IS 'when the person was told so';
COMMENT ON COLUMN companion.person.planned_at IS 'when every coming meeting was last planned, changed or not';
COMMENT ON COLUMN companion.person.day_wakes IS 'the keys of the wakes of the coming working mornings';
COMMENT ON COLUMN companion.person.day_wakes_at IS 'when they were last looked at';
COMMENT ON COLUMN companion.person.day_wakes_for IS 'a digest of the hours and wishes they were made for';

CREATE TABLE companion.armed (
    tenant_id   text NOT NULL,
    person_id   text NOT NULL,
    meeting_id  text NOT NULL,
    revision    bigint NOT NULL,
    wakes       text[] NOT NULL,
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
COMMENT ON TABLE companion.armed IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.armed.wakes IS 'the keys of the wakes that the plan of this revision asked for; they hold ids only';

ALTER TABLE companion.armed OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.armed TO companion_app;
ALTER TABLE companion.armed ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.armed FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.armed USING (tenant_id = current_setting('companion.tenant', true));

CREATE INDEX meeting_by_tenant_start ON companion.meeting (tenant_id, start_at) WHERE NOT is_gone;
CREATE INDEX subscription_by_person ON companion.subscription (tenant_id, person_id);

CREATE FUNCTION companion.known_subscriptions(tenants text[], subscriptions text[])
RETURNS TABLE (person_id text, client_state_hash bytea, is_watched boolean)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$ #variable_conflict use_column
BEGIN
    FOR place IN 1 .. cardinality(tenants) LOOP
        IF place = 1 OR tenants[place] <> tenants[place - 1] THEN
            PERFORM set_config('companion.tenant', tenants[place], true);
        END IF;
        SELECT s.person_id, s.client_state_hash, p.is_watched INTO person_id, client_state_hash, is_watched
            FROM companion.subscription s JOIN companion.person p ON p.tenant_id = s.tenant_id AND p.person_id = s.person_id
            WHERE s.tenant_id = tenants[place] AND s.subscription_id = subscriptions[place];
        RETURN NEXT;
    END LOOP;
    PERFORM set_config('companion.tenant', '', true);
END $$;
ALTER FUNCTION companion.known_subscriptions(text[], text[]) OWNER TO companion_owner;
COMMENT ON FUNCTION companion.known_subscriptions(text[], text[]) IS
    'a row for each, nulls where there is none; best sorted: each tenant is entered in its turn, so that row-level security holds';

CREATE FUNCTION companion.store_notices(tenants text[], people text[], subscriptions text[], what text[], received timestamptz)
RETURNS timestamptz LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$ BEGIN
    FOR place IN 1 .. cardinality(tenants) LOOP
        IF place = 1 OR tenants[place] <> tenants[place - 1] THEN
            PERFORM set_config('companion.tenant', tenants[place], true);
        END IF;
        INSERT INTO companion.notice (tenant_id, person_id, subscription_id, what, received_at)
            VALUES (tenants[place], people[place], subscriptions[place], what[place], received);
        IF what[place] = 'subscriptionRemoved' THEN
            DELETE FROM companion.subscription s WHERE s.tenant_id = tenants[place] AND s.subscription_id = subscriptions[place];
        END IF;
    END LOOP;
    PERFORM set_config('companion.tenant', '', true);
    RETURN transaction_timestamp() + (SELECT ahead FROM companion.clock);
END $$;
ALTER FUNCTION companion.store_notices(text[], text[], text[], text[], timestamptz) OWNER TO companion_owner;
COMMENT ON FUNCTION companion.store_notices(text[], text[], text[], text[], timestamptz) IS
    'stored; the instant from which the queue counts what is armed in this transaction, as this installation''s clock shows it';
