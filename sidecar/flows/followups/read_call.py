"""The transcript of a call, where Teams wrote one: what matters of it is kept, the transcript itself is not."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.calls.heard_call import Heard, heard_in, joined
from sidecar.domain.followups.followup import Seat, TranscriptState, seat_called
from sidecar.domain.meetings.client import everybody, side_of
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.transcripts.recap import recap_of
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Retryable
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known
from sidecar.graph.client import GraphError
from sidecar.graph.transcripts import NotThere, Part
from sidecar.wire.transcript import read_transcript

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look gave. `open`: it may come yet."""

    state: TranscriptState
    heard: Heard | None = None
    because: Reason | None = None


def seats_of(meeting: Meeting, known: Known) -> list[Seat]:
    """Everybody in a meeting but rooms."""
    found = []
    for one in everybody(meeting):
        side = side_of(one, known.ours, known.corrections)
        if side != "room":
            is_me = bool(one.address) and one.address == known.address.lower()
            role = known.corrections.roles.get(one.address)
            found.append(Seat(address=one.address, name=one.name, is_ours=side == "ours" or is_me, is_me=is_me, role=role))
    return found


def zone_of_call(meeting: Meeting, known: Known) -> str:
    """Where the days named in a call are days: the meeting's own zone, the person's where it names none."""
    return meeting.zone or known.preferences.zone


async def look_for_transcript(
    hands: Hands, known: Known, meeting: Meeting, began_at: datetime, within: float | None = None
) -> Look:
    """Ask Graph once. `within`: seconds after which it counts as not there yet, so that nobody waits for it; `began_at`: when the
    call really began, which a meeting that was moved while it ran does not say."""
    url = (meeting.joining.url or "") if meeting.joining.provider == "teams" else ""
    from_at = min(meeting.start_at, began_at)
    try:
        async with asyncio.timeout(within):
            found = await hands.transcripts.of_meeting(known.person, url, from_at, meeting.end_at)
    except (TimeoutError, Retryable) as error:
        log.info("transcript_later", why=str(error))
        return Look(state="open", because=Reason(key="transcript-not-made"))
    except GraphError as error:
        log.warning("transcript_refused", status=error.status, code=error.code)
        return Look(state="open", because=Reason(key="followup-transcript-refused"))
    if isinstance(found, NotThere):
        return Look(state="open" if found.may_come else "none", because=found.because)
    zone = ZoneInfo(zone_of_call(meeting, known))
    try:
        heard = await asyncio.to_thread(heard_of, found, seats_of(meeting, known), zone)
    except Exception as error:  # noqa: BLE001  # whatever is wrong with somebody's file, the prompt comes without it
        log.warning("transcript_unreadable", why=type(error).__name__)
        return Look(state="none", because=Reason(key="followup-transcript-broken"))
    return Look(state="read", heard=heard)


def heard_of(parts: Sequence[Part], seats: Sequence[Seat], zone: ZoneInfo) -> Heard:
    """What was said, read apart from everything else: up to two seconds of the processor for an hour. Raises Refused for what is
    no transcript."""
    return joined([_heard(one.data, one.began_at, seats, zone) for one in parts])


def _heard(data: bytes, began_at: datetime, seats: Sequence[Seat], zone: ZoneInfo) -> Heard:
    cues = read_transcript(data)
    speakers = dict.fromkeys(cue.speaker for cue in cues if cue.speaker)
    mine = [name for name in speakers if (seat := seat_called(name, seats)) is not None and seat.is_ours]
    said_on: date = began_at.astimezone(zone).date()
    recap = recap_of(cues, me=mine, names=[one.name for one in seats if one.name], said_on=said_on)

    def is_own(who: str) -> bool:
        return (seat := seat_called(who, seats)) is not None and seat.is_me

    return heard_in(recap, is_own)
