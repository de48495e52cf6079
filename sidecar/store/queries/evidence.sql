-- name: looked_into
-- Which of these addresses need no look now. A look that read the mails holds until $5, one that was refused them until $6;
-- one that began after $7 may still be running. Anything well after the present, $4, means that the clock
-- was set back; by a little it only means that two looked at the clock one after the other.
SELECT address FROM companion.evidence_look
WHERE tenant_id = $1 AND person_id = $2 AND address = ANY($3::text[])
  AND (looked_at BETWEEN CASE mail WHEN 'read' THEN $5::timestamptz ELSE $6::timestamptz END AND $4::timestamptz + interval '10 minutes'
       OR claimed_at BETWEEN $7::timestamptz AND $4::timestamptz + interval '10 minutes');

-- name: claim_look
-- Take an address to look into; a row only for the one who may, who looked into it not so long ago as the same instants say.
INSERT INTO companion.evidence_look (tenant_id, person_id, address, claimed_at) VALUES ($1, $2, $3, $4)
ON CONFLICT (tenant_id, person_id, address) DO UPDATE SET claimed_at = excluded.claimed_at
WHERE (evidence_look.looked_at BETWEEN CASE evidence_look.mail WHEN 'read' THEN $5::timestamptz ELSE $6::timestamptz END
       AND excluded.claimed_at + interval '10 minutes') IS NOT TRUE
  AND evidence_look.claimed_at NOT BETWEEN $7::timestamptz AND excluded.claimed_at + interval '10 minutes'
RETURNING address;

-- name: end_look
-- How the look went; nothing where the person was let go of meanwhile.
UPDATE companion.evidence_look SET claimed_at = 'epoch', looked_at = $4, mail = $5
WHERE tenant_id = $1 AND person_id = $2 AND address = $3;

-- name: release_looks
-- The looks could not be made: they are due at once, and what was known stays.
UPDATE companion.evidence_look SET claimed_at = 'epoch' WHERE tenant_id = $1 AND person_id = $2 AND address = ANY($3::text[]);

-- name: is_looking
-- Whether mails and hours of somebody are being read at this moment: a look that began after $3 and has not ended.
SELECT EXISTS (SELECT FROM companion.evidence_look WHERE tenant_id = $1 AND person_id = $2 AND claimed_at > $3) AS is_looking;

-- name: mail_refused
-- Whether the newest look was refused this person's mails.
SELECT mail = 'refused' AS is_refused FROM companion.evidence_look
WHERE tenant_id = $1 AND person_id = $2 AND looked_at IS NOT NULL ORDER BY looked_at DESC, mail LIMIT 1;

-- name: evidence_of
-- What is known of some addresses, newest first.
SELECT address, source, kind, value, country, region, quote, link, seen_at FROM companion.evidence
WHERE tenant_id = $1 AND person_id = $2 AND address = ANY($3::text[]) ORDER BY seen_at DESC, evidence_id;

-- name: signed_companies
-- What people of some organisations call their company below their newest mail that names it.
SELECT DISTINCT ON (address) address, value FROM companion.evidence
WHERE tenant_id = $1 AND person_id = $2 AND kind = 'company'
  AND EXISTS (SELECT FROM unnest($3::text[]) AS client WHERE right(address, length(client)) = client)
ORDER BY address, seen_at DESC, evidence_id;

-- name: drop_evidence
-- Make room for what a new look found.
DELETE FROM companion.evidence WHERE tenant_id = $1 AND person_id = $2 AND address = $3;

-- name: add_evidence
-- One thing that was found.
INSERT INTO companion.evidence (tenant_id, person_id, address, source, kind, value, country, region, quote, seen_at, link)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- name: sweep_evidence
-- Looks past their retention, with all that they found.
DELETE FROM companion.evidence_look WHERE tenant_id = $1 AND greatest(claimed_at, looked_at) < $2;
