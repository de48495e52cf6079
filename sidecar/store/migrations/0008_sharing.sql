-- Whom people of ours have met, for those who share it as counts: no names of theirs, no subjects, no day.

CREATE TABLE companion.met (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    organisation  text NOT NULL,
    address       text NOT NULL,
    month         date NOT NULL CHECK (extract(day FROM month) = 1),
    PRIMARY KEY (tenant_id, person_id, organisation, address, month),
    FOREIGN KEY (tenant_id, person_id) REFERENCES companion.person ON DELETE CASCADE
);
COMMENT ON TABLE companion.met IS 'retention: 12 months after the meeting, and only while the person shares counts';
COMMENT ON COLUMN companion.met.month IS 'the first day of the month in which they met; meetings that are still stored are not in here';

ALTER TABLE companion.met OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.met TO companion_app;
ALTER TABLE companion.met ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.met FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.met USING (tenant_id = current_setting('companion.tenant', true));

CREATE FUNCTION companion.met_in(event jsonb, organisation text) RETURNS SETOF text LANGUAGE sql IMMUTABLE AS $$
    SELECT DISTINCT found.address
    FROM (
        SELECT lower(one #>> '{emailAddress,address}') AS address, one #>> '{status,response}' AS response
        FROM jsonb_array_elements(
            CASE jsonb_typeof(event -> 'attendees') WHEN 'array' THEN event -> 'attendees' ELSE '[]' END
            || jsonb_build_array(event -> 'organizer')
        ) AS one
    ) AS found
    WHERE found.response IS DISTINCT FROM 'declined'
      AND (found.address = organisation OR right(found.address, length(organisation) + 1) IN ('@' || organisation, '.' || organisation))
      AND lower(coalesce(event ->> 'sensitivity', 'normal')) = 'normal'
      AND event ->> 'isCancelled' IS DISTINCT FROM 'true'
      AND event ->> 'isAllDay' IS DISTINCT FROM 'true'
      AND event ->> 'showAs' IS DISTINCT FROM 'free'
      AND event #>> '{responseStatus,response}' IS DISTINCT FROM 'declined'
$$;
ALTER FUNCTION companion.met_in(jsonb, text) OWNER TO companion_owner;
COMMENT ON FUNCTION companion.met_in IS 'who of an organisation took part in a meeting; nobody where it was private, sensitive, or did not take place';
