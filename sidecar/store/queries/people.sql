-- name: clock_ahead
-- How far this installation's clock is ahead of the real one; zero outside the preview.
SELECT ahead FROM companion.clock;

-- name: clock_travel
-- Raise the clock's lead.
UPDATE companion.clock SET ahead = ahead + $1;

-- name: tenants
-- Every tenant served.
SELECT tenant_id FROM companion.tenant ORDER BY tenant_id;

-- name: tenants_after
-- A page of the tenants served.
SELECT tenant_id FROM companion.tenant WHERE tenant_id > $1 ORDER BY tenant_id LIMIT $2;

-- name: add_tenant
-- A tenant that is served from now on.
INSERT INTO companion.tenant (tenant_id) VALUES ($1) ON CONFLICT DO NOTHING;

-- name: organisation
-- Our own domains as last read.
SELECT domains, read_at FROM companion.organisation WHERE tenant_id = $1;

-- name: set_organisation
-- Keep our own domains.
INSERT INTO companion.organisation (tenant_id, domains, read_at) VALUES ($1, $2, $3)
ON CONFLICT (tenant_id) DO UPDATE SET domains = excluded.domains, read_at = excluded.read_at;

-- name: install_person
-- The bot is in this person's personal scope: watch them, and remember where to write.
INSERT INTO companion.person (tenant_id, person_id, conversation, name, language, zone, installed_at, zone_at_install)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (tenant_id, person_id) DO UPDATE
SET conversation = excluded.conversation, is_installed = true,
    name = CASE WHEN excluded.name = '' THEN person.name ELSE excluded.name END,
    zone_at_install = coalesce(person.zone_at_install, excluded.zone_at_install)
RETURNING (xmax = 0) AS is_new;

-- name: came_since
-- How many others of a tenant got the bot since an instant, up to $4.
SELECT count(*) AS others FROM (
    SELECT FROM companion.person WHERE tenant_id = $1 AND person_id <> $2 AND installed_at >= $3 LIMIT $4) AS came;

-- name: ask_membership
-- Only members of a group may be watched: what the directory said holds until it is asked again, which is due now.
UPDATE companion.person SET group_asked_at = NULL, membership = CASE WHEN group_asked_at IS NULL THEN 'unasked' ELSE membership END
WHERE tenant_id = $1 AND person_id = $2;

-- name: uninstall_person
-- The bot was taken out: the watch ends.
UPDATE companion.person SET is_installed = false, is_dirty = false, membership = 'member', group_asked_at = NULL, told_outside_at = NULL
WHERE tenant_id = $1 AND person_id = $2;

-- name: describe_person
-- What the directory and the mailbox say of a person.
UPDATE companion.person SET address = $3, name = $4, zone = $5, language = $6, working_hours = $7
WHERE tenant_id = $1 AND person_id = $2;

-- name: note_days
-- When a person is away and where they stay, as their calendar says.
UPDATE companion.person SET days = $3 WHERE tenant_id = $1 AND person_id = $2;

-- name: note_auto_reply
-- From when to when a person's automatic reply is on; null where it is not.
UPDATE companion.person SET auto_reply = $3 WHERE tenant_id = $1 AND person_id = $2;

-- name: note_device
-- The zone that a person's Teams told; a row where it is another one than before, with the one before where there was one.
WITH was AS (SELECT device_zone FROM companion.person WHERE tenant_id = $1 AND person_id = $2)
UPDATE companion.person SET device_zone = $3, device_zone_at = $4 WHERE tenant_id = $1 AND person_id = $2
  AND (device_zone IS DISTINCT FROM $3 OR device_zone_at < $4::timestamptz - interval '1 hour')
RETURNING device_zone IS DISTINCT FROM (SELECT device_zone FROM was) AS is_other, (SELECT device_zone FROM was) AS zone_before;

-- name: person
-- One person.
SELECT * FROM companion.person WHERE tenant_id = $1 AND person_id = $2;

-- name: people
-- Everybody who has the bot in a tenant, watched or outside of the group.
SELECT * FROM companion.person WHERE tenant_id = $1 AND is_installed ORDER BY person_id;

-- name: people_to_sweep
-- Who of a tenant needs anything now, and what. $3: whether a group is named, $4: how often it is asked, $5: how often this runs,
-- $6, $7: how often a calendar is read, and where a meeting begins within $8, $9: how long a closed one is left alone,
-- $10: how overdue a look after a call is, $11: how often the coming mornings are looked at, $12: who needs something anyway.
-- Nobody is read or looked at in one minute with everybody else: a tenth of the span is spread by the person's id.
-- The marks stay as they are until a read or a look at the subscription came to an end: a wake that waits is not armed twice.
WITH spread AS (
    SELECT p.*, 1 - 0.1 * (hashtextextended(p.person_id, 0) & 1023) / 1024.0 AS share,
        p.is_watched AND (p.problem_at IS NULL OR p.tried_at IS NULL OR p.tried_at <= $2::timestamptz - $9::interval) AS is_open
    FROM companion.person p WHERE p.tenant_id = $1 AND p.is_installed
), needs AS (
    SELECT p.person_id,
        CASE WHEN $3::boolean THEN p.group_asked_at IS NULL OR p.group_asked_at <= $2 - $4::interval
            ELSE p.membership <> 'member' END AS is_ask_due,
        p.is_open AND NOT EXISTS (
            SELECT FROM companion.subscription s WHERE s.tenant_id = p.tenant_id AND s.person_id = p.person_id AND s.expires_at > $2
            AND coalesce(s.renew_at, s.created_at + (s.expires_at - s.created_at) / 2) > $2 - $5::interval) AS is_watch_due,
        p.is_open AND CASE
            WHEN p.problem_at IS NOT NULL OR p.calendar_read_at IS NULL OR p.calendar_read_at <= $2 - $6::interval * p.share THEN true
            WHEN p.calendar_read_at > $2 - $7::interval THEN false
            ELSE EXISTS (
                SELECT FROM companion.meeting m WHERE m.tenant_id = p.tenant_id AND m.person_id = p.person_id AND NOT m.is_gone
                AND m.start_at > $2 AND m.start_at <= $2 + $8::interval)
            END AS is_stale,
        p.is_watched AND (
            EXISTS (SELECT FROM companion.call c JOIN companion.meeting m USING (tenant_id, person_id, meeting_id)
                WHERE c.tenant_id = p.tenant_id AND c.person_id = p.person_id AND c.look_at < $2 - $10::interval AND NOT m.is_gone)
            OR EXISTS (SELECT FROM companion.follow_up f WHERE f.tenant_id = p.tenant_id AND f.person_id = p.person_id
                AND f.transcript = 'open' AND f.look_at < $2 - $10::interval)) AS is_lost,
        p.is_watched AND (
            p.day_wakes IS NULL OR p.day_wakes_at <= $2 - $11::interval * p.share
            OR p.day_wakes_for IS DISTINCT FROM md5(concat_ws('|', p.zone, p.working_hours, p.preferences))
            OR EXISTS (SELECT FROM unnest(p.day_wakes) w WHERE NOT EXISTS (
                SELECT FROM queue.pgqueuer q WHERE q.dedupe_key = w AND q.status IN ('queued', 'picked')))) AS is_morning_due,
        p.person_id = ANY ($12::text[]) AS is_lacking,
        coalesce(extract(epoch FROM greatest(p.calendar_read_at, p.tried_at)) * 1000, 0)::bigint AS read_mark,
        coalesce(extract(epoch FROM greatest(p.group_asked_at, p.tried_at, (
            SELECT max(s.renew_at) FROM companion.subscription s WHERE s.tenant_id = p.tenant_id AND s.person_id = p.person_id
        ))) * 1000, 0)::bigint AS watch_mark
    FROM spread p
)
SELECT * FROM needs WHERE is_ask_due OR is_watch_due OR is_stale OR is_lost OR is_morning_due OR is_lacking ORDER BY person_id;

-- name: note_mornings
-- The wakes of a person's coming mornings, and what they were made for.
UPDATE companion.person SET day_wakes = $3, day_wakes_at = $4,
    day_wakes_for = md5(concat_ws('|', zone, working_hours, preferences))
WHERE tenant_id = $1 AND person_id = $2;

-- name: note_planned
-- Every coming meeting of a person was planned, changed or not.
UPDATE companion.person SET planned_at = $3 WHERE tenant_id = $1 AND person_id = $2;

-- name: has_people
-- Whether anybody in a tenant has the bot.
SELECT EXISTS (SELECT FROM companion.person WHERE tenant_id = $1 AND is_installed) AS has_people;

-- name: set_problem
-- Why a person's calendar cannot be read, or null once it can.
UPDATE companion.person SET problem = $3, problem_at = CASE WHEN $3::text IS NULL THEN NULL ELSE problem_at END,
    tried_at = CASE WHEN $3::text IS NULL THEN NULL ELSE tried_at END WHERE tenant_id = $1 AND person_id = $2;

-- name: note_closed
-- A person's calendar was refused to us: why, since when, and when it was last asked for.
UPDATE companion.person SET problem = $3, problem_at = coalesce(problem_at, $4), tried_at = $4
WHERE tenant_id = $1 AND person_id = $2;

-- name: has_others_open
-- Whether anybody else's calendar of a tenant was read since an instant, and whether anybody else is watched there.
SELECT count(*) > 0 AS has_others, coalesce(bool_or(calendar_read_at > $3), false) AS is_open FROM companion.person
WHERE tenant_id = $1 AND person_id <> $2 AND is_watched;

-- name: closed_calendars
-- How many people's calendars are closed to us, by what Graph says, and since when the first of them.
SELECT problem, count(*) AS people, min(problem_at) AS since FROM companion.person
WHERE tenant_id = $1 AND is_watched AND problem_at IS NOT NULL GROUP BY problem ORDER BY people DESC, problem;

-- name: claim_telling
-- Take it upon oneself to tell a person that their calendar is closed to us; a row for one in the span since $4.
UPDATE companion.person SET problem_told_at = $3
WHERE tenant_id = $1 AND person_id = $2 AND problem IS NOT NULL AND (problem_told_at IS NULL OR problem_told_at < $4)
RETURNING person_id;

-- name: release_telling
-- They could not be told.
UPDATE companion.person SET problem_told_at = NULL WHERE tenant_id = $1 AND person_id = $2;

-- name: mark_dirty
-- Something asks for a read: count it; true where nothing had asked since the last one began.
UPDATE companion.person AS new SET notices = new.notices + 1, is_dirty = true
FROM (SELECT is_dirty FROM companion.person WHERE tenant_id = $1 AND person_id = $2 FOR NO KEY UPDATE) AS old
WHERE new.tenant_id = $1 AND new.person_id = $2 AND new.is_watched
RETURNING NOT old.is_dirty AS is_first, new.notices;

-- name: lease_mailbox
-- One job at a time works on a mailbox: take the lease for a while, and read what was dirty as clean from here on. $6: whether the
-- worker $5 knows that it reads it nowhere, so that a lease of its own is what an outage has left of a read.
UPDATE companion.person SET leased_until = $4, leased_by = $5, is_dirty = false
WHERE tenant_id = $1 AND person_id = $2 AND is_watched AND (leased_until IS NULL OR leased_until < $3 OR ($6::boolean AND leased_by = $5))
RETURNING person.*;

-- name: release_mailbox
-- The read is over.
UPDATE companion.person SET leased_until = NULL, calendar_read_at = coalesce($3, calendar_read_at)
WHERE tenant_id = $1 AND person_id = $2;

-- name: set_membership
-- What the directory said when it was asked whether a person is in the group; one who came back is to be told anew.
UPDATE companion.person SET membership = $3, group_asked_at = $4, is_dirty = is_dirty AND $3 = 'member',
    told_outside_at = CASE WHEN $3 = 'member' THEN NULL ELSE told_outside_at END
WHERE tenant_id = $1 AND person_id = $2;

-- name: mark_told_outside
-- The person was told that they are not in the group.
UPDATE companion.person SET told_outside_at = $3 WHERE tenant_id = $1 AND person_id = $2;

-- name: sweep_people
-- People who took the bot out, with everything of theirs, once their last calendar read is old.
DELETE FROM companion.person WHERE tenant_id = $1 AND NOT is_installed AND coalesce(calendar_read_at, installed_at) < $2
  AND NOT EXISTS (SELECT FROM companion.subscription s WHERE s.tenant_id = $1 AND s.person_id = person.person_id);

-- name: lock_person
-- One decision about a person at a time. Whoever also locks a meeting locks the person first, or two could wait for each other.
-- The key is not held: a notice that comes meanwhile, which refers to the person, is stored without waiting.
SELECT person_id, planned_at FROM companion.person WHERE tenant_id = $1 AND person_id = $2 FOR NO KEY UPDATE;
