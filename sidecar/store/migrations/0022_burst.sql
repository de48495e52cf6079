-- A card that came too late is on record, and a card that is only being sent wakes no panel: nothing of it is shown yet.

ALTER TABLE companion.delivery DROP CONSTRAINT delivery_state_check;
ALTER TABLE companion.delivery ADD CONSTRAINT delivery_state_check
    CHECK (state IN ('claimed', 'sent', 'merged', 'folded', 'moved', 'withdrawn', 'late'));
COMMENT ON COLUMN companion.delivery.state IS 'late: it was of no use any more when it could have been sent, and was not';

DROP TRIGGER tell_panel ON companion.delivery;
CREATE TRIGGER tell_panel AFTER UPDATE ON companion.delivery FOR EACH ROW EXECUTE FUNCTION companion.tell_panel();
CREATE TRIGGER tell_panel_of_new AFTER INSERT ON companion.delivery FOR EACH ROW
    WHEN (NEW.state <> 'claimed') EXECUTE FUNCTION companion.tell_panel();
CREATE TRIGGER tell_panel_of_gone AFTER DELETE ON companion.delivery FOR EACH ROW
    WHEN (OLD.state <> 'claimed') EXECUTE FUNCTION companion.tell_panel();
