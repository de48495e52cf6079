-- A newcomer's first week: when the welcome is due, the first card after it, and the clock they were asked about.

ALTER TABLE companion.person
    ADD COLUMN welcome_due_at timestamptz,
    ADD COLUMN first_card_at timestamptz,
    ADD COLUMN zone_at_install text,
    ADD COLUMN zone_asked_at timestamptz;
COMMENT ON COLUMN companion.person.welcome_due_at IS 'from when the welcome may come, within hours of work; null: at once';
COMMENT ON COLUMN companion.person.first_card_at IS 'when the card after the welcome was shown, which begins the first week';
COMMENT ON COLUMN companion.person.zone_at_install IS 'the zone of the client when the bot was installed; null: it named none';
COMMENT ON COLUMN companion.person.zone_asked_at IS 'when the person was asked by which clock they live, which happens once';

CREATE INDEX person_by_install ON companion.person (tenant_id, installed_at);
