-- name: kept_page
-- A page as it was read last.
SELECT * FROM companion.page WHERE tenant_id = $1 AND url = $2;

-- name: keep_page
-- A page, in place of an older reading of it.
INSERT INTO companion.page
    (tenant_id, url, final_url, status, content_type, charset, body, redirects, fetched_at, etag, last_modified)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (tenant_id, url) DO UPDATE
SET final_url = excluded.final_url, status = excluded.status, content_type = excluded.content_type, charset = excluded.charset,
    body = excluded.body, redirects = excluded.redirects, fetched_at = excluded.fetched_at, etag = excluded.etag,
    last_modified = excluded.last_modified;

-- name: spend_web
-- Requests and bytes for one client and day, added up; the sums after adding.
INSERT INTO companion.daily_use (tenant_id, what, day, requests, size) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, what, day) DO UPDATE
SET requests = daily_use.requests + excluded.requests, size = daily_use.size + excluded.size
RETURNING requests, size;

-- name: take_tokens
-- Tokens of a day's budget, in one statement; a row only where they fit into it.
INSERT INTO companion.daily_use (tenant_id, what, day, requests, size)
SELECT $1, 'model', $2, 1, $3::bigint WHERE $3::bigint <= $4::bigint
ON CONFLICT (tenant_id, what, day) DO UPDATE
SET requests = daily_use.requests + 1, size = daily_use.size + excluded.size WHERE daily_use.size + excluded.size <= $4::bigint
RETURNING size;

-- name: give_back_tokens
-- What was taken and not used.
UPDATE companion.daily_use SET size = greatest(0, size - $3) WHERE tenant_id = $1 AND what = 'model' AND day = $2;

-- name: dossier
-- What is known of an organisation.
SELECT found, read_at FROM companion.dossier WHERE tenant_id = $1 AND organisation = $2;

-- name: keep_dossier
-- What is known of an organisation now.
INSERT INTO companion.dossier (tenant_id, organisation, found, read_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, organisation) DO UPDATE SET found = excluded.found, read_at = excluded.read_at;

-- name: tell_panels_with_client
-- A word to the open panels of everybody who meets an organisation, or met it since an instant.
SELECT pg_notify('companion_panel', $1 || ' ' || person_id) FROM (
    SELECT DISTINCT person_id FROM companion.meeting
    WHERE tenant_id = $1 AND end_at >= $3 AND NOT is_gone
      AND (client_domain = $2 OR client_domain IS NOT NULL AND EXISTS (SELECT FROM companion.met_in(event, $2)))) one;

-- name: meetings_with_client
-- Coming client meetings in which somebody of an organisation takes part, of everybody here.
SELECT person_id, meeting_id, revision FROM companion.meeting
WHERE tenant_id = $1 AND start_at >= $3 AND NOT is_gone
  AND (client_domain = $2 OR client_domain IS NOT NULL AND EXISTS (SELECT FROM companion.met_in(event, $2)))
ORDER BY person_id, start_at LIMIT 200;

-- name: languages_with_client
-- The languages of everybody here who is to meet an organisation.
SELECT DISTINCT p.language FROM companion.meeting m
JOIN companion.person p ON p.tenant_id = m.tenant_id AND p.person_id = m.person_id
WHERE m.tenant_id = $1 AND m.start_at >= $3 AND NOT m.is_gone
  AND (m.client_domain = $2 OR m.client_domain IS NOT NULL AND EXISTS (SELECT FROM companion.met_in(m.event, $2)));

-- name: sweep_pages
-- Pages past their retention.
DELETE FROM companion.page WHERE tenant_id = $1 AND fetched_at < $2;

-- name: sweep_daily_use
-- Budgets of days gone by.
DELETE FROM companion.daily_use WHERE tenant_id = $1 AND day < $2::date;

-- name: sweep_dossiers
-- What was found of an organisation long ago.
DELETE FROM companion.dossier WHERE tenant_id = $1 AND read_at < $2;
