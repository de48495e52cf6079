-- name: take_turn
-- Move a limit on by one; a row only where it allows one more now. $5: how often, $6: how far ahead it may be.
-- A minute further ahead than one turn could bring it means that the clock was set back: then it starts anew. By less it only
-- means that two looked at the clock one after the other, and came to this row in another order.
INSERT INTO companion.pace (tenant_id, person_id, name, next_at) VALUES ($1, $2, $3, $4::timestamptz + $5::interval)
ON CONFLICT (tenant_id, person_id, name) DO UPDATE
SET next_at = $5::interval + CASE
    WHEN pace.next_at > $4::timestamptz + $5::interval + $6::interval + interval '1 minute' THEN $4::timestamptz
    ELSE greatest(pace.next_at, $4::timestamptz) END
WHERE pace.next_at - $6::interval <= $4::timestamptz OR pace.next_at > $4::timestamptz + $5::interval + $6::interval + interval '1 minute'
RETURNING next_at;

-- name: take_turns
-- The same for several limits at once, in this order: whose ($3), their names ($4), how often ($5), how far ahead each may be ($6).
-- Fewer rows than limits: too fast, and all of it is to be undone.
WITH asked AS (
    SELECT * FROM unnest($3::text[], $4::text[], $5::interval[], $6::interval[]) WITH ORDINALITY
        AS one(who, name, every, tolerance, place)
)
INSERT INTO companion.pace (tenant_id, person_id, name, next_at)
SELECT $1, who, name, $2::timestamptz + every FROM asked ORDER BY place
ON CONFLICT (tenant_id, person_id, name) DO UPDATE
SET next_at = excluded.next_at - $2::timestamptz + CASE
    WHEN pace.next_at > excluded.next_at + interval '1 minute' + (SELECT tolerance FROM asked WHERE asked.name = pace.name) THEN $2::timestamptz
    ELSE greatest(pace.next_at, $2::timestamptz) END
WHERE pace.next_at - (SELECT tolerance FROM asked WHERE asked.name = pace.name) <= $2::timestamptz
   OR pace.next_at > excluded.next_at + interval '1 minute' + (SELECT tolerance FROM asked WHERE asked.name = pace.name)
RETURNING name;

-- name: turns
-- How far ahead some limits are: whose ($2), and their names ($3).
SELECT name, next_at FROM companion.pace JOIN unnest($2::text[], $3::text[]) AS asked(person_id, name) USING (person_id, name)
WHERE tenant_id = $1;

-- name: turn
-- How far ahead a limit is.
SELECT next_at FROM companion.pace WHERE tenant_id = $1 AND person_id = $2 AND name = $3;

-- name: sweep_pace
-- Limits that nothing has touched for long.
DELETE FROM companion.pace WHERE tenant_id = $1 AND next_at < $2;
