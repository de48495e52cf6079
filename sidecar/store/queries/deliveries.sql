-- name: deliveries
-- What was sent for one meeting.
SELECT * FROM companion.delivery WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 ORDER BY round, kind;

-- name: deliveries_between
-- What was sent to a person for meetings that start in a window.
SELECT * FROM companion.delivery WHERE tenant_id = $1 AND person_id = $2 AND shown_start >= $3 AND shown_start < $4 ORDER BY claimed_at;

-- name: sent_since
-- How many messages a person was sent in a span without having asked: the daily budget counts these.
SELECT count(*) + (SELECT count(*) FROM companion.call
    WHERE tenant_id = $1 AND person_id = $2 AND card_sent_at >= $3 AND card_sent_at < $4) AS sent FROM companion.delivery
WHERE tenant_id = $1 AND person_id = $2 AND claimed_at >= $3 AND claimed_at < $4 AND state NOT IN ('merged', 'late') AND kind <> 'on_demand'
  AND NOT (meeting_id = $5 AND kind = $6);

-- name: merged_since
-- The meetings whose cards were merged into the day's rest.
SELECT meeting_id FROM companion.delivery
WHERE tenant_id = $1 AND person_id = $2 AND claimed_at >= $3 AND claimed_at < $4 AND state = 'merged'
GROUP BY meeting_id ORDER BY min(shown_start);

-- name: claim_delivery
-- Claim one card before it is sent; a row only for the one who may send it. The same wake may claim again after a crash,
-- another one only where the claim is old.
INSERT INTO companion.delivery (tenant_id, person_id, meeting_id, kind, round, state, due_at, shown_start, claimed_at, claimed_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (tenant_id, person_id, meeting_id, kind, round) DO UPDATE
SET claimed_at = excluded.claimed_at, claimed_by = excluded.claimed_by, shown_start = excluded.shown_start,
    state = CASE WHEN delivery.state = 'merged' THEN 'merged' ELSE excluded.state END
WHERE delivery.state = 'late' OR delivery.state IN ('claimed', 'merged')
  AND (delivery.claimed_by = excluded.claimed_by OR (delivery.state = 'claimed' AND delivery.claimed_at < $11))
RETURNING state;

-- name: claim_with_turns
-- Claim one card and take a turn of every limit of sending, in one statement: as claim_delivery and take_turn do. $12 to $15: whose
-- limits, their names, how often, how far ahead each may be. Fewer `turns` than limits: too fast, and all of it is to be undone.
-- Who shares a limit waits for the transaction to end, so the limits that most share come last, and what is claimed in order to be
-- sent is not waited for until it is on the disk: without its claim the card is sent again as after any death, and `note_sent`,
-- which is waited for, makes up a claim that was lost and puts on the disk what came before it.
WITH asked AS (
    SELECT * FROM unnest($12::text[], $13::text[], $14::interval[], $15::interval[]) WITH ORDINALITY
        AS one(who, name, every, tolerance, place)
), claimed AS (
    INSERT INTO companion.delivery
        (tenant_id, person_id, meeting_id, kind, round, state, due_at, shown_start, claimed_at, claimed_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (tenant_id, person_id, meeting_id, kind, round) DO UPDATE
    SET claimed_at = excluded.claimed_at, claimed_by = excluded.claimed_by, shown_start = excluded.shown_start,
        state = CASE WHEN delivery.state = 'merged' THEN 'merged' ELSE excluded.state END
    WHERE delivery.state = 'late' OR delivery.state IN ('claimed', 'merged')
      AND (delivery.claimed_by = excluded.claimed_by OR (delivery.state = 'claimed' AND delivery.claimed_at < $11))
    RETURNING state
), turn AS (
    INSERT INTO companion.pace (tenant_id, person_id, name, next_at)
    SELECT $1, who, name, $9::timestamptz + every FROM asked WHERE EXISTS (SELECT FROM claimed WHERE state = 'claimed') ORDER BY place
    ON CONFLICT (tenant_id, person_id, name) DO UPDATE
    SET next_at = excluded.next_at - $9::timestamptz + CASE
        WHEN pace.next_at > excluded.next_at + interval '1 minute' + (SELECT tolerance FROM asked WHERE asked.name = pace.name) THEN $9::timestamptz
        ELSE greatest(pace.next_at, $9::timestamptz) END
    WHERE pace.next_at - (SELECT tolerance FROM asked WHERE asked.name = pace.name) <= $9::timestamptz
       OR pace.next_at > excluded.next_at + interval '1 minute' + (SELECT tolerance FROM asked WHERE asked.name = pace.name)
    RETURNING name
)
SELECT (SELECT state FROM claimed) AS state, (SELECT count(*) FROM turn)::int AS turns,
    CASE WHEN EXISTS (SELECT FROM turn) THEN set_config('synchronous_commit', 'off', true) END AS waits;

-- name: note_late
-- A card that was of no use any more when it could have been sent. Where the clock was wrong it may still be claimed.
INSERT INTO companion.delivery (tenant_id, person_id, meeting_id, kind, round, state, due_at, shown_start, claimed_at, claimed_by)
VALUES ($1, $2, $3, $4, $5, 'late', $6, $7, $8, $9)
ON CONFLICT (tenant_id, person_id, meeting_id, kind, round) DO UPDATE SET state = 'late', claimed_by = excluded.claimed_by
WHERE delivery.state = 'claimed' AND (delivery.claimed_by = excluded.claimed_by OR delivery.claimed_at < $10);

-- name: note_sent
-- Teams has it; the revision of its meeting now. $9 to $11: what its claim says, should PostgreSQL have died before that was on the
-- disk: then it is made up.
WITH sent AS (
    INSERT INTO companion.delivery (tenant_id, person_id, meeting_id, kind, round, state, activity_id, card_digest, sent_at, claimed_at,
        due_at, shown_start, claimed_by)
    SELECT tenant_id, person_id, $3, $4, $5, 'sent', $6, $7, $8, $8, $9, $10, $11 FROM companion.person
    WHERE tenant_id = $1 AND person_id = $2
    ON CONFLICT (tenant_id, person_id, meeting_id, kind, round) DO UPDATE
    SET state = 'sent', activity_id = excluded.activity_id, card_digest = excluded.card_digest, sent_at = excluded.sent_at
    RETURNING meeting_id
)
SELECT revision FROM companion.meeting JOIN sent USING (meeting_id) WHERE tenant_id = $1 AND person_id = $2;

-- name: note_sent_alone
-- The same in a transaction of its own, where the meeting still has revision $9; otherwise nothing.
SELECT companion.note_sent($1, $2, $3, $4, $5, $6, $7, $8, $9) AS is_noted;

-- name: mark_sent
-- Teams has it.
UPDATE companion.delivery SET state = 'sent', activity_id = $6, card_digest = $7, sent_at = $8
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND kind = $4 AND round = $5;

-- name: count_as_sent
-- After a restore: a message that the program had sent before it ended, whose id nobody knows any more. One that is known stays as
-- it is; of one that was being sent when the backup was made, the claim becomes this.
INSERT INTO companion.delivery (tenant_id, person_id, meeting_id, kind, round, state, due_at, shown_start, claimed_at, claimed_by, sent_at)
VALUES ($1, $2, $3, $4, $5, 'sent', $6, $7, $6, $8, $6)
ON CONFLICT (tenant_id, person_id, meeting_id, kind, round) DO UPDATE SET state = 'sent', sent_at = excluded.sent_at
WHERE delivery.state = 'claimed';

-- name: mark_edited
-- The card in the chat now shows this.
UPDATE companion.delivery SET state = $6, card_digest = $7, edited_at = $8, shown_start = $9
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND kind = $4 AND round = $5;

-- name: release_claim
-- Nothing was sent after all.
DELETE FROM companion.delivery WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND kind = $4 AND round = $5 AND state = 'claimed';

-- name: delivered_meetings
-- The meetings for which a person has a message in the chat, for meetings from an instant on.
SELECT DISTINCT meeting_id FROM companion.delivery
WHERE tenant_id = $1 AND person_id = $2 AND shown_start >= $3 AND state IN ('claimed', 'sent', 'withdrawn', 'merged');

-- name: delivery_of_activity
-- Which delivery a message in the chat is.
SELECT * FROM companion.delivery WHERE tenant_id = $1 AND person_id = $2 AND activity_id = $3;

-- name: adopt_activity
-- A message whose id we never learnt turned up under a tap: it is ours.
UPDATE companion.delivery SET activity_id = $5, state = 'sent'
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND kind = $4 AND activity_id IS NULL AND state IN ('claimed', 'sent', 'late');

-- name: swap_activity
-- Of two messages that are one card the tapped one, $5, is the card's from now on; the other one's id.
UPDATE companion.delivery d SET activity_id = $5 FROM (
    SELECT round, activity_id FROM companion.delivery
    WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND kind = $4 AND activity_id IS NOT NULL
    ORDER BY round DESC LIMIT 1 FOR UPDATE) other
WHERE d.tenant_id = $1 AND d.person_id = $2 AND d.meeting_id = $3 AND d.kind = $4 AND d.round = other.round
RETURNING other.activity_id, d.round, d.state;
