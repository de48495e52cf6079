"""Graph's onlineMeeting as the options it has: https://learn.microsoft.com/graph/api/resources/onlinemeeting"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sidecar.domain.meetings.meeting_options import Lobby, MeetingOptions, Presenters

KEPT: Final = ("lobbyBypassSettings", "allowedPresenters", "recordAutomatically", "allowRecording", "audioConferencing")
"""All that is stored of an online meeting: no chat, no participant, no recording."""
_LOBBY: Final[Mapping[str, Lobby]] = {
    "everyone": "everyone",
    "invited": "invited",
    "organizationandfederated": "trusted",
    "organization": "ours",
    "organizationexcludingguests": "ours",
    "organizer": "organizer",
}
_PRESENTERS: Final[Mapping[str, Presenters]] = {
    "everyone": "everyone",
    "organization": "ours",
    "roleispresenter": "named",
    "organizer": "named",
}


def kept_of(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The part of an onlineMeeting that is stored."""
    fields = {str(key).lower(): value for key, value in payload.items()}
    return {name: fields[name.lower()] for name in KEPT if fields.get(name.lower()) is not None}


def read_options(payload: Mapping[str, Any]) -> MeetingOptions:
    """The options. A word that is not known, as Graph's `unknownFutureValue`, says nothing."""
    fields = {str(key).lower(): value for key, value in payload.items()}
    audio = _lower(fields.get("audioconferencing"))
    return MeetingOptions(
        lobby=_LOBBY.get(_word(_lower(fields.get("lobbybypasssettings")).get("scope"))),
        presenters=_PRESENTERS.get(_word(fields.get("allowedpresenters"))),
        records_itself=_truth(fields.get("recordautomatically")),
        may_be_recorded=_truth(fields.get("allowrecording")),
        dial_in=_number(audio),
        conference_id=_text(audio.get("conferenceid")),
    )


def _lower(value: Any) -> dict[str, Any]:
    return {str(key).lower(): inner for key, inner in value.items()} if isinstance(value, Mapping) else {}


def _number(audio: Mapping[str, Any]) -> str | None:
    """A number that works from any country; a free one works in its own only.
    https://learn.microsoft.com/graph/api/resources/audioconferencing"""
    several = [audio.get(name) for name in ("tollnumbers", "tollfreenumbers")]
    listed = [one[0] for one in several if isinstance(one, list) and one]
    found = (audio.get("tollnumber"), *listed, audio.get("tollfreenumber"))
    return next((text for one in found if (text := _text(one))), None)


def _word(value: Any) -> str:
    return value.strip().lower() if isinstance(value, str) else ""


def _truth(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(value: Any) -> str | None:
    text = " ".join(value.split())[:60] if isinstance(value, str) else ""
    return text or None
