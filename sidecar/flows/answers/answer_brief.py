"""One-shot answers from files: the same reading, judging and drawing as the product, without database or network."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sidecar.domain.briefs.booking import badly_booked
from sidecar.domain.briefs.brief import Unasked, compose
from sidecar.domain.calls.foreseen import foreseen
from sidecar.domain.companies.dossier import Dossier
from sidecar.domain.mails.last_mail import Exchange
from sidecar.domain.meetings.attending import Facts
from sidecar.domain.meetings.client import Corrections, OurSide, judge, organisations_in, with_answers
from sidecar.domain.meetings.meeting import Meeting
from sidecar.domain.meetings.plan import Preferences, plan
from sidecar.domain.times.instant import written
from sidecar.domain.times.localtime import zone_named
from sidecar.flows.answers.brief_document import shown_document, skipped_document
from sidecar.flows.clients.facts_from_mail import facts_from_mail
from sidecar.wire.graph import read_event
from sidecar.wire.ics import CalendarFile, events_between, read_calendar
from sidecar.words import Words

LOOK_BACK = timedelta(days=90)
LOOK_BACK_FOR_A_SERIES = timedelta(days=3660)
"""A cancelled series may have begun long ago."""
CANCEL = "CANCEL"
HALF_A_DAY = timedelta(hours=12)
NONE = Corrections()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The document of `companion brief`, and what of the files could not be used, one sentence each."""

    document: dict[str, Any]
    problems: tuple[str, ...]


def answer_brief(
    files: Sequence[tuple[str, bytes]],
    *,
    me: str,
    internal: Sequence[str],
    within: timedelta,
    now: datetime,
    mails: Sequence[tuple[str, bytes]] = (),
    look_up: Callable[[Sequence[str]], Mapping[str, Dossier]] | None = None,
    unasked: Unasked = "no_contact",
) -> Answer:
    """What the product would do with these calendars; `mails` say where people are, `look_up` what public places say of
    organisations, and without it `unasked` why they are not asked. Raises Refused where a calendar cannot be used."""
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
                meeting = replace(meeting, odd_start=expansion.odd_starts.get(meeting.event_id))
                meetings[f"{meeting.uid}@{meeting.occurrence.isoformat()}"] = meeting
                if is_cancellation and event["type"] == "singleInstance":
                    _cancel_series(meetings, meeting.uid)
    in_order = sorted(meetings.values(), key=lambda one: (one.start_at, one.uid))
    ours = OurSide(me=me, domains=frozenset(internal))
    zone, because = _zone(calendars, in_order)
    facts, exchanges, unread = facts_from_mail(mails)
    problems += unread
    document = {
        "now": written(now),
        "zone": {"iana": zone, "because": Words("en").say(because)},
        "not_checked": [] if look_up else [Words("en").say("reason-web-not-asked")],
        **_rows(in_order, ours, Preferences(zone=zone), now, within, facts, exchanges, look_up, unasked),
    }
    return Answer(document=document, problems=tuple(dict.fromkeys(problems)))


def _cancel_series(meetings: dict[str, Meeting], uid: str) -> None:
    """A cancellation that names no date means the whole series: RFC 5546, 3.2.5."""
    meetings.update({key: replace(one, is_cancelled=True) for key, one in meetings.items() if one.uid == uid})


def _told(name: str, line: int | None, text: str) -> str:
    return f"{name}, line {line}: {text.removeprefix(f'Line {line}: ')}" if line else f"{name}: {text}"


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
    meetings: Sequence[Meeting],
    ours: OurSide,
    preferences: Preferences,
    now: datetime,
    within: timedelta,
    facts: Mapping[str, Facts],
    exchanges: Mapping[str, Exchange],
    look_up: Callable[[Sequence[str]], Mapping[str, Dossier]] | None,
    unasked: Unasked,
) -> dict[str, Any]:
    clients = _by_client(meetings, ours, preferences)
    starts = [one.start_at for one in meetings]
    series = _by_series(meetings)
    shown, skipped = [], []
    judged = [(one, judge(one, ours, NONE, now, preferences.zone)) for one in meetings if _is_in_window(one, now, within)]
    met = dict.fromkeys(name for pair in judged if pair[1].is_client for name in organisations_in(*pair, ours, NONE))
    dossiers = look_up([one for one in met if "@" not in one]) if look_up else {}
    for meeting, verdict in judged:
        if verdict.skipped is not None:
            skipped.append(skipped_document(meeting, verdict))
            continue
        earlier = [one for one in clients.get(verdict.client_domain or "", ()) if one.start_at < meeting.start_at][::-1]
        day = [one for one in _around(meeting, meetings, starts) if one.id != meeting.id]
        coming = [at for at in series.get(meeting.series_id or "", ()) if at >= meeting.start_at]
        brief = compose(
            meeting, verdict, ours, NONE, preferences,
            earlier=earlier, day=day, facts=facts, exchanges=exchanges, coming=coming, today=now.date(),
            dossiers=[dossiers[one] for one in organisations_in(meeting, verdict, ours, NONE) if one in dossiers],
            unasked=None if look_up else unasked, now=now,
        )  # fmt: skip
        told = with_answers(meeting, verdict, ours, NONE)
        is_next = not meeting.series_id or coming == [at for at in series[meeting.series_id] if at > now]
        booked_at = meeting.created_at if is_next and badly_booked(brief, preferences) else None
        moments = plan(meeting, told, preferences, is_first=not earlier, badly_booked_at=booked_at)
        shown.append(shown_document(brief, meeting, verdict, [*moments, *foreseen(meeting, told)], preferences))
    return {"meetings": shown, "skipped": skipped}


def _by_series(meetings: Sequence[Meeting]) -> Mapping[str, list[datetime]]:
    """When the occurrences of each series start, in order of time."""
    found: dict[str, list[datetime]] = {}
    for meeting in meetings:
        if meeting.series_id and not meeting.is_cancelled:
            found.setdefault(meeting.series_id, []).append(meeting.start_at)
    return found


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


def readable(document: Mapping[str, Any]) -> str:
    """The document for a person at a terminal."""
    lines = [f"Times are UTC; cards show {document['zone']['iana']} ({document['zone']['because']})."]
    for one in document["meetings"]:
        lines.append(f"{one['start']}  {one['subject'] or ''}")
        lines.append(f"    {' '.join(one['verdict']['reasons'])}")
        lines += [f"    {moment['kind']} at {moment['due']}" for moment in one["plan"]]
        told = [warning for warning in one["warnings"] if not (document["not_checked"] and warning["kind"] == "not_checked")]
        lines += [f"    ! {warning['text']}" for warning in told]
    for one in document["skipped"]:
        lines.append(f"left out ({one['reason']}): {one['subject'] or 'private appointment'}")
    if len(lines) == 1:
        lines.append("Nothing is planned in this window.")
    lines += [f"Not checked: {one}." for one in document["not_checked"]]
    return "\n".join(lines)
