"""One VEVENT read: whose it is, when it begins and ends, which date of a series it changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from sidecar.wire.ics_property import Properties, Property, properties_in
from sidecar.wire.ics_series import Entry
from sidecar.wire.ics_text import Block, Problem, lines, text_of
from sidecar.wire.ics_time import UTC_ZONE, Unreadable, When, Zones, span_in


def entry_in(data: bytes, block: Block, zones: Zones, problems: list[Problem]) -> Entry:
    """The event of a block. What had to be guessed is added to `problems`.

    Raises Unreadable where no instant can be known.
    """
    properties = properties_in(lines(data, block))
    starts = properties.first("DTSTART")
    if starts is None:
        raise Unreadable("the event does not say when it starts (DTSTART)")
    start = zones.when(starts)
    start.instant_at  # noqa: B018  an event whose instant is out of reach is refused here, with its line
    end, exact, end_zone = _end(properties, start, zones, block, problems)
    original = properties.first("RECURRENCE-ID")
    is_all_day = start.is_date or properties.word("X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE"
    if is_all_day and not start.is_date:
        start, end, exact = _whole_days(start, end)
    text = data[block.start : block.end]
    return Entry(
        properties=properties,
        line=block.line,
        uid=uid_of(data, block),
        text_hash=sha256(text.strip()).hexdigest(),
        start=start,
        end=end,
        exact_length=exact,
        is_all_day=is_all_day,
        sequence=_sequence(properties),
        stamp=_stamp(properties),
        original=zones.when(original) if original else None,
        is_this_and_future=bool(original) and _range(original) == "THISANDFUTURE",
        start_zone=_zone_name(starts, zones),
        end_zone=end_zone,
        calendar=block.calendar,
    )


def uid_of(data: bytes, block: Block) -> str:
    """The UID; where it is missing, one made from the event's own text, the same each time."""
    if block.uid:
        return text_of(block.uid)
    return "no-uid-" + sha256(data[block.start : block.end].strip()).hexdigest()[:32]


def _range(original: Property | None) -> str:
    return original.parameters.get("RANGE", "").upper() if original else ""


def _zone_name(property_: Property, zones: Zones) -> str | None:
    when = zones.when(property_)
    return None if when.is_date or when.is_floating else when.zone.name


def _end(
    properties: Properties, start: When, zones: Zones, block: Block, problems: list[Problem]
) -> tuple[When, timedelta | None, str | None]:
    """The end on the start's own clock, its exact length where that is what counts, and the end's zone name."""
    ends, lasts = properties.first("DTEND"), properties.first("DURATION")
    own_zone = None if start.is_date or start.is_floating else start.zone.name
    if ends is not None:
        try:
            _refuse_guess(zones.when(ends), start)
            return *_until(start, zones.when(ends), block, problems), _zone_name(ends, zones)
        except Unreadable as error:
            _note(problems, ends.line, f"Line {ends.line}: {error}; the event is shown without its end.")
    elif lasts is not None:
        try:
            return *_lasting(start, lasts.value), own_zone
        except Unreadable as error:
            _note(problems, lasts.line, f"Line {lasts.line}: {error}; the event is shown without its end.")
    whole_day = timedelta(days=1) if start.is_date else timedelta()
    return _later(start, whole_day), None, own_zone


def _refuse_guess(end: When, start: When) -> None:
    """A start in an unknown zone is guessed aloud; an end in another one than its start is better left out."""
    if end.zone.is_guess and end.zone != start.zone:
        raise Unreadable(f"nobody knows the time zone “{end.zone.name}”, and the file does not describe it")


def _until(start: When, end: When, block: Block, problems: list[Problem]) -> tuple[When, timedelta | None]:
    """The end on the start's clock; an exact length too where the two are on different clocks."""
    if not (start.is_date or end.is_date or end.is_floating or end.zone.rules is start.zone.rules):
        length = end.instant_at - start.instant_at
        if length >= timedelta():
            return _later(start, length), length
    placed = start.at(end.local) if start.is_date or end.zone.rules is start.zone.rules or end.is_floating else end
    if placed.instant_at < start.instant_at and not (placed.local > start.local and start.resolution == "skipped"):
        _note(problems, block.line, f"Line {block.line}: the event ends before it starts; its end was left out.")
        return _later(start, timedelta(days=1) if start.is_date else timedelta()), None
    if start.is_date and placed.local == start.local:
        return _later(start, timedelta(days=1)), None
    return start.at(placed.local), None


def _lasting(start: When, value: str) -> tuple[When, timedelta | None]:
    span = span_in(value)
    if span.days or start.is_date:
        return _later(start, span.days + span.exact), None
    return _later(start, span.exact), span.exact


def _later(start: When, by: timedelta) -> When:
    try:
        end = start.at(start.local + by)
        end.instant_at  # noqa: B018  an end out of reach is noticed here
    except OverflowError as error:
        raise Unreadable("the event ends after the last year there is") from error
    return end


def _whole_days(start: When, end: When) -> tuple[When, When, None]:
    """Outlook marks an all-day event beside its times: the nearest midnights are its dates."""
    first = _nearest_midnight(start.local)
    last = max(_nearest_midnight(end.local), first + timedelta(days=1))
    return _date(first, start), _date(last, start), None


def _nearest_midnight(local: datetime) -> datetime:
    day = local.replace(hour=0, minute=0, second=0)
    return day if local - day < timedelta(hours=12) else day + timedelta(days=1)


def _date(day: datetime, like: When) -> When:
    return When(local=day, zone=like.zone if like.is_floating else UTC_ZONE, is_date=True)


def _sequence(properties: Properties) -> int:
    digits = properties.word("SEQUENCE")
    return int(digits) if digits.isdigit() and len(digits) < 12 else 0


def _stamp(properties: Properties) -> str:
    return properties.word("DTSTAMP") or properties.word("LAST-MODIFIED")


def _note(problems: list[Problem], line: int, text: str) -> None:
    problems.append(Problem(line=line, text=text))
