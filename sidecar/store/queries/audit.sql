-- name: note_seen
-- That somebody looked at what is stored of somebody: who and whose are numbers, $2 the account of a command.
INSERT INTO companion.seen (tenant_id, account, who, what, whose, seen_at) VALUES ($1, $2, $3, $4, $5, $6);

-- name: seen_since
-- Who looked at what since an instant, the newest first; $3: about whom or by whom, empty for everybody.
SELECT * FROM companion.seen WHERE tenant_id = $1 AND seen_at >= $2 AND ($3 = '' OR whose = $3 OR who = $3)
ORDER BY seen_at DESC, seen_id DESC LIMIT $4;

-- name: everybody_stored
-- Everybody of ours of whom something is stored, whether the bot is installed or not.
SELECT person_id, address FROM companion.person WHERE tenant_id = $1 ORDER BY person_id;

-- name: sweep_seen
-- Looks past their retention.
DELETE FROM companion.seen WHERE tenant_id = $1 AND seen_at < $2;
