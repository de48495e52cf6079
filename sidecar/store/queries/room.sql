-- name: carried_with_client
-- What was moved to the next meeting with a client that begins after $4 was reached, not yet covered or covered in meeting $5.
SELECT * FROM companion.carried_must WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND shown_after < $4
  AND (done_in IS NULL OR done_in = $5) ORDER BY shown_after, must_id LIMIT 40;

-- name: carry_must
-- Something is moved to the next meeting with a client; what was moved before keeps its words.
INSERT INTO companion.carried_must (tenant_id, person_id, client, must_id, said, is_own, minutes, decides, shown_after, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (tenant_id, person_id, client, must_id) DO UPDATE
SET shown_after = excluded.shown_after, done_in = NULL, changed_at = excluded.changed_at;

-- name: carry_back
-- A move is taken back: what came from an earlier meeting stands in this one again.
UPDATE companion.carried_must SET shown_after = $5, changed_at = $6
WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND must_id = $4;

-- name: carry_no_more
-- A move is taken back in the meeting that the point is of.
DELETE FROM companion.carried_must WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND must_id = $4;

-- name: settle_carried
-- Something carried was covered in meeting $5, or with null not after all.
UPDATE companion.carried_must SET done_in = $5, changed_at = $6
WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND must_id = $4;

-- name: move_must
-- A point leaves the list of a meeting, or stands there again.
UPDATE companion.must_cover SET is_moved = $5 WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND must_id = $4;

-- name: client_wish
-- What a person set for a client: whether to take care, how long to open.
SELECT * FROM companion.client_wish WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: set_care
-- Special care, or none, as the person says.
INSERT INTO companion.client_wish (tenant_id, person_id, client, is_care, care_said_at, changed_at) VALUES ($1, $2, $3, $4, $5, $5)
ON CONFLICT (tenant_id, person_id, client) DO UPDATE
SET is_care = excluded.is_care, care_said_at = excluded.care_said_at, changed_at = excluded.changed_at;

-- name: set_opening
-- How long to talk before the agenda, as the person says; null: as guides say.
INSERT INTO companion.client_wish (tenant_id, person_id, client, opening_minutes, changed_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, person_id, client) DO UPDATE SET opening_minutes = excluded.opening_minutes, changed_at = excluded.changed_at;

-- name: openers_used
-- What a client was asked or shown in a person's meetings with them, the newest first.
SELECT * FROM companion.opener_used WHERE tenant_id = $1 AND person_id = $2 AND client = $3 ORDER BY used_at DESC, opener_id LIMIT 200;

-- name: use_opener
-- An opener was used in a meeting.
INSERT INTO companion.opener_used (tenant_id, person_id, client, opener_id, meeting_id, kind, about, used_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING;

-- name: unuse_opener
-- It was not used after all.
DELETE FROM companion.opener_used WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND opener_id = $4 AND meeting_id = $5;

-- name: around_client
-- Whom a person remembers at a client beside the project.
SELECT name, what, noted_at FROM companion.around WHERE tenant_id = $1 AND person_id = $2 AND client = $3 ORDER BY name LIMIT 60;

-- name: put_around
-- Somebody beside the project; nobody new beyond $7 of them.
INSERT INTO companion.around (tenant_id, person_id, client, name, what, noted_at)
SELECT $1, $2, $3, $4, $5, $6::timestamptz
WHERE (SELECT count(*) FROM companion.around WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND name <> $4) < $7
ON CONFLICT (tenant_id, person_id, client, name) DO UPDATE SET what = excluded.what RETURNING name;

-- name: drop_around
-- Somebody who is not to be remembered any more.
DELETE FROM companion.around WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND name = $4 RETURNING name;

-- name: addressed_in
-- Who was spoken to in a meeting, as its host ticked.
SELECT address FROM companion.addressed WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: put_addressed
-- Somebody was spoken to.
INSERT INTO companion.addressed (tenant_id, person_id, meeting_id, address, addressed_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING;

-- name: drop_addressed
-- Somebody was not spoken to after all.
DELETE FROM companion.addressed WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND address = $4;

-- name: call_events_of_thread
-- What happened in the calls of a meeting chat, by the part of its id that stands in the join link, within a span.
SELECT kind, happened_at, person_id FROM companion.call_event
WHERE tenant_id = $1 AND starts_with(thread_id, '19:' || $2 || '@thread.') AND happened_at BETWEEN $3 AND $4
ORDER BY happened_at, event_id;

-- name: ids_of
-- The ids in the directory of those of these addresses who have the bot.
SELECT person_id, lower(address) AS address FROM companion.person WHERE tenant_id = $1 AND lower(address) = ANY($2::text[]);

-- name: name_speaker
-- Who said what a note holds, where the note does not say so yet.
UPDATE companion.note SET who = $4 WHERE tenant_id = $1 AND person_id = $2 AND note_id = $3 AND who = '';

-- name: plan_must
-- How long one of the person's own points takes, and by whom it must be decided.
UPDATE companion.must_cover SET minutes = coalesce($5, minutes), decides = coalesce($6, decides)
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND must_id = $4 AND said IS NOT NULL;

-- name: role_hints_for
-- What people said in calls that speaks for a role, to one person alone; the newest first.
SELECT address, role, quote FROM companion.role_hint WHERE tenant_id = $1 AND person_id = $2 AND address = ANY($3::text[])
ORDER BY said_at DESC, role;

-- name: keep_role_hint
-- Such words, in place of earlier ones for the same role.
INSERT INTO companion.role_hint (tenant_id, person_id, address, role, quote, meeting_id, said_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, person_id, address, role) DO UPDATE
SET quote = excluded.quote, meeting_id = excluded.meeting_id, said_at = excluded.said_at;

-- name: drop_role_hints
-- No suggestion for somebody any more.
DELETE FROM companion.role_hint WHERE tenant_id = $1 AND person_id = $2 AND address = $3;

-- name: sweep_client_wishes
-- What was carried, set and used long ago.
WITH carried AS (DELETE FROM companion.carried_must WHERE tenant_id = $1 AND changed_at < $2),
    used AS (DELETE FROM companion.opener_used WHERE tenant_id = $1 AND used_at < $2)
DELETE FROM companion.client_wish WHERE tenant_id = $1 AND changed_at < $2;
