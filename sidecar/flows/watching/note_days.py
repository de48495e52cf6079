"""When a person is away and where they travel to, taken from each read of their calendar, and from their automatic reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

import structlog

from sidecar.domain.meetings.away import LONGEST, Absence, absence_from, absences_in, still_known
from sidecar.domain.meetings.meeting import Meeting, PersonId, TenantId
from sidecar.domain.relationships.stays import stays_in
from sidecar.domain.times.localtime import zone_named
from sidecar.errors import Refused, Retryable
from sidecar.flows.hands import Hands
from sidecar.flows.known import Known, known_person
from sidecar.store.database import Session
from sidecar.wire.graph import instant_in

log = structlog.get_logger()
_ON: Final = ("alwaysenabled", "scheduled")


async def note_days(session: Session, known: Known, meetings: Iterable[Meeting], read_from: datetime, now: datetime) -> bool:
    """Keep what a read of the calendar says. Whether it is other than before: then everything is to be planned anew."""
    row = await session.row("person", known.tenant, known.person)
    if row is None:
        return False
    seen = list(meetings)
    held = [absence_from(one) for one in row["days"].get("absences", ())]
    read = absences_in(seen, known.ours, known.corrections, known.preferences)
    days = {
        "absences": [one.as_json() for one in still_known(held, read, read_from, now)],
        "stays": [one.as_json() for one in stays_in(seen, known.preferences.zone)],
    }
    days = {name: found for name, found in days.items() if found}
    if days == row["days"]:
        return False
    await session.run("note_days", known.tenant, known.person, days)
    return True


async def note_auto_reply(
    session: Session, tenant: TenantId, person: PersonId, row: Mapping[str, Any], mailbox: Mapping[str, Any], now: datetime
) -> bool:
    """Keep from when to when the automatic reply is on, where the settings of the mailbox may be read. Whether that changed.

    https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
    """
    setting = mailbox.get("automaticRepliesSetting")
    if not isinstance(setting, Mapping):
        return False
    held = absence_from(row["auto_reply"]) if row["auto_reply"] else None
    found = _reply(setting, held, now)
    if found == held:
        return False
    await session.run("note_auto_reply", tenant, person, found.as_json() if found else None)
    return True


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
        if known is not None and known.is_watched and zone != known.preferences.zone:
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
