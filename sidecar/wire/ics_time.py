"""Dates, times, durations and zones as a calendar file writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

import icalendar

from sidecar.domain.times.localtime import Resolution, resolve, zone_named
from sidecar.errors import Refused
from sidecar.wire.ics_property import Property

_WHEN = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?", re.IGNORECASE
)
CUSTOM_ZONE = "tzone://Microsoft/Custom"
_LONGEST_NAME = 60


class Unreadable(Exception):
    """One value cannot be read. The text completes the sentence “Line 12: …”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A zone as an event uses it. `name` is what Graph would call it; None for times that belong to no zone.

    `is_guess`: neither the world nor the file knows it, and the rules are those of the calendar itself. `iana` is the name
    of the rules, None where the file brought them.
    """

    name: str | None
    rules: tzinfo
    iana: str | None = None
    is_guess: bool = False


UTC_ZONE = Zone(name="UTC", rules=UTC, iana="UTC")


@dataclass(frozen=True, kw_only=True)
class When:
    """A date, or a local time in its zone. `local` is naive; for a date it is midnight."""

    local: datetime
    zone: Zone
    is_date: bool = False
    is_floating: bool = False

    @cached_property
    def instant_at(self) -> datetime:
        """UTC; for a date, midnight UTC of that date. Raises Unreadable at the edge of the calendar."""
        if self.is_date:
            return self.local.replace(tzinfo=UTC)
        try:
            return resolve(self.local, self.zone.rules).instant_at
        except (Refused, OverflowError, ValueError) as error:
            raise Unreadable(f"the year {self.local.year} is out of reach") from error

    @property
    def resolution(self) -> Resolution:
        """Whether the clock of its zone shows it once, never or twice."""
        if self.is_date or self.local.year in (1, 9999):
            return "exact"
        return resolve(self.local, self.zone.rules).resolved

    def at(self, local: datetime) -> When:
        """The same kind of time, at another date or time of the same clock."""
        return When(local=local, zone=self.zone, is_date=self.is_date, is_floating=self.is_floating)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A duration: whole days are nominal (they follow the clock), the rest is exact."""

    days: timedelta
    exact: timedelta


class Zones:
    """What the zone names of one VCALENDAR mean. A name that the world knows wins over the file's own rules for it."""

    def __init__(self, *, rules_by_name: dict[str, str], floating_zone: str | None) -> None:
        self._text_by_name = rules_by_name
        self._known: dict[str, Zone] = {}
        named = zone_named(floating_zone).iana if floating_zone else None
        self.floating = Zone(name=None, rules=ZoneInfo(named) if named else UTC, iana=named or "UTC")
        self.is_floating_known = named is not None

    def named(self, name: str) -> Zone:
        """The zone of a TZID; a guess, marked as one, where neither the world nor the file knows it."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> Zone:
        if iana := zone_named(name).iana:
            return UTC_ZONE if iana == "UTC" else Zone(name=_as_written(name, iana), rules=ZoneInfo(iana), iana=iana)
        text = self._text_by_name.get(name)
        if rules := _rules(text) if text else None:
            return Zone(name=CUSTOM_ZONE, rules=rules)
        return replace(self.floating, name=name.strip()[:_LONGEST_NAME], is_guess=True)

    def read(self, value: str, zone_name: str | None) -> When:
        """One date or time. Raises Unreadable."""
        match = _WHEN.fullmatch(value.strip())
        if match is None:
            raise Unreadable(f"“{value[:40]}” is not a date or time")
        try:
            local = datetime(int(match[1]), int(match[2]), int(match[3]))
            if match[4] is None:
                return When(local=local, zone=self.floating, is_date=True)
            clock = time(int(match[4]), int(match[5]), min(int(match[6] or 0), 59))
        except ValueError as error:
            raise Unreadable(f"“{value[:40]}” is not a date or time") from error
        return self._placed(datetime.combine(local.date(), clock), match[7], zone_name)

    def _placed(self, local: datetime, offset: str | None, zone_name: str | None) -> When:
        if offset in ("Z", "z"):
            return When(local=local, zone=UTC_ZONE)
        if offset:
            shift = timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
            return When(local=local - (shift if offset[0] == "+" else -shift), zone=UTC_ZONE)
        if zone_name:
            return When(local=local, zone=self.named(zone_name))
        return When(local=local, zone=self.floating, is_floating=True)

    def when(self, property_: Property) -> When:
        """The date or time of a DTSTART, DTEND or RECURRENCE-ID. Raises Unreadable."""
        return self.read(property_.value, property_.parameters.get("TZID"))

    def whens(self, properties: list[Property]) -> list[tuple[When, str | None]]:
        """Every date of EXDATE or RDATE lines, each with the end or duration of a period where it has one."""
        found: list[tuple[When, str | None]] = []
        for property_ in properties:
            for value in filter(None, (part.strip() for part in property_.value.split(","))):
                start, _, rest = value.partition("/")
                found.append((self.read(start, property_.parameters.get("TZID")), rest or None))
        return found


def _as_written(name: str, iana: str) -> str:
    """Graph names a zone by its Windows or IANA name: what is neither (a path, a display name) is given as IANA."""
    return iana if name.startswith(("/", "(")) or "://" in name else name.strip()


def _rules(text: str) -> tzinfo | None:
    """The rules of a VTIMEZONE. Its name is replaced first: icalendar keeps rules by name for the whole process."""
    renamed = re.sub(r"(?im)^TZID[^\n]*$", "TZID:a zone of one calendar file", text)
    try:
        component = icalendar.Timezone.from_ical(renamed)
        rules: tzinfo | None = component.to_tz(lookup_tzid=False) if isinstance(component, icalendar.Timezone) else None
        if rules is None:
            return None
        datetime(2026, 7, 1, tzinfo=rules).utcoffset()
    except Exception:  # noqa: BLE001  whatever two libraries make of a stranger's rules, the zone stays unknown
        return None
    return rules


def span_in(value: str) -> Span:
    """A DURATION. Raises Unreadable where it is none, or negative."""
    match = _DURATION.fullmatch(value.strip())
    if match is None or not any(match.groups()[1:]):
        raise Unreadable(f"“{value[:40]}” is not a duration")
    if match[1] == "-":
        raise Unreadable("a duration cannot be negative")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    try:
        return Span(days=timedelta(weeks=weeks, days=days), exact=timedelta(hours=hours, minutes=minutes, seconds=seconds))
    except OverflowError as error:
        raise Unreadable(f"“{value[:40]}” is longer than any calendar") from error
