-- name: subscriptions_held
-- How many watched people's calendars may be read, for how many of them no subscription is held, and when the first of theirs ends.
SELECT count(*) AS watched, count(*) FILTER (WHERE ends_at IS NULL) AS without, min(ends_at) AS first_ends_at
FROM (
    SELECT max(subscription.expires_at) AS ends_at
    FROM companion.person LEFT JOIN companion.subscription USING (tenant_id, person_id)
    WHERE person.tenant_id = $1 AND person.is_watched AND person.problem IS NULL
    GROUP BY person.person_id
) AS of_person;

-- name: queue_load
-- By kind: wakes that are due and wait, for how long the oldest of them has, and wakes that gave up. Each part by an index.
SELECT kind, sum(waiting)::bigint AS waiting, max(oldest) AS oldest, sum(parked)::bigint AS parked
FROM (
    SELECT entrypoint AS kind, count(*) AS waiting, max(statement_timestamp() - execute_after) AS oldest, 0 AS parked
    FROM queue.pgqueuer WHERE status = 'queued' AND execute_after <= statement_timestamp() GROUP BY 1
    UNION ALL
    SELECT entrypoint, 0, interval '0', count(*) FROM queue.pgqueuer WHERE status = 'failed' GROUP BY 1
) AS of_kind
GROUP BY 1 ORDER BY 1;

-- name: why_parked
-- By kind: how many wakes gave up, since when, and the kind of the last mistake of each as the engine noted it.
SELECT parked.entrypoint AS kind, count(*) AS parked, min(parked.updated) AS since,
    array_agg(DISTINCT coalesce(last.said, 'unknown')) AS why
FROM queue.pgqueuer parked LEFT JOIN LATERAL (
    SELECT traceback ->> 'exception_type' AS said FROM queue.pgqueuer_log
    WHERE job_id = parked.id AND traceback IS NOT NULL ORDER BY id DESC LIMIT 1
) last ON true
WHERE parked.status = 'failed' GROUP BY 1 ORDER BY 1;

-- name: drop_parked_twins
-- Wakes that gave up and that are waiting anew, or gave up again later: one is enough.
DELETE FROM queue.pgqueuer parked WHERE parked.status = 'failed' AND parked.dedupe_key IS NOT NULL AND EXISTS (
    SELECT FROM queue.pgqueuer twin WHERE twin.dedupe_key = parked.dedupe_key AND twin.id <> parked.id
        AND (twin.status IN ('queued', 'picked') OR twin.status = 'failed' AND twin.id > parked.id)
);

-- name: retry_parked
-- Every wake that gave up waits again, as if it had never begun; how many of each kind.
WITH again AS (
    UPDATE queue.pgqueuer SET status = 'queued', attempts = 0, queue_manager_id = NULL,
        execute_after = statement_timestamp(), updated = statement_timestamp()
    WHERE status = 'failed' RETURNING id, entrypoint
), forgotten AS (
    DELETE FROM companion.wake_start WHERE job_id IN (SELECT id FROM again)
)
SELECT entrypoint AS kind, count(*) AS again FROM again GROUP BY 1 ORDER BY 1;

-- name: database_clock
-- What time the database's machine has.
SELECT clock_timestamp() AS now;
