"""A time for a word alone, held in the person's own calendar: tentative, with nobody invited, once for each."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import structlog

from sidecar.domain.followups.followup import OneToOne
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.plan import Preferences
from sidecar.domain.times.localtime import instant
from sidecar.domain.wording.reason import Reason
from sidecar.errors import Refused
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, meeting_of
from sidecar.graph.client import GraphError
from sidecar.graph.proposals import Proposal
from sidecar.graph.writing import ItemGone, NotAllowed

log = structlog.get_logger()
LENGTH: Final = timedelta(minutes=20)
"""A judgement: a word alone, not a meeting."""
STEP: Final = timedelta(minutes=30)
TRIES: Final = 8
DAYS: Final = 7


async def hold_time(hands: Hands, known: Known, meeting: Meeting, one: OneToOne) -> datetime | Reason:
    """When the entry begins, or why there is none. The same again finds what was made. Raises Retryable."""
    now = hands.clock()
    subject = known.words.say("followup-time-subject", who=" ".join(one.name.split())[:80])
    async with hands.database.transaction(known.tenant) as session:
        rows = await session.rows("meetings_between", known.tenant, known.person, now, now + timedelta(days=DAYS))
    around = [meeting_of(row) for row in rows if not row["is_gone"]]
    busy = [(each.start_at, each.end_at) for each in around if each.show_as != "free" and each.subject != subject]
    start_at = time_for(meeting.start_at, now, known.preferences, busy)
    if start_at is None:
        return Reason(key="followup-time-none")
    wanted = Proposal(
        key=key_of(meeting, one.address), subject=subject,
        text=known.words.quoted(one.quote) if one.quote else "", start_at=start_at, end_at=start_at + LENGTH,
        zone=known.preferences.zone,
    )  # fmt: skip
    try:
        await hands.proposals.create(known.person, wanted)
    except NotAllowed as error:
        return Reason(key="followup-time-not-allowed", args={"name": error.permission})
    except ItemGone as error:
        return Reason(key="followup-time-no-mailbox" if error.is_mailbox else "followup-time-refused")
    except (GraphError, Refused) as error:
        log.warning("time_refused", why=type(error).__name__)
        return Reason(key="followup-time-refused")
    return start_at


def key_of(meeting: Meeting, address: str) -> str:
    """Our key of the entry: one for each person and call."""
    return f"one_to_one:{hashlib.sha256(f'{meeting.id}|{address}'.encode('utf-8', 'replace')).hexdigest()[:32]}"


def time_for(
    met_at: datetime, now: datetime, preferences: Preferences, busy: Sequence[tuple[datetime, datetime]]
) -> datetime | None:
    """The next working day at the hour of the call, which suited both, or the next half hour after it that is free and within
    the person's own work; None where that day has none."""
    here = ZoneInfo(preferences.zone)
    clock = met_at.astimezone(here).time()
    today = now.astimezone(here).date()
    days = (today + timedelta(days=ahead) for ahead in range(1, DAYS))
    day = next((one for one in days if one.weekday() in preferences.working_days), None)
    if day is None:
        return None
    ends_at = instant(datetime.combine(day, preferences.work_until), preferences.zone).instant_at
    first = instant(datetime.combine(day, max(clock, preferences.work_from)), preferences.zone).instant_at
    tries = (first + STEP * number for number in range(TRIES))
    return next((at for at in tries if at + LENGTH <= ends_at and not any(b < at + LENGTH and at < e for b, e in busy)), None)
