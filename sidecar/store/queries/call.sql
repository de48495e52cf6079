-- name: call
-- One person's call of one meeting.
SELECT * FROM companion.call WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: call_of_meeting
-- The link of one meeting, and its call, where one is stored.
SELECT coalesce(m.thread_id, c.thread_part) AS thread_id, c.live, c.look_at, c.looks, c.followed FROM companion.meeting m LEFT JOIN companion.call c
ON c.tenant_id = m.tenant_id AND c.person_id = m.person_id AND c.meeting_id = m.meeting_id
WHERE m.tenant_id = $1 AND m.person_id = $2 AND m.meeting_id = $3;

-- name: put_call
-- The call as it stands now, and when it is looked at next. Its revision rises where $7 says that something is seen to be other.
INSERT INTO companion.call (tenant_id, person_id, meeting_id, live, look_at, looks, followed)
VALUES ($1, $2, $3, $4, $5, $6, $8)
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE SET live = excluded.live, look_at = excluded.look_at,
    looks = excluded.looks, followed = excluded.followed, revision = call.revision + CASE WHEN $7::boolean THEN 1 ELSE 0 END
RETURNING revision;

-- name: calls_to_look_at
-- Calls whose look is overdue: its wake was lost.
SELECT c.meeting_id, c.look_at, c.looks FROM companion.call c JOIN companion.meeting m USING (tenant_id, person_id, meeting_id)
WHERE c.tenant_id = $1 AND c.person_id = $2 AND c.look_at < $3 AND NOT m.is_gone;

-- name: call_events_of
-- What happened in the calls under one link, the oldest first, from an instant on.
SELECT * FROM companion.call_event WHERE tenant_id = $1 AND thread_part = $2 AND happened_at >= $3 ORDER BY happened_at, event_id;

-- name: has_told_of_calls
-- Whether Teams told of any call under one link before an instant.
SELECT EXISTS (SELECT FROM companion.call_event WHERE tenant_id = $1 AND thread_part = $2 AND happened_at < $3) AS has_told;

-- name: meetings_of_link
-- Everybody's meetings under one link around an instant, and those whose call runs wherever they were moved; of each person
-- the nearest first.
SELECT m.person_id, m.meeting_id, coalesce(c.live ->> 'held_from', '') <> '' AS is_held FROM companion.meeting m
LEFT JOIN companion.call c ON c.tenant_id = m.tenant_id AND c.person_id = m.person_id AND c.meeting_id = m.meeting_id
WHERE m.tenant_id = $1 AND (m.thread_id = $2 OR c.thread_part = $2) AND NOT m.is_gone
  AND ((m.start_at < $4 AND m.end_at > $3) OR coalesce(c.live ->> 'held_from', '') <> '')
ORDER BY m.person_id, greatest(m.start_at - $5::timestamptz, $5::timestamptz - m.end_at, interval '0'),
    abs(extract(epoch FROM m.start_at - $5::timestamptz));

-- name: others_of_link
-- The other meetings of a person under one link, around an instant.
SELECT start_at, end_at FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND thread_id = $3 AND meeting_id <> $4
  AND NOT is_gone AND start_at < $6 AND end_at > $5 ORDER BY start_at;

-- name: claim_call_card
-- The card is about to be sent for a hint; a row only for the one who may. The same wake may again after a crash, another
-- one only where the claim is old. Where a sender died, `sending_at` says since when the message may be there.
UPDATE companion.call SET claimed_at = $5, claimed_by = $6
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3
  AND (claimed_at IS NULL OR claimed_by = $6 OR claimed_at < $7) AND (card_sent_at IS NULL OR (card_hint = '' AND $4 <> ''))
RETURNING activity_id, sending_at;

-- name: call_card_begun
-- Teams is asked now, by the wake that claimed it.
UPDATE companion.call SET sending_at = $5
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND claimed_by = $4 AND sending_at IS NULL;

-- name: call_card_not_sent
-- Teams said that it has not taken it.
UPDATE companion.call SET sending_at = NULL WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND claimed_by = $4;

-- name: call_card_sent
-- Teams has it.
UPDATE companion.call SET activity_id = $4, card_digest = $5, card_hint = $6, card_sent_at = $7, claimed_at = NULL, claimed_by = NULL,
    sending_at = NULL
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: call_card_edited
-- The card in the chat now shows this.
UPDATE companion.call SET card_digest = $4
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND activity_id IS NOT DISTINCT FROM $5;

-- name: release_call_card
-- Nothing was sent after all by the wake that claimed it.
UPDATE companion.call SET claimed_at = NULL, claimed_by = NULL, sending_at = NULL
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND claimed_by = $4;

-- name: call_card_gone
-- The message in the chat was deleted: nothing is edited any more.
UPDATE companion.call SET activity_id = NULL WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND activity_id = $4;

-- name: call_card_tapped
-- The message that was tapped shows this now; where we know no other, it is the one that follows the call.
UPDATE companion.call SET activity_id = $4, card_digest = $5, card_sent_at = coalesce(card_sent_at, claimed_at)
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND (activity_id IS NULL OR activity_id = $4);

-- name: short_links_at
-- A person's Teams meetings around an instant whose short link names no chat, and of which none was learnt.
SELECT m.meeting_id FROM companion.meeting m
LEFT JOIN companion.call c ON c.tenant_id = m.tenant_id AND c.person_id = m.person_id AND c.meeting_id = m.meeting_id
WHERE m.tenant_id = $1 AND m.person_id = $2 AND NOT m.is_gone AND m.thread_id IS NULL AND c.thread_part IS NULL
  AND m.start_at <= $3::timestamptz + interval '1 hour' AND m.end_at >= $3::timestamptz - interval '15 minutes'
  AND left(coalesce(nullif(m.event #>> '{onlineMeeting,joinUrl}', ''), nullif(m.event ->> 'onlineMeetingUrl', ''),
      coalesce(m.event #>> '{location,displayName}', '') || ' ' || coalesce(m.event #>> '{body,content}', '')), 100000)
      ~ 'https://teams[.][a-z.]{3,40}/meet/';

-- name: learn_thread
-- Which chat a meeting has whose link does not say.
INSERT INTO companion.call (tenant_id, person_id, meeting_id, live, thread_part) VALUES ($1, $2, $3, '{}', $4)
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE SET thread_part = excluded.thread_part;
