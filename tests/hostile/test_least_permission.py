"""No call without a permission and no permission without a call; whichever few are withheld, a useful card comes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sidecar.domain.apps.permissions import TABLE, permission
from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.watching.read_calendar import MailboxBusy, read_calendar
from sidecar.flows.watching.watch_calendars import keep_watch
from sidecar.words import LANGUAGES, Words
from tests.card_text import text_of
from tests.conftest import until
from tests.flows.conftest import MIA, NOON, World, event, start

__all__ = ["start"]
ROOMS = Path(__file__).parents[2] / "sidecar" / "graph"
SHORT, LEAST = 4, 200
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
        assert all(len(words.say(key)) > 7 for one in TABLE for key in (one.use, one.without, one.least))
    assert [one.name for one in TABLE if one.is_required] == ["Calendars.Read"]


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
    await _cards_come(start, withheld(), has_organisation)


async def _cards_come(start: Callable[..., Any], ways: Sequence[tuple[str, ...]], has_organisation: bool) -> None:
    """For each way the mailbox is looked at anew and the calendar read, then the card asked for."""
    async with start(event("roll-out", NOON + timedelta(hours=1), people=("aiko@northwindtraders.com",))) as here:
        for some in ways:
            await here.control("weather/clear")
            if not has_organisation:
                await here.control("weather", path_prefix="/v1.0/organization", status=403)
            for name, paths in UNDER.items():
                for method, path in paths:
                    refused = {"status": 403} if name in some else {}
                    by = {"method": method} if method else {}
                    await here.control("weather", path_prefix=f"/v1.0/users/{MIA.id}{path}", **by, **refused)
            await keep_watch(here.companion.hands, here.tenant_id, PersonId(MIA.id), must=True)
            await until(lambda: _is_read(here))
            await _a_useful_card(here, some)


async def _is_read(here: World) -> bool:
    """Read once more, whoever of the two of us came first to the mailbox."""
    try:
        await read_calendar(here.companion.hands, here.tenant_id, PersonId(MIA.id))
    except MailboxBusy:
        return False
    return True


async def _a_useful_card(here: World, some: Sequence[str]) -> None:
    """It names the meeting, its time and who comes."""
    answer = await here.say("brief northwind")
    said = text_of(answer["attachments"][0]["content"])
    assert "Call roll-out" in said and "13:00" in said and "aiko" in said.lower(), (some, said)
