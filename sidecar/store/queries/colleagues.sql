-- name: lock_call
-- Whatever colleagues write of one call is written one after the other, until the transaction ends.
SELECT pg_advisory_xact_lock(hashtextextended($1::text || '|' || $2::text, 27));

-- name: also_in_call
-- Who else of ours has this very call in their calendar, did not decline it, and has the bot. $3: the calendar's id, $4: its start.
SELECT m.person_id, m.meeting_id, p.name, p.address FROM companion.meeting m JOIN companion.person p USING (tenant_id, person_id)
WHERE m.tenant_id = $1 AND m.person_id <> $2 AND m.event ->> 'iCalUId' = $3 AND m.start_at = $4 AND NOT m.is_gone AND p.is_watched
    AND lower(m.event #>> '{responseStatus,response}') IS DISTINCT FROM 'declined'
ORDER BY m.person_id;

-- name: follow_up_owner
-- Who has the follow-up of a call, while they have the bot.
SELECT h.person_id, p.name, p.address FROM companion.follow_up_owner h JOIN companion.person p USING (tenant_id, person_id)
WHERE h.tenant_id = $1 AND h.call_uid = $2 AND p.is_watched;

-- name: take_follow_up
-- The first who taps has it; of somebody who no longer has the bot it is free again. A row only for who has it now.
INSERT INTO companion.follow_up_owner AS held (tenant_id, call_uid, person_id, taken_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, call_uid) DO UPDATE SET person_id = excluded.person_id, taken_at = excluded.taken_at
WHERE NOT EXISTS (SELECT FROM companion.person p
    WHERE p.tenant_id = held.tenant_id AND p.person_id = held.person_id AND p.is_watched)
RETURNING held.person_id;

-- name: give_follow_up_back
-- Nobody has it: whoever taps next does.
DELETE FROM companion.follow_up_owner WHERE tenant_id = $1 AND call_uid = $2 AND person_id = $3;

-- name: promises_of_call
-- What colleagues' ledgers hold of what was said in this very call. $3: the calendar's id, $4: its start.
SELECT p.* FROM companion.promise p JOIN companion.meeting m USING (tenant_id, person_id, meeting_id)
WHERE p.tenant_id = $1 AND p.person_id <> $2 AND p.origin = 'transcript' AND p.quote <> ''
    AND m.event ->> 'iCalUId' = $3 AND m.start_at = $4
ORDER BY p.made_at, p.person_id, p.promise_id;

-- name: sweep_follow_up_owners
-- Calls of long ago.
DELETE FROM companion.follow_up_owner WHERE tenant_id = $1 AND taken_at < $2;

-- name: watched_colleagues
-- Everybody else of a tenant who has the bot.
SELECT person_id, name, address FROM companion.person WHERE tenant_id = $1 AND person_id <> $2 AND is_watched ORDER BY name, person_id;

-- name: put_hand_over
-- A client that one of ours offers another.
INSERT INTO companion.hand_over (tenant_id, hand_over_id, person_id, colleague_id, client, moves, offered_by, offered_at, message)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant_id, hand_over_id) DO NOTHING;

-- name: people_of_hand_over
-- Between whom an offer is, without holding it.
SELECT person_id, colleague_id FROM companion.hand_over WHERE tenant_id = $1 AND hand_over_id = $2;

-- name: hand_over
-- One offer, held until the transaction ends: of two taps the first one counts.
SELECT * FROM companion.hand_over WHERE tenant_id = $1 AND hand_over_id = $2 FOR UPDATE;

-- name: open_hand_over
-- An offer of this client that still waits for its answer.
SELECT * FROM companion.hand_over WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND state = 'offered'
ORDER BY offered_at DESC LIMIT 1;

-- name: settle_hand_over
-- It was answered, or taken back.
UPDATE companion.hand_over SET state = $3, settled_at = $4 WHERE tenant_id = $1 AND hand_over_id = $2 AND state = 'offered';

-- name: sweep_hand_overs
-- Offers past their retention.
DELETE FROM companion.hand_over WHERE tenant_id = $1 AND offered_at < $2;

-- name: open_clients_of
-- With whom somebody has open promises or keeps in touch.
SELECT client, count(*) FILTER (WHERE is_promise)::integer AS promises, count(*) FILTER (WHERE NOT is_promise)::integer AS rhythms FROM (
    SELECT client, true AS is_promise FROM companion.promise WHERE tenant_id = $1 AND person_id = $2 AND state = 'open'
    UNION ALL SELECT client, false FROM companion.relationship WHERE tenant_id = $1 AND person_id = $2
) AS held GROUP BY client ORDER BY client;

-- name: hand_rhythm
-- A client's limits and marks for a colleague, who keeps their own where they have some; not with whom one was in touch.
INSERT INTO companion.relationship (tenant_id, person_id, client, known_since, soft_days, hard_days, is_key, seen_at)
SELECT tenant_id, $3, client, known_since, soft_days, hard_days, is_key, $5::timestamptz FROM companion.relationship
WHERE tenant_id = $1 AND person_id = $2 AND client = $4
ON CONFLICT (tenant_id, person_id, client) DO UPDATE
SET soft_days = coalesce(relationship.soft_days, excluded.soft_days), hard_days = coalesce(relationship.hard_days, excluded.hard_days),
    is_key = relationship.is_key OR excluded.is_key, is_off = false, seen_at = excluded.seen_at;

-- name: is_client_off
-- Whether nothing is suggested for a client; no row where nothing is kept of it.
SELECT is_off FROM companion.relationship WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: hand_facts
-- What one was told by a client and asked it, in one's own words: copied where the giver ticked it.
INSERT INTO companion.kept (tenant_id, person_id, kept_id, client, kind, what, said, kept_at)
SELECT tenant_id, $3, kept_id, client, kind, what, said, kept_at FROM companion.kept
WHERE tenant_id = $1 AND person_id = $2 AND client = $4 AND kind IN ('asked', 'assumption')
ON CONFLICT (tenant_id, person_id, kept_id) DO NOTHING;

-- name: hand_lessons
-- The lines learnt in one's calls with a client, where the giver ticked their notes.
INSERT INTO companion.lesson (tenant_id, person_id, meeting_id, client, met_at, said, made_at)
SELECT tenant_id, $3, meeting_id, client, met_at, said, made_at FROM companion.lesson
WHERE tenant_id = $1 AND person_id = $2 AND client = $4
ON CONFLICT (tenant_id, person_id, meeting_id) DO NOTHING;

-- name: hand_roles
-- Parts in a decision, as the giver ticked; what the colleague said of somebody stands. $4: addresses.
INSERT INTO companion.correction (tenant_id, person_id, kind, subject, value, made_at)
SELECT tenant_id, $3, kind, subject, value, $5::timestamptz FROM companion.correction
WHERE tenant_id = $1 AND person_id = $2 AND kind = 'role' AND subject = ANY ($4::text[])
ON CONFLICT DO NOTHING;

-- name: roles_given
-- To whom one of ours gave a part in decisions.
SELECT subject FROM companion.correction WHERE tenant_id = $1 AND person_id = $2 AND kind = 'role' ORDER BY subject;

-- name: grant_cards
-- A colleague may see somebody's cards.
INSERT INTO companion.card_grant (tenant_id, person_id, colleague_id, granted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING;

-- name: end_grant
-- They may not any more.
DELETE FROM companion.card_grant WHERE tenant_id = $1 AND person_id = $2 AND colleague_id = $3;

-- name: granted_to
-- Who may see the cards of one of ours.
SELECT g.colleague_id, g.granted_at, p.name, p.address FROM companion.card_grant g
JOIN companion.person p ON p.tenant_id = g.tenant_id AND p.person_id = g.colleague_id
WHERE g.tenant_id = $1 AND g.person_id = $2 ORDER BY p.name, g.colleague_id;

-- name: granted_by
-- Whose cards one of ours may see; only of people who have the bot.
SELECT g.person_id, p.name, p.address FROM companion.card_grant g JOIN companion.person p USING (tenant_id, person_id)
WHERE g.tenant_id = $1 AND g.colleague_id = $2 AND p.is_watched ORDER BY p.name, g.person_id;

-- name: sweep_card_grants
-- Leave given to a colleague of whom nothing is stored any more: whoever comes back is asked for anew.
DELETE FROM companion.card_grant g WHERE g.tenant_id = $1
    AND NOT EXISTS (SELECT FROM companion.person p WHERE p.tenant_id = g.tenant_id AND p.person_id = g.colleague_id);

-- name: note_view
-- That somebody saw a card of another's, by their leave: a row only where that leave stands.
INSERT INTO companion.card_view (tenant_id, person_id, colleague_id, meeting_id, viewed_at)
SELECT $1, g.person_id, g.colleague_id, $4, $5 FROM companion.card_grant g
WHERE g.tenant_id = $1 AND g.person_id = $2 AND g.colleague_id = $3
RETURNING view_id;

-- name: sweep_card_views
-- Views past their retention.
DELETE FROM companion.card_view WHERE tenant_id = $1 AND viewed_at < $2;
