-- name: claim_draft
-- A draft is about to be made; a row only for the one who may make it, until when nobody else may: a claim before $10 is of
-- somebody who died. `is_made`: it was made before, and may be looked for by anybody.
INSERT INTO companion.draft (tenant_id, person_id, draft_key, kind, client, meeting_id, people, said, item_id, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8, '', $9::timestamptz)
ON CONFLICT (tenant_id, person_id, draft_key) DO UPDATE
SET made_at = CASE WHEN draft.item_id = '' THEN excluded.made_at ELSE draft.made_at END,
    people = CASE WHEN draft.item_id = '' THEN excluded.people ELSE draft.people END,
    said = CASE WHEN draft.item_id = '' THEN excluded.said ELSE draft.said END
WHERE draft.item_id <> '' OR draft.made_at < $10::timestamptz
RETURNING item_id <> '' AS is_made;

-- name: release_draft
-- It was not made after all.
DELETE FROM companion.draft WHERE tenant_id = $1 AND person_id = $2 AND draft_key = $3 AND item_id = '' AND made_at = $4;

-- name: newest_of_key
-- The newest draft whose key is this one, or this one with its day.
SELECT draft_key, made_at FROM companion.draft
WHERE tenant_id = $1 AND person_id = $2 AND (draft_key = $3 OR starts_with(draft_key, $3 || ':')) ORDER BY made_at DESC LIMIT 1;

-- name: put_draft
-- A draft that was made; the same key again is the same draft.
INSERT INTO companion.draft (tenant_id, person_id, draft_key, kind, client, meeting_id, people, said, item_id, link, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10, $11)
ON CONFLICT (tenant_id, person_id, draft_key) DO UPDATE SET item_id = excluded.item_id, link = excluded.link;

-- name: drafts_about
-- What was drafted about a meeting, the newest first.
SELECT * FROM companion.draft WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND item_id <> ''
ORDER BY made_at DESC, draft_key;

-- name: last_check_ins
-- The check-ins that a person had drafted, the newest first, but for one of them.
SELECT said FROM companion.draft
WHERE tenant_id = $1 AND person_id = $2 AND kind = 'check_in' AND draft_key <> $3 AND said <> '' AND item_id <> ''
ORDER BY made_at DESC, draft_key LIMIT $4;

-- name: drafted_to
-- Whom of a client a person had drafts addressed to, and what was made first, since an instant.
SELECT who AS address, min(made_at) AS first_at, bool_or(kind = 'welcome') AS is_welcomed
FROM companion.draft, unnest(people) AS who WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND made_at >= $4
  AND item_id <> ''
GROUP BY who ORDER BY who;

-- name: last_people_of
-- With whom of a client a person was in touch last, the newest first: also where the stored meeting is gone.
SELECT who AS address FROM (
    SELECT unnest(people) AS who, made_at AS at FROM companion.draft
    WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND item_id <> ''
    UNION ALL
    SELECT lower(with_whom), happened_at FROM companion.touch
    WHERE tenant_id = $1 AND person_id = $2 AND client = $3 AND with_whom LIKE '%@%'
) AS touched GROUP BY who ORDER BY max(at) DESC, who LIMIT 3;

-- name: put_answer
-- What a client answered to one question; a later answer stands in place of an earlier one.
INSERT INTO companion.client_answer (tenant_id, person_id, client, question, said, depth, sender, said_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (tenant_id, person_id, client, question) DO UPDATE
SET said = excluded.said, depth = excluded.depth, sender = excluded.sender, said_at = excluded.said_at
WHERE excluded.said_at > companion.client_answer.said_at;

-- name: answers_of_client
-- What a client answered.
SELECT * FROM companion.client_answer WHERE tenant_id = $1 AND person_id = $2 AND client = $3 ORDER BY question;

-- name: put_gone
-- Somebody who is not reached any more; what is known already stays. Whom the person reached after all is marked again only by a
-- mail of $8, after they said so.
INSERT INTO companion.contact_gone (tenant_id, person_id, address, how, quote, successor, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, person_id, address) DO UPDATE
SET how = excluded.how, quote = excluded.quote, successor = excluded.successor, seen_at = excluded.seen_at
WHERE contact_gone.quote = '' AND $8::timestamptz > contact_gone.seen_at;

-- name: reached_again
-- They can be reached after all, as the person says: a mark without words, or the same mails would make a new one.
INSERT INTO companion.contact_gone (tenant_id, person_id, address, how, quote, seen_at) VALUES ($1, $2, $3, 'returned', '', $4)
ON CONFLICT (tenant_id, person_id, address) DO UPDATE SET quote = '', successor = '', seen_at = excluded.seen_at;

-- name: gone_among
-- Who of some addresses is not reached any more, or was reached after all: then there are no words.
SELECT * FROM companion.contact_gone WHERE tenant_id = $1 AND person_id = $2 AND address = ANY($3::text[]) ORDER BY address;

-- name: sweep_drafts
-- What is older than it is kept: drafts before $2, answers and marks before $3.
WITH old_drafts AS (DELETE FROM companion.draft WHERE tenant_id = $1 AND made_at < $2::timestamptz),
     old_answers AS (DELETE FROM companion.client_answer WHERE tenant_id = $1 AND said_at < $3::timestamptz)
DELETE FROM companion.contact_gone WHERE tenant_id = $1 AND seen_at < $3::timestamptz;

-- name: follow_gone
-- Who follows somebody that is not reached any more.
UPDATE companion.contact_gone SET successor = $4 WHERE tenant_id = $1 AND person_id = $2 AND address = $3 AND quote <> '';
