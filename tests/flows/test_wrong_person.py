"""“This is not that person”: one tap, and neither a restart nor a new look at the mails brings the namesake back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.clients.stored_evidence import Found, replace_evidence
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event

AT_TWO = NOON + timedelta(hours=2)
ANA = "ana@contoso.com"
KNOWN = event("earlier", NOON - timedelta(days=7), people=(ANA,))
SOON = event("one", AT_TWO, people=(ANA,))
LATER = event("two", AT_TWO + timedelta(hours=2), people=(ANA,))


def _said(card: Any) -> str:
    return text_of(card["attachments"])


async def _look(here: World, title: str) -> None:
    """As if Ana's mails had just been read."""
    found = [
        Found(source="mail", kind="mail_from_them", value="Forklifts", seen_at=NOON),
        Found(source="mail", kind="title", value=title, quote=title, seen_at=NOON),
        Found(source="mail", kind="city", value="Tokyo", country="JP", quote="Tokyo, Japan", seen_at=NOON),
    ]
    long_ago = NOON - timedelta(days=400)
    async with here.companion.database.transaction(here.tenant_id) as session:
        who = (here.tenant_id, PersonId(MIA.id))
        await session.row("claim_look", *who, ANA, NOON, long_ago, long_ago, long_ago)
        await replace_evidence(session, *who, ANA, found)


async def _tap(here: World, card: Any, verb: str, **data: Any) -> Any:
    meeting = next(one["id"] for one in await here.week() if one["subject"] == "Call one")
    told = {"meeting": meeting, "kind": "pre_call_card", "v": 1, **data}
    return await here.control("tap", person=MIA.id, activity_id=card["id"], verb=verb, data=told)


async def test_wrong_person_is_one_tap_and_outlives_a_restart_and_a_new_look(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON, LATER) as here:
        await _look(here, "Plant Manager")
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert "Plant Manager" in _said(card) and "Forklifts" in _said(card) and "Tokyo" in _said(card)
        answer = await _tap(here, card, "wrong_person", address=ANA.upper())
        assert "ana@contoso.com" in str(answer)
        here.stop.set()
        await here.worker
        await _look(here, "Warehouse Manager")
        await here.start_worker()
        await here.travel(minutes=121)
        later = (await here.cards())[-1]
        assert later["id"] != card["id"]
        for gone in ("Manager", "Forklifts", "Tokyo"):
            assert gone not in _said(later)


async def test_the_tap_is_kept_under_the_address_and_undone_like_every_other(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        await _look(here, "Plant Manager")
        await here.travel(minutes=91)
        (card,) = await here.cards()
        await _tap(here, card, "wrong_person", address=ANA)
        async with here.companion.database.transaction(here.tenant_id) as session:
            rows = await session.rows("corrections", here.tenant_id, MIA.id)
        assert [(row["subject"], row["value"]) for row in rows if row["kind"] == "wrong_person"] == [(ANA, "")]
        shown = await _tap(here, card, "show")
        assert "Plant Manager" not in text_of(shown)
        back = await _tap(here, card, "undo", what="wrong_person", subject=ANA)
        assert "Plant Manager" in text_of(back)


async def test_only_somebody_of_the_other_side_of_this_very_meeting_can_be_named(start: Callable[..., Any]) -> None:
    async with start(KNOWN, SOON) as here:
        await here.travel(minutes=91)
        (card,) = await here.cards()
        for address in ("", "contoso.com", "eve@elsewhere.com", MIA.address):
            assert "older card" in str(await _tap(here, card, "wrong_person", address=address))
        async with here.companion.database.transaction(here.tenant_id) as session:
            kinds = {row["kind"] for row in await session.rows("corrections", here.tenant_id, MIA.id)}
        assert "wrong_person" not in kinds
