-- What is kept of one person, whichever table it stands in: shown, erased, and a note of each erasure that names nobody.

CREATE TABLE companion.erasure (
    tenant_id   text NOT NULL,
    erasure_id  bigint GENERATED ALWAYS AS IDENTITY,
    whom_hash   bytea NOT NULL,
    whose       text NOT NULL CHECK (whose IN ('ours', 'client', 'tenant')),
    erased_at   timestamptz NOT NULL,
    counts      jsonb NOT NULL,
    PRIMARY KEY (tenant_id, erasure_id)
);
CREATE INDEX erasure_by_whom ON companion.erasure (tenant_id, whom_hash);
COMMENT ON TABLE companion.erasure IS 'retention: 36 months after the erasure';
COMMENT ON COLUMN companion.erasure.tenant_id IS 'empty: a whole tenant was erased';
COMMENT ON COLUMN companion.erasure.whom_hash IS 'SHA-256 of tenant and address, or of the tenant: so that what is past is not read in again';
COMMENT ON COLUMN companion.erasure.counts IS 'by table: how many rows went, how many were changed';

ALTER TABLE companion.erasure OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.erasure TO companion_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA companion TO companion_app;
ALTER TABLE companion.erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.erasure USING (tenant_id = current_setting('companion.tenant', true));

COMMENT ON TABLE companion.promise IS 'retention: until it is kept or let go of, and 90 days more';

-- The five below run with the rights of the caller, so row-level security holds in them too. A row is named by its place,
-- which stays the same while the transaction holds its lock.

CREATE FUNCTION companion.rows_held(of_tenant text, in_table name, of_person text) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE AS $$ BEGIN
    IF of_person IS NOT NULL AND NOT EXISTS (SELECT FROM information_schema.columns c
        WHERE c.table_schema = 'companion' AND c.table_name = in_table AND c.column_name = 'person_id') THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format('SELECT to_jsonb(t) FROM companion.%I t WHERE t.tenant_id = $1%s', in_table,
        CASE WHEN of_person IS NULL THEN '' ELSE ' AND lower(t.person_id) = lower($2)' END) USING of_tenant, of_person;
END $$;
COMMENT ON FUNCTION companion.rows_held IS 'every row of a tenant in one table, or those of one person of ours';

CREATE FUNCTION companion.drop_held(of_tenant text, in_table name, of_person text) RETURNS bigint
LANGUAGE plpgsql AS $$ DECLARE dropped bigint := 0; BEGIN
    IF of_person IS NULL OR EXISTS (SELECT FROM information_schema.columns c
        WHERE c.table_schema = 'companion' AND c.table_name = in_table AND c.column_name = 'person_id') THEN
        EXECUTE format('DELETE FROM companion.%I t WHERE t.tenant_id = $1%s', in_table,
            CASE WHEN of_person IS NULL THEN '' ELSE ' AND lower(t.person_id) = lower($2)' END) USING of_tenant, of_person;
        GET DIAGNOSTICS dropped = ROW_COUNT;
    END IF;
    RETURN dropped;
END $$;
COMMENT ON FUNCTION companion.drop_held IS 'erase what rows_held gives; how many rows went';

CREATE FUNCTION companion.rows_naming(of_tenant text, in_table name, patterns text[], is_held boolean)
RETURNS TABLE (place tid, held jsonb, keys text[]) LANGUAGE plpgsql AS $$
DECLARE said text; bytes text; unique_columns text[]; BEGIN
    SELECT string_agg(format('t.%I', a.attname), ', ') FILTER (WHERE a.atttypid <> 'bytea'::regtype),
        string_agg(format(' OR lower(encode(t.%I, ''escape'') COLLATE "C") ~ ANY ($2)', a.attname), '') FILTER (WHERE a.atttypid = 'bytea'::regtype)
    INTO said, bytes FROM pg_attribute a
    WHERE a.attrelid = format('companion.%I', in_table)::regclass AND a.attnum > 0 AND NOT a.attisdropped;
    SELECT coalesce(array_agg(DISTINCT a.attname::text), '{}') INTO unique_columns
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = format('companion.%I', in_table)::regclass AND i.indisunique;
    RETURN QUERY EXECUTE format('SELECT t.ctid, to_jsonb(t), $3 FROM companion.%I t
        WHERE t.tenant_id = $1 AND (lower(ROW(%s)::text COLLATE "C") ~ ANY ($2)%s)%s', in_table, said, coalesce(bytes, ''),
        CASE WHEN NOT is_held THEN '' WHEN in_table = 'person' THEN ' FOR NO KEY UPDATE' ELSE ' FOR UPDATE' END)
        USING of_tenant, patterns, unique_columns;
END $$;
COMMENT ON FUNCTION companion.rows_naming IS 'rows of a tenant that say something like one of these regular expressions, once English letters are small, whatever the language of the database, and the columns that tell rows apart; held: until the transaction ends';

CREATE FUNCTION companion.rewrite_rows(of_tenant text, in_table name, places tid[], changed jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$ DECLARE columns text; one jsonb; touched bigint; total bigint := 0; BEGIN
    FOR place IN 1 .. cardinality(places) LOOP
        one := changed -> (place - 1);
        SELECT string_agg(format('%I', a.attname), ', ') INTO columns FROM pg_attribute a
        WHERE a.attrelid = format('companion.%I', in_table)::regclass AND one ? a.attname AND a.attgenerated = '';
        CONTINUE WHEN columns IS NULL;
        EXECUTE format('UPDATE companion.%1$I t SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::companion.%1$I, $3))
            WHERE t.ctid = $2 AND t.tenant_id = $1', in_table, columns) USING of_tenant, places[place], one;
        GET DIAGNOSTICS touched = ROW_COUNT;
        total := total + touched;
    END LOOP;
    RETURN total;
END $$;
COMMENT ON FUNCTION companion.rewrite_rows IS 'other words in some columns of some rows: for each place an object of them';

CREATE FUNCTION companion.drop_rows(of_tenant text, in_table name, places tid[]) RETURNS bigint
LANGUAGE plpgsql AS $$ DECLARE dropped bigint; BEGIN
    EXECUTE format('DELETE FROM companion.%I t WHERE t.ctid = ANY ($2) AND t.tenant_id = $1', in_table) USING of_tenant, places;
    GET DIAGNOSTICS dropped = ROW_COUNT;
    RETURN dropped;
END $$;
COMMENT ON FUNCTION companion.drop_rows IS 'erase some rows';

DO $$ DECLARE one regprocedure; BEGIN
    FOR one IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = 'companion' AND p.proname IN ('rows_held', 'drop_held', 'rows_naming', 'rewrite_rows', 'drop_rows') LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO companion_owner', one);
        EXECUTE format('ALTER FUNCTION %s SET search_path TO pg_catalog, companion', one);
    END LOOP;
END $$;

-- The server's own log of errors would quote the row that a constraint refused; where the login may not say so, its
-- administrator does.
DO $$ BEGIN
    EXECUTE format('ALTER DATABASE %I SET log_error_verbosity = terse', current_database());
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
