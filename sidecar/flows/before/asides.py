"""What else a card says of its meeting: the call before still runs, by whose clock, what changed, that it is the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from sidecar.domain.briefs.aside import Aside, AsideTap
from sidecar.domain.calls.running_late import OVER_AFTER, SHORTLY_BEFORE, SOON, is_late_for, late_link
from sidecar.domain.meetings.agreed import agreed_from, changed_since, is_last
from sidecar.domain.meetings.client import everybody, side_of
from sidecar.domain.meetings.large import TAKING_PART, large_kind, part_in, subject_of_part
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.twin import is_twin
from sidecar.domain.meetings.wake import Wake, refresh_wake
from sidecar.domain.relationships.stays import Where
from sidecar.domain.wording.card_parts import literal
from sidecar.flows.before.read_options import options_of
from sidecar.flows.calls.follow_call import call_of
from sidecar.flows.known import STAY_ZONE, Known, meeting_of, rows_around
from sidecar.store.database import Session
from sidecar.words import Words

RUNS_AT_MOST: Final = timedelta(hours=6)
"""A call before this one began no longer ago."""
READ_AHEAD: Final = timedelta(days=34)
"""So far the calendar was read, whenever it was read last."""
RHYTHM_OF: Final = timedelta(days=180)
ON: Final = ("running", "paused")


async def asides_of(session: Session, known: Known, meeting: Meeting, now: datetime) -> tuple[Aside, ...]:
    """The lines, what is urgent first."""
    where = known.where(meeting.start_at)
    local = known.there(meeting.start_at)
    found = [
        await _late(session, local, meeting, now),
        _part(known, meeting),
        _there(where, meeting, known.words) if where else None,
        await _records(session, known, meeting),
        Aside(text=known.words.say("card-you-tentative")) if meeting.my_response == "tentative" else None,
        await _since_accepted(session, local, meeting),
        await _last(session, local, meeting, now),
    ]
    return tuple(one for one in found if one)


async def late_wakes(session: Session, known: Known, meeting: Meeting, revision: int, now: datetime) -> list[Wake]:
    """Looks at a card around the start of its meeting, where another call of the person's may still run then."""
    if now >= meeting.start_at + OVER_AFTER or not await _before(session, known, meeting):
        return []
    looks = {"late": meeting.start_at - SHORTLY_BEFORE, "late-over": meeting.start_at + OVER_AFTER}
    made = [(refresh_wake(known.tenant, known.person, meeting.id, revision, because=name), at) for name, at in looks.items()]
    return [Wake(kind=one.kind, key=one.key, what=one.what, due_at=max(at, now)) for one, at in made]


async def _before(session: Session, known: Known, meeting: Meeting) -> list[Meeting]:
    """Whatever began before it and is not long over."""
    since, rows = meeting.start_at - RUNS_AT_MOST, await rows_around(session, known, meeting)
    found = [
        meeting_of(row) for row in rows if not row["is_gone"] and row["start_at"] < meeting.start_at and row["end_at"] >= since
    ]
    return [one for one in found if one.id != meeting.id and not one.is_all_day and not one.is_cancelled]


async def _late(session: Session, known: Known, meeting: Meeting, now: datetime) -> Aside | None:
    if not meeting.start_at - SOON <= now < meeting.start_at + OVER_AFTER:
        return None
    for one in reversed(await _before(session, known, meeting)):
        if not is_late_for(meeting, one, now):
            continue
        call = await call_of(session, known, one, now)
        if call is not None and call.state in ON and call.known_from != "calendar":
            return _told_late(known, meeting, max(meeting.start_at - SHORTLY_BEFORE, min(now, one.end_at)))
    return None


def _told_late(known: Known, meeting: Meeting, at: datetime) -> Aside:
    words, zone = known.words, known.preferences.zone
    people = [one for one in everybody(meeting) if side_of(one, known.ours, known.corrections) == "client"]
    addresses = [one.address for one in people if one.response != "declined"]
    link, stays = late_link(meeting, addresses, words.say("card-late-subject"), words.say("card-late-text"))
    keys = ("act-late-chat", "act-late-hint") if stays else ("act-late-mail", "act-late-mail-hint")
    taps = (AsideTap(title=words.say(keys[0]), hint=words.say(keys[1]), url=link),) if link else ()
    return Aside(text=words.say("card-running-late", clock=words.clock(at, zone)), is_first=True, taps=taps)


def _there(where: Where, meeting: Meeting, words: Words) -> Aside:
    """Whose clock it is, and one tap to the other."""
    key = {"you": "card-there-said", "device": "card-there-device"}.get(where.basis, "card-there")
    if where.basis == "calendar" and where.asks:
        key = "card-there-asks"
    asked = {"other": words.place(where.other)} if where.asks else {}
    text = words.say(key, clock=words.clock(meeting.start_at, where.zone), place=_place(where, words), **asked)
    if where.basis == "you":
        back = {"what": STAY_ZONE, "subject": where.key}
        return Aside(text=text, taps=(AsideTap(title=words.say("act-there-back"), verb="undo", data=back),))
    title = words.say("act-there", place=words.place(where.other))
    return Aside(text=text, taps=(AsideTap(title=title, verb=STAY_ZONE, data={"stay": where.key, "zone": where.other}),))


def _part(known: Known, meeting: Meeting) -> Aside | None:
    """Of a webinar and its like: whether the person presents or listens, with one tap to the other, or back."""
    part, say = part_in(meeting, known.corrections), known.words.say
    if part is None:
        return None
    taps = [
        AsideTap(title=say(f"act-part-{one}"), verb=TAKING_PART, data={"part": one})
        for one in ("presenting", "listening")
        if part == "ask" or (one != part and not meeting.is_organizer)
    ]
    if subject_of_part(meeting) in known.corrections.parts:
        back = {"what": TAKING_PART, "subject": subject_of_part(meeting)}
        taps.append(AsideTap(title=say("act-part-undo"), verb="undo", data=back))
    text = say("card-part-ask", what=large_kind(meeting) or "many") if part == "ask" else say(f"card-part-{part}")
    return Aside(text=text, is_first=part != "presenting", taps=tuple(taps))


async def _records(session: Session, known: Known, meeting: Meeting) -> Aside | None:
    """A call that records by itself does so from its first word: who is in it is to be told before."""
    options = await options_of(session, known, meeting)
    return Aside(text=known.words.say("card-records")) if options.records_itself else None


def _place(where: Where, words: Words) -> str:
    """The city as the calendar names it, in the reader's language where its zone bears its name."""
    named = where.zone.rpartition("/")[2].replace("_", " ")
    return literal(where.city, 40, 4) if where.city and where.city != named else words.place(where.zone)


async def _since_accepted(session: Session, known: Known, meeting: Meeting) -> Aside | None:
    row = await session.row("timed_at", known.tenant, known.person, meeting.id)
    if row is None or not row["accepted"] or meeting.is_organizer:
        return None
    text = changed_since(agreed_from(row["accepted"]), meeting, known.preferences.zone, known.words)
    return Aside(text=text) if text else None


async def _last(session: Session, known: Known, meeting: Meeting, now: datetime) -> Aside | None:
    """Nothing further in the part of the calendar that was read, and no new series in its place."""
    if not meeting.series_id:
        return None
    who, horizon = (known.tenant, known.person), now + READ_AHEAD
    rows = await session.rows("starts_in_series", *who, meeting.series_id, now - RHYTHM_OF, horizon)
    if not is_last([row["start_at"] for row in rows], meeting.start_at, horizon):
        return None
    later = await session.rows("meetings_between", *who, meeting.end_at, horizon)
    return None if _goes_on(known, meeting, [meeting_of(row) for row in later if not row["is_gone"]]) else Aside(
        text=known.words.say("card-last-of-series")
    )  # fmt: skip


def _goes_on(known: Known, meeting: Meeting, later: Sequence[Meeting]) -> bool:
    """“This and all following” makes a new series of the rest: the same subject, with a client of both."""
    after = [one for one in later if one.start_at > meeting.start_at and not one.is_cancelled]
    return any(_at(one, meeting, known) for one in after)


def _at(one: Meeting, meeting: Meeting, known: Known) -> bool:
    there = replace(one, start_at=meeting.start_at, end_at=meeting.end_at)
    return is_twin(there, meeting, known.ours, known.corrections)
