-- What was read on the web for a client, what it came to, and how much is used up of each day's budgets.

CREATE TABLE companion.page (
    tenant_id     text NOT NULL REFERENCES companion.tenant ON DELETE CASCADE,
    url           text NOT NULL,
    final_url     text NOT NULL,
    status        integer NOT NULL,
    content_type  text NOT NULL,
    charset       text,
    body          bytea NOT NULL,
    redirects     text[] NOT NULL DEFAULT '{}',
    fetched_at    timestamptz NOT NULL,
    etag          text,
    last_modified text,
    PRIMARY KEY (tenant_id, url)
);
COMMENT ON TABLE companion.page IS 'retention: 30 days';

CREATE TABLE companion.daily_use (
    tenant_id  text NOT NULL REFERENCES companion.tenant ON DELETE CASCADE,
    what       text NOT NULL,
    day        date NOT NULL,
    requests   integer NOT NULL,
    size       bigint NOT NULL,
    PRIMARY KEY (tenant_id, what, day)
);
COMMENT ON TABLE companion.daily_use IS 'retention: 2 days';
COMMENT ON COLUMN companion.daily_use.what IS 'web:<client> in requests and bytes, or model in calls and tokens';

CREATE TABLE companion.dossier (
    tenant_id     text NOT NULL REFERENCES companion.tenant ON DELETE CASCADE,
    organisation  text NOT NULL,
    found         jsonb NOT NULL,
    read_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, organisation)
);
COMMENT ON TABLE companion.dossier IS 'retention: 90 days';

DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT unnest(ARRAY['page', 'daily_use', 'dossier']) LOOP
        EXECUTE format('ALTER TABLE companion.%I OWNER TO companion_owner', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON companion.%I TO companion_app', name);
        EXECUTE format('ALTER TABLE companion.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE companion.%I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY one_tenant ON companion.%I USING (tenant_id = current_setting(''companion.tenant'', true))', name);
    END LOOP;
END $$;
