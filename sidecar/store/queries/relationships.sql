-- name: put_touches
-- Contacts, and the relationships they are of; the same one found again keeps its row, and says what is known of it now.
WITH given AS (
    SELECT * FROM unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $10::text[])
        AS one(client, touch_id, kind, happened_at, with_whom, doubt, name)
), put AS (
    INSERT INTO companion.touch (tenant_id, person_id, client, touch_id, kind, happened_at, with_whom, doubt, name)
    SELECT DISTINCT ON (client, touch_id) $1, $2, client, touch_id, kind, happened_at, with_whom, doubt, name FROM given
    ON CONFLICT (tenant_id, person_id, client, touch_id) DO UPDATE
    SET kind = excluded.kind, happened_at = excluded.happened_at, doubt = excluded.doubt,
        with_whom = coalesce(nullif(excluded.with_whom, ''), touch.with_whom)
    WHERE (touch.kind, touch.happened_at, touch.doubt) IS DISTINCT FROM (excluded.kind, excluded.happened_at, excluded.doubt)
), first AS (
    SELECT client, min(happened_at) FILTER (WHERE doubt = '')::date AS day FROM given GROUP BY client
)
INSERT INTO companion.relationship (tenant_id, person_id, client, known_since, seen_at)
SELECT $1, $2, client, day, $9::timestamptz FROM first
ON CONFLICT (tenant_id, person_id, client) DO UPDATE
SET known_since = least(relationship.known_since, excluded.known_since), seen_at = excluded.seen_at
WHERE relationship.known_since IS NULL OR excluded.known_since < relationship.known_since
   OR relationship.seen_at < excluded.seen_at - interval '1 day';

-- name: drop_touch
-- A contact that was none after all.
DELETE FROM companion.touch WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND touch_id = $4;

-- name: standings
-- Every relationship of a person with its newest real and doubted contacts, and the newest spoken one however long ago it was.
SELECT r.*, t.kinds, t.ats, t.doubts FROM companion.relationship r LEFT JOIN LATERAL (
    SELECT array_agg(kind) AS kinds, array_agg(happened_at) AS ats, array_agg(doubt) AS doubts FROM (
        (SELECT kind, happened_at, doubt FROM companion.touch
         WHERE tenant_id = r.tenant_id AND person_id = r.person_id AND client = r.client AND happened_at <= $3
           AND kind IN ('meeting_held', 'visit', 'call', 'mail_personal_in', 'mail_personal_out')
         ORDER BY happened_at DESC LIMIT 60)
        UNION ALL
        (SELECT kind, happened_at, doubt FROM companion.touch
         WHERE tenant_id = r.tenant_id AND person_id = r.person_id AND client = r.client AND happened_at <= $3 AND doubt <> ''
         ORDER BY happened_at DESC LIMIT 20)
        UNION ALL
        (SELECT kind, happened_at, doubt FROM companion.touch
         WHERE tenant_id = r.tenant_id AND person_id = r.person_id AND client = r.client AND happened_at <= $3
           AND kind IN ('meeting_held', 'visit', 'call') ORDER BY happened_at DESC LIMIT 1)
    ) AS newest
) t ON true
WHERE r.tenant_id = $1 AND r.person_id = $2 AND ($4::text IS NULL OR r.client = $4) ORDER BY r.client;

-- name: unanswered_between
-- Clients who wrote themselves in a span, and to whom nobody of ours wrote or spoke after it; the newest first.
SELECT client, max(happened_at) AS happened_at FROM companion.touch t
WHERE tenant_id = $1 AND person_id = $2 AND kind = 'mail_personal_in' AND doubt = '' AND happened_at >= $3 AND happened_at < $4 AND NOT EXISTS (
    SELECT FROM companion.touch o WHERE o.tenant_id = t.tenant_id AND o.person_id = t.person_id AND o.client = t.client
      AND o.happened_at > t.happened_at AND o.kind IN ('mail_personal_out', 'call', 'visit', 'meeting_held'))
GROUP BY client ORDER BY max(happened_at) DESC LIMIT 20;

-- name: touches_of
-- The newest contacts with one client, of every kind.
SELECT touch_id, kind, happened_at, with_whom, name, doubt FROM companion.touch
WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND happened_at <= $4 ORDER BY happened_at DESC, touch_id LIMIT $5;

-- name: addresses_at
-- Whom of some clients a person was in touch with, the last one first; by their name, where anything ever named them.
SELECT client, with_whom, coalesce(max(name) FILTER (WHERE strpos(name, '@') = 0 AND name <> ''), max(name)) AS name FROM companion.touch
WHERE tenant_id = $1 AND person_id = $2 AND client = ANY($3::text[]) AND with_whom <> '' AND doubt = ''
GROUP BY client, with_whom ORDER BY client, max(happened_at) DESC, with_whom;

-- name: visited
-- When a person was last at each client.
SELECT client, max(happened_at)::date AS day FROM companion.touch
WHERE tenant_id = $1 AND person_id = $2 AND kind = 'visit' AND happened_at <= $3 GROUP BY client;

-- name: colleagues_touched
-- In which month colleagues who share counts were last in touch with each client of a person.
WITH sharing AS (
    SELECT person_id FROM companion.person
    WHERE tenant_id = $1 AND person_id <> $2 AND is_watched AND preferences -> 'share_counts' = 'true'
)
SELECT t.client, date_trunc('month', max(t.happened_at) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS month
FROM sharing JOIN companion.touch t ON t.tenant_id = $1 AND t.person_id = sharing.person_id
JOIN companion.relationship r ON r.tenant_id = $1 AND r.person_id = $2 AND r.client = t.client
WHERE t.kind IN ('meeting_held', 'visit', 'call', 'mail_personal_in', 'mail_personal_out') AND t.happened_at <= $3
GROUP BY t.client;

-- name: meetings_by_client
-- When a person meets each client next, and for each series when it last was and is again; nothing cancelled or declined.
SELECT client_domain AS client, series_id, max(end_at) FILTER (WHERE end_at <= $3) AS last_at,
    min(start_at) FILTER (WHERE start_at > $3) AS next_at
FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND client_domain IS NOT NULL AND NOT is_gone
    AND (event ->> 'isCancelled') IS DISTINCT FROM 'true'
    AND lower(event #>> '{responseStatus,response}') IS DISTINCT FROM 'declined'
GROUP BY client_domain, series_id;

-- name: promises_by_client
-- How many promises of either side are open with each client.
SELECT client, count(*)::integer AS count FROM companion.promise WHERE tenant_id = $1 AND person_id = $2 AND state = 'open' GROUP BY client;

-- name: wanted_days
-- The days on which a person wanted to look in on clients.
SELECT client, check_in_on AS day FROM companion.check_in WHERE tenant_id = $1 AND person_id = $2;

-- name: cared_for
-- The clients for whom a person wants special care.
SELECT client FROM companion.client_wish WHERE tenant_id = $1 AND person_id = $2 AND is_care;

-- name: places_of
-- The towns that clients' own mails name, the newest first.
SELECT address, value FROM companion.evidence
WHERE tenant_id = $1 AND person_id = $2 AND kind = 'city' AND address = ANY($3::text[]) ORDER BY seen_at DESC, evidence_id;

-- name: all_around
-- Everybody beside the projects whom a person wrote down, and when they were last thanked.
SELECT a.client, a.name, a.what, a.noted_at, max(k.kept_at) AS thanked_at FROM companion.around a
LEFT JOIN companion.kept k ON k.tenant_id = a.tenant_id AND k.person_id = a.person_id AND k.client = a.client
    AND k.kind = 'thanked' AND k.what = a.name
WHERE a.tenant_id = $1 AND a.person_id = $2 AND ($3::text IS NULL OR a.client = $3)
GROUP BY a.client, a.name, a.what, a.noted_at ORDER BY a.client, a.name;

-- name: asked_lately
-- What a client was last asked, by the openers that were used in meetings.
SELECT kind, about, used_at FROM companion.opener_used
WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND kind <> 'surroundings' ORDER BY used_at DESC, opener_id LIMIT 5;

-- name: put_relationship
-- A relationship of which something is to be kept, whether one was in touch or not.
INSERT INTO companion.relationship (tenant_id, person_id, client, seen_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, person_id, client) DO NOTHING;

-- name: set_limits
-- The person's own limits in days; null: learnt or usual ones again.
UPDATE companion.relationship SET soft_days = $4, hard_days = $5, seen_at = $6 WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: set_key
-- Whether a client is a key client.
UPDATE companion.relationship SET is_key = $4, seen_at = $5 WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: set_off
-- Whether nothing is to be suggested for a client.
UPDATE companion.relationship SET is_off = $4, seen_at = $5 WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: set_since
-- Since when they know each other, as the person says.
UPDATE companion.relationship SET known_since = $4, seen_at = $5 WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: rest_relationship
-- Nothing is suggested for a client before a day; null: at once again.
UPDATE companion.relationship SET snoozed_until = $4, seen_at = $5 WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: mails_were_read
-- The mails with some clients were read.
UPDATE companion.relationship SET mails_read_at = $4 WHERE tenant_id = $1 AND person_id = $2 AND client = ANY($3::text[]);

-- name: suggest
-- Something is to be said on a day; said once.
INSERT INTO companion.suggestion (tenant_id, person_id, day, kind, client, about, weight) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT DO NOTHING;

-- name: suggestions_on
-- What is to be said on a day, the heaviest first.
SELECT * FROM companion.suggestion WHERE tenant_id = $1 AND person_id = $2 AND day = $3 ORDER BY weight DESC, kind, client;

-- name: suggestions_since
-- What was said from a day on, the newest first.
SELECT * FROM companion.suggestion WHERE tenant_id = $1 AND person_id = $2 AND day >= $3 ORDER BY day DESC, weight DESC, kind, client;

-- name: answer_suggestions
-- What a person tapped for what was said of a client: it is not said again that day.
UPDATE companion.suggestion SET answer = $4
WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND day >= $5 AND kind = ANY($6::text[]) AND answer = '';

-- name: unanswer_suggestions
-- A tap taken back.
UPDATE companion.suggestion SET answer = ''
WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND day = $4 AND answer = $5;

-- name: keep_line
-- Something to remember of a client in the person's own words.
INSERT INTO companion.kept (tenant_id, person_id, kept_id, client, kind, what, said, kept_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (tenant_id, person_id, kept_id) DO UPDATE SET said = excluded.said, kept_at = excluded.kept_at;

-- name: drop_line
-- Something that is not to be remembered any more.
DELETE FROM companion.kept WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND kept_id = $4 RETURNING kept_id;

-- name: lines_of
-- What is remembered of one client, or with null of all, the oldest first.
SELECT * FROM companion.kept WHERE tenant_id = $1 AND person_id = $2 AND ($3::text IS NULL OR client = $3)
ORDER BY kept_at, kept_id LIMIT 300;

-- name: was_tended
-- Whether a person's relationships were looked at on a day.
SELECT tended_on FROM companion.tended WHERE tenant_id = $1 AND person_id = $2 AND tended_on >= $3;

-- name: mark_tended
-- A person's relationships were looked at.
INSERT INTO companion.tended (tenant_id, person_id, tended_on) VALUES ($1, $2, $3)
ON CONFLICT (tenant_id, person_id) DO UPDATE SET tended_on = excluded.tended_on;

-- name: habits_used
-- How often a person, and each colleague who shares counts, did some things since an instant.
WITH who AS (
    SELECT person_id FROM companion.person
    WHERE tenant_id = $1 AND (person_id = $2 OR (is_watched AND preferences -> 'share_counts' = 'true'))
), done AS (
    SELECT person_id, CASE kind WHEN 'parked' THEN 'parked' WHEN 'promise' THEN 'promise' END AS habit FROM companion.note
    WHERE tenant_id = $1 AND made_at >= $3 AND kind IN ('parked', 'promise')
    UNION ALL SELECT person_id, 'must' FROM companion.must_cover WHERE tenant_id = $1 AND made_at >= $3 AND said IS NOT NULL
    UNION ALL SELECT person_id, 'role' FROM companion.correction WHERE tenant_id = $1 AND kind = 'role'
    UNION ALL SELECT person_id, 'check' FROM companion.tick WHERE tenant_id = $1 AND ticked_at >= $3
    UNION ALL SELECT person_id, 'asked' FROM companion.opener_used WHERE tenant_id = $1 AND used_at >= $3
    UNION ALL SELECT person_id, kind FROM companion.touch WHERE tenant_id = $1 AND happened_at >= $3 AND kind IN ('call', 'visit')
)
SELECT person_id, habit FROM done JOIN who USING (person_id) GROUP BY person_id, habit;

-- name: sharing_colleagues
-- How many colleagues share counts.
SELECT count(*)::integer AS count FROM companion.person
WHERE tenant_id = $1 AND person_id <> $2 AND is_watched AND preferences -> 'share_counts' = 'true';

-- name: sweep_relationships
-- What is past its retention: contacts and lines after 24 months, suggestions after 13.
WITH touches AS (DELETE FROM companion.touch WHERE tenant_id = $1 AND happened_at < $2),
    lines AS (DELETE FROM companion.kept WHERE tenant_id = $1 AND kept_at < $2),
    said AS (DELETE FROM companion.suggestion WHERE tenant_id = $1 AND day < $3)
DELETE FROM companion.relationship r WHERE r.tenant_id = $1 AND r.seen_at < $2
    AND NOT EXISTS (SELECT FROM companion.touch t
        WHERE t.tenant_id = $1 AND t.person_id = r.person_id AND t.client = r.client AND t.happened_at >= $2);
