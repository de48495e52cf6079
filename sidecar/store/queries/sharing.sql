-- name: share_counts
-- Switch on or off that colleagues see counts; whatever else the person prefers stays.
UPDATE companion.person
SET preferences = CASE WHEN $3::boolean THEN preferences || '{"share_counts": true}' ELSE preferences - 'share_counts' END
WHERE tenant_id = $1 AND person_id = $2;

-- name: forget_met
-- Nothing is kept of somebody who no longer shares.
DELETE FROM companion.met WHERE tenant_id = $1 AND person_id = $2;

-- name: do_colleagues_share
-- Whether anybody of a tenant but this person shares whom they met.
SELECT EXISTS (SELECT FROM companion.person
    WHERE tenant_id = $1 AND person_id <> $2 AND is_watched AND preferences -> 'share_counts' = 'true') AS they_do;

-- name: colleagues_who_met
-- Counts only: how many colleagues share, and how many of them met an organisation, and these people of it, since an instant.
-- Where nobody shares, no meeting is looked at.
WITH sharing AS (
    SELECT person_id FROM companion.person
    WHERE tenant_id = $1 AND person_id <> $2 AND is_watched AND preferences -> 'share_counts' = 'true'
), found AS (
    SELECT met.person_id, met.address, met.month FROM companion.met JOIN sharing USING (person_id)
    WHERE met.tenant_id = $1 AND met.organisation = $3 AND met.month >= $6::timestamptz AT TIME ZONE 'UTC'
      AND EXISTS (SELECT FROM sharing)
    UNION ALL
    SELECT meeting.person_id, who.address, date_trunc('month', meeting.start_at AT TIME ZONE 'UTC')::date
    FROM companion.meeting JOIN sharing USING (person_id), companion.met_in(meeting.event, $3) AS who(address)
    WHERE meeting.tenant_id = $1 AND meeting.client_domain = $3 AND NOT meeting.is_gone
      AND meeting.start_at >= $6::timestamptz AND meeting.end_at <= $5::timestamptz AND EXISTS (SELECT FROM sharing)
)
SELECT (SELECT count(*) FROM sharing) AS sharing, count(DISTINCT person_id) AS met,
    count(DISTINCT person_id) FILTER (WHERE address = ANY($4::text[])) AS met_these, max(month) AS latest
FROM found;

-- name: keep_met
-- Meetings that are about to be let go of leave behind, for those who share, only who was met and in which month.
INSERT INTO companion.met (tenant_id, person_id, organisation, address, month)
SELECT DISTINCT $1::text, meeting.person_id, meeting.client_domain, who.address,
    date_trunc('month', meeting.start_at AT TIME ZONE 'UTC')::date
FROM companion.meeting JOIN companion.person USING (tenant_id, person_id),
    companion.met_in(meeting.event, meeting.client_domain) AS who(address)
WHERE meeting.tenant_id = $1 AND meeting.end_at < $2 AND NOT meeting.is_gone AND person.preferences -> 'share_counts' = 'true'
ON CONFLICT DO NOTHING;

-- name: sweep_met
-- Months that are past their retention, and all of whoever does not share, however that was switched off.
DELETE FROM companion.met USING companion.person
WHERE met.tenant_id = $1 AND person.tenant_id = met.tenant_id AND person.person_id = met.person_id
  AND (month < $2::timestamptz AT TIME ZONE 'UTC' OR person.preferences -> 'share_counts' IS DISTINCT FROM 'true');
