-- One person's call as it stands: what they tapped, the break coach, the one card in their chat. What Teams tells stands in
-- call_event; from both the state is made anew at each look.

CREATE TABLE companion.call (
    tenant_id     text NOT NULL,
    person_id     text NOT NULL,
    meeting_id    text NOT NULL,
    live          jsonb NOT NULL,
    revision      bigint NOT NULL DEFAULT 1,
    looks         bigint NOT NULL DEFAULT 0,
    look_at       timestamptz,
    thread_part   text,
    followed      text NOT NULL DEFAULT '',
    activity_id   text,
    card_digest   text NOT NULL DEFAULT '',
    card_hint     text NOT NULL DEFAULT '',
    card_sent_at  timestamptz,
    claimed_at    timestamptz,
    claimed_by    text,
    PRIMARY KEY (tenant_id, person_id, meeting_id),
    FOREIGN KEY (tenant_id, person_id, meeting_id) REFERENCES companion.meeting ON DELETE CASCADE
);
CREATE INDEX call_by_look ON companion.call (tenant_id, person_id, look_at);
CREATE INDEX call_by_thread ON companion.call (tenant_id, thread_part) WHERE thread_part IS NOT NULL;
COMMENT ON TABLE companion.call IS 'retention: 30 days after the meeting';
COMMENT ON COLUMN companion.call.live IS 'taps, break coach, open hint and timer; words that were heard, only those of the last minutes';
COMMENT ON COLUMN companion.call.look_at IS 'when it is looked at next; null: when something happens';
COMMENT ON COLUMN companion.call.thread_part IS 'the chat of a meeting whose short link names none, learnt from who joined it';
COMMENT ON COLUMN companion.call.followed IS 'for which end the follow-up was asked for';
COMMENT ON COLUMN companion.call.card_hint IS 'the hint that the message in the chat was sent for; empty: for a question';

ALTER TABLE companion.call_event ADD COLUMN thread_part text GENERATED ALWAYS AS
    (substring(thread_id from '^19:([A-Za-z0-9_-]{8,200})@thread[.]')) STORED;
CREATE INDEX call_event_by_part ON companion.call_event (tenant_id, thread_part, happened_at) WHERE thread_part IS NOT NULL;
CREATE INDEX meeting_by_thread_of_tenant ON companion.meeting (tenant_id, thread_id, start_at) WHERE thread_id IS NOT NULL;

ALTER TABLE companion.call OWNER TO companion_owner;
GRANT SELECT, INSERT, UPDATE, DELETE ON companion.call TO companion_app;
ALTER TABLE companion.call ENABLE ROW LEVEL SECURITY;
ALTER TABLE companion.call FORCE ROW LEVEL SECURITY;
CREATE POLICY one_tenant ON companion.call USING (tenant_id = current_setting('companion.tenant', true));

CREATE TRIGGER tell_panel AFTER INSERT OR DELETE ON companion.call FOR EACH ROW EXECUTE FUNCTION companion.tell_panel();
CREATE TRIGGER tell_panel_of_change AFTER UPDATE ON companion.call FOR EACH ROW
    WHEN (OLD.revision IS DISTINCT FROM NEW.revision) EXECUTE FUNCTION companion.tell_panel();
