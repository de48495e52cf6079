"""Names of time zones, and what a clock on the wall there shows.

Importing this module points `zoneinfo` at the pinned tzdata package alone: the operating system's files may be years
old, and two answers to one question would depend on the machine.
"""

from __future__ import annotations

import re
import zoneinfo
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from importlib import resources
from typing import Literal
from zoneinfo import ZoneInfo

from tzlocal import windows_tz

from sidecar.errors import Refused

zoneinfo.reset_tzpath(())
ZoneInfo.clear_cache()

Resolution = Literal["exact", "skipped", "ambiguous"]

_DISPLAY_NAME = re.compile(r"\((?:UTC|GMT)(?:(?P<sign>[+-])(?P<hours>\d\d):(?P<minutes>\d\d))?\)\s*(?P<places>.+)")
_CUSTOM = "tzone://microsoft/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneName:
    """What a name of a zone means. `iana` is the current IANA spelling, or None where the name means no known zone."""

    name: str
    iana: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalTime:
    """One instant on one clock. `day_shift`: by how many days its date is ahead of the one it is seen from."""

    zone: str
    local: str
    utc_offset: str
    day_shift: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The instant a local time means; whether that clock showed it once, never (`skipped`) or twice (`ambiguous`)."""

    instant_at: datetime
    resolved: Resolution


@cache
def _zones_by_folded_name() -> dict[str, str]:
    return {key.casefold(): key for key in zoneinfo.available_timezones() if key not in ("Factory", "localtime")}


@cache
def _windows_by_folded_name() -> dict[str, str]:
    return {name.casefold(): name for name in windows_tz.win_tz}


@cache
def _aliases() -> dict[str, str]:
    from babel.core import get_global  # 30 ms that a command without zones need not pay

    return dict(get_global("zone_aliases"))


@cache
def _zones_of_country(country: str) -> tuple[str, ...]:
    text = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(row[2] for row in rows if row[0] == country.upper())


def _current(key: str) -> str:
    if key in ("UTC", "Etc/UTC", "Etc/UCT", "UCT", "Etc/Universal", "Universal", "Etc/Zulu", "Zulu"):
        return "UTC"
    renamed = _aliases().get(key, key)
    return renamed if renamed.casefold() in _zones_by_folded_name() else key


def _iana(name: str) -> str | None:
    key = _zones_by_folded_name().get(name.casefold().replace(" ", "_"))
    return _current(key) if key else None


def _windows(name: str, country: str | None) -> tuple[str, str] | None:
    windows = _windows_by_folded_name().get(name.casefold())
    if windows is None:
        return None
    default = _current(windows_tz.win_tz[windows])
    if country is None:
        return default, f"Windows calls this zone {windows}."
    there = [zone for zone in _zones_of_country(country) if windows_tz.tz_win.get(zone) == windows]
    if not there:
        return default, f"Windows calls this zone {windows}; {country.upper()} has no zone of that name."
    chosen = default if default in there else _current(there[0])
    return chosen, f"Windows calls this zone {windows}; in {country.upper()} it is {chosen}."


def _tail(name: str) -> str | None:
    parts = name.strip("/").split("/")
    for start in range(1, len(parts)):
        if found := _iana("/".join(parts[start:])):
            return found
    return None


@cache
def _windows_by_city() -> dict[str, str]:
    return {zone.rsplit("/", 1)[-1].replace("_", " ").casefold(): name for zone, name in windows_tz.tz_win.items()}


def _standard_offset(zone: str) -> timedelta:
    """The smaller of the offsets in January and July of one fixed year: what Windows prints in its display names."""
    seen = [datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7)]
    return min(offset for offset in seen if offset is not None)


def _displayed(name: str, country: str | None) -> tuple[str, str] | None:
    match = _DISPLAY_NAME.fullmatch(name)
    if match is None:
        return None
    places = re.sub(r"\s*\([^)]*\)", "", match["places"])
    if places.casefold() == "coordinated universal time":
        return "UTC", "Windows shows UTC like this."
    words = [place.strip().casefold() for place in places.split(",")]
    cities = {_windows_by_city()[word] for word in words if word in _windows_by_city()}
    regions = {re.sub(r" time$", " standard time", word) for word in words} & set(_windows_by_folded_name())
    found = cities | {_windows_by_folded_name()[region] for region in regions}
    answer = _windows(found.pop(), country) if len(found) == 1 else None
    offset = timedelta(hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0))
    signed = -offset if match["sign"] == "-" else offset
    return answer if answer and _standard_offset(answer[0]) == signed else None


@cache
def zone_named(name: str, country: str | None = None) -> ZoneName:
    """The IANA zone that a calendar's name for a zone means: an IANA, Windows or CLDR name, a path ending in one, or
    a Windows display name whose cities agree. `country` (two letters) chooses among the zones one Windows name covers.

    Never guesses: an unknown name, a bare offset or a custom zone gives `iana` None with the reason.
    """
    text = name.strip().strip('"').strip()
    if not text:
        return ZoneName(name=name, iana=None, reason="No name was given.")
    if text.casefold().startswith(_CUSTOM):
        return _microsoft(name, text[len(_CUSTOM) :])
    if found := _iana(text):
        same = found == text
        return ZoneName(name=name, iana=found, reason="This is its IANA name." if same else f"IANA calls it {found} now.")
    if answer := _windows(text, country) or _displayed(text, country):
        return ZoneName(name=name, iana=answer[0], reason=answer[1])
    if re.fullmatch(r"(.+) daylight time", text, re.IGNORECASE):
        return zone_named(re.sub(r"(?i)daylight time$", "Standard Time", text), country)
    if found := _tail(text):
        return ZoneName(name=name, iana=found, reason=f"The name ends in {found}.")
    return ZoneName(name=name, iana=None, reason="No list of zones has this name.")


def _microsoft(name: str, kind: str) -> ZoneName:
    if kind.casefold() == "utc":
        return ZoneName(name=name, iana="UTC", reason="Microsoft writes UTC like this.")
    return ZoneName(name=name, iana=None, reason="Microsoft writes this for a zone that somebody made up by hand.")


def _zone(name: str) -> ZoneInfo:
    found = zone_named(name).iana
    if found is None:
        raise Refused(f"“{name}” is not a time zone: give an IANA or Windows name such as Europe/London.")
    return ZoneInfo(found)


def offset_words(offset: timedelta) -> str:
    """An offset from UTC as `+05:30`; seconds, which only clocks before 1972 had, are dropped."""
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"


def local(instant_at: datetime, zone: str, seen_from: str | None = None) -> LocalTime:
    """What a clock in `zone` shows at an instant; `day_shift` is relative to the date in `seen_from`, or 0 without it.

    Raises Refused where a name is no zone, or the instant lies at the very edge of the calendar.
    """
    try:
        there = instant_at.astimezone(_zone(zone))
        here = instant_at.astimezone(_zone(seen_from)) if seen_from else there
    except OverflowError as error:
        raise Refused("That moment is at the edge of the calendar: give one between the years 2 and 9998.") from error
    return LocalTime(
        zone=zone,
        local=there.strftime("%Y-%m-%dT%H:%M") if there.year >= 1000 else there.isoformat()[:16],
        utc_offset=offset_words(there.utcoffset() or timedelta()),
        day_shift=(there.date() - here.date()).days,
    )


def instant(local: datetime, zone: str) -> Resolved:
    """The instant at which a clock in `zone` shows the naive time `local`.

    A time the clock jumped over moves forward by the jump; a time it showed twice means the first. Raises Refused
    where `zone` names no zone.
    """
    return resolve(local, _zone(zone))


def resolve(local: datetime, zone: tzinfo) -> Resolved:
    """The same as `instant`, for the rules of a zone instead of its name (a calendar file may bring its own)."""
    naive = local.replace(tzinfo=None)
    first = naive.replace(tzinfo=zone, fold=0)
    second = naive.replace(tzinfo=zone, fold=1)
    try:
        instant_at = first.astimezone(UTC)
    except OverflowError as error:
        raise Refused("That time is at the edge of the calendar: give one between the years 2 and 9998.") from error
    if first.utcoffset() == second.utcoffset():
        return Resolved(instant_at=instant_at, resolved="exact")
    is_shown = instant_at.astimezone(zone).replace(tzinfo=None, fold=0) == naive
    return Resolved(instant_at=instant_at, resolved="ambiguous" if is_shown else "skipped")
