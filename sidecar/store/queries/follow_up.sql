-- name: follow_up
-- What is asked after one call.
SELECT * FROM companion.follow_up WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: begin_follow_up
-- A call of which something is to be asked, or has been already.
INSERT INTO companion.follow_up (tenant_id, person_id, meeting_id, made_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, person_id, meeting_id) DO NOTHING;

-- name: lease_follow_up
-- One worker at a time looks after a call: a row only for the one who may.
UPDATE companion.follow_up SET leased_until = $5
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND (leased_until IS NULL OR leased_until < $4) RETURNING leased_until;

-- name: release_follow_up
-- It is looked after, for now.
UPDATE companion.follow_up SET leased_until = NULL
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND leased_until = $4;

-- name: looked_for_transcript
-- What a look for the transcript gave, and when to look again.
UPDATE companion.follow_up SET transcript = $4, looks = $5, look_at = $6, why_none = $7, heard = $8, revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: answer_follow_up
-- What the person said of something that they were asked.
UPDATE companion.follow_up SET answers = answers || $4, revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 RETURNING revision;

-- name: want_tasks
-- Promises that are to become tasks; those that are tasks already stay so.
UPDATE companion.follow_up SET tasks = $4 || tasks, task_problem = NULL, revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 RETURNING revision;

-- name: settle_task
-- What became of one of them.
UPDATE companion.follow_up SET tasks = CASE WHEN $5 = '' THEN tasks - $4 ELSE tasks || jsonb_build_object($4::text, $5::text) END,
    task_problem = $6
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: follow_ups_to_look_at
-- Calls whose transcript should have been looked for by an instant.
SELECT meeting_id FROM companion.follow_up
WHERE tenant_id = $1 AND person_id = $2 AND transcript = 'open' AND look_at < $3;

-- name: touch_follow_up
-- Something that the card shows has changed.
UPDATE companion.follow_up SET revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 RETURNING revision;

-- name: set_held
-- Whether anybody came, by the person's own word.
UPDATE companion.follow_up SET is_held = $4, revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 RETURNING revision;

-- name: set_check_in
-- When the person wants to look in on a client next.
INSERT INTO companion.check_in (tenant_id, person_id, client, meeting_id, check_in_on, set_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (tenant_id, person_id, client) DO UPDATE
SET meeting_id = excluded.meeting_id, check_in_on = excluded.check_in_on, set_at = excluded.set_at;

-- name: drop_check_in
-- No day after all.
DELETE FROM companion.check_in WHERE tenant_id = $1 AND person_id = $2 AND client = $3;

-- name: check_in_after
-- The day that was set after one call.
SELECT check_in_on FROM companion.check_in WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND meeting_id = $4;

-- name: check_ins_due
-- On whom the person wants to look in by a day, the days from $4 on; not where they were really in touch since they said so.
SELECT c.client, c.check_in_on FROM companion.check_in c
WHERE c.tenant_id = $1 AND c.person_id = $2 AND c.check_in_on BETWEEN $4 AND $3 AND NOT EXISTS (
    SELECT FROM companion.touch t WHERE t.tenant_id = $1 AND t.person_id = $2 AND t.client = c.client AND t.happened_at > c.set_at
    AND t.doubt = '' AND t.kind = ANY($5::text[]))
ORDER BY c.check_in_on, c.client;

-- name: set_follow_up_checks
-- What of the list of four is ticked.
UPDATE companion.follow_up SET checks = $4, revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 RETURNING revision;

-- name: put_lesson
-- The one line learnt in a call.
INSERT INTO companion.lesson (tenant_id, person_id, meeting_id, client, met_at, said, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE SET said = excluded.said, made_at = excluded.made_at;

-- name: drop_lesson
-- No lesson after all.
DELETE FROM companion.lesson WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: lesson_of
-- What was learnt in one call.
SELECT said FROM companion.lesson WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: last_lesson
-- What was learnt last with a client, before an instant.
SELECT said, met_at FROM companion.lesson WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND met_at < $4
ORDER BY met_at DESC LIMIT 1;

-- name: put_wanted
-- The word to leave behind.
INSERT INTO companion.impression (tenant_id, person_id, meeting_id, met_at, wanted) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE SET wanted = excluded.wanted;

-- name: put_went
-- How it went, by the person's own word.
INSERT INTO companion.impression (tenant_id, person_id, meeting_id, met_at, went) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE SET went = excluded.went;

-- name: impression_of
-- The word wanted and how it went, of one call.
SELECT wanted, went FROM companion.impression WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: impressions
-- How a person's own calls went, the newest first.
SELECT wanted, went FROM companion.impression WHERE tenant_id = $1 AND person_id = $2 AND went <> '' ORDER BY met_at DESC LIMIT $3;

-- name: watched_at
-- Whether somebody with this address has the bot and is watched.
SELECT EXISTS (SELECT FROM companion.person WHERE tenant_id = $1 AND lower(address) = $2 AND is_watched) AS is_watched;
