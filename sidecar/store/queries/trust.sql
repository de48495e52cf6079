-- name: rows_held
-- Every row of a tenant in one table; with $3, those of that person of ours.
SELECT rows_held AS held FROM companion.rows_held($1, $2, $3);

-- name: drop_held
-- Erase every row of a tenant in one table; with $3, those of that person of ours.
SELECT companion.drop_held($1, $2, $3) AS rows;

-- name: rows_naming
-- Rows of one table that say something like one of these regular expressions; with $4, locked until the transaction ends.
SELECT place::text AS place, held, keys FROM companion.rows_naming($1, $2, $3::text[], $4);

-- name: rewrite_rows
-- Other words in some columns of rows that rows_naming named; $4: for each an object of them.
SELECT companion.rewrite_rows($1, $2, $3::text[]::tid[], $4) AS rows;

-- name: drop_rows
-- Erase rows that rows_naming named.
SELECT companion.drop_rows($1, $2, $3::text[]::tid[]) AS rows;

-- name: people_called
-- Who of ours has an address, or an id in the directory, whether the bot is installed or not. $2: a regular expression of it whole.
SELECT person_id, address, name, is_installed FROM companion.person
WHERE tenant_id = $1 AND (lower(address COLLATE "C") ~ $2 OR lower(person_id COLLATE "C") ~ $2);

-- name: lock_people
-- Everybody of a tenant, by id: before many rows are locked at once, as whoever locks one locks their person first. The keys are
-- not held, as lock_person says.
SELECT person_id FROM companion.person WHERE tenant_id = $1 ORDER BY person_id FOR NO KEY UPDATE;

-- name: note_erasure
-- That somebody was erased: when, how much, and nothing of them.
INSERT INTO companion.erasure (tenant_id, whom_hash, whose, erased_at, counts) VALUES ($1, $2, $3, $4, $5);

-- name: erasures
-- Who was erased, as digests, and when last.
SELECT whom_hash, max(erased_at) AS erased_at FROM companion.erasure WHERE tenant_id = $1 GROUP BY whom_hash;

-- name: sweep_erasures
-- Notes of erasures past their retention.
DELETE FROM companion.erasure WHERE tenant_id = $1 AND erased_at < $2;
