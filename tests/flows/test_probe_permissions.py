"""What Graph refuses is found out by asking Graph, and told with the exact mend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

from sidecar.commands.doctor import note_permissions, watched_person
from sidecar.domain.apps.permissions import graph_permissions
from sidecar.domain.meetings.meeting import PersonId
from sidecar.flows.trust.probe_permissions import probe_permissions
from sidecar.settings import Settings
from tests.flows.conftest import MIA, start

__all__ = ["start"]
CLIENT = "11111111-1111-4111-8111-111111111111"
GROUP = "44444444-4444-4444-8444-444444444444"
PERSON = PersonId(MIA.id)
ASKS = {
    "Calendars.Read": f"/v1.0/users/{MIA.id}/calendarView",
    "MailboxSettings.Read": f"/v1.0/users/{MIA.id}/mailboxSettings",
    "Organization.Read.All": "/v1.0/organization",
    "Mail.Read": f"/v1.0/users/{MIA.id}/messages",
    "OnlineMeetings.Read.All": f"/v1.0/users/{MIA.id}/onlineMeetings",
    "GroupMember.Read.All": f"/v1.0/users/{MIA.id}/checkMemberGroups",
    "OnlineMeetingTranscript.Read.All": f"/v1.0/users/{MIA.id}/onlineMeetings/AAMkNotThere/transcripts",
    "Mail.ReadWrite": f"/v1.0/users/{MIA.id}/messages/AAMkNotThere",
    "Tasks.ReadWrite.All": f"/v1.0/users/{MIA.id}/todo",
    "Calendars.ReadWrite": f"/v1.0/users/{MIA.id}/events",
}
READ_ALONE = {"Mail.Read", "OnlineMeetings.Read.All"}
"""What is asked with these begins like what another asks: only that one is refused."""


def told(probed: Any) -> dict[str, tuple[str, str]]:
    """The doctor's lines, by what they are about."""
    lines: dict[str, tuple[str, str]] = {}
    note_permissions(
        probed, Settings(client_id=CLIENT, cloud="global"), lambda check, state, says: lines.update({check: (state, says)})
    )
    return lines


async def test_with_every_permission_all_lines_are_well_and_no_mail_is_read(start: Callable[..., Any]) -> None:
    async with start(groups={GROUP: [MIA.id]}, people_group=GROUP) as here:
        await here.control("meeting-policy", person=MIA.id)
        before = len(await here.look("log"))
        probed = await probe_permissions(here.companion.hands, PERSON)
        lines = told(probed)
        assert {name: state for name, (state, _) in lines.items()} == dict.fromkeys(
            (one.name for one in graph_permissions(has_group=True) if one.is_used), "OK"
        )
        asked = [one for one in (await here.look("log"))[before:] if one["path"].startswith("/v1.0/")]
        assert len(asked) == 11
        (mails,) = [one for one in asked if "/messages" in one["path"] and one["method"] == "GET"]
        assert (await here.look("drafts"), await here.look("tasks")) == ([], [])
        assert "nobody@companion.invalid" in unquote(str(mails))


@pytest.mark.parametrize("name", sorted(ASKS))
async def test_a_refused_permission_is_named_alone_with_its_page_and_what_is_missing(
    start: Callable[..., Any], name: str
) -> None:
    async with start(groups={GROUP: [MIA.id]}, people_group=GROUP) as here:
        await here.control("meeting-policy", person=MIA.id)
        await here.control("weather", path_prefix=ASKS[name], status=403, **({"count": 1} if name in READ_ALONE else {}))
        lines = told(await probe_permissions(here.companion.hands, PERSON))
        assert {one for one, (state, _) in lines.items() if state != "OK"} == {name}
        state, says = lines[name]
        assert state == ("FAIL" if name in {"Calendars.Read", "GroupMember.Read.All"} else "WARN")
        assert name in says and f"CallAnAPI/appId/{CLIENT}" in says and "Without it:" in says


async def test_a_missing_policy_is_told_from_a_missing_permission(start: Callable[..., Any]) -> None:
    async with start() as here:
        state, says = told(await probe_permissions(here.companion.hands, PERSON))["OnlineMeetings.Read.All"]
        assert state == "WARN" and "Grant-CsApplicationAccessPolicy" in says and "CallAnAPI" not in says


async def test_a_service_that_cannot_answer_is_no_missing_permission(start: Callable[..., Any]) -> None:
    async with start() as here:
        await here.control("weather", path_prefix=ASKS["Calendars.Read"], status=500, body="html")
        state, says = told(await probe_permissions(here.companion.hands, PERSON))["Calendars.Read"]
        assert state == "WARN" and "Could not be checked" in says and "500" in says


async def test_before_anybody_has_the_bot_only_the_organisation_is_asked(start: Callable[..., Any]) -> None:
    async with start(is_installed=False) as here:
        assert await watched_person(here.companion.database, here.tenant_id) is None
        lines = told(await probe_permissions(here.companion.hands, None))
        assert lines.keys() == {"Organization.Read.All", "permissions"}
        assert lines["permissions"][0] == "WARN" and "install it for one person" in lines["permissions"][1]


async def test_the_doctor_asks_in_the_name_of_somebody_who_is_watched(start: Callable[..., Any]) -> None:
    async with start() as here:
        assert await watched_person(here.companion.database, here.tenant_id) == PERSON
