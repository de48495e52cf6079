"""Of a private or confidential meeting, and of one whose sensitivity label says the same, nothing is read beyond the time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sidecar.graph.labels import PROPERTY, labels_in
from sidecar.graph.mail import _is_wanted
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.store.every_table import said_anywhere

__all__ = ["start"]
SECRET_LABEL, GENERAL_LABEL = "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0aa1", "0b6e7c52-0d0a-4c5e-9a55-3c1f6c1f0aa2"
PLAIN = event("plain", NOON + timedelta(days=1))
WORDS = ("hospital", "Operation", "Ward 7", "Tender", "Budget room", "cfo@bidder.example", SECRET_LABEL, "msip_labels")


def labelled(label: str) -> str:
    """What Exchange writes of a label that is set."""
    return f"MSIP_Label_{label}_Enabled=true; MSIP_Label_{label}_SetDate=2026-11-01T00:00:00Z; MSIP_Label_{label}_Method=Standard"


async def book(here: World, subject: str, label: str) -> None:
    """Mia books a meeting with a label in Outlook."""
    token = here.tenant.tokens.grant("graph")["access_token"]
    body = {
        "subject": subject, "body": {"contentType": "text", "content": "Budget room"},
        "start": {"dateTime": "2026-11-25T09:00:00", "timeZone": "UTC"},
        "end": {"dateTime": "2026-11-25T10:00:00", "timeZone": "UTC"},
        "attendees": [{"emailAddress": {"address": "cfo@bidder.example", "name": "C F"}, "type": "required"}],
        "singleValueExtendedProperties": [{"id": PROPERTY, "value": labelled(label)}],
    }  # fmt: skip
    url, headers = f"{here.tenant.url}/v1.0/users/{MIA.id}/events", {"Authorization": f"Bearer {token}"}
    async with here.session.post(url, json=body, headers=headers) as answer:
        assert answer.status == 201, await answer.text()


async def stored(here: World) -> list[Any]:
    return [
        row["event"] for row in await here.companion.database.pool.fetch("SELECT event FROM companion.meeting ORDER BY start_at")
    ]


async def count_becomes(here: World, count: int) -> None:
    async def is_there() -> bool:
        return len(await stored(here)) == count

    await here.wait_for(is_there)
    await here.settle()


async def test_of_a_meeting_marked_private_or_labelled_so_only_the_time_is_stored(start: Callable[..., Any]) -> None:
    private = [
        event(f"visit-{mark}", NOON + timedelta(days=1, hours=hour), people=("clinic@hospital.example",),
              more=f"CLASS:{mark}\r\nLOCATION:Ward 7\r\nDESCRIPTION:Operation")
        for hour, mark in ((2, "PRIVATE"), (4, "CONFIDENTIAL"))
    ]  # fmt: skip
    async with start(PLAIN, *private, private_labels=f"{SECRET_LABEL.upper()}, {GENERAL_LABEL[:-1]}0") as here:
        await book(here, "Tender", SECRET_LABEL)
        await count_becomes(here, 4)
        plain, *closed = await stored(here)
        assert plain["subject"] == "Call plain" and len(closed) == 3
        for one in closed:
            assert one["start"] and one["end"] and one["sensitivity"] in ("private", "confidential")
            assert not {"subject", "body", "attendees", "organizer", "location", "onlineMeeting"} & set(one)
        assert await said_anywhere(here.companion.database.pool, *WORDS, "Call visit") == {}
        await book(here, "Lunch", GENERAL_LABEL)
        await count_becomes(here, 5)
        assert await said_anywhere(here.companion.database.pool, "cfo@bidder.example", "Lunch") != {}
        assert await said_anywhere(here.companion.database.pool, "Tender", GENERAL_LABEL, "msip_labels") == {}


def test_labels_are_read_as_exchange_writes_them() -> None:
    assert labels_in(f"{labelled(SECRET_LABEL)}; MSIP_Label_{GENERAL_LABEL}_Enabled=false") == {SECRET_LABEL}
    assert labels_in("MSIP_Label_nonsense_Enabled=true" * 10_000) == frozenset()


def test_a_mail_with_such_a_label_is_left_out() -> None:
    sender = {"emailAddress": {"address": "cfo@bidder.example"}}
    mail = {"from": sender, "internetMessageHeaders": [{"name": "msip_labels", "value": labelled(SECRET_LABEL)}]}
    assert not _is_wanted(mail, "cfo@bidder.example", frozenset({SECRET_LABEL}))
    assert _is_wanted(mail, "cfo@bidder.example", frozenset({GENERAL_LABEL}))
