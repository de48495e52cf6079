-- What is stored after each card that was sent, in one round trip: a transaction of one statement, which takes the tenant's role
-- itself. In a transaction of another tenant it does nothing.

CREATE FUNCTION companion.note_sent(
    of_tenant text, of_person text, of_meeting text, of_kind text, in_round integer, activity text, digest text, at timestamptz,
    at_revision bigint
) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('companion.tenant', true), '') NOT IN ('', of_tenant) THEN
        RETURN false;
    END IF;
    PERFORM set_config('role', 'companion_app', true), set_config('companion.tenant', of_tenant, true);
    UPDATE companion.delivery d SET state = 'sent', activity_id = activity, card_digest = digest, sent_at = at
    WHERE d.tenant_id = of_tenant AND d.person_id = of_person AND d.meeting_id = of_meeting AND d.kind = of_kind AND d.round = in_round
      AND EXISTS (SELECT FROM companion.meeting m
        WHERE m.tenant_id = of_tenant AND m.person_id = of_person AND m.meeting_id = of_meeting AND m.revision = at_revision);
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION companion.note_sent IS 'Teams has a card of a meeting that has not changed meanwhile; false where it has';
