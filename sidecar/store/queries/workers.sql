-- name: live_sign
-- Take the sign of life of one worker of the queue: a lock that lasts as long as this connection.
SELECT pg_advisory_lock($1::integer, hashtext($2));

-- name: look_around
-- The database's time, and who holds wakes and gives no sign of life: $1 is the class of the locks.
SELECT statement_timestamp() AS at, ARRAY(
    SELECT worker FROM (
        SELECT DISTINCT queue_manager_id::text AS worker FROM queue.pgqueuer WHERE status = 'picked' AND queue_manager_id IS NOT NULL
    ) holding
    WHERE NOT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND classid::bigint = $1::bigint AND objid::bigint = (hashtext(holding.worker)::bigint & 4294967295) AND granted
    )
) AS silent;

-- name: reading_wakes
-- What workers that are dead had begun of the kinds that read a calendar.
SELECT convert_from(payload, 'UTF8') AS what FROM queue.pgqueuer
WHERE status = 'picked' AND queue_manager_id::text = ANY($1::text[]) AND entrypoint = ANY($2::text[]);

-- name: release_wakes
-- What workers that are dead had begun waits again, for whoever comes first. What somebody is changing at this moment is left to
-- the next look: two workers that do this at once never wait for each other.
UPDATE queue.pgqueuer SET status = 'queued', queue_manager_id = NULL, updated = statement_timestamp()
WHERE id IN (
    SELECT id FROM queue.pgqueuer WHERE status = 'picked' AND queue_manager_id::text = ANY($1::text[])
    ORDER BY id FOR UPDATE SKIP LOCKED
)
RETURNING id;

-- name: let_mailbox_go
-- Whoever read this calendar is dead; a living worker that reads it meanwhile goes on.
UPDATE companion.person SET leased_until = NULL
WHERE tenant_id = $1 AND person_id = $2 AND leased_until IS NOT NULL AND leased_by = ANY($3::text[]);

-- name: bring_back
-- The clock was set back: what was to wait so long from an instant that has not come yet waits so long from now; what waits for an
-- instant of its own goes on waiting for it. A sweep looks at once for what was dropped as too late.
UPDATE queue.pgqueuer SET updated = statement_timestamp(), created = least(created, statement_timestamp()),
    execute_after = CASE WHEN entrypoint = 'sweep' THEN statement_timestamp()
        ELSE statement_timestamp() + greatest(execute_after - greatest(created, updated), interval '0') END
WHERE id IN (
    SELECT id FROM queue.pgqueuer WHERE status = 'queued' AND (entrypoint = 'sweep' OR (
        greatest(created, updated) > statement_timestamp() + interval '1 second'
        AND (attempts > 0 OR position('"due"' IN convert_from(payload, 'UTF8')) = 0)
    )) ORDER BY id FOR UPDATE
);
