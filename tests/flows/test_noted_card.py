"""What a tap answered stays in the chat: nothing redraws it but the person, or a real change of its meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.meeting import MeetingId, PersonId
from sidecar.flows.before.refresh_card import refresh_card
from sidecar.flows.known import known_person
from sidecar.flows.watching.plan_anew import plan_anew
from tests.card_text import text_of
from tests.flows.conftest import MIA, NOON, World, event

AIKO, DOMAIN = "aiko@northwindtraders.com", "northwindtraders.com"
KNOWN = event("earlier", NOON - timedelta(days=7))
ONE = event("one", NOON + timedelta(hours=2))
CLOCK = {"address": AIKO, "zone": "Asia/Tokyo"}


async def _tap(here: World, meeting: str, verb: str, **data: Any) -> Any:
    (card,) = await here.cards()
    told = {"meeting": meeting, "kind": "pre_call_card", "v": 1, **data}
    return (await here.control("tap", person=MIA.id, activity_id=card["id"], verb=verb, data=told))["body"]["value"]


async def _shown(here: World) -> str:
    """What the one card shows now, after everything that could redraw it was looked at."""
    hands, whom = here.companion.hands, (here.tenant_id, PersonId(MIA.id))
    async with hands.database.transaction(here.tenant_id) as session:
        await session.row("lock_person", *whom)
        known = await known_person(hands, session, *whom)
        assert known is not None
        await plan_anew(hands, session, known)
    await here.settle()
    for one in await here.week():
        await refresh_card(hands, *whom, MeetingId(one["id"]))
    (card,) = await here.cards()
    return text_of(card["attachments"][0]["content"])


async def _meeting(here: World) -> str:
    await here.travel(minutes=91)
    return str(next(one["id"] for one in await here.week() if one["subject"] == "Call one"))


async def test_what_a_tap_answered_is_redrawn_by_show_again_by_a_moved_meeting_and_where_it_holds_no_more(
    start: Callable[..., Any],
) -> None:
    async with start(KNOWN, ONE) as here:
        meeting = await _meeting(here)
        assert "Call one" in await _shown(here)
        for verb, data in (("correct_zone", CLOCK), ("not_client", {"subject": AIKO}), ("mute", {"scope": "client"})):
            noted = text_of(await _tap(here, meeting, verb, **data))
            assert await _shown(here) == noted, verb
            await _tap(here, meeting, "undo", **_undo(verb))
            redrawn = await _shown(here)
            assert redrawn != noted and "Call one" in redrawn, verb
        noted = text_of(await _tap(here, meeting, "correct_zone", **CLOCK))
        await _tap(here, meeting, "show")
        assert await _shown(here) != noted
        noted = text_of(await _tap(here, meeting, "correct_zone", **CLOCK))
        await here.control("move", event_id=await here.event_id("one"), minutes=15)

        async def has_moved() -> bool:
            return "14:15" in await _shown(here)

        await here.wait_for(has_moved)


@pytest.mark.night
async def test_words_to_copy_that_a_tap_opened_stay_until_the_meeting_changes(start: Callable[..., Any]) -> None:
    async with start(KNOWN, ONE) as here:
        meeting = await _meeting(here)
        drafted = text_of(await _tap(here, meeting, "open_draft", draft="plan_b"))
        assert await _shown(here) == drafted


def _undo(verb: str) -> dict[str, str]:
    kinds = {"correct_zone": ("zone", AIKO), "not_client": ("not_client", AIKO), "mute": ("mute_client", DOMAIN)}
    what, subject = kinds[verb]
    return {"what": what, "subject": subject}
