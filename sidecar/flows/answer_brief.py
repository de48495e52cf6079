"""One-shot answers from files: the same reading, judging and drawing as the product, without database or network."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sidecar.domain import card
from sidecar.domain.brief import Brief, compose
from sidecar.domain.client import Corrections, OurSide, Verdict, everybody, judge, side_of, with_answers
from sidecar.domain.localtime import instant, local, zone_named
from sidecar.domain.meeting import Attendee, Meeting
from sidecar.domain.plan import Moment, Preferences, plan
from sidecar.errors import Refused
from sidecar.wire.graph import read_event, read_page
from sidecar.wire.ics import CalendarFile, events_between, read_calendar
from sidecar.words import Words

LOOK_BACK = timedelta(days=90)
LOOK_BACK_FOR_A_SERIES = timedelta(days=3660)
"""A cancelled series may have begun long ago."""
CANCEL = "CANCEL"
HALF_A_DAY = timedelta(hours=12)
NONE = Corrections()
NO_CLOCK: dict[str, Any] = {
    "zone": None,
    "local": None,
    "utc_offset": None,
    "day_shift": 0,
    "certainty": "unknown",
    "because": [],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The document of `companion brief`, and what of the files could not be used, one sentence each."""

    document: dict[str, Any]
    problems: tuple[str, ...]


def answer_brief(
    files: Sequence[tuple[str, bytes]], *, me: str, internal: Sequence[str], within: timedelta, now: datetime
) -> Answer:
    """What the product would do with these calendars. Raises Refused where a file cannot be used."""
    calendars = [(name, read_calendar(data, name)) for name, data in files]
    problems: list[str] = []
    meetings: dict[str, Meeting] = {}
    for name, calendar in sorted(calendars, key=lambda pair: pair[1].method == CANCEL):
        is_cancellation = calendar.method == CANCEL
        since = now - (LOOK_BACK_FOR_A_SERIES if is_cancellation else LOOK_BACK)
        expansion = events_between(calendar, since, now + within, me=me)
        problems += [_told(name, one.line, one.text) for one in (*calendar.problems, *expansion.problems)]
        for event in expansion.events:
            if (meeting := read_event(event)) is not None:
                meetings[f"{meeting.uid}@{meeting.occurrence.isoformat()}"] = meeting
                if is_cancellation and event["type"] == "singleInstance":
                    _cancel_series(meetings, meeting.uid)
    in_order = sorted(meetings.values(), key=lambda one: (one.start_at, one.uid))
    ours = OurSide(me=me, domains=frozenset(internal))
    zone, because = _zone(calendars, in_order)
    document = {
        "now": _written(now),
        "zone": {"iana": zone, "because": Words("en").say(because)},
        **_rows(in_order, ours, Preferences(zone=zone), now, within),
    }
    return Answer(document=document, problems=tuple(dict.fromkeys(problems)))


def _cancel_series(meetings: dict[str, Meeting], uid: str) -> None:
    """A cancellation that names no date means the whole series: RFC 5546, 3.2.5."""
    meetings.update({key: replace(one, is_cancelled=True) for key, one in meetings.items() if one.uid == uid})


def _told(name: str, line: int | None, text: str) -> str:
    return f"{name}, line {line}: {text}" if line else f"{name}: {text}"


def _zone(calendars: Sequence[tuple[str, CalendarFile]], meetings: Sequence[Meeting]) -> tuple[str, str]:
    """The person's zone and why: the calendar's own, or the one most of their meetings were planned in, else UTC."""
    for _, calendar in calendars:
        if calendar.zone and (named := zone_named(calendar.zone).iana):
            return named, "zone-from-calendar"
    planned = [one for one in meetings if one.zone]
    own = Counter(one.zone for one in planned if one.is_organizer) or Counter(one.zone for one in planned)
    found = own.most_common(1)[0][0] if own else None
    return (found, "zone-from-meetings") if found else ("UTC", "zone-unknown")


def _rows(
    meetings: Sequence[Meeting], ours: OurSide, preferences: Preferences, now: datetime, within: timedelta
) -> dict[str, Any]:
    judged = [(one, judge(one, ours, NONE, now, preferences.zone)) for one in meetings]
    clients = _by_client(meetings, ours, preferences)
    starts = [one.start_at for one in meetings]
    shown, skipped = [], []
    for meeting, verdict in judged:
        if not _is_in_window(meeting, now, within):
            continue
        if verdict.skipped is not None:
            skipped.append(_skipped(meeting, verdict))
            continue
        earlier = [one for one in clients.get(verdict.client_domain or "", ()) if one.start_at < meeting.start_at][::-1]
        day = [one for one in _around(meeting, meetings, starts) if one.id != meeting.id]
        brief = compose(meeting, verdict, ours, NONE, preferences, earlier=earlier, day=day)
        told = with_answers(meeting, verdict, ours, NONE)
        moments = plan(meeting, told, preferences, is_first=not earlier)
        shown.append(_shown(brief, meeting, verdict, moments, preferences))
    return {"meetings": shown, "skipped": skipped}


def _around(meeting: Meeting, meetings: Sequence[Meeting], starts: Sequence[datetime]) -> Sequence[Meeting]:
    """What starts within half a day of a meeting. `meetings` are in order of `starts`."""
    first = bisect_left(starts, meeting.start_at - HALF_A_DAY)
    return meetings[first : bisect_right(starts, meeting.start_at + HALF_A_DAY)]


def _is_in_window(meeting: Meeting, now: datetime, within: timedelta) -> bool:
    """By the actual start; one that runs now is in, one that is over is not."""
    return meeting.end_at > now and meeting.start_at < now + within


def _by_client(meetings: Sequence[Meeting], ours: OurSide, preferences: Preferences) -> Mapping[str, list[Meeting]]:
    """Meetings that took place or will, by client, in order of time."""
    found: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        verdict = judge(meeting, ours, NONE, meeting.start_at - timedelta(minutes=1), preferences.zone)
        if verdict.is_client and verdict.client_domain:
            found.setdefault(verdict.client_domain, []).append(meeting)
    return found


def _skipped(meeting: Meeting, verdict: Verdict) -> dict[str, Any]:
    return {
        "uid": meeting.uid,
        "occurrence": _written(meeting.occurrence),
        "subject": None if meeting.is_private else meeting.subject,
        "reason": verdict.skipped,
    }


def _shown(
    brief: Brief, meeting: Meeting, verdict: Verdict, moments: Sequence[Moment], preferences: Preferences
) -> dict[str, Any]:
    words = Words("en")
    return {
        "uid": meeting.uid,
        "occurrence": _written(meeting.occurrence),
        "subject": meeting.subject,
        "start": _written(meeting.start_at),
        "end": _written(meeting.end_at),
        "join_url": meeting.joining.url,
        "provider": meeting.joining.provider,
        "dial_in": meeting.joining.dial_in,
        "passcode": meeting.joining.passcode,
        "verdict": _verdict(verdict, words),
        "plan": [{"kind": one.kind, "due": _written(one.due_at)} for one in moments],
        "people": _people(brief, meeting, words),
        "cues": [],
        "findings": [
            {"kind": one.kind, "text": one.text, "certainty": one.certainty, "sources": [_source(item) for item in one.sources]}
            for one in brief.findings
        ],
        "warnings": [
            {"kind": one.kind, "text": words.say(one.key, **one.args), "sources": [_source(item) for item in one.sources]}
            for one in brief.warnings
        ],
        "checklist": [
            {
                "id": item.id,
                "text": words.say(item.text_key, **item.args),
                "state": item.state,
                "because": words.say(item.because_key, **item.args) if item.because_key else "",
            }
            for item in brief.checklist
        ],
        "card": card.pre_call_card(brief, words, preferences),
    }


def _verdict(verdict: Verdict, words: Words) -> dict[str, Any]:
    return {
        "client": verdict.is_client,
        "client_domain": verdict.client_domain,
        "reasons": [words.say(reason.key, **reason.args) for reason in verdict.reasons],
    }


def _people(brief: Brief, meeting: Meeting, words: Words) -> list[dict[str, Any]]:
    return [
        {
            "address": person.address,
            "name": person.name,
            "side": person.side,
            "role": person.role,
            "clock": NO_CLOCK
            if person.clock is None
            else {
                "zone": person.clock.zone,
                "local": person.clock.local,
                "utc_offset": person.clock.utc_offset,
                "day_shift": person.clock.day_shift,
                "certainty": person.clock.certainty,
                "because": [words.say(key) for key in person.clock.because],
            },
            "working": {"state": "unknown", "note": words.say("working-unknown")},
        }
        for person in brief.people
    ]


def _source(source: Any) -> dict[str, Any]:
    seen = _written(source.seen_at) if isinstance(source.seen_at, datetime) else source.seen_at
    return {"title": source.title, "url": source.url or "", "seen_at": seen, "quote": source.quote}


def answer_event(payload: Any, *, me: str, now: datetime) -> dict[str, Any]:
    """How a Graph event, or a page of them, is read. Raises Refused where it is neither."""
    events = []
    for item, meeting in read_page(payload):
        if meeting is None:
            events.append({"id": item.get("id"), "meeting": None, "verdict": None, "skipped": None})
            continue
        ours = OurSide(me=me or _owner(meeting))
        verdict = judge(meeting, ours, NONE, now, "UTC")
        told = _verdict(verdict, Words("en"))
        events.append({"meeting": _meeting(meeting, ours), "verdict": told, "skipped": verdict.skipped})
    return {"events": events}


def _owner(meeting: Meeting) -> str:
    """Without `--me`: the organiser of an event that says it is the mailbox's own."""
    return meeting.organizer.address if meeting.is_organizer and meeting.organizer else ""


def _meeting(meeting: Meeting, ours: OurSide) -> dict[str, Any]:
    return {
        "id": meeting.id,
        "uid": meeting.uid,
        "occurrence": _written(meeting.occurrence),
        "series_id": meeting.series_id,
        "subject": None if meeting.is_private else meeting.subject,
        "start": _written(meeting.start_at),
        "end": _written(meeting.end_at),
        "zone": meeting.zone,
        "is_all_day": meeting.is_all_day,
        "is_cancelled": meeting.is_cancelled,
        "is_private": meeting.is_private,
        "show_as": meeting.show_as,
        "my_response": meeting.my_response,
        "provider": meeting.joining.provider,
        "join_url": meeting.joining.url,
        "dial_in": meeting.joining.dial_in,
        "passcode": meeting.joining.passcode,
        "people": [] if meeting.is_private else [_person(one, ours) for one in everybody(meeting)],
    }


def _person(one: Attendee, ours: OurSide) -> dict[str, Any]:
    side = side_of(one, ours, NONE)
    return {"address": one.address, "name": one.name, "kind": one.kind, "response": one.response, "side": side}


def answer_clock(at: str, from_zone: str, to: Sequence[str]) -> dict[str, Any]:
    """One local time on several clocks. Raises Refused for an unknown zone or an impossible time."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?", at):
        raise Refused(f"--at {at}: give a local time such as 2026-11-23T14:00.")
    try:
        wall = datetime.fromisoformat(at)
    except ValueError:
        raise Refused(f"--at {at}: there is no such date or time; check day and hour.") from None
    here = _named(from_zone, "--from")
    found = instant(wall, here)
    clocks = []
    for name in to:
        there = local(found.instant_at, _named(name, "--to"), here)
        clocks.append(
            {"zone": there.zone, "local": there.local, "utc_offset": there.utc_offset, "day_shift": there.day_shift, "note": ""}
        )
    return {"instant": _written(found.instant_at), "resolved": found.resolved, "clocks": clocks}


def _named(name: str, option: str) -> str:
    zone = zone_named(name)
    if zone.iana is None:
        raise Refused(f"{option} {name}: this names no time zone we know; give one such as Europe/Berlin.")
    return zone.iana


def readable(document: Mapping[str, Any]) -> str:
    """The document for a person at a terminal."""
    lines = [f"Times are UTC; cards show {document['zone']['iana']} ({document['zone']['because']})."]
    for one in document["meetings"]:
        lines.append(f"{one['start']}  {one['subject'] or ''}")
        lines.append(f"    {' '.join(one['verdict']['reasons'])}")
        lines += [f"    {moment['kind']} at {moment['due']}" for moment in one["plan"]]
        lines += [f"    ! {warning['text']}" for warning in one["warnings"]]
    for one in document["skipped"]:
        lines.append(f"left out ({one['reason']}): {one['subject'] or 'private appointment'}")
    if len(lines) == 1:
        lines.append("Nothing is planned in this window.")
    return "\n".join(lines)


def _written(instant_at: datetime) -> str:
    return instant_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
