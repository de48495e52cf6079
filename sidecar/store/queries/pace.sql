-- name: take_turn
-- Move a limit on by one; a row only where it allows one more now. $5: how often, $6: how far ahead it may be.
-- Further ahead than one turn could bring it means that the clock was set back: then it starts anew.
INSERT INTO companion.pace (tenant_id, person_id, name, next_at) VALUES ($1, $2, $3, $4::timestamptz + $5::interval)
ON CONFLICT (tenant_id, person_id, name) DO UPDATE
SET next_at = $5::interval + CASE
    WHEN pace.next_at > $4::timestamptz + $5::interval + $6::interval THEN $4::timestamptz
    ELSE greatest(pace.next_at, $4::timestamptz) END
WHERE pace.next_at - $6::interval <= $4::timestamptz OR pace.next_at > $4::timestamptz + $5::interval + $6::interval
RETURNING next_at;

-- name: turn
-- How far ahead a limit is.
SELECT next_at FROM companion.pace WHERE tenant_id = $1 AND person_id = $2 AND name = $3;

-- name: sweep_pace
-- Limits that nothing has touched for long.
DELETE FROM companion.pace WHERE tenant_id = $1 AND next_at < $2;
