-- Since when a meeting stands at its time: a moved one may have become an unwelcome hour for the client.

ALTER TABLE companion.meeting ADD COLUMN timed_at timestamptz;
COMMENT ON COLUMN companion.meeting.timed_at IS 'when its start was last seen to change; null while it stands where it was booked';
