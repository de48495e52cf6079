-- name: deck
-- What was found in the invitation and the documents of one meeting.
SELECT found, digest, event_tag, checked_at FROM companion.deck WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: decks_checked
-- Which state of some meetings was checked, and when.
SELECT meeting_id, event_tag, checked_at FROM companion.deck
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = ANY($3::text[]);

-- name: keep_deck
-- What was found, in place of an older check.
INSERT INTO companion.deck (tenant_id, person_id, meeting_id, found, digest, event_tag, checked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, person_id, meeting_id) DO UPDATE
SET found = excluded.found, digest = excluded.digest, checked_at = excluded.checked_at,
    event_tag = CASE excluded.event_tag WHEN '' THEN deck.event_tag ELSE excluded.event_tag END;

-- name: still_right
-- It was looked at again, and everything the check rests on is as it was.
UPDATE companion.deck SET event_tag = CASE $4::text WHEN '' THEN event_tag ELSE $4::text END, checked_at = $5
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: soon_with_client
-- Client meetings in which somebody of an organisation takes part and that start in a window, of everybody here.
SELECT person_id, meeting_id, revision FROM companion.meeting
WHERE tenant_id = $1 AND start_at >= $3 AND start_at < $4 AND NOT is_gone
  AND (client_domain = $2 OR client_domain IS NOT NULL AND EXISTS (SELECT FROM companion.met_in(event, $2)))
ORDER BY person_id, start_at LIMIT 200;

-- name: clients_met
-- The organisations that a person met in a window, each with its dossier where there is one.
SELECT met.client_domain, d.found ->> 'name' AS name
FROM (SELECT DISTINCT client_domain FROM companion.meeting
      WHERE tenant_id = $1 AND person_id = $2 AND start_at >= $3 AND start_at < $4 AND NOT is_gone AND client_domain IS NOT NULL) met
LEFT JOIN companion.dossier d ON d.tenant_id = $1 AND d.organisation = met.client_domain
ORDER BY met.client_domain LIMIT 300;

-- name: sweep_decks
-- Checks whose meeting is past its retention.
DELETE FROM companion.deck WHERE tenant_id = $1
  AND NOT EXISTS (SELECT FROM companion.meeting m
                  WHERE m.tenant_id = $1 AND m.person_id = deck.person_id AND m.meeting_id = deck.meeting_id);
