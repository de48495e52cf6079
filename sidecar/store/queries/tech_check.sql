-- name: add_link
-- A one-time link to the tech check.
INSERT INTO companion.one_time_link (tenant_id, link_hash, person_id, meeting_id, expires_at) VALUES ($1, $2, $3, $4, $5);

-- name: use_link
-- Open a link and begin its session; a row only for the first who comes in time.
UPDATE companion.one_time_link SET used_at = $3, session_hash = $4, session_expires_at = $5
WHERE tenant_id = $1 AND link_hash = $2 AND used_at IS NULL AND expires_at > $3
RETURNING person_id, meeting_id;

-- name: link_meeting
-- Which meeting a link is for.
SELECT meeting_id FROM companion.one_time_link WHERE tenant_id = $1 AND link_hash = $2;

-- name: check_session
-- Whose session this is, and what for.
SELECT person_id, meeting_id, session_expires_at FROM companion.one_time_link
WHERE tenant_id = $1 AND session_hash = $2 AND session_expires_at > $3;

-- name: sweep_links
-- Links and sessions that are over.
DELETE FROM companion.one_time_link WHERE tenant_id = $1 AND expires_at < $2;

-- name: keep_check
-- What one run of the check measured; results that come again for it replace the earlier ones.
INSERT INTO companion.device_check (tenant_id, person_id, check_id, meeting_id, place, results, taken_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, person_id, check_id) DO UPDATE SET results = excluded.results, taken_at = excluded.taken_at;

-- name: checks_of
-- A person's last runs before an instant, newest first: the last ones that tried one of the devices $4 or the sharing of a
-- screen are among them, however many measured only something else since.
SELECT check_id, meeting_id, place, results, taken_at FROM (
    SELECT *, row_number() OVER (
        PARTITION BY jsonb_path_exists(results, '$[*] ? (@.id == $devices[*] && (@.state == "ok" || @.state == "problem"))',
                jsonb_build_object('devices', $4::text[])),
            jsonb_path_exists(results, '$[*] ? (@.id == "screen_share")')
        ORDER BY taken_at DESC, check_id) AS age
    FROM companion.device_check WHERE tenant_id = $1 AND person_id = $2 AND taken_at <= $3) run
WHERE age <= 5 ORDER BY taken_at DESC, check_id;

-- name: trim_checks
-- Only the newest runs of a person are kept, told apart as in checks_of.
DELETE FROM companion.device_check WHERE tenant_id = $1 AND person_id = $2 AND check_id IN (
    SELECT check_id FROM (
        SELECT check_id, row_number() OVER (
            PARTITION BY jsonb_path_exists(results, '$[*] ? (@.id == $devices[*] && (@.state == "ok" || @.state == "problem"))',
                    jsonb_build_object('devices', $4::text[])),
                jsonb_path_exists(results, '$[*] ? (@.id == "screen_share")')
            ORDER BY taken_at DESC, check_id) AS age
        FROM companion.device_check WHERE tenant_id = $1 AND person_id = $2) run
    WHERE age > $3);

-- name: sweep_checks
-- Runs past their retention.
DELETE FROM companion.device_check WHERE tenant_id = $1 AND taken_at < $2;

-- name: online_meeting
-- The options of one online meeting as they were last read.
SELECT state, options, read_at FROM companion.online_meeting WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: online_meetings_read
-- Which of some meetings had their options read, or refused, since an instant.
SELECT meeting_id FROM companion.online_meeting
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = ANY($3::text[]) AND read_at >= $4;

-- name: keep_online_meeting
-- The options of one online meeting, in place of older ones; a row only where they say something else than before.
WITH before AS (
    SELECT state, options FROM companion.online_meeting WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3
), kept AS (
    INSERT INTO companion.online_meeting (tenant_id, person_id, meeting_id, state, options, read_at)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE
    SET state = excluded.state, options = excluded.options, read_at = excluded.read_at RETURNING state, options
)
SELECT kept.state FROM kept LEFT JOIN before ON true WHERE (before.state, before.options) IS DISTINCT FROM (kept.state, kept.options);

-- name: sweep_online_meetings
-- Options of meetings past their retention.
DELETE FROM companion.online_meeting WHERE tenant_id = $1
  AND NOT EXISTS (SELECT FROM companion.meeting m
                  WHERE m.tenant_id = $1 AND m.person_id = online_meeting.person_id AND m.meeting_id = online_meeting.meeting_id);
