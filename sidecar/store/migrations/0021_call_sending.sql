-- A message whose sender died is told from one that was never tried: only the first may have arrived.

ALTER TABLE companion.call ADD COLUMN sending_at timestamptz;
COMMENT ON COLUMN companion.call.sending_at IS 'since when Teams is asked to take the message; set after a death, it may have arrived';
