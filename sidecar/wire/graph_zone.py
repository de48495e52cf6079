"""Zones that Microsoft Graph describes by rules instead of by a name: `customTimeZone` in working hours.

The page says that zones ahead of UTC have a positive `bias`. What the service sends is the opposite, as in Windows and
Exchange: UTC = local time + bias, so that Los Angeles has 480, and `daylightBias` (-60) is added to it in summer. The
page's own sample of getSchedule shows that: https://learn.microsoft.com/graph/api/calendar-getschedule and
https://learn.microsoft.com/graph/api/resources/customtimezone
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import Any, Final

from sidecar.domain.times.localtime import offset_at
from sidecar.domain.times.regimes import changes
from sidecar.domain.times.zone_names import best_known, country_of_zone, places_with_clocks, zone_meant
from sidecar.errors import Refused
from sidecar.wire.described_zone import DescribedZone, Turn, ZoneRules

FIRST_YEAR, LAST_YEAR = 2020, 2030
"""The years over which a zone of the tz database must behave the same to count as like a described one."""
LAST_OCCURRENCE = 5
"""`dayOccurrence` 5 means the last such day of the month: https://learn.microsoft.com/graph/api/resources/standardtimezoneoffset"""
_WIDEST = timedelta(hours=16)
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TIME = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?")
_MEND = "ask the person for their zone, or read it from their mailbox settings"


def read_zone(body: Any) -> DescribedZone | str:
    """The `timeZone` of working hours: its IANA name where Graph names one we know, otherwise its rules.

    Raises Refused where it is neither a known name nor usable rules.
    """
    if not isinstance(body, Mapping):
        raise Refused(f"Graph gave no time zone where one belongs: {_MEND}.")
    fields = {str(key).casefold(): value for key, value in body.items()}
    name = fields.get("name")
    if isinstance(name, str) and (found := zone_meant(name).iana):
        return found
    if "bias" not in fields:
        raise Refused(f"Graph named the time zone “{str(name)[:60]}”, which nobody knows, and gave no rules: {_MEND}.")
    return DescribedZone(_rules(fields))


def _rules(fields: Mapping[str, Any]) -> ZoneRules:
    bias = _minutes(fields.get("bias"), "bias")
    to_standard, standard_bias = _turn(fields.get("standardoffset"), "standardOffset", "standardbias")
    to_daylight, daylight_bias = _turn(fields.get("daylightoffset"), "daylightOffset", "daylightbias")
    if (to_standard is None) != (to_daylight is None):
        raise Refused(f"Graph's zone changes its clock one way only: {_MEND}.")
    if to_standard and to_daylight and to_standard.year != to_daylight.year:
        raise Refused(f"Graph's zone changes its clock by rules of different years: {_MEND}.")
    standard = -(bias + standard_bias)
    daylight = -(bias + daylight_bias) if to_daylight else standard
    if max(abs(standard), abs(daylight)) > _WIDEST:
        raise Refused(f"Graph's zone is further from UTC than any place on Earth: {_MEND}.")
    if standard == daylight:
        to_standard = to_daylight = None
    return ZoneRules(standard=standard, daylight=daylight, to_standard=to_standard, to_daylight=to_daylight)


def _minutes(value: Any, name: str) -> timedelta:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 1440:
        raise Refused(f"Graph's zone has no usable {name} ({str(value)[:20]}): {_MEND}.")
    return timedelta(minutes=value)


def _turn(body: Any, name: str, bias_name: str) -> tuple[Turn | None, timedelta]:
    if body is None:
        return None, timedelta()
    if not isinstance(body, Mapping):
        raise Refused(f"Graph's zone has no usable {name}: {_MEND}.")
    fields = {str(key).casefold(): value for key, value in body.items()}
    bias = _minutes(fields.get(bias_name) or 0, bias_name)
    month = _whole(fields.get("month"), f"{name}.month", 0, 12)
    if month == 0:
        return None, bias
    weekday = str(fields.get("dayofweek")).casefold()
    if weekday not in _DAYS:
        raise Refused(f"Graph's zone has no usable {name}.dayOfWeek ({weekday[:20]}): {_MEND}.")
    year = _whole(fields.get("year") or 0, f"{name}.year", 0, 9998)
    turn = Turn(
        month=month,
        weekday=_DAYS.index(weekday),
        occurrence=_whole(fields.get("dayoccurrence"), f"{name}.dayOccurrence", 1, LAST_OCCURRENCE),
        at=_time(fields.get("time"), name),
        year=year or None,
    )
    return turn, bias


def _whole(value: Any, name: str, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Refused(f"Graph's zone has no usable {name} ({str(value)[:20]}): {_MEND}.")
    return value


def _time(value: Any, name: str) -> time:
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0)) if match else _refuse_time(value, name)
    except ValueError:
        return _refuse_time(value, name)


def _refuse_time(value: Any, name: str) -> time:
    raise Refused(f"Graph's zone has no usable {name}.time ({str(value)[:20]}): {_MEND}.")


@cache
def zones_like(rules: ZoneRules) -> tuple[str, ...]:
    """Every place's zone (current IANA names) whose clock agrees with the rules at every instant from 2020 to 2030, or in
    the one year that the rules are for. Several countries often share a clock: these are candidates, no answer.
    """
    return tuple(zone for zone in places_with_clocks() if _is_like(zone, rules))


def iana_like(rules: ZoneRules) -> str | None:
    """The zone that behaves as the rules do, where all that do are one country's (its best known one); otherwise None.

    Stations in Antarctica, which keep the time of their harbour, do not count as a country.
    """
    found = tuple(zone for zone in zones_like(rules) if country_of_zone(zone) != "AQ")
    countries = {country_of_zone(zone) for zone in found}
    return best_known(found) if len(countries) == 1 else None


def _is_like(zone: str, rules: ZoneRules) -> bool:
    years = (rules.year,) if rules.year is not None else range(FIRST_YEAR, LAST_YEAR + 1)
    return all(_agrees_in(zone, rules, year) for year in years)


def _agrees_in(zone: str, rules: ZoneRules, year: int) -> bool:
    start = datetime(year, 1, 1)
    described = [at for at, _ in rules.turns(year) if at.year == year]
    probes = [start, *described]
    if any(offset_at(zone, at.replace(tzinfo=UTC)) != _offset(rules, at) for at in probes):
        return False
    return sorted(described) == [at.replace(tzinfo=None) for at in changes(zone, year)]


def _offset(rules: ZoneRules, at: datetime) -> timedelta:
    return rules.daylight if rules.is_daylight(at) else rules.standard
