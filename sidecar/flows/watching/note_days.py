"""When a person is away and where they travel to, taken from each read of their calendar, and from their automatic reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime, timedelta
from typing import Any, Final

import structlog

from sidecar.domain.meetings.away import LONGEST, Absence, absence_from, absences_in, still_known
from sidecar.domain.meetings.meeting import Meeting, MeetingId, PersonId, TenantId
from sidecar.domain.relationships.stays import LEG_FOR_THE_STORE, REMEMBERED_FOR, Stay, stay_from, stays_in, still_told
from sidecar.domain.times.localtime import zone_named
from sidecar.errors import Refused, Retryable
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person, meeting_of
from sidecar.store.database import Session
from sidecar.wire.graph import instant_in

log = structlog.get_logger()
REPLY_IS_FRESH_FOR: Final = timedelta(minutes=30)
"""Nobody tells of the end of an automatic reply: where a message waits for it, the setting is read so often."""
_ON: Final = ("alwaysenabled", "scheduled")


async def note_days(session: Session, known: Known, meetings: Iterable[Meeting], read_from: datetime, now: datetime) -> bool:
    """Keep what a read of the calendar says. Whether any of what is not over is other than before: then everything is to be
    planned anew."""
    row = await session.row("person", known.tenant, known.person)
    if row is None:
        return False
    seen = list(meetings)
    held = [absence_from(one) for one in row["days"].get("absences", ())]
    read = absences_in(seen, known.ours, known.corrections, known.preferences)
    absences = still_known(held, read, read_from, now)
    legs = await _legs_before(session, known, {one.id for one in seen}, read_from)
    stays = still_told(stays_in([*legs, *seen], known.preferences.zone), now)
    told = {"absences": [one.as_json() for one in absences], "stays": [one.as_json() for one in stays]}
    days = {name: found for name, found in told.items() if found}
    if days == row["days"]:
        return False
    await session.run("note_days", known.tenant, known.person, days)
    stayed = [stay_from(one) for one in row["days"].get("stays", ())]
    return _not_over(held, now) != _not_over(absences, now) or _not_over(stayed, now) != _not_over(stays, now)


async def _legs_before(session: Session, known: Known, seen: Set[MeetingId], read_from: datetime) -> list[Meeting]:
    """The legs of journeys that left the window which is read; who flew there a week ago may be there still."""
    args = (read_from - REMEMBERED_FOR, read_from, LEG_FOR_THE_STORE)
    rows = await session.rows("legs_between", known.tenant, known.person, *args)
    return [meeting_of(row) for row in rows if row["meeting_id"] not in seen]


def _not_over(spans: Sequence[Absence] | Sequence[Stay], now: datetime) -> list[Absence | Stay]:
    return [one for one in spans if one.until_at > now]


async def note_auto_reply(
    session: Session, tenant: TenantId, person: PersonId, row: Mapping[str, Any], mailbox: Mapping[str, Any], now: datetime
) -> bool:
    """Keep from when to when the automatic reply is on and when that was read, where the settings of the mailbox may be read.
    Whether that changed.

    https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
    """
    setting = mailbox.get("automaticRepliesSetting")
    if not isinstance(setting, Mapping):
        return False
    held = absence_from(row["auto_reply"]) if row["auto_reply"] else None
    found = _reply(setting, held, now)
    if found == held and (found is None or found.until_at <= now):
        return False
    await session.run("note_auto_reply", tenant, person, {**found.as_json(), "read": now.isoformat()} if found else None)
    return found != held


def _reply(setting: Mapping[str, Any], held: Absence | None, now: datetime) -> Absence | None:
    """What the setting says; one that was switched off has ended, and is remembered for the message on return."""
    status = str(setting.get("status") or "").lower()
    is_running = held is not None and held.from_at <= now < held.until_at
    if status not in _ON:
        return Absence(from_at=held.from_at, until_at=now) if held and is_running else held
    if status == "scheduled":
        return _scheduled(setting) or held
    return held if is_running else Absence(from_at=now, until_at=now + LONGEST)


def _scheduled(setting: Mapping[str, Any]) -> Absence | None:
    try:
        from_at, until_at = (instant_in(setting.get(f"scheduled{end}DateTime"), end) for end in ("Start", "End"))
    except Refused:
        return None
    return Absence(from_at=from_at, until_at=until_at) if from_at < until_at else None


async def note_device(hands: Hands, tenant: TenantId, person: PersonId, told: str) -> None:
    """Keep the clock that a person's Teams shows; where it is another than before, everything is planned by it anew."""
    from sidecar.flows.watching.plan_anew import plan_anew  # which reads calendars, which notes their days

    zone = zone_named(told).iana if told else None
    if zone is None:
        return
    async with hands.database.transaction(tenant) as session:
        row = await session.row("note_device", tenant, person, zone, hands.clock())
        if row is None or not row["is_other"]:
            return
        await session.row("lock_person", tenant, person)
        known = await known_person(hands, session, tenant, person)
        if known is not None and known.is_watched and zone != (row["zone_before"] or known.preferences.zone):
            await plan_anew(hands, session, known)


async def read_auto_reply(hands: Hands, tenant: TenantId, person: PersonId) -> None:
    """Look whether the automatic reply is on, where the settings of the mailbox may be read; else all stays as it was."""
    from sidecar.flows.watching.plan_anew import plan_anew  # as above

    try:
        mailbox = await hands.calendars.mailbox_settings(person)
    except (Refused, Retryable) as error:
        log.info("auto_reply_not_read", why=str(error))
        return
    async with hands.database.transaction(tenant) as session:
        await session.row("lock_person", tenant, person)
        row = await session.row("person", tenant, person)
        if row is None or not await note_auto_reply(session, tenant, person, row, mailbox, hands.clock()):
            return
        known = await known_person(hands, session, tenant, person)
        if known is not None and known.is_watched:
            await plan_anew(hands, session, known)
