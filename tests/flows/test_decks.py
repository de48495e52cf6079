"""What is attached to a meeting is read before the client sees it: through Graph, with real files, and only once."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document as Word
from pptx import Presentation

from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.meetings.meeting import MeetingId, PersonId, TenantId
from sidecar.flows.clients.research_store import keep_dossier
from sidecar.flows.clients.stored_decks import DeckNote, deck_notes
from sidecar.flows.known import known_person, meeting_of
from sidecar.store.database import Database
from tests.flows.conftest import MIA, NOON, World, event

SITES = Path(__file__).parents[2] / "sidecar" / "tenant" / "sample" / "sites"
AT_TWO = NOON + timedelta(hours=2)
SOON = event("one", AT_TWO)
SHEET = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def _deck(*slides: str) -> bytes:
    made = Presentation()
    for text in slides:
        made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = text
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _contract(paragraphs: int) -> bytes:
    made = Word()
    made.add_paragraph("Agreement between woodgrovebank.com and us")
    for number in range(paragraphs):
        made.add_paragraph(f"Clause {number}. " + "The parties agree on what was said before. " * 120)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


WOUNDING = _deck("Why redundancy matters", "If one beam breaks, the building collapses")
HARMLESS = _deck("Our proposal for Northwind Traders", "Three steps, two people, one price")


def _inside(name: str, data: bytes) -> str:
    """A file inside the calendar entry, as Outlook writes it."""
    line = f'ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE={SHEET};X-FILENAME="{name}":{base64.b64encode(data).decode()}'
    return "\r\n ".join(line[at : at + 74] for at in range(0, len(line), 74))


async def _attach(here: World, name: str, data: bytes | None, uid: str = "one") -> None:
    told = {"name": name, "content_base64": base64.b64encode(data).decode() if data is not None else None}
    await here.control("attach", event_id=await here.event_id(uid), **told)


async def _notes(here: World, uid: str = "one") -> tuple[DeckNote, ...]:
    hands = here.companion.hands
    async with here.companion.database.transaction(here.tenant_id) as session:
        known = await known_person(hands, session, here.tenant_id, PersonId(MIA.id))
        row = await session.row("meeting", here.tenant_id, MIA.id, uid)
        return await deck_notes(session, known, meeting_of(row)) if known and row else ()


async def _said(here: World) -> list[str]:
    async with here.companion.database.transaction(here.tenant_id) as session:
        known = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
    return [known.words.say(one.text_key, **one.args) for one in await _notes(here)] if known else []


async def _wait_until_said(here: World, *parts: str) -> list[str]:
    async def is_said() -> list[str]:
        said = await _said(here)
        return said if all(any(part in one for one in said) for part in parts) else []

    found: list[str] = await here.wait_for(is_said)
    return found


async def _calls(here: World, end: str) -> int:
    return sum("/attachments" in one["path"] and one["path"].endswith(end) for one in await here.look("log"))


async def _fetched(here: World) -> int:
    return await _calls(here, "value")


async def _know(here: World, organisation: str, name: str) -> None:
    async with here.companion.database.transaction(here.tenant_id) as session:
        await keep_dossier(session, here.tenant_id, Dossier(organisation=organisation, read_at=NOON, name=name))


async def test_the_collapsed_building_in_a_deck_is_told_with_slide_quote_and_story(start: Callable[..., Any]) -> None:
    told = event("one", AT_TWO, more=_inside("Pitch.pptx", WOUNDING))
    async with start(event("earlier", NOON - timedelta(days=7)), told, sites=SITES) as here:
        (said,) = await _wait_until_said(here, "collapses")
        assert said.startswith("Slide 2 says “If one beam breaks, the building collapses”")
        assert "8 October 2026" in said and "Porto" in said
        (note,) = await _notes(here)
        assert note.is_grave and note.file == "Pitch.pptx"
        assert note.source is not None and note.source.url == "https://northwindtraders.com/news/porto.html"
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.run("correct", here.tenant_id, MIA.id, "wrong_company", "northwindtraders.com", "", NOON)
        assert await _said(here) == []


async def test_another_clients_name_is_told_with_its_slide_and_a_mended_deck_is_left_in_peace(start: Callable[..., Any]) -> None:
    earlier = event("earlier", NOON - timedelta(days=7), people=("uwe@woodgrovebank.com",))
    async with start(earlier, SOON) as here:
        await _know(here, "woodgrovebank.com", "Woodgrove Bank")
        await _attach(here, "Pitch.pptx", _deck("Welcome", "What Woodgrove Bank gains"))
        (said,) = await _wait_until_said(here, "Woodgrove Bank")
        assert said.startswith("Slide 2 names Woodgrove Bank, another client")
        (note,) = await _notes(here)
        assert note.source is not None and (note.source.title, note.source.url) == ("Pitch.pptx", None)
        assert note.source.quote == "What Woodgrove Bank gains" and not note.is_grave
        await _attach(here, "Pitch.pptx", HARMLESS)

        async def is_mended() -> bool:
            return await _said(here) == []

        await here.wait_for(is_mended)
        assert await _fetched(here) == 2


async def test_the_invitation_itself_is_read_and_a_card_that_stands_is_looked_at_anew(start: Callable[..., Any]) -> None:
    known = event("earlier", NOON - timedelta(days=7))
    async with start(known, event("met", NOON - timedelta(days=6), people=("uwe@woodgrovebank.com",)), SOON) as here:
        await here.travel(minutes=91)
        assert len(await here.cards()) == 1 and await _said(here) == []
        before = await _refreshed(here)
        body = "Agenda\nPrices for woodgrovebank.com"
        await here.control("change", event_id=await here.event_id("one"), patch={"body": body})
        (said,) = await _wait_until_said(here, "woodgrovebank.com")
        assert said.startswith("Line 2 of the agenda names")
        await here.settle()
        assert await _refreshed(here) >= before + 2
        assert await _fetched(here) == 0


async def _refreshed(here: World) -> int:
    """How often a card was looked at: once for the changed meeting, once for what was found in it."""
    found = await here.companion.database.pool.fetchval(
        "SELECT count(*) FROM queue.pgqueuer_log WHERE entrypoint = 'refresh' AND status = 'successful'"
    )
    return int(found)


async def test_what_cannot_be_read_says_so_and_keeps_nothing_else_back(start: Callable[..., Any]) -> None:
    earlier = event("earlier", NOON - timedelta(days=7), people=("uwe@woodgrovebank.com",))
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    async with start(earlier, event("before", NOON - timedelta(days=8)), SOON) as here:
        for name, data in {
            "locked.pptx": locked,
            "broken.pdf": b"%PDF-1.7 nothing",
            "old.ppt": b"old",
            "photo.jpg": b"jpg",
            "Pitch.pptx": _deck("For woodgrovebank.com"),
            "Contract.docx": _contract(90),
        }.items():
            await _attach(here, name, data)
        said = await _wait_until_said(here, "locked.pptx", "broken.pdf", "old.ppt", "Slide 1 names", "Contract.docx is very long")
        assert len(said) == 6
        assert said[1].startswith("Paragraph 1 names woodgrovebank.com") and "password" in next(
            one for one in said if "locked.pptx" in one
        )
        for number in range(3):
            await _attach(here, f"more-{number}.pptx", HARMLESS)
        said = await _wait_until_said(here, "more-2.pptx was not checked: only the first 5")
        assert not any("more-0.pptx" in one for one in said)
        await here.travel(minutes=91)
        assert len(await here.cards()) == 1


async def test_attachments_that_may_not_be_seen_are_no_attachments_checked(start: Callable[..., Any]) -> None:
    async with start(SOON) as here:
        weather = {"path_prefix": f"/v1.0/users/{MIA.id}/events/", "method": "GET", "status": 403, "count": 1}
        await here.control("weather", **weather)
        await _attach(here, "Pitch.pptx", HARMLESS)
        await _wait_until_said(here, "could not be seen")


async def test_a_second_read_with_nothing_changed_fetches_no_bytes_again(start: Callable[..., Any]) -> None:
    """Neither a changed colour of the entry, nor another day, nor the same news read again."""
    async with start(event("one", AT_TWO + timedelta(days=2)), sites=SITES) as here:
        first = await here.wait_for(lambda: _read_at(here, NOON - timedelta(days=1)))
        await here.settle()
        await _attach(here, "Pitch.pptx", WOUNDING)
        said = await _wait_until_said(here, "collapses")
        await here.settle()
        lists = await _lists(here)
        assert await _fetched(here) == 1
        await here.control("change", event_id=await here.event_id("one"), patch={"categories": ["green"]})

        async def is_listed_again() -> bool:
            return await _lists(here) > lists

        await here.wait_for(is_listed_again)
        await here.travel(hours=25)
        await here.wait_for(lambda: _read_at(here, first))
        await here.settle()
        assert await _fetched(here) == 1 and await _said(here) == said


async def _lists(here: World) -> int:
    return await _calls(here, "lastModifiedDateTime")


async def _read_at(here: World, after: datetime) -> datetime | None:
    """When the client's organisation was looked up, if that was after an instant."""
    async with here.companion.database.transaction(here.tenant_id) as session:
        row = await session.row("dossier", here.tenant_id, "northwindtraders.com")
    return row["read_at"] if row and row["read_at"] > after else None


async def test_a_private_meeting_and_one_with_colleagues_keep_their_decks_to_themselves(start: Callable[..., Any]) -> None:
    mine = event("one", AT_TWO, more=f"CLASS:PRIVATE\r\n{_inside('Pitch.pptx', WOUNDING)}")
    ours = event("two", AT_TWO, people=("sam@fabrikam.com",), more=_inside("Pitch.pptx", WOUNDING))
    seen = event("three", AT_TWO + timedelta(hours=2), more=_inside("Pitch.pptx", WOUNDING))
    async with start(mine, ours, seen) as here:

        async def is_fetched() -> bool:
            return await _fetched(here) > 0

        await here.wait_for(is_fetched)
        await here.settle()
        asked = {one["path"].split("/")[5] for one in await here.look("log") if "/attachments" in one["path"]}
        assert asked == {await here.event_id("three")}


async def test_a_tenant_sees_no_check_and_no_client_of_another(database: Database) -> None:
    one, two = TenantId("tenant-one"), TenantId("tenant-two")
    for tenant in (one, two):
        async with database.directory() as session:
            await session.run("add_tenant", tenant)
        async with database.transaction(tenant) as session:
            await session.row("install_person", tenant, "p", {}, "Ann", "en", "UTC", NOON, None)
    meeting, window = MeetingId("m"), (NOON - timedelta(days=1), NOON + timedelta(days=1))
    async with database.transaction(one) as session:
        put = ("m", None, NOON, NOON + timedelta(hours=1), {}, "digest", "contoso.com", NOON)
        await session.row("put_meeting", one, "p", *put)
        await session.run("keep_deck", one, "p", meeting, {}, "digest", "tag", NOON)
        await keep_dossier(session, one, Dossier(organisation="contoso.com", read_at=NOON, name="Contoso"))
    async with database.transaction(two) as session:
        for tenant in (one, two):
            assert await session.row("deck", tenant, "p", meeting) is None
            assert await session.rows("decks_checked", tenant, "p", [meeting]) == []
            assert await session.rows("clients_met", tenant, "p", *window) == []
            assert await session.rows("soon_with_client", tenant, "contoso.com", *window) == []
            assert await session.run("still_right", tenant, "p", meeting, "other", NOON) == 0
            assert await session.run("sweep_decks", tenant) == 0
    async with database.transaction(one) as session:
        assert await session.run("sweep_decks", one) == 0
        assert [tuple(row) for row in await session.rows("clients_met", one, "p", *window)] == [("contoso.com", "Contoso")]
        await session.run("sweep_meetings", one, NOON + timedelta(days=2))
        assert await session.run("sweep_decks", one) == 1
