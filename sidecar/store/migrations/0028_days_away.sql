-- When a person is away and where they stay, as their calendar and their automatic reply say, the clock of their device, and how
-- a meeting stood when they accepted it.

ALTER TABLE companion.person ADD COLUMN days jsonb NOT NULL DEFAULT '{}', ADD COLUMN auto_reply jsonb,
    ADD COLUMN device_zone text, ADD COLUMN device_zone_at timestamptz;
COMMENT ON COLUMN companion.person.days IS 'absences, and stays in other cities, as their own calendar entries say; no titles';
COMMENT ON COLUMN companion.person.auto_reply IS 'from when to when their automatic reply is on; null: it is off, or may not be read';
COMMENT ON COLUMN companion.person.device_zone IS 'the zone that their Teams told with the last message or tap';

ALTER TABLE companion.meeting ADD COLUMN accepted jsonb;
COMMENT ON COLUMN companion.meeting.accepted IS 'its times, place, organiser and people when the person accepted it; null: not accepted';
