"""Keeping in touch, with the real database and tenant: what a contact was, who is named in the morning, what a call changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.relationships.contact import Contact
from sidecar.flows.known import Known, known_person
from sidecar.flows.relationships.relationship_store import keep_contacts, standings_of
from sidecar.flows.relationships.share_counts import note_sharing
from sidecar.flows.relationships.tend_relationships import suggest, today_of
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.flows.test_evidence import Post
from tests.web.panel_caller import panel_of

__all__ = ["start"]
AIKO, BO = "aiko@northwindtraders.com", "bo@woodgrove.com"
NORTHWIND, WOODGROVE = "northwindtraders.com", "woodgrove.com"


def held(uid: str, days_ago: int, who: str) -> str:
    return event(uid, NOON - timedelta(days=days_ago), people=(who,))


async def message(here: World) -> str:
    """The day's message as the chat shows it now, empty without one."""
    return "\n".join(text_of(one["attachments"]) for one in await here.nudges())


async def button(here: World, title: str) -> Any:
    """Tap a button of the newest card that has it."""
    for one in reversed(await here.nudges()):
        found = _actions(one["attachments"], title)
        if found:
            return await here.control("tap", person=MIA.id, activity=one["id"], verb=found["verb"], data=found["data"])
    raise AssertionError(f"nowhere: {title}")


def _actions(part: Any, title: str) -> Any:
    if isinstance(part, list):
        return next((found for one in part if (found := _actions(one, title))), None)
    if not isinstance(part, dict):
        return None
    if part.get("type") == "Action.Execute" and part["title"] == title:
        return part
    return next((found for one in part.values() if (found := _actions(one, title))), None)


async def test_who_was_not_reached_is_named_in_the_morning_and_a_real_call_makes_it_go_away(
    start: Callable[..., Any], tmp_path: Path
) -> None:
    post = Post(tmp_path / "mails")
    post.put(NOON - timedelta(days=4), "Please find attached our invoice.", subject="Invoice 4711")
    post.put(NOON - timedelta(days=3), "News", subject="Our newsletter", List_Unsubscribe="<https://x.example>")
    post.put(NOON - timedelta(days=2), "How did it go?\n\nBo", sender=f"Bo Berg <{BO}>", subject="The pilot")
    events = (held("old", 45, AIKO), held("bo", 45, BO), event("next", NOON + timedelta(days=20), people=(AIKO,)))
    async with start(*events, mail=post.folder) as here:
        await here.travel(minutes=11)
        await here.travel(hours=20, minutes=10)  # Tuesday, after eight in Berlin
        said = await here.wait_for(lambda: message(here))
        assert f"{NORTHWIND}: 46 days since you last were in touch." in said and WOODGROVE not in said
        panel = panel_of(here)
        listed = (await panel.get("relationships"))["list"]
        assert [(one["client"], one["state"], one["days"]) for one in listed] == [
            (NORTHWIND, "slipping", 46), (WOODGROVE, "fine", 3),
        ]  # fmt: skip
        shown = (await panel.get("relationships", client=NORTHWIND))["shown"]
        assert [one["kind"] for one in shown["touches"]] == ["mail_automatic", "mail_commercial", "meeting_held"]
        answer = await panel.post("relationship", client=NORTHWIND, what="called")
        assert answer["text"] == f"Noted: you talked to {NORTHWIND} just now."
        await here.settle()

        async def is_gone() -> bool:
            return "46 days" not in await message(here)

        await here.wait_for(is_gone)
        (row, *_) = [one for one in (await panel.get("relationships"))["list"] if one["client"] == NORTHWIND]
        assert (row["state"], row["days"], row["hint"]) == ("fine", 0, None)
        await panel.post("relationship", client=NORTHWIND, what="undo_called")
        (row, *_) = [one for one in (await panel.get("relationships"))["list"] if one["client"] == NORTHWIND]
        assert row["days"] == 46 and row["hint"]["kind"] == "check_in"


async def test_the_bot_hears_of_calls_and_says_whom_one_loses(start: Callable[..., Any]) -> None:
    async with start(held("old", 45, AIKO), held("older", 70, BO)) as here:
        card = text_of((await here.say("who am I losing?"))["attachments"])
        assert card.index(f"{WOODGROVE}: 70 days") < card.index(f"{NORTHWIND}: 45 days")
        card = text_of((await here.say("I called Woodgrove"))["attachments"])
        assert f"Noted: you talked to {WOODGROVE} just now." in card and f"{NORTHWIND}: 45 days" in card
        assert "70 days" not in card
        assert "I know no client called" in text_of((await here.say("I called Litware"))["attachments"])
        assert "Which client do you mean?" in text_of((await here.say("called"))["attachments"])


async def test_limits_rest_and_what_they_said_are_the_persons_own(start: Callable[..., Any]) -> None:
    async with start(held("old", 45, AIKO)) as here:
        panel = panel_of(here)

        async def say(what: str, value: Any = None, status: int = 200) -> Any:
            return await panel.post("relationship", client=NORTHWIND, what=what, value=value, status=status)

        async def shown() -> Any:
            return (await panel.get("relationships", client=NORTHWIND))["shown"]

        await say("limits", {"soft": 60, "hard": 90})
        assert (await shown())["limits"]["text"] == "Yours: after 60 days, at the latest after 90."
        assert (await panel.get("relationships"))["list"][0]["state"] == "fine"
        for bad in (
            {"soft": 60, "hard": 9},
            {"soft": 0, "hard": None},
            {"soft": True, "hard": None},
            {"soft": "x", "hard": None},
        ):
            await say("limits", bad, status=400)
        await say("limits", {"soft": None, "hard": None})
        await say("asked", {"what": "the move to Kyoto", "said": "next spring, they hope"})
        await say("assumption", "they decide in Kyoto")
        found = await shown()
        assert found["asked"] == [{"what": "the move to Kyoto", "said": "next spring, they hope"}]
        assert [one["text"] for one in found["assumptions"]] == ["they decide in Kyoto"]
        await say("forget", {"id": found["assumptions"][0]["id"]})
        assert (await shown())["assumptions"] == []
        assert "rests until" in (await say("not_now"))["text"]
        assert (await panel.get("relationships"))["list"][0]["state"] == "resting"
        await say("rest_end")
        await say("poem", status=400)
        for client, value in (
            ("\x00", None),
            ("\ud800", None),
            ("x" * 9000, None),
            (NORTHWIND, "\x00"),
            (NORTHWIND, {"what": 3}),
        ):
            await panel.post("relationship", client=client, what="assumption", value=value, status=400)
        await panel.post("relationship", client="nobody.example", what="called", status=400)
        await panel.get("relationships", client="nobody.example", status=404)


async def known_in(here: World, session: Any) -> Known:
    known = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
    assert known is not None
    return known


async def test_a_day_brings_two_suggestions_at_most_and_a_week_one_list_however_often_it_is_looked_at(
    start: Callable[..., Any],
) -> None:
    async with start() as here:
        now = datetime(2026, 12, 14, 7, tzinfo=UTC)  # a Monday
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_in(here, session)
            contacts = [
                Contact(id=f"c{number}", client=f"client{number}.example", kind="call", at=now - timedelta(days=40 + number))
                for number in range(8)
            ]
            await keep_contacts(session, known, contacts, now)
            found = [
                hint for day in range(3) for _ in range(3) for hint in await suggest(session, known, now + timedelta(days=day))
            ]
            rows = await session.rows("suggestions_since", known.tenant, known.person, today_of(known, now))
        assert len(found) == len(rows)
        by_day: dict[Any, list[str]] = {}
        for row in rows:
            by_day.setdefault(row["day"], []).append(row["kind"])
        assert all(len(kinds) <= 2 for kinds in by_day.values())
        assert [kinds.count("list") for _, kinds in sorted(by_day.items())] == [1, 0, 0]


async def test_practice_33_whoever_is_around_a_project_is_thanked_once_a_year(start: Callable[..., Any]) -> None:
    async with start(held("old", 5, AIKO)) as here:
        now = NOON.replace(hour=7)
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_in(here, session)
            row = (known.tenant, known.person, NORTHWIND, "Ms Ito", "reception", now - timedelta(days=100), 20)
            await session.row("put_around", *row)
            await keep_contacts(session, known, [Contact(id="x", client=NORTHWIND, kind="call", at=now)], now)
            said = [hint.about["name"] for hint in await suggest(session, known, now) if hint.kind == "thanks"]
            assert said == ["Ms Ito"]
        await panel_of(here).post("relationship", client=NORTHWIND, what="thanked", value={"name": "Ms Ito"})
        async with here.companion.database.transaction(here.tenant_id) as session:
            later = [hint.kind for days in (120, 300) for hint in await suggest(session, known, now + timedelta(days=days))]
            assert "thanks" not in later
            again = [hint.kind for days in range(367, 374) for hint in await suggest(session, known, now + timedelta(days=days))]
            assert "thanks" in again


async def test_relationships_are_one_persons_alone_but_for_the_month_that_a_colleague_shares(start: Callable[..., Any]) -> None:
    async with start(held("old", 45, AIKO)) as here:
        async with here.companion.database.transaction(here.tenant_id) as session:
            known = await known_in(here, session)
            assert list(await standings_of(session, known, NOON)) == [NORTHWIND]
            tom = replace(known, person=PersonId("tom"))
            await session.row("install_person", known.tenant, tom.person, {}, "Tom", "en", "Europe/Berlin", NOON, None)
            await keep_contacts(session, tom, [Contact(id="t", client=NORTHWIND, kind="call", at=NOON - timedelta(days=3))], NOON)
            months = []
            for shares in (False, True):
                await note_sharing(session, known.tenant, tom.person, shares)
                months.append((await standings_of(session, known, NOON))[NORTHWIND].relation.colleague_at)
            assert months == [None, datetime(2026, 11, 1, tzinfo=UTC)]
        async with here.companion.database.transaction(type(here.tenant_id)("another")) as session:
            assert await standings_of(session, known, NOON) == {}


async def test_nothing_is_suggested_on_a_day_out_of_the_office(start: Callable[..., Any]) -> None:
    leave = event("leave", NOON + timedelta(hours=15), people=(), minutes=24 * 60, more="X-MICROSOFT-CDO-BUSYSTATUS:OOF")
    async with start(held("old", 45, AIKO), leave) as here, here.companion.database.transaction(here.tenant_id) as session:
        known = await known_in(here, session)
        away = NOON + timedelta(hours=20)
        assert await suggest(session, known, away) == ()
        assert [hint.client for hint in await suggest(session, known, away + timedelta(days=1))] == [NORTHWIND]
