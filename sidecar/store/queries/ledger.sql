-- name: promises
-- What was promised, in these states, the soonest due first; `$4`: with one client, null for all.
SELECT * FROM companion.promise WHERE tenant_id = $1 AND person_id = $2 AND state = ANY($3::text[]) AND ($4::text IS NULL OR client = $4)
ORDER BY due_on NULLS LAST, made_at, promise_id LIMIT 1000;

-- name: promise
-- One of them.
SELECT * FROM companion.promise WHERE tenant_id = $1 AND person_id = $2 AND promise_id = $3;

-- name: promise_of_note
-- The one that a note in the side panel made.
SELECT * FROM companion.promise WHERE tenant_id = $1 AND person_id = $2 AND note_id = $3;

-- name: put_promise
-- Keep one as it is now; who made it where and when stays as it was first.
INSERT INTO companion.promise (tenant_id, person_id, promise_id, client, side, who, what, due_on, due_words, zone, quote, origin,
    meeting_id, note_id, made_at, state, settled_at, waits_for, waits_until, task)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
ON CONFLICT (tenant_id, person_id, promise_id) DO UPDATE
SET who = excluded.who, what = excluded.what, due_on = excluded.due_on, due_words = excluded.due_words, zone = excluded.zone,
    quote = excluded.quote, meeting_id = excluded.meeting_id, note_id = excluded.note_id, state = excluded.state,
    settled_at = excluded.settled_at, waits_for = excluded.waits_for, waits_until = excluded.waits_until, task = excluded.task;

-- name: drop_promise
-- One that is no more.
DELETE FROM companion.promise WHERE tenant_id = $1 AND person_id = $2 AND promise_id = $3;

-- name: finish_note_of_promise
-- The note that a promise came from says the same.
UPDATE companion.note SET is_done = $4 WHERE tenant_id = $1 AND person_id = $2 AND note_id = $3 AND is_done <> $4;

-- name: mail_promises_of
-- What mails promise, as they were last read: with somebody, or, where that is null, with anybody.
SELECT address, value, quote, seen_at FROM companion.evidence
WHERE tenant_id = $1 AND person_id = $2 AND kind = 'promise' AND ($3::text IS NULL OR address = $3);

-- name: sweep_promises
-- Promises past their retention: settled long ago. An open one stays until it is done or let go of.
DELETE FROM companion.promise WHERE tenant_id = $1 AND state <> 'open' AND settled_at < $2;

-- name: put_nudge
-- One line of a day's message; written anew until it is sent.
INSERT INTO companion.nudge (tenant_id, person_id, day, key, place, kind, client, said, detail, taps, weight)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (tenant_id, person_id, day, key) DO NOTHING;

-- name: nudges_on
-- What the message of a day says.
SELECT * FROM companion.nudge WHERE tenant_id = $1 AND person_id = $2 AND day = $3 ORDER BY place, key;

-- name: nudges_since
-- What was said from a day on.
SELECT * FROM companion.nudge WHERE tenant_id = $1 AND person_id = $2 AND day >= $3 ORDER BY day, place;

-- name: answer_nudges
-- What stands in the place of whatever is about this, on the days from one on.
UPDATE companion.nudge SET answer = $5 WHERE tenant_id = $1 AND person_id = $2 AND starts_with(key, $3) AND day >= $4;

-- name: drop_nudges
-- A day's message that was not sent after all.
DELETE FROM companion.nudge WHERE tenant_id = $1 AND person_id = $2 AND day = $3;

-- name: sweep_nudges
-- What was said longer ago than it is kept.
DELETE FROM companion.nudge WHERE tenant_id = $1 AND day < $2;
