"""The options of the online meetings that a person hosts for clients: read beside the evidence, kept for the card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.meeting_options import NO_OPTIONS, MeetingOptions, is_readable
from sidecar.domain.meetings.wake import refresh_wake
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.graph.client import GraphError
from sidecar.store.database import Session
from sidecar.wire.graph_online_meeting import kept_of, read_options

log = structlog.get_logger()
AHEAD: Final = timedelta(days=7)
AGAIN_AFTER: Final = timedelta(hours=6)
"""An option that was changed shows on the card of the same day."""
MOST_AT_ONCE: Final = 20
NO_RIGHT: Final = frozenset({401, 403})
CLOSED: Final = "closed"
"""No meeting of this person may be read; a plain 403 may only mean that somebody else hosts this one."""
_NO_POLICY: Final = "application access policy"


async def options_due(session: Session, known: Known, now: datetime) -> list[Meeting]:
    """The coming client meetings that this person hosts in Teams and whose options were not read lately."""
    if not known.is_watched:
        return []
    rows = await session.rows("meetings_between", known.tenant, known.person, now, now + AHEAD)
    hosted = [meeting for row in rows if not row["is_gone"] and _is_wanted(meeting := meeting_of(row), known, now)]
    ids = [meeting.id for meeting in hosted]
    read = await session.rows("online_meetings_read", known.tenant, known.person, ids, now - AGAIN_AFTER)
    done = {row["meeting_id"] for row in read}
    return [meeting for meeting in hosted if meeting.id not in done]


def _is_wanted(meeting: Meeting, known: Known, now: datetime) -> bool:
    if not is_readable(meeting):
        return False
    verdict = known.verdict(meeting, now)
    return verdict.is_client and verdict.skipped is None


async def read_due_options(hands: Hands, known: Known) -> None:
    """Read the options that are due, twenty meetings at a time; occurrences of a series share one online meeting.

    A missing policy is noted for all of them at once. Raises Retryable where Graph cannot answer now.
    """
    now = hands.clock()
    async with hands.database.transaction(known.tenant) as session:
        due = (await options_due(session, known, now))[:MOST_AT_ONCE]
    answers: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for meeting in due:
        url = meeting.joining.url or ""
        if url not in answers:
            answers[url] = await _asked(hands, known, url)
        state, options = answers[url]
        if state == CLOSED:
            await _keep(hands, known, due, "refused", {})
            return
        await _keep(hands, known, [meeting], state, options)


async def _asked(hands: Hands, known: Known, url: str) -> tuple[str, Mapping[str, Any]]:
    try:
        found = await hands.online_meetings.hosted(known.person, url)
    except GraphError as error:
        is_refused = error.status in NO_RIGHT
        (log.info if is_refused else log.warning)("meeting_options_not_read", status=error.status, code=error.code)
        if is_refused and _NO_POLICY in error.why.lower():
            return CLOSED, {}
        return ("refused" if is_refused else "absent"), {}
    return ("read", kept_of(found)) if found is not None else ("absent", {})


async def _keep(hands: Hands, known: Known, meetings: Sequence[Meeting], state: str, options: Mapping[str, Any]) -> None:
    now = hands.clock()
    async with hands.database.transaction(known.tenant) as session:
        if await session.row("lock_person", known.tenant, known.person) is None:
            return
        shown = {row["meeting_id"] for row in await session.rows("delivered_meetings", known.tenant, known.person, now)}
        for meeting in meetings:
            is_news = await session.row(
                "keep_online_meeting", known.tenant, known.person, meeting.id, state, dict(options), now
            )  # fmt: skip
            if is_news and meeting.id in shown:
                because = f"options-{int(now.timestamp() * 1000)}"
                await hands.arm(session, [refresh_wake(known.tenant, known.person, meeting.id, 0, because=because)])


async def options_of(session: Session, known: Known, meeting: Meeting) -> MeetingOptions:
    """What is known of the options of one meeting."""
    row = await session.row("online_meeting", known.tenant, known.person, meeting.id) if is_readable(meeting) else None
    if row is None:
        return NO_OPTIONS
    return MeetingOptions(is_refused=True) if row["state"] == "refused" else read_options(row["options"])
