-- name: notes_of
-- What a person noted in one meeting, in the order in which it was made.
SELECT * FROM companion.note WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 ORDER BY made_nr;

-- name: add_note
-- A note; the same one sent again changes nothing. Nothing is stored beyond $8 notes in a meeting.
INSERT INTO companion.note (tenant_id, person_id, note_id, meeting_id, kind, said, made_at)
SELECT $1, $2, $3, $4, $5, $6, $7::timestamptz
WHERE (SELECT count(*) FROM companion.note WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $4) < $8
   OR EXISTS (SELECT FROM companion.note WHERE tenant_id = $1 AND person_id = $2 AND note_id = $3)
ON CONFLICT (tenant_id, person_id, note_id) DO UPDATE SET note_id = excluded.note_id
RETURNING note_id;

-- name: finish_note
-- Done, or not done after all.
UPDATE companion.note SET is_done = $4 WHERE tenant_id = $1 AND person_id = $2 AND note_id = $3 RETURNING meeting_id;

-- name: drop_note
-- A note that is no more.
DELETE FROM companion.note WHERE tenant_id = $1 AND person_id = $2 AND note_id = $3 RETURNING meeting_id;

-- name: open_with_client
-- What a person parked in earlier meetings with a client, and has not done.
SELECT n.note_id, n.kind, n.said, n.is_done FROM companion.note n
JOIN companion.meeting m ON m.tenant_id = n.tenant_id AND m.person_id = n.person_id AND m.meeting_id = n.meeting_id
WHERE n.tenant_id = $1 AND n.person_id = $2 AND m.client_domain = $3 AND m.start_at < $4 AND NOT n.is_done
  AND n.kind = 'parked' ORDER BY m.start_at DESC, n.made_at LIMIT 8;

-- name: musts_of
-- What is to be covered in a meeting: the person's own, and which of the brief's are done.
SELECT * FROM companion.must_cover WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 ORDER BY made_nr;

-- name: put_must
-- Something to cover: new, or done or not; its words stay those of the first time.
INSERT INTO companion.must_cover (tenant_id, person_id, meeting_id, must_id, said, is_done, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, person_id, meeting_id, must_id) DO UPDATE SET is_done = excluded.is_done;

-- name: ticks_of
-- What a person ticked on the list of one meeting.
SELECT check_id, ticked_at FROM companion.tick WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3;

-- name: put_tick
-- A tick.
INSERT INTO companion.tick (tenant_id, person_id, meeting_id, check_id, ticked_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, person_id, meeting_id, check_id) DO NOTHING;

-- name: drop_tick
-- A tick taken back.
DELETE FROM companion.tick WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 AND check_id = $4;

-- name: touch_meeting
-- Something of one meeting changed that only its card shows.
UPDATE companion.meeting SET revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND meeting_id = $3 RETURNING meeting_id, revision;

-- name: touch_meetings_with
-- The same for the coming meetings of somebody.
UPDATE companion.meeting SET revision = revision + 1
WHERE tenant_id = $1 AND person_id = $2 AND end_at >= $4 AND (
    lower(event #>> '{organizer,emailAddress,address}') = $3 OR EXISTS (
        SELECT FROM jsonb_array_elements(CASE jsonb_typeof(event -> 'attendees') WHEN 'array' THEN event -> 'attendees' ELSE '[]' END) one
        WHERE lower(one #>> '{emailAddress,address}') = $3))
RETURNING meeting_id, revision;

-- name: has_met
-- Whether somebody takes part in any stored meeting of a person.
SELECT EXISTS (SELECT FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND (
    lower(event #>> '{organizer,emailAddress,address}') = $3 OR EXISTS (
        SELECT FROM jsonb_array_elements(CASE jsonb_typeof(event -> 'attendees') WHEN 'array' THEN event -> 'attendees' ELSE '[]' END) one
        WHERE lower(one #>> '{emailAddress,address}') = $3))) AS has_met;

-- name: meeting_of_thread
-- The meeting behind a Teams chat: of several occurrences the one under way at an instant, else the nearest in time.
SELECT * FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND thread_id = $3
ORDER BY is_gone, greatest(start_at - $4::timestamptz, $4::timestamptz - end_at), start_at LIMIT 1;

-- name: relationships
-- With whom a person met and will meet, by organisation, the soonest next meeting first; cancelled and declined ones do not count.
SELECT client_domain, max(end_at) FILTER (WHERE end_at <= $3) AS last_at, min(start_at) FILTER (WHERE start_at > $3) AS next_at,
    count(*) AS meetings
FROM companion.meeting WHERE tenant_id = $1 AND person_id = $2 AND client_domain IS NOT NULL AND NOT is_gone
    AND (event ->> 'isCancelled') IS DISTINCT FROM 'true'
    AND lower(event #>> '{responseStatus,response}') IS DISTINCT FROM 'declined'
GROUP BY client_domain ORDER BY next_at NULLS LAST, last_at DESC NULLS LAST, client_domain LIMIT 60;

-- name: next_with_client
-- When a person meets a client again; what was cancelled or declined is no meeting.
SELECT start_at FROM companion.meeting
WHERE tenant_id = $1 AND person_id = $2 AND client_domain = $3 AND start_at > $4 AND NOT is_gone
    AND (event ->> 'isCancelled') IS DISTINCT FROM 'true'
    AND lower(event #>> '{responseStatus,response}') IS DISTINCT FROM 'declined'
ORDER BY start_at LIMIT 1;
