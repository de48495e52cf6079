"""What the product itself stored of people, through its own flows, is erased and does not come back; no log ever named them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.meetings.wake import read_wake
from sidecar.domain.relationships.contact import Contact
from sidecar.flows.trust.export_person import Found, export_person, find_person
from sidecar.flows.trust.forget_person import Erased, contacts_without_erased, forget_person
from sidecar.queue.erasure import drop_from_queue, held_in_queue
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.store.every_table import said_anywhere
from tests.web.panel_caller import panel_of

__all__ = ["start"]
QUILL, AIKO = "quill.vogelsang@woodgrovebank.example", "aiko.tanaka@northwindtraders.example"
ATTENDEE = "ATTENDEE;CN={name};PARTSTAT=ACCEPTED:mailto:{address}"
PAST = event("past", NOON - timedelta(days=5), people=(), more=ATTENDEE.format(name="Quill Vogelsang", address=QUILL))
COMING = event("coming", NOON + timedelta(days=2), people=(), more=ATTENDEE.format(name="Aiko Tanaka", address=AIKO))


async def found(here: World, asked: str) -> Found | None:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await find_person(session, here.tenant_id, asked, here.companion.clock())


async def forgotten(here: World, asked: str) -> Erased:
    one = await found(here, asked)
    assert one is not None
    return await forget_person(here.companion.hands, one, drop_from_queue, may_ask=True)


async def read_all_again(here: World) -> None:
    """As if the calendar had never been read: the first read looks back ninety days."""
    pool = here.companion.database.pool
    await pool.execute("DELETE FROM companion.meeting")
    await pool.execute("UPDATE companion.person SET calendar_read_at = NULL")
    async with here.companion.database.transaction(here.tenant_id) as session:
        await here.companion.hands.arm(session, [read_wake(here.tenant_id, PersonId(MIA.id), 4711, timedelta(), because="test")])
    await here.settle()


@pytest.mark.timeout(120)
async def test_what_the_flows_stored_is_erased_and_does_not_come_back(start: Callable[..., Any], capfd: Any) -> None:
    async with start(PAST, COMING) as here:
        pool = here.companion.database.pool
        meeting = await pool.fetchval("SELECT meeting_id FROM companion.meeting WHERE event ->> 'subject' = 'Call coming'")
        await panel_of(here).note(meeting, f"Ask {QUILL} whether Quill Vogelsang agrees with {AIKO}")
        before = await said_anywhere(pool, QUILL, "Quill Vogelsang")
        assert set(before) >= {"companion.meeting", "companion.touch", "companion.note"}
        one = await found(here, QUILL)
        assert one is not None and one.whom.names == {"Quill Vogelsang"}
        async with here.companion.database.transaction(here.tenant_id) as session:
            told = await export_person(session, one, held_in_queue)
        assert {f"companion.{row['table']}" for row in told["kept"]} >= set(before) and QUILL in json.dumps(told)

        erased = await forgotten(here, QUILL)
        assert erased.remains == 0 and erased.coming == set()
        assert await said_anywhere(pool, QUILL, "Quill Vogelsang") == {}
        await read_all_again(here)
        assert await said_anywhere(pool, QUILL, "Quill Vogelsang") == {}, "what was over stays without them"
        assert await pool.fetchval("SELECT count(*) FROM companion.meeting WHERE start_at < $1", NOON) == 1

        erased = await forgotten(here, AIKO)
        assert [owner for owner, _ in erased.coming] == [MIA.id] and erased.remains == 0
        await here.settle()
        again = set(await said_anywhere(pool, AIKO))
        assert {"companion.meeting"} <= again <= {"companion.meeting", "companion.evidence_look"}, "a coming meeting needs them"

        erased = await forgotten(here, MIA.address)
        await here.settle()
        assert (erased.whose, erased.ended, erased.left, erased.remains) == ("ours", 1, 0, 0)
        assert await here.watched(MIA) == []
        assert await said_anywhere(pool, MIA.address, MIA.name, MIA.id, AIKO) == {}
        assert await found(here, MIA.address) is None
    logged = "".join(capfd.readouterr())
    assert "erased" in logged
    assert [one for one in (QUILL, AIKO, MIA.address, MIA.name, MIA.id, "Vogelsang") if one in logged] == []


async def test_a_contact_of_before_an_erasure_is_kept_without_a_name(start: Callable[..., Any]) -> None:
    async with start(PAST) as here:
        await forgotten(here, QUILL)
        now = here.companion.clock()
        contacts = [
            Contact(
                id=f"{client}{days}",
                client=client,
                kind="mail_personal_in",
                at=now + timedelta(days=days),
                with_whom=QUILL,
                name="Q",
            )
            for client in ("woodgrovebank.example", QUILL)
            for days in (-9, 1)
        ]
        async with here.companion.database.transaction(here.tenant_id) as session:
            kept = await contacts_without_erased(session, here.tenant_id, contacts)
        assert [(one.id, one.with_whom, one.name) for one in kept] == [
            ("woodgrovebank.example-9", "", ""), ("woodgrovebank.example1", QUILL, "Q"), (f"{QUILL}1", QUILL, "Q"),
        ]  # fmt: skip
