"""What the options of an online meeting that we host mean for the client: waiting, presenting, being recorded, dialling in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from sidecar.domain.meetings.checklist import CheckId, Seen
from sidecar.domain.meetings.meeting import Meeting

Lobby = Literal["everyone", "invited", "trusted", "ours", "organizer"]
Presenters = Literal["everyone", "ours", "named"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOptions:
    """The options as Microsoft Graph gives them; None where it does not say.

    `lobby`: who walks past it. `presenters`: who may share a screen. `is_refused`: we may not read them at all.
    """

    lobby: Lobby | None = None
    presenters: Presenters | None = None
    records_itself: bool | None = None
    may_be_recorded: bool | None = None
    dial_in: str | None = None
    conference_id: str | None = None
    is_refused: bool = False


NO_OPTIONS: Final = MeetingOptions()
_LOBBY: Final[Mapping[Lobby, Seen]] = {
    "everyone": Seen(state="ok", because_key="check-lobby-open", basis="options"),
    "invited": Seen(state="todo", because_key="check-lobby-invited", basis="options"),
    "trusted": Seen(state="todo", because_key="check-lobby-trusted", basis="options"),
    "ours": Seen(state="todo", because_key="check-lobby-wait", basis="options"),
    "organizer": Seen(state="todo", because_key="check-lobby-wait", basis="options"),
}


def is_readable(meeting: Meeting) -> bool:
    """Whether Graph can have options of this meeting for us: a Teams meeting that the mailbox's owner organises."""
    return meeting.is_organizer and meeting.joining.provider == "teams" and meeting.joining.url is not None


def with_numbers(meeting: Meeting, options: MeetingOptions) -> Meeting:
    """The meeting with the number to dial and its code, where the invitation does not name them."""
    joining = meeting.joining
    if joining.dial_in or not options.dial_in:
        return meeting
    code = joining.conference_id or options.conference_id
    return replace(meeting, joining=replace(joining, dial_in=options.dial_in, conference_id=code))


def seen_in(options: MeetingOptions, meeting: Meeting) -> dict[CheckId, Seen]:
    """What the options say of the checklist of a meeting as the calendar has it; that they cannot be read is said once, at
    the lobby."""
    if options.is_refused:
        return {"lobby": Seen(state="unknown", because_key="check-lobby-refused", basis="options")}
    found: dict[CheckId, Seen] = {}
    if options.lobby is not None:
        found["lobby"] = _LOBBY[options.lobby]
    if options.presenters is not None:
        is_open = options.presenters == "everyone"
        key = "check-access-everyone" if is_open else "check-access-presenters"
        found["access"] = Seen(state="unknown" if is_open else "todo", because_key=key, basis="options")
    if options.dial_in and not meeting.joining.dial_in:
        number = {"number": options.dial_in}
        found["dial_in"] = Seen(state="ok", because_key="check-dial-in-ok", args=number, basis="options")
        found["plan_b"] = Seen(state="ok", because_key="check-plan-b-ok", args=number, basis="options")
    if recording := _recording(options):
        found["recording"] = recording
    return found


def _recording(options: MeetingOptions) -> Seen | None:
    if options.records_itself:
        return Seen(state="todo", because_key="check-recording-by-itself", basis="options")
    if options.may_be_recorded is False:
        return Seen(state="ok", because_key="check-recording-off", basis="options")
    return (
        None if options.records_itself is None else Seen(state="ok", because_key="check-recording-not-by-itself", basis="options")
    )
