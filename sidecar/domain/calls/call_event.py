"""What Teams tells of a call: it began, it ended, somebody came or went. Read leniently: whatever is missing is left out.

https://learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

from sidecar.domain.meetings.meeting import PersonId, TenantId

CallKind = Literal["start", "end", "join", "leave"]
NAMES: Final[Mapping[str, CallKind]] = {
    "application/vnd.microsoft.meetingstart": "start",
    "application/vnd.microsoft.meetingend": "end",
    "application/vnd.microsoft.meetingparticipantjoin": "join",
    "application/vnd.microsoft.meetingparticipantleave": "leave",
}
LONGEST_ID: Final = 500
MOST_PEOPLE: Final = 300
_FRACTION: Final = re.compile(r"\.(\d{1,6})\d*")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEvent:
    """`people`: who came or went, as directory ids, an empty one for a guest; empty for the call itself."""

    tenant: TenantId
    thread: str
    kind: CallKind
    at: datetime
    people: tuple[PersonId, ...] = ()
    teams_id: str = ""


def read_call_event(
    name: str, value: object, *, tenant: str, thread: str, channel_data: object, told_at: datetime | None, now: datetime
) -> CallEvent | None:
    """The event, or None for another name, or one that says of no chat.

    `told_at`: when Teams sent it; `now`: for one where nothing says when.
    """
    kind = NAMES.get(name.casefold())
    if kind is None or not tenant or not thread or len(thread) > LONGEST_ID:
        return None
    body = value if isinstance(value, Mapping) else {}
    stated = {"start": "StartTime", "end": "EndTime"}.get(kind, "")
    return CallEvent(
        tenant=TenantId(tenant),
        thread=thread,
        kind=kind,
        at=_instant(body.get(stated)) or told_at or now,
        people=_people(body.get("members")) if kind in ("join", "leave") else (),
        teams_id=_meeting_id(body, channel_data),
    )


def _people(members: object) -> tuple[PersonId, ...]:
    found = []
    for member in members[:MOST_PEOPLE] if isinstance(members, list) else ():
        user = member.get("user") if isinstance(member, Mapping) else None
        if not isinstance(user, Mapping):
            continue
        held = next((user[key] for key in ("aadObjectId", "objectId") if isinstance(user.get(key), str)), "")
        found.append(PersonId(held if len(held) <= LONGEST_ID else ""))
    return tuple(dict.fromkeys(found))


def _meeting_id(body: Mapping[str, object], channel_data: object) -> str:
    meeting = channel_data.get("meeting") if isinstance(channel_data, Mapping) else None
    found = body.get("Id") or (meeting.get("id") if isinstance(meeting, Mapping) else None)
    return found[:LONGEST_ID] if isinstance(found, str) else ""


def _instant(text: object) -> datetime | None:
    """An instant as Teams writes it, with up to seven digits of a second; None where it names no zone."""
    if not isinstance(text, str):
        return None
    try:
        found = datetime.fromisoformat(_FRACTION.sub(lambda match: f".{match[1]:0<6}", text.strip(), count=1))
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo is not None else None
