"""No call without a permission and no permission without a call; whichever few are withheld, a useful card comes."""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.apps.permissions import TABLE, permission
from sidecar.tenant import Person
from sidecar.words import LANGUAGES, Words
from tests.card_text import text_of
from tests.conftest import until
from tests.flows.conftest import NOON, World, event, start

__all__ = ["start"]
ROOMS = Path(__file__).parents[2] / "sidecar" / "graph"
SHORT, LEAST = 12, 200
CALLS: dict[tuple[str, str], str] = {
    ("activity_feed", "users/teamwork/send_activity_notification"): "TeamsActivity.Send.User",
    ("attachments", "users/events/attachments"): "Calendars.Read",
    ("calendars", "users/calendar_view"): "Calendars.Read",
    ("calendars", "users/events"): "Calendars.Read",
    ("calendars", "users/mailbox_settings"): "MailboxSettings.Read",
    ("calendars", "users"): "User.Read.All",
    ("calendars", "organization"): "Organization.Read.All",
    ("drafts", "users/messages"): "Mail.ReadWrite",
    ("groups", "users/check_member_groups"): "GroupMember.Read.All",
    ("groups", "groups/transitive_members"): "GroupMember.Read.All",
    ("installs", "users/teamwork/installed_apps"): "TeamsAppInstallation.ReadWriteSelfForUser.All",
    ("mail", "users/messages"): "Mail.Read",
    ("online_meetings", "users/online_meetings"): "OnlineMeetings.Read.All",
    ("proposals", "users/events"): "Calendars.ReadWrite",
    ("schedules", "users/calendar/get_schedule"): "Calendars.Read",
    ("subscriptions", "subscriptions"): "Calendars.Read",
    ("tasks", "users/todo/lists"): "Tasks.ReadWrite.All",
    ("tasks", "users/todo/lists/tasks"): "Tasks.ReadWrite.All",
    ("transcripts", "users/online_meetings/transcripts"): "OnlineMeetingTranscript.Read.All",
}
"""Every path of Graph that the code asks for, by room, and the one permission it needs."""
ALSO = {"User.Read.All": {"groups"}}
"""To look up somebody's groups Graph wants this beside GroupMember.Read.All:
https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups"""
BY_CHAT = {
    "OnlineMeeting.ReadBasic.Chat", "OnlineMeetingParticipant.Read.Chat", "OnlineMeetingNotification.Send.Chat",
    "OnlineMeetingTranscript.Read.Chat", "OnlineMeetingIncomingAudio.Detect.Chat",
}  # fmt: skip
"""Given for one chat: events come to the bot by themselves, or the call is the one of the permission for all."""
UNDER: dict[str, tuple[tuple[str | None, str], ...]] = {
    "MailboxSettings.Read": ((None, "/mailboxSettings"),),
    "Mail.Read": (("GET", "/messages"),),
    "Mail.ReadWrite": (("POST", "/messages"), ("PATCH", "/messages")),
    "OnlineMeetingTranscript.Read.All": ((None, "/onlineMeetings/"),),
    "OnlineMeetings.Read.All": ((None, "/onlineMeetings"),),
    "Tasks.ReadWrite.All": ((None, "/todo"),),
    "Calendars.ReadWrite": (("POST", "/events"), ("PATCH", "/events"), ("DELETE", "/events")),
    "TeamsActivity.Send.User": ((None, "/teamwork/sendActivityNotification"),),
}
"""What is asked with each, below the person. The calendar and who the person is are required: without their address nobody
knows on which side of a meeting they are."""


def _asked_for() -> set[tuple[str, str]]:
    """The paths in the code of each room, from its own builders."""
    found = set()
    for path in ROOMS.glob("*.py"):
        text = re.sub(r"\s+", " ", path.read_text(encoding="utf-8"))
        for chain in re.findall(r"_graph\.api((?:\.\w+(?:\((?:[^()]|\([^()]*\))*\))?)+)", text):
            bare = re.sub(r"\((?:[^()]|\([^()]*\))*\)", "", chain)
            words = [word for word in re.findall(r"\.(\w+)", bare) if not word.startswith(("by_", "to_"))]
            found.add((path.stem, "/".join(words)))
    return found


def test_every_path_in_the_code_needs_one_permission_of_the_table_and_every_permission_has_a_path() -> None:
    assert _asked_for() == set(CALLS)
    for (room, _), name in CALLS.items():
        assert room in permission(name).rooms, (room, name)
    assert set(CALLS.values()) | BY_CHAT == {one.name for one in TABLE}
    for one in TABLE:
        asking = {room for (room, _), name in CALLS.items() if name == one.name}
        assert asking | ALSO.get(one.name, set()) == set(one.rooms), one.name


def test_every_permission_has_a_reason_and_says_what_is_missing_without_it() -> None:
    for language in LANGUAGES:
        words = Words(language)
        assert all(len(words.say(key)) > 15 for one in TABLE for key in (one.use, one.without, one.least))
    assert [one.name for one in TABLE if one.is_required] == ["Calendars.Read", "User.Read.All"]


def withheld() -> list[tuple[str, ...]]:
    """What an administrator may withhold: nothing, each, two, three, four, all of them."""
    return [some for count in (0, 1, 2, 3, 4, len(UNDER)) for some in itertools.combinations(UNDER, count)]


async def test_whatever_few_are_withheld_a_useful_card_comes(start: Callable[..., Any]) -> None:
    every = withheld()
    some = [every[0], every[-1], *every[1 : -1 : len(every) // (SHORT - 2)]][:SHORT]
    await _cards_come(start, some, has_organisation=False)


@pytest.mark.night
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("has_organisation", [True, False])
async def test_whatever_is_withheld_in_two_hundred_ways_a_useful_card_comes(
    start: Callable[..., Any], has_organisation: bool
) -> None:
    assert 2 * len(set(withheld())) >= LEAST
    every = withheld()
    for begin in range(0, len(every), 41):
        await _cards_come(start, every[begin : begin + 41], has_organisation)


async def _cards_come(start: Callable[..., Any], ways: Sequence[tuple[str, ...]], has_organisation: bool) -> None:
    """Somebody of their own for each way, with a meeting of their own with a client."""
    people = [Person(address=f"w{n}@fabrikam.com", name=f"Wim {n}", zone="Europe/Berlin") for n in range(len(ways))]
    events = [
        event(f"way-{n}", NOON + timedelta(hours=1), people=(f"aiko{n}@northwindtraders.com", one.address))
        for n, one in enumerate(people)
    ]
    async with start(*events, people=people, is_installed=False) as here:
        if not has_organisation:
            await here.control("weather", path_prefix="/v1.0/organization", status=403)
        for one, some in zip(people, ways, strict=True):
            await _withhold(here, one, some)
            await here.control("install", person=one.id)
        await asyncio.gather(*(_is_read(here, one) for one in people))
        await here.settle()
        for begin in range(0, len(people), 6):
            batch = list(enumerate(people))[begin : begin + 6]
            await asyncio.gather(*(_a_useful_card(here, one, n, ways[n]) for n, one in batch))


async def _withhold(here: World, one: Person, some: Sequence[str]) -> None:
    """The first rule that fits a call counts; the last one is about the person alone."""
    root = f"/v1.0/users/{one.id}"
    for name, paths in UNDER.items():
        for method, path in paths:
            refused = {"status": 403} if name in some else {}
            await here.control("weather", path_prefix=f"{root}{path}", **({"method": method} if method else {}), **refused)


async def _is_read(here: World, one: Person) -> None:
    """Wait until somebody is watched and their calendar was read."""

    async def has_read() -> bool:
        async with here.companion.database.transaction(here.tenant_id) as session:
            row = await session.row("person", here.tenant_id, one.id)
        return bool(row and row["calendar_read_at"] and await here.watched(one))

    await until(has_read, 60)


async def _a_useful_card(here: World, one: Person, number: int, some: Sequence[str]) -> None:
    """The card that they ask for names the meeting, its time and who comes."""
    answer = await here.say("brief northwind", one)
    said = text_of(answer["attachments"][0]["content"])
    assert f"way-{number}" in said and re.search(r"\b1[23]:00\b", said), (some, said)
    assert f"aiko{number}" in said.lower(), (some, said)
