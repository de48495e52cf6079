"""Days and hours explained: what kind of day it is somewhere, and whether people elsewhere work at a local time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sidecar.domain.places.place import said
from sidecar.domain.times.day import Day, day_of
from sidecar.domain.times.holidays_of import country_code, region_code, region_name, regions, told_regions
from sidecar.domain.times.localtime import instant, local, zone_named
from sidecar.domain.times.workday import Place, doubt_of_place, working
from sidecar.errors import Refused
from sidecar.flows.answers.answer_clock import resolution_note, zone_given
from sidecar.words import Words

_MOST_MINUTES = 7 * 24 * 60


def answer_day(country: str, subdivision: str | None, day: str) -> dict[str, Any]:
    """What kind of day it is. Raises Refused for a country, a region or a date that does not exist."""
    code = _country(country, "--country", country)
    region = _region(code, subdivision, "--subdivision", subdivision) if subdivision is not None else None
    found = day_of(code, region, _date(day))
    return {
        "working": found.working,
        "weekend": found.is_weekend,
        "weekend_days": list(found.weekend_days),
        "holiday": _holiday(code, found),
        "half_day": found.half_day,
        "certainty": found.certainty,
        "period": Words("en").say("day-period", period=found.period) if found.period else None,
        "regions": list(found.regions),
        "other_weekend": [region_name(code, one) for one in found.other_weekend],
    }


def answer_hours(at: str, from_zone: str, minutes: int, people: Sequence[str]) -> dict[str, Any]:
    """Whether people elsewhere work at a local time; each of `people` is `ZONE`, `ZONE:CC` or `ZONE:CC-REGION`.

    Raises Refused for an unknown zone, country or region, an impossible time, or a length that is no meeting.
    """
    if not 1 <= minutes <= _MOST_MINUTES:
        raise Refused(f"--minutes {minutes}: give the length of the meeting, 1 to {_MOST_MINUTES} minutes.")
    wall, zone, words = _local_time(at), zone_given(from_zone, "--from"), Words("en")
    places = [_place(text) for text in people]
    try:
        found = instant(wall, zone)
    except Refused as error:
        raise Refused(f"--at {at}: {error.why[0].lower()}{error.why[1:]}") from None
    odd = resolution_note(wall, zone, found, words)
    return {"people": [_person(found.instant_at, timedelta(minutes=minutes), place, odd, words) for place in places]}


def _person(start_at: datetime, span: timedelta, place: Place, odd: str, words: Words) -> dict[str, Any]:
    """`odd`: what was done about a local time that is not on the clock once."""
    try:
        found = working(start_at, start_at + span, place)
    except OverflowError:
        raise Refused("--at: that time is at the edge of the calendar; give one between the years 2 and 9998.") from None
    notes = [one for one in (found.note, doubt_of_place(start_at, place)) if one]
    note = "; ".join((*([odd] if odd else []), *(said(one, words) for one in notes)))
    return {"zone": place.zone, "local": local(start_at, place.zone).local, "state": found.state, "note": note}


def _holiday(country: str, day: Day) -> str | None:
    """Where only some regions have it, which."""
    if not day.holiday or not day.regions:
        return day.holiday
    how, names = told_regions(country, day.regions, is_short=False)
    count, of = str(len(day.regions)), str(len(regions(country)))
    words = Words("en")
    return words.say("day-regions", holiday=day.holiday, count=count, of=of, how=how, regions=words.listed(names))


def _place(text: str) -> Place:
    """`Europe/Berlin:DE-BY`; a name of a zone may hold colons itself, as Windows writes some."""
    found = re.fullmatch(r"(.+):([A-Za-z]{2})(?:-(.+))?", text.strip())
    if not found or zone_named(text).iana:
        return Place(zone=zone_given(text, "--with"))
    country = _country(found[2], "--with", text)
    region = _region(country, found[3], "--with", text) if found[3] else None
    return Place(zone=zone_given(found[1], "--with", country, text), country=country, subdivision=region)


def _country(text: str, option: str, given: str) -> str:
    code = country_code(text)
    if code is None:
        raise Refused(f"{option} {given}: “{text}” is no country we have a calendar for; give two letters such as DE.")
    return code


def _region(country: str, text: str, option: str, given: str | None) -> str:
    code = region_code(country, text)
    if code is None:
        known = regions(country)
        mend = f"give one of {', '.join(known)}" if known else f"leave it out, no region of {country} has days of its own there"
        raise Refused(f"{option} {given}: the calendar of {country} names no region “{text}”; {mend}.")
    return code


def _date(text: str) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"--date {text}: there is no such day; give one such as 2027-05-17.") from None


def _local_time(text: str) -> datetime:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?", text, re.ASCII):
            raise ValueError
        return datetime.fromisoformat(text)
    except ValueError:
        raise Refused(f"--at {text}: there is no such local time; give one such as 2026-11-23T14:00.") from None
