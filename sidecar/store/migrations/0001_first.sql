-- The first schema. Two roles: companion_owner owns, companion_app reads and writes under row-level security.
-- Every table names its retention class in its comment; a test reads them.

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'companion_owner') THEN CREATE ROLE companion_owner NOLOGIN; END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'companion_app') THEN CREATE ROLE companion_app NOLOGIN; END IF;
    EXECUTE format('GRANT companion_owner, companion_app TO %I', current_user);
END $$;

CREATE SCHEMA IF NOT EXISTS companion AUTHORIZATION companion_owner;
GRANT USAGE ON SCHEMA companion TO companion_app;

CREATE TABLE companion.schema_version (
    number      integer PRIMARY KEY,
    applied_at  timestamptz NOT NULL DEFAULT statement_timestamp()
);
COMMENT ON TABLE companion.schema_version IS 'retention: for ever';

CREATE TABLE companion.clock (
    is_only     boolean PRIMARY KEY DEFAULT true CHECK (is_only),
    ahead       interval NOT NULL DEFAULT '0'
);
INSERT INTO companion.clock DEFAULT VALUES;
COMMENT ON TABLE companion.clock IS 'retention: for ever';

CREATE TABLE companion.wake_start (
    job_id   bigint PRIMARY KEY,
    started  integer NOT NULL
);
COMMENT ON TABLE companion.wake_start IS 'retention: until done';

CREATE TABLE companion.tenant (
    tenant_id   text PRIMARY KEY
);
COMMENT ON TABLE companion.tenant IS 'retention: while installed';

CREATE TABLE companion.organisation (
    tenant_id   text PRIMARY KEY REFERENCES companion.tenant ON DELETE CASCADE,
    domains     text[] NOT NULL DEFAULT '{}',
    read_at     timestamptz
);
COMMENT ON TABLE companion.organisation IS 'retention: while installed';

CREATE TABLE companion.person (
    tenant_id        text NOT NULL REFERENCES companion.tenant ON DELETE CASCADE,
    person_id        text NOT NULL,
    address          text NOT NULL DEFAULT '',
    name             text NOT NULL DEFAULT '',
    zone             text NOT NULL DEFAULT 'UTC',
    language         text NOT NULL DEFAULT 'en',
    working_hours    jsonb,
    preferences      jsonb NOT NULL DEFAULT '{}',
    is_installed     boolean NOT NULL DEFAULT true,
    installed_at     timestamptz NOT NULL,
    conversation     jsonb,
    notices          bigint NOT NULL DEFAULT 0,
    is_dirty         boolean NOT NULL DEFAULT false,
    calendar_read_at timestamptz,
    leased_until     timestamptz,
    problem          text,
    PRIMARY KEY (tenant_id, person_id)
);
COMMENT ON TABLE companion.person IS 'retention: while installed';

CREATE TABLE companion.subscription (
    tenant_id         text NOT NULL,
    subscription_id   text NOT NULL,
    person_id         text NOT NULL,
    client_state_hash bytea NOT NULL,
    created_at        timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, subscription_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.subscription IS 'retention: while installed';

CREATE TABLE companion.notice (
    tenant_id        text NOT NULL,
    notice_id        bigint GENERATED ALWAYS AS IDENTITY,
    person_id        text NOT NULL,
    subscription_id  text NOT NULL,
    what             text NOT NULL,
    received_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, notice_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.notice IS 'retention: 2 days';

CREATE TABLE companion.meeting (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    meeting_id    text NOT NULL,
    series_id     text,
    start_at      timestamptz NOT NULL,
    end_at        timestamptz NOT NULL,
    event         jsonb NOT NULL,
    digest        text NOT NULL,
    revision      bigint NOT NULL,
    is_gone       boolean NOT NULL DEFAULT false,
    client_domain text,
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX meeting_by_start ON companion.meeting (tenant_id, person_id, start_at);
CREATE INDEX meeting_by_client ON companion.meeting (tenant_id, person_id, client_domain, start_at);
COMMENT ON TABLE companion.meeting IS 'retention: 30 days after the meeting';

CREATE TABLE companion.delivery (
    tenant_id    text NOT NULL,
    person_id    text NOT NULL,
    meeting_id   text NOT NULL,
    kind         text NOT NULL,
    round        integer NOT NULL,
    state        text NOT NULL CHECK (state IN ('claimed', 'sent', 'merged', 'folded', 'moved', 'withdrawn')),
    due_at       timestamptz NOT NULL,
    shown_start  timestamptz NOT NULL,
    claimed_at   timestamptz NOT NULL,
    claimed_by   text NOT NULL,
    activity_id  text,
    card_digest  text,
    sent_at      timestamptz,
    edited_at    timestamptz,
    PRIMARY KEY (tenant_id, person_id, meeting_id, kind, round),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
CREATE INDEX delivery_by_day ON companion.delivery (tenant_id, person_id, claimed_at);
CREATE INDEX delivery_by_activity ON companion.delivery (tenant_id, person_id, activity_id);
COMMENT ON TABLE companion.delivery IS 'retention: 30 days after the meeting';

CREATE TABLE companion.correction (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    correction_id bigint GENERATED ALWAYS AS IDENTITY,
    kind          text NOT NULL,
    subject       text NOT NULL,
    value         text NOT NULL DEFAULT '',
    made_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, correction_id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE,
    UNIQUE (tenant_id, person_id, kind, subject)
);
COMMENT ON TABLE companion.correction IS 'retention: while installed';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'companion' LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
    END LOOP;
    FOR name IN SELECT unnest(ARRAY['organisation', 'person', 'subscription', 'notice', 'meeting', 'delivery', 'correction']) LOOP
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;
REVOKE INSERT, UPDATE, DELETE ON companion.schema_version FROM companion_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA companion TO companion_app;
