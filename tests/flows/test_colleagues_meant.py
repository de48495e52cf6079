"""Between colleagues nobody is taken for another, nothing given is lost on its way back, and no tap waits for ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.away import Absence
from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.meetings.plan import is_quiet
from sidecar.domain.relationships.stays import Stay
from sidecar.flows.chat.answer_message import answer_to
from sidecar.flows.known import known_person
from sidecar.flows.relationships.hand_over_client import told_from
from sidecar.flows.watching.retention_sweep import let_go
from sidecar.tenant import Person
from tests.card_text import text_of
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event, start
from tests.flows.test_colleagues import (
    AIKO,
    BEN,
    CLIENT,
    _button,
    _called,
    _chosen,
    _heard,
    _of_call,
    _owe,
    _press,
    _rows,
    _shared,
    _tap,
)

__all__ = ["start"]
BENNETT = Person(address="bennett.cole@fabrikam.com", name="Bennett Cole", zone="Europe/Berlin", language="en-GB")
OTTO = Person(address="ben.otto@fabrikam.com", name="Ben Otto", zone="Europe/Berlin", language="en-GB")
EARLIER = event("earlier", NOON - timedelta(days=7))
GRANTS = "SELECT colleague_id FROM companion.card_grant"


async def _answer(here: World, text: str, person: Person = MIA) -> str:
    """What the bot answers to somebody's words."""
    hands = here.companion.hands
    async with hands.database.transaction(here.tenant_id) as session:
        known = await known_person(hands, session, here.tenant_id, PersonId(person.id))
        assert known is not None
        return text_of((await answer_to(hands, session, known, text)).shown.card)


async def test_cards_of_a_day_or_of_a_client_are_no_colleagues_and_are_answered_as_what_they_are(
    start: Callable[..., Any],
) -> None:
    async with start(EARLIER, event("next", NOON + timedelta(hours=4)), people=[BEN]) as here:
        for text in (
            "today's cards",
            "Karten von heute",
            "tarjetas de hoy",
            "今日のカード",
            "次のカード",
            "cards of northwindtraders",
        ):
            said = await _answer(here, text)
            assert "shared any cards" not in said and "aiko" in said.lower(), text
        assert "shared any cards" not in await _answer(here, "cards of Contoso")
        await here.install(BEN)
        assert "has not shared any cards" in await _answer(here, "cards of Ben")


async def test_leave_is_given_and_ended_only_for_somebody_named_in_full_and_goes_with_what_is_stored_of_them(
    start: Callable[..., Any],
) -> None:
    async with start(EARLIER, people=[BEN, BENNETT, OTTO]) as here:
        await here.install(BENNETT)
        for text in ("let Ben see my cards", "hand over northwindtraders to Ben"):
            assert "No colleague called Ben" in await _answer(here, text)
        assert "No colleague called Benett" in await _answer(here, "let Benett see my cards")
        assert await _rows(here, GRANTS) == []
        assert "Bennett Cole may see" in await _answer(here, "let Bennett see my cards")
        said = await _answer(here, "Ben may no longer see my cards")
        assert "anyway" not in said and "Bennett Cole" in said
        assert "Bennett Cole" in await _answer(here, "Who may not see my cards")
        assert [row["colleague_id"] for row in await _rows(here, GRANTS)] == [BENNETT.id]
        for one in (BEN, OTTO):
            await here.install(one)
            await _answer(here, f"let {one.name} see my cards")
        said = await _answer(here, "Ben may no longer see my cards")
        assert "Several are called so" in said and BEN.address in said and OTTO.address in said and BENNETT.address not in said
        assert len(await _rows(here, GRANTS)) == 3
        await _answer(here, "Ben Otto may no longer see my cards")
        await here.control("uninstall", person=BEN.id)

        async def is_over() -> bool:
            return not await here.watched(BEN)

        await until(is_over, 30)
        async with here.companion.database.transaction(here.tenant_id) as session:
            await let_go(session, here.tenant_id, here.companion.hands.clock() + timedelta(days=40))
        assert [row["colleague_id"] for row in await _rows(here, GRANTS)] == [BENNETT.id]


async def _offered(here: World, giver: Person, taker: Person, moves: str = "promises,rhythm") -> Any:
    """The offer as it stands before the taker."""
    known = {one["id"] for one in await here.said(taker)}
    card = await here.say(f"hand over {CLIENT} to {taker.name}", giver)
    await _press(here, giver, card, f"Offer it to {taker.name}", moves=moves)

    async def is_there() -> Any:
        said = [one for one in await here.said(taker) if one["id"] not in known]
        return next((one for one in said if "would like to hand" in text_of(one["attachments"][0]["content"])), None)

    return await until(is_there, 30)


async def _until_shown(here: World, person: Person, card: Any, *, is_there: bool) -> None:
    async def is_so() -> bool:
        (now,) = [one for one in await here.said(person) if one["id"] == card["id"]]
        return ("price list" in text_of(now["attachments"][0]["content"])) is is_there

    await until(is_so, 30)


async def test_a_client_handed_back_brings_its_promises_and_its_rhythm_back_and_the_cards_of_both_follow(
    start: Callable[..., Any],
) -> None:
    async with start(EARLIER, event("next", NOON + timedelta(hours=4)), people=[BEN]) as here:
        await here.control("add", person=BEN.id, event=_shared("theirs", BEN, (AIKO, "Aiko"), NOON + timedelta(hours=5)))
        await here.install(BEN)
        await _owe(here, MIA, "send the price list")
        mine, theirs = await here.say("next"), await here.say("next", BEN)
        await _until_shown(here, MIA, mine, is_there=True)
        await _until_shown(here, BEN, theirs, is_there=False)
        assert "is yours now" in await _press(here, BEN, await _offered(here, MIA, BEN), "Yes, I take over")
        await _until_shown(here, MIA, mine, is_there=False)
        await _until_shown(here, BEN, theirs, is_there=True)
        assert "is yours now" in await _press(here, MIA, await _offered(here, BEN, MIA), "Yes, I take over")
        held = {row["person_id"]: row["state"] for row in await _rows(here, "SELECT person_id, state FROM companion.promise")}
        assert held == {MIA.id: "open", BEN.id: "dropped"}
        off = {
            row["person_id"]: row["is_off"] for row in await _rows(here, "SELECT person_id, is_off FROM companion.relationship")
        }
        assert off == {MIA.id: False, BEN.id: True}
        await _until_shown(here, MIA, mine, is_there=True)


async def _waiting(here: World, count: int) -> None:
    """Until so many transactions wait for another."""

    async def is_so() -> bool:
        sql = "SELECT count(*) AS waiting FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0"
        return bool((await _rows(here, sql))[0]["waiting"] >= count)

    await until(is_so, 30)


async def test_two_taps_at_once_on_one_offer_hold_it_only_with_both_people_and_one_of_them_counts(
    start: Callable[..., Any],
) -> None:
    async with start(EARLIER, people=[BEN]) as here:
        await here.install(BEN)
        await _owe(here, MIA, "send the price list")
        offer = await _offered(here, MIA, BEN)
        about = (await _button(offer["attachments"][0]["content"], "Yes, I take over"))["data"]
        own = (await here.said(MIA))[-1]
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.row("lock_person", here.tenant_id, MIA.id)
            back = asyncio.create_task(_tap(here, MIA, own, "colleague", **{**about, "what": "take_back"}))
            await _waiting(here, 1)
            taken = asyncio.create_task(_tap(here, BEN, offer, "colleague", **about))
            await _waiting(here, 2)
            assert await _rows(here, "SELECT state FROM companion.hand_over FOR UPDATE NOWAIT") == [{"state": "offered"}]
        told = await asyncio.gather(back, taken)
        assert ("stays with you" in told[0]) != ("is yours now" in told[1])
        (row,) = await _rows(here, "SELECT state FROM companion.hand_over")
        assert row["state"] == ("taken_back" if "stays with you" in told[0] else "accepted")


async def test_a_colleagues_promises_are_brought_over_only_while_that_colleague_is_held(start: Callable[..., Any]) -> None:
    async with _called(start) as here:
        await _heard(here, BEN)
        await _heard(here, MIA)
        (mine,) = await _chosen(here, MIA, "price list")
        async with here.companion.database.transaction(here.tenant_id) as session:
            await session.row("lock_person", here.tenant_id, BEN.id)
            tap = asyncio.create_task(_of_call(here, MIA, "done", ids=mine))
            await _waiting(here, 1)
            held = await _rows(here, "SELECT DISTINCT person_id FROM companion.promise WHERE quote <> ''")
            assert [row["person_id"] for row in held] == [BEN.id] and not tap.done()
        await tap
        held = await _rows(here, "SELECT DISTINCT person_id FROM companion.promise WHERE quote <> ''")
        assert [row["person_id"] for row in held] == [MIA.id]


@pytest.mark.parametrize("was_off", [True, False])
async def test_has_left_taken_back_leaves_silence_about_somebody_as_it_was_before(
    start: Callable[..., Any], was_off: bool
) -> None:
    zoe = "zoe.kern@gmail.com"
    async with start(EARLIER) as here:
        async with here.companion.database.transaction(here.tenant_id) as session:
            key = (here.tenant_id, MIA.id)
            await session.run(
                "put_touches", *key, [zoe], ["z"], ["call"], [NOON - timedelta(days=3)], [zoe], [""], NOON, ["Zoe Kern"]
            )
            await session.run("set_off", *key, zoe, was_off, NOON)
        card = await here.say("Zoe Kern has left")
        off = "SELECT is_off FROM companion.relationship WHERE client = $1"
        assert await _rows(here, off, zoe) == [{"is_off": True}]
        await _press(here, MIA, card, "Undo")
        assert await _rows(here, off, zoe) == [{"is_off": was_off}]


async def test_an_offer_waits_until_the_colleague_is_back_past_a_muted_day_and_for_the_morning_where_they_are(
    start: Callable[..., Any],
) -> None:
    async with start(EARLIER) as here:
        hands = here.companion.hands
        async with hands.database.transaction(here.tenant_id) as session:
            known = await known_person(hands, session, here.tenant_id, PersonId(MIA.id))
        assert known is not None and told_from(known, NOON) == NOON
        away = replace(known, absences=(Absence(from_at=NOON - timedelta(days=1), until_at=NOON + timedelta(days=3)),))
        assert told_from(away, NOON) == NOON + timedelta(days=3)
        muted = replace(known, corrections=replace(known.corrections, muted_days=frozenset({date(2026, 11, 23)})))
        tomorrow = told_from(muted, NOON)
        assert tomorrow.astimezone(UTC).date() == date(2026, 11, 24) and not is_quiet(tomorrow, known.preferences)
        stay = Stay(city="Tokyo", zone="Asia/Tokyo", from_at=NOON - timedelta(days=1), until_at=NOON + timedelta(days=3))
        tokyo = replace(known, stays=(stay,))
        late = datetime(2026, 11, 23, 15, tzinfo=UTC)
        there = told_from(tokyo, late)
        assert told_from(known, late) == late and there > late and not is_quiet(there, tokyo.there(there).preferences)
