"""What became of an invitation since the person said yes, and the end of a series."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sidecar.domain.meetings.agreed import is_last
from sidecar.domain.meetings.meeting import PersonId
from sidecar.domain.relationships.relationship import due_for
from sidecar.flows.known import known_person
from sidecar.flows.relationships.relationship_store import standings_of
from sidecar.flows.relationships.tend_relationships import note_past_meetings
from tests.card_text import text_of
from tests.flows.conftest import MIA, World
from tests.flows.test_invitations import (
    AIKO,
    AT_TWO,
    KNOWN,
    MARIA,
    MIA_HERSELF,
    RAFAEL,
    content,
    graph_person,
    invitation,
    revision_of,
)


async def test_the_card_says_in_one_quiet_line_what_changed_since_the_person_accepted(start: Callable[..., Any]) -> None:
    """Time, length, place and people, each as it was accepted; a change of mind and a new yes begin anew."""
    async with start(KNOWN, invitation("one", AT_TWO, AIKO, MARIA, more=["LOCATION:Room 4"])) as here:
        one = await here.event_id("one")
        before = await revision_of(here, "one")
        assert "Since you accepted" not in await _asked_card(here)
        moved = AT_TWO + timedelta(minutes=30)
        patch = {
            "start": {"dateTime": f"{moved:%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
            "end": {"dateTime": f"{moved + timedelta(minutes=90):%Y-%m-%dT%H:%M:%S}", "timeZone": "UTC"},
            "location": {"displayName": "Room 7"},
            "attendees": [graph_person(one, "accepted") for one in (MIA_HERSELF, AIKO, RAFAEL)],
        }
        await here.control("change", event_id=one, patch=patch)
        await _read_after(here, before)
        told = await _asked_card(here)
        line = (
            "Since you accepted: moved from Mon 23 Nov, 14:00, 90 minutes instead of 60, now at Room 7, "
            "Rafael Ortiz added, Maria Silva no longer invited"
        )
        assert told.count("Since you accepted") == 1 and line in told
        for response in ("none", "accepted"):
            before = await revision_of(here, "one")
            await here.control("change", event_id=one, patch={"responseStatus": {"response": response}})
            await _read_after(here, before)
        assert "Since you accepted" not in await _asked_card(here)


async def test_the_last_card_of_a_series_says_so_and_then_the_check_in_rhythm_takes_over(start: Callable[..., Any]) -> None:
    weekly = invitation("series", AT_TWO, AIKO, by=MIA_HERSELF, more=["RRULE:FREQ=WEEKLY;COUNT=3"])
    async with start(invitation("earlier", AT_TWO - timedelta(days=30), AIKO), weekly) as here:
        said = []
        for _ in range(3):
            said.append("the last of this series" in await _asked_card(here))
            await here.travel(days=7)
        assert said == [False, False, True]
        async with here.companion.database.transaction(here.tenant_id) as session:
            now = here.companion.hands.clock()
            known = await known_person(here.companion.hands, session, here.tenant_id, PersonId(MIA.id))
            assert known is not None
            await note_past_meetings(session, known, now, timedelta(days=35))
            relation = (await standings_of(session, known, now))["northwindtraders.com"].relation
        assert relation.next_at is None and relation.gap is None
        hint = due_for(relation, (now + timedelta(days=90)).date())
        assert hint is not None and hint.kind == "check_in"


async def test_a_series_that_goes_on_under_a_new_id_is_not_called_the_last(start: Callable[..., Any]) -> None:
    """“This and all following” makes a new series of the rest."""
    first = invitation("first", AT_TWO - timedelta(days=7), AIKO, by=MIA_HERSELF, more=["RRULE:FREQ=WEEKLY;COUNT=2"])
    rest = invitation("rest", AT_TWO + timedelta(days=7), AIKO, by=MIA_HERSELF, more=["RRULE:FREQ=WEEKLY;COUNT=4"])
    async with start(KNOWN, first, rest) as here:
        assert "Quarterly review" in (told := await _asked_card(here)) and "last of this series" not in told


@pytest.mark.parametrize(
    ("days", "ahead", "is_it"),
    [
        ([-14, -7], 34, True),
        ([-14, -7, 7], 34, False),
        ([], 34, False),
        ([-28], 34, True),
        ([-90], 34, False),
        ([-7, 3], 34, False),
    ],
    ids=["weekly", "one more", "alone", "four weeks", "a quarter, too far to see", "moved closer"],
)
def test_a_series_is_over_only_where_its_rhythm_says_that_the_next_date_would_be_seen(
    days: list[int], ahead: int, is_it: bool
) -> None:
    starts = [AT_TWO + timedelta(days=one) for one in days]
    assert is_last(starts, AT_TWO, AT_TWO + timedelta(days=ahead)) is is_it


async def _asked_card(here: World) -> str:
    """What the card of the next meeting says, asked for."""
    return text_of(content(await here.say("next")))


async def _read_after(here: World, before: int) -> None:
    async def is_read() -> bool:
        return await revision_of(here, "one") > before

    await here.wait_for(is_read)
    await here.settle()
