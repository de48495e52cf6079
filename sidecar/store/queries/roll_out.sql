-- name: settle_known
-- Those of a page of the group who have the bot, or had it and took it out: nothing is to be done for them, ever again.
INSERT INTO companion.roll_out (tenant_id, person_id, settled_at, seen_at)
SELECT tenant_id, lower(person_id), $3, $3 FROM companion.person WHERE tenant_id = $1 AND lower(person_id) = ANY ($2::text[])
ON CONFLICT (tenant_id, person_id) DO UPDATE
SET settled_at = coalesce(roll_out.settled_at, excluded.settled_at), problem = '', seen_at = excluded.seen_at;

-- name: seen_in_group
-- Those of a page of the group who are known are still in it.
UPDATE companion.roll_out SET seen_at = $3 WHERE tenant_id = $1 AND person_id = ANY ($2::text[]);

-- name: rolled_out
-- What is known of those of a page of the group: who is not to be given the app, and who could not be given it.
SELECT person_id, settled_at IS NOT NULL AS is_settled FROM companion.roll_out WHERE tenant_id = $1 AND person_id = ANY ($2::text[]);

-- name: settle
-- Somebody was given the app, or has it.
INSERT INTO companion.roll_out (tenant_id, person_id, settled_at, seen_at) VALUES ($1, $2, $3, $3)
ON CONFLICT (tenant_id, person_id) DO UPDATE SET settled_at = excluded.settled_at, problem = '', seen_at = excluded.seen_at;

-- name: set_roll_out_problem
-- Why somebody could not be given the app, or the group not be read.
INSERT INTO companion.roll_out (tenant_id, person_id, problem, seen_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, person_id) DO UPDATE SET problem = excluded.problem, seen_at = excluded.seen_at;

-- name: clear_group_problem
-- The group could be read.
DELETE FROM companion.roll_out WHERE tenant_id = $1 AND person_id = '';

-- name: roll_out_problems
-- What has stood in the way since $2, each once, with how many people it concerns; the group itself is none.
SELECT problem, count(*) FILTER (WHERE person_id <> '') AS people FROM companion.roll_out
WHERE tenant_id = $1 AND problem <> '' AND seen_at >= $2 GROUP BY problem ORDER BY people DESC, problem;

-- name: roll_out_count
-- How many people have the app, or had it; $2: of whom the bot should have heard since.
SELECT count(*) AS given, count(*) FILTER (WHERE settled_at < $2 AND NOT EXISTS (
    SELECT FROM companion.person p WHERE p.tenant_id = r.tenant_id AND lower(p.person_id) = r.person_id)) AS unheard
FROM companion.roll_out r WHERE r.tenant_id = $1 AND settled_at IS NOT NULL;

-- name: sweep_roll_out
-- Those who have not been seen in the group for long.
DELETE FROM companion.roll_out WHERE tenant_id = $1 AND seen_at < $2;
