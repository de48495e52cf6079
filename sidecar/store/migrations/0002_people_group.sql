-- Where the administrator named a group, only its members are watched.

ALTER TABLE companion.person
    ADD COLUMN membership text NOT NULL DEFAULT 'member' CHECK (membership IN ('unasked', 'member', 'outsider')),
    ADD COLUMN group_asked_at timestamptz,
    ADD COLUMN told_outside_at timestamptz,
    ADD COLUMN is_watched boolean NOT NULL GENERATED ALWAYS AS (is_installed AND membership = 'member') STORED;
