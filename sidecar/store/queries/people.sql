-- name: clock_ahead
-- How far this installation's clock is ahead of the real one; zero outside the preview.
SELECT ahead FROM companion.clock;

-- name: clock_travel
-- Raise the clock's lead.
UPDATE companion.clock SET ahead = ahead + $1;

-- name: tenants
-- Every tenant served.
SELECT tenant_id FROM companion.tenant ORDER BY tenant_id;

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
INSERT INTO companion.person (tenant_id, person_id, conversation, name, language, zone, installed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, person_id) DO UPDATE
SET conversation = excluded.conversation, is_installed = true,
    name = CASE WHEN excluded.name = '' THEN person.name ELSE excluded.name END
RETURNING (xmax = 0) AS is_new;

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

-- name: person
-- One person.
SELECT * FROM companion.person WHERE tenant_id = $1 AND person_id = $2;

-- name: people
-- Everybody who has the bot in a tenant, watched or outside of the group.
SELECT * FROM companion.person WHERE tenant_id = $1 AND is_installed ORDER BY person_id;

-- name: has_people
-- Whether anybody in a tenant has the bot.
SELECT EXISTS (SELECT FROM companion.person WHERE tenant_id = $1 AND is_installed) AS has_people;

-- name: set_problem
-- Why a person's calendar cannot be read, or null once it can.
UPDATE companion.person SET problem = $3 WHERE tenant_id = $1 AND person_id = $2;

-- name: mark_dirty
-- A notice came: count it; true where no read was waiting yet.
UPDATE companion.person AS new SET notices = new.notices + 1, is_dirty = true
FROM (SELECT is_dirty FROM companion.person WHERE tenant_id = $1 AND person_id = $2 FOR UPDATE) AS old
WHERE new.tenant_id = $1 AND new.person_id = $2 AND new.is_watched
RETURNING NOT old.is_dirty AS is_first, new.notices;

-- name: lease_mailbox
-- One job at a time works on a mailbox: take the lease for a while, and read what was dirty as clean from here on.
UPDATE companion.person SET leased_until = $4, is_dirty = false
WHERE tenant_id = $1 AND person_id = $2 AND is_watched AND (leased_until IS NULL OR leased_until < $3)
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
SELECT person_id FROM companion.person WHERE tenant_id = $1 AND person_id = $2 FOR UPDATE;
