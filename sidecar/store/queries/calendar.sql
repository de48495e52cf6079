-- name: known_subscriptions
-- Whom each of these subscriptions watches, and the digest of its secret. $1: their tenants, sorted; $2: their ids.
SELECT * FROM companion.known_subscriptions($1, $2);

-- name: store_notices
-- Notices, stored before they are acknowledged. $1: their tenants, sorted; $2: people, $3: subscriptions, $4: what they say.
SELECT companion.store_notices($1, $2, $3, $4, $5) AS began_at;

-- name: subscription
-- Who a subscription watches, and the digest of its secret.
SELECT person_id, client_state_hash, expires_at FROM companion.subscription WHERE tenant_id = $1 AND subscription_id = $2;

-- name: subscriptions_of
-- A person's subscriptions.
SELECT subscription_id, created_at, expires_at, renew_at FROM companion.subscription WHERE tenant_id = $1 AND person_id = $2 ORDER BY expires_at DESC;

-- name: add_subscription
-- A subscription that is about to be made or was renewed.
INSERT INTO companion.subscription (tenant_id, subscription_id, person_id, client_state_hash, created_at, expires_at, renew_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, subscription_id) DO UPDATE
SET expires_at = excluded.expires_at, created_at = excluded.created_at, renew_at = excluded.renew_at;

-- name: drop_subscription
-- A subscription that is no more.
DELETE FROM companion.subscription WHERE tenant_id = $1 AND subscription_id = $2;

-- name: sweep_notices
-- Notices past their retention.
DELETE FROM companion.notice WHERE tenant_id = $1 AND received_at < $2;

-- name: sweep_meetings
-- Meetings past their retention, with what was delivered for them.
WITH old AS (DELETE FROM companion.meeting WHERE tenant_id = $1 AND end_at < $2 RETURNING person_id, meeting_id)
DELETE FROM companion.delivery d USING old WHERE d.tenant_id = $1 AND d.person_id = old.person_id AND d.meeting_id = old.meeting_id;

-- name: sweep_deliveries
-- Messages past their retention whose meeting is no longer stored.
DELETE FROM companion.delivery WHERE tenant_id = $1 AND shown_start < $2;

-- name: meetings_between
-- A person's meetings that touch a window, the gone ones too.
SELECT * FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND start_at < $4 AND end_at >= $3 ORDER BY start_at, meeting_id;

-- name: legs_between
-- What ended in a span of a person's calendar, is still in it, and may be a leg of a journey by its subject. $5: a pattern.
SELECT * FROM companion.meeting
WHERE tenant_id = $1 AND person_id = $2 AND end_at >= $3 AND end_at < $4 AND NOT is_gone AND event ->> 'subject' ~* $5
ORDER BY start_at, meeting_id;

-- name: meetings_to_plan
-- Coming meetings of watched people of whose wakes the queue lacks any, or that changed since they were planned.
SELECT m.* FROM companion.meeting m
JOIN companion.person p ON p.tenant_id = m.tenant_id AND p.person_id = m.person_id AND p.is_watched
LEFT JOIN companion.armed a ON a.tenant_id = m.tenant_id AND a.person_id = m.person_id AND a.meeting_id = m.meeting_id
WHERE m.tenant_id = $1 AND NOT m.is_gone AND m.start_at >= $2::timestamptz - interval '2 days' AND m.start_at < $3 AND m.end_at >= $2
  AND (a.revision IS DISTINCT FROM m.revision OR EXISTS (
      SELECT FROM unnest(a.wakes) w WHERE NOT EXISTS (
          SELECT FROM queue.pgqueuer q WHERE q.dedupe_key = w AND q.status IN ('queued', 'picked'))))
ORDER BY m.person_id, m.start_at;

-- name: is_read_due
-- Whether a calendar that Graph told of is still to be read. $1, $2: the first and the last key of its wakes, which are of one length.
SELECT EXISTS (SELECT FROM queue.pgqueuer WHERE dedupe_key >= $1 AND dedupe_key <= $2 AND length(dedupe_key) = length($2)
    AND status IN ('queued', 'picked')) AS is_due;

-- name: note_armed
-- The wakes that were armed for meetings. $3: [{meeting, revision, wakes}, …].
INSERT INTO companion.armed (tenant_id, person_id, meeting_id, revision, wakes)
SELECT $1, $2, e.meeting, e.revision, e.wakes FROM jsonb_to_recordset($3) AS e(meeting text, revision bigint, wakes text[])
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE SET revision = excluded.revision, wakes = excluded.wakes;

-- name: plan_with_same_client
-- Meetings with these clients are to be planned anew: another one of theirs came, went or moved.
DELETE FROM companion.armed a USING companion.meeting m
WHERE a.tenant_id = $1 AND a.person_id = $2 AND m.tenant_id = $1 AND m.person_id = $2 AND m.meeting_id = a.meeting_id
  AND m.client_domain = ANY ($3::text[]) AND m.end_at >= $4 AND m.meeting_id <> ALL ($5::text[]);

-- name: domains_of
-- The clients of some meetings.
SELECT DISTINCT client_domain FROM companion.meeting
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = ANY ($3::text[]) AND client_domain IS NOT NULL;

-- name: subscriptions_running_out
-- How many people's longest subscription has at most a quarter of its life left.
SELECT count(*) AS people FROM (
    SELECT s.person_id FROM companion.subscription s JOIN companion.person p USING (tenant_id, person_id)
    WHERE s.tenant_id = $1 AND p.is_watched
    GROUP BY s.person_id HAVING max(s.expires_at - (s.expires_at - s.created_at) / 4) <= $2) AS running_out;

-- name: coming_in_series
-- When the occurrences of a series start, from one of them on.
SELECT start_at FROM companion.meeting
WHERE tenant_id = $1 AND person_id = $2 AND series_id = $3 AND start_at >= $4 AND NOT is_gone ORDER BY start_at LIMIT 60;

-- name: lock_meeting
-- One meeting, held until the transaction ends.
SELECT * FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 FOR UPDATE;

-- name: meeting
-- One meeting.
SELECT * FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: timed_at
-- When one meeting was put at its present hour, as far as that is known, and how it stood when it was accepted.
SELECT timed_at, accepted FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: put_meeting
-- A meeting as the calendar has it now; its revision rises only when something changed.
INSERT INTO companion.meeting (tenant_id, person_id, meeting_id, series_id, start_at, end_at, event, digest, revision, client_domain)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE
SET series_id = excluded.series_id, start_at = excluded.start_at, end_at = excluded.end_at, event = excluded.event,
    timed_at = CASE WHEN meeting.start_at = excluded.start_at THEN meeting.timed_at ELSE $10 END,
    digest = excluded.digest, client_domain = excluded.client_domain, is_gone = false, revision = meeting.revision + 1
WHERE meeting.digest <> excluded.digest OR meeting.is_gone OR meeting.client_domain IS DISTINCT FROM excluded.client_domain
RETURNING revision, (xmax = 0) AS is_new;

-- name: note_accepted
-- The person accepts a meeting as it stands now.
UPDATE companion.meeting SET accepted = $4 WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: starts_in_series
-- When the known occurrences of a series were first planned for; cancelled ones too, for they keep its rhythm.
SELECT meeting_id, start_at FROM companion.meeting
WHERE tenant_id = $1 AND person_id = $2 AND series_id = $3 AND start_at >= $4 AND start_at <= $5 ORDER BY start_at LIMIT 120;

-- name: mark_gone
-- A meeting that the calendar no longer has.
UPDATE companion.meeting SET is_gone = true, revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND NOT is_gone RETURNING revision;

-- name: touch_meetings
-- A correction was made: everything planned for these meetings is to be looked at anew.
UPDATE companion.meeting SET revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND end_at >= $3 RETURNING meeting_id, revision, start_at;

-- name: met_before
-- Earlier meetings with the same client, newest first.
SELECT * FROM companion.meeting
WHERE tenant_id = $1 AND person_id = $2 AND client_domain = $3 AND start_at < $4 AND NOT is_gone ORDER BY start_at DESC LIMIT 10;

-- name: corrections
-- What this person has corrected.
SELECT * FROM companion.correction WHERE tenant_id = $1 AND person_id = $2 ORDER BY correction_id;

-- name: cue_reports
-- Lines about customs that people of a tenant reported as wrong, with what they wrote.
SELECT subject, value FROM companion.correction WHERE tenant_id = $1 AND kind = 'cue_report' ORDER BY made_at;

-- name: correct
-- One tap, kept.
INSERT INTO companion.correction (tenant_id, person_id, kind, subject, value, made_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (tenant_id, person_id, kind, subject) DO UPDATE SET value = excluded.value, made_at = excluded.made_at;

-- name: undo_correction
-- The tap taken back.
DELETE FROM companion.correction WHERE tenant_id = $1 AND person_id = $2 AND kind = $3 AND subject = $4;
