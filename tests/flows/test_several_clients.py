"""A meeting with several clients' organisations: each is looked up, and news that would wound name whom they are about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.flows.clients.research_client import wakes_after
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event

SITES = Path(__file__).parents[2] / "sidecar" / "tenant" / "sample" / "sites"
AT_TWO = NOON + timedelta(hours=2)
THREE = ("laura@woodgrovebank.com", "ben@woodgrovebank.com", "aiko@northwindtraders.com")


async def _has_dossier(here: World, organisation: str) -> bool:
    async with here.companion.database.transaction(here.tenant_id) as session:
        return await session.row("dossier", here.tenant_id, organisation) is not None


def _red(card: Any) -> str:
    shown = [part for part in card["attachments"][0]["content"]["body"] if part.get("isVisible") is not False]
    return text_of([part for part in shown if "Attention" in str(part)])


async def test_news_of_whoever_is_present_is_in_red_and_names_them(start: Callable[..., Any]) -> None:
    known = event("earlier", NOON - timedelta(days=7), people=THREE)
    async with start(known, event("one", AT_TWO, people=THREE), sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here, "northwindtraders.com"))
        await here.wait_for(lambda: _has_dossier(here, "woodgrovebank.com"))
        await here.travel(minutes=91)
        (card,) = await here.cards()
        assert "Avoid examples about an accident (Northwind Traders)" in _red(card)
        assert "Woodgrove Bank" in text_of(card["attachments"])


async def test_a_story_about_the_second_client_changes_a_card_that_stands(start: Callable[..., Any]) -> None:
    async with start(event("one", NOON + timedelta(days=1, hours=2), people=THREE), sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here, "northwindtraders.com"))
        await here.settle()
        async with here.companion.database.transaction(here.tenant_id) as session:
            rows = await session.rows("meetings_with_client", here.tenant_id, "northwindtraders.com", NOON)
            spoken = await session.rows("languages_with_client", here.tenant_id, "northwindtraders.com", NOON)
            assert not await session.rows("meetings_with_client", here.tenant_id, "northwind.com", NOON)
        assert [row["person_id"] for row in rows] == [MIA.id] and len(spoken) == 1


async def test_an_example_near_the_news_of_the_second_client_is_found_in_the_agenda(start: Callable[..., Any]) -> None:
    agenda = "DESCRIPTION:Agenda:\\n1. Roll-out\\n2. Example: the roof that collapsed over the cold store"
    async with start(event("one", AT_TWO, people=THREE, more=agenda), sites=SITES) as here:
        await here.wait_for(lambda: _has_dossier(here, "northwindtraders.com"))
        await here.travel(minutes=91)

        async def is_told() -> bool:
            return any("of the agenda" in _red(card) for card in await here.cards())

        await here.wait_for(is_told)


def test_each_client_of_a_meeting_has_wakes_of_its_own() -> None:
    """Those of the first, still running, would keep back those of the second, whose news they have not seen."""
    rows = [{"person_id": PersonId("mia"), "meeting_id": MeetingId("one"), "revision": 3}]
    keys = [
        wake.key
        for one in ("woodgrovebank.com", "northwindtraders.com")
        for wake in wakes_after(TenantId("contoso"), one, rows, rows, NOON)
    ]
    assert len(keys) == len(set(keys)) == 4
