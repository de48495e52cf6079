-- Whoever reads a calendar is known by name, so that a dead worker's hold on it ends and a living one's does not.

ALTER TABLE companion.person ADD COLUMN leased_by text;
COMMENT ON COLUMN companion.person.leased_by IS 'the worker that reads the calendar until leased_until, or read it last';
