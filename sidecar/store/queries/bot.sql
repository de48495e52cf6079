-- name: claim_welcome
-- The welcome is about to be said; a row only for the one who may say it.
UPDATE companion.person SET welcomed_at = $3
WHERE tenant_id = $1 AND person_id = $2 AND is_watched AND welcomed_at IS NULL RETURNING person_id;

-- name: plan_welcome
-- From when somebody may be welcomed: who takes the bot out and in again waits no longer for it.
UPDATE companion.person SET welcome_due_at = least(welcome_due_at, $3)
WHERE tenant_id = $1 AND person_id = $2 AND welcomed_at IS NULL;

-- name: put_off_welcome
-- The same, later: the person is not at work.
UPDATE companion.person SET welcome_due_at = $3 WHERE tenant_id = $1 AND person_id = $2 AND welcomed_at IS NULL;

-- name: hurry_welcome
-- The person is here: the welcome may come at once. A row where it was still to come.
UPDATE companion.person SET welcome_due_at = NULL
WHERE tenant_id = $1 AND person_id = $2 AND welcomed_at IS NULL AND welcome_due_at IS NOT NULL RETURNING notices;

-- name: claim_first_card
-- The card after the welcome is about to be shown; a row only for the one who may.
UPDATE companion.person SET first_card_at = $3, zone_asked_at = CASE WHEN $4::boolean THEN $3 ELSE zone_asked_at END
WHERE tenant_id = $1 AND person_id = $2 AND is_watched AND welcomed_at IS NOT NULL AND first_card_at IS NULL RETURNING person_id;

-- name: done_for
-- What the product did for a person in a span: cards before meetings, those that followed a move or a cancellation (not those that
-- the person had taken away by a word of their own), what it wrote down or prepared after calls.
SELECT
    (SELECT count(DISTINCT d.meeting_id) FROM companion.delivery d WHERE d.tenant_id = $1 AND d.person_id = $2
        AND d.kind IN ('pre_call_card', 'prepare', 'on_demand') AND d.sent_at >= $3 AND d.sent_at < $4) AS cards,
    (SELECT count(DISTINCT d.meeting_id) FROM companion.delivery d WHERE d.tenant_id = $1 AND d.person_id = $2
        AND d.sent_at IS NOT NULL AND (d.state = 'moved' OR d.round > 1 OR (d.state = 'withdrawn' AND EXISTS (
            SELECT 1 FROM companion.meeting m WHERE m.tenant_id = $1 AND m.person_id = $2 AND m.meeting_id = d.meeting_id
                AND (m.is_gone OR m.event ->> 'isCancelled' = 'true'))))
        AND coalesce(d.edited_at, d.sent_at) >= $3 AND coalesce(d.edited_at, d.sent_at) < $4) AS moved,
    (SELECT count(*) FROM companion.promise p WHERE p.tenant_id = $1 AND p.person_id = $2
        AND p.made_at >= $3 AND p.made_at < $4) AS promises,
    (SELECT count(*) FROM companion.draft f WHERE f.tenant_id = $1 AND f.person_id = $2
        AND f.made_at >= $3 AND f.made_at < $4) AS drafts;

-- name: release_welcome
-- The welcome surely did not arrive: it is to be said another time.
UPDATE companion.person SET welcomed_at = NULL WHERE tenant_id = $1 AND person_id = $2;

-- name: keep_conversation
-- Where to write changed: Teams may move a chat to another address.
UPDATE companion.person SET conversation = $3 WHERE tenant_id = $1 AND person_id = $2;

-- name: set_preferences
-- What a person wishes.
UPDATE companion.person SET preferences = $3 WHERE tenant_id = $1 AND person_id = $2;

-- name: keep_answer
-- An answer that could not be sent now.
INSERT INTO companion.answer (tenant_id, person_id, meeting_id, activity_id, card, summary, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING answer_id;

-- name: kept_answer
-- One answer that waits.
SELECT * FROM companion.answer WHERE tenant_id = $1 AND person_id = $2 AND answer_id = $3;

-- name: answer_anew
-- The message that an answer was to replace is gone: it becomes one of its own.
UPDATE companion.answer SET activity_id = NULL WHERE tenant_id = $1 AND answer_id = $2;

-- name: drop_answer
-- An answer that was sent, or that nobody needs any more.
DELETE FROM companion.answer WHERE tenant_id = $1 AND answer_id = $2;

-- name: sweep_answers
-- Answers past their retention.
DELETE FROM companion.answer WHERE tenant_id = $1 AND made_at < $2;

-- name: put_on_demand
-- A meeting's card stands in the chat because the person asked for it: the newest message is the one that follows the meeting.
INSERT INTO companion.delivery
    (tenant_id, person_id, meeting_id, kind, round, state, due_at, shown_start, claimed_at, claimed_by, activity_id, card_digest, sent_at)
VALUES ($1, $2, $3, 'on_demand', $4, 'sent', $7, $5, $7, 'asked', $6, $8, $7)
ON CONFLICT (tenant_id, person_id, meeting_id, kind, round) DO UPDATE
SET state = 'sent', shown_start = excluded.shown_start, claimed_at = excluded.claimed_at, activity_id = excluded.activity_id,
    card_digest = excluded.card_digest, sent_at = excluded.sent_at, edited_at = NULL;

-- name: note_call
-- Something happened in a call; the same told twice is one row.
INSERT INTO companion.call_event (tenant_id, thread_id, kind, happened_at, person_id, teams_id)
VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING;

-- name: call_events
-- What happened in the calls of one meeting chat, the oldest first.
SELECT * FROM companion.call_event WHERE tenant_id = $1 AND thread_id = $2 ORDER BY happened_at, event_id;

-- name: sweep_call_events
-- What happened in calls, past its retention.
DELETE FROM companion.call_event WHERE tenant_id = $1 AND happened_at < $2;

-- name: company_names
-- What organisations are called in public places.
SELECT organisation, found ->> 'name' AS name FROM companion.dossier WHERE tenant_id = $1 AND organisation = ANY($2::text[]);
