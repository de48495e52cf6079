"""Which dates a series has in a window. The rules run in the series' own zone, so a summer time moves no meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import recurring_ical_events
from icalendar.prop import vDDDLists, vDDDTypes, vRecur

from sidecar.wire.ics_property import Properties
from sidecar.wire.ics_time import Unreadable, When, Zones, span_in

_UNTIL = re.compile(r";?UNTIL=([^;]*)", re.IGNORECASE)
_NEVER_ADVANCES = re.compile(r"(?:^|;)INTERVAL=[+-]?0*(?:;|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One VEVENT with its times read. Its end may be nominal (`end`), or an exact length after any start (`length`)."""

    properties: Properties
    line: int
    uid: str
    text_hash: str
    start: When
    end: When
    exact_length: timedelta | None = None
    is_all_day: bool = False
    sequence: int = 0
    stamp: str = ""
    original: When | None = None
    is_this_and_future: bool = False
    start_zone: str | None = None
    end_zone: str | None = None
    calendar: int = 0

    def end_after(self, start: When) -> When:
        """What the clock shows when an occurrence that begins at `start` is over."""
        return start.at(start.local + (self.end.local - self.start.local))

    @property
    def length(self) -> timedelta:
        """How long it lasts on the clock."""
        return self.exact_length if self.exact_length is not None else self.end.local - self.start.local


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One date of a series, or a single event. `original_at` is None for a single event."""

    entry: Entry
    start_at: datetime
    end_at: datetime
    original_at: datetime | None = None
    is_exception: bool = False
    start: When

    def overlaps(self, start_at: datetime, end_at: datetime) -> bool:
        """Whether any of it lies in [start_at, end_at); an event without length counts at its start."""
        if self.start_at == self.end_at:
            return start_at <= self.start_at < end_at
        return self.start_at < end_at and self.end_at > start_at


@dataclass(slots=True, kw_only=True)
class Series:
    """All the entries of one UID: the rule, and the dates that were changed one by one."""

    core: Entry | None
    changes: list[Entry] = field(default_factory=list)


def occurrence(
    entry: Entry, start: When, original_at: datetime | None, *, is_exception: bool, end: When | None = None
) -> Occurrence:
    """One occurrence with its instants; without `end` it lasts as long as its entry. Raises Unreadable at the edge of
    the calendar."""
    start_at = start.instant_at
    if end is None and entry.exact_length is not None and not start.is_date:
        end_at = start_at + entry.exact_length
    else:
        end_at = _end_at(start, end or entry.end_after(start))
    return Occurrence(
        entry=entry, start_at=start_at, end_at=end_at, original_at=original_at, is_exception=is_exception, start=start
    )


def _end_at(start: When, end: When) -> datetime:
    """An end that lies after the start on the clock does so in truth: where the clock jumps between the two, the length
    on the clock is kept."""
    if end.instant_at > start.instant_at:
        return end.instant_at
    return start.instant_at + max(end.local - start.local, timedelta())


def single(entry: Entry) -> Occurrence:
    """An event that does not repeat. Raises Unreadable at the edge of the calendar."""
    return occurrence(entry, entry.start, None, is_exception=False)


def occurrences(series: Series, zones: Zones, start_at: datetime, end_at: datetime) -> Iterator[Occurrence]:
    """Every occurrence that overlaps [start_at, end_at). Raises Unreadable where a rule or date cannot be read."""
    core = series.core
    changed = {original_of(change, core): change for change in series.changes}
    gone = _exclusions(core, zones) if core else _Exclusions()
    if core is not None:
        yield from _regular(core, changed, gone, zones, start_at, end_at)
    for original_at, change in changed.items():
        if original_at in gone.instants or (original_at.date() in gone.dates and core is not None):
            continue
        moved = occurrence(change, change.start, original_at, is_exception=True)
        if moved.overlaps(start_at, end_at):
            yield moved


def original_of(change: Entry, core: Entry | None) -> datetime:
    """The instant a changed occurrence was first planned for; a date stands for the series' hour on that date."""
    planned = change.original or change.start
    if core is None:
        return planned.instant_at
    if core.start.is_date:
        return datetime.combine(planned.local.date(), time(), UTC)
    if planned.is_date:
        return core.start.at(datetime.combine(planned.local.date(), core.start.local.time())).instant_at
    return core.start.at(planned.local).instant_at if planned.is_floating else planned.instant_at


@dataclass(slots=True, kw_only=True)
class _Exclusions:
    instants: set[datetime] = field(default_factory=set)
    dates: set[date] = field(default_factory=set)


def _exclusions(core: Entry, zones: Zones) -> _Exclusions:
    gone = _Exclusions()
    for when, _ in zones.whens(core.properties.all("EXDATE")):
        if when.is_date or core.start.is_date:
            gone.dates.add(when.local.date())
        else:
            gone.instants.add((core.start.at(when.local) if when.is_floating else when).instant_at)
    return gone


def _regular(
    core: Entry,
    changed: dict[datetime, Entry],
    gone: _Exclusions,
    zones: Zones,
    start_at: datetime,
    end_at: datetime,
) -> Iterator[Occurrence]:
    onward = sorted((at, change) for at, change in changed.items() if change.is_this_and_future)
    shifts = [change.start.instant_at - at for at, change in onward]
    longest = max([core.length, *(change.length for _, change in onward)])
    earliest, latest = start_at - longest - max([timedelta(), *shifts]), end_at - min([timedelta(), *shifts])
    seen: set[datetime] = set()
    for start, end in _rule_dates(core, zones, earliest, latest):
        at = start.instant_at
        if at in seen or at in changed or at in gone.instants or start.local.date() in gone.dates:
            continue
        seen.add(at)
        found = _following(core, start, end, at, onward)
        if found.overlaps(start_at, end_at):
            yield found


def _following(core: Entry, start: When, end: When | None, at: datetime, onward: list[tuple[datetime, Entry]]) -> Occurrence:
    """An occurrence by the rule, or by the latest change to “this and all following” before it."""
    ruling = [change for changed_at, change in onward if changed_at < at]
    if not ruling:
        return occurrence(core, start, at, is_exception=False, end=end)
    change = ruling[-1]
    planned = change.original or change.start
    in_its_zone = start.instant_at.astimezone(change.start.zone.rules).replace(tzinfo=None)
    was = planned.instant_at.astimezone(change.start.zone.rules).replace(tzinfo=None)
    moved = change.start.at(in_its_zone + (change.start.local - was))
    if change.start.is_date:
        moved = change.start.at(start.local + (change.start.local - planned.local))
    return occurrence(change, moved, at, is_exception=False)


def _rule_dates(core: Entry, zones: Zones, start_at: datetime, end_at: datetime) -> Iterator[tuple[When, When | None]]:
    event = _bare_event(core, zones)
    margin = timedelta(days=1) if core.start.is_date else timedelta()
    periods = _periods(core, zones)
    (rule,) = recurring_ical_events.of(event).series
    for found in rule.between(start_at - margin, end_at + margin + timedelta(seconds=1)):
        start = core.start.at(_naive(found.start))
        yield start, periods.get(start.instant_at)


def _naive(found: date | datetime) -> datetime:
    if isinstance(found, datetime):
        return found.replace(tzinfo=None, fold=0)
    return datetime.combine(found, time())


def _periods(core: Entry, zones: Zones) -> dict[datetime, When]:
    """The own ends of extra dates that were given as periods."""
    ends: dict[datetime, When] = {}
    for when, rest in zones.whens(core.properties.all("RDATE")):
        if rest is not None:
            start = _in_zone_of(core, when)
            ends[start.instant_at] = _period_end(start, rest, when, zones)
    return ends


def _period_end(start: When, rest: str, when: When, zones: Zones) -> When:
    if rest.upper().startswith(("P", "+P")):
        span = span_in(rest)
        return start.at(start.local + span.days + span.exact)
    end = zones.read(rest, None)
    return start.at(start.local + (end.local - when.local))


def _in_zone_of(core: Entry, when: When) -> When:
    if core.start.is_date or when.is_date:
        return core.start.at(datetime.combine(when.local.date(), core.start.local.time()))
    if when.is_floating:
        return core.start.at(when.local)
    return core.start.at(when.instant_at.astimezone(core.start.zone.rules).replace(tzinfo=None, fold=0))


def _bare_event(core: Entry, zones: Zones) -> icalendar.Event:
    """Only the rule and the extra dates: which of them are gone or changed is decided here, by exact instants.

    The library also compares wall times with UTC times, so that one change would hide a neighbour of an hourly series.
    """
    event = icalendar.Event()
    event.add("uid", core.uid)
    event["DTSTART"] = vDDDTypes(_placed(core.start))
    event["DTEND"] = vDDDTypes(_placed(core.start))
    if rules := [_rule(rule.value, core, zones) for rule in core.properties.all("RRULE") if rule.value.strip()]:
        event["RRULE"] = rules
    extra = [_placed(_in_zone_of(core, when)) for when, _ in zones.whens(core.properties.all("RDATE"))]
    if extra:
        event["RDATE"] = vDDDLists(extra)
    return event


def _placed(when: When) -> date | datetime:
    return when.local.date() if when.is_date else when.local.replace(tzinfo=when.zone.rules)


def _rule(written: str, core: Entry, zones: Zones) -> vRecur:
    """The rule with its UNTIL as RFC 5545 wants it: UTC, and a bare date meaning the whole of that day."""
    text = re.sub(r"\s", "", written).strip(";").upper()
    if _NEVER_ADVANCES.search(text):
        raise Unreadable("its repetition rule never advances (INTERVAL=0)")
    until = _UNTIL.search(text)
    if until is not None:
        text = _UNTIL.sub("", text).strip(";") + _until(until[1], core, zones)
    try:
        rule: vRecur = vRecur.from_ical(text)
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable("its repetition rule cannot be read") from error
    if not rule.get("FREQ"):
        raise Unreadable("its repetition rule does not say how often (FREQ)")
    return rule


def _until(value: str, core: Entry, zones: Zones) -> str:
    last = zones.read(value, None)
    if core.start.is_date:
        return f";UNTIL={last.local:%Y%m%d}"
    if last.local.year >= 9990:
        return ""
    local = datetime.combine(last.local.date(), time(23, 59, 59)) if last.is_date else last.local
    at = core.start.at(local).instant_at if last.is_date or last.is_floating else last.instant_at
    return f";UNTIL={at:%Y%m%dT%H%M%SZ}"
